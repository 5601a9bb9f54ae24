"""Surroundings: what stands around a date in a sentence or a form, and changes nothing."""

import functools
import random

from datenorm.corpus.languages.particles import (
    CLOCKS,
    CLOCKS_BEFORE,
    DAY_PREFIXES,
    FORM_PREFIXES,
    ISO_CLOCKS,
    MONTH_PREFIXES,
    YEAR_PREFIXES,
)
from datenorm.corpus.locales.chooser import weight_of
from datenorm.corpus.locales.forms import Forms
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, NO_FIELD, Pattern, pick
from datenorm.corpus.phrase import Choice, Piece

_PREFIX = 0.12  # of the phrases that can stand in a sentence do
_TAILS = Choice({"": 96.5, ".": 1.6, ",": 1, ";": 0.3, ":": 0.2, "!": 0.1, ")": 0.1})
_AROUND = Choice({("", ""): 97.6, ("(", ")"): 1, ('"', '"'): 0.7, ("[", "]"): 0.5, ("'", "'"): 0.2})
_CLOCK = 0.03  # of the days come with a time of day, as in logs and tables: it states no date, and is passed over
_CLOCK_BEFORE = 0.15  # of those
_ISO_CLOCK = 0.5  # of those after 2013-02-15 and the like


def surround(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece]) -> list[Piece]:
    """The same in a sentence or a table, seldom: "on", a time of day, a full stop, brackets."""
    language = locale.language
    if not language and rng.random() < 0.3:
        language = "en" if pattern.order.startswith("M") else _PREFIX_LANGUAGES(rng)
    if rng.random() < _PREFIX and pattern.parts[0][2] is not None:
        prefix = pick(rng, _prefixes(language, pattern))
        if prefix:
            pieces.insert(0, (prefix, NO_FIELD))
    if rng.random() < _CLOCK and {"day", "month"} <= pattern.states and ("year" in pattern.states or not pattern.order):
        before = rng.random() < _CLOCK_BEFORE
        pieces.insert(0 if before else len(pieces), (_clock(rng, language, pattern, before=before), NO_FIELD))
    tail = _TAILS(rng)
    opening, closing = _AROUND(rng)
    if opening:
        return [(opening, NO_FIELD), *pieces, (closing, NO_FIELD)]
    # A full stop after numbers is part of how some write them, and tells whose "listopad" it is.
    if tail and not (tail == "." and (pattern.order or language in _STOP_TELLS)):
        pieces.append((tail, NO_FIELD))
    return pieces


def _clock(rng: random.Random, language: str, pattern: Pattern, *, before: bool) -> str:
    if before:
        form = pick(rng, CLOCKS_BEFORE)
    elif pattern.text in _ISO and rng.random() < _ISO_CLOCK:
        form = pick(rng, ISO_CLOCKS)
    else:
        form = pick(rng, CLOCKS.get(language, CLOCKS[""]))
    hour, minute, second = rng.randrange(24), rng.randrange(60), rng.randrange(60)
    parts = {"h": hour, "hh": f"{hour:02d}", "mm": f"{minute:02d}", "ss": f"{second:02d}", "s": second % 10}
    return form.format(**parts, h12=(hour - 1) % 12 + 1, m="am" if hour < 12 else "pm")


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
    return YEAR_PREFIXES if pattern.slots == ("y",) else FORM_PREFIXES if first in ("M", "MM") else ()


_FIRST_OF_A_DAY = frozenset({"d", "dd", "nth", "day words", "E", "EEE", "EEEE"})
_ISO = frozenset({"{y}-{MM}-{dd}", "{yyyy}-{MM}-{dd}", "{y}{MM}{dd}", "{yyyy}{MM}{dd}"})
_STOP_TELLS = frozenset({"cs", "pl", "szl"})
_PREFIX_LANGUAGES = Choice({language: weight_of(language) for language in DAY_PREFIXES})
