"""Dates in every language that Babel knows, as people write them, with the date they mean.

The conventions that make every string mean one date are in docs/conventions.md.
"""

import calendar
import dataclasses
import itertools
import random
import re
from collections.abc import Iterator, Mapping

from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.core.numeric_dates import BUDDHIST_YEARS, full_year
from datenorm.core.tasks import DATE
from datenorm.corpus.dates.families import FAMILIES, Family, is_any_word
from datenorm.corpus.dates.orders import order_for_numbers, order_for_words, read_by_order
from datenorm.corpus.dates.surroundings import surround
from datenorm.corpus.languages.eras import UNMARKED_MINGUO
from datenorm.corpus.languages.load import Language
from datenorm.corpus.locales.forms import Forms
from datenorm.corpus.patterns.pattern import (
    NO_FIELD,
    Draw,
    Pattern,
    Words,
    days_in_month,
    has_full_stop_after_day,
    weekday_of,
)
from datenorm.corpus.phrase import Choice, Example, Piece, compose

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
        order: The order stated beside the text, such as 'DMY'; '' where none is.
    """

    pieces: list[Piece]
    machine: str
    family: str
    pattern: str
    locale: str
    order: str


_RIGHT_WEEKDAY = 0.94  # of the weekdays beside a whole date
_NATIVE_DIGITS = 0.6  # where the script has other digits; canonical text has 0-9 for both
_TRIES = 200  # before another family is drawn: some have no pattern among the held-out ones
_LAST_DAY = 0.08  # of the month: more often than chance, to tell 31 October from the impossible 31 September
# The kinds of days that no calendar has. The last one is written in numbers alone.
_NO_DAYS = Choice({"31 April": 40, "30 February": 25, "29 February": 25, "40 May": 10})
_SECOND_DAY_TOO_MANY = 0.3  # of the days beyond February's are the 31st
_EARLY = 0.5  # of the years beside the mark of an era are before 1000: they need the mark
_EARLY_YEARS = Choice({range(100, 1000): 50, range(10, 100): 40, range(1, 10): 10})  # "61 AD" is not 2061
_MONTH_AND_YEAR = re.compile(r"\{MM?\}\W+\{y\}\W*|\{y\}\W+\{MM?\}\W*")  # in numbers
_LEAP_DAY = 0.008  # more often than chance, since its rule is the hardest to learn


def phrases(
    faker: Faker,
    *,
    families: Mapping[str, Family] = FAMILIES,
    held_out: bool = False,
    impossible: bool = False,
    bare: bool = False,
) -> Iterator[Phrase]:
    """Dates without end, families drawn by their weights, before their pieces are joined.

    Args:
        faker: Draws everything: the same seed gives the same phrases.
        families: The kinds of dates, by their names.
        held_out: Write the held-out patterns, in all locales and more often in the held-out ones, instead of the
            patterns of training.
        impossible: Write days that no calendar has, such as the 31st of April, in the same forms.
        bare: Leave out what is around a date in a sentence or a table.

    Yields:
        Phrases whose pieces have the fields year, month and day. A day that no calendar has is stated as it is written,
        2020-04-31, for the decoder to refuse, so that the network need not know the calendar; a 40th of May states
        nothing.
    """
    rng = faker.random
    write = _write_impossible if impossible else _write
    choose_family = Choice({name: family.weight for name, family in families.items()})
    while True:
        name = choose_family(rng)
        for _ in range(_TRIES):
            chosen = families[name].choose(rng, held_out)
            phrase = chosen and write(rng, name, families[name].years, *chosen, bare=bare)
            if phrase and not _run_together(phrase.pieces):
                yield phrase
                break


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """Dates without end, families drawn by their weights, as clean text.

    >>> faker = Faker("en"); faker.seed_instance(3)
    >>> DATE.is_valid(next(examples(faker)).machine)
    True

    Args:
        faker: Draws everything: the same seed gives the same examples.
        held_out: Write the held-out patterns, in all locales and more often in the held-out ones, instead of the
            patterns of training.

    Yields:
        Examples whose spans have the fields year, month and day, of at most 41 canonical characters. Only in the family
        "numbers, ambiguous", and there only without an order, can one canonical string have several answers.
    """
    for phrase in phrases(faker, held_out=held_out):
        human, spans = compose(phrase.pieces)
        # Hardly any short text grows beyond Tx in canonical form, so that only the longer ones are measured exactly.
        if len(human) > DATE.Tx // 2 and len(canonicalize(human)) > DATE.Tx:
            continue
        yield Example(human, phrase.machine, spans, phrase.family, phrase.pattern, phrase.locale, phrase.order)


def _draw_date(rng: random.Random, years: Choice[range]) -> tuple[int, int, int]:
    span = years(rng)
    year = span[int(rng.random() * len(span))]
    if rng.random() < _LEAP_DAY:
        return max(4, year - year % 4) if year % 100 >= 4 else 2000, 2, 29
    month = 1 + int(rng.random() * 12)
    last = days_in_month(year, month)
    return year, month, last if rng.random() < _LAST_DAY else 1 + int(rng.random() * last)


def _write(
    rng: random.Random, family: str, years: Choice[range], locale: Forms, pattern: Pattern, *, bare: bool
) -> Phrase | None:
    year, month, day = _draw_date(rng, years)
    if _has_short_year(pattern):
        year = full_year(year % 100)
    elif "plain y" in pattern.slots and rng.random() < _EARLY:
        year = rng.choice(_EARLY_YEARS(rng))
    elif not 1000 <= year <= 2199 and _is_year_by_its_size(pattern):
        return None
    day = min(day, days_in_month(year, month))
    if any(is_taken_for_another(year, pattern, locale.language) for is_taken_for_another in _TAKEN_FOR_ANOTHER):
        return None
    right = "year" in pattern.states and rng.random() < _RIGHT_WEEKDAY
    weekday = weekday_of(year, month, day) if right else int(rng.random() * 7)
    pieces = pattern.write(Draw(rng, _words(locale, pattern), year, month, day, weekday))
    if pieces is None or _is_any_word_alone(pieces, pattern, locale):
        return None
    machine = pattern.machine(year, month, day)
    if pattern.order:
        family, order = order_for_numbers(rng, family, pattern, pieces)
        if order is None:
            return None
    else:
        order = order_for_words(rng)
    written = _finish(rng, locale, pattern, pieces, bare=bare)
    return Phrase(written, machine, family, pattern.text, locale.identifier, order)


def _has_short_year(pattern: Pattern) -> bool:
    return not {"yy", "yy late"}.isdisjoint(pattern.slots)


def _is_year_by_its_size(pattern: Pattern) -> bool:
    """Whether nothing else shows that the year is one: "5.6847" and "4/4557" are no dates."""
    alone = pattern.states == {"year"} and "plain y" not in pattern.slots
    return alone or _MONTH_AND_YEAR.fullmatch(pattern.text) is not None


def _is_any_word_alone(pieces: list[Piece], pattern: Pattern, locale: Forms) -> bool:
    return len(pieces) == 1 and pattern.states == {"month"} and is_any_word(locale.language, pieces[0][0])


def _runs_into_the_day(year: int, pattern: Pattern, language: Language) -> bool:
    """Whether nobody sees where the year begins: "July13780"."""
    return year < 1000 and "{dd}{y}" in pattern.text


def _is_of_the_languages_calendar(year: int, pattern: Pattern, language: Language) -> bool:
    """Whether the language's readers count such a year by their own calendar, unless the mark of our era is there."""
    return language.calendar == "buddhist" and year > 2100 and language.our_era not in pattern.text


