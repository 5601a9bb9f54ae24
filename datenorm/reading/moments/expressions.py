"""Expressions: moments that depend on a reference as short texts, such as `+1 week friday`, and back."""

import re

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import (
    AFTER,
    BEFORE,
    CALENDARS,
    EACH_DAY,
    EXACT,
    GREGORIAN,
    LAST,
    RANGE,
    SPAN,
    Moment,
)
from datenorm.reading.moments.hours import clocks

_X2, _X4, _X5 = UNSPECIFIED * 2, UNSPECIFIED * 4, UNSPECIFIED * 5

UNIT_NAMES = {"Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day"} | {
    "h": "hour",
    "m": "minute",
    "s": "second",
    "E": "weekend",
}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = {str(number): name for number, name in enumerate(WEEKDAY_NAMES, 1)} | {EACH_DAY: "day"}
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", LAST: "last"}
_PARTS = {"m": "morning", "f": "afternoon", "e": "evening", "n": "night"}
_SPAN = "span"
_OPEN = ".."


def expression(start: Moment, end: Moment | None = None) -> str:
    """A moment in words and numbers, from which `moments` reads it again.

    >>> expression(Moment(amount="+0001", unit="W", weekday="5", hour="05", half="p", minute="00"))
    '+1 week friday T17:00'

    The parts in order, as far as they are stated:

    1. `span`: a span, as in "the last 3 weeks".
    2. One or two amounts with their units, in the singular: `-1 year -11 month`.
    3. Which weekday or day of its month, and the weekday: `first monday`, `last day`, `friday`.
    4. The date in EDTF, or as a week or a day of the year. Another calendar is named: `XXXX-10-15[u-ca=islamic]`.
    5. The time of day in the 24-hour clock, with both readings of an open hour: `T05:00|17:00`; or `morning`.

    A range is `A/B`, an open one `../A` or `A/..`. A qualifier stands at the end of its part: `-3 day~`.

    Args:
        start: The moment.
        end: The end of a range.
    """
    if start.form == RANGE and end is not None:
        return f"{_of(start)}/{_of(end)}"
    if start.form == BEFORE:
        return f"{_OPEN}/{_of(start)}"
    return f"{_of(start)}/{_OPEN}" if start.form == AFTER else _of(start)


def _of(moment: Moment) -> str:
    parts = [_SPAN] if moment.form == SPAN else []
    if moment.amount[0] != UNSPECIFIED:
        parts.append(f"{moment.amount[0]}{int(moment.amount[1:])} {UNIT_NAMES[moment.unit]}")
    if moment.second_unit != UNSPECIFIED:
        parts.append(f"{moment.amount[0]}{int(moment.second_amount)} {UNIT_NAMES[moment.second_unit]}")
    if moment.ordinal != UNSPECIFIED:
        parts.append(_ORDINALS[moment.ordinal])
    if moment.weekday != UNSPECIFIED:
        parts.append(_WEEKDAYS[moment.weekday])
    if (moment.year, moment.month, moment.day) != (_X4, _X2, _X2):
        parts.append(_date(moment))
    if moment.hour != _X2:
        parts.append("T" + "|".join(first for first, _ in clocks(moment)))
    elif moment.half != UNSPECIFIED:
        parts.append(_PARTS[moment.half])
    qualifier = "" if moment.qualifier == EXACT else moment.qualifier
    return " ".join(parts) + qualifier


def _date(moment: Moment) -> str:
    if moment.month[0] == "W":
        text = f"{moment.year}-{moment.month}{moment.day[0]}-{moment.day[1]}"
    elif moment.month[0] == "D":
        text = f"{moment.year}-{moment.month[1]}{moment.day}"
    else:
        text = f"{moment.year}-{moment.month}-{moment.day}".removesuffix("-XX").removesuffix("-XX")
    suffix = "" if moment.calendar == GREGORIAN else f"[u-ca={_calendar_name(moment.calendar)}]"
    return text + suffix


def _calendar_name(letter: str) -> str:
    return "before-christ" if CALENDARS[letter] == CALENDARS[GREGORIAN] else CALENDARS[letter].replace(" ", "-")


