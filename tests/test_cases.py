"""The shipped presets read tests/cases/, where each line is a case.

A line has the text, the expected value or null, the order that its dates are written in or null, and its source: a word
on where such a text comes from. It has a task where that is not `moment`. A known failure that is read turns its test
red: move its line to one of the other files.
"""

import functools
from collections import Counter
from pathlib import Path

import pytest

from datenorm.evaluation.cases import Case, order_of, read_cases
from datenorm.reading.normalizer import Normalizer

CASES = Path(__file__).parent / "cases"
FIELDS = {"text", "expected", "order", "source", "task"}

normalizer_of = functools.cache(Normalizer)


def cases_in(name: str) -> list[Case]:
    found = list(read_cases((CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()))
    assert all(isinstance(case, Case) for case in found), [case for case in found if isinstance(case, str)]
    return found


def task_of(case: Case) -> str:
    return case.fields.get("task", "moment")


def value_of(case: Case) -> str | None:
    """The value that the shipped preset reads."""
    normalizer = normalizer_of(task_of(case))
    return normalizer.normalize(case.text, order_of(case, normalizer.task)).value


IN_THE_WILD, NEGATIVE, KNOWN_FAILURES = map(cases_in, ("in-the-wild", "negative", "known-failures"))


@pytest.mark.parametrize("case", IN_THE_WILD, ids=lambda case: case.text)
def test_a_text_of_the_wild_is_read(case: Case) -> None:
    assert value_of(case) == case.expected


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: case.text)
def test_a_text_that_states_no_moment_has_no_value(case: Case) -> None:
    assert value_of(case) is None


@pytest.mark.parametrize("case", KNOWN_FAILURES, ids=lambda case: case.text)
@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known failure")
def test_a_known_failure_still_fails(case: Case) -> None:
    assert value_of(case) == case.expected


def test_no_text_has_two_lines() -> None:
    every = IN_THE_WILD + NEGATIVE + KNOWN_FAILURES
    counts = Counter((task_of(case), case.text, case.fields["order"]) for case in every)
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_line_says_the_order_and_the_source() -> None:
    for case in IN_THE_WILD + NEGATIVE + KNOWN_FAILURES:
        assert case.fields.keys() <= FIELDS, case
        assert case.fields["order"] in (None, *normalizer_of(task_of(case)).task.orders), case
        assert case.fields["source"], case


def test_a_file_holds_the_cases_that_its_name_says() -> None:
    assert all(case.expected is not None for case in IN_THE_WILD)
    assert all(case.expected is None for case in NEGATIVE)
