"""Surroundings: what stands around a date in a sentence or a form, and changes nothing."""

import functools
import random

from datenorm.corpus.languages.clocks import (
    CLOCKS,
    CLOCKS_BEFORE,
    CLOCKS_INSIDE,
    COMPACT_CLOCKS,
    ISO_CLOCKS,
    clock,
)
from datenorm.corpus.languages.particles import (
    DAY_PREFIXES,
    FORM_PREFIXES,
    MONTH_PREFIXES,
    YEAR_PREFIXES,
    YEAR_SUFFIXES,
)
from datenorm.corpus.locales.chooser import weight_of
from datenorm.corpus.locales.forms import Forms
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, NO_FIELD, Pattern, pick
from datenorm.corpus.phrase import Choice, Piece

_PREFIX = 0.12  # of the phrases that can stand in a sentence do
_TAILS = Choice({"": 96.5, ".": 1.6, ",": 1, ";": 0.3, ":": 0.2, "!": 0.1, ")": 0.1})
_AROUND = Choice(
    {("", ""): 97.2, ("(", ")"): 1, ('"', '"'): 0.7, ("[", "]"): 0.5, ("'", "'"): 0.2, ("<", ""): 0.15, (">", ""): 0.1}
    | {("<", ">"): 0.05, ("(", ")."): 0.1, ("[", "]."): 0.1}
)
_UNSURE = 0.04  # of the years, and the months with a year
_CLOCK = 0.04  # of the days come with a time of day, as in logs and tables: it states no date, and is passed over
_CLOCK_OF_COMPUTERS = 0.15  # the same of the shapes that computers write, in time stamps and the names of files
_CLOCK_BEFORE = 0.15  # of those
_CLOCK_INSIDE = 0.25  # of the English dates in the shape that computers write with the time in their middle
_ISO_CLOCK = 0.7  # of those after 2013-02-15 and the like


def surround(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece]) -> list[Piece]:
    """The same in a sentence or a table, seldom: "on", a time of day, a full stop, brackets."""
    language = locale.language
    if not language and rng.random() < 0.3:
        language = "en" if pattern.order.startswith("M") else _PREFIX_LANGUAGES(rng)
    if rng.random() < _PREFIX and pattern.parts[0][2] is not None:
        prefix = pick(rng, _prefixes(language, pattern))
        if prefix:
            pieces.insert(0, (prefix, NO_FIELD))
    of_a_day = {"day", "month"} <= pattern.states and ("year" in pattern.states or not pattern.order)
    if language == "en" and pattern.text in _OF_COMPUTERS and rng.random() < _CLOCK_INSIDE:
        pieces.insert(len(pieces) - 1, (clock(rng, pick(rng, CLOCKS_INSIDE)), NO_FIELD))
    elif of_a_day and rng.random() < (_CLOCK_OF_COMPUTERS if pattern.text in _CLOCKS_WRITTEN_ON else _CLOCK):
        _add_clock(rng, language, pattern, pieces)
    if pattern.states in _UNSURE_OF and rng.random() < _UNSURE:
        pieces.append((pick(rng, YEAR_SUFFIXES), NO_FIELD))
    tail = _TAILS(rng)
    opening, closing = _AROUND(rng)
    if opening:
        return [(opening, NO_FIELD), *pieces, (closing, NO_FIELD)]
    # A full stop after numbers is part of how some write them, and tells whose "listopad" it is.
    stopped = pattern.order or language in _STOP_TELLS or pieces[-1][0].endswith(".")
    if tail and not (tail == "." and stopped):
        pieces.append((tail, NO_FIELD))
    return pieces


def _add_clock(rng: random.Random, language: str, pattern: Pattern, pieces: list[Piece]) -> None:
    if rng.random() < _CLOCK_BEFORE:
        place, clocks = 0, CLOCKS_BEFORE.get(language, CLOCKS_BEFORE[""])
    else:
        written = _CLOCKS_WRITTEN_ON.get(pattern.text)
        place = len(pieces)
        clocks = written if written and rng.random() < _ISO_CLOCK else CLOCKS.get(language, CLOCKS[""])
    pieces.insert(place, (clock(rng, pick(rng, clocks)), NO_FIELD))


@functools.cache
def _prefixes(language: str, pattern: Pattern) -> tuple[str, ...]:
    """What can stand before the pattern: "on" before a day, "in" before a month, "date:" before anything."""
    first = pattern.slots[0]
    of_day, of_month = DAY_PREFIXES.get(language, ()), MONTH_PREFIXES.get(language, ())
    if "day" in pattern.states:
        if first in _FIRST_OF_A_DAY or pattern.order or (language == "en" and first in NAMED_MONTHS):
            return of_day
        return tuple(prefix for prefix in of_day if prefix.endswith((": ", ":")))
    if first in NAMED_MONTHS:
        return of_month
    if "year" not in pattern.states:
        return ()
    if pattern.slots in _YEAR_ALONE:
        return YEAR_PREFIXES
    return FORM_PREFIXES if first in ("M", "MM") else ()


_YEAR_ALONE = (("y",), ("y roman",), ("plain y",))
_FIRST_OF_A_DAY = frozenset({"d", "dd", "nth", "day words", "E", "EEE", "EEEE"})
_UNSURE_OF = (frozenset({"year"}), frozenset({"year", "month"}))
# The shapes that computers write, and the clocks that they write on to them.
_CLOCKS_WRITTEN_ON = {
    **dict.fromkeys(("{y}-{MM}-{dd}", "{yyyy}-{MM}-{dd}"), ISO_CLOCKS),
    **dict.fromkeys(("{y}{MM}{dd}", "{yyyy}{MM}{dd}"), COMPACT_CLOCKS),
}
_OF_COMPUTERS = frozenset(
    f"{weekday}{{{month}}} {{{day}}} {{y}}"
    for weekday in ("", "{E} ", "{EEE} ")
    for month in ("month", "MMM")
    for day in ("d", "dd")
)
_STOP_TELLS = frozenset({"cs", "pl", "szl"})
_PREFIX_LANGUAGES = Choice({language: weight_of(language) for language in DAY_PREFIXES})
