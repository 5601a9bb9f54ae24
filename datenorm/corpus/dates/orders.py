"""Orders: which ones an all-number date can be read in, and whether its own is stated beside the text."""

import itertools
import random
from collections.abc import Mapping

from datenorm.core.numeric_dates import compact_readings, readings
from datenorm.corpus.patterns.pattern import Pattern, pick
from datenorm.corpus.phrase import Choice, Piece

AMBIGUOUS = "numbers, ambiguous"
"""The family of all-number dates that read two ways: the only one in which a string can have two answers."""

_ORDERS = Choice({"DMY": 5, "MDY": 4, "YMD": 2})
_ORDER_BESIDE_WORDS = 0.12  # an order beside a date that needs none changes nothing, which the network has to learn
_ORDER_BESIDE_NUMBERS = 0.5
_OVERRULED = 0.06  # of the orders beside a date that reads only one way state another one


def read_by_order(pattern: Pattern, pieces: list[Piece]) -> tuple[Mapping[str, str], bool]:
    """Order -> the machine string that an all-number date is by it, and whether the date needs its order stated."""
    if _is_compact(pattern):
        found = compact_readings("".join(pieces[place][0] for place in pattern.numbers))
        # Without an order nobody reads six digits as a date.
        return found, len(pattern.numbers) == 3 and "yy" in pattern.slots
    return readings(tuple(pieces[place][0] for place in pattern.numbers)), False


def _is_compact(pattern: Pattern) -> bool:
    """Whether its numbers touch: 20130215."""
    return all(after == before + 1 for before, after in itertools.pairwise(pattern.numbers))


def order_for_words(rng: random.Random) -> str:
    """The order stated beside a date that needs none, mostly ''."""
    return _ORDERS(rng) if rng.random() < _ORDER_BESIDE_WORDS else ""


def order_for_numbers(rng: random.Random, family: str, pattern: Pattern, pieces: list[Piece]) -> tuple[str, str | None]:
    """The family of an all-number date and the order stated beside it; None where no reader sees its own order."""
    found, must = read_by_order(pattern, pieces)
    order = pattern.order
    if order not in found:
        return family, None
    both = ("DMY",) if order == "DM" else ("MDY", "MDY", "YMD") if order == "MD" else (order,)
    if len(set(found.values())) > 1:
        return AMBIGUOUS, pick(rng, both) if must or rng.random() < _ORDER_BESIDE_NUMBERS else ""
    if must or rng.random() < _ORDER_BESIDE_NUMBERS:
        # The order of a whole column is stated beside its ISO dates, too, whatever it is.
        certain = order == "YMD" or rng.random() < _OVERRULED
        return family, _ORDERS(rng) if certain and not must else pick(rng, both)
    return family, ""
