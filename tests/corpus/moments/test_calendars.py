"""Dates of other calendars have the numbers that ICU counts, and none that the calendar lacks."""

import pytest
from support.moment_examples import several_of, text_of

from datenorm.core.moments import DATE_GROUP, split
from datenorm.corpus.moments.calendars import CALENDARS, foreign_date
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.written import Written


@pytest.fixture(scope="module")
def dates() -> list[Written]:
    return list(several_of(foreign_date, 1_500))


def test_dates_are_valid_and_of_all_calendars(dates: list[Written]) -> None:
    assert {written.moment.calendar for written in dates} == set(CALENDARS)
    assert all(DATE_GROUP.is_valid(split(written.moment.to_machine())[0]) for written in dates)


def test_the_digits_of_day_and_year_are_theirs(dates: list[Written]) -> None:
    for written in dates:
        for text, fields, _ in written.pieces:
            digits = "".join(c for c in text if c.isdecimal())
            if fields == ("day",):
                assert int(digits) == int(written.moment.day)
            elif fields == ("year",):
                assert int(digits) == int(written.moment.year)


@pytest.mark.parametrize(
    ("name", "month"), [("Farvardin", "01"), ("Ramadan", "09"), ("Tishri", "01"), ("Nisan", "08"), ("Elul", "13")]
)
def test_english_names_of_months_have_their_numbers(dates: list[Written], name: str, month: str) -> None:
    named = {written.moment.month for written in dates if name in text_of(without_ends(written.pieces))}
    assert named == {month}
