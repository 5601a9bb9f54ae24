from pathlib import Path

import keras
import numpy as np
import pytest
from support.oracles import (
    Weights,
    additive_energies,
    dot_energies,
    heads_of,
    multihead_energies,
    random,
    randomize,
    sigmoid,
    softmax,
    weights_by_name,
)

from datenorm.training import layers
from datenorm.training.layers import AttentionDecoder, Decoder, Separators, scanned, unrolled
from datenorm.training.parallel_decoder import ParallelDecoder
from datenorm.training.scores import AdditiveScore, DotScore, MultiHeadScore

# A different size on every axis; three heads do not divide the features.
B, TX, FEATURES, UNITS, ATTENTION_UNITS, STEPS, HEADS = 2, 5, 7, 6, 8, 4, 3
# Padding at the end, in the middle and at the start.
MASK = np.array([[True, True, False, True, False], [False, True, True, True, True]])
SCORES = {
    "additive": lambda: AdditiveScore(ATTENTION_UNITS, name="score"),
    "dot": lambda: DotScore(name="score"),
    "multihead": lambda: MultiHeadScore(HEADS, ATTENTION_UNITS, name="score"),
}


def energies_of(state: np.ndarray, encoder_outputs: np.ndarray, weights: Weights) -> np.ndarray:
    """The energies of the score that these weights are of, shape (heads, Tx)."""
    if "v/kernel" in weights:
        return additive_energies(state, encoder_outputs, weights)
    if "K/kernel" in weights:
        return multihead_energies(state, encoder_outputs, weights, HEADS)
    return dot_energies(state, encoder_outputs, weights)


def decoded(
    encoder_outputs: np.ndarray, mask: np.ndarray, score: Weights, lstm: Weights
) -> tuple[np.ndarray, np.ndarray]:
    """The decoder states and attention weights of one string, from the formulas, in float64."""
    values = [encoder_outputs @ V for V in heads_of(score["V/kernel"], HEADS)] if "V/kernel" in score else None
    state, carry = np.zeros(UNITS), np.zeros(UNITS)
    states, rows = [], []
    for _ in range(STEPS):
        alphas = np.array([softmax(energies, mask) for energies in energies_of(state, encoder_outputs, score)])
        context = np.concatenate(
            [
                sum(a * h for a, h in zip(of_head, steps, strict=True))
                for of_head, steps in zip(alphas, values or [encoder_outputs], strict=True)
            ]
        )
        gates = context @ lstm["kernel"] + state @ lstm["recurrent_kernel"] + lstm["bias"]
        i, f, c, o = gates.reshape(4, UNITS)
        carry = sigmoid(f) * carry + sigmoid(i) * np.tanh(c)
        state = sigmoid(o) * np.tanh(carry)
        states.append(state)
        rows.append(alphas.mean(axis=0))
    return np.array(states), np.array(rows)


step_by_step = pytest.mark.parametrize("decoder", SCORES, indirect=True)


@pytest.fixture(params=[*SCORES, "queries"])
def decoder(request: pytest.FixtureRequest) -> Decoder:
    """A decoder that attends step by step, or the one that attends at once."""
    if request.param == "queries":
        layer: Decoder = ParallelDecoder(STEPS, UNITS, ATTENTION_UNITS, name="attention")
    else:
        layer = AttentionDecoder(STEPS, UNITS, SCORES[request.param](), name="attention")
    layer.build((None, None, FEATURES))
    randomize(layer)
    return layer


