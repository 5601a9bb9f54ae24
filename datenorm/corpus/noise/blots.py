"""Blots: dates with characters that a stain or a broken encoding has made unreadable."""

import random
import unicodedata
from collections.abc import Collection, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE
from datenorm.corpus.noise.words import ROMAN
from datenorm.corpus.phrase import Fields, Piece

BLOT = "\ufffd"
"""The character that decoders put for one that they cannot read. No vocabulary has it: the network reads `<unk>`."""

_SECOND_BLOT = 0.5  # of the blotted dates have another one
_FEWEST_LETTERS = 5  # of a month's name, where no other names are known
_FEWEST_FOR_TWO = 6  # letters of a month's name with two blots
_SHORT_YEAR = 2  # digits, as a day and a month have
_MONTHS = 12


def blot(
    rng: random.Random,
    pieces: Sequence[Piece],
    machine: str,
    known: Collection[str] = (),
    number_order: str = "",
    order: str = "",
) -> tuple[list[Piece], str] | None:
    r"""The phrase with one or two characters unreadable, and what it still states.

    >>> blot(random.Random(1), [("13", ("day",)), (" ", ()), ("May", ("month",))], "XXXX-05-13", {"may", "march"})
    ([('13', ('day',)), ('�', ()), ('�ay', ('month',))], 'XXXX-05-13')

    A number without one of its digits states nothing. Nor does a day that has lost its month and its year, nor either
    of two numbers if nothing shows which is which. A month's name is read as long as it fits no other name.

    Args:
        rng: Draws the characters.
        pieces: The phrase before canonicalisation.
        machine: What it means.
        known: Canonical names of the locale's months.
        number_order: The initials of its numbers, such as 'DMY', if only their order distinguishes them.
        order: The order given beside the text, '' where none is.

    Returns:
        The pieces, each with the fields that it still states, and the machine string. None if any blot would make the
        date a guess.
    """
    blotted, lost = list(pieces), set[str]()
    spots = [(i, j) for i, (text, _) in enumerate(pieces) for j in range(len(text))]
    rng.shuffle(spots)
    wanted = 1 + (rng.random() < _SECOND_BLOT)
    for i, j in spots:
        text, fields = pieces[i]
        if fields and text[j].isnumeric():
            takes = _with_a_number(pieces, fields, number_order, order) if number_order else set(fields)
        else:
            takes = _with_a_sign(pieces[i], blotted[i][0], j, known)
        if takes is not None:
            seen = blotted[i][0]
            blotted[i] = (seen[:j] + BLOT + seen[j + 1 :], fields)
            lost |= takes
            wanted -= 1
        if not wanted:
            break
    if wanted:
        return None
    stated = {field for _, fields in pieces for field in fields} - lost
    if not {"year", "month"} & stated:
        lost.add("day")
    for field in DATE.fields:
        if field.name in lost:
            machine = machine[: field.start] + DATE.unspecified[field.start : field.stop] + machine[field.stop :]
    return [(text, tuple(field for field in fields if field not in lost)) for text, fields in blotted], machine


def _with_a_sign(piece: Piece, seen: str, j: int, known: Collection[str]) -> set[str] | None:
    """The fields that are lost with a character that is no digit of a field; None where no blot may fall.

    Args:
        piece: The piece as it was written.
        seen: Its text with an earlier blot, if there is one.
        j: Where the blot falls.
        known: Canonical names of the locale's months.
    """
    text, fields = piece
    if not fields:
        return None if any(map(str.isnumeric, text)) else set()
    if any(map(str.isnumeric, text)) or not _is_letter(text[j]):
        return set()
    if fields != ("month",):
        return None  # one letter makes another number of a number in words
    if ROMAN.fullmatch(text):
        return set(fields)
    if not known and len(text) < _FEWEST_LETTERS:
        return None
    intended, pattern = canonicalize(text).strip("."), canonicalize(seen[:j] + BLOT + seen[j + 1 :]).strip(".")
    if BLOT in seen and len(text) < _FEWEST_FOR_TWO:
        return None
    others = (other for other in known if other != intended)
    return {"month"} if any(_fits(other, pattern) for other in others) else set()


def _with_a_number(pieces: Sequence[Piece], fields: Fields, number_order: str, order: str) -> set[str] | None:
    """The fields that a date of numbers alone loses with the number of `fields`; None where no blot may fall."""
    numbers = {field: number for number, stated in pieces for field in stated}
    year_in_full = len(numbers.get("year", "")) > _SHORT_YEAR
    given = "".join(initial for initial in order if initial in number_order)
    if given == number_order or (number_order[0] == "Y" and year_in_full):
        return set(fields)
    if "year" in fields:
        return set(fields) if year_in_full else None
    day = numbers.get("day", "")
    if "month" in fields and year_in_full and day.isdecimal() and int(day) > _MONTHS:
        return set(fields)
    # By the order given, the number that is left would be the other field.
    return None if order else {"month", "day"}


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _fits(word: str, pattern: str) -> bool:
    return len(word) == len(pattern) and all(p in (c, BLOT) for c, p in zip(word, pattern, strict=True))
