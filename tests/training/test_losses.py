import numpy as np
import pytest

from datenorm.core.forms import Field
from datenorm.core.tags import UNKNOWN
from datenorm.training.losses import AttentionGuidance, TagLoss

FIELDS = (Field("hour", 0, 2), Field("minute", 3, 5))
TARGETS = np.array([[[0.5, 0.5, 0, 0], [0, 0, 0, 1]]], np.float32)  # (B, fields, Tx)


def attention(*rows: list[float]) -> np.ndarray:
    return np.array([rows], np.float32)  # (B, Ty, Tx)


def divergence(weights: np.ndarray, targets: np.ndarray = TARGETS) -> float:
    return float(AttentionGuidance(FIELDS, Ty=5)(targets, weights))


ANYWHERE = [0.25] * 4


def test_positions_of_a_field_can_share_its_characters() -> None:
    assert divergence(attention([1, 0, 0, 0], [0, 1, 0, 0], ANYWHERE, [0, 0, 0, 1], [0, 0, 0, 1])) == pytest.approx(
        0, abs=1e-5
    )


def test_loss_is_the_divergence_from_an_even_share_of_the_characters() -> None:
    # KL((1/2, 1/2) || (1/4, 1/4)) = log 2, KL(1 || 1/4) = log 4; the mean over two fields.
    assert divergence(attention(*[ANYWHERE] * 5)) == pytest.approx((np.log(2) + np.log(4)) / 2, rel=1e-4)


def test_attention_elsewhere_costs_much() -> None:
    away = attention([0, 0, 1, 0], [0, 0, 1, 0], ANYWHERE, [0, 0, 1, 0], [0, 0, 1, 0])
    assert 5 < divergence(away) < 50


def test_unknown_characters_cost_nothing() -> None:
    assert divergence(attention(*[ANYWHERE] * 5), np.zeros_like(TARGETS)) == 0


def test_loss_falls_on_the_way_to_the_characters_that_state_the_field() -> None:
    stating = attention([0.5, 0.5, 0, 0], [0.5, 0.5, 0, 0], ANYWHERE, [0, 0, 0, 1], [0, 0, 0, 1])
    anywhere = attention(*[ANYWHERE] * 5)
    losses = [divergence((1 - share) * anywhere + share * stating) for share in np.linspace(0, 1, 9)]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] == pytest.approx(0, abs=1e-5)


def test_tag_loss_is_the_cross_entropy_of_the_known_characters() -> None:
    rng = np.random.default_rng(0)
    bits = rng.integers(8, size=(2, 5))
    bits[0, 1] = bits[1, 4] = UNKNOWN
    bits[1, 3] = UNKNOWN | 5
    probabilities = rng.uniform(0.01, 0.99, (2, 5, 3)).astype(np.float32)
    summed, known = 0.0, 0
    for b, x in np.ndindex(2, 5):
        if bits[b, x] < UNKNOWN:
            known += 1
            for tag in range(3):
                p = float(probabilities[b, x, tag])
                summed -= np.log(p if bits[b, x] >> tag & 1 else 1 - p)
    assert known == 7
    assert float(TagLoss()(bits, probabilities)) == pytest.approx(summed / known, rel=1e-5)


def test_unknown_tags_cost_nothing() -> None:
    assert float(TagLoss()(np.full((2, 5), UNKNOWN), np.full((2, 5, 3), 0.3, np.float32))) == 0
