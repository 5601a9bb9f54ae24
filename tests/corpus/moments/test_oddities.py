"""Odd dates state what they say, and nothing of the numbers beside them."""

import re

import pytest
from support.date_examples import seeded
from support.moment_examples import text_of

from datenorm.core.moments import APPROXIMATE, BEFORE_CHRIST, POINT, is_valid
from datenorm.corpus.languages.numerals import ROMAN_MONTHS
from datenorm.corpus.moments import oddities
from datenorm.corpus.moments.in_force import date_in_force
from datenorm.corpus.moments.old_german import old_german_date
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.plain_numbers import day_and_month
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
    found = texts(oddities.marked_year, source, 3_000)
    assert any(text.endswith(". a") for text in found)
    assert all("".join(c for c in text if c.isdecimal()) == written.moment.year for text, written in found.items())


def test_the_numbers_of_a_label_state_nothing(source: Source) -> None:
    found = texts(oddities.labelled_date, source, 3_000)
    assert any(text.startswith("Nummer ") for text in found)
    for written in found.values():
        label, fields, _ = written.pieces[0]
        assert label
        assert fields == ()


def test_a_date_before_our_era_has_the_calendar_of_its_mark(source: Source) -> None:
    found = texts(oddities.marked_date, source, 3_000)
    before = {text: written for text, written in found.items() if written.moment.calendar == BEFORE_CHRIST}
    assert any(text.endswith(" v. Chr.") for text in before)
    assert any(text.endswith(" n. Chr.") for text in found.keys() - before.keys())
    for text, written in found.items():
        assert is_valid(written.moment.to_machine()), text
        assert str(int(written.moment.year)) in text


def test_an_unusual_order_reads_in_one_way(source: Source) -> None:
    for text, written in texts(oddities.unusual_order, source, 400).items():
        assert is_valid(written.moment.to_machine()), text
        if not any(map(str.isalpha, text)):
            assert int(written.moment.day) > 12


def test_parts_of_months_and_years_are_approximate(source: Source) -> None:
    found = texts(oddities.part_of_month_or_year, source, 300)
    assert {written.moment.qualifier for written in found.values()} == {APPROXIMATE}
    stated = {(written.moment.month == "XX", written.moment.year == "XXXX") for written in found.values()}
    assert stated == {(False, False), (False, True), (True, False)}
    assert len({written.locale for written in found.values()}) > 20


def test_who_flourished_in_a_year_did_so_about_then(source: Source) -> None:
    assert {written.moment.qualifier for written in texts(oddities.flourished, source, 30).values()} == {APPROXIMATE}


def test_old_german_ordinals_state_their_day(source: Source) -> None:
    for text, written in texts(old_german_date, source, 300).items():
        found = re.search(r"(\d+)(s?ten|te|tn|tr) ", text)
        assert found is not None
        assert int(found[1]) == int(written.moment.day)


def test_two_plain_numbers_are_a_day_and_a_month(source: Source) -> None:
    for text, written in texts(day_and_month, source, 400).items():
        numbers = sorted(map(int, re.findall(r"\d+", text)))
        assert numbers == sorted((int(written.moment.month), int(written.moment.day)))
        assert text[0].isalpha() or numbers[1] > 12


def test_a_law_is_in_force_from_its_day_on(source: Source) -> None:
    found = texts(date_in_force, source, 3_000)
    assert any(text.endswith("生效") for text in found)
    assert {written.moment.form for written in found.values()} == {POINT}
