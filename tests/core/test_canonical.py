"""Canonical text: stable, plain, and equal for texts that look the same."""

import doctest
import string
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import datenorm.core.canonical
from datenorm.core.canonical import canonicalize

# All code points, with lone surrogates; and those for which the steps of canonicalize can undo each other.
ANY_TEXT = st.text(st.characters())
# Combining marks and jamo, characters that NFKC or folding expands, look-alikes, joiners, spaces and digits.
DELICATE = st.text(
    "aAiIkKsSőǰΐßẞıİﬁﬀŉſ̡̣̈́̀̕ͅᄀ가ᅡᆨ각ΆΣςσ"
    "´῾᾿˝‘’′‵ʼ「“”„«»‐‑–—−-'\"‌‍‎‏­؜ "
    "  ㎂㍉½Ⅳ①²٣۳३３𝟑𝟘߃𑄶𞥐\ud800\udfff\x00\x1c\x1f\x85\t\n\v  　℀⁇…`"
)


@pytest.mark.parametrize("texts", [ANY_TEXT, DELICATE], ids=["any", "delicate"])
def test_canonical_text_is_stable_and_plain(texts: st.SearchStrategy[str]) -> None:
    @settings(max_examples=1000, deadline=None)
    @given(texts)
    def check(text: str) -> None:
        canonical = canonicalize(text)
        assert canonicalize(canonical) == canonical
        assert canonical == canonical.strip()
        assert " ".join(canonical.split()) == canonical
        assert not [c for c in canonical if unicodedata.category(c) in ("Cf", "Cc")]
        assert not [c for c in canonical if unicodedata.decimal(c, None) is not None and c not in string.digits]

    check()


def test_every_code_point_alone_is_stable_and_plain() -> None:
    for point in range(0x110000):
        canonical = canonicalize(chr(point))
        if canonical != chr(point):
            assert canonicalize(canonical) == canonical, hex(point)
        decimal = unicodedata.decimal(chr(point), None)
        if decimal is not None:
            assert canonical == str(decimal), hex(point)
        if unicodedata.category(chr(point)) in ("Cf", "Cc"):
            assert canonical == "", hex(point)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_case_does_not_matter_in_ascii(text: str) -> None:
    assert canonicalize(text.upper()) == canonicalize(text.lower()) == canonicalize(text)


@given(st.text(string.ascii_lowercase + string.digits + "'\"-.:,"))
def test_plain_text_is_unchanged(text: str) -> None:
    assert canonicalize(text) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("3:15\u202fPM", "3:15 pm"),
        ("٠٣:٤٥\u200f", "03:45"),
        ("２３：５９", "23:59"),
        ("ten o’clock", "ten o'clock"),
        ("ten o`clock", "ten o'clock"),
        ("10—30", "10-30"),
        ("10\u201130", "10-30"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁve", "five"),
        ("Cafe\u0301", "caf\xe9"),
        ("\t ten \r\n  thirty\u3000", "ten thirty"),
        ("a\u200db\u00adc\ufeff", "abc"),
        ("\ud800 X", "\ud800 x"),
        ("\x00A\x7f\x1b[0m", "a[0m"),
        ("9\x1f30", "9 30"),
        ("10 \u200b \x00 30", "10 30"),
        ("\u0627\u0640\u0653", "\u0622"),  # the tatweel between a base and its mark is removed
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_examples(text: str, canonical: str) -> None:
    assert canonicalize(text) == canonical


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.canonical, raise_on_error=True).attempted
