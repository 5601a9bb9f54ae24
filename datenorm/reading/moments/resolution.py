"""Resolution: the values of a moment beside a reference, such as "next Friday" or "5 May"."""

import contextlib
import datetime as dt
from collections.abc import Iterable, Iterator

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import BEFORE_CHRIST, GREGORIAN, Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.bounds import bounds
from datenorm.reading.moments.calendars import year_beside
from datenorm.reading.moments.choosing import chosen, first_after
from datenorm.reading.moments.dates import NUMBER, WEEK, dates
from datenorm.reading.moments.days import Ends
from datenorm.reading.moments.hours import clocks
from datenorm.reading.moments.joining import is_day, joined
from datenorm.reading.moments.no_value import NoValueError
from datenorm.reading.moments.shifts import (
    CLOCK_UNITS,
    Amount,
    amounts,
    nth_in,
    quarter_of,
    shifted,
    week_of,
    weekday_in_week,
    weekend_of,
)

_X2, _X4 = UNSPECIFIED * 2, UNSPECIFIED * 4
_FROM_COARSE_TO_FINE = "YQMEWDhms"
_COUNTED_IN_DAYS = "EW"
_LENGTHS = {"Y": 4, "M": 7, "D": 10}  # of dates in ISO 8601 to that unit
_WEEKEND = ("6", "7")
_LEAP_DAY = ("02", "29")
_YEARS_TO_A_RARE_DAY = 8  # as from 29 February 1896 to that of 1904
_YEARS_TO_A_FIFTH_WEEKDAY = 40  # February has one on a leap day alone
_YEARS_TO_A_FOREIGN_DAY = 4  # Adar I is in every second or third Hebrew year


def needs_reference(moment: Moment) -> bool:
    """Whether a moment has no value without a reference, because it counts from the day of writing."""
    if moment.amount[0] != UNSPECIFIED:
        return True
    if moment.weekday == UNSPECIFIED:
        return moment.year == _X4 and (moment.month[0] in (WEEK, NUMBER) or moment.calendar != GREGORIAN)
    if moment.ordinal != UNSPECIFIED:
        return moment.year == _X4
    return (moment.year, moment.month, moment.day) == (_X4, _X2, _X2)


def is_open(moment: Moment) -> bool:
    """Whether a reference says more of a moment than its text: its year is not stated."""
    return moment.year == _X4


def stated(moment: Moment) -> list[Ends]:
    """The values of a moment that needs no reference, the first reading first.

    Raises:
        NoValueError: What it states does not exist, or has no form.
    """
    date = dates(moment)
    if moment.ordinal != UNSPECIFIED:
        date = _nth(moment, date)
    elif moment.weekday != UNSPECIFIED and moment.day == _X2:
        raise NoValueError(Reason.NO_FORM)  # "Friday, May 2019"; beside a day a weekday changes nothing
    return [joined(date, clock, moment) for clock in clocks(moment) or (None,)]


def resolved(
    moment: Moment, reference: dt.datetime, prefer: str | None = None, after: dt.datetime | None = None
) -> list[Ends]:
    """The values of a moment beside a reference, the one that is meant first.

    Args:
        moment: The moment; what is said of its form and its qualifier is left to the caller.
        reference: When the text was written. A clock time gets the offset of an aware one, if it states none itself.
        prefer: `future`, `past` or `nearest`, for what the text leaves open; None for `future`.
        after: The start of a range, on the wall clock, for its end.

    Raises:
        NoValueError: What it states does not exist, has no form, or is outside the years 1 to 9999.
    """
    if moment.zone[0] != UNSPECIFIED and reference.tzinfo is not None:
        reference = reference.astimezone(_zone(moment.zone))
    found = list(dict.fromkeys(_resolved(moment, reference, prefer, after)))
    if reference.tzinfo is None:
        return found
    return [(_with_offset(first, reference.tzinfo), _with_offset(last, reference.tzinfo)) for first, last in found]


_STEPS = {"h": dt.timedelta(minutes=1), "m": dt.timedelta(minutes=1), "s": dt.timedelta(seconds=1)}
"""From the end of a span to the last value in it."""


