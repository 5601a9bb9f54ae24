import doctest
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.evaluation.cases
from datenorm.core.moments import Moment
from datenorm.core.tasks import DATE, TIME
from datenorm.evaluation.cases import Case, Condition, indices_by_order, order_of, read_cases

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


def test_bad_lines_are_reported_by_number_and_all_others_are_read() -> None:
    read = list(read_cases(LINES))
    complaints = [found for found in read if isinstance(found, str)]
    cases = [found for found in read if isinstance(found, Case)]
    assert [(case.text, case.expected) for case in cases] == [("ten", "10:00"), ("moon", None)]
    assert cases[0].fields["lang"] == "en"
    assert [int(re.match(r"line (\d+): expected", line)[1]) for line in complaints] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12]


@given(st.lists(st.text(st.characters())))
def test_any_line_gives_a_case_or_a_complaint(lines: list[str]) -> None:
    read = list(read_cases(lines))
    assert len(read) == sum(bool(line.strip()) for line in lines)


def test_the_line_after_one_that_is_nested_too_deeply_is_read() -> None:
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
def test_a_condition_matches_a_field_against_a_shell_pattern(text: str, fields: dict[str, object], fits: bool) -> None:
    assert Condition.parse(text)(Case("ten", "10:00", fields)) == fits


@pytest.mark.parametrize("text", ["lang", "=en", "!=en", ""])
def test_a_condition_without_a_field_or_a_pattern_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected FIELD=PATTERN"):
        Condition.parse(text)


def test_spans_and_the_language_are_read_beside_the_other_fields() -> None:
    line = '{"text": "ten", "expected": "10:00", "lang": "en-GB", "spans": {"hour": [[0, 3]]}}'
    (case,) = read_cases([line])
    assert isinstance(case, Case)
    assert case.spans == {"hour": ((0, 3),)}
    assert case.fields == {"text": "ten", "expected": "10:00", "lang": "en-GB", "language": "en"}


@pytest.mark.parametrize(
    ("fields", "order"),
    [
        ({}, None),
        ({"order": None}, None),
        ({"order": "YMD"}, "YMD"),
        ({"day_first": True}, "DMY"),
        ({"day_first": False}, "MDY"),
        ({"day_first": False, "order": "DMY"}, "DMY"),
    ],
)
def test_the_order_of_a_case_is_given_by_order_or_day_first(fields: dict[str, object], order: str | None) -> None:
    case = Case("03/04/2005", "2005-04-03", fields)
    assert order_of(case, DATE) == order
    assert order_of(case, TIME) is None  # a time has no orders


def test_indices_by_order_hold_each_case_once() -> None:
    cases = [Case("1/2/2003", None, fields) for fields in ({}, {"order": "DMY"}, {"day_first": True}, {})]
    assert indices_by_order(cases, DATE) == {None: [0, 3], "DMY": [1, 2]}
    assert indices_by_order(cases, TIME) == {None: [0, 1, 2, 3]}


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.evaluation.cases, raise_on_error=True).attempted


def test_machine_strings_of_a_moment_say_what_is_expected() -> None:
    moment, relative = Moment(year="1979", month="05", day="03"), Moment(amount="+0003", unit="D")
    lines = [
        {"text": "3 May 1979", "machine": moment.to_machine()},
        {"text": "in three days", "machine": relative.to_machine()},
        {"text": "in three days", "machine": relative.to_machine(), "reference": "2026-11-29"},
        {"text": "no machine", "machine": "1979"},
        {"text": "neither"},
    ]
    cases = list(read_cases(map(json.dumps, lines)))
    assert [case.expected for case in cases if isinstance(case, Case)] == ["1979-05-03", None, "2026-12-02"]
    assert [case[:7] for case in cases if isinstance(case, str)] == ["line 4:", "line 5:"]
