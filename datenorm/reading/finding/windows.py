"""Windows: overlapping parts of a text, each short enough for the network, and which of them decides on a character."""

import collections
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datenorm.reading.finding.pieces import Piece

_OVERLAP = 32  # characters that two windows share at least: more than most moments have


class Window(NamedTuple):
    """A part of a text.

    Attributes:
        text: In canonical form.
        position: Where it is in the canonical text of the whole stream.
        start: The first of its characters that it decides on. A character in two windows is decided on by the one in
            which it is more central.
        stop: Where what it decides on stops.
    """

    text: str
    position: int
    start: int
    stop: int


class Placed(NamedTuple):
    """A piece, and its place in the canonical text of the whole stream, in which every gap is one character."""

    position: int
    piece: Piece

    @property
    def stop(self) -> int:
        """Where it stops."""
        return self.position + len(self.piece.text)


class Slider:
    """Slides windows over pieces.

    Args:
        width: The most characters in a window.
    """

    def __init__(self, width: int) -> None:
        self.placed: collections.deque[Placed] = collections.deque()
        """The pieces that `forget` has not dropped."""
        self._width = width
        self._position = 0  # where the last piece stops
        self._decided = 0  # where what no window decides on yet starts
        self._open: list[Placed] = []  # the pieces of the next window

    def feed(self, pieces: Iterable[Piece]) -> Iterator[Window]:
        """The windows that are complete with these pieces."""
        for piece in pieces:
            if piece.gap == "\n" or len(piece.text) > self._width:
                yield from self.close()
            if len(piece.text) > self._width:  # a ligature can stand for many words
                continue
            placed = Placed(self._position + (piece.gap == " " and bool(self._open)), piece)
            if self._open and placed.stop - self._open[0].position > self._width:
                yield self._full(placed)
            if not self._open:
                self._decided = placed.position
            self._position = placed.stop
            self._open.append(placed)
            self.placed.append(placed)

    def close(self) -> Iterator[Window]:
        """The last window of a paragraph."""
        if self._open:
            yield self._window(self._open[-1].stop)
            self._open = []
            self._position += 1

    def forget(self, position: int) -> None:
        """Drop the pieces that stop before a position."""
        while self.placed and self.placed[0].stop <= position:
            self.placed.popleft()

    def _full(self, following: Placed) -> Window:
        """The window of the open pieces, before one that does not fit. What the next one shares with it stays open."""
        stop = self._open[-1].stop
        shared = [
            placed
            for place, placed in enumerate(self._open)
            if place and following.stop - placed.position <= self._width
        ]
        early = [placed for placed in shared if placed.position <= stop - _OVERLAP]
        shared = shared[len(early) - 1 :] if early else shared
        window = self._window((shared[0].position + stop + 1) // 2 if shared else stop)
        self._open = shared
        return window

    def _window(self, decided: int) -> Window:
        position = self._open[0].position
        parts = [self._open[0].piece.text]
        for placed in self._open[1:]:
            parts += (" ", placed.piece.text) if placed.piece.gap == " " else (placed.piece.text,)
        window = Window("".join(parts), position, self._decided - position, decided - position)
        self._decided = decided
        return window