def span(moment: Moment, reference: dt.datetime) -> Ends:
    """The first and the last value of a span: whole units before or after the current one.

    Two units together reach up to the reference.

    Raises:
        NoValueError: It states more than amounts, or is outside the years 1 to 9999.
    """
    by = amounts(moment)
    bare = moment.but(amount="XXXXX", unit="X", second_amount="XX", second_unit="X")
    if not by or bare != Moment(form=moment.form, qualifier=moment.qualifier):
        raise NoValueError(Reason.NO_FORM)
    number, unit = by[0]
    if len(by) == 1 and unit in CLOCK_UNITS:
        begun = _begun(reference, unit)
        start, stop = (number, 0) if number < 0 else (1, number + 1)
        end = shifted(begun, [Amount(stop, unit)]) - _STEPS[unit]
        finest = "s" if unit == "s" else "m"
        return _at_grain(shifted(begun, [Amount(start, unit)]), finest)[0], _at_grain(end, finest)[1]
    if len(by) > 1:
        finest = _finest(by)
        one, other = sorted((reference, shifted(reference, by)))
        return _at_grain(one, finest)[0], _at_grain(other, finest)[1]
    now = reference.replace(tzinfo=None)
    first, last = sorted(((number > 0) - (number < 0), number))
    return _period(Amount(first, unit), now)[0], _period(Amount(last, unit), now)[1]


def _begun(moment: dt.datetime, unit: str) -> dt.datetime:
    """The beginning of the hour, the minute or the second of a moment."""
    whole = moment.replace(microsecond=0)
    whole = whole if unit == "s" else whole.replace(second=0)
    return whole.replace(minute=0) if unit == "h" else whole


def _resolved(moment: Moment, reference: dt.datetime, prefer: str | None, after: dt.datetime | None) -> Iterator[Ends]:
    by, now = amounts(moment), reference.replace(tzinfo=None)
    if any(unit in CLOCK_UNITS for _, unit in by):
        yield _of_hours(moment, reference, by)
        return
    if by:
        date = _of_amounts(moment, now, by)
        yield from (joined(date, clock, moment) for clock in clocks(moment) or (None,))
        return
    if not is_open(moment):
        yield from stated(moment)
        return
    if moment.calendar == GREGORIAN and moment.month[0] not in (WEEK, NUMBER):
        dates(moment)  # the 30th of February is in no year
    is_weekday = moment.weekday != UNSPECIFIED and (moment.month, moment.day) == (_X2, _X2)
    # Both readings of an open hour are among the candidates: at 16:00 "at 5" is 17:00, and at 18:00 it is 05:00.
    readings = clocks(moment) or (None,)

    def choices(*of: Ends | None) -> list[Ends]:
        candidates = (joined(date, clock, moment) for date in _candidates(moment, after or now) for clock in of)
        if after is not None:
            return first_after(candidates, after)
        return chosen(candidates, now, prefer, without_today=is_weekday and moment.ordinal == UNSPECIFIED)

    first, *others = choices(*readings)
    yield first
    if len(readings) > 1:
        yield from (choices(clock)[0] for clock in readings)
    yield from others


def _candidates(moment: Moment, pivot: dt.datetime) -> Iterator[Ends]:
    """The dates around a pivot that fit what a moment states, in the order of time."""
    if moment.ordinal != UNSPECIFIED:
        for period in _periods(moment, pivot):
            with contextlib.suppress(NoValueError):  # not every month has a fifth Friday
                yield _nth(moment, period)
    elif moment.weekday != UNSPECIFIED and moment.day == _X2:
        if moment.month != _X2:
            raise NoValueError(Reason.NO_FORM)
        for weeks in (-1, 0, 1, 2):
            day = weekday_in_week(shifted(pivot, [Amount(weeks, "W")]).date(), moment.weekday).isoformat()
            yield day, day
    else:
        yield from _periods(moment, pivot)


