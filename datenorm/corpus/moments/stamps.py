"""Stamps: dates with times as computers, cameras and web pages print them."""

import dataclasses
import random
from collections.abc import Callable

from datenorm.core.moments import AM, AS_WRITTEN, PM
from datenorm.core.numeric_dates import full_year
from datenorm.corpus.moments.pieces import (
    DAY,
    HALF,
    HOUR,
    MINUTE,
    MONTH,
    NO_FIELD,
    SECOND,
    YEAR,
    ZONE,
    Stated,
    parts_of,
)
from datenorm.corpus.moments.stamp_forms import NUMBERED_STAMPS, ORDERS, STAMPS, TIMES
from datenorm.corpus.moments.zones import ABBREVIATIONS, UTC, offset, zone
from datenorm.corpus.patterns.pattern import days_in_month, weekday_of
from datenorm.corpus.phrase import Choice, Piece

_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT = 3  # letters of their short names
_MARKS = (("am", "AM", "AM", "a.m."), ("pm", "PM", "PM", "p.m."))
_ZONE_WORDS = frozenset({"GMT", "(UTC)", "Z"})
_FRACTION_DIGITS = Choice({3: 45, 6: 35, 9: 5, 1: 5, 2: 5, 7: 5})
_YEARS = Choice({range(1970, 2040): 90, range(1900, 2100): 10})
_NUMBERED = 0.38  # of the stamps
_WITH_ORDER = 0.5  # of those
_OF_ONE_STAMP = ("{zone}", "{off}", "{offb}", "{abb}", "{am}", "{yy}", "[", "_", "h}-{", "IMG")
_RECENT_YEARS, _SAME_DAY = range(1990, 2035), 0.4
_FOUR_DIGITS, _HOURS_LIKE_YEARS = "{hh}{mm}", range(10, 22)
_MIDNIGHT, _END_OF_DAY, _LEAP_SECOND = 0.04, 0.006, 0.004


@dataclasses.dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp that was written.

    Attributes:
        pieces: The text, with what each piece states.
        fields: The fields of `Moment` that it states.
        pattern: The form that it has.
        order: The order that is stated beside it; '' where none is.
    """

    pieces: list[Piece]
    fields: Stated
    pattern: str
    order: str = ""


@dataclasses.dataclass(slots=True)
class _Draw:
    """One moment on its way into one form."""

    rng: random.Random
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int


def stamp(rng: random.Random) -> Stamp | None:
    """A stamp of a random moment; None where its numbers can be read in another order."""
    years = _YEARS(rng)
    year, month = years[int(rng.random() * len(years))], 1 + int(rng.random() * 12)
    day = 1 + int(rng.random() * days_in_month(year, month))
    order = ORDERS(rng) if rng.random() < _NUMBERED else ""
    form = NUMBERED_STAMPS[order](rng) if order else STAMPS(rng)
    is_short = "{yy}" in form
    if is_short and full_year(year % 100) != year:
        return None
    if order and rng.random() >= _WITH_ORDER:
        if not _shows_order(order, month, day, year % 100 if is_short else None):
            return None
        order = ""
    return Stamp(*_fill(rng, form, year, month, day), form, order)


def later_stamps(rng: random.Random) -> tuple[Stamp, Stamp] | None:
    """Two stamps of one form, the second later than the first.

    None where the second was drawn earlier, and for forms whose zones or halves of the day could differ.
    """
    form = STAMPS(rng)
    if any(slot in form for slot in _OF_ONE_STAMP):
        return None
    year, month = rng.choice(_RECENT_YEARS), 1 + rng.randrange(12)
    days = sorted(1 + rng.randrange(days_in_month(year, month)) for _ in range(2))
    if rng.random() < _SAME_DAY:
        days[1] = days[0]
    one, other = (Stamp(*_fill(rng, form, year, month, day), form) for day in days)
    times = [
        [int(stamp.fields.get(name, "0")) for name in ("day", "hour", "minute", "second")] for stamp in (one, other)
    ]
    return (one, other) if times[0] < times[1] else None


def stamped_time(rng: random.Random) -> Stamp | None:
    """A time alone, as computers print it; None where its digits are a year's to most readers: "1934"."""
    form = TIMES(rng)
    pieces, fields = _fill(rng, form, 2000, 1, 1)
    if form == _FOUR_DIGITS and int(fields["hour"]) in _HOURS_LIKE_YEARS:
        return None
    return Stamp(pieces, {name: fields[name] for name in fields if name not in ("year", "month", "day")}, form)


def _shows_order(order: str, month: int, day: int, short_year: int | None) -> bool:
    """Whether the numbers alone show the order: no other one makes another date of them."""
    if short_year is None:
        return day > 12 or day == month
    return day > 12 and (order == "MDY" or (order == "DMY" and short_year > 31))


