"""Scores: exact match of a Normalizer on cases, with its interval, by any of the cases' fields."""

import collections
import dataclasses
import math
from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np

from datenorm.evaluation.agreement import agrees
from datenorm.evaluation.cases import Case, indices_by_order
from datenorm.evaluation.markdown import markdown_table
from datenorm.reading.calibration import expected_calibration_error
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import Result

_Z = 1.959964  # the normal distribution's 97.5 % point, for 95 % intervals


@dataclasses.dataclass(frozen=True)
class Outcome:
    """A case, and the result of reading it."""

    case: Case
    result: Result

    @property
    def is_exact(self) -> bool:
        """Whether the value says what the case expects, as `agreement.agrees` has it."""
        return agrees(self.case, self.result)

    @property
    def is_marked(self) -> bool:
        """Whether the text was marked ambiguous, with the expected value among its readings."""
        return any(value == self.case.expected for value, _ in self.result.alternatives)

    @property
    def character_accuracy(self) -> float:
        """The share of the expected characters that are in their place."""
        expected, value = self.case.expected or "", self.result.value or ""
        if not expected:
            return float(not value)
        return sum(map(str.__eq__, expected, value)) / len(expected)


@dataclasses.dataclass(frozen=True)
class Score:
    """How well a group of cases was read.

    Attributes:
        n: The number of cases.
        exact_match: The share read exactly.
        low: Lower end of its 95 % interval.
        high: Upper end.
        character_accuracy: The mean share of characters in their place.
        marked: The share marked ambiguous, with the expected value among the readings.
    """

    n: int
    exact_match: float
    low: float
    high: float
    character_accuracy: float
    marked: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Self:
        """The score of at least one outcome."""
        n = len(outcomes)
        exact = sum(outcome.is_exact for outcome in outcomes)
        low, high = wilson_interval(exact, n)
        return cls(
            n=n,
            exact_match=exact / n,
            low=low,
            high=high,
            character_accuracy=sum(outcome.character_accuracy for outcome in outcomes) / n,
            marked=sum(outcome.is_marked for outcome in outcomes) / n,
        )


def wilson_interval(successes: int, n: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion.

    The interval stays in [0, 1]. It keeps its coverage near both ends, where exact match lies.

    Reference:
        Wilson 1927; Brown, Cai, DasGupta, Interval Estimation for a Binomial Proportion, 2001, equation 4.
    """
    share = successes / n
    centre = share + _Z**2 / (2 * n)
    half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    scale = 1 + _Z**2 / n
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def evaluate(normalizer: Normalizer, cases: Sequence[Case]) -> list[Outcome]:
    """Read every case's text, each with the order and the reference that its case gives.

    Returns:
        An Outcome for each case, in the order of the cases.
    """
    results: dict[int, Result] = {}
    for order, indices in indices_by_order(cases, normalizer.task).items():
        references = [cases[i].fields.get("reference") for i in indices] if normalizer.task.ranges else None
        batch = normalizer.normalize_batch([cases[i].text for i in indices], order, reference=references)
        results.update(zip(indices, batch, strict=True))
    return [Outcome(case, results[i]) for i, case in enumerate(cases)]


def score_table(outcomes: Sequence[Outcome], by: str | None = None) -> str:
    """A Markdown table of scores: a row for each value of the field `by`, one over all, and the mean over the values.

    The share of texts that were marked ambiguous has a column if there are any.

    Raises:
        ValueError: There are no outcomes.
    """
    if not outcomes:
        raise ValueError("expected at least one case. Received: none")
    groups: dict[str, list[Outcome]] = collections.defaultdict(list)
    for outcome in outcomes if by else ():
        groups[str(outcome.case.fields.get(str(by)))].append(outcome)
    scores = {name: Score.of(group) for name, group in sorted(groups.items())}
    rows = [_cells(name, score) for name, score in [*scores.items(), ("all", Score.of(outcomes))]]
    if len(scores) > 1:
        mean = sum(score.exact_match for score in scores.values()) / len(scores)
        rows.append([f"mean of {len(scores)}", "", f"{mean:.2%}", "", "", ""])
    columns = [by or "cases", "n", "exact match", "95 % interval", "character accuracy"]
    if any(outcome.is_marked for outcome in outcomes):
        columns.append("marked ambiguous")
    return markdown_table(columns, [row[: len(columns)] for row in rows])


def _cells(name: str, score: Score) -> list[str]:
    return [
        name,
        f"{score.n:,}",
        f"{score.exact_match:.2%}",
        f"{score.low:.2%} - {score.high:.2%}",
        f"{score.character_accuracy:.2%}",
        f"{score.marked:.2%}",
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """The expected calibration error of the confidences, without those of texts that were marked ambiguous."""
    clear = [outcome for outcome in outcomes if not outcome.result.ambiguous]
    confidences = np.array([outcome.result.confidence for outcome in clear])
    return expected_calibration_error(confidences, np.array([outcome.is_exact for outcome in clear]))


def mistakes(outcomes: Iterable[Outcome], limit: int) -> list[str]:
    """The first `limit` wrong readings, a sentence each."""
    wrong = (outcome for outcome in outcomes if not outcome.is_exact)
    return [
        f"{outcome.case.text!r} was read as {outcome.result.value} ({outcome.result.confidence:.2f}), "
        f"expected {outcome.case.expected}"
        for outcome, _ in zip(wrong, range(limit), strict=False)
    ]