def _is_buddhist_in_numbers(year: int, pattern: Pattern, language: Language) -> bool:
    """Whether a reader of numbers alone takes the year for a Buddhist one."""
    return year in BUDDHIST_YEARS and pattern.order.endswith("Y")


def _is_minguo(year: int, pattern: Pattern, language: Language) -> bool:
    """Whether 年 makes the year one of the Republic of China's."""
    return year in UNMARKED_MINGUO and "年" in pattern.text


_TAKEN_FOR_ANOTHER = (_runs_into_the_day, _is_of_the_languages_calendar, _is_buddhist_in_numbers, _is_minguo)
"""What makes readers take a year for another one, or for none: such dates are not written."""


def _write_impossible(
    rng: random.Random, family: str, years: Choice[range], locale: Forms, pattern: Pattern, *, bare: bool
) -> Phrase | None:
    if not {"day", "month"} <= pattern.states:
        return None
    year, _, _ = _draw_date(rng, years)
    if _has_short_year(pattern):
        year = full_year(year % 100)
    no_day = _draw_no_day(rng, year, pattern)
    if no_day is None:
        return None
    month, day = no_day
    pieces = pattern.write(Draw(rng, _words(locale, pattern), year, month, day, rng.randrange(7)))
    if pieces is None or (pattern.order and read_by_order(pattern, pieces)[0]):
        return None
    order = order_for_words(rng)
    written, machine = _finish(rng, locale, pattern, pieces, bare=bare), pattern.machine(year, month, day)
    if not DATE.is_impossible(machine):
        written, machine = [(text, NO_FIELD) for text, _ in written], DATE.unspecified
    return Phrase(written, machine, IMPOSSIBLE, pattern.text, locale.identifier, order)


