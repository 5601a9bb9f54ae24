"""Evaluation: cases in, exact match out, with an interval, by any of their fields."""

import collections
import dataclasses
import fnmatch
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from datenorm.core.spans import Spans, read_spans
from datenorm.reading.calibration import expected_calibration_error
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import Result

_Z = 1.959964  # the normal distribution's 97.5 % point, for 95 % intervals


@dataclasses.dataclass(frozen=True)
class Case:
    """One string with its right answer.

    Attributes:
        text: What a person wrote.
        expected: The machine form; None for a text that states none.
        fields: Everything else that the line says, such as kind, lang, family and source, to group by; and language,
            which is the first part of lang.
        spans: The characters of `text` that state each field; empty where that is not known.
    """

    text: str
    expected: str | None
    fields: Mapping[str, Any]
    spans: Spans = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Outcome:
    """A case and what it was read as."""

    case: Case
    result: Result

    @property
    def is_exact(self) -> bool:
        """Whether the value is the expected one, every character of it."""
        return self.result.value == self.case.expected

    @property
    def is_marked(self) -> bool:
        """Whether the text was marked ambiguous, with the expected value among its readings."""
        return any(value == self.case.expected for value, _ in self.result.alternatives)

    @property
    def character_accuracy(self) -> float:
        """The share of the expected characters that stand in their place."""
        expected, value = self.case.expected or "", self.result.value or ""
        if not expected:
            return float(not value)
        return sum(map(str.__eq__, expected, value)) / len(expected)


@dataclasses.dataclass(frozen=True)
class Score:
    """How a group of cases was read.

    Attributes:
        n: Cases.
        exact_match: The share read exactly.
        low: Lower end of its 95 % interval.
        high: Upper end.
        character_accuracy: Mean share of characters in their place.
        marked: The share marked ambiguous, with the expected value among the readings.
    """

    n: int
    exact_match: float
    low: float
    high: float
    character_accuracy: float
    marked: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> "Score":
        """The score of at least one outcome."""
        n = len(outcomes)
        exact = sum(outcome.is_exact for outcome in outcomes)
        low, high = wilson_interval(exact, n)
        accuracy = sum(outcome.character_accuracy for outcome in outcomes) / n
        return cls(n, exact / n, low, high, accuracy, sum(outcome.is_marked for outcome in outcomes) / n)


def wilson_interval(successes: int, n: int) -> tuple[float, float]:
    """The 95 % score interval of a proportion.

    It stays in [0, 1] and keeps its coverage near both ends, where exact match lies.

    Reference:
        Wilson 1927; Brown, Cai, DasGupta, Interval Estimation for a Binomial Proportion, 2001, equation 4.
    """
    share = successes / n
    centre = share + _Z**2 / (2 * n)
    half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
    scale = 1 + _Z**2 / n
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def read_cases(lines: Iterable[str]) -> Iterator[Case | str]:
    """Cases from JSON lines with text, expected, spans if they are known, and any other fields.

    Yields:
        A Case for each line, or, for a line that holds none, a sentence that says which and why. Blank lines are
        passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            text, expected, spans = fields["text"], fields["expected"], read_spans(fields.pop("spans", {}))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield f"line {number}: expected a JSON object with text and expected. Received: {line.strip()[:60]!r}"
            continue
        if isinstance(text, str) and isinstance(expected, str | None):
            language = {"language": fields["lang"].partition("-")[0]} if isinstance(fields.get("lang"), str) else {}
            yield Case(text, expected, language | fields, spans)
        else:
            yield f"line {number}: expected text to be a string, and expected a string or null"


@dataclasses.dataclass(frozen=True)
class Condition:
    """A shell pattern that a field of a case has to fit, or must not.

    >>> Condition.parse("lang=en*"), Condition.parse("expected!=*T*")
    (Condition(field='lang', pattern='en*', fits=True), Condition(field='expected', pattern='*T*', fits=False))
    """

    field: str
    pattern: str
    fits: bool

    @classmethod
    def parse(cls, text: str) -> "Condition":
        """Read FIELD=PATTERN or FIELD!=PATTERN.

        Raises:
            ValueError: It is neither.
        """
        field, separator, pattern = text.partition("=")
        if not separator or not field.strip("!"):
            raise ValueError(f"expected FIELD=PATTERN or FIELD!=PATTERN. Received: {text!r}")
        return cls(field.removesuffix("!"), pattern, not field.endswith("!"))

    def __call__(self, case: Case) -> bool:
        """Whether the case meets the condition; a field that it lacks reads `None`."""
        return fnmatch.fnmatchcase(str(case.fields.get(self.field)), self.pattern) == self.fits


def evaluate(normalizer: Normalizer, cases: Sequence[Case]) -> list[Outcome]:
    """Read every case's text, with the order that it tells; one Outcome a case, in order."""
    results: dict[int, Result] = {}
    by_order: dict[str | None, list[int]] = collections.defaultdict(list)
    for i, case in enumerate(cases):
        by_order[order_of(case, normalizer)].append(i)
    for order, indices in by_order.items():
        batch = normalizer.normalize_batch([cases[i].text for i in indices], order)
        results.update(zip(indices, batch, strict=True))
    return [Outcome(case, results[i]) for i, case in enumerate(cases)]


def order_of(case: Case, normalizer: Normalizer) -> str | None:
    """The order to read a case in: its `order`, or what its `day_first` says of an all-number date; None if neither."""
    if not normalizer.task.orders:
        return None
    day_first = case.fields.get("day_first")
    return case.fields.get("order") or (None if day_first is None else "DMY" if day_first else "MDY")


def table(outcomes: Sequence[Outcome], by: str | None = None) -> str:
    """A Markdown table of scores: a row for each value of the field `by`, one over all, and the mean over the values.

    The share of texts that were marked ambiguous has a column where there are any.

    Raises:
        ValueError: There are no outcomes.
    """
    if not outcomes:
        raise ValueError("expected at least one case. Received: none")
    groups: dict[str, list[Outcome]] = collections.defaultdict(list)
    for outcome in outcomes if by else ():
        groups[str(outcome.case.fields.get(str(by)))].append(outcome)
    scores = {name.replace("|", "\\|"): Score.of(group) for name, group in sorted(groups.items())}
    columns = [by or "cases", "n", "exact match", "95 % interval", "character accuracy"]
    if any(outcome.is_marked for outcome in outcomes):
        columns.append("marked ambiguous")
    rows = [_cells(name, score) for name, score in [*scores.items(), ("all", Score.of(outcomes))]]
    if len(scores) > 1:
        mean = sum(score.exact_match for score in scores.values()) / len(scores)
        rows.append([f"mean of {len(scores)}", "", f"{mean:.2%}", "", "", ""])
    lines = [columns, ["---", *["--:"] * (len(columns) - 1)], *(row[: len(columns)] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(name: str, score: Score) -> list[str]:
    interval = f"{score.low:.2%} - {score.high:.2%}"
    shares = [f"{share:.2%}" for share in (score.exact_match, score.character_accuracy, score.marked)]
    return [name, f"{score.n:,}", shares[0], interval, *shares[1:]]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """The expected calibration error of the confidences, of the texts apart that were marked ambiguous."""
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
