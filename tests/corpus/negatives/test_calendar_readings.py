"""Numbers are a date if the calendar has it in some order."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.corpus.negatives.calendar_readings import days_in, is_date

DATES = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))


@given(DATES, st.permutations(range(3)))
def test_a_day_of_the_calendar_is_a_date_in_every_order(date: dt.date, order: list[int]) -> None:
    parts = (str(date.year), str(date.month), f"{date.day:02d}")
    assert is_date([parts[place] for place in order])


@given(DATES)
def test_a_day_of_the_calendar_is_a_date_without_separators(date: dt.date) -> None:
    assert is_date([f"{date.year:04d}{date.month:02d}{date.day:02d}"])


@pytest.mark.parametrize("numbers", ["31 6 2013", "30 2 99", "29 2 2019", "40 13 2020", "5 5 213", "100 200 300"])
def test_a_day_that_no_calendar_has_is_no_date_in_any_order(numbers: str) -> None:
    assert not any(map(is_date, itertools.permutations(numbers.split())))


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ("1979", True),
        ("999", False),
        ("3000", False),
        ("201302", True),
        ("201313", False),
        ("130599", True),
        ("99999999", False),
        ("12 5", True),
        ("13 14", False),
        ("1984 85", True),
        ("13 1984", True),
        ("984 5", False),
        ("7 2013 5 31", True),
        ("7 13 5 31", False),
    ],
)
def test_parts_of_dates_and_rows_with_a_date_in_them_are_dates(numbers: str, found: bool) -> None:
    assert is_date(numbers.split()) is found


def test_no_numbers_are_no_date() -> None:
    assert not is_date([])


@given(st.integers(1, 9999), st.integers(1, 12))
def test_days_in_a_month_are_those_of_the_calendar(year: int, month: int) -> None:
    last = dt.date(year, month, days_in(month, year))
    assert last == dt.date.max or (last + dt.timedelta(days=1)).day == 1
