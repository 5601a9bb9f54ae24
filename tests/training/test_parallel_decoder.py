"""The decoder that attends at once; what it has in common with the others is tested with theirs."""

import keras
import numpy as np
import pytest
from support.oracles import random, randomize, sigmoid, softmax, weights_by_name

from datenorm.training.parallel_decoder import ParallelDecoder

# A different size on every axis.
B, TX, FEATURES, UNITS, KEY_UNITS, STEPS = 2, 5, 7, 6, 8, 4
# Padding at the end, in the middle and at the start.
MASK = np.array([[True, True, False, True, False], [False, True, True, True, True]])


@pytest.fixture
def decoder() -> ParallelDecoder:
    layer = ParallelDecoder(STEPS, UNITS, KEY_UNITS, name="attention")
    layer.build((None, None, FEATURES))
    randomize(layer)
    return layer


def call(layer: ParallelDecoder, encoder_outputs: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    states, weights = layer(encoder_outputs, mask)
    return keras.ops.convert_to_numpy(states), keras.ops.convert_to_numpy(weights)


def decoded(encoder_outputs: np.ndarray, mask: np.ndarray, layer: ParallelDecoder) -> tuple[np.ndarray, np.ndarray]:
    """The decoder states and attention weights of one string, from the formulas, in float64."""
    U, bias = (weights_by_name(layer.keys)[f"U/{name}"] for name in ("kernel", "bias"))
    queries = weights_by_name(layer.queries)["q/kernel"].T
    lstm = weights_by_name(layer.cell, 1)
    keys = [np.tanh(h @ U + bias) for h in encoder_outputs]
    state, carry = np.zeros(UNITS), np.zeros(UNITS)
    states, rows = [], []
    for query in queries:
        alphas = softmax(np.array([query @ key for key in keys]), mask)
        context = sum(a * h for a, h in zip(alphas, encoder_outputs, strict=True))
        gates = context @ lstm["kernel"] + state @ lstm["recurrent_kernel"] + lstm["bias"]
        i, f, c, o = gates.reshape(4, UNITS)
        carry = sigmoid(f) * carry + sigmoid(i) * np.tanh(c)
        state = sigmoid(o) * np.tanh(carry)
        states.append(state)
        rows.append(alphas)
    return np.array(states), np.array(rows)


def test_states_and_attention_are_those_of_the_formulas(decoder: ParallelDecoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    assert states.shape == (B, STEPS, UNITS)
    assert weights.shape == (B, STEPS, TX)
    for b in range(B):
        expected_states, expected_weights = decoded(encoder_outputs[b].astype(np.float64), MASK[b], decoder)
        np.testing.assert_allclose(states[b], expected_states, atol=1e-5)
        np.testing.assert_allclose(weights[b], expected_weights, atol=1e-5)


def test_query_that_points_at_one_feature_attends_to_the_step_that_has_it() -> None:
    layer = ParallelDecoder(2, UNITS, 2, name="attention")
    layer.build((None, None, 2))
    layer.keys.set_weights([np.eye(2), np.zeros(2)])
    layer.queries.set_weights([np.array([[40.0, 0.0], [0.0, 40.0]])])
    _, weights = call(layer, np.array([[[0.1, 0.9], [0.9, 0.2], [0.0, 0.0]]], np.float32), np.ones((1, 3), bool))
    assert weights[0].argmax(axis=-1).tolist() == [1, 0]
    assert (weights[0].max(axis=-1) > 0.999).all()


def test_each_step_attends_by_a_query_of_its_own(decoder: ParallelDecoder) -> None:
    encoder_outputs, mask = random(B, TX, FEATURES), np.ones((B, TX), bool)
    _, weights = call(decoder, encoder_outputs, mask)
    (kernel,) = decoder.queries.get_weights()
    kernel[:, 2] *= -1
    decoder.queries.set_weights([kernel])
    _, others = call(decoder, encoder_outputs, mask)
    assert (np.abs(others - weights).max(axis=(0, 2)) > 1e-3).tolist() == [False, False, True, False]
