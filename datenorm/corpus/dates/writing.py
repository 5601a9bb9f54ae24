"""Dates in every language that Babel knows, as people write them, with the date they mean.

The conventions that make every string mean one date stand in data/README.md.
"""

import calendar
import dataclasses
import functools
import random
import string
from collections.abc import Callable, Iterator, Mapping

from faker import Faker

from datenorm.corpus.languages.numerals import CHARACTERS, ROMAN_MONTHS
from datenorm.corpus.languages.particles import DAY_PREFIXES, MONTH_PREFIXES
from datenorm.corpus.languages.spelled import KANA_WEEKDAYS, KOREAN_MONTHS, VIETNAMESE_MONTHS
from datenorm.corpus.locales.chooser import HELD_OUT_LOCALES, chooser, identifiers, weight_of
from datenorm.corpus.locales.forms import Forms, forms, random_locale, usable
from datenorm.corpus.patterns import numbers
from datenorm.corpus.patterns.pattern import (
    NAMED_MONTHS,
    NO_FIELD,
    Draw,
    Pattern,
    Words,
    days_in_month,
    is_held_out,
    parse,
    pick,
    weekday_of,
)
from datenorm.corpus.patterns.shared import (
    ERA_LANGUAGES,
    ERAS,
    FREE,
    FREE_PARTS,
    HAN,
    HAN_BY_LANGUAGE,
    HAN_LANGUAGES,
    ROMAN,
    ROMAN_LANGUAGES,
    WEEKDAY_AND_NUMBERS,
)
from datenorm.corpus.phrase import Choice, Example, Piece, compose
from datenorm.numbers import compact_readings, full_year, readings
from datenorm.tasks import DATE
from datenorm.text import canonicalize

Choose = Callable[[random.Random, bool], tuple[Forms, Pattern] | None]
"""Draws a locale and a pattern, held out or not; None where the locale has none such."""

AMBIGUOUS = "numbers, ambiguous"
"""The family of all-number dates that read two ways: the only one in which a string can have two answers."""

IMPOSSIBLE = "impossible date"
"""The family of days that no calendar has."""


@dataclasses.dataclass(frozen=True, slots=True)
class Phrase:
    """An example before its pieces are joined, so that noise can be added to each piece.

    Attributes:
        pieces: The text, with what each piece states.
        machine: The machine string it means.
        family: The kind of date.
        pattern: The pattern within the family.
        locale: The Babel identifier of the locale that writes so, '' where any does.
        hint: The order told beside the text, '' where none is.
    """

    pieces: list[Piece]
    machine: str
    family: str
    pattern: str
    locale: str
    hint: str


@dataclasses.dataclass(frozen=True)
class Family:
    """One kind of date.

    Attributes:
        weight: How often it is written, relative to the other families.
        choose: Draws a locale and a pattern for it.
        modern: Whether its years are those that computers and forms write, and not any from 1 to 9999.
    """

    weight: float
    choose: Choose
    modern: bool = False


_MODERN = 0.62  # of the years lie in 1930-2039, where most dates that people type do
_RECENT = 0.26  # in 1850-2100; the rest anywhere in 1-9999
_RIGHT_WEEKDAY = 0.94  # of the weekdays beside a whole date
_PREFIX = 0.12  # of the phrases that can stand in a sentence do
_TAILS = Choice({"": 96.5, ".": 1.6, ",": 1, ";": 0.3, ":": 0.2, "!": 0.1, ")": 0.1})
_AROUND = Choice({("", ""): 98, ("(", ")"): 1, ('"', '"'): 0.7})
_NATIVE_DIGITS = 0.6  # where the script has digits of its own; canonical text has 0-9 for both
_HINTS = Choice({"DMY": 5, "MDY": 4, "YMD": 2})
_HINT_FOR_WORDS = 0.12  # a hint beside a date that needs none changes nothing, which has to be learned
_HINT_FOR_NUMBERS = 0.5
_OVERRULED = 0.06  # of the hints beside a date that reads only one way say another order
_MONTH_ALONE = 13  # the weight of languages whose abbreviated month alone is a date and not just any three letters
_ANY_LETTERS = 3  # the longest name that is just any letters, where it stands alone in another language
_TRIES = 200  # before another family is drawn: some have no pattern among the held-out ones
_LAST_DAY = 0.08  # of the month: more often than chance, so that 31 October is told from the impossible 31 September
# The kinds of days that no calendar has. The last exists only in numbers.
_NO_DAYS = Choice({"31 April": 40, "30 February": 25, "29 February": 25, "40 May": 10})
_LEAP_DAY = 0.008  # more often than chance, since its rule is the hardest to learn


