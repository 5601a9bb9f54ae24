"""Transcript: the characters of a line, from the reader's columns."""

from typing import NamedTuple

import numpy as np

from datenorm.frames.task import CHARACTERS

_SEEN = 0.5  # the probability above which there is a character
_SHARED = 0.08  # the probability that a column has of a character whose middle is near its edge
_TWO = 1.4  # the sum of two columns' probabilities above which there are two equal characters
_WIDE = 2.5  # columns between two equal signs that are one wide one: stamps have no "--" and no "::"


class Seen(NamedTuple):
    """A character that the reader saw.

    Attributes:
        character: One of `CHARACTERS`.
        column: Where its middle is, in columns; between two of them if both have a part of it.
        probabilities: Over `CHARACTERS`, shape (len(CHARACTERS),); they sum to at most 1.
    """

    character: str
    column: float
    probabilities: np.ndarray


def transcribe(characters: np.ndarray) -> list[Seen]:
    """The characters that the reader saw, from the left.

    The middle of a character can be at the edge of a column, and its probability is then shared by two.

    Args:
        characters: Distributions over nothing and `CHARACTERS`, shape (columns, 1 + len(CHARACTERS)).
    """
    seen: list[Seen] = []
    likely = np.pad(characters[:, 1:], ((0, 1), (0, 0)))
    column = 0
    while column < len(characters):
        here, behind = likely[column], likely[column + 1]
        best = int((here + behind).argmax()) if here.max() < _SEEN else int(here.argmax())
        together = here[best] + behind[best]
        is_shared = here[best] > _SHARED and behind[best] > _SHARED and together < _TWO
        if is_shared and together > _SEEN and behind[best] >= behind.max():
            share = float(behind[best] / together)
            seen.append(Seen(CHARACTERS[best], column + share, np.minimum(1, here + behind)))
            column += 2
        else:
            if here[best] > _SEEN:
                seen.append(Seen(CHARACTERS[best], float(column), here))
            column += 1
    return _without_doubled_signs(seen)


def _without_doubled_signs(seen: list[Seen]) -> list[Seen]:
    kept: list[Seen] = []
    for each in seen:
        is_sign = not each.character.isalnum()
        repeats = bool(kept) and kept[-1].character == each.character and each.column - kept[-1].column <= _WIDE
        if not (is_sign and repeats):
            kept.append(each)
    return kept
