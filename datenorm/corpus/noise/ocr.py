"""OCR confusions: characters that scanners read as others of the same shape."""

import random
import re
from collections.abc import Collection, Sequence

from datenorm.corpus.noise.pieces import edit, join
from datenorm.corpus.noise.words import ROMAN, SHORT, is_safe, word_pattern
from datenorm.corpus.phrase import Piece

OCR_DIGITS = {"0": "OOo", "1": "lllI|!", "2": "Zz", "4": "A", "5": "SSs", "6": "G", "8": "B", "9": "q"}
"""Digit -> the characters that a scanner reads for it, likelier ones more than once.

A lookalike means one digit only, in lower case too, since canonical text has no other: there is no b for 6 beside the
B for 8, no g for 9 beside the G for 6.
"""

_OCR_CYRILLIC_DIGITS = OCR_DIGITS | {"0": "ООо", "3": "ЗЗз"}

OCR_LETTERS = {"O": "0", "o": "0", "l": "1", "I": "1", "S": "5", "s": "5", "B": "8", "b": "6", "Z": "2", "z": "2"}
OCR_LETTERS |= {"g": "9", "q": "9", "G": "6", "i": "1", "О": "0", "о": "0", "З": "3", "з": "3", "б": "6", "ο": "0"}
"""Letter -> the digit that a scanner reads for it, within a word and never beside another digit."""

_OCR_SHAPES = {
    "rn": ("m",),
    "m": ("rn",),
    "cl": ("d",),
    "d": ("cl",),
    "vv": ("w",),
    "w": ("vv",),
    "ri": ("n",),
    "li": ("h",),
    "ll": ("U",),
    "n": ("u", "ri"),
    "u": ("n", "ii"),
    "c": ("e",),
    "e": ("c",),
    "h": ("b", "li"),
    "l": ("i",),
    "i": ("l",),
    "I": ("l",),
    "t": ("f",),
    "f": ("t",),
    "y": ("v",),
    "и": ("н",),
    "н": ("и",),
    "п": ("н",),
    "е": ("с",),
}
"""One or two letters -> the letters that a scanner reads for them."""

_CYRILLIC = re.compile("[А-яіїєґј]")


def ocr_confusion(rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = ()) -> list[Piece] | None:
    """The same phrase with exactly one character, or pair such as "rn", read as one of the same shape.

    >>> ocr_confusion(random.Random(1), [("3 May 2013", ())])
    [('3 May 2O13', ())]

    Args:
        rng: Draws the character and its lookalike.
        pieces: The phrase; a plain text is one piece, `[(text, ())]`.
        known: As in `chances.add_noise`.

    Returns:
        The pieces, or None if no lookalike leaves the date recoverable.
    """
    text = join(pieces)
    spots = _digit_spots(text) + _letter_spots(text, known)
    rng.shuffle(spots)
    for start, stop, lookalikes, word in spots:
        new = rng.choice(lookalikes)
        if word is None or is_safe(text[word.start() : start] + new + text[stop : word.end()], word.group(), known):
            return edit(pieces, start, stop, new)
    return None


_Spot = tuple[int, int, Sequence[str], re.Match[str] | None]
"""Start and stop of what can be misread, what it is read as, and its word if that must stay recognisable."""


def _digit_spots(text: str) -> list[_Spot]:
    lookalikes = _OCR_CYRILLIC_DIGITS if _CYRILLIC.search(text) else OCR_DIGITS
    spots: list[_Spot] = []
    for place, digit in enumerate(text):
        if digit in lookalikes:
            before, after = text[place - 1 : place].isdigit(), text[place + 1 : place + 2].isdigit()
            # "1o" is 1º, the first, and "2a" the second of Swedes and 2ª.
            if digit in "04" and before and not after and not text[max(0, place - 2) : place - 1].isdigit():
                continue
            # At the end, "Feb 1!" is an exclamation. S before digits is the Japanese era Showa. A lone A, G or q is a
            # letter to every reader.
            shapes = lookalikes[digit].replace("!", "") if place + 1 == len(text) else lookalikes[digit]
            if not (digit == "5" and after and not before) and (before or after or digit not in "469"):
                spots.append((place, place + 1, shapes, None))
    return spots


def _letter_spots(text: str, known: Collection[str]) -> list[_Spot]:
    spots: list[_Spot] = []
    for word in word_pattern().finditer(text):
        if len(word.group()) < 3 or ROMAN.fullmatch(word.group()):
            continue
        for place in range(word.start(), word.end()):
            letter = text[place]
            beside = text[place - 1 : place] + text[place + 1 : place + 2]
            if letter in OCR_LETTERS and not any(map(str.isdigit, beside)):
                spots.append((place, place + 1, OCR_LETTERS[letter], None))
            for stop in range(place + 1, min(place + 2, word.end()) + 1):
                if (known or len(word.group()) > SHORT) and text[place:stop] in _OCR_SHAPES:
                    spots.append((place, stop, _OCR_SHAPES[text[place:stop]], word))
    return spots