def _periods(moment: Moment, pivot: dt.datetime) -> Iterator[Ends]:
    """The days, months or other dates around a pivot that fit the date that a moment states."""
    if moment.calendar == BEFORE_CHRIST:
        raise NoValueError(Reason.NO_FORM)
    if moment.calendar != GREGORIAN:
        year = year_beside(moment.calendar, pivot.year)
        yield from _in_years(moment, range(year - _YEARS_TO_A_FOREIGN_DAY, year + _YEARS_TO_A_FOREIGN_DAY + 1))
    elif moment.month != _X2:
        reach = _reach(moment)
        yield from _in_years(moment, range(pivot.year - reach, pivot.year + reach + 1))
    elif moment.day != _X2:
        for months in (-2, -1, 0, 1, 2):
            month = shifted(pivot, [Amount(months, "M")])
            yield from _existing(moment, year=f"{month.year:04d}", month=f"{month.month:02d}")
    elif moment.ordinal != UNSPECIFIED:
        yield from (_period(Amount(months, "M"), pivot) for months in range(-4, 5))  # not every month has a fifth
    else:
        yield from (_period(Amount(days, "D"), pivot) for days in (-1, 0, 1))


def _reach(moment: Moment) -> int:
    """How many years away the nearest year can be that has such a day."""
    if moment.ordinal == "5":
        return _YEARS_TO_A_FIFTH_WEEKDAY
    is_rare = (moment.month, moment.day) == _LEAP_DAY or moment.month[0] in (WEEK, NUMBER)
    return _YEARS_TO_A_RARE_DAY if is_rare else 1


def _in_years(moment: Moment, years: Iterable[int]) -> Iterator[Ends]:
    for year in years:
        if 1 <= year <= dt.MAXYEAR:
            yield from _existing(moment, year=f"{year:04d}")


def _existing(moment: Moment, **fields: str) -> list[Ends]:
    """The date of a moment with other fields, or nothing if it does not exist."""
    try:
        date = dates(moment.but(**fields))
    except NoValueError:
        return []
    return [date] if date else []


def _nth(moment: Moment, period: Ends | None) -> Ends:
    """The nth weekday or day of a period."""
    first, last = (bounds(period[0])[0], bounds(period[1])[1]) if period else (None, None)
    if first is None or last is None or moment.day != _X2 or moment.weekday == UNSPECIFIED:
        raise NoValueError(Reason.NO_FORM)
    day = nth_in(first.date(), last.date(), moment.weekday, moment.ordinal).isoformat()
    return day, day


def _of_hours(moment: Moment, reference: dt.datetime, by: list[Amount]) -> Ends:
    """The minute or second that is some hours from the reference. A weekday beside it has to fit."""
    if (moment.year, moment.month, moment.day, moment.half) != (_X4, _X2, _X2, UNSPECIFIED):
        raise NoValueError(Reason.NO_FORM)
    found = shifted(reference, by)
    if moment.ordinal != UNSPECIFIED or moment.weekday not in (UNSPECIFIED, str(found.isoweekday())):
        raise NoValueError(Reason.NO_FORM)
    if by == [Amount(0, "h")]:  # this hour
        return _at_grain(found.replace(minute=0), "m")[0], _at_grain(found.replace(minute=59), "m")[1]
    return _at_grain(found, _finest(by))


def _of_amounts(moment: Moment, now: dt.datetime, by: list[Amount]) -> Ends:
    """The date that is some years, months, weeks or days away, with the date and the weekday beside it."""
    has_date = (moment.year, moment.month, moment.day) != (_X4, _X2, _X2)
    if moment.ordinal != UNSPECIFIED:
        if len(by) > 1 or by[0].unit == "D":
            raise NoValueError(Reason.NO_FORM)
        return _nth(moment, _of_named_date(moment, now, by) if has_date else _period(by[0], now))
    if has_date:
        return _of_named_date(moment, now, by)
    date = _plain(by, now, to_the_day=moment.half != UNSPECIFIED)
    if moment.weekday == UNSPECIFIED:
        return date
    unit = by[0].unit
    if len(by) == 1 and (unit == "W" or (unit == "E" and moment.weekday in _WEEKEND)):
        day = weekday_in_week(shifted(now, by).date(), moment.weekday)
    elif date[0] == date[1] and is_day(date[0]) and dt.date.fromisoformat(date[0]).isoweekday() == int(moment.weekday):
        return date  # "tomorrow, Monday"
    else:
        raise NoValueError(Reason.NO_FORM)
    return day.isoformat(), day.isoformat()


