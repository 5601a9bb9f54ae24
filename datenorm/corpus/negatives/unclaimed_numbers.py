"""Unclaimed numbers: those of a text that no word and no sign makes a count of something else."""

import functools
import re
from collections.abc import Iterator, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.corpus.negatives import tables
from datenorm.corpus.negatives.calendar_readings import YEARS, is_date
from datenorm.corpus.negatives.date_words import months_by_word
from datenorm.corpus.negatives.language_words import words

_GROUP = re.compile(r"\d+(?:(?:\s?[.,/-]\s?|\s)\d+)*")
"""Numbers with nothing but a separator between them: "20. 11. 2013"."""

_LABEL = re.compile(r"([^\s\d.,;:!?/()'\"_#-]+|[#])[\s.:(-]*$")
"""The last word, or a #, of what precedes a group: "page" of "page 3", "no" of "no. 5"."""

_UNIT = re.compile(r"[\s-]?(%|[^\s\d.,;:!?/()'\"_-]+)")
"""The first word, or a %, of what follows a group: "kg" of "3kg"."""

_WORD_PART = re.compile(r"[^\W\d_][-_/#]?$")
"""The end of a word that the first number of a group is part of: "a" of "a320", "img_" of "img_12"."""

_VERSIONED = frozenset({"v", "ver", "version", "python", "release", "firmware"})
_SIGNS_BEFORE = frozenset("#§$€£¥₹₽₺₩₪฿₴₫~<>±∞")
_SIGNS_AFTER = frozenset("$€£¥₹₽₺₩₪฿₴₫°")
_OF = frozenset({"of", "von", "из", "sur", "de"})  # "3 of 10"


def unclaimed_numbers(text: str) -> Iterator[list[str]]:
    """The groups of numbers of a canonical text that no word or sign claims.

    >>> list(unclaimed_numbers("page 3; 5.12.2013; 4 kg"))
    [['5', '12', '2013']]

    Yields:
        The numbers of one group, in digits; only separators are between them.
    """
    for group in _GROUP.finditer(text):
        before, after = text[: group.start()], text[group.end() :]
        label, unit = _LABEL.search(before), _UNIT.match(after)
        of_word = _WORD_PART.search(before) is not None
        numbers = re.findall(r"\d+", group.group().partition(" ")[2] if of_word else group.group())
        is_labelled = label is not None and label[1] in _labels() and _can_follow(label[1], numbers)
        is_counted = unit is not None and unit[1] in _units()
        if numbers and not is_labelled and not is_counted:
            yield numbers


def _can_follow(label: str, numbers: Sequence[str]) -> bool:
    """Whether such numbers after a label are no date: "invoice 5.12.2013" is dated, "version 5.12.3" is not."""
    if len(numbers) < 3:
        return all(int(number) not in YEARS for number in numbers) or len(numbers) == 1 or not is_date(numbers)
    return label in _VERSIONED


@functools.cache
def _labels() -> frozenset[str]:
    """What makes a number after it one of something: "page", "$"."""
    found = (
        _LABEL.search(canonicalize(label)) for label in (*words("before_numbers"), *tables.CURRENCIES, *tables.BOOKS)
    )
    return frozenset({match[1] for match in found if match} | _SIGNS_BEFORE | {"v", "ios"}) - months_by_word().keys()


@functools.cache
def _units() -> frozenset[str]:
    """What makes a number before it an amount or a count: "kg", "days"."""
    found = (_UNIT.match(canonicalize(unit)) for unit in (*words("units"), *words("durations"), *tables.CURRENCIES))
    return frozenset({match[1] for match in found if match} | _SIGNS_AFTER | _OF) - months_by_word().keys()
