"""Calibration: confidences stay in [0, 1], and the threshold has its price."""

import warnings

import numpy as np
import pytest

from datenorm.reading.calibration import Calibration, affordable_threshold


def test_a_steep_calibration_gives_no_warning_and_stays_in_0_to_1() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        confidences = Calibration(slope=100.0)(np.array([0.0, 0.5, 1.0]))
    np.testing.assert_allclose(confidences, [0, 0.5, 1], atol=1e-6)


def test_the_default_calibration_changes_nothing() -> None:
    probabilities = np.linspace(0.001, 0.999, 50)
    np.testing.assert_allclose(Calibration()(probabilities), probabilities, rtol=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_a_fit_of_few_cases_stays_finite(seed: int) -> None:
    rng = np.random.default_rng(seed)
    probabilities = 10.0 ** -rng.uniform(1, 6, 70)  # an untrained network's
    fitted = Calibration.fit(probabilities, rng.random(70) < 0.03)
    assert abs(fitted.slope) < 50
    assert abs(fitted.offset) < 100


THOUSANDS = np.arange(1, 10_001) / 40_000  # confidences up to a quarter


@pytest.mark.parametrize(
    ("confidences", "correct", "nothing", "threshold"),
    [
        (THOUSANDS, np.ones(10_000), np.append(np.zeros(9_999), 1), 31 / 40_000),  # of 9,999 thirty are dropped
        (THOUSANDS, np.arange(10_000) % 2, np.arange(10_000) % 2 == 0, 32 / 40_000),  # of the right ones fifteen
        (THOUSANDS, np.ones(10_000), np.zeros(10_000), 0.0),  # nothing to gain
        (THOUSANDS, np.zeros(10_000), np.ones(10_000), 0.0),  # nothing to lose, and nothing known
        (np.array([0.9, 0.95, 0.2]), np.array([1, 1, 0]), np.array([0, 0, 1]), 0.9),
    ],
)
def test_the_threshold_costs_one_right_answer_in_330(
    confidences: np.ndarray, correct: np.ndarray, nothing: np.ndarray, threshold: float
) -> None:
    assert affordable_threshold(confidences, correct.astype(bool), nothing.astype(bool)) == pytest.approx(threshold)
