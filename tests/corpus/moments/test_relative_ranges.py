"""Ranges by the day of writing have a start before their end, and open ones have one end."""

import itertools
import random
from collections.abc import Callable

import pytest
from support.date_examples import seeded

from datenorm.core.moments import AFTER, BEFORE, RANGE, is_valid
from datenorm.corpus.languages.relative_words import UNITS
from datenorm.corpus.moments import relative_ranges
from datenorm.corpus.moments.pieces import END, START, one_end, without_ends
from datenorm.corpus.moments.relative import relative_writer
from datenorm.corpus.moments.relative_ranges import open_relative_range, relative_range
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written
from datenorm.corpus.phrase import compose


def drawn(kind: Callable[[Source], Written | None], tries: int = 3_000) -> list[Written]:
    source = Source.of(seeded(7))
    found = (kind(source) for _ in itertools.repeat(None, tries))
    return [written for written in found if written is not None]


def text_of(written: Written) -> str:
    return "".join(text for text, *_ in written.pieces)


@pytest.fixture(scope="module")
def ranges() -> list[Written]:
    return drawn(relative_range)


def test_a_range_has_two_valid_ends(ranges: list[Written]) -> None:
    assert len(ranges) > 500
    for written in ranges:
        assert written.end is not None
        assert written.moment.form == RANGE
        assert is_valid(written.moment.to_machine())
        assert is_valid(written.end.to_machine())


def test_each_end_knows_its_words(ranges: list[Written]) -> None:
    for written in ranges[:300]:
        for end in (START, END):
            text, spans = compose(one_end(written.pieces, end))
            assert text == "".join(piece for piece, _ in without_ends(written.pieces))
            assert spans.keys() & {"amount", "weekday", "day"}, text


def test_weekdays_alone_are_no_two_ends(ranges: list[Written]) -> None:
    for written in ranges:
        ends = [moment for moment in (written.moment, written.end) if moment is not None]
        assert any(moment.amount[0] != "X" or moment.day != "XX" for moment in ends), text_of(written)


def test_two_counts_of_the_past_begin_with_the_farther_one() -> None:
    found = [relative_writer("en").counted_twice(random.Random(seed)) for seed in range(300)]
    amounts = [(int(start["amount"]), int(end["amount"])) for _, start, end in filter(None, found)]
    assert amounts
    assert all(start < end for start, end in amounts)
    assert any(start < 0 for start, _ in amounts)


def test_words_alone_make_an_open_range() -> None:
    found = drawn(open_relative_range)
    forms = {text_of(written): written.moment.form for written in found}
    assert {AFTER, BEFORE} == set(forms.values())
    assert all(form == AFTER for text, form in forms.items() if text.startswith("since "))
    assert all(form == BEFORE for text, form in forms.items() if text.startswith("until "))


def test_every_unit_has_a_length_to_compare_ends_by() -> None:
    assert relative_ranges._DAYS.keys() == set(UNITS.values())
