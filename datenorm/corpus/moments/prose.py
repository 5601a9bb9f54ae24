"""Prose: words of running text that state no moment, in the language of the moments among them."""

import functools
import random
import re
from collections.abc import Sequence

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.moments.words import UNSPACED, common_words, other_words, states_when, words_by_frequency
from datenorm.corpus.negatives.draw import Draw
from datenorm.corpus.negatives.slots import fill
from datenorm.corpus.phrase import Choice
from datenorm.corpus.running_text import locales_with_words

_COMMON = 0.65  # of the words, where the language's commonest ones are known, and not how frequent the others are
_COMMON_BESIDE_FREQUENT = 0.2
_RARE = 0.3  # of the words whose frequency is known, those drawn whatever it is: what is rare looks most like a name
# No table holds all words of a language. A network that has met the tables alone takes other words for names of dates.
_INVENTED = 0.2  # of the words
_LONGEST_FRONT = 6  # letters of a word that is known
# Names, places and numbers in the place of a word. Numbers of four digits alone would be years.
_OTHER = 0.1
_THINGS: Choice[str] = Choice(
    {"{first} {last}": 14, "{last}": 8, "{city}": 8, "{company}": 5, "{country}": 4, "{translated}": 6, "{roman}": 2}
    | {
        "%": 4,
        "%#": 8,
        "%##": 6,
        "%.": 1,
        "%#.": 1,
        "%.##,#": 1,
        "%#.000": 3,
        "%,###,###": 1,
        "%#,#": 3,
        "%.#": 3,
        "%# %": 0,
        "%,# %%": 0,
    }
    | {
        "{n} {unit}": 8,
        "%### {unit}": 3,
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
    draw = Draw(rng, rng.choice(locales_with_words(language)))
    marks = _MARKS_UNSPACED if language in UNSPACED else _MARKS
    chosen = []
    for _ in range(count):
        word = _thing(draw, language) if rng.random() < _OTHER else _word(draw, language)
        chosen.append(marks(rng).format(word.replace("{", "").replace("}", "")))
    return ("" if language in UNSPACED else " ").join(chosen)


def _thing(draw: Draw, language: str) -> str:
    """A name, a place or a number. Names can state when, as "April" does."""
    while True:
        text = fill(draw, _THINGS(draw.rng))
        if not states_when(text, language):
            return text


def _word(draw: Draw, language: str) -> str:
    """A word of a table, or one of none."""
    rng, common, frequent = draw.rng, common_words(language), words_by_frequency(language or "en")
    others = frequent or other_words(language)
    tables = [table for table in (common, others) if table]
    if language not in UNSPACED and rng.random() < _INVENTED:
        return _invented(rng, rng.choice(tables), language)
    if common and rng.random() < (_COMMON_BESIDE_FREQUENT if frequent else _COMMON):
        return rng.choice(common)
    if frequent and rng.random() >= _RARE:
        # By Zipf's law a word is as frequent as its rank is low: so the logarithms of the ranks are drawn alike.
        return frequent[int(len(frequent) ** rng.random()) - 1]
    return rng.choice(others)


def _invented(rng: random.Random, table: Sequence[str], language: str) -> str:
    """A word of no table: the front of one word and the end of another."""
    known, end = rng.choice(table), rng.choice(table)
    word = known[: rng.randint(2, _LONGEST_FRONT)] + end[rng.randrange(max(1, len(end) - 1)) :]
    is_stated = month_of(word) or states_when(word, language) or any(near_months(canonicalize(word)))
    return known if is_stated else word


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
    # "This" of "this May" says which Friday it is.
    weekdays = {pattern for patterns in said.relative.weekdays.values() for pattern in patterns}
    of_months = (text for text in said.month_prefixes if text + "{E}" not in weekdays)
    return tuple(text for text in (*said.day_prefixes, *of_months) if text.strip() not in stating)
