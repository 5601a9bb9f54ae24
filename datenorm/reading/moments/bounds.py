"""Bounds: the first and the last moment that a value covers."""

import calendar
import datetime as dt
import re

_POINT = re.compile(
    r"(?P<year>-?\d\d[\dX]{2})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?)?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?)?[~?%]?"
)
_OPEN = ".."
_TICK = dt.timedelta(microseconds=1)
_MINUTE, _SECOND = dt.timedelta(minutes=1), dt.timedelta(seconds=1)
# EDTF's numbers in the place of a month -> the first and the last month. A winter ends in the next year.
_MONTHS = (
    {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}
    | {"33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12)}
    | {"40": (1, 6), "41": (7, 12)}
)

Bounds = tuple[dt.datetime | None, dt.datetime | None]


def bounds(value: str, zone: dt.tzinfo | None = None) -> Bounds:
    """The first and the last moment of a value, the last to the microsecond.

    >>> bounds("1979-05")
    (datetime.datetime(1979, 5, 1, 0, 0), datetime.datetime(1979, 5, 31, 23, 59, 59, 999999))

    Seasons are those of the northern hemisphere in whole months, a winter from December to February of the next year.
    An approximate date has the bounds of the date. A leap second has those of the second before it.

    Args:
        value: An answer's value.
        zone: The zone of a value that states none.

    Returns:
        The two, aware where a zone is stated or given. None for an end that is open, that lacks its year, or that is
        outside the years 1 to 9999.
    """
    first, _, last = value.partition("/")
    of_first = _bounds_of(first, zone)
    return (of_first[0], _bounds_of(last, zone)[1]) if last else of_first


def _bounds_of(point: str, zone: dt.tzinfo | None) -> Bounds:
    found = _POINT.fullmatch(point)
    if found is None:
        return None, None
    try:
        return _of_clock(found, zone) if found["hour"] else _of_date(found, zone)
    except (ValueError, OverflowError):  # beyond the years of datetime
        return None, None


def _of_date(found: re.Match[str], zone: dt.tzinfo | None) -> Bounds:
    year, month, day = found["year"], found["month"], found["day"]
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if year.startswith("-"):
        raise ValueError(year)
    first_year = max(first_year, 1) if first_year < last_year else first_year  # the first century has no year 0
    first_month, last_month = (1, 12) if month in (None, "XX") else _MONTHS.get(month) or (int(month), int(month))
    if last_month > 12:
        last_year, last_month = last_year + 1, last_month - 12
    first_day = last_day = int(day or 0)
    if not day:
        first_day, last_day = 1, calendar.monthrange(last_year, last_month)[1]
    start = dt.datetime(first_year, first_month, first_day, tzinfo=zone)
    return start, dt.datetime(last_year, last_month, last_day, 23, 59, 59, 999999, tzinfo=zone)


def _of_clock(found: re.Match[str], zone: dt.tzinfo | None) -> Bounds:
    hour, second = int(found["hour"]), found["second"]
    if found["zone"]:
        zone = _fixed(found["zone"])
    clock = dt.time(hour % 24, int(found["minute"]), min(int(second or 0), 59), tzinfo=zone)
    months = (1, 12) if found["month"] == "XX" else (int(found["month"]),) * 2
    year, day, days = int(found["year"]), int(found["day"]), dt.timedelta(days=hour // 24)
    start, end = (dt.datetime.combine(dt.date(year, month, day) + days, clock) for month in months)
    return start, end + (_SECOND if second else _MINUTE) - _TICK


def _fixed(zone: str) -> dt.timezone:
    if zone == "Z":
        return dt.UTC
    offset = dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[4:]))
    return dt.timezone(-offset if zone[0] == "-" else offset)
