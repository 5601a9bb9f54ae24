"""Words: what the prose of a language is made of, without what states when."""

import functools
import re
import unicodedata
from collections.abc import Iterator

import wordfreq
from babel import localedata

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.locales.forms import known_months
from datenorm.corpus.negatives.babel_words import languages, names_in
from datenorm.corpus.negatives.draw import pool
from datenorm.corpus.running_text import locales_with_words

UNSPACED = frozenset(("ja", "zh", "th", "yue", "lo", "km", "my"))
"""Languages without spaces between words."""

_MOST = 30_000  # words of a language
_COMMONEST = 100  # which are in its own scripts
# Where wordfreq has the words of a language beside another code.
_COUNTED_AS = {"no": "nb", "hr": "sh", "bs": "sh"}
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = "'’-"  # signs within a word


@functools.cache
def words_by_frequency(language: str) -> tuple[str, ...]:
    """The words of a language, the commonest first, without those that state when, such as "Freitag"; () if unknown.

    Reference:
        Speer: rspeer/wordfreq v3.0 (2022), https://doi.org/10.5281/zenodo.7199437, which counts books, subtitles, news,
        encyclopedias and the web.
    """
    code = _COUNTED_AS.get(language, language)
    if code not in wordfreq.available_languages():
        return ()
    words = wordfreq.top_n_list(code, _MOST)
    own = frozenset().union(*map(_scripts, words[:_COMMONEST]))
    return tuple(word for word in words if _is_word(word) and _scripts(word) <= own and not states_when(word, language))


@functools.cache
def common_words(language: str) -> tuple[str, ...]:
    """The words that the file of a language says prose has."""
    return load(language).surroundings.prose


@functools.cache
def other_words(language: str) -> tuple[str, ...]:
    """Faker's words of a language, and those in its names of countries and languages, without those that state when.

    English ones if Babel has few names of it.
    """
    own = language if language in languages() else "en"
    words: dict[str, None] = {}
    if own in {locale.partition("_")[0] for locale in locales_with_words(own)}:
        words |= dict.fromkeys(word for locale in locales_with_words(own) for word in pool(locale, "word"))
    words |= dict.fromkeys(word for name in names_in(own) for word in name.split() if _is_word(word))
    return tuple(word for word in words if not states_when(word, own))


@functools.cache
def stating_words(language: str) -> frozenset[str]:
    """The canonical words of a language that state when, beside others that do so only among them."""
    fewest = 2 if language in UNSPACED else 3  # letters: shorter ones are other words, too
    return frozenset(
        word for text in _stating_texts(language) for word in _WORD.findall(canonicalize(text)) if len(word) >= fewest
    )


def states_when(text: str, language: str) -> bool:
    """Whether a word of a text states when; without spaces between words, whether one is in it or ends with it."""
    canonical, stating = canonicalize(text), stating_words(language)
    if language in UNSPACED:
        return any(each in canonical or each.endswith(canonical) for each in stating)
    return not stating.isdisjoint(_WORD.findall(canonical))


def _stating_texts(language: str) -> Iterator[str]:
    said = load(language)
    for key in ("relative_days", "durations"):
        yield from said.no_date.get(key, ())
    yield from (text for texts in said.relative.named.values() for text in texts if " " not in text)
    yield from (name for names in said.other_month_names for name in names)
    yield from (*said.other_weekday_names, *said.weekday_words, *said.months_after_in)
    if localedata.exists(language):
        yield from known_months(language)
        for widths in locale_data(language)["days"].values():
            yield from (name for width in ("wide", "abbreviated") for name in widths[width].values())
        for field in localedata.load(language).get("date_fields", {}).values():
            yield from (name for name in field.get("relative", {}).values() if " " not in name)


def _is_word(text: str) -> bool:
    """Whether a text has letters and their marks alone, with an apostrophe or a hyphen at most."""
    kinds = {unicodedata.category(each)[0] for each in text if each not in _WITHIN}
    return "L" in kinds and kinds <= {"L", "M"}


def _scripts(word: str) -> frozenset[str]:
    """The scripts of the letters of a word, as their names in Unicode begin."""
    return frozenset(unicodedata.name(each, "").partition(" ")[0] for each in word if each.isalpha())
