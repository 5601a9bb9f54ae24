"""Phrases to add noise to, and how far words are apart."""

import random

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
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec mai mars juni juli mayo marzo março maio".split()

phrases = st.sampled_from(PHRASES + NO_LETTERS)
seeds = st.integers(0, 2**32).map(random.Random)


def text_of(pieces):
    return "".join(text for text, _ in pieces)


def digits_of(text):
    return [character for character in text if character.isdigit()]


def distance(one, other):
    """Dropped, inserted, replaced and swapped letters between two words, by the textbook's table."""
    table = {(row, 0): row for row in range(len(one) + 1)} | {(0, column): column for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            differs = one[row - 1] != other[column - 1]
            choices = [table[row - 1, column] + 1, table[row, column - 1] + 1, table[row - 1, column - 1] + differs]
            if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                choices.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(choices)
    return table[len(one), len(other)]