@functools.cache
def _of(identifier: str, kind: str, held_out: bool) -> tuple[Pattern, ...]:
    own: tuple[Pattern, ...] = getattr(forms(identifier), kind)
    return usable(own, held_out, held_out and identifier in HELD_OUT_LOCALES)


def _own(kind: str) -> Choose:
    """A locale's own patterns of one kind: `full`, `partial`, `phrases` or `partial_phrases`."""

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        identifier = chooser(held_out)(rng)
        patterns = _of(identifier, kind, held_out)
        return (forms(identifier), patterns[int(rng.random() * len(patterns))]) if patterns else None

    return choose


def _any(texts: tuple[str, ...]) -> Choose:
    """Patterns that suit every language whose months are words."""
    kept = {held_out: usable(map(parse, texts), held_out, False) for held_out in (False, True)}

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        locale = random_locale(rng, held_out)
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


def _is_any_word(locale: Forms, name: str) -> bool:
    return weight_of(locale.language) < _MONTH_ALONE and len(name.strip(".")) <= _ANY_LETTERS


def _of_languages(languages: Choice[str], texts: dict[str, tuple[str, ...]] | tuple[str, ...]) -> Choose:
    """Patterns of a few languages: one table for all of them, or one each."""

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        identifier = languages(rng)
        table = texts[identifier] if isinstance(texts, dict) else texts
        pattern = parse(pick(rng, table))
        return (forms(identifier), pattern) if is_held_out(pattern.text) == held_out else None

    return choose


