"""Hints: which orders an all-number date can be read in, and whether its own is told beside it."""

import random
from collections.abc import Mapping

from datenorm.core.numeric_dates import compact_readings, readings
from datenorm.corpus.patterns.pattern import Pattern, pick
from datenorm.corpus.phrase import Choice, Piece

AMBIGUOUS = "numbers, ambiguous"
"""The family of all-number dates that read two ways: the only one in which a string can have two answers."""

_HINTS = Choice({"DMY": 5, "MDY": 4, "YMD": 2})
_HINT_FOR_WORDS = 0.12  # a hint beside a date that needs none changes nothing, which has to be learned
_HINT_FOR_NUMBERS = 0.5
_OVERRULED = 0.06  # of the hints beside a date that reads only one way say another order


def read_by_order(pattern: Pattern, pieces: list[Piece]) -> tuple[Mapping[str, str], bool]:
    """What the orders make of a date that is told by order alone, and whether its order must be told beside it."""
    if len({place + 1 for place in pattern.numbers} & set(pattern.numbers)) == len(pattern.numbers) - 1:
        found = compact_readings("".join(pieces[place][0] for place in pattern.numbers))
        # Six digits are a date only to whoever is told so.
        return found, len(pattern.numbers) == 3 and "yy" in pattern.slots
    return readings(tuple(pieces[place][0] for place in pattern.numbers)), False


def hint_for_words(rng: random.Random) -> str:
    """The hint of a date that needs none, mostly ''."""
    return _HINTS(rng) if rng.random() < _HINT_FOR_WORDS else ""


def hint_for_numbers(rng: random.Random, family: str, pattern: Pattern, pieces: list[Piece]) -> tuple[str, str | None]:
    """The family and the hint of a date that is told by order alone; no hint but None if it cannot be told at all."""
    found, must = read_by_order(pattern, pieces)
    order = pattern.order
    if order not in found:
        return family, None
    both = ("DMY",) if order == "DM" else ("MDY", "MDY", "YMD") if order == "MD" else (order,)
    if len(set(found.values())) > 1:
        family = AMBIGUOUS
        hint = pick(rng, both) if must or rng.random() < _HINT_FOR_NUMBERS else ""
        return family, hint
    if must or rng.random() < _HINT_FOR_NUMBERS:
        # A column's hint stands beside ISO dates, too, whatever it says.
        certain = order == "YMD" or rng.random() < _OVERRULED
        return family, _HINTS(rng) if certain and not must else pick(rng, both)
    return family, ""
