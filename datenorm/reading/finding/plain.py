"""Plain characters: each becomes one canonical character, whatever is beside it."""

import functools
import unicodedata

import numpy as np

from datenorm.core.canonical import canonicalize

SPACE, NEWLINE, OTHER = ord(" "), ord("\n"), 0x110000
"""What `plain_points` gives for white space, for a line feed, and for a character that is not plain."""

_BESIDE = "|"  # canonicalisation does not change it, and keeps white space beside it
_known = np.zeros(OTHER, np.uint32)  # takes memory only for the characters that were met; 0 for the others


def plain_points(text: str) -> np.ndarray:
    """The canonical code point of each plain character of a text; `SPACE`, `NEWLINE` or `OTHER` of the others.

    Returns:
        Shape (len(text),), uint32. All but the plain characters are `SPACE` or less, or `OTHER`.
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = _known[points]
    if not found.all():
        for point in np.unique(points[found == 0]).tolist():
            _known[point] = _plain_point(chr(point))
        found = _known[points]
    return found


@functools.lru_cache(maxsize=10_000)
def begins(character: str) -> bool:
    """Whether a character is no mark on the one before it, and does not melt into it."""
    is_jamo = "\u1160" <= character <= "\u11ff"
    return unicodedata.category(character)[0] != "M" and not is_jamo


def _plain_point(character: str) -> int:
    if character.isspace():
        return NEWLINE if character == "\n" else SPACE
    canonical = canonicalize(f"{_BESIDE}{character}{_BESIDE}")[1:-1]
    is_plain = len(canonical) == 1 and not canonical.isspace() and begins(character) and begins(canonical)
    return ord(canonical) if is_plain else OTHER
