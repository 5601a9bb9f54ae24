"""A year alone is the year that is said, with the sense of the word beside it."""

import collections
import itertools

import pytest
from support.date_examples import seeded
from support.moment_examples import text_of

from datenorm.core.moments import AFTER, APPROXIMATE, BEFORE, POINT, UNCERTAIN, is_valid
from datenorm.corpus.languages.numerals import roman_year
from datenorm.corpus.moments.pieces import YEAR, without_ends
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written
from datenorm.corpus.moments.years_alone import year_alone


@pytest.fixture(scope="module")
def found() -> dict[str, list[Written]]:
    source = Source.of(seeded(5))
    by_family = collections.defaultdict(list)
    for _ in range(6_000):
        written = year_alone(source)
        if written is not None:
            by_family[written.family].append(written)
    return by_family


def year_said(written: Written) -> str:
    return "".join(text for text, fields, _ in written.pieces if fields == YEAR)


def test_each_kind_is_written(found: dict[str, list[Written]]) -> None:
    assert found.keys() == {"year: sense", "year: era", "year: Roman"}


def test_a_year_has_no_day_and_is_valid(found: dict[str, list[Written]]) -> None:
    for written in itertools.chain.from_iterable(found.values()):
        assert written.moment.day == "XX"
        assert is_valid(written.moment.to_machine())


@pytest.mark.parametrize(
    ("word", "form", "qualifier"),
    [
        ("before ", BEFORE, "."),
        ("seit ", AFTER, "."),
        ("circa ", POINT, APPROXIMATE),
        (" (?)", POINT, UNCERTAIN),
        ("the year ", POINT, "."),
    ],
)
def test_a_word_beside_a_year_says_how_it_is_meant(found, word: str, form: str, qualifier: str) -> None:
    beside = [
        written
        for written in found["year: sense"]
        if word in (text for text, *_ in written.pieces) and year_said(written).isdecimal()
    ]
    assert beside
    for written in beside:
        assert (written.moment.form, written.moment.qualifier) == (form, qualifier)
        assert year_said(written) == written.moment.year


def test_a_month_of_a_year_has_a_sense_too(found: dict[str, list[Written]]) -> None:
    months = [written for written in found["year: sense"] if written.moment.month != "XX"]
    assert {written.moment.form for written in months} == {BEFORE, AFTER, POINT}


def test_a_year_of_an_era_is_of_that_era_however_short_it_is(found: dict[str, list[Written]]) -> None:
    by_text = {text_of(without_ends(written.pieces)): written for written in found["year: era"]}
    assert by_text["AD 56"].moment.year == "0056"
    for written in by_text.values():
        assert year_said(written).zfill(4) == written.moment.year


def test_a_roman_year_is_its_number(found: dict[str, list[Written]]) -> None:
    for written in found["year: Roman"]:
        assert year_said(written) == roman_year(int(written.moment.year))
