"""Tags: what each character of a text belongs to, as bits, for the head of the network that finds moments."""

from collections.abc import Sequence

import numpy as np

from datenorm.core.moments import DURATION, MARKS, NOTHING, RECURRENCE, TAGS, form_of
from datenorm.core.spans import Pair
from datenorm.core.tasks import Task

EXTENT, UNSURE = "extent", "unsure"
"""The names of the spans of whole moments, without the words around them, and of what may or may not be one."""

UNKNOWN = 128
"""The bit of a character whose tags are not known, and of padding. Bit i of the others is tag i of `Task.tags`."""

_BEGIN, _INSIDE, _FIRST_GROUP, _MARKS = (1 << TAGS.index(tag) for tag in ("begin", "inside", "date", "marks"))
_OUTSIDE = frozenset((NOTHING, DURATION, RECURRENCE))


def encode_tags(pairs: Sequence[Pair], follows: np.ndarray, task: Task) -> np.ndarray:
    """The tags of the characters of texts.

    Both ends of a range state what either of them does. Marks without characters of their own, as the calendar of a
    month's name, are stated by the whole moment. A text of two moments that are no range has unknown tags, and
    so has a moment whose spans are not known. No moment, a duration and a recurrence belong to nothing.

    Args:
        pairs: The texts, with spans.
        follows: Shape (n,), bool: whether a text asks for the end of the range before it.
        task: The task, whose groups the tags name.

    Returns:
        Shape (n, Tx), uint8: bits; (n, 0) for a task without tags.
    """
    if not task.tags:
        return np.zeros((len(pairs), 0), np.uint8)
    bits = {field.name: _FIRST_GROUP << group for group, form in enumerate(task.groups) for field in form.fields}
    bits |= {mark: bits[mark] | _MARKS for mark in MARKS}
    tags = np.zeros((len(pairs), task.Tx), np.uint8)
    for row, pair in zip(tags, pairs, strict=True):
        _write(row, pair, bits)
        if pair.machine and not _has_spans_of_marks(pair, task):
            row[row & _INSIDE > 0] |= _MARKS
        row[len(pair.text) :] = UNKNOWN
    ends = np.flatnonzero(follows)
    both = tags[ends - 1, :-1] | tags[ends, 1:]  # the text of an end has a hint more
    tags[ends - 1, :-1], tags[ends, 1:] = both, both
    return tags


def _write(row: np.ndarray, pair: Pair, bits: dict[str, int]) -> None:
    if (
        EXTENT not in pair.spans
        and not (pair.machine and form_of(pair.machine) in _OUTSIDE)
        and UNSURE not in pair.spans
    ):
        row[:] = UNKNOWN
        return
    for name, ranges in pair.spans.items():
        for start, stop in ranges:
            row[start:stop] |= bits.get(name, 0)
            if name == EXTENT:
                row[start:stop] |= _INSIDE
                row[start] |= _BEGIN
            elif name == UNSURE:
                row[start:stop] |= UNKNOWN


def _has_spans_of_marks(pair: Pair, task: Task) -> bool:
    """Whether the spans say which characters state each mark of the machine string."""
    return set(MARKS) & task.stated(pair.machine).keys() <= pair.spans.keys()
