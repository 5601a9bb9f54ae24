"""Spans from attention: the characters of a text that state each field, according to the attention."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import numpy as np

from datenorm.core.spans import JOINS, Ranges, Spans, is_of_word
from datenorm.core.tasks import Task

Key = TypeVar("Key")

_TINY = 1e-9
# The attention that a field needs for each character that it claims, as a multiple of the even share of the characters
# that it attends to. Chosen among a few values on generated cases.
_LEAST = 0.3
_ENOUGH = 4  # longer words need no more attention than words of so many characters

_BARE = JOINS | frozenset(',"')  # single characters that state nothing
_SHORT = 2  # digits of a day, a month, an hour or a minute
_CENTURY = 100  # a year may be written without its century
_NUMBER = re.compile(r"(?<![\w|!])\d+(?![\w|!])")  # a whole number, without a possibly misread digit beside it
_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])")  # "a.m" is one word


def spans_of_fields(task: Task, machine: str, text: str, attention: np.ndarray) -> Spans:
    """The spans of the fields that a machine string states.

    Args:
        task: Has the fields of the machine string.
        machine: The machine string.
        text: The canonical text.
        attention: Of each field, shape (len(task.fields), len(text)).
    """
    stated = task.stated(machine)
    values = {name: abs(int(part)) for name, part in stated.items() if part.lstrip("+-").isdecimal()}
    by_field = {field.name: row for field, row in zip(task.fields, attention, strict=True) if field.name in stated}
    return from_attention(text, by_field, values, shared=task.shared_words)


def from_attention(
    text: str, attention: Mapping[str, np.ndarray], values: Mapping[str, int], *, shared: bool = False
) -> Spans:
    """The characters that state each field, according to the attention.

    - A whole word goes to the field that attends to it most, if that attention is enough. So does each digit, and each
      character of a script without spaces.
    - Characters that join two words of one field go to that field.
    - A number that is the value of one field never goes to another one.

    Args:
        text: The canonical text.
        attention: Field -> its attention, shape (len(text),), for each stated field.
        values: Field -> the number that was read for it, if it is one.
        shared: Whether a word can go to several fields.
    """
    if not attention:
        return {}
    fields = list(attention)
    relative = np.array([_relative(attention[field]) for field in fields])
    for number in _NUMBER.finditer(text):
        stated = np.array([_states(int(number[0]), values.get(field)) for field in fields])
        if stated.any() and (len(number[0]) <= _SHORT or int(number[0]) >= _CENTURY):  # "0052" is no 52
            relative[~stated, number.start() : number.end()] = 0
    owned = np.zeros(relative.shape, bool)
    for start, stop in _words(text):
        claims = relative[:, start:stop].sum(axis=1)
        rivals = claims if shared else np.where(np.arange(len(fields)) == claims.argmax(), claims, 0)
        owned[:, start:stop] = (rivals >= _LEAST * min(stop - start, _ENOUGH))[:, None]
    found = {field: _ranges(text, row.tolist()) for field, row in zip(fields, owned, strict=True)}
    return {field: ranges for field, ranges in found.items() if ranges}


def _states(number: int, value: int | None) -> bool:
    """Whether a number of the text is the value of a field, or a year without its century."""
    return value is not None and number in (value, value % _CENTURY)


def _relative(attention: np.ndarray) -> np.ndarray:
    """The attention as a multiple of an even share of the characters that it attends to.

    Their number is the perplexity of the attention: its exponentiated entropy.
    """
    shares = attention / max(float(attention.sum()), _TINY)
    entropy = -(shares * np.log(np.maximum(shares, _TINY))).sum()
    multiples: np.ndarray = shares * np.exp(entropy)
    return multiples


def _ranges(text: str, owned: list[bool]) -> Ranges:
    """The runs of a field's characters. Runs with only `JOINS` between them become one."""
    ranges: list[tuple[int, int]] = []
    for is_owned, start, stop in _runs(owned):
        if not is_owned:
            continue
        last = ranges[-1][1] if ranges else 0
        joins = bool(ranges) and JOINS.issuperset(text[last:start]) and not text[last - 1].isdigit()
        ranges.append((ranges.pop()[0] if joins else start, stop))
    return tuple(ranges)


def _words(text: str) -> list[tuple[int, int]]:
    """The (start, stop) of each word, and of each other character that can state something."""
    keys = ["word" if is_of_word(character) else i for i, character in enumerate(text)]
    for initials in _INITIALS.finditer(text):
        keys[initials.start() : initials.end()] = ["word"] * len(initials[0])
    return [(start, stop) for key, start, stop in _runs(keys) if key == "word" or text[start] not in _BARE]


def _runs(keys: Sequence[Key]) -> list[tuple[Key, int, int]]:
    """Each run of equal keys, with its start and its stop."""
    runs, start = [], 0
    for key, group in itertools.groupby(keys):
        stop = start + len(list(group))
        runs.append((key, start, stop))
        start = stop
    return runs