_NUMBERED = {name: letter for letter, name in UNIT_NAMES.items()}
_DAYS = {name: number for number, name in _WEEKDAYS.items()}
_NTH = {name: number for number, name in _ORDINALS.items()}
_HALVES = {name: half for half, name in _PARTS.items()}
_LETTERS = {_calendar_name(letter): letter for letter in CALENDARS if letter != GREGORIAN}

_EXPRESSION = re.compile(
    rf"(?P<span>{_SPAN} )?"
    rf"(?:(?P<sign>[+-])(?P<number>\d{{1,4}}) (?P<unit>{'|'.join(_NUMBERED)})(?: |$)"
    rf"(?:[+-](?P<second>\d\d?) (?P<second_unit>{'|'.join(_NUMBERED)})(?: |$))?)?"
    rf"(?:(?P<nth>{'|'.join(_NTH)})(?: |$))?"
    rf"(?:(?P<weekday>{'|'.join(_DAYS)})(?: |$))?"
    r"(?:(?P<year>[\dX]{4})(?:-W(?P<week>\d\d)-(?P<of_week>[1-7X])|-(?P<number_in_year>\d{3})|"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?)?)(?:\[u-ca=(?P<calendar>[a-z-]+)\])?(?: |$))?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second_of_clock>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?(?P<open>\|\S+)?"
    rf"|(?P<part>{'|'.join(_HALVES)}))?"
)


def moments(text: str) -> tuple[Moment, Moment | None]:
    """The moment that an expression states, and the end if it is a range.

    >>> moments("+1 week friday T17:00")[0].weekday
    '5'

    Raises:
        ValueError: The text is no expression.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _moment(first), None
    if first == _OPEN:
        return _moment(last, BEFORE), None
    if last == _OPEN:
        return _moment(first, AFTER), None
    return _moment(first, RANGE), _moment(last)


def _moment(text: str, form: str = "") -> Moment:
    body, qualifier = (text[:-1], text[-1]) if text[-1:] in ("~", "?", "%") else (text, EXACT)
    found = _EXPRESSION.fullmatch(body)
    if found is None or not body:
        raise ValueError(f"expected an expression such as '+1 week friday'. Received: {text!r}")
    fields = {"form": form, "qualifier": qualifier} if form else {"qualifier": qualifier}
    if found["span"]:
        fields["form"] = SPAN
    if found["sign"]:
        fields |= {"amount": f"{found['sign']}{found['number']:>04}", "unit": _NUMBERED[found["unit"]]}
    if found["second"]:
        fields |= {"second_amount": f"{found['second']:>02}", "second_unit": _NUMBERED[found["second_unit"]]}
    if found["nth"]:
        fields["ordinal"] = _NTH[found["nth"]]
    if found["weekday"]:
        fields["weekday"] = _DAYS[found["weekday"]]
    fields |= _date_fields(found)
    if found["part"]:
        fields["half"] = _HALVES[found["part"]]
    if found["hour"]:
        fields |= {"hour": found["hour"], "half": UNSPECIFIED if found["open"] else ".", "minute": found["minute"]}
        fields["second"] = found["second_of_clock"] or _X2
        zone = found["zone"] or _X5
        fields["zone"] = "Z0000" if zone == "Z" else zone.replace(":", "")
    return Moment(**fields)


def _date_fields(found: re.Match[str]) -> dict[str, str]:
    if not found["year"]:
        return {}
    month, day = found["month"] or _X2, found["day"] or _X2
    if found["week"]:
        month, day = f"W{found['week'][0]}", found["week"][1] + found["of_week"]
    elif found["number_in_year"]:
        month, day = f"D{found['number_in_year'][0]}", found["number_in_year"][1:]
    if found["calendar"] and found["calendar"] not in _LETTERS:
        raise ValueError(f"expected a calendar among {sorted(_LETTERS)}. Received: {found['calendar']!r}")
    letter = _LETTERS[found["calendar"]] if found["calendar"] else GREGORIAN
    return {"year": found["year"], "month": month, "day": day, "calendar": letter}
