"""Glyphs: how to show a single character of any script."""

import itertools
import unicodedata

_BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_SHAPELESS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def label(character: str) -> str:
    """The label of a single character, such as at the head of a column.

    >>> label("m"), label(" "), label("\u0301"), label("\u202e")
    ('m', '␣', '◌́', '202E')

    A combining mark is on a dotted circle. A character without a shape is its code point.
    """
    category = unicodedata.category(character)
    if category == "Zs":
        return "␣"
    if category in _SHAPELESS:
        return code_point(character)
    return f"◌{character}" if category[0] == "M" else character


def code_point(character: str) -> str:
    """The number of `character` in Unicode, in hexadecimal.

    >>> code_point("ม")
    '0E21'
    """
    return f"{ord(character):04X}"


def inert(text: str) -> str:
    r"""`text` with U+FFFD in place of each control character, bidi control, line end and lone surrogate.

    The result has the same length. It cannot affect the text around it, and can be encoded as UTF-8.

    >>> inert("3 mai\u202e\n\x1b")
    '3 mai���'
    """
    return "".join("\ufffd" if _affects_others(character) else character for character in text)


def _affects_others(character: str) -> bool:
    return (
        unicodedata.category(character) in _SHAPELESS - {"Cf", "Cn", "Co"}
        or unicodedata.bidirectional(character) in _BIDI_CONTROLS
    )


def runs_right_to_left(text: str) -> bool:
    """Whether `text` has a character of a script that is written from right to left."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def cells(character: str) -> int:
    """The width of `character` in a terminal: 2 cells if it is wide, 0 if it is drawn on another one, 1 otherwise."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def clusters(text: str) -> list[tuple[int, int]]:
    """The (start, stop) of each letter with its combining marks.

    >>> clusters("e\u0301a")
    [(0, 2), (2, 3)]
    """
    starts = [i for i, character in enumerate(text) if i == 0 or unicodedata.category(character)[0] != "M"]
    return list(itertools.pairwise([*starts, len(text)]))
