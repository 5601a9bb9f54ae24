"""Babel's words: the weekdays of all languages, and what each calls countries, languages and currencies."""

import functools
import random
from collections.abc import Iterator

from babel import localedata
from babel.localedata import LocaleDataDict

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.babel_data import locale_data

ANY_LANGUAGE = 0.5
"""Of the weekdays and impossible dates, the share in any language of Babel's. The others are in Faker's languages."""

_FEWEST_NAMES = 50
_ANY_LETTERS = 3  # the length up to which a month's name is often another word, too: "may", "mar"


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages in which Babel names at least 50 countries, languages and currencies, sorted."""
    everything = sorted({identifier.partition("_")[0] for identifier in localedata.locale_identifiers()})
    return tuple(language for language in everything if len(names_in(language)) >= _FEWEST_NAMES)


@functools.cache
def names_in(language: str) -> tuple[str, ...]:
    """The names of countries, languages and currencies in a language."""
    data = localedata.load(language)
    names: dict[str, None] = {}
    for table in ("territories", "languages", "currency_names"):
        names.update(dict.fromkeys(data.get(table, {}).values()))
    return tuple(names)


@functools.cache
def months_in(language: str) -> frozenset[str]:
    """The canonical names of a language's months, without those so short that they are often other words."""
    if not localedata.exists(language):
        return frozenset()
    tables = (widths[width] for widths in locale_data(language)["months"].values() for width in ("wide", "abbreviated"))
    names = {canonicalize(name).strip(".") for table in tables for name in table.values()}
    return frozenset(name for name in names if len(name) > _ANY_LETTERS)


def language_of(rng: random.Random, locale: str, other: float = ANY_LANGUAGE) -> LocaleDataDict:
    """Babel's data for the language of one of Faker's locales, or for any language.

    Args:
        rng: Draws everything.
        locale: Faker's.
        other: The probability of any language.
    """
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
