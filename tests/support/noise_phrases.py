"""Noise phrases: dates in pieces to add noise to, and the distance between two words."""

import random
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from datenorm.corpus.phrase import Piece

PHRASES: list[list[Piece]] = [
    [("3", ("day",)), (" ", ()), ("September", ("month",)), (" ", ()), ("2013", ("year",))],
    [("le ", ()), ("1er", ("day",)), (" ", ()), ("février", ("month",)), (" ", ()), ("1950", ("year",))],
    [("12", ("day",)), (" ", ()), ("марта", ("month",)), (" ", ()), ("2013", ("year",)), (" г.", ())],
    [("Sat, ", ()), ("Jul", ("month",)), (". ", ()), ("3rd", ("day",)), (", ", ()), ("1987", ("year",))],
    [("15", ("day",)), (". ", ()), ("Ağustos", ("month",)), (" ", ()), ("1968", ("year",))],
    [("26", ("day",)), (" ", ()), ("Φεβρουαρίου", ("month",)), (" ", ()), ("1804", ("year",))],
    [("twenty-first", ("day",)), (" of ", ()), ("June", ("month",)), (" ", ()), ("nineteen ten", ("year",))],
]
NO_LETTERS: list[list[Piece]] = [
    [("2013", ("year",)), ("-", ()), ("05", ("month",)), ("-", ()), ("03", ("day",))],
    [("2013", ("year",)), ("年", ()), ("5", ("month",)), ("月", ()), ("3", ("day",)), ("日", ())],
    [("22", ("day",)), (" ", ()), ("IX", ("month",)), (" ", ()), ("1978", ("year",))],
]
"""Dates without a letter that a typing error could hit."""

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec mai mars juni juli mayo marzo março maio".split()
"""Names that a typing error must not lead to."""

phrases = st.sampled_from(PHRASES + NO_LETTERS)
seeds = st.integers(0, 2**32).map(random.Random)


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of a phrase, without the fields that its pieces state."""
    return "".join(text for text, _ in pieces)


def digits_of(text: str) -> list[str]:
    """The digits of a text, in any script."""
    return [character for character in text if character.isdigit()]


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """The letters to drop, insert, replace or swap between two words: the restricted Damerau-Levenshtein distance."""
    table = {(row, 0): row for row in range(len(one) + 1)} | {(0, column): column for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            differs = one[row - 1] != other[column - 1]
            choices = [table[row - 1, column] + 1, table[row, column - 1] + 1, table[row - 1, column - 1] + differs]
            if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                choices.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(choices)
    return table[len(one), len(other)]
