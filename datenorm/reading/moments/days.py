"""Days: which days exist, and which day a week or a number in the year names."""

import datetime as dt

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.reasons import Reason
from datenorm.reading.moments.no_value import NoValueError

Ends = tuple[str, str]
"""The first and the last value of what is stated; both are equal for a single value, such as a day."""

_LENGTHS = {"01": 31, "02": 29, "03": 31, "04": 30, "05": 31, "06": 30, "07": 31, "08": 31, "09": 30} | {
    "10": 31,
    "11": 30,
    "12": 31,
}
_DAYS = frozenset(f"{month}-{day:02d}" for month, length in _LENGTHS.items() for day in range(1, length + 1))
_LEAP_DAY = "02-29"
_NIGHT_OF_FEBRUARY = ("02-28", "02-29")
_WEEKS = 52


def checked(year: str, month: str, day: str) -> str:
    """The date in ISO 8601, once it is certain that the day exists.

    >>> checked("1979", "05", "03")
    '1979-05-03'

    Args:
        year: Four digits, with a minus before our era, or Xs.
        month: Two digits.
        day: Two digits.

    Raises:
        NoValueError: The month has no such day in that year.
    """
    of_year = f"{month}-{day}"
    if of_year not in _DAYS or (of_year == _LEAP_DAY and not _can_be_leap(year)):
        raise NoValueError(Reason.IMPOSSIBLE)
    return f"{year}-{of_year}"


def _can_be_leap(year: str) -> bool:
    if UNSPECIFIED in year:
        return True
    number = int(year)
    return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)


def of_week(year: str, week: str, weekday: str) -> Ends:
    """The Monday and the Sunday of a week of ISO 8601, or one of its days.

    >>> of_week("2013", "07", "5")
    ('2013-02-15', '2013-02-15')

    Args:
        year: Four digits.
        week: Two digits.
        weekday: 1-7, or X.

    Raises:
        NoValueError: The year has no week 53, or the week goes beyond the year 9999.
    """
    first, last = ("1", "7") if weekday == UNSPECIFIED else (weekday, weekday)
    try:
        days = [dt.date.fromisocalendar(int(year), int(week), int(day)) for day in (first, last)]
    except (ValueError, OverflowError):
        reason = Reason.IMPOSSIBLE if int(week) > _WEEKS or not int(week) else Reason.OUT_OF_YEARS
        raise NoValueError(reason) from None
    return days[0].isoformat(), days[1].isoformat()


def of_number(year: str, number: str) -> str:
    """The day of a year by its number.

    >>> of_number("2013", "046")
    '2013-02-15'

    Raises:
        NoValueError: The year has no such day.
    """
    first = dt.date(int(year), 1, 1).toordinal()
    last = dt.date(int(year), 12, 31).toordinal()
    ordinal = first + int(number) - 1
    if not first <= ordinal <= last:
        raise NoValueError(Reason.IMPOSSIBLE)
    return dt.date.fromordinal(ordinal).isoformat()


def day_after(date: str) -> str:
    """The next day, also of dates that lack the year or the month.

    >>> day_after("2019-05-31"), day_after("XXXX-12-31")
    ('2019-06-01', 'XXXX-01-01')

    Raises:
        NoValueError: What the date lacks decides which day is next.
    """
    year, of_year = date[:-6], date[-5:]
    month, day = of_year[:2], of_year[3:]
    if month == "XX":
        if day < "28":
            return f"{date[:-2]}{int(day) + 1:02d}"
        raise NoValueError(Reason.NO_FORM)
    is_open = UNSPECIFIED in year
    if is_open and of_year in _NIGHT_OF_FEBRUARY[:1]:
        raise NoValueError(Reason.NO_FORM)
    if _is_day(year, month, int(day) + 1):
        return f"{year}-{month}-{int(day) + 1:02d}"
    if month != "12":
        return f"{year}-{int(month) + 1:02d}-01"
    return f"{year if is_open else _plus_one(year)}-01-01"


def _is_day(year: str, month: str, day: int) -> bool:
    of_year = f"{month}-{day:02d}"
    return of_year in _DAYS and (of_year != _LEAP_DAY or _can_be_leap(year))


def _plus_one(year: str) -> str:
    number = int(year) + 1
    if number > dt.MAXYEAR:
        raise NoValueError(Reason.OUT_OF_YEARS)
    return f"{number:05d}" if number < 0 else f"{number:04d}"
