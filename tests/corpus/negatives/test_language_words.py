"""Words of texts without a date come from the languages' files, in an order that does not change with new words."""

import pytest

from datenorm.corpus.languages.load import NO_DATE_KINDS, by_language
from datenorm.corpus.negatives import language_words
from datenorm.corpus.negatives.language_words import words
from datenorm.corpus.negatives.tables import OF_NO_LANGUAGE


@pytest.mark.parametrize("kind", NO_DATE_KINDS)
def test_every_text_of_every_language_is_used_once(kind: str) -> None:
    said = [text for texts in by_language("no_date").values() for text in texts.get(kind, ())]
    assert said
    assert sorted(words(kind)) == sorted({*said, *OF_NO_LANGUAGE.get(kind, ())})


def test_every_kind_of_text_without_a_language_is_a_kind() -> None:
    assert OF_NO_LANGUAGE.keys() <= NO_DATE_KINDS.keys()


def in_order(monkeypatch: pytest.MonkeyPatch, order: str, **said: str) -> list[str]:
    monkeypatch.setattr(language_words, "_ORDERS", {"units": order})
    monkeypatch.setattr(language_words, "by_language", lambda key: {c: {"units": t.split()} for c, t in said.items()})
    monkeypatch.setitem(OF_NO_LANGUAGE, "units", ("kg",))
    return list(words.__wrapped__("units"))


def test_the_order_is_that_of_the_runs_and_then_of_the_languages_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    found = in_order(monkeypatch, "en:1 * pl en", en="cups people", ga="daoine", pl="osób sztuk")
    assert found == ["cups", "kg", "osób", "sztuk", "people", "daoine"]


def test_a_word_of_several_languages_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_order(monkeypatch, "en pl", en="kg", pl="kg osób") == ["kg", "osób"]


def test_a_run_takes_what_there_is_of_a_language_that_says_less(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_order(monkeypatch, "en:9 pl en", en="cups", pl="osób") == ["cups", "osób", "kg"]
