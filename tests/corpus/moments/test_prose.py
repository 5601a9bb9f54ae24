"""Prose has words of no table, and none that states when."""

import random
import re
import unicodedata

import pytest

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.moments import prose as module
from datenorm.corpus.moments.prose import UNSPACED, prose, stating_words

LETTERS = re.compile(r"[^\W\d_]+")


def invented_words(monkeypatch: pytest.MonkeyPatch, language: str) -> list[str]:
    """The words of no table in what is written where all words are invented."""
    monkeypatch.setattr(module, "_INVENTED", 1.0)
    monkeypatch.setattr(module, "_OTHER", 0.0)
    known = {part for word in (*module._common(language), *module._words(language)) for part in LETTERS.findall(word)}
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
