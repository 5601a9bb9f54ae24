"""Blots: dates of which a stain, or a broken encoding, has left some characters unreadable."""

import random
import unicodedata
from collections.abc import Collection, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE
from datenorm.corpus.noise.words import ROMAN
from datenorm.corpus.phrase import Fields, Piece

BLOT = "\ufffd"
"""What decoders put in the place of what they cannot read. It is in no vocabulary, so the network reads `<unk>`."""

_SECOND = 0.5  # how often there is another blot
_FEWEST = 5  # letters of a month's name without a list of the others
_TWICE = 6  # letters of a month's name with two blots
_SHORT_YEAR = 2  # digits, as a day and a month have
_MONTHS = 12


def blot(
    rng: random.Random,
    pieces: Sequence[Piece],
    machine: str,
    known: Collection[str] = (),
    order: str = "",
    hint: str = "",
) -> tuple[list[Piece], str] | None:
    r"""The phrase with one or two characters unreadable, and what it still states.

    >>> blot(random.Random(1), [("13", ("day",)), (" ", ()), ("May", ("month",))], "XXXX-05-13", {"may", "march"})
    ([('13', ('day',)), ('�', ()), ('�ay', ('month',))], 'XXXX-05-13')

    A number without one of its digits states nothing. Neither does a day that has lost both its month and its year, or
    either of two numbers when nothing tells which is which. A month's name is read as long as it is no other's.

    Args:
        rng: Draws the characters.
        pieces: The phrase before canonicalisation.
        machine: What it means.
        known: Canonical names of the locale's months.
        order: The initials of its numbers, such as 'DMY', where nothing but their order tells them apart.
        hint: The order that is told beside it, '' where none is.

    Returns:
        The pieces, each with the fields that it still states, and the machine string; None where nothing can be
        blotted without losing what the date means.
    """
    blotted, lost = list(pieces), set[str]()
    spots = [(i, j) for i, (text, _) in enumerate(pieces) for j in range(len(text))]
    rng.shuffle(spots)
    wanted = 1 + (rng.random() < _SECOND)
    for i, j in spots:
        text, fields = pieces[i]
        if fields and text[j].isnumeric():
            takes = _with_a_number(pieces, fields, order, hint) if order else set(fields)
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
    """The fields that are lost with character j of a piece, no digit of a field; None where no blot may fall.

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
        return None  # of a number in words, one letter more or less is another number
    if ROMAN.fullmatch(text):
        return set(fields)
    if not known and len(text) < _FEWEST:
        return None
    intended, pattern = canonicalize(text).strip("."), canonicalize(seen[:j] + BLOT + seen[j + 1 :]).strip(".")
    if BLOT in seen and len(text) < _TWICE:
        return None
    others = (other for other in known if other != intended)
    return {"month"} if any(_fits(other, pattern) for other in others) else set()


def _with_a_number(pieces: Sequence[Piece], fields: Fields, order: str, hint: str) -> set[str] | None:
    """The fields that a date of numbers alone loses with the number of `fields`; None where no blot may fall."""
    numbers = {field: number for number, stated in pieces for field in stated}
    year_in_full = len(numbers.get("year", "")) > _SHORT_YEAR
    if "".join(initial for initial in hint if initial in order) == order or (order[0] == "Y" and year_in_full):
        return set(fields)
    if "year" in fields:
        return set(fields) if year_in_full else None
    day = numbers.get("day", "")
    if "month" in fields and year_in_full and day.isdecimal() and int(day) > _MONTHS:
        return set(fields)
    # By the order that is told, the number that is left would be the other.
    return None if hint else {"month", "day"}


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _fits(word: str, pattern: str) -> bool:
    return len(word) == len(pattern) and all(p in (c, BLOT) for c, p in zip(word, pattern, strict=True))
