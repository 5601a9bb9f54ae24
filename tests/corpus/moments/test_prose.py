"""Prose has words of no table, and none that states when."""

import random
import re
import unicodedata

import pytest

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.moments import prose as module
from datenorm.corpus.moments.prose import prefix, prose
from datenorm.corpus.moments.words import (
    UNSPACED,
    common_words,
    other_words,
    stating_words,
    words_by_frequency,
)

LETTERS = re.compile(r"[^\W\d_]+")


def invented_words(monkeypatch: pytest.MonkeyPatch, language: str) -> list[str]:
    """The words of no table in what is written where all words are invented."""
    monkeypatch.setattr(module, "_INVENTED", 1.0)
    monkeypatch.setattr(module, "_OTHER", 0.0)
    tables = common_words(language), words_by_frequency(language), other_words(language)
    known = {part for table in tables for word in table for part in LETTERS.findall(word)}
    return [word for word in LETTERS.findall(prose(random.Random(1), language, 400)) if word not in known]


@pytest.mark.parametrize("language", ["en", "de", "ru", "sw"])
def test_invented_words_state_nothing_and_are_many(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    words = [word for word in invented_words(monkeypatch, language) if len(word) > 3]  # than what an apostrophe parts
    assert len(set(words)) > 150
    assert not [word for word in words if month_of(word) or canonicalize(word) in stating_words(language)]


@pytest.mark.parametrize("language", ["ar", "hi"])
def test_an_invented_word_is_of_one_script(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    scripts = {
        frozenset(unicodedata.name(letter).split()[0] for letter in word)
        for word in invented_words(monkeypatch, language)
    }
    assert len(scripts) > 1
    assert all(len(script) == 1 for script in scripts)


def test_languages_without_blanks_have_no_invented_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ja" in UNSPACED
    monkeypatch.setattr(module, "_MARKS_UNSPACED", lambda rng: " {} ")
    assert invented_words(monkeypatch, "ja") == []


@pytest.mark.parametrize(
    ("language", "said", "stated"),
    [("de", ["und", "nicht", "haus"], "freitag"), ("ja", ["の", "世界"], "今日"), ("hr", ["kuća"], "subota")],
)
def test_words_by_frequency_state_nothing(language: str, said: list[str], stated: str) -> None:
    words = words_by_frequency(language)
    assert [word for word in words if word in said] == said
    assert len(words) > 20_000
    assert stated in stating_words(language)
    assert stated not in words


def test_frequent_words_are_written_often_and_rare_ones_too() -> None:
    words = {word: rank for rank, word in enumerate(words_by_frequency("de"))}
    ranks = [words[word] for word in LETTERS.findall(prose(random.Random(1), "de", 3000)) if word in words]
    assert sum(rank < 100 for rank in ranks) > 0.3 * len(ranks)
    assert sum(rank > 10_000 for rank in ranks) > 0.15 * len(ranks)


def test_a_prefix_says_nothing_of_a_weekday_behind_it() -> None:
    prefixes = {prefix(random.Random(seed), "en") for seed in range(500)}
    assert {"on ", "early "} <= prefixes
    assert prefixes.isdisjoint(("this ", "next ", "last ", "by "))
