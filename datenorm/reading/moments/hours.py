"""Hours: from the hour that is said, and the half or part of the day, to the 24-hour clock."""

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import AFTERNOON, AM, AS_WRITTEN, EVENING, MORNING, NIGHT, PM, UNSAID, Moment
from datenorm.reading.moments.days import Ends

PARTS: dict[str, Ends] = {
    MORNING: ("04:00", "11:59"),
    AFTERNOON: ("12:00", "18:59"),
    EVENING: ("18:00", "23:59"),
    NIGHT: ("21:00", "05:59"),
}
"""Part of the day -> its first and last minute. They overlap, as people use them, and a night ends the day after."""

_BEFORE_NOON, _AFTER_NOON = (AM, MORNING), (PM, AFTERNOON)
_NIGHT_FALL = 6
_X2 = UNSPECIFIED * 2
_FULL = (_X2, "00")
_UTC = "Z0000"


def _on_the_clock(hour: int, half: str) -> tuple[int, ...]:
    if half == UNSAID and 1 <= hour <= 12:
        return (hour, hour + 12) if hour < 12 else (12, 0)
    if half in _BEFORE_NOON:
        return (0 if hour == 12 else hour,)
    if half in _AFTER_NOON:
        return (hour + 12 if hour < 12 else hour,)
    if half == EVENING:  # twelve in the evening is the midnight that ends the day
        return (hour + 12 if hour <= 12 else hour,)
    if half == NIGHT:
        return (0 if hour == 12 else hour + 12 if _NIGHT_FALL <= hour < 12 else hour,)
    return (hour,)


_READINGS = {
    (f"{hour:02d}", half): tuple(f"{reading:02d}" for reading in _on_the_clock(hour, half))
    for hour in range(25)
    for half in (AS_WRITTEN, UNSAID, AM, PM, MORNING, AFTERNOON, EVENING, NIGHT)
}


def readings(hour: str, half: str) -> tuple[str, ...]:
    """The hour on the 24-hour clock; two hours where the half of the day is open, the one as written first.

    >>> readings("05", "p"), readings("05", "X"), readings("17", "X")
    (('17',), ('05', '17'), ('17',))

    Args:
        hour: 00-24, as it is said.
        half: Half or part of the day, as in `Moment`.
    """
    return _READINGS[hour, half]


def clocks(moment: Moment) -> tuple[Ends, ...]:
    """What a moment states of the time of day: the first and the last value of each reading.

    >>> clocks(Moment(hour="04", half="X", minute="30"))
    (('04:30', '04:30'), ('16:30', '16:30'))

    Returns:
        Nothing without a time of day, two readings where the half of the day is open, else one.
    """
    hour, minute = moment.hour, moment.minute
    if hour == _X2:
        return () if moment.half == UNSPECIFIED else (PARTS[moment.half],)
    rest = f":{'00' if minute == _X2 else minute}"
    if moment.second != _X2:
        rest += f":{moment.second}"
    zone = moment.zone
    if zone[0] != UNSPECIFIED:
        rest += zone_of(zone)
    if is_past_midnight(moment):
        return (("00" + rest, "00" + rest),)
    return tuple([(reading + rest, reading + rest) for reading in _READINGS[hour, moment.half]])


def is_past_midnight(moment: Moment) -> bool:
    """Whether the time is of the day after: half past twelve in the evening."""
    if moment.half != EVENING or moment.hour != "12":
        return False
    return moment.minute not in _FULL or moment.second not in _FULL


def zone_of(zone: str) -> str:
    """The zone in ISO 8601, which has no -00:00.

    >>> zone_of("+0530"), zone_of("Z0000"), zone_of("-0000")
    ('+05:30', 'Z', '+00:00')

    Args:
        zone: A stated zone, as in `Moment`.
    """
    if zone == _UTC:
        return "Z"
    return "+00:00" if zone == "-0000" else f"{zone[:3]}:{zone[3:]}"
