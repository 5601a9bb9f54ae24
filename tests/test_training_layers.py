from pathlib import Path

import keras
import numpy as np
import pytest

from datenorm.training.layers import AdditiveScore, AttentionDecoder

# A different size on every axis.
B, TX, FEATURES, UNITS, ATTENTION_UNITS, STEPS = 2, 5, 7, 6, 3, 4
# Padding at the end, in the middle and at the start.
MASK = np.array([[True, True, False, True, False], [False, True, True, True, True]])


def random(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def randomize(layer: keras.layers.Layer, seed: int = 1) -> None:
    """Give every weight, the biases too, a random value."""
    rng = np.random.default_rng(seed)
    layer.set_weights([rng.standard_normal(weight.shape) for weight in layer.get_weights()])


def weights_by_name(layer: keras.layers.Layer, parts: int) -> dict[str, np.ndarray]:
    """Weight -> array, float64, each named by the last parts of its path, such as 'v/kernel'."""
    names = ("/".join(weight.path.split("/")[-parts:]) for weight in layer.weights)
    return dict(zip(names, (array.astype(np.float64) for array in layer.get_weights()), strict=True))


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def energies_of(state: np.ndarray, encoder_outputs: np.ndarray, weights: dict[str, np.ndarray]) -> np.ndarray:
    """e_ij = v^T tanh(W s_{i-1} + U h_j), one j at a time."""
    v, W, U, bias = (weights[name] for name in ("v/kernel", "W/kernel", "U/kernel", "U/bias"))
    return np.array([v[:, 0] @ np.tanh(state @ W + h @ U + bias) for h in encoder_outputs])


def decoded(
    encoder_outputs: np.ndarray, mask: np.ndarray, score: dict[str, np.ndarray], lstm: dict[str, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """The decoder states and attention weights of one string, from the formulas, in float64."""
    state, carry = np.zeros(UNITS), np.zeros(UNITS)
    states, rows = [], []
    for _ in range(STEPS):
        energies = energies_of(state, encoder_outputs, score)
        alphas = np.where(mask, np.exp(energies - energies[mask].max()), 0)
        alphas /= alphas.sum()
        context = sum(alpha * h for alpha, h in zip(alphas, encoder_outputs, strict=True))
        gates = context @ lstm["kernel"] + state @ lstm["recurrent_kernel"] + lstm["bias"]
        i, f, c, o = gates.reshape(4, UNITS)
        carry = sigmoid(f) * carry + sigmoid(i) * np.tanh(c)
        state = sigmoid(o) * np.tanh(carry)
        states.append(state)
        rows.append(alphas)
    return np.array(states), np.array(rows)


@pytest.fixture
def decoder() -> AttentionDecoder:
    layer = AttentionDecoder(STEPS, UNITS, ATTENTION_UNITS, name="attention")
    layer.build((None, None, FEATURES))
    randomize(layer)
    return layer


def call(layer: AttentionDecoder, encoder_outputs: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    states, weights = layer(encoder_outputs, mask)
    return keras.ops.convert_to_numpy(states), keras.ops.convert_to_numpy(weights)


def test_energies_are_those_of_the_formula() -> None:
    layer = AdditiveScore(ATTENTION_UNITS, name="score")
    layer.build((None, UNITS), (None, None, FEATURES))
    randomize(layer)
    state, encoder_outputs = random(B, UNITS), random(B, TX, FEATURES, seed=2)
    energies = keras.ops.convert_to_numpy(layer(state, layer.project(encoder_outputs)))
    weights = weights_by_name(layer, 2)
    expected = [energies_of(s, h, weights) for s, h in zip(state, encoder_outputs, strict=True)]
    assert energies.shape == (B, TX)
    np.testing.assert_allclose(energies, expected, atol=1e-5)


def test_energies_of_weights_worked_by_hand() -> None:
    layer = AdditiveScore(1)
    layer.build((None, 1), (None, None, 1))
    layer.set_weights([np.array([[2.0]]), np.array([[3.0]]), np.array([-1.0]), np.array([[5.0]])])
    energies = keras.ops.convert_to_numpy(layer(np.array([[0.5]]), layer.project(np.array([[[0.0], [0.2]]]))))
    np.testing.assert_allclose(energies, [[0.0, 5 * np.tanh(0.6)]], atol=1e-6)


def test_energies_may_be_negative() -> None:
    layer = AdditiveScore(ATTENTION_UNITS)
    layer.build((None, UNITS), (None, None, FEATURES))
    randomize(layer)
    energies = keras.ops.convert_to_numpy(layer(random(9, UNITS), layer.project(random(9, 8, FEATURES))))
    assert energies.min() < -0.1
    assert energies.max() > 0.1


def test_states_and_attention_are_those_of_the_formulas(decoder: AttentionDecoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    assert states.shape == (B, STEPS, UNITS)
    assert weights.shape == (B, STEPS, TX)
    for b in range(B):
        score, lstm = weights_by_name(decoder.score, 2), weights_by_name(decoder.cell, 1)
        expected_states, expected_weights = decoded(encoder_outputs[b].astype(np.float64), MASK[b], score, lstm)
        np.testing.assert_allclose(states[b], expected_states, atol=1e-5)
        np.testing.assert_allclose(weights[b], expected_weights, atol=1e-5)


def test_attention_rows_sum_to_1_and_are_exactly_0_on_padding(decoder: AttentionDecoder) -> None:
    _, weights = call(decoder, 10 * random(B, TX, FEATURES), MASK)
    np.testing.assert_allclose(weights.sum(axis=-1), 1, atol=1e-6)
    assert (weights >= 0).all()
    assert (weights[~np.broadcast_to(MASK[:, None], weights.shape)] == 0).all()


def test_what_stands_on_padding_does_not_matter(decoder: AttentionDecoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    noisy = np.where(MASK[..., None], encoder_outputs, 7 * random(B, TX, FEATURES, seed=3))
    noisy_states, noisy_weights = call(decoder, noisy, MASK)
    np.testing.assert_allclose(noisy_states, states, atol=1e-6)
    np.testing.assert_allclose(noisy_weights, weights, atol=1e-6)


def test_attention_differs_between_steps_and_inputs(decoder: AttentionDecoder) -> None:
    _, weights = call(decoder, random(B, TX, FEATURES), np.ones((B, TX), bool))
    for rows in (weights[0], weights[:, 0]):
        assert all(np.abs(row - other).max() > 1e-3 for i, row in enumerate(rows) for other in rows[:i])


def test_changing_an_attended_step_changes_the_state(decoder: AttentionDecoder) -> None:
    encoder_outputs = random(B, TX, FEATURES)
    states, weights = call(decoder, encoder_outputs, MASK)
    changed = encoder_outputs.copy()
    changed[0, weights[0, 0].argmax()] *= -1
    changed_states, _ = call(decoder, changed, MASK)
    assert np.abs(changed_states[0] - states[0]).max() > 1e-2
    np.testing.assert_allclose(changed_states[1], states[1], atol=1e-6)


def test_a_single_step_gets_all_the_attention(decoder: AttentionDecoder) -> None:
    _, weights = call(decoder, random(B, 1, FEATURES), np.ones((B, 1), bool))
    assert (weights == 1).all()


@pytest.mark.parametrize(
    "layer",
    [AdditiveScore(3, name="a"), AttentionDecoder(STEPS, UNITS, ATTENTION_UNITS, name="b", dtype="float64")],
    ids=lambda layer: type(layer).__name__,
)
def test_get_config_round_trip(layer: keras.layers.Layer) -> None:
    copy = type(layer).from_config(layer.get_config())
    assert copy.get_config() == layer.get_config()
    registered = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(layer))
    assert type(registered) is type(layer)
    assert registered.get_config() == layer.get_config()


def wrapped(decoder: AttentionDecoder) -> keras.Model:
    encoder_outputs = keras.Input((None, FEATURES))
    mask = keras.Input((None,), dtype="bool")
    return keras.Model([encoder_outputs, mask], decoder(encoder_outputs, mask))


def test_symbolic_shapes(decoder: AttentionDecoder) -> None:
    states, weights = wrapped(decoder).outputs
    assert states.shape == (None, STEPS, UNITS)
    assert weights.shape == (None, STEPS, None)


def test_a_saved_layer_loads_in_safe_mode_and_answers_alike(decoder: AttentionDecoder, tmp_path: Path) -> None:
    model = wrapped(decoder)
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    inputs = [random(B, TX, FEATURES), MASK]
    for array, other in zip(model(inputs), loaded(inputs), strict=True):
        np.testing.assert_array_equal(keras.ops.convert_to_numpy(array), keras.ops.convert_to_numpy(other))


def test_the_mask_of_the_encoder_ends_here(decoder: AttentionDecoder) -> None:
    assert decoder.compute_mask(None) == (None, None)
