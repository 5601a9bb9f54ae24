import json
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.tasks import TIME
from datenorm.evaluation.cases import Case
from datenorm.evaluation.scores import (
    Outcome,
    Score,
    calibration_error,
    evaluate,
    mistakes,
    score_table,
    wilson_interval,
)
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import Result


def outcome(expected: str | None, value: str | None, **fields: object) -> Outcome:
    return Outcome(Case("text", expected, {"expected": expected, **fields}), Result("text", value, 0.5))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (8, 10, 0.4902, 0.9433),
        (5, 10, 0.2366, 0.7634),
        (0, 1, 0.0, 0.7935),
        (15, 148, 0.0624, 0.1605),
        (999, 1000, 0.9943, 0.9998),
    ],
)
def test_the_wilson_interval_of_known_cases(successes: int, n: int, low: float, high: float) -> None:
    assert wilson_interval(successes, n) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_wilson_interval_holds_the_share_and_mirrors(drawn: tuple[int, int]) -> None:
    successes, n = drawn
    low, high = wilson_interval(successes, n)
    assert 0 <= low <= successes / n + 1e-12
    assert successes / n - 1e-12 <= high <= 1
    assert wilson_interval(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)
    # By definition both ends lie 1.96 of their own standard deviations from the share.
    for end in (low, high):
        deviation = math.sqrt(end * (1 - end) / n)
        assert abs(successes / n - end) == pytest.approx(1.959964 * deviation, abs=1e-6)


@given(st.integers(1, 1000), st.integers(2, 50))
def test_the_wilson_interval_narrows_with_more_cases(n: int, factor: int) -> None:
    low, high = wilson_interval(n // 2, n)
    more_low, more_high = wilson_interval(n // 2 * factor, n * factor)
    assert more_high - more_low < high - low


@pytest.mark.parametrize(
    ("expected", "value", "accuracy"),
    [
        ("10:00", "10:00", 1.0),
        ("10:00", "10:59", 0.6),
        ("10:00", "23:45", 0.2),
        ("10:00", None, 0.0),
        ("10:00", "10", 0.4),
        ("10", "10:00", 1.0),
        (None, None, 1.0),
        (None, "10:00", 0.0),
    ],
)
def test_character_accuracy_is_the_share_in_place(expected: str | None, value: str | None, accuracy: float) -> None:
    assert outcome(expected, value).character_accuracy == pytest.approx(accuracy)
    assert outcome(expected, value).is_exact == (expected == value)


OUTCOMES = [
    outcome("10:00", "10:00", lang="en", day_first=True),
    outcome("10:00", "10:01", lang="en"),
    outcome("11:00", "11:00", lang="de", day_first=True),
    outcome("11:00", None),
]


def rows_of(markdown: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.splitlines()]


def test_a_score_is_the_mean_of_its_outcomes() -> None:
    score = Score.of(OUTCOMES)
    assert (score.n, score.exact_match) == (4, 0.5)
    assert (score.low, score.high) == wilson_interval(2, 4)
    assert score.character_accuracy == pytest.approx((1 + 0.8 + 1 + 0) / 4)


def test_a_table_has_a_row_for_each_value_and_one_over_all() -> None:
    header, rule, *rows = rows_of(score_table(OUTCOMES, "lang"))
    assert header == ["lang", "n", "exact match", "95 % interval", "character accuracy"]
    assert len(rule) == len(header)
    assert [row[:3] for row in rows] == [
        ["None", "1", "0.00%"],
        ["de", "1", "100.00%"],
        ["en", "2", "50.00%"],
        ["all", "4", "50.00%"],
        ["mean of 3", "", "50.00%"],
    ]
    assert rows[-2] == ["all", "4", "50.00%", "15.00% - 85.00%", "70.00%"]


def test_a_table_shows_how_many_ambiguous_texts_were_marked() -> None:
    readings = (("2005-04-03", 0.7), ("2005-03-04", 0.3))
    marked = Result("03/04/2005", "2005-04-03", 0.7, ambiguous=True, alternatives=readings)
    cases = [Case(marked.text, expected, {"text": marked.text}) for expected in ("2005-04-03", "2005-03-04", None)]
    header, _, row = rows_of(score_table([Outcome(case, marked) for case in cases]))
    assert (header[-1], row[-1]) == ("marked ambiguous", "66.67%")


def test_a_table_without_a_field_has_one_row() -> None:
    assert [row[0] for row in rows_of(score_table(OUTCOMES))] == ["cases", "---", "all"]


def test_a_table_groups_by_a_field_that_is_not_text() -> None:
    rows = rows_of(score_table(OUTCOMES, "day_first"))[2:]
    assert [row[:2] for row in rows] == [["None", "2"], ["True", "2"], ["all", "4"], ["mean of 2", ""]]


def test_a_value_with_a_bar_stays_in_its_cell() -> None:
    _, _, row, _ = score_table([outcome("1", "1", pattern="a|b")], "pattern").splitlines()
    assert len(re.split(r"(?<!\\)\|", row)) == 7


def test_a_table_of_no_cases_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one case"):
        score_table([], "lang")


def test_mistakes_are_listed_in_order_up_to_the_limit() -> None:
    assert mistakes(OUTCOMES, 0) == []
    assert len(mistakes(OUTCOMES, 1)) == 1
    first, second = mistakes(OUTCOMES, 5)
    assert "read as 10:01" in first
    assert "expected 10:00" in first
    assert "read as None" in second


def test_the_calibration_error_leaves_out_ambiguous_texts() -> None:
    clear = [outcome("10:00", "10:00"), outcome("10:00", "11:00")]  # both with a confidence of 0.5
    readings = (("2005-04-03", 0.9), ("2005-03-04", 0.1))
    marked = Result("03/04/2005", "2005-04-03", 0.9, ambiguous=True, alternatives=readings)
    assert calibration_error(clear) == pytest.approx(0.5)  # each in a bin of its own
    assert calibration_error([*clear, Outcome(Case(marked.text, "2005-03-04", {}), marked)]) == pytest.approx(0.5)
    assert calibration_error([Outcome(Case(marked.text, "2005-03-04", {}), marked)]) == 0


class Constant:
    """Replaces a Normalizer: every text is ten o'clock."""

    task = TIME

    def normalize_batch(self, texts: list[str], order: str | None = None, *, reference: None = None) -> list[Result]:
        return [Result(text, "10:00", 1.0) for text in texts]


def test_outcomes_are_in_the_order_of_the_cases() -> None:
    cases = [Case(json.dumps(i), "10:00" if i % 2 else "11:00", {}) for i in range(9)]
    normalizer: Normalizer = Constant()  # type: ignore[assignment]
    outcomes = evaluate(normalizer, cases)
    assert [found.case for found in outcomes] == cases
    assert all(found.result.text == found.case.text for found in outcomes)
    assert [found.is_exact for found in outcomes] == [bool(i % 2) for i in range(9)]
