"""Ranges: what is between and around two ends, and how the two share what they have in common."""

import functools
import random
from collections.abc import Sequence

from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.languages.moment_words import RangeWords
from datenorm.corpus.moments.pieces import (
    FORM,
    NO_END,
    START,
    Sided,
    digits_touch,
    of_both,
    of_end,
    of_start,
    without_ends,
)
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Piece

DATES, TIMES = "dates", "times"

Joint = tuple[str, str, str]
"""What is before, between and behind the ends of a range."""

_SIGNS = Choice(
    {" - ": 30, "-": 22, " – ": 16, "–": 18, " — ": 3, "—": 2, "/": 3, " / ": 1.5, " ~ ": 1, "~": 1, " -> ": 0.5}
    | {" -- ": 0.7, "..": 0.3, " to ": 2, " till ": 0.3}
)
TIGHT_SIGNS = frozenset({"-", "/", "–", "—", "~"})
_IN_WORDS = 0.6  # of the ranges, where the language has words for them
OPEN_SIGNS = Choice({"-": 10, " -": 8, "–": 8, " –": 6, "- ": 1, "+": 1.5})
"""What makes a range of a start that goes on, in all languages."""


def joint(rng: random.Random, code: str, of: str = "") -> Joint:
    """What is around and between the ends of a range in a language.

    Args:
        rng: Draws everything.
        code: The language; '' for signs alone.
        of: `DATES` or `TIMES`, for patterns that suit these alone, too; '' for patterns that suit all.
    """
    words = load(code).ranges if code else RangeWords()
    patterns = words.between + (words.dates if of == DATES else words.times if of == TIMES else ())
    if patterns and rng.random() < _IN_WORDS:
        return _split(pick(rng, patterns))
    return "", _SIGNS(rng), ""


@functools.cache
def languages_with_ranges() -> Choice[str]:
    """A choice among the languages that have words for ranges."""
    return Choice({code: load(code).weight for code, ranges in by_language("ranges").items() if ranges.between})


@functools.cache
def _split(pattern: str) -> Joint:
    before, rest = pattern.split("{a}")
    between, behind = rest.split("{b}")
    return before, between, behind


def merged(
    one: Sequence[Piece], other: Sequence[Piece], around: Joint, *, share: bool, head_twice: bool = False
) -> list[Sided] | None:
    """A range of two ends that were written by the same pattern.

    Args:
        one: The start.
        other: The end.
        around: What is around and between them.
        share: Whether to write once what both begin and end with, as in "5-7 May 2019".
        head_twice: Whether to write twice what both begin with, as in "Q1-Q3 2020".

    Returns:
        The pieces with the end that each is of, or None where the two ends are alike, or where digits touch.
    """
    if len(one) != len(other):
        return None
    before, between, behind = around
    head = tail = 0
    if share:
        # Words such as "from" come first: nobody writes "May from 5 to 7 2019".
        while not before and not head_twice and head < len(one) and one[head] == other[head]:
            head += 1
        while tail < len(one) - head and one[-1 - tail] == other[-1 - tail]:
            tail += 1
    if _is_finer([*one[:head], *one[len(one) - tail :]], one[head : len(one) - tail]):
        head = tail = 0
    stop = len(one) - tail
    if head >= stop:
        return None
    # The full stop of a day's number stays with both: "5.-7. Mai".
    stopped = tail > 0 and one[stop][0].startswith(".") and not one[stop][1] and one[stop - 1][0].endswith(_DIGITS)
    sided: list[Sided] = [
        *of_both(one[:head]),
        (before, FORM, START),
        *of_start(one[head:stop]),
        *([(".", (), NO_END)] if stopped and between.strip() != "/" else []),
        (between, FORM, START),
        *of_end(other[head:stop]),
        *of_both(one[stop:]),
        (behind, FORM, START),
    ]
    written = [piece for piece in sided if piece[0]]
    return None if digits_touch(without_ends(written)) else written


def _is_finer(shared: Sequence[Piece], differing: Sequence[Piece]) -> bool:
    """Whether the ends share a day where the month differs, or a month where the year does: "31 March-May 1956"."""
    fine, coarse = _sizes(shared), _sizes(differing)
    return bool(fine and coarse) and min(fine) < max(coarse)


def _sizes(pieces: Sequence[Piece]) -> list[int]:
    return [_SIZES[name] for _, fields in pieces for name in fields if name in _SIZES]


_SIZES = {"day": 0, "month": 1, "year": 2}
_DIGITS = tuple("0123456789")
