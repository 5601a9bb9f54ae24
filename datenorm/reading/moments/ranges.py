"""Ranges: what two ends share, and whether they are in order."""

import datetime as dt
import operator

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import AS_WRITTEN, BEFORE_CHRIST, GREGORIAN, Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.bounds import bounds
from datenorm.reading.moments.days import Ends, day_after
from datenorm.reading.moments.hours import readings
from datenorm.reading.moments.no_value import NoValueError

_X2, _X4, _X5 = UNSPECIFIED * 2, UNSPECIFIED * 4, UNSPECIFIED * 5
_DAY = ("year", "month", "day", "calendar", "amount", "unit", "second_amount", "second_unit", "weekday", "ordinal")
_day_of = operator.attrgetter(*_DAY)
_LONGEST_NIGHT = 16 * 60
_MINUTES = 24 * 60

TwoEnds = tuple[Moment, Moment]


def completed(start: Moment, end: Moment) -> list[TwoEnds]:
    """Both ends with what only the other one states, once for each reading of open hours.

    The day, the year, the month beside a day, the zone and the half of the day can be stated once: "5-7 May 2019",
    "5 to 7 pm". Hours come back as written on the 24-hour clock.

    Args:
        start: The moment that the start states.
        end: The moment that the end states.

    Raises:
        NoValueError: The start states nothing, or has no year before that of the end.
    """
    if not states_day(start) and not states_clock(start):
        raise NoValueError(Reason.NO_MOMENT)
    start, end = _with_day(start, end)
    start, end = _with_zone(start, end), _with_zone(end, start)
    if start.hour == _X2 or end.hour == _X2:
        return [(start, end)]
    hours = _hours(start, end) if _day_of(start) == _day_of(end) else _hours_of_two_days(start, end)
    return [(start.but(hour=one, half=AS_WRITTEN), end.but(hour=other, half=AS_WRITTEN)) for one, other in hours]


_HALF_A_DAY = 12
_SOON_AFTER_NOON = 180  # minutes


def _is_after_noon(clock: str, last_clock: str) -> bool:
    """Whether a time before the start is one soon after noon: "10:45-1:15" ends at 13:15."""
    later = _minutes(last_clock) + 60 * _HALF_A_DAY - _minutes(clock)
    return int(clock[:2]) <= _HALF_A_DAY and 0 < later <= _SOON_AFTER_NOON


def in_order(start: Ends, end: Ends) -> Ends:
    """The first and the last value of a range; a time before the start is of the next day.

    >>> in_order(("22:00", "22:00"), ("06:00", "06:00"))
    ('22:00', '06:00')
    >>> in_order(("2019-05-03T22:00", "2019-05-03T22:00"), ("2019-05-03T06:00", "2019-05-03T06:00"))
    ('2019-05-03T22:00', '2019-05-04T06:00')
    >>> in_order(("10:45", "10:45"), ("01:15", "01:15"))
    ('10:45', '13:15')

    Raises:
        NoValueError: The end is before the start, or it would be more than 16 hours after it.
    """
    first, last = start[0], end[1]
    day, _, clock = first.rpartition("T")
    last_day, _, last_clock = last.rpartition("T")
    is_one_zone = _zone(clock) == _zone(last_clock)
    if ":" in clock and ":" in last_clock and day == last_day and (is_one_zone or not day):
        if last_clock[:5] < clock[:5] and _is_after_noon(clock, last_clock):
            last_clock = f"{int(last_clock[:2]) + _HALF_A_DAY:02d}{last_clock[2:]}"
            return first, f"{day}T{last_clock}" if day else last_clock
        if last_clock[:5] < clock[:5]:
            if _minutes(last_clock) - _minutes(clock) + _MINUTES > _LONGEST_NIGHT:
                raise NoValueError(Reason.REVERSED)
            return first, f"{day_after(day)}T{last_clock}" if day else last
        return first, last
    is_plain = first <= last and first[:4].isdigit() and last[:4].isdigit() and is_one_zone
    if not is_plain and _are_reversed(first, last):
        raise NoValueError(Reason.REVERSED)
    return first, last


def _are_reversed(first: str, last: str) -> bool:
    if first.startswith("-") or last.startswith("-"):
        return _year(last) < _year(first)
    start, end = bounds(first)[0], bounds(last)[1]
    if start is None or end is None:
        return False
    if start.tzinfo is None or end.tzinfo is None:
        start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    return end < start


