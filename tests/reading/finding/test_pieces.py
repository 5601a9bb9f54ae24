"""Pieces: the words of a text in canonical form, however the text arrives."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.reading.finding.pieces import Cutter, Piece

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab 1.\n\t\r\u00a0\u3000-"),
        st.sampled_from("ﬁＡ五月ᄀ한é\u0301\u200e\u00a8´م\ufdfa"),
        st.characters(),
    )
)


def pieces_of(text: str, sizes: list[int] | None = None) -> list[Piece]:
    cutter, found, start = Cutter(), [], 0
    for size in itertools.cycle(sizes or [len(text) + 1]):
        chunk = text[start : start + size]
        start += size
        found += cutter.feed(chunk, is_last=start >= len(text))
        if start >= len(text):
            return found
    return found


def joined(pieces: list[Piece]) -> str:
    return "".join((each.gap and " ") + each.text for each in pieces).strip()


@given(TEXTS, st.lists(st.integers(1, 9), min_size=1))
def test_pieces_do_not_depend_on_the_chunks(text: str, sizes: list[int]) -> None:
    assert pieces_of(text, sizes) == pieces_of(text)


@given(st.text(st.sampled_from("ab 1.\n-"), max_size=200))
def test_pieces_are_the_canonical_text(text: str) -> None:
    assert joined(pieces_of(text)) == canonicalize(text)


@given(TEXTS)
def test_places_of_characters_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for piece in pieces_of(text):
        for index in range(len(piece.text)):
            start, stop = piece.start_of(index), piece.stop_of(index)
            assert last <= start < stop <= len(text) or (start < stop and start < last <= stop)
            last = max(last, start)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("3 May", ["\n", " "]),
        ("3 May\n\n5 May", ["\n", " ", "\n", " "]),
        ("short\nline", ["\n", "\n"]),
        ("a line that is long enough to go on\nhere", ["\n", *[" "] * 9]),
        ("a line that is long enough to go on\r\n here", ["\n", *[" "] * 9]),
        ("a line that is long enough to go on\n\nhere", ["\n", *[" "] * 8, "\n"]),
        ("x\u200e \u200e y", ["\n", " "]),
    ],
)
def test_a_short_line_and_an_empty_one_end_what_they_state(text: str, gaps: list[str]) -> None:
    assert [piece.gap for piece in pieces_of(text)] == gaps


def test_text_without_spaces_is_cut_between_letters() -> None:
    text = "e\u0301" * 50
    pieces = pieces_of(text)
    assert len(pieces) > 5
    assert joined(pieces) == "é" * 50


def test_a_word_and_white_space_without_end_take_no_memory() -> None:
    cutter = Cutter()
    for chunk in ["a" * 10_000, " " * 10_000] * 3:
        list(cutter.feed(chunk))
        assert len(cutter._rest) < 100
