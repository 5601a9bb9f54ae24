"""Chances: how often each kind of noise comes, and a phrase with the noise that is drawn for it."""

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
    """How often an example gets each kind of noise. Each kind is drawn separately, so an example can have several."""

    case: float = 0.30  # costs little: canonical text has one case, but only a capital I looks like l
    accents: float = 0.22  # of the texts with accents: many keyboards and old systems have none
    spelled_accents: float = 0.25  # of those: "Maerz" rather than "Marz"
    lookalikes: float = 0.04  # "Фeвpyapи", of the wrong keyboard or a scanner; only Cyrillic and Greek have them
    punctuation: float = 0.07  # "Sept 3 2013", "3.. Mai"
    spaces: float = 0.07  # "3May 2013", "May 3 ,2013"; canonical text has no doubled space
    typing: float = 0.22  # more than people make: a model that saw few read 90 % of the strings with one error
    second_typing: float = 0.20  # of those
    ocr: float = 0.10  # more than scanners make, for the same reason: 81 %


CHANCES = Chances()

_CASES: Choice[Callable[[str], str]] = Choice({str.lower: 35, str.upper: 45, str.title: 15, str.swapcase: 5})


def add_noise(
    rng: random.Random, pieces: Sequence[Piece], known: Collection[str] = (), chances: Chances = CHANCES
) -> list[Piece]:
    """The same phrase with the noise that is drawn for it, often none.

    The phrase keeps its meaning: no digit is lost, moved or turned into another one, and Roman numerals stay as they
    are. It can grow by a few characters.

    Args:
        rng: Draws everything: the same state gives the same noise.
        pieces: The phrase before canonicalisation.
        known: Canonical words with other meanings than those of the phrase, such as the names of the locale's other
            months. No noise brings a word of the phrase as near to one of them as to itself. Words that the phrase
            has, too, do not count. Without any, words of up to four letters get only errors that keep every letter.
            Each word is compared, so there should be a few hundred at most.
        chances: How often each kind of noise comes.

    Returns:
        The pieces in their order, with their fields. A piece that noise puts between two of them states no field.
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
