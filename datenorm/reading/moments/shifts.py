"""Shifts: a reference moved by amounts of units, and the weeks, quarters and weekends around it."""

import calendar
import datetime as dt
from typing import NamedTuple

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import EACH_DAY, LAST, Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.days import Ends
from datenorm.reading.moments.no_value import NoValueError

_MONTHS = {"Y": 12, "Q": 3, "M": 1}
_DAYS = {"W": 7, "D": 1, "E": 7}
_SECONDS = {"h": 3600, "m": 60, "s": 1}
CLOCK_UNITS = frozenset(_SECONDS)
_DAYS_OF_WEEK = 7


class Amount(NamedTuple):
    """A signed number of units, such as -3 days."""

    number: int
    unit: str


def amounts(moment: Moment) -> list[Amount]:
    """The amounts that a moment states: none, one or two. The second has the sign of the first.

    >>> amounts(Moment(amount="-0001", unit="Y", second_amount="11", second_unit="M"))
    [Amount(number=-1, unit='Y'), Amount(number=-11, unit='M')]
    """
    if moment.amount[0] == UNSPECIFIED:
        return []
    found = [Amount(int(moment.amount), moment.unit)]
    if moment.second_unit != UNSPECIFIED:
        found.append(Amount(int(moment.amount[0] + moment.second_amount), moment.second_unit))
    return found


def shifted(reference: dt.datetime, by: list[Amount]) -> dt.datetime:
    """The reference moved: first by months, where month ends clip, then by days on the wall clock, then by seconds.

    >>> shifted(dt.datetime(2027, 1, 31), [Amount(1, "M")])
    datetime.datetime(2027, 2, 28, 0, 0)

    Args:
        reference: Naive or aware. An aware one keeps its zone, and hours pass as they do in that zone.
        by: The amounts.

    Raises:
        NoValueError: The result is outside the years 1 to 9999.
    """
    months = days = seconds = 0
    for number, unit in by:
        months += number * _MONTHS.get(unit, 0)
        days += number * _DAYS.get(unit, 0)
        seconds += number * _SECONDS.get(unit, 0)
    try:
        if months:
            year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
            last = calendar.monthrange(year, month + 1)[1]
            reference = reference.replace(year=year, month=month + 1, day=min(reference.day, last))
        reference += dt.timedelta(days=days)
        if not seconds:
            return reference
        if reference.tzinfo is None:
            return reference + dt.timedelta(seconds=seconds)
        in_utc = reference.astimezone(dt.UTC) + dt.timedelta(seconds=seconds)
        return in_utc.astimezone(reference.tzinfo)
    except (ValueError, OverflowError):
        raise NoValueError(Reason.OUT_OF_YEARS) from None


def week_of(day: dt.date) -> Ends:
    """The Monday and the Sunday of the week of a day."""
    return _run(day.toordinal() - day.weekday(), _DAYS_OF_WEEK)


def weekend_of(day: dt.date) -> Ends:
    """The Saturday and the Sunday of the week of a day."""
    return _run(day.toordinal() - day.weekday() + 5, 2)


def quarter_of(day: dt.date) -> str:
    """The quarter of a day in EDTF: 2020-33 for the first of 2020."""
    return f"{day.year:04d}-{33 + (day.month - 1) // 3}"


def _run(first: int, length: int) -> Ends:
    try:
        return dt.date.fromordinal(first).isoformat(), dt.date.fromordinal(first + length - 1).isoformat()
    except (ValueError, OverflowError):
        raise NoValueError(Reason.OUT_OF_YEARS) from None


def weekday_in_week(day: dt.date, weekday: str) -> dt.date:
    """The day of the week of another day.

    Args:
        day: A day of the week.
        weekday: 1-7 from Monday.
    """
    try:
        return day + dt.timedelta(days=int(weekday) - 1 - day.weekday())
    except OverflowError:
        raise NoValueError(Reason.OUT_OF_YEARS) from None


def nth_in(first: dt.date, last: dt.date, weekday: str, ordinal: str) -> dt.date:
    """The nth of a weekday, or of all days, from the first to the last day of a period.

    >>> nth_in(dt.date(2026, 12, 1), dt.date(2026, 12, 31), "1", "1")
    datetime.date(2026, 12, 7)

    Args:
        first: The first day of the period.
        last: Its last day.
        weekday: 1-7 from Monday, or `EACH_DAY`.
        ordinal: 1-5 or `LAST`.

    Raises:
        NoValueError: The period has no such day.
    """
    step = 1 if weekday == EACH_DAY else _DAYS_OF_WEEK
    if ordinal == LAST:
        back = 0 if weekday == EACH_DAY else (last.weekday() + 1 - int(weekday)) % _DAYS_OF_WEEK
        ordinal_day = last.toordinal() - back
    else:
        ahead = 0 if weekday == EACH_DAY else (int(weekday) - 1 - first.weekday()) % _DAYS_OF_WEEK
        ordinal_day = first.toordinal() + ahead + step * (int(ordinal) - 1)
    if not first.toordinal() <= ordinal_day <= last.toordinal():
        raise NoValueError(Reason.IMPOSSIBLE)
    return dt.date.fromordinal(ordinal_day)
