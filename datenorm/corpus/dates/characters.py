"""Characters: what canonical dates are written with, from the tables that they are written from."""

import functools
import string

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.clocks import CLOCKS
from datenorm.corpus.languages.numerals import CHARACTERS, ROMAN_MONTHS
from datenorm.corpus.languages.particles import (
    DAY_PREFIXES,
    FORM_PREFIXES,
    MONTH_PREFIXES,
    YEAR_PREFIXES,
    YEAR_SUFFIXES,
)
from datenorm.corpus.languages.spelled import KANA_MONTHS, KANA_WEEKDAYS, KOREAN_MONTHS, VIETNAMESE_MONTHS
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.patterns.pattern import Pattern, Words, parse
from datenorm.corpus.patterns.shared import ERAS, FREE, FREE_PARTS, HAN, ROMAN, WEEKDAY_AND_NUMBERS


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
        *KANA_MONTHS,
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
            texts.update(*words.quarters.values())
            for names in (*words.months.values(), *words.weekdays.values()):
                texts.update(*names)
    for words in words_of.values():
        texts.update(*map(words.numbered_day, range(1, 32)), *map(words.day_words, range(1, 32)))
        texts.update(*map(words.year_words, _YEARS_WITH_ALL_LETTERS))
    texts.update(literal for pattern in set(patterns) for literal, _, _ in pattern.parts)
    for tables in (DAY_PREFIXES, MONTH_PREFIXES, CLOCKS):
        texts.update(*tables.values())
    texts.update(YEAR_PREFIXES, YEAR_SUFFIXES, FORM_PREFIXES)
    texts.update("/\\.-,;:!?*()[]<>'_+", "令和平成昭和大正明治元")
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
    1974,
    *range(2000, 2032),
)