def _of_named_date(moment: Moment, now: dt.datetime, by: list[Amount]) -> Ends:
    """May last year, last May, the 20th of next month; or a date that says the same as the amount beside it."""
    number, unit = by[0]
    if len(by) > 1 or moment.calendar != GREGORIAN:
        raise NoValueError(Reason.NO_FORM)
    if unit == "Y" and moment.year == _X4 and moment.month != _X2:
        return _only(_existing(moment, year=_period(by[0], now)[0]))
    if unit == "M" and moment.year == _X4 and moment.month != _X2:
        return _of_named_month(moment, now, number)
    if unit == "M" and moment.year == _X4:
        month = shifted(now, by)
        return _only(_existing(moment, year=f"{month.year:04d}", month=f"{month.month:02d}"))
    date = _plain(by, now, to_the_day=True)
    fields = zip((moment.year, moment.month, moment.day), date[0].split("-"), strict=False)
    if not is_day(date[0]) or any(UNSPECIFIED not in said and said != found for said, found in fields):
        raise NoValueError(Reason.NO_FORM)
    return date


def _of_named_month(moment: Moment, now: dt.datetime, number: int) -> Ends:
    """The nth May, or 3 May, before or after the reference; that of the same year for a number of 0."""
    if number == 0:
        return _only(_existing(moment, year=f"{now.year:04d}"))
    reach = abs(number) + _YEARS_TO_A_RARE_DAY
    found = list(_in_years(moment, range(now.year - reach, now.year + reach + 1)))
    today = now.date()
    if number < 0:
        fitting = [ends for ends in reversed(found) if (end := bounds(ends[1])[1]) and end.date() < today]
    else:
        fitting = [ends for ends in found if (start := bounds(ends[0])[0]) and start.date() > today]
    if len(fitting) < abs(number):
        raise NoValueError(Reason.OUT_OF_YEARS)
    return fitting[abs(number) - 1]


def _only(found: list[Ends]) -> Ends:
    if not found:
        raise NoValueError(Reason.IMPOSSIBLE)
    return found[0]


def _plain(by: list[Amount], now: dt.datetime, *, to_the_day: bool) -> Ends:
    """The date some amounts away, to the grain of the finest; two and more weeks are counted in days."""
    if len(by) == 1:
        number, unit = by[0]
        if unit != "W" or (abs(number) <= 1 and not to_the_day):
            return _period(by[0], now)
    unit = _finest(by)
    return _at_grain(shifted(now, by), "D" if unit in _COUNTED_IN_DAYS else unit)


def _period(amount: Amount, now: dt.datetime) -> Ends:
    """The whole year, quarter, month, week, weekend or day that is an amount away."""
    day = shifted(now, [amount])
    if amount.unit == "W":
        return week_of(day.date())
    return weekend_of(day.date()) if amount.unit == "E" else _at_grain(day, amount.unit)


def _finest(by: list[Amount]) -> str:
    return max((unit for _, unit in by), key=_FROM_COARSE_TO_FINE.index)


def _at_grain(moment: dt.datetime, unit: str) -> Ends:
    """A moment cut to a unit."""
    if unit == "Q":
        value = quarter_of(moment)
    elif unit in CLOCK_UNITS:
        value = moment.replace(tzinfo=None).isoformat(timespec="seconds" if unit == "s" else "minutes")
        if moment.tzinfo is not None:
            value += _offset(moment)
    else:
        value = moment.date().isoformat()[: _LENGTHS[unit]]
    return value, value


def _with_offset(value: str, zone: dt.tzinfo | None) -> str:
    """A value with the offset of a zone, if it states a day, a time and no offset."""
    _, _, clock = value.partition("T")
    start = bounds(value, zone)[0]
    if start is None or not clock or clock.endswith("Z") or not clock.replace(":", "").isdigit():
        return value
    return value + _offset(start)


def _offset(moment: dt.datetime) -> str:
    """The offset of an aware moment in ISO 8601; that of UTC is Z."""
    minutes = round((moment.utcoffset() or dt.timedelta(0)).total_seconds() / 60)
    sign, (hour, minute) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"{sign}{hour:02d}:{minute:02d}" if minutes else "Z"


def _zone(zone: str) -> dt.tzinfo:
    sign = -1 if zone[0] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])))
