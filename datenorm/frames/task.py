"""The task of the frames: the machine form of a stamp, and the value that it stands for."""

import itertools

from datenorm.core.forms import UNSPECIFIED, Form, Product, fields, numbers
from datenorm.core.tasks import DATE

AS_WRITTEN, AM, PM = ".", "a", "p"
"""The half of the day: "15:41" is as written, "3:41 PM" is 03 and p."""

_X2, _X4 = UNSPECIFIED * 2, UNSPECIFIED * 4
_NO_CLOCK = UNSPECIFIED * 7


def _date_products() -> tuple[Product, ...]:
    """Those of the date task without its hyphens, and a day without its month, as on some films."""
    dates = tuple(
        tuple(tuple(s.replace("-", "") for s in segment) for segment in product) for product in DATE.groups[0].valid
    )
    return (*dates, ((_X4,), (_X2,), numbers(1, 32)))


def _clock_products() -> tuple[Product, ...]:
    minutes, seconds = numbers(0, 60), (*numbers(0, 60), _X2)
    return (
        ((_NO_CLOCK,),),
        (numbers(0, 24), (AS_WRITTEN,), minutes, seconds),
        (numbers(1, 13), (AM, PM), minutes, seconds),
    )


_DAYS = ("0229", "0230", "0231", "0431", "0631", "0931", "1131")
_YEARS = ((numbers(0, 100), numbers(0, 100)), ((_X4,),))

STAMP = Form(
    fields(("year", 4), ("month", 2), ("day", 2), ("hour", 2), ("half", 1), ("minute", 2), ("second", 2)),
    tuple(date + clock for date, clock in itertools.product(_date_products(), _clock_products())),
    impossible=tuple((*years, _DAYS, *clock) for years, clock in itertools.product(_YEARS, _clock_products())),
)
"""YYYYMMDD HH h MM SS, without the blanks. X is what the stamp does not state."""

NOTHING = UNSPECIFIED * STAMP.Ty
"""The machine string of a picture without a stamp."""

ALPHABET = STAMP.alphabet
"""Every character that a machine string may hold, in the order of their ids."""

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:.,-/'°#%+_()"
"""What the reader tells apart in a line. Id 0 is none of them; small letters count as capital ones."""


def to_value(machine: str, *, seconds: bool = True) -> str | None:
    """The value of a machine string, or None if it states nothing.

    >>> to_value("2021080903p4112"), to_value("XXXXXX1520.39XX"), to_value("19980503XXXXXXX")
    ('2021-08-09T15:41:12', 'XXXX-XX-15T20:39', '1998-05-03')

    Args:
        machine: A valid string of `STAMP`.
        seconds: Whether the value may have seconds.
    """
    year, month, day, hour, half, minute, second = (machine[field.start : field.stop] for field in STAMP.fields)
    date = f"{year}-{month}-{day}".rstrip(f"{UNSPECIFIED}-")
    clock = ""
    if hour != _X2:
        clock = f"{int(hour) % 12 + 12 * (half == PM):02d}" if half in (AM, PM) else hour
        clock += f":{minute}" + (f":{second}" if seconds and second != _X2 else "")
    return "T".join(filter(None, (date, clock))) or None


def exchanged(machine: str) -> str | None:
    """The machine string with day and month exchanged, or None if that is the same or no day.

    >>> exchanged("20210809XXXXXXX"), exchanged("20210823XXXXXXX")
    ('20210908XXXXXXX', None)
    """
    other = machine[:4] + machine[6:8] + machine[4:6] + machine[8:]
    return other if other != machine and STAMP.is_valid(other) and UNSPECIFIED not in other[4:8] else None
