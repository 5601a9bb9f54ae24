"""Running text: dates among the words of a sentence, in a table's cell or in a file's name."""

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

# What stands before a date and behind it, in patterns of the non-dates.
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
# The names and paths of files sort by the dates in them.
_IN_NAMES: Choice[tuple[str, str]] = Choice(
    {("{word}_", ""): 3, ("{word}-", ""): 3, ("", "_{word}"): 3, ("", "-{word}"): 2, ("{word}-", ".pdf"): 3}
    | {("{word}_", ".csv"): 2, ("", ".txt"): 1, ("", "_{word}.jpg"): 2, ("{word}.", ".log"): 1, ("{word}", ".zip"): 0.5}
    | {(camera, ".jpg"): 1 for camera in ("IMG_", "IMG-", "PXL_", "MVIMG_", "Screenshot_", "Photo ", "WhatsApp Image ")}
    | {(maker, ""): 0.7 for maker in ("VID_", "scan_", "Screenshot ", "Screen Shot ", "backup-", "dump_", "log.")}
    | {("{word}%_", ".mp4"): 1, ("IMG-", "-WA00##.jpg"): 1, ("DSC0###_", ".jpg"): 0.5, ("{word}_", "_v%"): 1}
    | {("/{word}/", "/"): 0.5, ("{word}/", "/{word}"): 1, ("https://{domain}/", "/{word}"): 2, ("{domain}/", "/"): 1}
    | {("{word}=", ""): 1, ('"{word}": "', '"'): 1, ('"{word}_at": "', '"'): 0.5, ("{word}=", "&{word}=%"): 0.3}
)
_NUMBERED = re.compile(r"\{n\}|#|%")  # its number is told from the date's by what stands between
_IN_NAME = 0.3  # of the dates as computers write them
_SORTED = frozenset(
    {"{y}-{MM}-{dd}", "{yyyy}-{MM}-{dd}", "{yyyy}{MM}{dd}", "{y}_{MM}_{dd}", "{y}.{MM}.{dd}", "{y}/{MM}/{dd}"}
)


def among_words(rng: random.Random, pieces: list[Piece], pattern: str, language: str) -> list[Piece] | None:
    """The phrase with words around it that change nothing.

    Args:
        rng: Draws everything.
        pieces: The phrase.
        pattern: What it is written by.
        language: Whose words to take; English ones if Faker has none of it.

    Returns:
        The pieces, or None where only the lack of other words makes a date of it: "5/2013" and "May 3" can be
        anything in a sentence.
    """
    states, slots = parse(pattern).states, parse(pattern).slots
    if "year" not in states or not ("day" in states or NAMED_MONTHS & set(slots)):
        return None
    around = _IN_NAMES if pattern in _SORTED and rng.random() < _IN_NAME else _AROUND
    locale = rng.choice(_locales(language))
    sides = around(rng)
    before, behind = (fill(Draw(rng, locale), side) for side in sides)
    words = canonicalize(f"{before} {behind}")
    if any(map(str.isdigit, words)) and not _NUMBERED.search("".join(sides)):
        return None
    if any(month_of(word) for word in re.findall(r"[^\W_]+", words)):
        return None
    return [piece for piece in ((before, NO_FIELD), *pieces, (behind, NO_FIELD)) if piece[0]]


@functools.cache
def _locales(language: str) -> tuple[str, ...]:
    own = tuple(locale for locale in LOCALES if locale.partition("_")[0] == language)
    return own or tuple(locale for locale in LOCALES if locale.startswith("en_"))
