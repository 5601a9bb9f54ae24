"""The families of dates: what kinds there are, how often each is written, and which locales and patterns it draws."""

import dataclasses
import functools
import random
from collections.abc import Callable, Iterable, Mapping

from datenorm.corpus.languages.phrases import PHRASES
from datenorm.corpus.languages.spelled import PATTERNS
from datenorm.corpus.locales.chooser import HELD_OUT_LOCALES, chooser, weight_of
from datenorm.corpus.locales.forms import Forms, forms
from datenorm.corpus.patterns import numbers
from datenorm.corpus.patterns.pattern import Pattern, is_held_out, parse, pick
from datenorm.corpus.patterns.shared import (
    ERA_LANGUAGES,
    ERAS,
    FREE,
    FREE_PARTS,
    HAN_BY_LANGUAGE,
    HAN_LANGUAGES,
    ROMAN,
    ROMAN_LANGUAGES,
    WEEKDAY_AND_NUMBERS,
)
from datenorm.corpus.phrase import Choice

Choose = Callable[[random.Random, bool], tuple[Forms, Pattern] | None]
"""Draws a locale and a pattern, held out or not; None where the locale has none such."""


@dataclasses.dataclass(frozen=True)
class Family:
    """One kind of date.

    Attributes:
        weight: How often it is written, relative to the other families.
        choose: Draws a locale and a pattern for it.
        years: The years it draws from.
    """

    weight: float
    choose: Choose
    years: Choice[range]


_NOW, _RECENT = range(1930, 2040), range(1850, 2101)  # most dates that people type are of the first
_PAST = range(1000, 1850)  # of which historians write
_ANY_YEAR = Choice({_NOW: 62, _RECENT: 26, _PAST: 5, range(1, 10_000): 7})
_MODERN = Choice({_NOW: 62, _RECENT: 38})  # what computers and forms write
# Up to 2055 Japan counts by eras, whose first years are the hardest: only they are written with one digit.
_FIRST_OF_ERAS = (range(1912, 1922), range(1926, 1936), range(1989, 1999), range(2019, 2029))
_OF_ERAS = Choice({range(1873, 2056): 60, **dict.fromkeys(_FIRST_OF_ERAS, 8), range(2056, 2101): 10})

_MONTH_ALONE = 13  # the weight of languages whose abbreviated month alone is a date and not just any three letters
_ANY_LETTERS = 3  # the longest name that is just any letters, where it stands alone in another language


def _usable(patterns: Iterable[Pattern], held_out: bool, whole_locale: bool) -> tuple[Pattern, ...]:
    """Those patterns that training or the held-out part writes; a held-out locale writes all of its own."""
    return tuple(pattern for pattern in patterns if whole_locale or is_held_out(pattern.text) == held_out)


@functools.cache
def _of(identifier: str, kind: str, held_out: bool) -> tuple[Pattern, ...]:
    own: tuple[Pattern, ...] = getattr(forms(identifier), kind)
    return _usable(own, held_out, held_out and identifier in HELD_OUT_LOCALES)


def _own(kind: str, *, evenly: bool = False) -> Choose:
    """A locale's own patterns of one kind: `full`, `partial`, `phrases` or `partial_phrases`."""

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        identifier = chooser(held_out, evenly=evenly)(rng)
        patterns = _of(identifier, kind, held_out)
        return (forms(identifier), patterns[int(rng.random() * len(patterns))]) if patterns else None

    return choose


def _any(texts: tuple[str, ...], *, evenly: bool = False) -> Choose:
    """Patterns that suit every language whose months are words."""
    kept = {held_out: _usable(map(parse, texts), held_out, False) for held_out in (False, True)}

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        locale = forms(chooser(held_out, evenly=evenly)(rng))
        patterns = kept[held_out]
        pattern = patterns[int(rng.random() * len(patterns))]
        return (locale, pattern) if locale.spelled and _suits(locale, pattern) else None

    return choose


def _suits(locale: Forms, pattern: Pattern) -> bool:
    # "15. listopada" is Croatian: Polish and Silesian put no full stop after the day.
    if locale.language in ("pl", "szl") and ("{d}." in pattern.text or "{dd}." in pattern.text):
        return False
    if locale.language == "th" and not {"yy", "yy late"}.isdisjoint(pattern.slots):
        return False
    return pattern.slots not in (("MMM",), ("month",)) or weight_of(locale.language) >= _MONTH_ALONE


def is_any_word(locale: Forms, name: str) -> bool:
    """Whether a month's name, where it stands alone, is just any three letters to most readers."""
    return weight_of(locale.language) < _MONTH_ALONE and len(name.strip(".")) <= _ANY_LETTERS


def _of_languages(languages: Choice[str], texts: dict[str, tuple[str, ...]] | tuple[str, ...]) -> Choose:
    """Patterns of a few languages: one table for all of them, or one each."""

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        identifier = languages(rng)
        table = texts[identifier] if isinstance(texts, dict) else texts
        pattern = parse(pick(rng, table))
        return (forms(identifier), pattern) if is_held_out(pattern.text) == held_out else None

    return choose


def _evenly(texts: dict[str, tuple[str, ...]]) -> Choose:
    """Patterns of a few languages, each as often as the others."""
    return _of_languages(Choice(dict.fromkeys(texts, 1)), texts)


def _numbers(write: Callable[[random.Random], Pattern]) -> Choose:
    """Numbers of no language in particular."""

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        pattern = write(rng)
        return (_NO_LOCALE, pattern) if is_held_out(pattern.text) == held_out else None

    return choose


