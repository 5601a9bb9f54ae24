import keras
import numpy as np
import pytest
from support.oracles import additive_energies, dot_energies, multihead_energies, random, randomize, weights_by_name

from datenorm.training.scores import AdditiveScore, DotScore, MultiHeadScore, Score

# A different size on every axis; three heads do not divide the features.
B, TX, FEATURES, UNITS, ATTENTION_UNITS, HEADS = 2, 5, 7, 6, 4, 3
SCORES = {
    "additive": lambda: AdditiveScore(ATTENTION_UNITS, name="score"),
    "dot": lambda: DotScore(name="score"),
    "multihead": lambda: MultiHeadScore(HEADS, ATTENTION_UNITS, name="score"),
}
STATE, ENCODER_OUTPUTS = random(B, UNITS), random(B, TX, FEATURES, seed=2)


@pytest.fixture(params=SCORES)
def score(request: pytest.FixtureRequest) -> Score:
    return built(request.param)


def built(name: str) -> Score:
    layer = SCORES[name]()
    layer.build((None, UNITS), (None, None, FEATURES))
    randomize(layer)
    return layer


def energies_of(layer: Score, state: np.ndarray = STATE, encoder_outputs: np.ndarray = ENCODER_OUTPUTS) -> np.ndarray:
    return keras.ops.convert_to_numpy(layer(state, layer.project(encoder_outputs)))


def test_additive_energies_are_those_of_the_formula() -> None:
    layer = built("additive")
    expected = [additive_energies(s, h, weights_by_name(layer)) for s, h in zip(STATE, ENCODER_OUTPUTS, strict=True)]
    np.testing.assert_allclose(energies_of(layer), expected, atol=1e-5)


def test_dot_energies_are_those_of_the_formula() -> None:
    layer = built("dot")
    expected = [dot_energies(s, h, weights_by_name(layer)) for s, h in zip(STATE, ENCODER_OUTPUTS, strict=True)]
    np.testing.assert_allclose(energies_of(layer), expected, atol=1e-5)


def test_multihead_energies_are_those_of_the_formula() -> None:
    layer = built("multihead")
    weights = weights_by_name(layer)
    expected = [multihead_energies(s, h, weights, HEADS) for s, h in zip(STATE, ENCODER_OUTPUTS, strict=True)]
    np.testing.assert_allclose(energies_of(layer), expected, atol=1e-5)


def test_heads_have_different_energies() -> None:
    energies = energies_of(built("multihead"))
    assert energies.shape == (B, HEADS, TX)
    assert all(np.abs(energies[:, k] - energies[:, other]).max() > 0.1 for k in range(HEADS) for other in range(k))


def test_values_of_one_head_are_the_steps_themselves() -> None:
    for layer in (built("additive"), built("dot")):
        np.testing.assert_array_equal(layer.values(ENCODER_OUTPUTS), ENCODER_OUTPUTS[:, None])
        assert layer.context_units == FEATURES


def test_values_of_many_heads_are_their_projections() -> None:
    layer = built("multihead")
    values = keras.ops.convert_to_numpy(layer.values(ENCODER_OUTPUTS))
    kernels = np.split(weights_by_name(layer)["V/kernel"], HEADS, axis=1)
    assert layer.context_units == HEADS * 3
    for k, kernel in enumerate(kernels):
        np.testing.assert_allclose(values[:, k], ENCODER_OUTPUTS @ kernel, atol=1e-5)


def test_additive_energies_of_weights_worked_by_hand() -> None:
    layer = AdditiveScore(1)
    layer.build((None, 1), (None, None, 1))
    layer.set_weights([np.array([[2.0]]), np.array([[3.0]]), np.array([-1.0]), np.array([[5.0]])])
    energies = energies_of(layer, np.array([[0.5]]), np.array([[[0.0], [0.2]]]))
    np.testing.assert_allclose(energies, [[[0.0, 5 * np.tanh(0.6)]]], atol=1e-6)


def test_dot_energies_of_weights_worked_by_hand() -> None:
    layer = DotScore()
    layer.build((None, 1), (None, None, 2))
    layer.set_weights([np.array([[2.0, 3.0]]), np.array([-1.0, 0.5])])
    # (2 * 0.5 - 1, 3 * 0.5 + 0.5) = (0, 2)
    energies = energies_of(layer, np.array([[0.5]]), np.array([[[7.0, 1.0], [7.0, -3.0]]]))
    np.testing.assert_allclose(energies, [[[2.0, -6.0]]], atol=1e-6)


def test_multihead_energies_of_weights_worked_by_hand() -> None:
    layer = MultiHeadScore(heads=2, units=4)
    layer.build((None, 1), (None, None, 1))
    query = np.array([[1, 1, 1, 1, -1, -1, -1, -1.0]])
    weights = {"Q/kernel": query, "Q/bias": np.zeros(8), "K/kernel": np.ones((1, 8)), "V/kernel": np.ones((1, 2))}
    layer.set_weights([weights[name] for name in weights_by_name(layer)])
    # 4 * 0.5 * 3 / sqrt(4)
    np.testing.assert_allclose(energies_of(layer, np.array([[0.5]]), np.array([[[3.0]]])), [[[3.0], [-3.0]]], atol=1e-6)


def test_energies_may_be_negative(score: Score) -> None:
    energies = energies_of(score, random(9, UNITS), random(9, 8, FEATURES))
    assert energies.min() < -0.1
    assert energies.max() > 0.1


def test_first_state_of_all_zeros_tells_steps_apart(score: Score) -> None:
    energies = energies_of(score, np.zeros((B, UNITS), np.float32))
    assert np.ptp(energies, axis=-1).min() > 0.1


def test_get_config_round_trip(score: Score) -> None:
    copy = type(score).from_config(score.get_config())
    assert copy.get_config() == score.get_config()
    registered = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(score))
    assert type(registered) is type(score)
    assert registered.get_config() == score.get_config()