def _numbers(write: Callable[[random.Random], Pattern]) -> Choose:
    """Numbers of no language in particular."""

    def choose(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
        pattern = write(rng)
        return (_NO_LOCALE, pattern) if is_held_out(pattern.text) == held_out else None

    return choose


def _weekday_and_numbers(rng: random.Random, held_out: bool) -> tuple[Forms, Pattern] | None:
    locale = random_locale(rng, held_out)
    pattern = parse(pick(rng, WEEKDAY_AND_NUMBERS.get(locale.order, ())) or "{y}-{MM}-{dd} {E}")
    return (locale, pattern) if is_held_out(pattern.text) == held_out else None


# The numbers of no language in particular. Their words are never asked for.
_NO_LOCALE = Forms("", "", {"": None, "d": None, "y": None}, "", (), (), (), (), {}, False)  # type: ignore[dict-item]

# The weights follow how often each kind is met in forms, files and prose, with what is hard to learn (words in many
# languages, parts of dates) written more often than met.
FAMILIES: dict[str, Family] = {
    "CLDR": Family(22, _own("full")),
    "CLDR, part": Family(6.5, _own("partial")),
    "phrase": Family(13, _own("phrases")),  # the 3rd of May, 1979; 15 марта 2013 г.
    "phrase, part": Family(6.5, _own("partial_phrases")),
    "free order": Family(15, _any(FREE)),  # Sep-23-2020, 2020 September 23
    "free order, part": Family(5, _any(FREE_PARTS)),
    "numbers": Family(13, _numbers(numbers.whole), modern=True),
    "numbers, day and month": Family(3, _numbers(numbers.day_and_month)),
    "numbers, month and year": Family(2, _numbers(numbers.month_and_year), modern=True),
    "numbers, weekday": Family(3, _weekday_and_numbers, modern=True),
    "compact": Family(2.5, _numbers(numbers.compact), modern=True),
    "year": Family(0.8, _numbers(numbers.year), modern=True),
    "Roman month": Family(1.5, _of_languages(ROMAN_LANGUAGES, ROMAN)),
    "Han": Family(3, _of_languages(HAN_LANGUAGES, HAN_BY_LANGUAGE)),
    "era": Family(5, _of_languages(ERA_LANGUAGES, ERAS), modern=True),
}


def phrases(faker: Faker, *, held_out: bool = False, impossible: bool = False) -> Iterator[Phrase]:
    """Dates without end, families drawn by their weights, before their pieces are joined.

    Args:
        faker: Draws everything: the same seed gives the same phrases.
        held_out: Write the held-out patterns, in all locales and more often in the held-out ones, instead of those to
            train on.
        impossible: Write days that no calendar has, such as the 31st of April, in the same forms.

    Yields:
        Phrases whose pieces have the fields year, month and day. A day that no calendar has is stated as it is written,
        2020-04-31, for the decoder to refuse, so that the network need not know the calendar; a 40th of May states
        nothing.
    """
    rng = faker.random
    write = _write_impossible if impossible else _write
    choose_family = Choice({name: family.weight for name, family in FAMILIES.items()})
    while True:
        name = choose_family(rng)
        for _ in range(_TRIES):
            chosen = FAMILIES[name].choose(rng, held_out)
            phrase = chosen and write(rng, name, *chosen)
            if phrase:
                yield phrase
                break


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """Dates without end, families drawn by their weights, as clean text.

    >>> faker = Faker("en"); faker.seed_instance(3)
    >>> DATE.is_valid(next(examples(faker)).machine)
    True

    Args:
        faker: Draws everything: the same seed gives the same examples.
        held_out: Write the held-out patterns, in all locales and more often in the held-out ones, instead of those to
            train on.

    Yields:
        Examples whose spans have the fields year, month and day, of at most 41 canonical characters. Only in the family
        "numbers, ambiguous", and there only without a hint, can one canonical string have several answers.
    """
    for phrase in phrases(faker, held_out=held_out):
        human, spans = compose(phrase.pieces)
        # Hardly any short text grows beyond Tx in canonical form, so that only the longer ones are measured exactly.
        if len(human) > DATE.Tx // 2 and len(canonicalize(human)) > DATE.Tx:
            continue
        yield Example(human, phrase.machine, spans, phrase.family, phrase.pattern, phrase.locale, phrase.hint)


def _draw_date(rng: random.Random, modern: bool) -> tuple[int, int, int]:
    chance = rng.random()
    if chance < _MODERN:
        year = 1930 + int(rng.random() * 110)
    elif chance < _MODERN + _RECENT or modern:
        year = 1850 + int(rng.random() * 251)
    else:
        year = 1 + int(rng.random() * 9999)
    if rng.random() < _LEAP_DAY:
        return max(4, year - year % 4) if year % 100 >= 4 else 2000, 2, 29
    month = 1 + int(rng.random() * 12)
    last = days_in_month(year, month)
    return year, month, last if rng.random() < _LAST_DAY else 1 + int(rng.random() * last)


def _write(rng: random.Random, family: str, locale: Forms, pattern: Pattern) -> Phrase | None:
    year, month, day = _draw_date(rng, FAMILIES[family].modern)
    if "yy" in pattern.slots or "yy late" in pattern.slots:
        year = full_year(year % 100)
        day = min(day, days_in_month(year, month))
    elif pattern.states == {"year"} and not 1000 <= year <= 2199 and "plain y" not in pattern.slots:
        return None  # a smaller or larger number alone is not a year to anybody
    if locale.language == "th" and year > 2100 and "ค.ศ." not in pattern.text:
        return None  # in Thai such a year is the Buddhist calendar's
    right = "year" in pattern.states and rng.random() < _RIGHT_WEEKDAY
    weekday = weekday_of(year, month, day) if right else int(rng.random() * 7)
    pieces = pattern.write(Draw(rng, _words(locale, pattern), year, month, day, weekday))
    if pieces is None:
        return None
    if len(pieces) == 1 and pattern.states == {"month"} and _is_any_word(locale, pieces[0][0]):
        return None
    machine = pattern.machine(year, month, day)
    if pattern.order:
        family, hint = _hint_for_numbers(rng, family, pattern, pieces, machine)
        if hint is None:
            return None
    else:
        hint = _HINTS(rng) if rng.random() < _HINT_FOR_WORDS else ""
    return Phrase(_finish(rng, locale, pattern, pieces), machine, family, pattern.text, locale.identifier, hint)


def _write_impossible(rng: random.Random, family: str, locale: Forms, pattern: Pattern) -> Phrase | None:
    if not {"day", "month"} <= pattern.states:
        return None
    year, _, _ = _draw_date(rng, FAMILIES[family].modern)
    if "yy" in pattern.slots or "yy late" in pattern.slots:
        year = full_year(year % 100)
    mistake = _NO_DAYS(rng)
    if mistake == "30 February":
        month, day = 2, 30 + (rng.random() < 0.3)
    elif mistake == "31 April":
        month, day = rng.choice((4, 6, 9, 11)), 31
    elif mistake == "29 February" and "year" in pattern.states and not calendar.isleap(year):
        month, day = 2, 29
    elif mistake == "40 May" and not {"d", "dd"}.isdisjoint(pattern.slots):
        month, day = rng.randrange(1, 13), rng.choice((32, 33, rng.randrange(34, 100)))
    else:
        return None
    pieces = pattern.write(Draw(rng, _words(locale, pattern), year, month, day, rng.randrange(7)))
    if pieces is None or (pattern.order and _readings(pattern, pieces)[0]):
        return None
    hint = _HINTS(rng) if rng.random() < _HINT_FOR_WORDS else ""
    written, machine = _finish(rng, locale, pattern, pieces), pattern.machine(year, month, day)
    if not DATE.is_impossible(machine):
        written, machine = [(text, NO_FIELD) for text, _ in written], DATE.nothing
    return Phrase(written, machine, IMPOSSIBLE, pattern.text, locale.identifier, hint)


def _words(locale: Forms, pattern: Pattern) -> Words:
    dotted_day = "{d}." in pattern.text or "{dd}." in pattern.text
    return locale.words["y" if "{y}." in pattern.text else "d" if dotted_day else ""]


def _finish(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece]) -> list[Piece]:
    pieces = _surround(rng, locale, pattern, pieces)
    if locale.digits and rng.random() < _NATIVE_DIGITS:
        pieces = [(text.translate(locale.digits), fields) for text, fields in pieces]
    return pieces