def _weekday_and_numbers(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
    locale = forms(chooser(held_out)(rng))
    pattern = parse(pick(rng, WEEKDAY_AND_NUMBERS.get(locale.order, ())) or "{y}-{MM}-{dd} {E}")
    return (locale, pattern) if is_held_out(pattern.text) == held_out else None


# The numbers of no language in particular. Their words are never asked for.
_NO_LOCALE = Forms("", "", {"": None, "d": None, "y": None}, "", (), (), (), (), {}, False)  # type: ignore[dict-item]

# The weights follow how often each kind is met in forms, files and prose, with what is hard to learn (words in many
# languages, parts of dates) written more often than met.
FAMILIES: dict[str, Family] = {
    "CLDR": Family(22, _own("full"), _ANY_YEAR),
    "CLDR, part": Family(6.5, _own("partial"), _ANY_YEAR),
    "phrase": Family(13, _own("phrases"), _ANY_YEAR),  # the 3rd of May, 1979; 15 марта 2013 г.
    "phrase, part": Family(6.5, _own("partial_phrases"), _ANY_YEAR),
    "free order": Family(15, _any(FREE), _ANY_YEAR),  # Sep-23-2020, 2020 September 23
    "free order, part": Family(5, _any(FREE_PARTS), _ANY_YEAR),
    "numbers": Family(13, _numbers(numbers.whole), _MODERN),
    "numbers, day and month": Family(3, _numbers(numbers.day_and_month), _ANY_YEAR),
    "numbers, month and year": Family(2, _numbers(numbers.month_and_year), _MODERN),
    "numbers, weekday": Family(3, _weekday_and_numbers, _MODERN),
    "compact": Family(2.5, _numbers(numbers.compact), _MODERN),
    "year": Family(1.2, _numbers(numbers.year), _MODERN),
    "numbers, masked": Family(0.7, _numbers(numbers.masked), _MODERN),  # XX/05/2019
    "part of a year": Family(0.8, _numbers(numbers.part_of_year), _MODERN),
    "Roman month": Family(1.5, _of_languages(ROMAN_LANGUAGES, ROMAN), _ANY_YEAR),
    "Han": Family(3, _of_languages(HAN_LANGUAGES, HAN_BY_LANGUAGE), _ANY_YEAR),
    "era": Family(8, _of_languages(ERA_LANGUAGES, ERAS), _MODERN),
}


def _with(slot: str, patterns: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Language -> those of its patterns that have the slot, where it has any."""
    kept = {language: tuple(text for text in texts if slot in text) for language, texts in patterns.items()}
    return {language: texts for language, texts in kept.items() if texts}


_YEARS_IN_WORDS = _with("{year words}", {name: texts + PHRASES.get(name, ()) for name, texts in PATTERNS.items()})
_SHOWN_BY_STOPS = {"hr": PHRASES["hr"] + PATTERNS["hr"]}  # whose "listopad" is not the Poles'
# Whose short names mean other months, or numbers, to neighbours: "srp", "lip", and "bir", which is one in Turkish.
_SHORT_NAMES = dict.fromkeys(("cs", "et", "hr", "lt"), FREE + FREE_PARTS)
_MONTHS_IN_WORDS = _with("{month words}", PATTERNS)
_NUMBERED_DAYS = _with("{nth}", PHRASES)  # the Swedes' "1a juni", which a scanner's 14 is not
_FIRST_YEARS = _with("{plain y}", PHRASES)  # those below 1000 that the mark of our era makes years
_SHORT_YEARS = _with("{yy}", {language: PHRASES[language] for language in ("ja", "ko", "zh")})  # "03년" is 2003

# What a network that has read all of these by their weights still gets wrong most often: training reads more of them.
REHEARSED: dict[str, Family] = {
    "CLDR": Family(8, _own("full", evenly=True), _ANY_YEAR),
    "CLDR, part": Family(28, _own("partial", evenly=True), _ANY_YEAR),
    "free order": Family(25, _any(FREE, evenly=True), _ANY_YEAR),
    "free order, part": Family(28, _any(FREE_PARTS, evenly=True), _ANY_YEAR),
    "phrase": Family(14, _evenly(_YEARS_IN_WORDS), _MODERN),
    "first years": Family(
        16, _of_languages(Choice({language: weight_of(language) for language in _FIRST_YEARS}), _FIRST_YEARS), _MODERN
    ),
    "short years": Family(6, _evenly(_SHORT_YEARS), _MODERN),
    "shared names": Family(12, _evenly(_SHOWN_BY_STOPS), _ANY_YEAR),
    "short names": Family(20, _evenly(_SHORT_NAMES), _ANY_YEAR),
    "months in words": Family(5, _evenly(_MONTHS_IN_WORDS), _ANY_YEAR),
    "numbered days": Family(20, _evenly(_NUMBERED_DAYS), _ANY_YEAR),
    "numbers, masked": Family(5, _numbers(numbers.masked), _MODERN),
    "Roman month": Family(16, _of_languages(ROMAN_LANGUAGES, ROMAN), _ANY_YEAR),
    "Han": Family(10, _of_languages(HAN_LANGUAGES, HAN_BY_LANGUAGE), _ANY_YEAR),
    "era": Family(60, _of_languages(ERA_LANGUAGES, ERAS), _OF_ERAS),
    "Japanese era": Family(75, _evenly({"ja": ERAS["ja"]}), _OF_ERAS),
}
