"""Ranges of runs of years end later than they start, and share only what both have behind their numbers."""

import re

import pytest
from support.moment_examples import several_of, text_of

from datenorm.core.moments import RANGE, is_valid
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.run_ranges import range_of_runs
from datenorm.corpus.moments.written import Written


@pytest.fixture(scope="module")
def ranges() -> dict[str, Written]:
    return {text_of(without_ends(written.pieces)): written for written in several_of(range_of_runs, 12_000)}


def test_both_ends_are_valid_and_in_order(ranges: dict[str, Written]) -> None:
    for text, written in ranges.items():
        assert written.end is not None
        assert written.moment.form == RANGE
        start, end = ((m.year, m.month) for m in (written.moment, written.end))
        assert start < end, text
        assert is_valid(written.moment.to_machine()), text
        assert is_valid(written.end.to_machine()), text


def test_a_century_that_is_written_once_is_of_both(ranges: dict[str, Written]) -> None:
    shared = {text: written for text, written in ranges.items() if re.fullmatch(r"\d+th-\d+th century", text)}
    assert shared
    for text, written in shared.items():
        assert written.end is not None
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        assert [int(moment.year[:2]) + 1 for moment in (written.moment, written.end)] == numbers


def test_the_letter_of_a_quarter_is_written_twice(ranges: dict[str, Written]) -> None:
    shared = [text for text in ranges if text.startswith("Q") and text.count("Q") == 1]
    assert shared == []
    assert any(text.startswith("Q1") and text.count(" ") == 1 for text in ranges)
