import keras
import numpy as np
import pytest

from datenorm.core.forms import Field
from datenorm.training.losses import AttentionGuidance

FIELDS = (Field("hour", 0, 2), Field("minute", 3, 5))
TARGETS = np.array([[[0.5, 0.5, 0, 0], [0, 0, 0, 1]]], np.float32)  # (B, fields, Tx)


def attention(*rows: list[float]) -> np.ndarray:
    return np.array([rows], np.float32)  # (B, Ty, Tx)


def divergence(weights: np.ndarray, targets: np.ndarray = TARGETS) -> float:
    return float(AttentionGuidance(FIELDS, Ty=5)(targets, weights))


ANYWHERE = [0.25] * 4


def test_positions_may_share_a_field_s_characters() -> None:
    assert divergence(attention([1, 0, 0, 0], [0, 1, 0, 0], ANYWHERE, [0, 0, 0, 1], [0, 0, 0, 1])) == pytest.approx(
        0, abs=1e-5
    )


def test_it_is_the_divergence_from_an_even_share_of_the_field_s_characters() -> None:
    # KL((1/2, 1/2) || (1/4, 1/4)) = log 2, KL(1 || 1/4) = log 4; the mean over two fields.
    assert divergence(attention(*[ANYWHERE] * 5)) == pytest.approx((np.log(2) + np.log(4)) / 2, rel=1e-4)


def test_a_field_that_looks_past_its_characters_costs_much() -> None:
    away = attention([0, 0, 1, 0], [0, 0, 1, 0], ANYWHERE, [0, 0, 1, 0], [0, 0, 1, 0])
    assert 5 < divergence(away) < 50


def test_what_is_not_known_costs_nothing() -> None:
    assert divergence(attention(*[ANYWHERE] * 5), np.zeros_like(TARGETS)) == 0


def test_it_leads_the_attention_where_it_should_be() -> None:
    layer = keras.layers.Softmax()
    ids = keras.Input((4,))
    energies = keras.layers.Reshape((5, 4))(keras.layers.Dense(20)(ids))
    model = keras.Model(ids, layer(energies))
    model.compile(keras.optimizers.Adam(0.1), loss=AttentionGuidance(FIELDS, Ty=5))
    model.fit(np.ones((1, 4), np.float32), TARGETS, epochs=150, verbose=0)
    weights = model.predict(np.ones((1, 4), np.float32), verbose=0)[0]
    np.testing.assert_allclose(weights[:2].mean(axis=0), [0.5, 0.5, 0, 0], atol=0.05)
    np.testing.assert_allclose(weights[3:].mean(axis=0), [0, 0, 0, 1], atol=0.05)