def call(layer: Decoder, encoder_outputs: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    states, weights = layer(encoder_outputs, mask)
    return keras.ops.convert_to_numpy(states), keras.ops.convert_to_numpy(weights)


@step_by_step
def test_states_and_attention_are_those_of_the_formulas(decoder: AttentionDecoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    assert states.shape == (B, STEPS, UNITS)
    assert weights.shape == (B, STEPS, TX)
    for b in range(B):
        score, lstm = weights_by_name(decoder.score), weights_by_name(decoder.cell, 1)
        expected_states, expected_weights = decoded(encoder_outputs[b].astype(np.float64), MASK[b], score, lstm)
        np.testing.assert_allclose(states[b], expected_states, atol=1e-5)
        np.testing.assert_allclose(weights[b], expected_weights, atol=1e-5)


@step_by_step
def test_scan_gives_what_the_loop_gives(decoder: AttentionDecoder, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    outputs = []
    for run in (scanned, unrolled):
        for backend in ("scanned", "unrolled"):  # whichever of them the backend takes
            monkeypatch.setattr(layers, backend, run)
        outputs.append(call(decoder, encoder_outputs, MASK))
    for array, same in zip(*outputs, strict=True):
        np.testing.assert_allclose(array, same, atol=1e-6)


def test_scan_and_loop_stack_the_states_in_order() -> None:
    for run in (scanned, unrolled):
        state = [keras.ops.zeros((2, 1)), keras.ops.ones((2, 1, 3))]
        added, doubled = run(lambda state: [state[0] + 1, state[1] * 2], state, 3)
        np.testing.assert_array_equal(keras.ops.convert_to_numpy(added), [[[1], [2], [3]]] * 2)
        assert keras.ops.convert_to_numpy(doubled)[:, :, 0, 2].tolist() == [[2, 4, 8]] * 2


def test_attention_rows_sum_to_1_and_are_exactly_0_on_padding(decoder: Decoder) -> None:
    _, weights = call(decoder, 10 * random(B, TX, FEATURES), MASK)
    np.testing.assert_allclose(weights.sum(axis=-1), 1, atol=1e-6)
    assert (weights >= 0).all()
    assert (weights[~np.broadcast_to(MASK[:, None], weights.shape)] == 0).all()


def test_values_on_padding_do_not_matter(decoder: Decoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    noisy = np.where(MASK[..., None], encoder_outputs, 7 * random(B, TX, FEATURES, seed=3))
    noisy_states, noisy_weights = call(decoder, noisy, MASK)
    np.testing.assert_allclose(noisy_states, states, atol=1e-6)
    np.testing.assert_allclose(noisy_weights, weights, atol=1e-6)


def test_attention_differs_between_steps_and_inputs(decoder: Decoder) -> None:
    _, weights = call(decoder, random(B, TX, FEATURES), np.ones((B, TX), bool))
    for rows in (weights[0], weights[:, 0]):
        assert all(np.abs(row - other).max() > 1e-3 for i, row in enumerate(rows) for other in rows[:i])


def test_changing_an_attended_step_changes_the_state(decoder: Decoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    changed = encoder_outputs.copy()
    changed[0, weights[0, 0].argmax()] *= -1
    changed_states, _ = call(decoder, changed, MASK)
    assert np.abs(changed_states[0] - states[0]).max() > 1e-2
    np.testing.assert_allclose(changed_states[1], states[1], atol=1e-6)


def test_single_step_gets_all_the_attention(decoder: Decoder) -> None:
    _, weights = call(decoder, random(B, 1, FEATURES), np.ones((B, 1), bool))
    assert (weights == 1).all()


@step_by_step
def test_get_config_round_trip(decoder: AttentionDecoder) -> None:
    copy = AttentionDecoder.from_config(decoder.get_config())
    assert (copy.name, copy.steps, copy.units) == ("attention", STEPS, UNITS)
    assert copy.score.get_config() == decoder.score.get_config()
    registered = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(decoder))
    assert type(registered) is AttentionDecoder
    assert type(registered.score) is type(decoder.score)


def test_config_of_an_older_file_means_additive_energies() -> None:
    layer = AttentionDecoder.from_config({"name": "a", "steps": STEPS, "units": UNITS, "attention_units": 5})
    assert isinstance(layer.score, AdditiveScore)
    assert (layer.name, layer.score.units) == ("a", 5)


def wrapped(decoder: Decoder) -> keras.Model:
    encoder_outputs = keras.Input((None, FEATURES))
    mask = keras.Input((None,), dtype="bool")
    return keras.Model([encoder_outputs, mask], decoder(encoder_outputs, mask))


def test_symbolic_shapes(decoder: Decoder) -> None:
    states, weights = wrapped(decoder).outputs
    assert states.shape == (None, STEPS, UNITS)
    assert weights.shape == (None, STEPS, None)


def test_saved_layer_loads_in_safe_mode_and_gives_the_same_output(decoder: Decoder, tmp_path: Path) -> None:
    model = wrapped(decoder)
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    inputs = [random(B, TX, FEATURES), MASK]
    for array, other in zip(model(inputs), loaded(inputs), strict=True):
        np.testing.assert_array_equal(keras.ops.convert_to_numpy(array), keras.ops.convert_to_numpy(other))


def test_decoder_passes_no_mask_on(decoder: Decoder) -> None:
    assert decoder.compute_mask(None) == (None, None)


@pytest.mark.parametrize("separators", [[[1, 3]], [[0, 2], [3, 4]], [[4, 0], [1, 1], [2, 1]]])
def test_separators_are_inserted_between_the_written_characters(separators: list[list[int]]) -> None:
    Ty, size = 5, 6
    layer = Separators(separators, Ty, size)
    machine, attention = random(B, Ty - len(separators), size), random(B, Ty - len(separators), TX)
    whole, weights = map(keras.ops.convert_to_numpy, layer(machine, attention))
    assert (whole.shape, weights.shape) == layer.compute_output_shape(machine.shape, attention.shape)
    given = dict(separators)
    for position in range(Ty):
        if position in given:
            np.testing.assert_array_equal(whole[:, position], np.eye(size)[[given[position]] * B])
            assert (weights[:, position] == 0).all()
    others = [position for position in range(Ty) if position not in given]
    np.testing.assert_array_equal(whole[:, others], machine)
    np.testing.assert_array_equal(weights[:, others], attention)


def test_separators_get_config_round_trip() -> None:
    layer = Separators([[1, 3]], 5, 6)
    copy = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layer))
    assert copy.get_config() == layer.get_config()
