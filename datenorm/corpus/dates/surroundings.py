"""Surroundings: what stands around a date in a sentence or a form, and changes nothing."""

import functools
import random

from datenorm.corpus.languages.particles import DAY_PREFIXES, MONTH_PREFIXES
from datenorm.corpus.locales.chooser import weight_of
from datenorm.corpus.locales.forms import Forms
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, NO_FIELD, Pattern, pick
from datenorm.corpus.phrase import Choice, Piece

_PREFIX = 0.12  # of the phrases that can stand in a sentence do
_TAILS = Choice({"": 96.5, ".": 1.6, ",": 1, ";": 0.3, ":": 0.2, "!": 0.1, ")": 0.1})
_AROUND = Choice({("", ""): 98, ("(", ")"): 1, ('"', '"'): 0.7})


def surround(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece]) -> list[Piece]:
    """The same in a sentence, seldom: "on", a full stop, brackets."""
    language = locale.language
    if not language and rng.random() < 0.3:
        language = "en" if pattern.order.startswith("M") else _PREFIX_LANGUAGES(rng)
    if rng.random() < _PREFIX and pattern.parts[0][2] is not None:
        prefix = pick(rng, _prefixes(language, pattern))
        if prefix:
            pieces.insert(0, (prefix, NO_FIELD))
    tail = _TAILS(rng)
    opening, closing = _AROUND(rng)
    if opening:
        return [(opening, NO_FIELD), *pieces, (closing, NO_FIELD)]
    # A full stop after numbers is part of how some write them, and tells whose "listopad" it is.
    if tail and not (tail == "." and (pattern.order or language in _STOP_TELLS)):
        pieces.append((tail, NO_FIELD))
    return pieces


@functools.cache
def _prefixes(language: str, pattern: Pattern) -> tuple[str, ...]:
    """What can stand before the pattern: "on" before a day, "in" before a month, "date:" before anything."""
    first = pattern.slots[0]
    of_day, of_month = DAY_PREFIXES.get(language, ()), MONTH_PREFIXES.get(language, ())
    if "day" in pattern.states:
        if first in _FIRST_OF_A_DAY or pattern.order or (language == "en" and first in NAMED_MONTHS):
            return of_day
        return tuple(prefix for prefix in of_day if prefix.endswith((": ", ":")))
    return of_month if first in NAMED_MONTHS else ()


_FIRST_OF_A_DAY = frozenset({"d", "dd", "nth", "day words", "E", "EEE", "EEEE"})
_STOP_TELLS = frozenset({"cs", "pl", "szl"})
_PREFIX_LANGUAGES = Choice({language: weight_of(language) for language in DAY_PREFIXES})
