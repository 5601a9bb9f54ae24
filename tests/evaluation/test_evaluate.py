import json
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.tasks import TIME
from datenorm.evaluation.evaluate import (
    Case,
    Condition,
    Outcome,
    Score,
    evaluate,
    mistakes,
    read_cases,
    table,
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
def test_wilson_interval_of_known_cases(successes: int, n: int, low: float, high: float) -> None:
    assert wilson_interval(successes, n) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_interval_holds_the_share_and_mirrors(drawn: tuple[int, int]) -> None:
    successes, n = drawn
    low, high = wilson_interval(successes, n)
    assert 0 <= low <= successes / n + 1e-12
    assert successes / n - 1e-12 <= high <= 1
    assert wilson_interval(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)
    # Its definition: both ends lie 1.96 of their own standard deviations from the share.
    for end in (low, high):
        deviation = math.sqrt(end * (1 - end) / n)
        assert abs(successes / n - end) == pytest.approx(1.959964 * deviation, abs=1e-6)


@given(st.integers(1, 1000), st.integers(2, 50))
def test_wilson_interval_narrows_with_more_cases(n: int, factor: int) -> None:
    low, high = wilson_interval(n // 2, n)
    more_low, more_high = wilson_interval(n // 2 * factor, n * factor)
    assert more_high - more_low < high - low


LINES = [
    '{"text": "ten", "expected": "10:00", "lang": "en"}',
    "",
    "not JSON",
    "[]",
    "3",
    "null",
    '"text expected"',
    '{"text": "ten"}',
    '{"expected": "10:00"}',
    '{"text": 10, "expected": "10:00"}',
    '{"text": "ten", "expected": 10}',
    '{"text": "ten", "expected": "10:00"',
    "  \n",
    '{"text": "moon", "expected": null}',
]


def test_bad_lines_are_reported_by_number_and_lose_no_other() -> None:
    read = list(read_cases(LINES))
    complaints = [found for found in read if isinstance(found, str)]
    cases = [found for found in read if isinstance(found, Case)]
    assert [(case.text, case.expected) for case in cases] == [("ten", "10:00"), ("moon", None)]
    assert cases[0].fields["lang"] == "en"
    assert [int(re.match(r"line (\d+): expected", line)[1]) for line in complaints] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


@given(st.lists(st.text(st.characters())))
def test_any_lines_are_read_without_an_error(lines: list[str]) -> None:
    read = list(read_cases(lines))
    assert len(read) == sum(bool(line.strip()) for line in lines)


def test_a_line_nested_beyond_measure_loses_no_other() -> None:
    read = list(read_cases(["[" * 100_000, LINES[0]]))
    assert isinstance(read[-1], Case)


@pytest.mark.parametrize(
    ("text", "fields", "fits"),
    [
        ("lang=en*", {"lang": "en-GB"}, True),
        ("lang=en*", {"lang": "fr"}, False),
        ("lang=en*", {}, False),
        ("lang=None", {}, True),
        ("expected!=*T*", {"expected": "2013-02"}, True),
        ("expected!=*T*", {"expected": "2013-02-15T10:30"}, False),
        ("note=a=b", {"note": "a=b"}, True),
        ("count=3", {"count": 3}, True),
    ],
)
def test_a_condition_fits_shell_patterns(text: str, fields: dict[str, object], fits: bool) -> None:
    assert Condition.parse(text)(Case("ten", "10:00", fields)) == fits


@pytest.mark.parametrize("text", ["lang", "=en", "!=en", ""])
def test_a_condition_without_field_and_pattern_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected FIELD=PATTERN"):
        Condition.parse(text)


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
def test_character_accuracy(expected: str | None, value: str | None, accuracy: float) -> None:
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
    header, rule, *rows = rows_of(table(OUTCOMES, "lang"))
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


def test_a_table_of_texts_that_read_two_ways_says_how_many_were_marked() -> None:
    readings = (("2005-04-03", 0.7), ("2005-03-04", 0.3))
    marked = Result("03/04/2005", "2005-04-03", 0.7, ambiguous=True, alternatives=readings)
    cases = [Case(marked.text, expected, {"text": marked.text}) for expected in ("2005-04-03", "2005-03-04", None)]
    header, _, row = rows_of(table([Outcome(case, marked) for case in cases]))
    assert (header[-1], row[-1]) == ("marked ambiguous", "66.67%")


def test_a_table_by_nothing_has_one_row() -> None:
    assert [row[0] for row in rows_of(table(OUTCOMES))] == ["cases", "---", "all"]


def test_a_table_by_a_field_that_is_no_text() -> None:
    rows = rows_of(table(OUTCOMES, "day_first"))[2:]
    assert [row[:2] for row in rows] == [["None", "2"], ["True", "2"], ["all", "4"], ["mean of 2", ""]]


def test_a_value_with_a_bar_stays_in_its_cell() -> None:
    _, _, row, _ = table([outcome("1", "1", pattern="a|b")], "pattern").splitlines()
    assert len(re.split(r"(?<!\\)\|", row)) == 7


def test_a_table_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one case"):
        table([], "lang")


def test_mistakes_come_in_order_up_to_the_limit() -> None:
    assert mistakes(OUTCOMES, 0) == []
    assert len(mistakes(OUTCOMES, 1)) == 1
    first, second = mistakes(OUTCOMES, 5)
    assert "read as 10:01" in first
    assert "expected 10:00" in first
    assert "read as None" in second


class Constant:
    """Stands in for a Normalizer: every text is ten o'clock."""

    task = TIME

    def normalize_batch(self, texts: list[str], order: str | None = None) -> list[Result]:
        return [Result(text, "10:00", 1.0) for text in texts]


def test_every_case_is_read_in_order() -> None:
    cases = [Case(json.dumps(i), "10:00" if i % 2 else "11:00", {}) for i in range(9)]
    normalizer: Normalizer = Constant()  # type: ignore[assignment]
    outcomes = evaluate(normalizer, cases)
    assert [found.case for found in outcomes] == cases
    assert all(found.result.text == found.case.text for found in outcomes)
    assert [found.is_exact for found in outcomes] == [bool(i % 2) for i in range(9)]
