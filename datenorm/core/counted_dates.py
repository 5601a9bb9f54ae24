"""Counted dates: numbers that count seconds or days, and compact dates, which only a column can tell apart.

A single number such as 44931 may be anything. If all numbers of a column can be days of one count, they are dates.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from datenorm.core import numeric_dates
from datenorm.core.numeric_dates import compact_readings
from datenorm.core.tasks import DATE

BARE_NUMBER = re.compile(r"\d{3,19}(?:[.,]\d{1,9})?")
"""A number and nothing else."""

EXCEL = "Excel days"
EXCEL_1904 = "Excel days since 1904"
ORDINAL = "YYYYDDD"
SHORT_ORDINAL = "YYDDD"

_SECONDS = range(100_000_000, 4_200_000_000)  # 1973-2103
_SECONDS_OF_A_DAY = 86_400
_UNIX = {"Unix seconds": 1, "Unix milliseconds": 10**3, "Unix microseconds": 10**6, "Unix nanoseconds": 10**9}
_DAYS = range(14_000, 74_000)  # of Excel: 1938-2102
_YEARS = range(1900, 2101)
_ORDERS = ("DMY", "MDY", "YMD")
# Excel counts a 29 February 1900, which never was: from March 1900 on its day 0 is 30 December 1899.
_EPOCHS = {EXCEL: dt.date(1899, 12, 30), EXCEL_1904: dt.date(1904, 1, 1)}
_UNIX_EPOCH = dt.date(1970, 1, 1)


def counted_dates(number: str) -> Mapping[str, str]:
    """Every way in which a bare number can be a date, kind -> value.

    >>> counted_dates("44931")
    {'Excel days': '2023-01-05'}
    >>> counted_dates("160108")
    {'compact DMY of 6 digits': '2008-01-16', 'compact YMD of 6 digits': '2016-01-08'}

    A compact date may lack the zeros that it begins with, because spreadsheets drop them. The numbers of Excel's 1904
    system look like those of its 1900 system, so that system is not among the kinds; `counted_date` reads it.
    """
    found = {kind: counted_date(number, kind) for kind in _READERS if kind != EXCEL_1904}
    return {kind: value for kind, value in found.items() if value}


def counted_date(number: str, kind: str) -> str | None:
    """The value of a bare number as one kind, a key of `counted_dates`; None if it is none of that kind."""
    whole, point, _ = number.replace(",", ".").partition(".")
    if point and kind not in (*_EPOCHS, "Unix seconds"):
        return None
    return _READERS[kind](whole)


def counted_moment(number: str, kind: str) -> str | None:
    """The value of a bare number as one kind, with its time of day if it states one; None if it is none of that kind.

    >>> counted_moment("1672914600", "Unix seconds"), counted_moment("44931.5", EXCEL), counted_moment("44931", EXCEL)
    ('2023-01-05T10:30:00Z', '2023-01-05T12:00', '2023-01-05')

    Unix time is in UTC, to the second. Fractions of Excel's days are rounded to the second.
    """
    day = counted_date(number, kind)
    if day is None:
        return None
    if kind in _UNIX:
        seconds = int(number.replace(",", ".").partition(".")[0]) // _UNIX[kind]
        return (dt.datetime.combine(_UNIX_EPOCH, dt.time()) + dt.timedelta(seconds=seconds)).isoformat() + "Z"
    _, point, fraction = number.replace(",", ".").partition(".")
    if kind not in _EPOCHS or not point:
        return day
    seconds = round(int(fraction) * _SECONDS_OF_A_DAY / 10 ** len(fraction))
    moment = dt.datetime.fromisoformat(day) + dt.timedelta(seconds=seconds)
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _unix(unit: int) -> Callable[[str], str | None]:
    def read(digits: str) -> str | None:
        seconds = int(digits) // unit
        return _day(_UNIX_EPOCH, seconds // _SECONDS_OF_A_DAY) if seconds in _SECONDS else None

    return read


def _excel(epoch: dt.date) -> Callable[[str], str | None]:
    return lambda digits: _day(epoch, int(digits)) if int(digits) in _DAYS else None


def _ordinal(year_digits: int) -> Callable[[str], str | None]:
    def read(digits: str) -> str | None:
        if len(digits) != year_digits + 3:
            return None
        year, day = _full_year(digits[:year_digits]), int(digits[year_digits:])
        if year not in _YEARS or not 1 <= day <= 366:
            return None
        value = _day(dt.date(year, 1, 1), day - 1)
        return value if value.startswith(f"{year}-") else None

    return read


def _compact(order: str, width: int) -> Callable[[str], str | None]:
    # 2000-01-03 as 000103 loses three zeros; a day or month at the front loses one.
    shortest = 3 if (order, width) == ("YMD", 6) else width - 1

    def read(digits: str) -> str | None:
        return compact_readings(digits.zfill(width)).get(order) if shortest <= len(digits) <= width else None

    return read


def _year_and_month(digits: str) -> str | None:
    value = f"{digits[:4]}-{digits[4:]}"
    return value if len(digits) == 6 and int(digits[:4]) in _YEARS and DATE.is_valid(f"{value}-XX") else None


def _year(digits: str) -> str | None:
    return digits if len(digits) == 4 and int(digits) in _YEARS else None


def _day(epoch: dt.date, days: int) -> str:
    return (epoch + dt.timedelta(days=days)).isoformat()


def _full_year(digits: str) -> int:
    """The year of two or four digits."""
    return numeric_dates.full_year(int(digits)) if len(digits) == 2 else int(digits)


_READERS: dict[str, Callable[[str], str | None]] = {
    **{kind: _unix(unit) for kind, unit in _UNIX.items()},
    **{kind: _excel(epoch) for kind, epoch in _EPOCHS.items()},
    ORDINAL: _ordinal(4),
    SHORT_ORDINAL: _ordinal(2),
    "YYYYMM": _year_and_month,
    "YYYY": _year,
    **{f"compact {order} of {width} digits": _compact(order, width) for width in (6, 8) for order in _ORDERS},
}
