"""What is half said states nothing, and begins as a relative expression does."""

import itertools
import random

import pytest
from support.moment_examples import text_of

from datenorm.core.moments import NOTHING
from datenorm.corpus.moments.half_said import half_said
from datenorm.corpus.moments.pieces import without_ends


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Languages and texts."""
    rng = random.Random(4)
    found = [written for written in (half_said(rng) for _ in range(3_000)) if written is not None]
    assert {written.moment.form for written in found} == {NOTHING}
    return [(written.locale, text_of(without_ends(written.pieces)).casefold()) for written in found]


@pytest.mark.parametrize(
    ("language", "beginning"), [("en", "next "), ("de", "letzte "), ("fr", "la semaine "), ("es", "próximo ")]
)
def test_it_begins_as_a_relative_expression_does(texts: list[tuple[str, str]], language: str, beginning: str) -> None:
    assert any(code == language and beginning in text for code, text in texts)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "week month year monday today may"), ("de", "woche jahr heute")]
)
def test_no_word_that_states_when_follows(texts: list[tuple[str, str]], language: str, words: str) -> None:
    of_language = [text.split() for code, text in texts if code == language]
    assert len(of_language) > 30
    last = set(itertools.chain.from_iterable(text[-1:] for text in of_language))
    assert not last & set(words.split())


def test_many_languages_have_some(texts: list[tuple[str, str]]) -> None:
    assert len({code for code, _ in texts}) > 40
