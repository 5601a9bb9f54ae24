"""Spans: which characters of a text state which field, in the text as it was given and in its canonical form."""

import functools
import unicodedata
from collections.abc import Mapping
from typing import Any, NamedTuple, Self

import numpy as np

from datenorm.core.canonical import canonicalize
from datenorm.core.vocab import HINTS

Ranges = tuple[tuple[int, int], ...]
"""(start, stop) of runs of characters, in order, none touching the next."""

Spans = Mapping[str, Ranges]
"""Field -> the characters that state it."""

JOINS = frozenset(" -'.")
"""What stands between the words of one field, and states nothing itself."""


class Pair(NamedTuple):
    """What the network learns from one example.

    Attributes:
        text: The canonical text, behind the control character of its hint if it has one.
        machine: The machine string.
        spans: The characters of `text` that state each field; empty where that is not known.
    """

    text: str
    machine: str
    spans: Spans

    @classmethod
    def of(cls, human: str, machine: str, spans: Spans, order: str = "") -> Self:
        """The pair of a text as it was given, its spans in it, and the order that is told beside it, if any."""
        hint = HINTS.get(order, "")
        spans = {
            field: tuple((start + len(hint), stop + len(hint)) for start, stop in ranges)
            for field, ranges in to_canonical(human, spans).items()
        }
        return cls(hint + canonicalize(human), machine, spans)


_ANY = "|"  # a character that canonicalisation leaves alone, and that white space beside it survives


def read_spans(spans: Any) -> Spans:
    """Spans from JSON, which has lists alone.

    Raises:
        AttributeError, TypeError, ValueError: They are none.
    """
    return {field: tuple((start, stop) for start, stop in ranges) for field, ranges in spans.items()}


def to_canonical(text: str, spans: Spans) -> Spans:
    """The spans of `text`, as ranges of `canonicalize(text)`.

    >>> to_canonical("２ ｍａｙ", {"month": ((4, 7),)})
    {'month': ((2, 5),)}
    """
    if _is_aligned(text):
        return spans
    return {
        field: tuple((_canonical_offset(text, start), _canonical_offset(text, stop)) for start, stop in ranges)
        for field, ranges in spans.items()
    }


def to_given(text: str, spans: Spans) -> Spans:
    """The spans of `canonicalize(text)`, as ranges of `text`: the fewest whole characters that became those."""
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


_UNSPACED = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")  # scripts whose words no space divides


@functools.lru_cache(maxsize=10_000)
def is_of_word(character: str) -> bool:
    """Whether the character is a letter, or a mark of one, in a script that puts spaces between its words."""
    is_letter = unicodedata.category(character)[0] in "LM"
    return is_letter and not unicodedata.name(character, "").startswith(_UNSPACED)


def _is_aligned(text: str) -> bool:
    """Whether each character of `text` became one of the canonical text."""
    return all(_width(character) == 1 for character in text) and len(canonicalize(text)) == len(text)


@functools.lru_cache(maxsize=10_000)
def _width(character: str) -> int:
    return len(canonicalize(_ANY + character + _ANY)) - 2


def _canonical_offset(text: str, index: int) -> int:
    return len(canonicalize(text[:index] + _ANY)) - 1
