"""Marks: accents left out, letters of another script that look alike, punctuation and spaces in other places."""

import random
import re
import unicodedata
from collections.abc import Collection

from datenorm.core.canonical import canonicalize
from datenorm.corpus.noise.pieces import edit, join
from datenorm.corpus.phrase import Piece

# Letters that lose no mark when decomposed.
_PLAIN = str.maketrans(
    dict(zip("ßøØłŁđĐıİæÆœŒðÐþÞŋəƏħ", "ss o O l L d D i I ae AE oe OE d D th Th n e E h".split(), strict=True))
    | dict(zip("یکىة", "يكيه", strict=True))  # the letters that an Arabic keyboard has for the Persian ones, and so on
)
_SPELLED = str.maketrans(dict(zip("äÄöÖüÜøØåÅß", "ae Ae oe Oe ue Ue oe Oe aa Aa ss".split(), strict=True)))
# й is a letter of its own, which nobody types as и; ё loses its dots in most of what Russians print, and the alef its
# hamza in most of what is typed in Arabic.
_MARKS = re.compile("(?<![иИіІ])[\u0300-\u036f]+|(?<=ا)[\u0653-\u0655]")


def without_accents(pieces: list[Piece], known: Collection[str], *, spelled: bool) -> list[Piece]:
    """The phrase without its accents; as it is where that would make a known word of another of its words."""
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
    """The phrase with its Cyrillic and Greek letters, all or some, in the Latin ones that look like them."""
    share = rng.choice((1.0, 1.0, 0.5))
    return [
        (_LOOKALIKES.sub(lambda found: _LATIN[found[0]] if rng.random() < share else found[0], text), fields)
        for text, fields in pieces
    ]


# What is found, and what may stand in its place.
_Edits = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

# A full stop or a comma between digits separates two numbers: it can be doubled, never dropped or exchanged, for
# 3.4.2013 and 3/4/2013 may be different days.
PUNCTUATION_EDITS: _Edits = (
    (re.compile(r"(?<=[^\W\d_])[.,](?=\s|$)|(?<=\d)[.,](?=\s+[^\W\d_])|(?<=\d),(?=\s)"), ("",)),
    (re.compile(r"[.,](?=\s)"), (",", ".", ";", " ,")),
    (re.compile(r"(?<=\w)\.(?=[\w\s]|$)"), ("..", ".,")),
    (re.compile(r"(?<=\w)[-/](?=\w)"), ("--", "//")),
    (re.compile(r"(?<=[^\W\d_])(?=\s\d)|(?<=\d)(?=\s[^\W\d_])"), (",", ".")),
)
_NOT_ROMAN = r"(?![ivxlcdmIVXLCDM]+\b)"
SPACE_EDITS: _Edits = (
    (re.compile(rf"(?<=\d)\s(?=[^\W\d_]){_NOT_ROMAN}|(?<=[^\W\d_]{{2}})(?<![ivxIVX])\s(?=\d)"), ("",)),
    (re.compile(rf"(?<=[^\W\d_]{{2}})\s(?=[^\W\d_]{{3}}){_NOT_ROMAN}|(?<=[.,])\s(?=\w)"), ("",)),
    (re.compile(r"(?<=\w)(?=[.,/-]\w)|(?<=\w[.,/-])(?=\w)"), (" ",)),
    (re.compile(rf"(?<=\d)(?=[^\W\d_]){_NOT_ROMAN}|(?<=[^\W\d_]{{2}})(?=\d)"), (" ",)),
)


def edit_somewhere(rng: random.Random, pieces: list[Piece], edits: _Edits) -> list[Piece]:
    """The pieces with one of the edits at one of the places where its pattern is found."""
    text = join(pieces)
    pattern, replacements = rng.choice(edits)
    found = list(pattern.finditer(text))
    if not found:
        return pieces
    place = rng.choice(found)
    return edit(pieces, place.start(), place.end(), rng.choice(replacements))
