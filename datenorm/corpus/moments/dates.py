"""Dates within moments: bare, or beside words that make an open start, an open end or an unsure date of them."""

import random
from collections.abc import Iterator, Mapping

from faker import Faker

from datenorm.corpus import dates
from datenorm.corpus.dates.surroundings import languages_with_prefixes, prefixes_of
from datenorm.corpus.languages.load import by_language, language_of
from datenorm.corpus.moments.pieces import NO_FIELD, Stated
from datenorm.corpus.moments.senses import fields_of_sense, sense_of, states_of_sense
from datenorm.corpus.patterns.pattern import Pattern, parse, pick
from datenorm.corpus.patterns.prefixes import FORM_PREFIXES, YEAR_PREFIXES, YEAR_SUFFIXES
from datenorm.corpus.phrase import Choice, Piece

# What has a form of its own in a moment: `year_parts` writes them.
_PARTS_OF_YEARS = frozenset({"Q", "QQQ", "QQQQ", "half", "w", "ww", "W"})
_PREFIX, _SUFFIX = 0.16, 0.08
_OF_SOME_LANGUAGE = 0.3  # of the dates in numbers alone have words of a language beside them
_SUFFIXED = (frozenset({"year"}), frozenset({"year", "month"}))
_OF_NO_LANGUAGE = frozenset(YEAR_PREFIXES + FORM_PREFIXES)
_TAILS = Choice({"": 96.5, ".": 1.6, ",": 1, ";": 0.3, ":": 0.2, "!": 0.1, ")": 0.1, "|": 0.3})
_AROUND = Choice({("", ""): 97.2, ("(", ")"): 1, ('"', '"'): 0.7, ("[", "]"): 0.5, ("'", "'"): 0.2, ("<", ">"): 0.1})


def bare_dates(
    faker: Faker, *, families: Mapping[str, dates.Family] = dates.FAMILIES, held_out: bool = False
) -> Iterator[dates.Phrase]:
    """Dates and parts of dates without anything around them.

    Left out are seasons, quarters, halves and weeks, which `year_parts` writes, and the dates that hang on the day of
    writing, such as "last May", which `relative` writes.
    """
    seasons = frozenset(text for texts in by_language("seasons").values() for text in texts)
    for phrase in dates.phrases(faker, families=families, held_out=held_out, bare=True):
        if phrase.pattern in seasons or not _PARTS_OF_YEARS.isdisjoint(parse(phrase.pattern).slots):
            continue
        if phrase.pattern not in language_of(phrase.locale).relative.dates:
            yield phrase


def fields_of(phrase: dates.Phrase) -> Stated:
    """The fields of `Moment` that a date states."""
    return stated(phrase.machine)


def stated(machine: str) -> Stated:
    """The fields of `Moment` of a machine string of the date task."""
    return dict(zip(("year", "month", "day"), machine.split("-"), strict=True))


def with_sense(rng: random.Random, phrase: dates.Phrase) -> tuple[list[Piece], Stated]:
    """The date, sometimes with a word before or behind it, and the fields that both state."""
    pieces, fields, pattern = list(phrase.pieces), fields_of(phrase), parse(phrase.pattern)
    code = phrase.locale.partition("_")[0] or _some_language(rng, pattern)
    starts_with_slot = pattern.parts[0][2] is not None
    if starts_with_slot and rng.random() < _PREFIX:
        prefix = pick(rng, prefixes_of(code, pattern))
        if prefix:
            sense = sense_of(prefix, "" if prefix in _OF_NO_LANGUAGE and "day" not in pattern.states else code)
            pieces.insert(0, (prefix, states_of_sense(sense)))
            fields |= fields_of_sense(sense)
    if pattern.states in _SUFFIXED and not {"form", "qualifier"} & fields.keys() and rng.random() < _SUFFIX:
        suffix = pick(rng, YEAR_SUFFIXES)
        sense = sense_of(suffix)
        pieces.append((suffix, states_of_sense(sense)))
        fields |= fields_of_sense(sense)
    return pieces, fields


def within(rng: random.Random, pieces: list[Piece], *, stopped: bool = False) -> list[Piece]:
    """The pieces, rarely in brackets or with a mark behind them.

    Args:
        rng: Draws everything.
        pieces: The text.
        stopped: Whether a full stop behind it could be part of how some write it.
    """
    opening, closing = _AROUND(rng)
    if opening:
        return [(opening, NO_FIELD), *pieces, (closing, NO_FIELD)]
    tail = _TAILS(rng)
    if tail and not (tail == "." and (stopped or pieces[-1][0].endswith("."))):
        return [*pieces, (tail, NO_FIELD)]
    return pieces


def _some_language(rng: random.Random, pattern: Pattern) -> str:
    """A language for a date in numbers alone, sometimes; month first is the habit of the United States."""
    if rng.random() >= _OF_SOME_LANGUAGE:
        return ""
    return "en" if pattern.order.startswith("M") else languages_with_prefixes()(rng)
