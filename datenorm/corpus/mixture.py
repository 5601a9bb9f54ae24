"""The mixture that the date task trains on: dates, clean and noisy, and texts without a date."""

import functools
import random
import string
from collections.abc import Callable, Iterator, Mapping, Sequence

from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.corpus import dates, negatives
from datenorm.corpus.locales.forms import known_months
from datenorm.corpus.lost_meaning import loses_meaning
from datenorm.corpus.noise.blots import blot
from datenorm.corpus.noise.chances import add_noise
from datenorm.corpus.noise.ocr import OCR_DIGITS, ocr_confusion
from datenorm.corpus.noise.typing_errors import typing_error
from datenorm.corpus.patterns.pattern import parse
from datenorm.corpus.phrase import Choice, Example, Piece, compose
from datenorm.corpus.running_text import among_words

# Shares of the examples; the others are dates with the noise of `add_noise`.
_NON_DATES = 0.28  # enough that texts without a date are refused as surely as dates are read
_IMPOSSIBLE = 0.03  # days that no calendar has, in all forms of dates
_TYPING_ERRORS = 0.11  # beside those of `add_noise`: a word with a wrong letter is harder to learn than other dates
_OCR_CONFUSIONS = 0.06
_REHEARSED = 0.17  # dates that are hard to learn
_AMONG_WORDS = 0.03  # in a sentence, a form or a file's name
_BLOTTED = 0.06  # rare, but the network must not guess what is unreadable, nor lose what can be read

Edit = Callable[[random.Random, list[Piece], frozenset[str]], list[Piece] | None]
"""Changes a phrase's pieces, given words that no edit may come near; returns None if it can't."""


def examples(faker: Faker) -> Iterator[Example]:
    """Dates with the noise that people and scanners add, and texts without a date, endlessly.

    Args:
        faker: Draws everything: the same seed gives the same examples.

    Yields:
        Examples that can be longer than Tx. Dates have the spans of year, month and day.
    """
    shares = {
        negatives.examples(faker): _NON_DATES,
        edited(faker, add_noise, impossible=True): _IMPOSSIBLE,
        edited(faker, add_noise, families=dates.REHEARSED): _REHEARSED,
        with_typing_error(faker): _TYPING_ERRORS,
        with_ocr_confusion(faker): _OCR_CONFUSIONS,
        blotted(faker): _BLOTTED,
        in_running_text(faker): _AMONG_WORDS,
    }
    choose = Choice(shares | {edited(faker, add_noise): 1 - sum(shares.values())})
    while True:
        yield next(choose(faker.random))


@functools.cache
def human_characters() -> str:
    """The characters of canonical dates, of their noise and of texts without a date, sorted.

    As `<unk>` they would look like blots: "only €9.05" would be a day in May, and "|2 May" a May without its day.
    Letters that only words of Faker and Babel have are `<unk>`.
    """
    of_noise = canonicalize("".join((string.punctuation, *OCR_DIGITS.values())))
    return "".join(sorted({*dates.human_characters(), *negatives.human_characters(), *of_noise}))


def edited(
    faker: Faker, edit: Edit, *, families: Mapping[str, dates.Family] = dates.FAMILIES, impossible: bool = False
) -> Iterator[Example]:
    """Dates, or impossible ones, after an edit, without those that cannot be edited or would lose their meaning."""
    for phrase in dates.phrases(faker, families=families, impossible=impossible):
        pieces = edit(faker.random, phrase.pieces, known_months(phrase.locale))
        if pieces is not None and not loses_meaning(pieces, phrase):
            yield _example(phrase, pieces, phrase.machine)


with_typing_error = functools.partial(edited, edit=typing_error)
with_ocr_confusion = functools.partial(edited, edit=ocr_confusion)


def blotted(faker: Faker) -> Iterator[Example]:
    """Dates with the noise of training that have one or two unreadable characters."""
    for phrase in dates.phrases(faker):
        known = known_months(phrase.locale)
        noisy = add_noise(faker.random, phrase.pieces, known)
        found = blot(faker.random, noisy, phrase.machine, known, parse(phrase.pattern).order, phrase.order)
        if found:
            yield _example(phrase, *found)


def in_running_text(faker: Faker) -> Iterator[Example]:
    """Dates with the noise of training, among words that state no date."""
    for phrase in dates.phrases(faker):
        noisy = add_noise(faker.random, phrase.pieces, known_months(phrase.locale))
        pieces = among_words(faker.random, noisy, phrase.pattern, phrase.locale.partition("_")[0])
        if pieces is not None and not loses_meaning(pieces, phrase):
            yield _example(phrase, pieces, phrase.machine)


def _example(phrase: dates.Phrase, pieces: Sequence[Piece], machine: str) -> Example:
    human, spans = compose(pieces)
    return Example(human, machine, spans, phrase.family, phrase.pattern, phrase.locale, phrase.order)