def _draw_no_day(rng: random.Random, year: int, pattern: Pattern) -> tuple[int, int] | None:
    """Month and day that no calendar has; None where the pattern cannot show the mistake that is drawn."""
    mistake = _NO_DAYS(rng)
    if mistake == "30 February":
        return 2, 30 + (rng.random() < _SECOND_DAY_TOO_MANY)
    if mistake == "31 April":
        return rng.choice((4, 6, 9, 11)), 31
    if mistake == "29 February" and "year" in pattern.states and not calendar.isleap(year):
        return 2, 29
    if mistake == "40 May" and _is_day_by_its_place(pattern):
        return rng.randrange(1, 13), rng.choice((32, 33, rng.randrange(34, 100)))
    return None


def _is_day_by_its_place(pattern: Pattern) -> bool:
    """Whether a number beyond 31 in the place of the day can be no year: "05/40" and "May 40" are the year 2040's."""
    last = pattern.slots[-1] in ("d", "dd") and "year" not in pattern.states
    return not last and not {"d", "dd"}.isdisjoint(pattern.slots)


def _run_together(pieces: list[Piece]) -> bool:
    """Whether digits touch that are not both numbers of the date: a month "o.5" and 1986, the year 2020 and "21時"."""
    return any(
        before[-1:].isdigit() and after[:1].isdigit() and not (fields and more and (before + after).isdigit())
        for (before, fields), (after, more) in itertools.pairwise(pieces)
    )


def _words(locale: Forms, pattern: Pattern) -> Words:
    """The locale's names, with those that a full stop in the pattern shows to be its own."""
    stopped_day = has_full_stop_after_day(pattern)
    # At the end of a text the full stop can be that of a sentence.
    stopped_year = "{y}. " in pattern.text or ("{y}." in pattern.text and stopped_day)
    return locale.words["year" if stopped_year else "day" if stopped_day else ""]


def _finish(rng: random.Random, locale: Forms, pattern: Pattern, pieces: list[Piece], *, bare: bool) -> list[Piece]:
    if not bare:
        pieces = surround(rng, locale, pattern, pieces)
    if locale.digits and rng.random() < _NATIVE_DIGITS:
        pieces = [(text.translate(locale.digits), fields) for text, fields in pieces]
    return pieces
