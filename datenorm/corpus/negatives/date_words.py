"""Words of dates, in all languages: names of months and weekdays, and what is said beside them."""

import functools
import itertools
import re

from num2words import num2words

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.negatives.babel_words import all_locales, weekdays

_WORD = re.compile(r"[^\s\d.,;:!?/()'\"_-]+")
"""Whatever is between spaces, digits and punctuation, in any script."""


def words_in(text: str) -> list[str]:
    """The words of a canonical text.

    >>> words_in("3rd of may, 2013")
    ['rd', 'of', 'may']
    """
    return _WORD.findall(text)


@functools.cache
def months_by_word() -> dict[str, frozenset[int]]:
    """Canonical word -> the months that it means in some language; of names of several words, the longest."""
    found: dict[str, set[int]] = {}
    for locale in all_locales():
        for context, width in itertools.product(("format", "stand-alone"), ("wide", "abbreviated")):
            for month, name in locale["months"][context][width].items():
                word = max(words_in(canonicalize(name)), key=len, default="")
                if _is_long_enough(word):
                    found.setdefault(word, set()).add(month)
    # A small language calls months so; everybody else reads a weekday.
    english = locale_data("en")["days"]["format"]
    for name in itertools.chain(english["wide"].values(), english["abbreviated"].values()):
        found.pop(canonicalize(name), None)
    return {word: frozenset(months) for word, months in found.items()}


@functools.cache
def weekday_words() -> frozenset[str]:
    """The canonical names of the weekdays in all languages."""
    words = (canonicalize(name).strip(".") for name in weekdays())
    return frozenset(filter(_is_long_enough, words))


@functools.cache
def fillers() -> frozenset[str]:
    """Words that dates have beside the month: English ordinals and numbers, and what joins them."""
    forms = (num2words(day, to=kind) for day in range(1, 32) for kind in ("ordinal", "cardinal"))
    return frozenset(words_in(" ".join(forms))) | frozenset("the year anno day date dated del den der".split())


def _is_long_enough(word: str) -> bool:
    """Whether a word is more than a letter or two of Latin, or a character of another script."""
    return len(word) > 1 + word.isascii()
