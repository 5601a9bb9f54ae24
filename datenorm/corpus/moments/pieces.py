"""Pieces of moments: the fields that they state, patterns that are filled with them, and the two ends of a range."""

import functools
import string
from collections.abc import Iterable, Mapping, Sequence

from datenorm.core import tags
from datenorm.corpus.phrase import Fields, Piece

NO_FIELD: Fields = ()
YEAR: Fields = ("year",)
MONTH: Fields = ("month",)
DAY: Fields = ("day",)
FORM: Fields = ("form",)
QUALIFIER: Fields = ("qualifier",)
CALENDAR: Fields = ("calendar",)
HOUR: Fields = ("hour",)
HALF: Fields = ("half",)
MINUTE: Fields = ("minute",)
SECOND: Fields = ("second",)
ZONE: Fields = ("zone",)
AMOUNT: Fields = ("amount",)
UNIT: Fields = ("unit",)
SECOND_AMOUNT: Fields = ("second_amount",)
SECOND_UNIT: Fields = ("second_unit",)
WEEKDAY: Fields = ("weekday",)
ORDINAL: Fields = ("ordinal",)

EXTENT = tags.EXTENT
"""What each piece of a moment states beside its fields, and the words around the moment do not."""

Stated = dict[str, str]
"""Field of `Moment` -> its value."""

START, END, BOTH_ENDS, NO_END = "a", "b", "ab", ""

Sided = tuple[str, Fields, str]
"""A piece of a range: its text, what it states, and of which end: `START`, `END`, `BOTH_ENDS` or `NO_END`."""


@functools.cache
def parts_of(pattern: str) -> tuple[tuple[str, str | None], ...]:
    """The literals of a pattern, each with the slot behind it; None at the end.

    >>> parts_of("at {clock}!")
    (('at ', 'clock'), ('!', None))
    """
    return tuple((text, slot) for text, slot, _, _ in string.Formatter().parse(pattern))


def fill(pattern: str, slots: Mapping[str, Piece | Sequence[Piece]], literal: Fields = NO_FIELD) -> list[Piece]:
    """The pieces of a pattern.

    >>> fill("Q{n} {y}", {"n": ("2", MONTH), "y": ("1979", YEAR)}, MONTH)
    [('Q', ('month',)), ('2', ('month',)), (' ', ()), ('1979', ('year',))]

    Args:
        pattern: Text with slots in braces.
        slots: Slot -> its piece or pieces.
        literal: What the pattern's own words state.
    """
    pieces: list[Piece] = []
    for text, slot in parts_of(pattern):
        if text:
            pieces.append((text, literal if has_letter(text) else NO_FIELD))
        if slot is not None:
            filling = slots[slot]
            if isinstance(filling, tuple):
                pieces.append(filling)
            else:
                pieces.extend(filling)
    return pieces


def has_letter(text: str) -> bool:
    """Whether there is a letter in it, not only marks, digits and spaces."""
    return any(map(str.isalpha, text))


def digits_touch(pieces: Iterable[Piece]) -> bool:
    """Whether digits of two pieces touch, so that nobody can take them apart."""
    last = ""
    for text, _ in pieces:
        if last[-1:].isdigit() and text[:1].isdigit():
            return True
        last = text or last
    return False


def of_start(pieces: Iterable[Piece]) -> list[Sided]:
    """The pieces of what has one end alone."""
    return [(text, fields, START) for text, fields in pieces]


def of_both(pieces: Iterable[Piece]) -> list[Sided]:
    """Pieces that state the same of both ends."""
    return [(text, fields, BOTH_ENDS if fields else NO_END) for text, fields in pieces]


def of_end(pieces: Iterable[Piece]) -> list[Sided]:
    """The pieces of the end of a range."""
    return [(text, fields, END) for text, fields in pieces]


def one_end(pieces: Iterable[Sided], end: str) -> list[Piece]:
    """The pieces with what they state of one end, and those of the other end as a part of the whole.

    Args:
        pieces: A range.
        end: `START` or `END`.
    """
    return [
        (text, fields if end in of else tuple(field for field in fields if field == EXTENT))
        for text, fields, of in pieces
    ]


def without_ends(pieces: Iterable[Sided]) -> list[Piece]:
    """The pieces with what they state of either end."""
    return [(text, fields) for text, fields, _ in pieces]
