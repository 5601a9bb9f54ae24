"""Calibration: scales the network's probabilities so that a confidence is the share of right answers."""

import dataclasses
from typing import Self

import numpy as np

_STEPS = 100
_TINY = 1e-9
_RIDGE = 1e-9  # keeps the Hessian regular if all probabilities are equal
_CERTAIN = 1e-6  # probabilities are clipped to this distance from 0 and 1, so that their logits are finite
_BINS = 15
_PRICE = 1 / 330  # the share of right answers that the threshold drops


@dataclasses.dataclass(frozen=True)
class Calibration:
    """Platt scaling: confidence = sigmoid(slope * logit(probability) + offset).

    Reference:
        Platt, Probabilistic Outputs for Support Vector Machines, 1999, equation 2, with the logit for the score.
    """

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, probabilities: np.ndarray) -> np.ndarray:
        """The confidences of probabilities of any shape."""
        return _sigmoid(self.slope * _logit(probabilities) + self.offset)

    @classmethod
    def fit(cls, probabilities: np.ndarray, correct: np.ndarray) -> Self:
        """The calibration of maximum likelihood, by Newton's method.

        Args:
            probabilities: Of the answers, shape (n,), to strings outside the training data.
            correct: Whether each answer was right, shape (n,), bool.
        """
        # Platt's targets keep the weights finite if all answers are right, or none.
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
            # Where the sigmoids are flat, a full step can overshoot the minimum.
            while loss(weights - step) > loss(weights) and np.abs(step).max() > _TINY:
                step /= 2
            weights = weights - step
            if np.abs(step).max() <= _TINY:
                break
        return cls(float(weights[0]), float(weights[1]))


def affordable_threshold(confidences: np.ndarray, correct: np.ndarray, nothing: np.ndarray) -> float:
    """The confidence below which answers are dropped, at the price of one right answer in 330.

    Real texts without a date are of more kinds than any validation set has. If the network still reads a date there,
    its confidence is mostly low. The right answers that the threshold drops are mostly to misspelt texts.

    Args:
        confidences: Of the answers, shape (n,).
        correct: Whether each answer was right, shape (n,), bool.
        nothing: Whether the text states nothing, shape (n,), bool.

    Returns:
        The threshold; 0 if every text states something, or if no answer was right.
    """
    right = np.sort(confidences[correct & ~nothing])
    if not nothing.any() or not right.size:
        return 0.0
    return float(right[int(_PRICE * right.size)])


def expected_calibration_error(confidences: np.ndarray, correct: np.ndarray) -> float:
    """The mean difference of confidence and accuracy over 15 equally filled bins.

    Reference:
        Naeini, Cooper, Hauskrecht 2015; Nguyen and O'Connor 2015 for bins of equal size.
    """
    order = np.argsort(confidences, kind="stable")
    bins = np.array_split(order, _BINS)
    gaps = [abs(confidences[bin_].mean() - correct[bin_].mean()) * bin_.size for bin_ in bins if bin_.size]
    return float(sum(gaps) / max(1, order.size))


def _logit(probabilities: np.ndarray) -> np.ndarray:
    clipped = np.minimum(np.maximum(probabilities, _CERTAIN), 1 - _CERTAIN)  # in half the time of `clip`
    logits: np.ndarray = np.log(clipped) - np.log1p(-clipped)
    return logits


def _sigmoid(logits: np.ndarray) -> np.ndarray:
    values: np.ndarray = np.exp(-np.logaddexp(0, -logits))
    return values
