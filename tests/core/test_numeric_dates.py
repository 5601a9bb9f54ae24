"""Numeric dates: their readings in each order, and what the numbers determine or exclude."""

import datetime as dt
import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.core.numeric_dates
from datenorm.core.numeric_dates import (
    compact_readings,
    conflicting_orders,
    full_year,
    numbers_exclude,
    numeric_readings,
    readings,
    readings_by_order,
    resolve,
    takes_order,
    without_clock,
)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("13", "07", "2022"), {"DMY": "2022-07-13"}),
        (("07", "13", "2022"), {"MDY": "2022-07-13"}),
        (("2022", "07", "13"), {"YMD": "2022-07-13"}),
        (("10", "11", "12"), {"DMY": "2012-11-10", "MDY": "2012-10-11", "YMD": "2010-11-12"}),
        (("29", "2", "2023"), {}),
        (("29", "2", "2567"), {"DMY": "2024-02-29"}),
        (("9", "1", "2567"), {"DMY": "2024-01-09", "MDY": "2024-09-01"}),
        (("2567", "1", "9"), {"YMD": "2567-01-09"}),
        (("29", "2"), {"DM": "XXXX-02-29"}),
        (("20", "11"), {"DM": "XXXX-11-20"}),
        (("1", "2"), {"DM": "XXXX-02-01", "MD": "XXXX-01-02"}),
        (("31", "4"), {}),
        (("5", "6", "7"), {}),
    ],
)
def test_readings(numbers: tuple[str, ...], expected: dict[str, str]) -> None:
    assert readings(numbers) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("20130215", {"YMD": "2013-02-15"}),
        ("15022013", {"DMY": "2013-02-15"}),
        ("10112013", {"DMY": "2013-11-10", "MDY": "2013-10-11"}),
        ("20112012", {"DMY": "2012-11-20"}),
        ("130215", {"YMD": "2013-02-15", "DMY": "2015-02-13"}),
        ("99999999", {}),
    ],
)
def test_compact_readings(digits: str, expected: dict[str, str]) -> None:
    assert compact_readings(digits) == expected


def test_short_years_are_those_of_1969_to_2068() -> None:
    assert [full_year(short) for short in (0, 68, 69, 99)] == [2000, 2068, 1969, 1999]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13/07/2022", {"DMY": "2022-07-13"}),
        ("fri 03/04/2005", {"DMY": "2005-04-03", "MDY": "2005-03-04"}),
        ("3/4", {"DMY": "XXXX-04-03", "MDY": "XXXX-03-04", "YMD": "XXXX-03-04"}),
        ("25.12.", {"DMY": "XXXX-12-25"}),
        ("20130215", {"YMD": "2013-02-15"}),
        ("130215", {}),
        ("3 may 1979", {}),
        ("1 2 3 4", {}),
        ("no numbers", {}),
        ("05.02.2013, 10:30", {"DMY": "2013-02-05", "MDY": "2013-05-02"}),
    ],
)
def test_readings_by_order(text: str, expected: dict[str, str]) -> None:
    assert readings_by_order(text) == expected


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("03/04/2005", ("DMY", "MDY")),
        ("13/07/22", ("DMY", "YMD")),
        ("3/4", ("DMY", "MDY")),  # MDY and YMD agree
        ("fri 03/04/2005, 10:30", ("DMY", "MDY")),
        ("13/07/2022", ()),
        ("05/05/2005", ()),
        ("3 may 1979", ()),
        ("", ()),
        # The year is spoiled: every order remains possible if the other numbers may be a day and a month.
        ("03/04/20155", ("DMY", "MDY", "YMD")),
        ("13/04/20155", ()),
    ],
)
def test_conflicting_orders(text: str, orders: tuple[str, ...]) -> None:
    assert conflicting_orders(text) == orders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/04/2005", True),
        ("3-4", True),
        ("03042005", True),
        ("fri 03/04/2005, 10:30", True),
        ("on 3.4. at 5", False),
        ("03/04/2005 - 15/04/2005", True),
        ("between 3/4 and 15/4", True),
        ("13/04/2005", False),
        ("26/07/63", False),
        ("5-7 may 2019", False),
        ("may 5 - 7, 2019", False),
        ("07:25", False),
        ("page 3 of 10", False),
        ("friday", False),
        ("", False),
    ],
)
def test_a_text_takes_an_order_where_numbers_alone_are_a_date_in_several(text: str, expected: bool) -> None:
    assert takes_order(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/04/2005", ("2005-04-03", "2005-03-04")),
        ("3/4", ("XXXX-04-03", "XXXX-03-04")),
        ("2013-02-15", ("2013-02-15",)),
        ("fri 03/04/2005", ()),
        ("03/04/2005 10:30 pm", ("2005-04-03", "2005-03-04")),
    ],
)
def test_numeric_readings(text: str, expected: tuple[str, ...]) -> None:
    assert numeric_readings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05/02/2013 10:30", "05/02/2013 "),
        ("10:30:15 pm, 05/02/2013", ", 05/02/2013"),
        ("7.3.2006 12.14.45", "7.3.2006"),
        ("05-02-2013_10-30-00", "05-02-2013"),
        ("05/02/2013 10:30 a.m. est", "05/02/2013 "),
        ("05/02/2013 10:30:00,123 +0100", "05/02/2013 "),
        ("05/02/2013 06.02.2013", "05/02/2013 06.02.2013"),
        ("2013-02-15t10:30:00.123z", "2013-02-15"),
        ("2013-02-15 10:30:00+0100", "2013-02-15 "),
        ("2013-02-15t10:30-05:00", "2013-02-15"),
        ("2014:03:31", "2014:03:31"),
        ("10:11:2012", "10:11:2012"),
        ("3 may 1979", "3 may 1979"),
    ],
)
def test_a_time_of_day_is_removed(text: str, expected: str) -> None:
    assert without_clock(text) == expected


