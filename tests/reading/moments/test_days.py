import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.reasons import Reason
from datenorm.reading.moments.days import checked, day_after, of_number, of_week
from datenorm.reading.moments.no_value import NoValueError


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [("2023", "02", "29"), ("1900", "02", "29"), ("XXXX", "02", "30"), ("XXXX", "04", "31"), ("-0001", "02", "29")],
)
def test_a_day_that_does_not_exist_has_no_value(year, month, day):
    with pytest.raises(NoValueError) as error:
        checked(year, month, day)
    assert error.value.reason is Reason.IMPOSSIBLE


@pytest.mark.parametrize("year", ["2024", "2000", "XXXX", "0000", "-0004"])
def test_a_leap_day_exists_where_the_year_allows_it(year):
    assert checked(year, "02", "29") == f"{year}-02-29"


@given(st.dates())
def test_weeks_and_numbers_name_the_day_of_the_calendar(date):
    year, week, weekday = date.isocalendar()
    if 1 <= year <= 9999:
        assert of_week(f"{year:04d}", f"{week:02d}", str(weekday)) == (date.isoformat(), date.isoformat())
    assert of_number(f"{date.year:04d}", f"{date.timetuple().tm_yday:03d}") == date.isoformat()


def test_a_week_runs_from_monday_to_sunday():
    assert of_week("2013", "07", "X") == ("2013-02-11", "2013-02-17")


@pytest.mark.parametrize(
    ("year", "week", "reason"),
    [("2013", "53", Reason.IMPOSSIBLE), ("2013", "00", Reason.IMPOSSIBLE), ("9999", "52", Reason.OUT_OF_YEARS)],
)
def test_a_week_outside_its_year_has_no_value(year, week, reason):
    with pytest.raises(NoValueError) as error:
        of_week(year, week, "7")
    assert error.value.reason is reason


@pytest.mark.parametrize("number", ["366", "000"])
def test_a_number_outside_its_year_has_no_value(number):
    with pytest.raises(NoValueError):
        of_number("2023", number)


@given(st.dates(max_value=dt.date(9999, 12, 30)))
def test_the_day_after_is_one_day_later(date):
    assert day_after(date.isoformat()) == (date + dt.timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("date", "after"),
    [
        ("XXXX-12-31", "XXXX-01-01"),
        ("XXXX-02-29", "XXXX-03-01"),
        ("XXXX-04-30", "XXXX-05-01"),
        ("XXXX-XX-15", "XXXX-XX-16"),
        ("-0043-12-31", "-0042-01-01"),
        ("-0001-12-31", "0000-01-01"),
    ],
)
def test_the_day_after_needs_no_more_than_is_stated(date, after):
    assert day_after(date) == after


@pytest.mark.parametrize("date", ["XXXX-02-28", "XXXX-XX-28", "XXXX-XX-31"])
def test_a_day_whose_successor_is_open_has_none(date):
    with pytest.raises(NoValueError):
        day_after(date)
