"""Agreement: whether a result says what a case expects, beyond the letters that both are written with.

Suites of cases write moments each in its own way. They leave out seconds or the zone, give a range the midnights around
it, and end it before its end, in its last unit or after it. "Two years ago" is a year here and a month there.
"""

import datetime as dt
import re

from datenorm.evaluation.cases import Case
from datenorm.reading.result import Result

_SECONDS_AND_ZONE = re.compile(r"(?<=\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_QUALIFIERS = re.compile("[~?%]")
_GRAINS = {
    "second": dt.timedelta(seconds=1),
    "minute": dt.timedelta(minutes=1),
    "hour": dt.timedelta(hours=1),
    "day": dt.timedelta(days=1),
    "week": dt.timedelta(days=7),
    "month": dt.timedelta(days=31),
    "quarter": dt.timedelta(days=92),
    "year": dt.timedelta(days=366),
}
_LONGEST_WORD = 3  # days: a weekend that begins on Friday evening
_OPEN = ".."


def agrees(case: Case, result: Result) -> bool:
    """Whether a result says what a case expects.

    - A value that equals the expected one agrees, and so does one that differs in what the case leaves out: seconds,
      the zone, and marks such as ~.
    - A range agrees if it begins at the same minute, and ends within one unit of the case's `grain`, or of the last
      unit that the expected end states.
    - With a `grain` in the case, a value agrees that the expected one makes finer by one part, such as a year by its
      month, since values here have the grain of what is said; and so does a run of days that begins with the expected
      day and is no longer than it.
    """
    expected, value = case.expected, result.value
    if expected is None or value is None:
        return value == expected
    if value == expected or _bare(value) == _bare(expected):
        return True
    if "/" in expected:
        return _is_same_range(expected, result, case.fields.get("grain"))
    grain = case.fields.get("grain")
    if grain is None:
        return False
    return expected == _finer(_bare(value), expected) or _covers(expected, result, _span_of(grain))


def _bare(value: str) -> str:
    return _QUALIFIERS.sub("", _SECONDS_AND_ZONE.sub("", value))


def _finer(value: str, expected: str) -> str:
    """The beginning of the expected value that states one part more than another value; '' if it has another one."""
    parts = {4: 7, 7: 10, 10: len("1979-05-03T14:00")}.get(len(value))
    return expected[:parts] if parts and expected.startswith(value) else ""


def _span_of(grain: str | None) -> dt.timedelta:
    return _GRAINS.get((grain or "").lower(), dt.timedelta(days=1))


def _is_same_range(expected: str, result: Result, grain: str | None) -> bool:
    first, last = expected.split("/")
    start, end = result.start, result.end
    if (first == _OPEN) != (start is None) or (last == _OPEN) != (end is None):
        return False
    if start is not None and _to_the_minute(start) != _moment(first):
        return False
    if end is None:
        return True
    # Years and months have no one length, so a range of them can end a whole one earlier or later.
    unit = _span_of(grain) if grain or ":" in last else _GRAINS[{4: "year", 7: "month"}.get(len(last), "day")]
    wanted, behind = _moment(last), end.replace(tzinfo=None) + dt.timedelta(microseconds=1)
    return wanted is not None and abs(behind - wanted) <= unit


def _covers(expected: str, result: Result, unit: dt.timedelta) -> bool:
    """Whether a result begins at the expected moment, and is about one unit long."""
    start, end = result.start, result.end
    if start is None or end is None or _to_the_minute(start) != _moment(expected):
        return False
    return end - start <= max(unit, dt.timedelta(days=_LONGEST_WORD)) if unit.days else end - start <= unit


def _to_the_minute(moment: dt.datetime) -> dt.datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _moment(text: str) -> dt.datetime | None:
    """The first moment of a year, a month, a day or a minute; None for what is none."""
    parts = {4: "-01-01", 7: "-01"}.get(len(text), "")
    try:
        return _to_the_minute(dt.datetime.fromisoformat(text + parts))
    except ValueError:
        return None
