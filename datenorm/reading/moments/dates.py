"""Dates: the value of the date that a moment states, as far as it states one."""

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import BEFORE_CHRIST, GREGORIAN, Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.calendars import to_gregorian
from datenorm.reading.moments.days import Ends, checked, of_number, of_week
from datenorm.reading.moments.no_value import NoValueError

_X2, _X4 = UNSPECIFIED * 2, UNSPECIFIED * 4
WEEK, NUMBER = "W", "D"
"""What a month begins with where week 7 is W0 and 7X, and day 46 of the year D0 and 46, in month and day."""


def dates(moment: Moment) -> Ends | None:
    """The first and the last value of the date that a moment states, without its qualifier.

    >>> dates(Moment(year="1979", month="05")), dates(Moment(year="2013", month="W0", day="7X"))
    (('1979-05', '1979-05'), ('2013-02-11', '2013-02-17'))

    Returns:
        None if it states none.

    Raises:
        NoValueError: The date does not exist, or has no Gregorian value.
    """
    calendar = moment.calendar
    if calendar == GREGORIAN:
        return _gregorian(moment.year, moment.month, moment.day)
    if moment.month[0] in (WEEK, NUMBER):
        raise NoValueError(Reason.NO_FORM)
    if calendar == BEFORE_CHRIST:
        return _before_christ(moment.year, moment.month, moment.day)
    if moment.year == _X4:
        raise NoValueError(Reason.NEEDS_REFERENCE)
    if not moment.year.isdecimal():
        raise NoValueError(Reason.NO_FORM)
    return to_gregorian(calendar, moment.year, moment.month, moment.day)


def _gregorian(year: str, month: str, day: str) -> Ends | None:
    if month == _X2:
        if day == _X2:
            return None if year == _X4 else (year, year)
        value = f"{year}-XX-{day}"
    elif month[0] in (WEEK, NUMBER):
        if year == _X4:
            raise NoValueError(Reason.NEEDS_REFERENCE)
        if month[0] == WEEK:
            return of_week(year, month[1] + day[0], day[1])
        value = of_number(year, month[1] + day)
    elif day == _X2:
        value = f"{year}-{month}"
    else:
        value = checked(year, month, day)
    return value, value


def _before_christ(year: str, month: str, day: str) -> Ends:
    """The date in the years of astronomers, in which 1 BC is 0 and 44 BC is -43. Months and days are as written."""
    if year == _X4:
        raise NoValueError(Reason.NO_FORM)
    if UNSPECIFIED in year:  # the fifth century before our era: -0499 to -0400
        year = f"-{year}"
    elif int(year) == 0:
        raise NoValueError(Reason.IMPOSSIBLE)
    else:
        number = int(year) - 1
        year = f"-{number:04d}" if number else "0000"
    found = _gregorian(year, month, day)
    assert found is not None  # the year is stated
    return found
