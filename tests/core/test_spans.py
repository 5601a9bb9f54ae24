"""Spans: the same characters in the given text and in its canonical form."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.core.spans
from datenorm.core.canonical import canonicalize
from datenorm.core.spans import Pair, to_canonical, to_given

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("  ßﬁİ２ｍé\u0301ـ\u200f\x00\u202fกำ가ᄀ")), max_size=20)


@pytest.mark.parametrize(
    ("text", "part", "canonical"),
    [
        ("the 3rd of May", "May", "may"),
        ("  ２０２０ ｍａｙ", "ｍａｙ", "may"),
        ("1\u00a0\u00a0\u00a0Straße", "Straße", "strasse"),
        ("مــارس 1", "مــارس", "مارس"),
        ("\u200f3 ﬁve", "ﬁve", "five"),
    ],
)
def test_spans_can_be_mapped_to_canonical_text_and_back(text: str, part: str, canonical: str) -> None:
    span = (text.index(part), text.index(part) + len(part))
    (mapped,) = to_canonical(text, {"month": (span,)})["month"]
    assert canonicalize(text)[slice(*mapped)] == canonical
    assert to_given(text, {"month": (mapped,)}) == {"month": (span,)}


@given(TEXTS, st.data())
def test_given_spans_contain_the_canonical_characters_of_any_text(text: str, data: st.DataObject) -> None:
    canonical = canonicalize(text)
    start = data.draw(st.integers(0, len(canonical)))
    stop = data.draw(st.integers(start, len(canonical)))
    ((begin, end),) = to_given(text, {"day": ((start, stop),)})["day"]
    assert 0 <= begin <= end <= len(text) or (start == stop and 0 <= end <= len(text))
    if start < stop and canonical[start:stop].isalnum() and canonical[start:stop].isascii():
        assert canonical[start:stop] in canonicalize(text[begin:end])


def test_a_hint_shifts_the_spans_by_one() -> None:
    pair = Pair.of("3/ 4", "XXXX-04-03", {"day": ((0, 1),), "month": ((3, 4),)}, "DMY")
    assert pair == ("\x013/ 4", "XXXX-04-03", {"day": ((1, 2),), "month": ((4, 5),)})


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.spans, raise_on_error=True).attempted