def _fill(rng: random.Random, form: str, year: int, month: int, day: int) -> tuple[list[Piece], Stated]:
    draw = _Draw(rng, year, month, day, rng.randrange(24), rng.randrange(60), rng.randrange(60))
    _make_rare(draw, form)
    fields = {"month": f"{month:02d}", "day": f"{day:02d}", "hour": f"{draw.hour:02d}", "half": AS_WRITTEN}
    fields["minute"] = f"{draw.minute:02d}" if "{mm}" in form else "00"
    if "{y" in form:
        fields["year"] = f"{year:04d}"
    pieces: list[Piece] = []
    for text, slot in parts_of(form):
        if text.strip() in _ZONE_WORDS:
            pieces.append((text, ZONE))
            fields.setdefault("zone", UTC)
        elif text:
            pieces.append((text, NO_FIELD))
        if slot is not None:
            states, write = _SLOTS[slot]
            text, stated = write(draw)
            pieces.append((text, states))
            fields |= stated
    return pieces, fields


def _make_rare(draw: _Draw, form: str) -> None:
    """Now and then midnight, 24:00 or a leap second, where the form can have it."""
    chance = draw.rng.random()
    if chance < _MIDNIGHT:
        draw.hour = draw.minute = draw.second = 0
    elif chance < _MIDNIGHT + _END_OF_DAY and "{hh}" in form and "{am}" not in form:
        draw.hour, draw.minute, draw.second = 24, 0, 0
    elif chance > 1 - _LEAP_SECOND:
        draw.second = 60


def _half_hour(draw: _Draw) -> tuple[str, Stated]:
    twelve = (draw.hour - 1) % 12 + 1
    return str(twelve), {"hour": f"{twelve:02d}"}


def _second(draw: _Draw) -> tuple[str, Stated]:
    return f"{draw.second:02d}", {"second": f"{draw.second:02d}"}


def _fraction(draw: _Draw) -> tuple[str, Stated]:
    digits = _FRACTION_DIGITS(draw.rng)
    return f"{draw.rng.randrange(10**digits):0{digits}d}", {}


def _mark(draw: _Draw) -> tuple[str, Stated]:
    return draw.rng.choice(_MARKS[draw.hour >= 12]), {"half": AM if draw.hour < 12 else PM}


def _offset(separator: str) -> Callable[[_Draw], tuple[str, Stated]]:
    def write(draw: _Draw) -> tuple[str, Stated]:
        _, machine = offset(draw.rng)
        return machine[:3] + separator + machine[3:], {"zone": machine}

    return write


def _zone(draw: _Draw) -> tuple[str, Stated]:
    text, machine = zone(draw.rng)
    return text, {"zone": machine}


def _weekday(letters: int | None) -> Callable[[_Draw], tuple[str, Stated]]:
    return lambda draw: (_WEEKDAYS[weekday_of(draw.year, draw.month, draw.day)][:letters], {})


_SLOTS: dict[str, tuple[tuple[str, ...], Callable[[_Draw], tuple[str, Stated]]]] = {
    "y": (YEAR, lambda draw: (f"{draw.year:04d}", {})),
    "yy": (YEAR, lambda draw: (f"{draw.year % 100:02d}", {})),
    "M": (MONTH, lambda draw: (str(draw.month), {})),
    "MM": (MONTH, lambda draw: (f"{draw.month:02d}", {})),
    "MMM": (MONTH, lambda draw: (_MONTHS[draw.month - 1][:_SHORT], {})),
    "MMMM": (MONTH, lambda draw: (_MONTHS[draw.month - 1], {})),
    "d": (DAY, lambda draw: (str(draw.day), {})),
    "dd": (DAY, lambda draw: (f"{draw.day:02d}", {})),
    "EEE": (NO_FIELD, _weekday(_SHORT)),
    "EEEE": (NO_FIELD, _weekday(None)),
    "h": (HOUR, lambda draw: (str(draw.hour), {})),
    "hh": (HOUR, lambda draw: (f"{draw.hour:02d}", {})),
    "h12": (HOUR, _half_hour),
    "mm": (MINUTE, lambda draw: (f"{draw.minute:02d}", {})),
    "ss": (SECOND, _second),
    "f": (NO_FIELD, _fraction),
    "am": (HALF, _mark),
    "off": (ZONE, _offset(":")),
    "offb": (ZONE, _offset("")),
    "zone": (ZONE, _zone),
    "abb": (NO_FIELD, lambda draw: (draw.rng.choice(tuple(ABBREVIATIONS)), {})),
}
"""Slot -> the fields that its text states, and what writes the text, with the values that only it adds.

{f} is a fraction of a second, {off} an offset such as +02:00, {offb} +0200, {zone} an abbreviation or an offset, and
{abb} an abbreviation beside an offset.
"""