def _readings(pattern: Pattern, pieces: list[Piece]) -> tuple[Mapping[str, str], bool]:
    """What the orders make of a date that is told by order alone, and whether its order must be told beside it."""
    if len({place + 1 for place in pattern.numbers} & set(pattern.numbers)) == len(pattern.numbers) - 1:
        found = compact_readings("".join(pieces[place][0] for place in pattern.numbers))
        # Six digits are a date only to whoever is told so.
        return found, len(pattern.numbers) == 3 and "yy" in pattern.slots
    return readings(tuple(pieces[place][0] for place in pattern.numbers)), False


def _hint_for_numbers(
    rng: random.Random, family: str, pattern: Pattern, pieces: list[Piece], machine: str
) -> tuple[str, str | None]:
    """The family and the hint of a date that is told by order alone; no hint but None if it cannot be told at all."""
    found, must = _readings(pattern, pieces)
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


def _surround(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece]) -> list[Piece]:
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


@functools.cache
def human_characters() -> str:
    """The characters of canonical dates, sorted: what a vocabulary has to hold.

    They come from the tables that the generator writes from, not from a sample: rare languages are in it, and the same
    tables always give the same characters.
    """
    texts: set[str] = {
        string.digits + string.ascii_lowercase,
        "".join(CHARACTERS),
        *ROMAN_MONTHS,
        *KANA_WEEKDAYS,
        *KOREAN_MONTHS,
        *VIETNAMESE_MONTHS,
    }
    patterns: list[Pattern] = [parse(text) for table in (FREE, FREE_PARTS, ROMAN, HAN) for text in table]
    for tables in (ERAS, WEEKDAY_AND_NUMBERS):
        patterns += [parse(text) for table in tables.values() for text in table]
    words_of: dict[str, Words] = {}
    for identifier in identifiers():
        locale = forms(identifier)
        patterns += {*locale.full, *locale.partial, *locale.phrases, *locale.partial_phrases}
        for words in locale.words.values():
            words_of[locale.language] = words
            texts.add(words.era)
            for names in (*words.months.values(), *words.weekdays.values()):
                texts.update(*names)
    for words in words_of.values():
        texts.update(*map(words.numbered_day, range(1, 32)), *map(words.day_words, range(1, 32)))
        texts.update(*map(words.year_words, _YEARS_WITH_ALL_LETTERS))
    texts.update(literal for pattern in set(patterns) for literal, _, _ in pattern.parts)
    for prefixes in (*DAY_PREFIXES.values(), *MONTH_PREFIXES.values()):
        texts.update(prefixes)
    texts.update("/.-,;:!()'_", "令和平成昭和大正明治元")
    return "".join(sorted(set("".join(map(canonicalize, texts))) | {" "}))


_YEARS_WITH_ALL_LETTERS = (
    1500,
    1600,
    *range(1801, 1821),
    1830,
    1840,
    1850,
    1860,
    1870,
    1880,
    1890,
    1914,
    *range(2000, 2032),
)
