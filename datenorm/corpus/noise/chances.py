"""Chances: how often each kind of noise comes, and the phrase with the noise that it is dealt."""

import dataclasses
import random
from collections.abc import Callable, Collection, Sequence

from datenorm.corpus.noise.marks import (
    PUNCTUATION_EDITS,
    SPACE_EDITS,
    edit_somewhere,
    with_lookalikes,
    without_accents,
)
from datenorm.corpus.noise.ocr import ocr_confusion
from datenorm.corpus.noise.typing_errors import typed
from datenorm.corpus.phrase import Choice, Piece


@dataclasses.dataclass(frozen=True)
class Chances:
    """How often an example gets each kind of noise; the kinds are drawn one by one, so that some meet."""

    case: float = 0.30  # nearly free: canonical text has one case, but I reads as l only where it is a capital
    accents: float = 0.22  # of the texts that have any: many keyboards and old systems have none
    spelled_accents: float = 0.25  # of those: "Maerz" rather than "Marz"
    lookalikes: float = 0.04  # "Фeвpyapи", of the wrong keyboard or a scanner; only Cyrillic and Greek have them
    punctuation: float = 0.07  # "Sept 3 2013", "3.. Mai"
    spaces: float = 0.07  # "3May 2013", "May 3 ,2013"; canonical text has no doubled space
    typing: float = 0.22  # harder to learn than met: a model that saw few read 90 % of the strings with one error
    second_typing: float = 0.20  # of those
    ocr: float = 0.10  # the same, 81 %


CHANCES = Chances()

_CASES: Choice[Callable[[str], str]] = Choice({str.lower: 35, str.upper: 45, str.title: 15, str.swapcase: 5})


def add_noise(
    rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = (), chances: Chances = CHANCES
) -> list[Piece]:
    """The same phrase with the noise that `chances` deals it, often none.

    No digit is lost, moved or turned into another one, nor are words that are Roman numerals touched: the phrase still
    means what it meant. It can grow by a few characters.

    Args:
        rng: Draws everything: the same state gives the same noise.
        pieces: The phrase before canonicalisation.
        known: Canonical words that mean something else than those of the phrase, such as the names of the locale's
            other months: no noise brings a word as near to one of them as to itself. A word of the phrase that stands
            among them is ignored. Without any, words of up to four letters get only errors that keep every letter. Up
            to a few hundred words: they are compared one by one.
        chances: How often each kind of noise comes.

    Returns:
        The pieces in their order, with the fields that they had; what noise puts between two of them states nothing.
    """
    noisy = list(pieces)
    if rng.random() < chances.case:
        case = _CASES(rng)
        noisy = [(case(text), fields) for text, fields in noisy]
    if rng.random() < chances.accents:
        noisy = without_accents(noisy, known, spelled=rng.random() < chances.spelled_accents)
    if rng.random() < chances.typing:
        noisy = typed(rng, noisy, known, errors=1 + (rng.random() < chances.second_typing)) or noisy
    if rng.random() < chances.lookalikes:
        noisy = with_lookalikes(rng, noisy)
    if rng.random() < chances.punctuation:
        noisy = edit_somewhere(rng, noisy, PUNCTUATION_EDITS)
    if rng.random() < chances.spaces:
        noisy = edit_somewhere(rng, noisy, SPACE_EDITS)
    if rng.random() < chances.ocr:
        noisy = ocr_confusion(rng, noisy, known) or noisy
    return noisy
