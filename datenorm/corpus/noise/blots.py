"""Blots: dates of which a stain, or a broken encoding, has left some characters unreadable."""

import random
import unicodedata
from collections.abc import Collection, Sequence

from datenorm.corpus.noise.words import ROMAN
from datenorm.corpus.phrase import Piece
from datenorm.tasks import DATE
from datenorm.text import canonicalize

BLOT = "\ufffd"
"""What decoders put in the place of what they cannot read. It is in no vocabulary, so the network reads `<unk>`."""

_SECOND = 0.5  # how often there is another blot
_FEWEST = 5  # letters of a month's name without a list of the others
_TWICE = 6  # letters of a month's name with two blots


def blot(
    rng: random.Random, pieces: Sequence[Piece], machine: str, known: Collection[str] = ()
) -> tuple[list[Piece], str] | None:
    r"""The phrase with one or two characters unreadable, and what it still states.

    >>> blot(random.Random(1), [("13", ("day",)), (" ", ()), ("May", ("month",))], "XXXX-05-13", {"may", "march"})
    ([('13', ('day',)), ('�', ()), ('�ay', ('month',))], 'XXXX-05-13')

    A number without one of its digits states nothing. Neither does a day without its month, or either of two numbers
    when nothing but their values tells which is which. A month's name is read as long as it is no other's.

    Args:
        rng: Draws the characters.
        pieces: The phrase before canonicalisation.
        machine: What it means.
        known: Canonical names of the locale's months.

    Returns:
        The pieces, each with the fields that it still states, and the machine string; None where nothing can be
        blotted without making a riddle of the date.
    """
    blotted, lost = list(pieces), set[str]()
    spots = [(i, j) for i, (text, _) in enumerate(pieces) for j in range(len(text))]
    rng.shuffle(spots)
    wanted = 1 + (rng.random() < _SECOND)
    for i, j in spots:
        text, fields = blotted[i]
        takes = _takes(pieces, blotted, i, j, known)
        if takes is not None:
            blotted[i] = (text[:j] + BLOT + text[j + 1 :], fields)
            lost |= takes
            wanted -= 1
        if not wanted:
            break
    if wanted:
        return None
    for field in DATE.fields:
        if field.name in lost:
            machine = machine[: field.start] + DATE.nothing[field.start : field.stop] + machine[field.stop :]
    return [(text, tuple(field for field in fields if field not in lost)) for text, fields in blotted], machine


def _takes(
    pieces: Sequence[Piece], blotted: Sequence[Piece], i: int, j: int, known: Collection[str]
) -> set[str] | None:
    """The fields that a blot on character j of piece i takes from the phrase, or None where none may fall."""
    text, fields = pieces[i]
    if not fields:
        return None if any(map(str.isnumeric, text)) else set()
    if text[j].isnumeric():
        return _without_number(pieces, i)
    if any(map(str.isnumeric, text)) or not _is_letter(text[j]):
        return set()
    if fields != ("month",):
        return None  # of a number in words, one letter more or less is another number
    if ROMAN.fullmatch(text):
        return _without_number(pieces, i)
    if not known and len(text) < _FEWEST:
        return None
    seen = blotted[i][0]
    intended, pattern = canonicalize(text).strip("."), canonicalize(seen[:j] + BLOT + seen[j + 1 :]).strip(".")
    if BLOT in seen and len(text) < _TWICE:
        return None
    others = (other for other in known if other != intended)
    return {"month", "day"} if any(_fits(other, pattern) for other in others) else set()


def _without_number(pieces: Sequence[Piece], i: int) -> set[str] | None:
    text, fields = pieces[i]
    lost = set(fields)
    if "month" in lost:
        lost.add("day")
    if any(_is_letter(character) for piece, _ in pieces for character in piece):
        return lost
    if "year" in lost:
        return lost if len(text) > 2 else None
    first, first_fields = next(piece for piece in pieces if piece[1])
    return lost if "year" in first_fields and len(first) > 2 else {"month", "day"}


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _fits(word: str, pattern: str) -> bool:
    return len(word) == len(pattern) and all(p in (c, BLOT) for c, p in zip(word, pattern, strict=True))