def _year(value: str) -> int:
    length = 5 if value.startswith("-") else 4
    digits = value[:length]
    return int(digits) if UNSPECIFIED not in digits else int(digits.replace(UNSPECIFIED, "0"))


def _zone(clock: str) -> str:
    return clock.lstrip("0123456789:") if ":" in clock else ""


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def states_day(moment: Moment) -> bool:
    """Whether a moment states anything of the day, also by its distance from the day of writing."""
    has_date = (moment.year, moment.month, moment.day) != (_X4, _X2, _X2)
    return has_date or moment.amount[0] != UNSPECIFIED or moment.weekday != UNSPECIFIED


def states_clock(moment: Moment) -> bool:
    """Whether a moment states anything of the time of day."""
    return moment.half != UNSPECIFIED or moment.hour != _X2


def _with_day(start: Moment, end: Moment) -> TwoEnds:
    if not states_day(end):
        return start, _like(end, start) if states_day(start) else end
    if not states_day(start):
        return _like(start, end), end
    if start.amount[0] != UNSPECIFIED or end.amount[0] != UNSPECIFIED:
        return start, end
    if start.day != _X2 and start.month == _X2 and start.year == _X4 and end.day != _X2 and end.month != _X2:
        start = start.but(month=end.month, calendar=end.calendar)
    if end.day != _X2 and end.month == _X2 and end.year == _X4 and start.day != _X2 and start.month != _X2:
        end = end.but(month=start.month, calendar=start.calendar)
    if end.calendar == BEFORE_CHRIST and start.calendar == GREGORIAN and _X2 not in start.year + end.year:
        start = start.but(calendar=BEFORE_CHRIST)
    return _with_year(start, end)


def _with_year(start: Moment, end: Moment) -> TwoEnds:
    """Both with a year, that of the other or the one beside it: "December 2019 to January"."""
    if (start.year == _X4) == (end.year == _X4) or UNSPECIFIED in (start.month + end.month)[::2]:
        return start, end
    turns = (end.month, end.day) < (start.month, start.day)
    if end.year == _X4:
        return start, end.but(year=_moved(start.year, turns), calendar=start.calendar)
    return start.but(year=_moved(end.year, -turns), calendar=end.calendar), end


def _moved(year: str, years: int) -> str:
    number = int(year) + years if year.isdigit() else 0
    if not 1 <= number <= dt.MAXYEAR:
        raise NoValueError(Reason.NO_FORM)
    return f"{number:04d}"


def _like(moment: Moment, other: Moment) -> Moment:
    """The moment with the day of another."""
    return moment.but(**dict(zip(_DAY, _day_of(other), strict=True)))


def _with_zone(moment: Moment, other: Moment) -> Moment:
    if moment.zone == _X5 and other.zone != _X5 and moment.hour != _X2:
        return moment.but(zone=other.zone)
    return moment


def _hours(start: Moment, end: Moment) -> list[tuple[str, str]]:
    """The hours of both ends on the 24-hour clock, each reading with the soonest end."""
    starts, ends = readings(start.hour, start.half), readings(end.hour, end.half)
    if len(starts) == 2 and len(ends) == 1:
        one = min(starts, key=lambda hour: _span(hour, start, ends[0], end))
        return [(one, ends[0])]
    found = []
    for one in starts:
        spans = {other: _span(one, start, other, end) for other in ends}
        found.append((one, min(spans, key=spans.__getitem__)))
    if len(starts) == 1 and start.half == end.half != AS_WRITTEN and "12" >= start.hour != "00":
        # "11 to 1 pm" states the half of the day once, and it is the end's.
        one, other = found[0]
        flipped = f"{(int(one) + 12) % 24:02d}"
        if _span(one, start, other, end) > _span(flipped, start, other, end):
            found = [(flipped, other)]
    return found


def _hours_of_two_days(start: Moment, end: Moment) -> list[tuple[str, str]]:
    """The hours of both ends as written, and the other readings of those that are open."""
    starts, ends = readings(start.hour, start.half), readings(end.hour, end.half)
    return list(dict.fromkeys([(starts[0], ends[0]), (starts[-1], ends[-1])]))


def _span(one: str, start: Moment, other: str, end: Moment) -> int:
    """The minutes from one time to another, around midnight if need be."""
    first = int(one) * 60 + _minute(start)
    last = int(other) * 60 + _minute(end)
    return last - first if last >= first else last - first + _MINUTES


def _minute(moment: Moment) -> int:
    return 0 if moment.minute == _X2 else int(moment.minute)
