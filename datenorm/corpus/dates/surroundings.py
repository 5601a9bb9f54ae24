"""Surroundings: what is around a date in a sentence or a form, and changes nothing."""

import functools
import random

from datenorm.corpus.languages.load import Language, codes, load
from datenorm.corpus.locales.forms import Forms
from datenorm.corpus.patterns.clocks import CLOCKS_AFTER, CLOCKS_BEFORE, COMPACT_CLOCKS, ISO_CLOCKS, clock
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, NO_FIELD, Pattern, pick
from datenorm.corpus.patterns.prefixes import FORM_PREFIXES, YEAR_PREFIXES, YEAR_SUFFIXES
from datenorm.corpus.phrase import Choice, Piece

_PREFIX = 0.12  # of the phrases that can follow a prefix do
_TAILS = Choice({"": 96.5, ".": 1.6, ",": 1, ";": 0.3, ":": 0.2, "!": 0.1, ")": 0.1})
_AROUND = Choice(
    {("", ""): 97.2, ("(", ")"): 1, ('"', '"'): 0.7, ("[", "]"): 0.5, ("'", "'"): 0.2, ("<", ""): 0.15, (">", ""): 0.1}
    | {("<", ">"): 0.05, ("(", ")."): 0.1, ("[", "]."): 0.1}
)
_UNSURE = 0.04  # of the years, and the months with a year
_CLOCK = 0.04  # of the days have a time of day beside them, as in logs and tables: it states no date
_CLOCK_OF_COMPUTERS = 0.15  # the same in the shapes that computers write: time stamps, names of files
_CLOCK_BEFORE = 0.15  # of the clocks
_CLOCK_INSIDE = 0.25  # of the dates in the shape that computers write, with the time in their middle
_OF_SOME_LANGUAGE = 0.3  # of the dates in numbers alone have words of a language around them
_ISO_CLOCK = 0.7  # of the clocks after 2013-02-15 and the like

_YEAR_ALONE = (("y",), ("y roman",), ("plain y",))
_FIRST_OF_A_DAY = frozenset({"d", "dd", "nth", "day words", "E", "EEE", "EEEE"})
_UNSURE_OF = (frozenset({"year"}), frozenset({"year", "month"}))
# Shapes that computers write -> the clocks that they put after them.
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


def surround(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece]) -> list[Piece]:
    """The pieces, rarely in a sentence or a table: after "on", beside a time of day, before a full stop, in brackets.

    Args:
        rng: Draws everything.
        locale: Whose words are around the date.
        pattern: What the date is written by.
        pieces: The date; the list changes.
    """
    language = locale.language
    if not language.code and rng.random() < _OF_SOME_LANGUAGE:
        # Month first is the habit of the United States.
        language = load("en" if pattern.order.startswith("M") else languages_with_prefixes()(rng))
    if rng.random() < _PREFIX and pattern.parts[0][2] is not None:
        prefix = pick(rng, prefixes_of(language.code, pattern))
        if prefix:
            pieces.insert(0, (prefix, NO_FIELD))
    of_a_day = {"day", "month"} <= pattern.states and ("year" in pattern.states or not pattern.order)
    if language.clocks_inside and pattern.text in _OF_COMPUTERS and rng.random() < _CLOCK_INSIDE:
        pieces.insert(len(pieces) - 1, (clock(rng, pick(rng, language.clocks_inside)), NO_FIELD))
    elif of_a_day and rng.random() < (_CLOCK_OF_COMPUTERS if pattern.text in _CLOCKS_WRITTEN_ON else _CLOCK):
        _add_clock(rng, language, pattern, pieces)
    if pattern.states in _UNSURE_OF and rng.random() < _UNSURE:
        pieces.append((pick(rng, YEAR_SUFFIXES), NO_FIELD))
    tail = _TAILS(rng)
    opening, closing = _AROUND(rng)
    if opening:
        return [(opening, NO_FIELD), *pieces, (closing, NO_FIELD)]
    # A full stop after numbers is part of how some write them.
    stopped = pattern.order or not language.full_stop_at_end or pieces[-1][0].endswith(".")
    if tail and not (tail == "." and stopped):
        pieces.append((tail, NO_FIELD))
    return pieces


def _add_clock(rng: random.Random, language: Language, pattern: Pattern, pieces: list[Piece]) -> None:
    if rng.random() < _CLOCK_BEFORE:
        place, clocks = 0, language.clocks_before or CLOCKS_BEFORE
    else:
        written = _CLOCKS_WRITTEN_ON.get(pattern.text)
        place = len(pieces)
        clocks = written if written and rng.random() < _ISO_CLOCK else language.clocks_after + CLOCKS_AFTER
    pieces.insert(place, (clock(rng, pick(rng, clocks)), NO_FIELD))


@functools.cache
def prefixes_of(code: str, pattern: Pattern) -> tuple[str, ...]:
    """What can precede the pattern: "on" before a day, "in" before a month, "date:" before anything."""
    first = pattern.slots[0]
    language = load(code)
    of_day = language.day_prefixes + language.labels
    if "day" in pattern.states:
        suits_month = language.day_prefixes_suit_months and first in NAMED_MONTHS
        if first in _FIRST_OF_A_DAY or pattern.order or suits_month:
            return of_day
        return tuple(prefix for prefix in of_day if prefix.endswith((": ", ":")))
    if first in NAMED_MONTHS:
        return language.month_prefixes
    if "year" not in pattern.states:
        return ()
    if pattern.slots in _YEAR_ALONE:
        return YEAR_PREFIXES
    return FORM_PREFIXES if first in ("M", "MM") else ()


@functools.cache
def languages_with_prefixes() -> Choice[str]:
    """A choice among the languages that put words before a day."""
    # Norwegian and Nynorsk come last: the shipped data was drawn in this order.
    order = sorted(codes(), key=lambda code: code in ("nn", "no"))
    return Choice({code: load(code).weight for code in order if load(code).day_prefixes})