@given(
    date=st.dates(dt.date(1969, 1, 1), dt.date(2068, 12, 31)),
    form=st.sampled_from(["{:%Y}{}{:%m}{}{:%d}", "{:%y}{}{:%m}{}{:%d}"]),
    mark=st.sampled_from(["-", "/", ".", " ", "_", ". ", " - "]),
    around=st.sampled_from(["{}", "({})", "'{}'", "{}.", "10:30 {}", "{}, 22:15:00"]),
)
def test_numbers_in_a_given_order_are_their_date(date: dt.date, form: str, mark: str, around: str) -> None:
    text = around.format(form.format(date, mark, date, mark, date))
    assert resolve(text, "YMD") == f"{date}"
    assert resolve(text) in (f"{date}", None)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        *[("2013-07-22", None, "2013-07-22"), ("13/07/22", None, None), ("13/07/22", "DMY", "2022-07-13")],
        *[("07/13/2022", "DMY", "2022-07-13"), ("19/1/8", None, "2019-01-08"), ("20130215", "DMY", "2013-02-15")],
        *[("5/4", "DMY", None), ("2013-02", None, None), ("31/04/2020", None, None), ("2020", None, None)],
        # In an order of no language, but only one number can be the day.
        *[("2022/30/11", None, "2022-11-30"), ("30/2022/11", "DMY", "2022-11-30"), ("2022/31/11", None, None)],
        *[
            ("2022/13/14", None, None),
            ("2013-15-02", None, None),
            ("2022/30/1998", None, None),
            ("22/30/11", None, None),
        ],
        # A character beside the numbers may be a misread digit, or may say more.
        *[("30.1!.2028", None, None), ("!525-09-18", None, None), ("5|-10-30", None, None), ("l5-10-30", None, None)],
        *[
            ("1\ufffd.12.1939", None, None),
            ("??-10-30-5", None, None),
            ("fri 13.07.2022", None, None),
            ("", None, None),
        ],
    ],
)
def test_resolve(text: str, order: str | None, expected: str | None) -> None:
    assert resolve(text, order) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[
            ("13/13/2013", "2013-03-13"),
            ("(29/02/1947)", "1947-02"),
            ("2021-13-45", "2021-XX-XX"),
            ("0000-00-00", "XXXX-XX-XX"),
        ],
        *[("3 may 12005", "2005-05-03"), ("3 may 10000", "1000-05-03"), ("27/??/20201", "2020-XX-27")],
        *[("3 may 12005", "1005-05-03"), ("99999-01-01", "9999-01-01"), ("1 may 12005", "2005-05-01")],
        *[("may 3, 120055", "1200-05-03"), ("3 may 12005.", "2005-05-03")],
        *[("day 123 of 12005", "1200-D1-23"), ("12005-w07", "1200-W0-7X")],
    ],
)
def test_numbers_exclude_a_value(text: str, value: str) -> None:
    assert numbers_exclude(text, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("13/07/2022", "2022-07-13"), ("3 may 1979", "1979-05-03"), ("03/04/2548", "2005-04-03")],
        # A mark is missing, a digit is misread, or an identifier is beside the date.
        *[("3/72022", "2022-07-03"), ("20221z26", "2022-12-26"), ("130215", "2013-02-15"), ("072022", "2022-07")],
        *[("0/1/2020", "2020-01"), ("2020-00-00", "2020"), ("order 12345: 3 may 1979", "1979-05-03")],
        *[("12345, 3 may 1979", "1979-05-03"), ("5/6/7", "2007-06-05")],
        *[
            ("20130215", "2013-02-15"),
            ("2022/13/07", "2022-07-13"),
            ("3 may 12005", "XXXX-05-03"),
            ("3/4", "XXXX-04-03"),
        ],
    ],
)
def test_numbers_allow_a_value(text: str, value: str) -> None:
    assert not numbers_exclude(text, value)


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.numeric_dates, raise_on_error=True).attempted
