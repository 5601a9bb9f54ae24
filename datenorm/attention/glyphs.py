"""Glyphs: how a single character of any script is shown apart from its text."""

import itertools
import unicodedata

_BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_SHAPELESS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def label(character: str) -> str:
    """What stands for `character` where it stands alone, such as at the head of a column.

    >>> label("m"), label(" "), label("\u0301"), label("\u202e")
    ('m', '␣', '◌́', '202E')

    A combining mark is put on a dotted circle; what has no shape of its own is shown as its code point.
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
    r"""`text`, one character for each, with U+FFFD for controls, bidi overrides, line ends and lone surrogates.

    What is left of it can move nothing but itself, and every encoding of Unicode can hold it.

    >>> inert("3 mai\u202e\n\x1b")
    '3 mai���'
    """
    return "".join("\ufffd" if _moves_others(character) else character for character in text)


def _moves_others(character: str) -> bool:
    return (
        unicodedata.category(character) in _SHAPELESS - {"Cf", "Cn", "Co"}
        or unicodedata.bidirectional(character) in _BIDI_CONTROLS
    )


def runs_right_to_left(text: str) -> bool:
    """Whether any character of `text` is of a script that is written from right to left."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def cells(character: str) -> int:
    """The cells of a terminal that `character` takes: 2 for wide ones, 0 for marks above or below another, else 1."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def clusters(text: str) -> list[tuple[int, int]]:
    """Where each letter starts and stops with the marks that combine with it.

    >>> clusters("e\u0301a")
    [(0, 2), (2, 3)]
    """
    starts = [i for i, character in enumerate(text) if i == 0 or unicodedata.category(character)[0] != "M"]
    return list(itertools.pairwise([*starts, len(text)]))
