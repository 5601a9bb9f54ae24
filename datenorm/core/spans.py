"""Spans: which characters state which field, in the given text and in its canonical form."""

import functools
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple, Self

import numpy as np

from datenorm.core.canonical import canonicalize
from datenorm.core.hints import hint_of

Ranges = tuple[tuple[int, int], ...]
"""(start, stop) of runs of characters, in order, with a gap between each two."""

Spans = Mapping[str, Ranges]
"""Field -> the characters that state it."""

JOINS = frozenset(" -'.")
"""Characters between the words of one field, which state nothing themselves."""


class Pair(NamedTuple):
    """A training example as the network reads it.

    Attributes:
        text: The canonical text, after its hint if it has one.
        machine: The machine string.
        spans: The characters of `text` that state each field; empty if they are unknown.
    """

    text: str
    machine: str
    spans: Spans

    @classmethod
    def of(cls, human: str, machine: str, spans: Spans, order: str = "") -> Self:
        """The pair of a given text.

        Args:
            human: The given text.
            machine: Its machine string.
            spans: Ranges of `human`.
            order: What the hint before the text asks for, as in `hints.hint_of`; '' for none.
        """
        hint = hint_of(order)
        spans = {
            field: tuple((start + len(hint), stop + len(hint)) for start, stop in ranges)
            for field, ranges in to_canonical(human, spans).items()
        }
        return cls(hinted(human, order), machine, spans)


def hinted(human: str, order: str) -> str:
    """The text of a `Pair` of a given text and an order."""
    return hint_of(order) + canonicalize(human)


_ANY = "|"  # a character that canonicalisation does not change, and beside which it keeps white space


def read_spans(spans: Any) -> Spans:
    """Spans from JSON, which has lists in place of tuples.

    Raises:
        AttributeError, TypeError, ValueError: `spans` has another form.
    """
    return {field: tuple((start, stop) for start, stop in ranges) for field, ranges in spans.items()}


def to_canonical(text: str, spans: Spans) -> Spans:
    """Spans of `text`, as ranges of `canonicalize(text)`.

    >>> to_canonical("  ２ ｍａｙ", {"month": ((4, 7),)})
    {'month': ((2, 5),)}
    """
    if _is_aligned(text):
        return spans
    return {
        field: tuple((_canonical_offset(text, start), _canonical_offset(text, stop)) for start, stop in ranges)
        for field, ranges in spans.items()
    }


def to_given(text: str, spans: Spans) -> Spans:
    """Spans of `canonicalize(text)`, as ranges of `text`: the fewest characters that became those of the spans."""
    if _is_aligned(text):
        return spans
    offsets = np.maximum.accumulate([_canonical_offset(text, index) for index in range(len(text) + 1)])
    return {
        field: tuple(
            (int(np.searchsorted(offsets, start, "right")) - 1, int(np.searchsorted(offsets, stop, "left")))
            for start, stop in ranges
        )
        for field, ranges in spans.items()
    }


_UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")  # scripts without spaces between words


@functools.lru_cache(maxsize=10_000)
def is_of_word(character: str) -> bool:
    """Whether the character is a letter or a combining mark, in a script with spaces between words."""
    is_letter = unicodedata.category(character)[0] in "LM"
    return is_letter and not unicodedata.name(character, "").startswith(_UNSPACED)


def _is_aligned(text: str) -> bool:
    """Whether each character of `text` became exactly one of the canonical text."""
    # No ASCII character becomes several.
    is_narrow = text.isascii() or all(_width(character) == 1 for character in text)
    return is_narrow and len(canonicalize(text)) == len(text)


@functools.lru_cache(maxsize=10_000)
def _width(character: str) -> int:
    return len(canonicalize(_ANY + character + _ANY)) - 2


def _canonical_offset(text: str, index: int) -> int:
    return len(canonicalize(text[:index] + _ANY)) - 1
