"""Words that noise may touch, and how near to other words it may bring them."""

import functools
import re
import unicodedata
from collections.abc import Collection

from datenorm.core.canonical import canonicalize

SHORT = 4
"""The length up to which one slip makes another word, "jun" of "jul", so that only a list of other words allows it."""

ROMAN = re.compile("[ivxlcdmIVXLCDM]+")
"""A Roman numeral: one letter more or less makes another number of it."""

_IDEOGRAPHS = ((0x1100, 0x11FF), (0x2E80, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF))


@functools.cache
def word_pattern() -> re.Pattern[str]:
    """A pattern of words, letters with their marks, in scripts that are typed letter by letter.

    Ideographs and Hangul are not among them.
    """
    ranges: list[list[int]] = []
    for code in range(0x10000):
        is_letter = unicodedata.category(chr(code))[0] in "LM"
        if is_letter and not any(start <= code <= stop for start, stop in _IDEOGRAPHS):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return re.compile("[{}]{{2,}}".format("".join(f"{chr(start)}-{chr(stop)}" for start, stop in ranges)))


def is_safe(noisy: str, intended: str, known: Collection[str], errors: int = 1) -> bool:
    """Whether a noisy word is nearer to the intended one than to any known one, and no Roman numeral."""
    noisy, intended = canonicalize(noisy), canonicalize(intended)
    if ROMAN.fullmatch(noisy):
        return False
    letters = set(noisy)
    return not any(
        other != intended and len(letters.symmetric_difference(other)) <= 2 * errors and is_within(noisy, other, errors)
        for other in known
    )


def is_within(one: str, other: str, errors: int) -> bool:
    """Whether at most so many errors make one word the other.

    An error drops, inserts or replaces a letter, or swaps it with the next (Damerau 1964).
    """
    if abs(len(one) - len(other)) > errors:
        return False
    start = 0
    while start < len(one) and one[start : start + 1] == other[start : start + 1]:
        start += 1
    one, other = one[start:], other[start:]
    if not one or not other:
        return True
    return errors > 0 and (
        is_within(one[1:], other[1:], errors - 1)
        or is_within(one[1:], other, errors - 1)
        or is_within(one, other[1:], errors - 1)
        or (one[:2] == other[1::-1] and is_within(one[2:], other[2:], errors - 1))
    )
