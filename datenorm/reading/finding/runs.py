"""Runs: the characters that belong to one moment, by the tags of a stream of text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from datenorm.core.spans import is_of_word
from datenorm.reading.finding.windows import Window

INSIDE = 0.5
"""A character belongs to a moment if the network gives it at least this probability."""

_LONGEST = 256  # characters: no moment has so many, however long its run is
_BREAK = "\n"
_OPENING = {")": "(", "]": "[", "}": "{", '"': '"', "'": "'"}
_AROUND = (
    " ,;:!?|/\\*-(["  # what neither begins nor ends a moment; a moment can end with a full stop, or with ? of doubt
)
_BEHIND = " ,;:!|/\\*(["


class Run(NamedTuple):
    """A moment in the canonical text of a stream: its place, and how sure the network is of its characters."""

    start: int
    stop: int
    probability: float


class Scanner:
    """Finds runs in what windows decide on. They do not depend on how many windows come at once."""

    def __init__(self) -> None:
        self._text = ""  # that may belong to a run which is not complete
        self._inside = np.zeros(0, np.float32)
        self._begin = np.zeros(0, np.float32)
        self._position = 0  # of that text

    @property
    def position(self) -> int:
        """Where the text starts that may belong to a run to come."""
        return self._position

    def feed(self, windows: Iterable[Window], tags: Iterable[np.ndarray], *, is_last: bool = False) -> Iterator[Run]:
        """The runs that are complete.

        Args:
            windows: In their order in the text.
            tags: Of each window the probabilities that a moment begins at a character, and that the character belongs
                to one, shape (L, 2).
            is_last: Whether nothing follows.
        """
        texts, probabilities = [self._text], [np.stack((self._begin, self._inside), axis=1)]
        end = self._position + len(self._text)
        for window, each in zip(windows, tags, strict=True):
            first = window.position + window.start
            if first > end:
                texts.append(_BREAK * (first - end))
                probabilities.append(np.zeros((first - end, 2), np.float32))
            texts.append(window.text[window.start : window.stop])
            probabilities.append(each[window.start : window.stop])
            end = window.position + window.stop
        text = "".join(texts)
        begin, inside = np.concatenate(probabilities).T
        done = len(text) if is_last else _last_outside(text, inside)
        for start, stop in _runs(text[:done], begin[:done], inside[:done]):
            yield Run(self._position + start, self._position + stop, float(inside[start:stop].mean()))
        done = max(done, len(text) - 2 * _LONGEST)  # what is left of a longer run is still too long
        self._text, self._begin, self._inside = text[done:], begin[done:], inside[done:]
        self._position += done


def _last_outside(text: str, inside: np.ndarray) -> int:
    """Where the text may be cut: behind its last character that belongs to no moment, and at the end of a word."""
    outside = np.flatnonzero(inside[:-1] <= INSIDE)
    for place in outside[::-1].tolist():
        if not _continues(text, place + 1):
            return int(place) + 1
    return 0


def _runs(text: str, begin: np.ndarray, inside: np.ndarray) -> Iterator[tuple[int, int]]:
    """The runs of a text."""
    is_inside = inside > INSIDE
    edges = np.flatnonzero(np.diff(is_inside.astype(np.int8), prepend=0, append=0))
    last = 0
    for start, stop in edges.reshape(-1, 2).tolist():
        if stop - start > _LONGEST:
            continue
        for first, end in _parts(start, stop, begin):
            first, end = _whole_words(text, first, end, inside)
            first, end = _trimmed(text, max(first, last), end)
            if first < end:
                last = end
                yield first, end


def _parts(start: int, stop: int, begin: np.ndarray) -> Iterator[tuple[int, int]]:
    """The parts of a run, each of which begins where the network says that a moment begins."""
    within = begin[start:stop]
    peaks = [
        start + int(place)
        for place in np.flatnonzero(within > INSIDE)
        if place > 0 and within[place] >= within[max(0, place - 1) : place + 2].max()
    ]
    first = start
    for peak in peaks:
        if peak - first > 1:
            yield first, peak
            first = peak
    yield first, stop


def _whole_words(text: str, start: int, stop: int, inside: np.ndarray) -> tuple[int, int]:
    """A run without the word or the number at its edge of which it has less than half, and with all of the others."""
    if 0 < start < len(text) and _continues(text, start):
        first, end = _word_at(text, start)
        start = first if inside[first:end].mean() > INSIDE else end
    if 0 < stop < len(text) and _continues(text, stop):
        first, end = _word_at(text, stop)
        stop = end if inside[first:end].mean() > INSIDE else first
    return start, stop


def _continues(text: str, index: int) -> bool:
    """Whether a word or a number goes on from the character before an index to the one at it."""
    before, behind = text[index - 1], text[index]
    return (before.isdecimal() and behind.isdecimal()) or (is_of_word(before) and is_of_word(behind))


def _word_at(text: str, index: int) -> tuple[int, int]:
    start = stop = index
    while start > 0 and index - start < _LONGEST and _continues(text, start):
        start -= 1
    while stop < len(text) and stop - index < _LONGEST and (stop == index or _continues(text, stop)):
        stop += 1
    return start, stop


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """A run without the white space, the commas and the brackets around it. A bracket within it is closed."""
    while start < stop and (text[start] in _AROUND or text[start].isspace()):
        start += 1
    while start < stop:
        last, within = text[stop - 1], text[start:stop]
        opening = _OPENING.get(last)
        is_alone = opening is not None and (
            within.count(last) % 2 == 1 if opening == last else within.count(opening) < within.count(last)
        )
        is_dash = last == "-" and text[stop - 2 : stop - 1].isspace()  # "1985-" is since 1985
        if not (last in _BEHIND or last.isspace() or is_alone or is_dash):
            break
        stop -= 1
    closing, within = text[stop : stop + 1], text[start:stop]
    opening = _OPENING.get(closing, closing)
    if opening != closing and within.count(opening) > within.count(closing):
        stop += 1
    return start, stop
