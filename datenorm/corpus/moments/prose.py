"""Prose: words of running text that state no moment, in the language of the moments among them."""

import functools
import random
import re
from collections.abc import Sequence

from babel import localedata

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.negatives.draw import Draw, pool
from datenorm.corpus.negatives.slots import fill
from datenorm.corpus.phrase import Choice
from datenorm.corpus.running_text import locales_with_words

UNSPACED = frozenset(("ja", "zh", "th", "yue", "lo", "km", "my"))
"""Languages without spaces between words."""

_COMMON = 0.65  # of the words, where the language's commonest ones are known
# No table holds all words of a language. A network that has met the tables alone takes other words for names of dates.
_INVENTED = 0.25  # of the words
_LONGEST_FRONT = 6  # letters of a word that is known
# Names, places and numbers in the place of a word. Numbers of four digits alone would be years.
_OTHER = 0.1
_THINGS: Choice[str] = Choice(
    {"{first} {last}": 14, "{last}": 8, "{city}": 8, "{company}": 5, "{country}": 4, "{translated}": 6, "{roman}": 2}
    | {"%": 4, "%#": 6, "%##": 6, "%#.000": 3, "%,###,###": 1, "%#,#": 3, "%.#": 3, "%# %": 0, "%,# %%": 0}
    | {
        "{n} {unit}": 8,
        "%# {pct}": 3,
        "%,# {pct}": 2,
        "{sign}%##": 3,
        "{sign}%#.##": 2,
        "%## {code}": 2,
        "{hash}%##": 2,
    }
    | {
        "%#-#": 1,
        "§ %#": 1,
        "({n} {unit})": 1,
        "{domain}": 2,
        "https://{domain}/{word}": 1,
        "{word}-{word}": 3,
        "v%.#": 1,
    }
    | {
        "{word}%#": 1,
        "?%##": 1,
        "+%# %## ######": 1,
        "%##-####-##": 0.5,
        "%:#": 1.5,
        "%/%#": 1,
        "{job}": 3,
        "%#x%#": 0.5,
    }
)
_MARKS: Choice[str] = Choice(
    {"{}": 780, "{},": 90, "{}.": 60, "{}:": 15, "{};": 8, "({})": 14, '"{}"': 12, "{}?": 6, "{}!": 6, "{} -": 10}
    | {"{}...": 2, "'{}'": 2, "{}/": 1, "{}'s": 3, "[{}]": 2, "*{}*": 1}
)
_MARKS_UNSPACED: Choice[str] = Choice({"{}": 85, "{}、": 6, "{}。": 6, "「{}」": 2, "({})": 1})
_WORD = re.compile(r"[^\W\d_]+")


def prose(rng: random.Random, language: str, count: int) -> str:
    """So many words in a language, with punctuation; English ones if nothing is known of it."""
    common, words = _common(language), _words(language)
    draw = Draw(rng, rng.choice(locales_with_words(language)))
    marks = _MARKS_UNSPACED if language in UNSPACED else _MARKS
    chosen = []
    tables = [table for table in (common, words) if table]
    for _ in range(count):
        if rng.random() < _OTHER:
            word = fill(draw, _THINGS(rng))
        elif tables and language not in UNSPACED and rng.random() < _INVENTED:
            word = _invented(rng, rng.choice(tables), language)
        elif common and (rng.random() < _COMMON or not words):
            word = rng.choice(common)
        else:
            word = rng.choice(words or pool(draw.locale, "word"))
        chosen.append(marks(rng).format(word.replace("{", "").replace("}", "")))
    return ("" if language in UNSPACED else " ").join(chosen)


def _invented(rng: random.Random, table: Sequence[str], language: str) -> str:
    """A word of no table: the front of one word and the end of another."""
    known, end = rng.choice(table), rng.choice(table)
    word = known[: rng.randint(2, _LONGEST_FRONT)] + end[rng.randrange(max(1, len(end) - 1)) :]
    canonical = canonicalize(word)
    states_when = month_of(word) or canonical in stating_words(language) or any(near_months(canonical))
    return known if states_when else word


def prefix(rng: random.Random, language: str) -> str:
    """What a language puts before a date in a sentence, where it states nothing: "on "; '' for none."""
    prefixes = _prefixes(language)
    return rng.choice(prefixes) if prefixes else ""


@functools.cache
def languages_of_prose() -> Choice[str]:
    """A choice of the languages whose prose is known."""
    said = by_language("surroundings")
    return Choice({code: load(code).weight for code, words in said.items() if words.prose})


@functools.cache
def _prefixes(language: str) -> tuple[str, ...]:
    said = load(language)
    stating = {*said.senses.before, *said.senses.after, *said.senses.about}
    stating = {text.strip() for text in stating}
    return tuple(text for text in (*said.day_prefixes, *said.month_prefixes) if text.strip() not in stating)


@functools.cache
def _common(language: str) -> tuple[str, ...]:
    return load(language).surroundings.prose


@functools.cache
def _words(language: str) -> tuple[str, ...]:
    """Faker's words of a language, without those that state when: "heute", "Freitag"."""
    if language in ("", "en") or language in {locale.partition("_")[0] for locale in locales_with_words(language)}:
        stating = stating_words(language or "en")
        words = {word: None for locale in locales_with_words(language) for word in pool(locale, "word")}
        return tuple(word for word in words if not stating & set(_WORD.findall(canonicalize(word))))
    return ()


@functools.cache
def stating_words(language: str) -> frozenset[str]:
    """The words of a language that state when, beside others that do so only among them."""
    texts = [text for key in ("relative_days", "durations") for text in load(language).no_date.get(key, ())]
    texts += [text for said in load(language).relative.named.values() for text in said if " " not in text]
    if localedata.exists(language):
        data = locale_data(language)
        for table in ("months", "days"):
            texts += [name for widths in data[table].values() for width in ("wide",) for name in widths[width].values()]
        for field in localedata.load(language).get("date_fields", {}).values():
            texts += [name for name in field.get("relative", {}).values() if " " not in name]
    return frozenset(word for text in texts for word in _WORD.findall(canonicalize(text)) if len(word) > 2)
