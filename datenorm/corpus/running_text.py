"""Running text: dates in a sentence, in the cell of a table or in the name of a file."""

import functools
import random
import re

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.negatives.draw import Draw
from datenorm.corpus.negatives.slots import fill
from datenorm.corpus.negatives.tables import LOCALES
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, NO_FIELD, parse
from datenorm.corpus.phrase import Choice, Piece

# Patterns of `negatives.kinds` before a date and behind it.
_AROUND: Choice[tuple[str, str]] = Choice(
    {("{word} ", ""): 14, ("", " {word}"): 14, ("{word} ", " {word}"): 16, ("{word} {word} ", ""): 12}
    | {("", " {word} {word}"): 10, ("{word} {word} ", " {word}"): 5, ("{word} ", " {word} {word}"): 5}
    | {("{word}: ", ""): 6, ("", ": {word}"): 3, ("{word}, ", ""): 4, ("", ", {word}"): 4, ("{word} - ", ""): 4}
    | {("", " - {word}"): 4, ("{city}, ", ""): 4, ("", ", {city}"): 2, ("{city}, ", " - {word}"): 1}
    | {("", " | {word}"): 1, ("{word} | ", ""): 1, ("({word}) ", ""): 1, ("", " ({word})"): 2, ("{word}. ", "."): 2}
    | {("{first} {last}, ", ""): 2, ("{last} (", ")"): 2, ("{word} {word} (", ")"): 1}
    | {("{label} {n}, ", ""): 1.5, ("{label} {n}: ", ""): 1, ("{hash}{n} - ", ""): 1, ("{label} {n} (", ")"): 1.5}
    | {("{word}, {n} {unit}, ", ""): 0.5, ("", " - {label} {n}"): 0.5, ("", ", {n} {unit}"): 0.5}
)
# The same in names and paths, which computers sort by the dates in them.
_IN_NAMES: Choice[tuple[str, str]] = Choice(
    {("{word}_", ""): 3, ("{word}-", ""): 3, ("", "_{word}"): 3, ("", "-{word}"): 2, ("{word}-", ".pdf"): 3}
    | {("{word}_", ".csv"): 2, ("", ".txt"): 1, ("", "_{word}.jpg"): 2, ("{word}.", ".log"): 1, ("{word}", ".zip"): 0.5}
    | {(camera, ".jpg"): 1 for camera in ("IMG_", "IMG-", "PXL_", "MVIMG_", "Screenshot_", "Photo ", "WhatsApp Image ")}
    | {(maker, ""): 0.7 for maker in ("VID_", "scan_", "Screenshot ", "Screen Shot ", "backup-", "dump_", "log.")}
    | {("{word}%_", ".mp4"): 1, ("IMG-", "-WA00##.jpg"): 1, ("DSC0###_", ".jpg"): 0.5, ("{word}_", "_v%"): 1}
    | {("/{word}/", "/"): 0.5, ("{word}/", "/{word}"): 1, ("https://{domain}/", "/{word}"): 2, ("{domain}/", "/"): 1}
    | {("{word}=", ""): 1, ('"{word}": "', '"'): 1, ('"{word}_at": "', '"'): 0.5, ("{word}=", "&{word}=%"): 0.3}
)
_NUMBERED = re.compile(r"\{n\}|#|%")
"""A pattern with a number of its own. What is between that number and the date keeps the two apart."""

IN_NAME = 0.3
"""The share of the dates in patterns that sort that are in names of files."""

_SORTING = frozenset(
    {"{y}-{MM}-{dd}", "{yyyy}-{MM}-{dd}", "{yyyy}{MM}{dd}", "{y}_{MM}_{dd}", "{y}.{MM}.{dd}", "{y}/{MM}/{dd}"}
)
"""Patterns whose alphabetical order is that of the dates, as computers write them."""


def among_words(rng: random.Random, pieces: list[Piece], pattern: str, language: str) -> list[Piece] | None:
    """The phrase with words around it that do not change its meaning.

    Args:
        rng: Draws everything.
        pieces: The phrase.
        pattern: The pattern of the phrase.
        language: The language of the words. If Faker has none of it they are English.

    Returns:
        The pieces, or None if the phrase is a date only by itself: "5/2013" and "May 3" can be anything in a sentence.
        None also if the words that were drawn would change the meaning.
    """
    states, slots = parse(pattern).states, parse(pattern).slots
    if "year" not in states or not ("day" in states or NAMED_MONTHS & set(slots)):
        return None
    in_name = pattern in _SORTING and rng.random() < IN_NAME
    return with_words(rng, pieces, language, in_name=in_name)


def with_words(rng: random.Random, pieces: list[Piece], language: str, *, in_name: bool = False) -> list[Piece] | None:
    """The phrase with words around it, or in the name of a file; None where the words drawn name a month.

    Args:
        rng: Draws everything.
        pieces: The phrase.
        language: Whose words to take; English ones if Faker has none of it.
        in_name: Whether to write the name of a file or a path.
    """
    locale = rng.choice(locales_with_words(language))
    sides = (_IN_NAMES if in_name else _AROUND)(rng)
    before, behind = (fill(Draw(rng, locale), side) for side in sides)
    words = canonicalize(f"{before} {behind}")
    if any(map(str.isdigit, words)) and not _NUMBERED.search("".join(sides)):
        return None
    if any(month_of(word) for word in re.findall(r"[^\W_]+", words)):
        return None
    return [piece for piece in ((before, NO_FIELD), *pieces, (behind, NO_FIELD)) if piece[0]]


@functools.cache
def locales_with_words(language: str) -> tuple[str, ...]:
    """Faker's locales of a language; those of English if it has none."""
    own = tuple(locale for locale in LOCALES if locale.partition("_")[0] == language)
    return own or tuple(locale for locale in LOCALES if locale.startswith("en_"))
