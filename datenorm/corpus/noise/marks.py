"""Marks: accents left out, lookalikes of another script, punctuation and spaces in other places."""

import random
import re
import unicodedata
from collections.abc import Collection

from datenorm.core.canonical import canonicalize
from datenorm.corpus.noise.pieces import edit, join
from datenorm.corpus.phrase import Piece

# Letters that Unicode does not decompose into a letter and a mark.
_PLAIN = str.maketrans(
    dict(zip("ßøØłŁđĐıİæÆœŒðÐþÞŋəƏħ", "ss o O l L d D i I ae AE oe OE d D th Th n e E h".split(), strict=True))
    | dict(zip("یکىة", "يكيه", strict=True))  # what an Arabic keyboard has for the Persian letters, and so on
)
_SPELLED = str.maketrans(dict(zip("äÄöÖüÜøØåÅß", "ae Ae oe Oe ue Ue oe Oe aa Aa ss".split(), strict=True)))
# й is a separate letter, which nobody types as и. Most Russian print leaves out the dots of ё, and most typed Arabic
# the hamza of the alef.
_MARKS = re.compile("(?<![иИіІ])[\u0300-\u036f]+|(?<=ا)[\u0653-\u0655]")


def without_accents(pieces: list[Piece], known: Collection[str], *, spelled: bool) -> list[Piece]:
    """The phrase without its accents, or unchanged if that would turn one of its words into a known word."""
    text = join(pieces)
    if text.isascii():
        return pieces
    plain = [(_plain(piece, spelled=spelled), fields) for piece, fields in pieces]
    others = set(canonicalize(join(plain)).split()) - set(canonicalize(text).split())
    return pieces if not others.isdisjoint(known) else plain


def _plain(text: str, *, spelled: bool) -> str:
    if spelled:
        text = text.translate(_SPELLED)
    text = _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_PLAIN)
    return unicodedata.normalize("NFC", text)


# Cyrillic and Greek letters, and the Latin ones that look like them.
_LATIN = dict(zip("аеорсухіјѕАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsABEKMHOPCTYXIJSoABEZHIKMNOPTYX", strict=True))
_LOOKALIKES = re.compile(f"[{''.join(_LATIN)}]")


def with_lookalikes(rng: random.Random, pieces: list[Piece]) -> list[Piece]:
    """The phrase with all or some of its Cyrillic and Greek letters as the Latin letters that look like them."""
    share = rng.choice((1.0, 1.0, 0.5))
    return [
        (_LOOKALIKES.sub(lambda found: _LATIN[found[0]] if rng.random() < share else found[0], text), fields)
        for text, fields in pieces
    ]


_Edits = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
"""Patterns, each with the texts that may replace what it finds."""

_LETTER = r"[^\W\d_]"

PUNCTUATION_EDITS: _Edits = (
    # Left out behind a word, and between a number and a word.
    (re.compile(rf"(?<={_LETTER})[.,](?=\s|$)|(?<=\d)[.,](?=\s+{_LETTER})|(?<=\d),(?=\s)"), ("",)),
    # Exchanged before a space.
    (re.compile(r"[.,](?=\s)"), (",", ".", ";", " ,")),
    # Doubled.
    (re.compile(r"(?<=\w)\.(?=[\w\s]|$)"), ("..", ".,")),
    (re.compile(r"(?<=\w)[-/](?=\w)"), ("--", "//")),
    # Inserted between a word and a number.
    (re.compile(rf"(?<={_LETTER})(?=\s\d)|(?<=\d)(?=\s{_LETTER})"), (",", ".")),
)
"""Punctuation that is left out, exchanged, doubled or inserted.

A full stop or a comma between digits separates two numbers. It can be doubled, but is never left out or exchanged:
3.4.2013 and 3/4/2013 may be different days.
"""

_NOT_ROMAN = r"(?![ivxlcdmIVXLCDM]+\b)"
SPACE_EDITS: _Edits = (
    # Left out between a number and a word, between words, behind punctuation.
    (re.compile(rf"(?<=\d)\s(?={_LETTER}){_NOT_ROMAN}|(?<={_LETTER}{{2}})(?<![ivxIVX])\s(?=\d)"), ("",)),
    (re.compile(rf"(?<={_LETTER}{{2}})\s(?={_LETTER}{{3}}){_NOT_ROMAN}|(?<=[.,])\s(?=\w)"), ("",)),
    # Inserted beside punctuation, and between a number and a word.
    (re.compile(r"(?<=\w)(?=[.,/-]\w)|(?<=\w[.,/-])(?=\w)"), (" ",)),
    (re.compile(rf"(?<=\d)(?={_LETTER}){_NOT_ROMAN}|(?<={_LETTER}{{2}})(?=\d)"), (" ",)),
)
"""Spaces that are left out or inserted, never beside a Roman numeral."""


def edit_somewhere(rng: random.Random, pieces: list[Piece], edits: _Edits) -> list[Piece]:
    """The pieces with one of the edits at one of the places where its pattern is found."""
    text = join(pieces)
    pattern, replacements = rng.choice(edits)
    found = list(pattern.finditer(text))
    if not found:
        return pieces
    place = rng.choice(found)
    return edit(pieces, place.start(), place.end(), rng.choice(replacements))
