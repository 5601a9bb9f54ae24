"""Odd dates state what they say, and nothing of the numbers beside them."""

import pytest
from support.date_examples import seeded
from support.moment_examples import text_of

from datenorm.corpus.languages.numerals import ROMAN_MONTHS
from datenorm.corpus.moments import oddities
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written


@pytest.fixture(scope="module")
def source() -> Source:
    return Source.of(seeded(3))


def texts(write, source: Source, tries: int) -> dict[str, Written]:
    found = [written for written in (write(source) for _ in range(tries)) if written is not None]
    return {text_of(without_ends(written.pieces)): written for written in found}


def test_a_joined_roman_month_is_between_day_and_year(source: Source) -> None:
    for text, written in texts(oddities.joined_roman_month, source, 100).items():
        moment = written.moment
        assert text == f"{int(moment.day)}{ROMAN_MONTHS[int(moment.month) - 1]}{moment.year}"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen ninety six", "1996"),
        ("dos mil diez", "2010"),
        ("negentien zevenentachtig", "1987"),
        ("tvåtusenarton", "2018"),
    ],
)
def test_a_year_in_words_is_said_as_in_its_language(source: Source, text: str, year: str) -> None:
    assert texts(oddities.year_in_words, source, 20_000)[text].moment.year == year


def test_a_marked_year_is_its_digits(source: Source) -> None:
    found = texts(oddities.marked_year, source, 300)
    assert any(text.endswith(". a") for text in found)
    assert all("".join(c for c in text if c.isdecimal()) == written.moment.year for text, written in found.items())


def test_the_numbers_of_a_label_state_nothing(source: Source) -> None:
    found = texts(oddities.labelled_date, source, 300)
    assert any(text.startswith("Nummer ") for text in found)
    for written in found.values():
        label, fields, _ = written.pieces[0]
        assert label.endswith(" ")
        assert fields == ()
