"""The words before a date say how it is meant, each in its own language."""

import pytest

from datenorm.core.moments import AFTER, APPROXIMATE, BEFORE, UNCERTAIN
from datenorm.corpus.moments.senses import fields_of_sense, sense_of, states_of_sense


@pytest.mark.parametrize(
    ("words", "code", "sense"),
    [
        ("until ", "en", BEFORE),
        ("seit dem ", "de", AFTER),
        ("dal ", "it", AFTER),
        ("on ", "en", ""),
        ("seit dem ", "en", ""),
        ("ca. ", "", APPROXIMATE),
        (" (?)", "", UNCERTAIN),
        ("born ", "", ""),
    ],
)
def test_sense_of_words(words: str, code: str, sense: str) -> None:
    assert sense_of(words, code) == sense


def test_a_sense_is_a_form_or_a_qualifier() -> None:
    assert fields_of_sense(AFTER) == {"form": AFTER}
    assert fields_of_sense(UNCERTAIN) == {"qualifier": UNCERTAIN}
    assert fields_of_sense("") == {}
    assert [states_of_sense(sense) for sense in (BEFORE, APPROXIMATE, "")] == [("form",), ("qualifier",), ()]
