"""The families of dates: what kinds there are, how often each is written, and which locales and patterns it draws."""

import dataclasses
import functools
import random
from collections.abc import Callable, Iterable, Mapping

from datenorm.corpus.languages.load import Language, by_language, codes, language_of, load
from datenorm.corpus.locales.chooser import HELD_OUT_LOCALES, chooser
from datenorm.corpus.locales.forms import Forms, forms, phrases_in_words
from datenorm.corpus.patterns import numbers
from datenorm.corpus.patterns.pattern import Pattern, has_full_stop_after_day, is_held_out, parse, pick
from datenorm.corpus.patterns.shared import (
    ERA_LANGUAGES,
    FREE,
    FREE_PARTS,
    HAN_LANGUAGES,
    ROMAN,
    ROMAN_LANGUAGES,
    WEEKDAY_AND_NUMBERS,
)
from datenorm.corpus.phrase import Choice

Choose = Callable[[random.Random, bool], tuple[Forms, Pattern] | None]
"""Draws a locale and a pattern, held out or not; None where the locale has no such pattern."""

Table = Mapping[str, tuple[str, ...]]
"""Locale or language -> patterns. Its order decides what a seed draws."""


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
_ANY_LETTERS = 3  # the longest name that alone is just any letters in another language


def _usable(patterns: Iterable[Pattern], held_out: bool, whole_locale: bool) -> tuple[Pattern, ...]:
    """The patterns that training or the held-out part writes; a held-out locale writes all of its own."""
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
        return (locale, pattern) if locale.spelled and _suits(locale.language, pattern) else None

    return choose


def _suits(language: Language, pattern: Pattern) -> bool:
    """Whether the language's readers take what a pattern of any language writes for the date that it means."""
    is_stopped = has_full_stop_after_day(pattern) and not language.full_stop_after_day
    is_of_other_calendar = language.calendar == "buddhist" and not {"yy", "yy late"}.isdisjoint(pattern.slots)
    is_short_month = pattern.slots in (("MMM",), ("month",)) and language.weight < _MONTH_ALONE
    return not (is_stopped or is_of_other_calendar or is_short_month)


def is_any_word(language: Language, name: str) -> bool:
    """Whether a month's name that is the whole text is just any three letters to most readers."""
    return language.weight < _MONTH_ALONE and len(name.strip(".")) <= _ANY_LETTERS


def _of_languages(languages: Choice[str], texts: Callable[[str], tuple[str, ...]]) -> Choose:
    """Patterns of a few locales.

    Args:
        languages: Draws the locale.
        texts: Locale -> its patterns.
    """

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        identifier = languages(rng)
        pattern = parse(pick(rng, texts(identifier)))
        return (forms(identifier), pattern) if is_held_out(pattern.text) == held_out else None

    return choose


def _of_table(table: Callable[[], Table], *, evenly: bool = True) -> Choose:
    """Patterns of the languages in a table, which is made at the first draw.

    Args:
        table: Makes the table.
        evenly: Whether each language is drawn as often as the others, and not by its weight.
    """

    @functools.cache
    def made() -> Choose:
        texts = table()
        weights = {code: 1.0 if evenly else load(code).weight for code in texts}
        return _of_languages(Choice(weights), texts.__getitem__)

    return lambda rng, held_out: made()(rng, held_out)


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
_NO_WORDS = {"": None, "day": None, "year": None}
_NO_LOCALE = Forms("", Language(""), _NO_WORDS, "", (), (), (), (), {}, False)  # type: ignore[arg-type]

_ROMAN = _of_languages(ROMAN_LANGUAGES, lambda identifier: ROMAN)
_HAN = _of_languages(HAN_LANGUAGES, lambda identifier: language_of(identifier).phrases_in_characters)
_ERA = _of_languages(ERA_LANGUAGES, lambda identifier: language_of(identifier).phrases_with_eras)

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
    "Roman month": Family(1.5, _ROMAN, _ANY_YEAR),
    "Han": Family(3, _HAN, _ANY_YEAR),
    "era": Family(8, _ERA, _MODERN),
}


def _with(slot: str, patterns: Table, last: tuple[str, ...] = ()) -> Table:
    """Language -> those of its patterns that have the slot, where it has any.

    Args:
        slot: Such as '{nth}'.
        patterns: Language -> patterns.
        last: Languages at the end of the table: an order that the shipped data was drawn by.
    """
    order = sorted(patterns, key=lambda code: last.index(code) if code in last else -1)
    kept = {code: tuple(text for text in patterns[code] if slot in text) for code in order}
    return {code: texts for code, texts in kept.items() if texts}


def _years_in_words() -> Table:
    spelling = [load(code) for code in by_language("phrases_in_words")]
    return _with(
        "{year words}",
        {language.code: phrases_in_words(language) + language.phrases for language in spelling},
        last=("nn", "no"),
    )


def _numbered_days() -> Table:
    """The Swedes' "1a juni", which a scanner's 14 is not."""
    return _with("{nth}", by_language("phrases"))


def _first_years() -> Table:
    """Years below 1000 that the mark of our era makes years."""
    return _with("{plain y}", by_language("phrases"), last=("no", "nn", "yue"))


def _short_years() -> Table:
    return _with("{yy}", {code: load(code).phrases for code in _rehearsed("short years")})


def _shared_names() -> Table:
    """Croatian, whose "listopad" is not the Poles'."""
    shared = [load(code) for code in by_language("shared_month_names")]
    return {language.code: language.phrases + phrases_in_words(language) for language in shared}


def _short_names() -> Table:
    return dict.fromkeys(_rehearsed("short names"), FREE + FREE_PARTS)


def _rehearsed(what: str) -> tuple[str, ...]:
    return tuple(code for code in codes() if what in load(code).rehearsed)


def _months_in_words() -> Table:
    return _with("{month words}", by_language("phrases_in_words"))


# What a network still gets wrong most often after it has read all families by their weights: training reads more of it.
REHEARSED: dict[str, Family] = {
    "CLDR": Family(8, _own("full", evenly=True), _ANY_YEAR),
    "CLDR, part": Family(28, _own("partial", evenly=True), _ANY_YEAR),
    "free order": Family(25, _any(FREE, evenly=True), _ANY_YEAR),
    "free order, part": Family(28, _any(FREE_PARTS, evenly=True), _ANY_YEAR),
    "phrase": Family(14, _of_table(_years_in_words), _MODERN),
    "first years": Family(16, _of_table(_first_years, evenly=False), _MODERN),
    "short years": Family(6, _of_table(_short_years), _MODERN),
    "shared names": Family(12, _of_table(_shared_names), _ANY_YEAR),
    "short names": Family(20, _of_table(_short_names), _ANY_YEAR),
    "months in words": Family(5, _of_table(_months_in_words), _ANY_YEAR),
    "numbered days": Family(20, _of_table(_numbered_days), _ANY_YEAR),
    "numbers, masked": Family(5, _numbers(numbers.masked), _MODERN),
    "Roman month": Family(16, _ROMAN, _ANY_YEAR),
    "Han": Family(10, _HAN, _ANY_YEAR),
    "era": Family(60, _ERA, _OF_ERAS),
    "Japanese era": Family(75, _of_table(lambda: {"ja": load("ja").phrases_with_eras}), _OF_ERAS),
}
