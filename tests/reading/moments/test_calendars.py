import datetime as dt

import convertdate
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.reasons import Reason
from datenorm.reading.moments.calendars import to_gregorian, year_beside
from datenorm.reading.moments.no_value import NoValueError

EPOCH = 1721424.5
"""The Julian day of the day before the year 1."""


@pytest.mark.parametrize(
    ("letter", "date", "gregorian"),
    [
        ("P", ("1399", "01", "05"), "2020-03-24"),
        ("P", ("1403", "12", "30"), "2025-03-20"),
        ("W", ("5780", "04", "12"), "2020-01-09"),
        ("W", ("5784", "06", "01"), "2024-02-10"),
        ("W", ("5784", "07", "14"), "2024-03-24"),
        ("W", ("5785", "07", "14"), "2025-03-14"),
        ("H", ("1442", "10", "15"), "2021-05-27"),
        ("H", ("0001", "01", "01"), "0622-07-19"),
        ("E", ("2013", "01", "01"), "2020-09-11"),
        ("E", ("2011", "13", "06"), "2019-09-11"),
        ("C", ("1737", "01", "01"), "2020-09-11"),
        ("S", ("1942", "01", "01"), "2020-03-21"),
        ("S", ("1943", "01", "01"), "2021-03-22"),
        ("F", ("0002", "11", "09"), "1794-07-27"),
        ("F", ("0008", "02", "18"), "1799-11-09"),
    ],
)
def test_known_days(letter, date, gregorian):
    assert to_gregorian(letter, *date) == (gregorian, gregorian)


@pytest.mark.parametrize(
    ("letter", "date"),
    [
        ("P", ("1404", "12", "30")),
        ("P", ("1400", "07", "31")),
        ("P", ("1400", "13", "XX")),
        ("W", ("5785", "06", "XX")),
        ("W", ("5785", "13", "30")),
        ("H", ("1442", "13", "XX")),
        ("H", ("1442", "10", "31")),
        ("E", ("2012", "13", "06")),
        ("S", ("1943", "01", "31")),
        ("F", ("0004", "13", "06")),
        ("F", ("0015", "01", "01")),
        ("P", ("0000", "01", "01")),
    ],
)
def test_a_day_that_the_calendar_lacks_has_no_value(letter, date):
    with pytest.raises(NoValueError) as error:
        to_gregorian(letter, *date)
    assert error.value.reason is Reason.IMPOSSIBLE


@pytest.mark.parametrize(
    ("letter", "year"), [("P", "9500"), ("S", "9950"), ("W", "0100"), ("C", "9800"), ("H", "9999")]
)
def test_a_year_beyond_the_gregorian_ones_has_no_value(letter, year):
    with pytest.raises(NoValueError) as error:
        to_gregorian(letter, year, "01", "01")
    assert error.value.reason is Reason.OUT_OF_YEARS


def test_months_and_years_are_ranges():
    assert to_gregorian("H", "1442", "10", "XX") == ("2021-05-13", "2021-06-10")
    assert to_gregorian("W", "5784", "XX", "XX") == ("2023-09-16", "2024-10-02")


def test_the_thirtieth_of_any_hijri_month_follows_the_twenty_ninth():
    assert to_gregorian("H", "1463", "04", "30")[0] == to_gregorian("H", "1463", "05", "01")[0]


def converted(letter, year, month, day):
    """What convertdate says, as an ordinal."""
    if letter == "W":
        last = 13 if convertdate.hebrew.leap(year) else 12
        month = month + 6 if month <= 5 else {6: 12, 7: last}.get(month, month - 7)
        return int(convertdate.hebrew.to_jd(year, month, day) - EPOCH)
    if letter == "E":
        return int(convertdate.coptic.to_jd(year - 276, month, day) - EPOCH)
    module = {
        "C": convertdate.coptic,
        "S": convertdate.indian_civil,
        "P": convertdate.persian,
        "H": convertdate.islamic,
    }
    return int(module[letter].to_jd(year, month, day) - EPOCH)


@pytest.mark.parametrize(
    ("letter", "years"),
    [
        ("W", range(3770, 6500)),
        ("C", range(1, 3000)),
        ("E", range(300, 3000)),
        ("S", range(1, 3000)),
        ("H", range(1, 1343)),
        ("H", range(1501, 3000)),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning:convertdate")
@given(data=st.data())
def test_days_are_those_of_convertdate(letter, years, data):
    year = data.draw(st.integers(years.start, years.stop - 1))
    month, day = data.draw(st.integers(1, 12)), data.draw(st.integers(1, 28))
    if letter == "W" and month == 6 and not convertdate.hebrew.leap(year):
        return
    found = to_gregorian(letter, f"{year:04d}", f"{month:02d}", f"{day:02d}")[0]
    assert dt.date.fromisoformat(found).toordinal() == converted(letter, year, month, day)


@pytest.mark.parametrize("year", [1300, 1375, 1399, 1403, 1404, 1408, 1450])
def test_persian_years_begin_with_the_equinox(year):
    assert dt.date.fromisoformat(to_gregorian("P", str(year), "01", "01")[0]).toordinal() == converted("P", year, 1, 1)


@pytest.mark.parametrize("letter", "HPWECSF")
@pytest.mark.parametrize("year", [1793, 1900, 2026])
def test_the_year_beside_a_gregorian_one_begins_near_it(letter, year):
    if letter == "F" and year > 1800:
        return
    begins = int(to_gregorian(letter, f"{year_beside(letter, year):04d}", "XX", "XX")[0][:4])
    assert abs(begins - year) <= 1
