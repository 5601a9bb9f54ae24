"""Pieces: the words of a text in canonical form, however the text arrives."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.reading.finding.pieces import Cutter, Stretch

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab 1.\n\t\r\u00a0\u3000-"),
        st.sampled_from("ﬁＡ五月ᄀ한é\u0301\u200e\u00a8´م\ufdfa"),
        st.characters(),
    )
)


def stretch_of(text: str, sizes: list[int] | None = None, most: int = 256) -> Stretch:
    """The text in one stretch, whatever the sizes of the chunks in which it arrives."""
    cutter, found, start = Cutter(most), [], 0
    for size in itertools.cycle(sizes or [len(text) + 1]):
        chunk = text[start : start + size]
        start += size
        found.append(cutter.feed(chunk, is_last=start >= len(text)))
        if start >= len(text):
            break
    lengths = np.cumsum([0, *(len(each.text) for each in found)])
    counts = np.cumsum([0, *(len(each.heads) for each in found)])
    return Stretch(
        "".join(each.text for each in found),
        np.concatenate([each.starts for each in found]),
        np.concatenate([each.stops for each in found]),
        np.concatenate([length + each.heads for length, each in zip(lengths, found, strict=False)]),
        np.concatenate([length + each.ends for length, each in zip(lengths, found, strict=False)]),
        np.concatenate([count + each.breaks for count, each in zip(counts, found, strict=False)]),
    )


def pieces_of(stretch: Stretch) -> list[str]:
    return [stretch.text[head:end] for head, end in zip(stretch.heads, stretch.ends, strict=True)]


@given(TEXTS, st.lists(st.integers(1, 9), min_size=1))
def test_pieces_do_not_depend_on_the_chunks(text: str, sizes: list[int]) -> None:
    apart, together = stretch_of(text, sizes), stretch_of(text)
    assert apart.text == together.text
    for one, other in zip(apart[1:], together[1:], strict=True):
        assert np.array_equal(one, other)


@given(st.text(st.sampled_from("ab 1.\n-"), max_size=200))
def test_pieces_are_the_canonical_text(text: str) -> None:
    assert canonicalize(stretch_of(text).text) == canonicalize(text)


@given(TEXTS)
def test_each_word_is_canonical(text: str) -> None:
    words = [word for word in text.split() if len(word) <= 32 and canonicalize(word)]
    if len(words) == len([word for word in text.split() if canonicalize(word)]):
        assert pieces_of(stretch_of(text, most=1000)) == [canonicalize(word) for word in words]


@given(TEXTS)
def test_places_of_characters_lie_in_the_text_in_order(text: str) -> None:
    stretch = stretch_of(text)
    last = 0
    for head, end in zip(stretch.heads, stretch.ends, strict=True):
        for start, stop in zip(stretch.starts[head:end], stretch.stops[head:end], strict=True):
            assert last <= start < stop <= len(text) or (start < stop and start < last <= stop)
            last = max(last, start)


@given(TEXTS)
def test_between_words_is_one_gap(text: str) -> None:
    stretch = stretch_of(text)
    ends = [0, *stretch.ends[:-1]] if len(stretch.ends) else []
    gaps = [stretch.text[end:head] for end, head in zip(ends, stretch.heads, strict=True)]
    assert set(gaps) <= {"", " ", "\n"}
    assert [index for index, gap in enumerate(gaps) if gap == "\n"] == stretch.breaks.tolist()


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("3 May", []),
        ("3 May\n\n5 May", [2]),
        ("short\nline", [1]),
        ("a line that is long enough to go on\nhere", []),
        ("a line that is long enough to go on\r\n here", []),
        ("a line that is long enough to go on\n\nhere", [9]),
        ("a line that is long enough to go on\n\u200e\nhere", [9]),
        ("x\u200e \u200e y", []),
    ],
)
def test_a_short_line_and_an_empty_one_end_what_they_state(text: str, breaks: list[int]) -> None:
    stretch = stretch_of(text)
    assert stretch.breaks.tolist() == breaks
    assert "  " not in stretch.text


def test_text_without_spaces_is_cut_between_letters() -> None:
    pieces = pieces_of(stretch_of("e\u0301" * 50))
    assert len(pieces) > 5
    assert "".join(pieces) == "é" * 50


def test_a_ligature_that_stands_for_too_many_words_ends_what_is_before_it() -> None:
    stretch = stretch_of("3 \ufdfa\ufdfa May", most=20)
    assert pieces_of(stretch) == ["3", "may"]
    assert stretch.breaks.tolist() == [1]


def test_a_word_and_white_space_without_end_take_no_memory() -> None:
    cutter = Cutter(256)
    for chunk in ["a" * 10_000, " " * 10_000, "\x00" * 10_000] * 3:
        cutter.feed(chunk)
        assert len(cutter._rest) < 100
