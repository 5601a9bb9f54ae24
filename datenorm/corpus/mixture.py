"""What the date task trains on: dates, clean and noisy, and texts that state none."""

import functools
import random
import string
from collections.abc import Callable, Iterator, Mapping, Sequence

from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.corpus import dates, negatives
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.lost_meaning import loses_meaning
from datenorm.corpus.noise.blots import blot
from datenorm.corpus.noise.chances import add_noise
from datenorm.corpus.noise.ocr import OCR_DIGITS, ocr_confusion
from datenorm.corpus.noise.typing_errors import typing_error
from datenorm.corpus.patterns.pattern import parse
from datenorm.corpus.phrase import Choice, Example, Piece, compose
from datenorm.corpus.running_text import among_words

# Enough that what is no date is refused as surely as a date is read.
_NON_DATES = 0.28
_IMPOSSIBLE = 0.03  # days that no calendar has, in all the forms of the dates
# Beside those that `add_noise` deals: a word with a letter wrong is harder to learn than any other date.
_TYPING_ERRORS = 0.11
_OCR_CONFUSIONS = 0.06
_REHEARSED = 0.17  # of the dates that are hard to learn
_AMONG_WORDS = 0.03  # of a sentence, a form or a file's name
_BLOTTED = 0.06  # few are met, but what is not read must not be guessed, and what is read not be lost

Edit = Callable[[random.Random, list[Piece], frozenset[str]], list[Piece] | None]
"""Changes a phrase's pieces, guarding the words that mean something else; None where it cannot."""


def examples(faker: Faker) -> Iterator[Example]:
    """Dates with the noise that people and scanners add, and non-dates, without end.

    Args:
        faker: Draws everything: the same seed gives the same examples.

    Yields:
        Examples, the dates with the spans of year, month and day. They can be longer than Tx.
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
    """The characters of canonical dates, of their noise and of what else non-dates are made of, sorted.

    Were those `<unk>`, they would be what a blot is: "only €9.05" would be a day in May, and "|2 May" a May without its
    day. The letters that only Faker's and Babel's words have stay `<unk>`.
    """
    of_noise = canonicalize("".join((string.punctuation, *OCR_DIGITS.values())))
    return "".join(sorted({*dates.human_characters(), *negatives.human_characters(), *of_noise}))


def edited(
    faker: Faker, edit: Edit, *, families: Mapping[str, dates.Family] = dates.FAMILIES, impossible: bool = False
) -> Iterator[Example]:
    """Dates, or impossible ones, whose pieces `edit` has changed; those that it cannot change are left out."""
    for phrase in dates.phrases(faker, families=families, impossible=impossible):
        pieces = edit(faker.random, phrase.pieces, _known(phrase.locale))
        if pieces is not None and not loses_meaning(pieces, phrase):
            yield _example(phrase, pieces, phrase.machine)


with_typing_error = functools.partial(edited, edit=typing_error)
with_ocr_confusion = functools.partial(edited, edit=ocr_confusion)


def blotted(faker: Faker) -> Iterator[Example]:
    """Dates with the noise of training that have one or two unreadable characters."""
    for phrase in dates.phrases(faker):
        known = _known(phrase.locale)
        noisy = add_noise(faker.random, phrase.pieces, known)
        found = blot(faker.random, noisy, phrase.machine, known, parse(phrase.pattern).order, phrase.order)
        if found:
            yield _example(phrase, *found)


def in_running_text(faker: Faker) -> Iterator[Example]:
    """Dates with the noise of training among words that state none."""
    for phrase in dates.phrases(faker):
        noisy = add_noise(faker.random, phrase.pieces, _known(phrase.locale))
        pieces = among_words(faker.random, noisy, phrase.pattern, phrase.locale.partition("_")[0])
        if pieces is not None and not loses_meaning(pieces, phrase):
            yield _example(phrase, pieces, phrase.machine)


def _example(phrase: dates.Phrase, pieces: Sequence[Piece], machine: str) -> Example:
    human, spans = compose(pieces)
    return Example(human, machine, spans, phrase.family, phrase.pattern, phrase.locale, phrase.order)


@functools.cache
def _known(locale: str) -> frozenset[str]:
    """The canonical names of the locale's months, none of which noise may turn into another."""
    if not locale:
        return frozenset()
    months = forms(locale).words[""].months.values()
    return frozenset(canonicalize(name).strip(".") for names in months for month in names for name in month)
