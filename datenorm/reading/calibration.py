"""Calibration: the network's probabilities to confidences that come true as often as they say."""

import dataclasses
from typing import Self

import numpy as np

_STEPS = 100
_TINY = 1e-9
_RIDGE = 1e-9  # for probabilities that are all the same
_CERTAIN = 1e-6  # probabilities this near to 0 or 1 count as this near, so that their logits stay finite
_BINS = 15
_PRICE = 1 / 330


@dataclasses.dataclass(frozen=True)
class Calibration:
    """Platt scaling: confidence = sigmoid(slope * logit(probability) + offset).

    Reference:
        Platt, Probabilistic Outputs for Support Vector Machines, 1999, equation 2, with the logit for the score.
    """

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, probabilities: np.ndarray) -> np.ndarray:
        """The confidences of probabilities, of any shape."""
        confidences: np.ndarray = _sigmoid(self.slope * _logit(probabilities) + self.offset)
        return confidences

    @classmethod
    def fit(cls, probabilities: np.ndarray, correct: np.ndarray) -> Self:
        """The calibration under which what came true is most likely, by Newton's method.

        Args:
            probabilities: Of the answers, shape (n,), on strings that training did not hold.
            correct: Whether each answer was right, shape (n,), bool.
        """
        # Platt's targets keep the likelihood finite where all answers, or none, are right.
        n_right, n_wrong = correct.sum(), (~correct).sum()
        targets = np.where(correct, (n_right + 1) / (n_right + 2), 1 / (n_wrong + 2))
        inputs = np.stack([_logit(probabilities), np.ones(len(probabilities))])  # (2, n)

        def loss(weights: np.ndarray) -> float:
            logits = weights @ inputs
            return float((np.logaddexp(0, logits) - targets * logits).sum())

        weights = np.array([1.0, 0.0])
        for _ in range(_STEPS):
            confidences = _sigmoid(weights @ inputs)
            gradient = inputs @ (confidences - targets)
            hessian = (inputs * confidences * (1 - confidences)) @ inputs.T + _RIDGE * np.eye(2)
            step = np.linalg.solve(hessian, gradient)
            # A full step can leap out of the valley where the sigmoids are flat.
            while loss(weights - step) > loss(weights) and np.abs(step).max() > _TINY:
                step /= 2
            weights = weights - step
            if np.abs(step).max() <= _TINY:
                break
        return cls(float(weights[0]), float(weights[1]))


def affordable_threshold(confidences: np.ndarray, correct: np.ndarray, nothing: np.ndarray) -> float:
    """The confidence below which answers are dropped, at the price of one right answer in 330.

    In use there are texts without a date of more kinds than any validation has, and most of those that are still read
    as one are read with little confidence. Most of the right answers that it costs are to misspelt texts.

    Args:
        confidences: Of the answers, shape (n,).
        correct: Whether each answer was right, shape (n,), bool.
        nothing: Whether the text has nothing to be read, shape (n,), bool.

    Returns:
        The threshold; 0 where every text has something to be read, or no answer was right.
    """
    right = np.sort(confidences[correct & ~nothing])
    if not nothing.any() or not right.size:
        return 0.0
    return float(right[int(_PRICE * right.size)])


def expected_calibration_error(confidences: np.ndarray, correct: np.ndarray) -> float:
    """How far confidence and accuracy lie apart, over 15 equally filled bins.

    Reference:
        Naeini, Cooper, Hauskrecht 2015; Nguyen and O'Connor 2015 for bins of equal size.
    """
    order = np.argsort(confidences, kind="stable")
    bins = np.array_split(order, _BINS)
    gaps = [abs(confidences[bin_].mean() - correct[bin_].mean()) * bin_.size for bin_ in bins if bin_.size]
    return float(sum(gaps) / max(1, order.size))


def _logit(probabilities: np.ndarray) -> np.ndarray:
    clipped = np.clip(probabilities, _CERTAIN, 1 - _CERTAIN)
    logits: np.ndarray = np.log(clipped) - np.log1p(-clipped)
    return logits


def _sigmoid(logits: np.ndarray) -> np.ndarray:
    values: np.ndarray = np.exp(-np.logaddexp(0, -logits))
    return values
