"""Given: the given text of a stream, and where in it the characters of its canonical text are."""

from collections.abc import Iterable, Iterator

import numpy as np

from datenorm.reading.finding.pieces import Stretch
from datenorm.reading.finding.runs import Run


class Given:
    """What `forget` has not dropped of a stream: its given text, and the places of its canonical characters."""

    def __init__(self) -> None:
        self._text = ""
        self._offset = 0  # of that text
        self._starts = self._stops = np.zeros(0, int)  # of each canonical character
        self._position = 0  # of the first of them

    def feed(self, chunk: str, stretch: Stretch) -> None:
        """Add the next chunk, and the canonical text that is complete with it."""
        self._text += chunk
        self._starts = np.concatenate((self._starts, stretch.starts))
        self._stops = np.concatenate((self._stops, stretch.stops))

    def places(self, runs: Iterable[Run]) -> Iterator[tuple[int, int, str]]:
        """Where runs start and stop in the given text, and its characters there.

        No two overlap, even where one ligature belongs to both.
        """
        last = 0
        for run in runs:
            start = max(last, int(self._starts[run.start - self._position]))
            stop = int(self._stops[run.stop - 1 - self._position])
            if start < stop:
                last = stop
                yield start, stop, self._text[start - self._offset : stop - self._offset]

    def forget(self, position: int, offset: int) -> None:
        """Drop what is before a position in the canonical text, and before an offset where nothing is behind that."""
        cut = position - self._position
        self._starts, self._stops = self._starts[cut:], self._stops[cut:]
        self._position = position
        needed = int(self._starts[0]) if self._starts.size else offset
        self._text, self._offset = self._text[needed - self._offset :], needed
