"""Spans out of attention: which characters of a text the attention says state each field."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

from datenorm.core.spans import JOINS, Ranges, Spans, is_of_word
from datenorm.core.tasks import UNSPECIFIED, Task

Key = TypeVar("Key")

_TINY = 1e-9
# How much of its attention a field must have given to a character to claim it, as a multiple of the even share of the
# characters that it looked at. Chosen among a few on generated cases.
_LEAST = 0.3
_ENOUGH = 4  # a word of more characters needs no more than one of so many

_BARE = JOINS | frozenset(',"')  # states nothing on its own
_SHORT = 2  # digits of a day, a month, an hour or a minute
_CENTURY = 100  # a year can be written without it
_NUMBER = re.compile(r"(?<![\w|!])\d+(?![\w|!])")  # no part of one beside what may be a misread digit
_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])")  # "a.m" is one word


def spans_of_fields(task: Task, machine: str, text: str, attention: np.ndarray) -> Spans:
    """The spans of the fields that a machine string states.

    Args:
        task: Says which characters of the machine string are which field.
        machine: The machine string.
        text: The canonical text that it was read from.
        attention: Of each field, shape (len(task.fields), len(text)).
    """
    stated = {field.name: machine[field.start : field.stop] for field in task.fields}
    values = {name: int(digits) for name, digits in stated.items() if UNSPECIFIED not in digits}
    by_field = {field.name: row for field, row in zip(task.fields, attention, strict=True) if field.name in values}
    return from_attention(text, by_field, values, shared=task.shared_words)


def from_attention(
    text: str, attention: Mapping[str, np.ndarray], values: Mapping[str, int], *, shared: bool = False
) -> Spans:
    """The characters that the attention says state each field.

    Each word goes whole to the field that looked at it most, if any did so enough, and so does each digit and each
    character of a script without spaces. What joins two words of one field goes with them. A number that is the value
    of one field is not another's, however much that one looked at it.

    Args:
        text: Canonical.
        attention: For each field that was read its attention, shape (len(text),).
        values: What was read for each of them.
        shared: Whether a word can go to several fields.
    """
    if not attention:
        return {}
    fields = list(attention)
    relative = np.array([_relative(attention[field]) for field in fields])
    for number in _NUMBER.finditer(text):
        stated = np.array([int(number[0]) in (values[field], values[field] % _CENTURY) for field in fields])
        if stated.any() and (len(number[0]) <= _SHORT or int(number[0]) >= _CENTURY):  # "0052" is no 52
            relative[~stated, number.start() : number.end()] = 0
    owned = np.zeros(relative.shape, bool)
    for start, stop in _words(text):
        claims = relative[:, start:stop].sum(axis=1)
        rivals = claims if shared else np.where(np.arange(len(fields)) == claims.argmax(), claims, 0)
        owned[:, start:stop] = (rivals >= _LEAST * min(stop - start, _ENOUGH))[:, None]
    found = {field: _ranges(text, row.tolist()) for field, row in zip(fields, owned, strict=True)}
    return {field: ranges for field, ranges in found.items() if ranges}


def _relative(attention: np.ndarray) -> np.ndarray:
    """The attention as a multiple of an even share of as many characters as it looked at: those of its perplexity."""
    shares = attention / max(float(attention.sum()), _TINY)
    entropy = -(shares * np.log(np.maximum(shares, _TINY))).sum()
    multiples: np.ndarray = shares * np.exp(entropy)
    return multiples


def _ranges(text: str, owned: list[bool]) -> Ranges:
    """The runs of a field's characters, those made one that only a space or the like divides."""
    ranges: list[tuple[int, int]] = []
    for is_owned, start, stop in _runs(owned):
        if not is_owned:
            continue
        last = ranges[-1][1] if ranges else 0
        joins = bool(ranges) and JOINS.issuperset(text[last:start]) and not text[last - 1].isdigit()
        ranges.append((ranges.pop()[0] if joins else start, stop))
    return tuple(ranges)


def _words(text: str) -> list[tuple[int, int]]:
    """Where words start and stop, and where single characters do that are in none and can mean something."""
    keys = ["word" if is_of_word(character) else i for i, character in enumerate(text)]
    for initials in _INITIALS.finditer(text):
        keys[initials.start() : initials.end()] = ["word"] * len(initials[0])
    return [(start, stop) for key, start, stop in _runs(keys) if key == "word" or text[start] not in _BARE]


def _runs(keys: Sequence[Key]) -> list[tuple[Key, int, int]]:
    """Equal neighbours: what they are, and where they start and stop."""
    runs, start = [], 0
    for key, group in itertools.groupby(keys):
        stop = start + len(list(group))
        runs.append((key, start, stop))
        start = stop
    return runs
