"""Precision: how much of a moment a value states."""

import re

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import HALVES, QUARTERS, SEASONS

DAY, MINUTE, SECOND, RANGE, PART = "day", "minute", "second", "range", "part"

_TIME = re.compile(r"\d\d:\d\d(:\d\d)?")
_QUALIFIERS = "~?%"
_DATES = ("year", "month", DAY)
_OF_MONTHS = (
    dict.fromkeys(SEASONS.values(), "season") | dict.fromkeys(QUARTERS, "quarter") | dict.fromkeys(HALVES, "half")
)


def precision_of(value: str) -> str:
    """Returns how much a value states.

    >>> [precision_of(value) for value in ("1979-05-03", "1979-05", "XXXX-05-03", "09:12", "1979-05-03T09:12:15Z")]
    ['day', 'month', 'part', 'minute', 'second']

    `second`, `minute`, `day`, `month`, `season`, `quarter`, `half`, `year`, `decade` or `century`; `range` for what has
    two ends, or an open one; and `part` for what lacks its year, or the month of its day. A time without a date has the
    precision of its clock.
    """
    if len(value) == 10 and value[:4].isdecimal() and value[8:].isdecimal() and value[5:7] != "XX":
        return DAY
    if "/" in value:
        return RANGE
    date, _, clock = value.rpartition("T") if "T" in value else ("", "", value) if ":" in value else (value, "", "")
    date = date.rstrip(_QUALIFIERS)
    year, *parts = date.removeprefix("-").split("-")
    if parts and UNSPECIFIED in date:
        return PART
    if clock:
        found = _TIME.match(clock)
        return SECOND if found and found[1] else MINUTE
    if not parts and UNSPECIFIED in year:
        return "century" if year.endswith(UNSPECIFIED * 2) else "decade"
    return _OF_MONTHS.get(parts[0], _DATES[len(parts)]) if len(parts) == 1 else _DATES[len(parts)]


def is_exact(value: str) -> bool:
    """Returns whether a value carries no qualifier, such as that of `1890~`."""
    return set(_QUALIFIERS).isdisjoint(value)
