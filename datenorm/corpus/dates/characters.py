"""Characters: what canonical dates are written with, from the tables that they are written from."""

import functools
import itertools
import string

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import codes, load
from datenorm.corpus.languages.numerals import CHARACTERS, ROMAN_MONTHS
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.patterns.clocks import CLOCKS_AFTER
from datenorm.corpus.patterns.pattern import Words, parse
from datenorm.corpus.patterns.prefixes import FORM_PREFIXES, YEAR_PREFIXES, YEAR_SUFFIXES
from datenorm.corpus.patterns.shared import FREE, FREE_PARTS, ROMAN, WEEKDAY_AND_NUMBERS


@functools.cache
def human_characters() -> str:
    """The characters of canonical dates, sorted: what a vocabulary has to hold.

    They come from the tables that the generator writes from, not from a sample: rare languages are in it, and the same
    tables always give the same characters.
    """
    texts = {string.digits + string.ascii_lowercase, "".join(CHARACTERS), *ROMAN_MONTHS}
    patterns = set(map(parse, (*FREE, *FREE_PARTS, *ROMAN, *itertools.chain(*WEEKDAY_AND_NUMBERS.values()))))
    words_of: dict[str, Words] = {}
    for identifier in identifiers():
        locale = forms(identifier)
        patterns.update(locale.full, locale.partial, locale.phrases, locale.partial_phrases)
        for words in locale.words.values():
            words_of[locale.language.code] = words
            texts.update([words.era], *words.quarters.values())
            for names in (*words.months.values(), *words.weekdays.values()):
                texts.update(*names)
    for words in words_of.values():
        texts.update(words.month_words, words.weekday_words, *words.numbered_days, *words.day_words)
        texts.update(*map(words.year_words, _YEARS_WITH_ALL_LETTERS))
    for language in map(load, codes()):
        patterns.update(map(parse, language.phrases_in_characters + language.phrases_with_eras))
        texts.update(language.day_prefixes, language.labels, language.month_prefixes, language.clocks_after)
    texts.update(literal for pattern in patterns for literal, _, _ in pattern.parts)
    texts.update(CLOCKS_AFTER, YEAR_PREFIXES, YEAR_SUFFIXES, FORM_PREFIXES)
    texts.update("/\\.-,;:!?*()[]<>'_+", "令和平成昭和大正明治元")
    return "".join(sorted(set("".join(map(canonicalize, texts))) | {" "}))


_YEARS_WITH_ALL_LETTERS = (1500, 1600, *range(1801, 1821), *range(1830, 1900, 10), 1914, 1974, *range(2000, 2032))
