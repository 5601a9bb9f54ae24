import warnings

import numpy as np
import pytest

from datenorm.calibration import Calibration, best_threshold


def test_a_steep_calibration_is_quiet_and_stays_in_0_to_1() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        confidences = Calibration(slope=100.0)(np.array([0.0, 0.5, 1.0]))
    np.testing.assert_allclose(confidences, [0, 0.5, 1], atol=1e-6)


def test_without_a_fit_probabilities_stay_as_they_are() -> None:
    probabilities = np.linspace(0.001, 0.999, 50)
    np.testing.assert_allclose(Calibration()(probabilities), probabilities, rtol=1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_a_fit_of_few_cases_stays_finite_and_rising(seed: int) -> None:
    rng = np.random.default_rng(seed)
    probabilities = 10.0 ** -rng.uniform(1, 6, 70)  # an untrained network's
    fitted = Calibration.fit(probabilities, rng.random(70) < 0.03)
    assert abs(fitted.slope) < 50
    assert abs(fitted.offset) < 100


@pytest.mark.parametrize(
    ("confidences", "correct", "nothing", "threshold"),
    [
        ([0.1, 0.2, 0.3, 0.9], [0, 0, 1, 1], [1, 1, 0, 0], 0.3),  # dropping the first two makes them right
        ([0.1, 0.2, 0.3, 0.9], [0, 0, 1, 1], [0, 0, 0, 0], 0.0),  # nothing to gain
        ([0.9, 0.1, 0.5], [1, 1, 0], [0, 0, 1], 0.0),  # the gain at 0.5 would cost the answer at 0.1
        ([0.4, 0.6], [0, 0], [1, 1], 1.0),
    ],
)
def test_the_threshold_makes_most_right(
    confidences: list[float], correct: list[int], nothing: list[int], threshold: float
) -> None:
    arrays = np.array(confidences), np.array(correct, bool), np.array(nothing, bool)
    assert best_threshold(*arrays) == threshold
