"""Everyday moments: the few words that running text says most often, such as "today", "last year" and "Friday"."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

from babel import localedata

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import Moment
from datenorm.core.tags import EXTENT
from datenorm.corpus.dataset import Unit
from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.moments.words import UNSPACED
from datenorm.corpus.negatives.tables import LOCALES
from datenorm.corpus.phrase import Example

_FARTHEST = 1  # unit from the day of writing
_FEWEST_LETTERS = 3  # of what is no other word, too, in a script with spaces
_MORE = 3  # times as often as the others: yesterday, today, tomorrow and the weekdays
_BESIDE_WORDS = re.compile(r"[^{}()|]+ \{E\}|\{E\} [^{}()|]+")
_SPOKEN_FIRST = 2  # of the ways to say an amount: the files begin with the commonest


def speaks_of_now(text: str) -> bool:
    """Whether a text has an everyday moment of a language whose words Faker says at random: "heute", "Freitag"."""
    return bool(_everyday_words().search(canonicalize(text)))


@functools.cache
def _everyday_words() -> re.Pattern[str]:
    by_way: dict[bool, set[str]] = {True: set(), False: set()}
    for language in {locale.partition("_")[0] for locale in LOCALES}:
        texts = {canonicalize(example.human) for (example,) in everyday_moments(language)}
        by_way[language in UNSPACED].update(text for text in texts if " " not in text)
    unspaced, spaced = ("|".join(sorted(map(re.escape, by_way[way]))) for way in (True, False))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)|{unspaced}")


@functools.cache
def everyday_moments(language: str) -> tuple[Unit, ...]:
    """The units of a language's everyday moments; () where its file says none."""
    named = load(language).relative.named
    units = [
        _unit(text, ("amount", "unit"), Moment(amount=amount.to_machine()[:5], unit=amount.to_machine()[5]), language)
        for amount, texts in named.items()
        if abs(amount.number) <= _FARTHEST
        for text in (*texts[:1] * (_MORE if amount.unit == "day" else 1), *texts[1:_SPOKEN_FIRST])
        if len(text) >= _FEWEST_LETTERS or not text.isascii()
    ]
    if units and localedata.exists(language):
        names = locale_part(language, "days")["format"]["wide"]
        weekdays = [_unit(name, ("weekday",), Moment(weekday=str(day + 1)), language) for day, name in names.items()]
        units += weekdays * _MORE
        units += _weekdays_of_weeks([names[day] for day in range(7)], language)
    return tuple(units)


def _weekdays_of_weeks(names: Sequence[str], language: str) -> Iterator[Unit]:
    """The units of each weekday beside the commonest words for this, the last and the next one."""
    said = load(language)
    names = [name.partition("|")[0] for name in said.relative.weekday_names] or names
    for amount, patterns in said.relative.weekdays.items():
        if amount is not None and (amount.unit != "week" or abs(amount.number) != _FARTHEST):
            continue
        beside = (each for each in patterns if _BESIDE_WORDS.fullmatch(each) and not each.startswith(said.day_prefixes))
        pattern = next(beside, None)
        if pattern is None:
            continue
        stated, fields = Moment(), ["weekday"]
        if amount is not None:
            machine = amount.to_machine()
            stated, fields = Moment(amount=machine[:5], unit=machine[5]), ["amount", "unit", "weekday"]
        for day, name in enumerate(names, start=1):
            yield _unit(pattern.replace("{E}", name), fields, stated.but(weekday=str(day)), language)


def plain_year(year: int, language: str) -> Unit:
    """The unit of a year that is written as a number alone."""
    return _unit(str(year), ("year",), Moment(year=f"{year:04d}"), language)


def _unit(text: str, fields: Iterable[str], moment: Moment, language: str) -> Unit:
    spans = dict.fromkeys((*fields, EXTENT), ((0, len(text)),))
    return (Example(text, moment.to_machine(), spans, "everyday", "", language),)
