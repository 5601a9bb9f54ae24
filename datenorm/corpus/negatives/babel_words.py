"""Babel's words: the weekdays of all languages, and what each calls countries, languages and currencies."""

import functools
import random
from collections.abc import Iterator

from babel import localedata
from babel.localedata import LocaleDataDict

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.babel_data import locale_data

ANY_LANGUAGE = 0.5  # of the weekdays and impossible dates: all that Babel has; the others are in Faker's larger ones
_FEWEST_NAMES = 50
_ANY_LETTERS = 3  # of names that are other words, too: "may", "mar"


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that Babel names enough countries and languages in; of many it knows the months alone."""
    everything = sorted({identifier.partition("_")[0] for identifier in localedata.locale_identifiers()})
    return tuple(language for language in everything if len(names_in(language)) >= _FEWEST_NAMES)


@functools.cache
def names_in(language: str) -> tuple[str, ...]:
    """What a language calls countries, languages and currencies: words of its own."""
    data = localedata.load(language)
    names: dict[str, None] = {}
    for table in ("territories", "languages", "currency_names"):
        names.update(dict.fromkeys(data.get(table, {}).values()))
    return tuple(names)


@functools.cache
def months_in(language: str) -> frozenset[str]:
    """The canonical names of a language's months, those apart that are too short to be nothing else."""
    if not localedata.exists(language):
        return frozenset()
    tables = (widths[width] for widths in locale_data(language)["months"].values() for width in ("wide", "abbreviated"))
    names = {canonicalize(name).strip(".") for table in tables for name in table.values()}
    return frozenset(name for name in names if len(name) > _ANY_LETTERS)


def language_of(rng: random.Random, locale: str, other: float = ANY_LANGUAGE) -> LocaleDataDict:
    """Babel's data for the language of Faker's locale, or as often as `other` says for any language at all."""
    language = locale.partition("_")[0]
    if rng.random() < other or not localedata.exists(language):
        return rng.choice(all_locales())
    return locale_data(language)


@functools.cache
def all_locales() -> tuple[LocaleDataDict, ...]:
    """Babel's data of every locale, sorted by identifier."""
    return tuple(map(locale_data, sorted(localedata.locale_identifiers())))


@functools.cache
def weekdays() -> tuple[str, ...]:
    """The names of the weekdays in all languages, each once."""
    names: Iterator[str] = (
        locale["days"][context][width][day]
        for locale in all_locales()
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for day in range(7)
    )
    return tuple(dict.fromkeys(names))
