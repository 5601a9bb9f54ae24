"""Glyphs: labels and widths of the characters of any script."""

import doctest
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

import datenorm.attention.glyphs
from datenorm.attention.glyphs import cells, clusters, inert, label


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.attention.glyphs).failed == 0


@given(st.characters())
def test_every_character_has_a_visible_label(character: str) -> None:
    shown = label(character)
    assert shown
    assert shown.isprintable()


@given(st.text())
def test_inert_text_is_as_long_and_can_be_encoded(text: str) -> None:
    assert len(inert(text)) == len(text)
    inert(text).encode()
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in inert(text))


@given(st.text(min_size=1))
def test_clusters_are_the_whole_text(text: str) -> None:
    assert "".join(text[start:stop] for start, stop in clusters(text)) == text


def test_cells_of_a_terminal() -> None:
    assert [cells(character) for character in "a五e\u0301"] == [1, 2, 1, 0]
