"""Windows: overlapping parts of a text, each short enough for the network, and which of them decides on a character."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from datenorm.reading.finding.pieces import Stretch

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


class Slider:
    """Slides windows over the pieces of a stream.

    Args:
        width: The most characters in a window. No piece has more.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._text = ""  # from the next window on
        self._position = 0  # of that text
        self._decided = 0  # where what no window decides on yet starts, from the next window on
        self._heads: list[int] = []  # where the pieces of that text start in it
        self._ends: list[int] = []  # where they stop
        self._breaks: list[int] = []  # the pieces that begin a paragraph

    def feed(self, stretch: Stretch, *, is_last: bool = False) -> Iterator[Window]:
        """The windows that are complete with this stretch."""
        length, count = len(self._text), len(self._heads)
        self._text += stretch.text
        self._heads += (length + stretch.heads).tolist()
        self._ends += (length + stretch.ends).tolist()
        self._breaks += (count + stretch.breaks).tolist()
        if is_last:
            self._breaks.append(len(self._heads))
        first = 0
        while first < len(self._heads) and (edge := self._edge(first)):
            end, following = edge
            start, stop = self._heads[first], self._ends[end - 1]
            head = self._heads[following] if following < len(self._heads) else stop
            decided, middle = max(self._decided, start), min(stop, (head + stop + 1) // 2)
            yield Window(self._text[start:stop], self._position + start, decided - start, middle - start)
            first, self._decided = following, middle
        self._forget(first)

    def _edge(self, first: int) -> tuple[int, int] | None:
        """The piece behind the window that starts with a piece, and the first one of the next; None if more must come.

        The next window shares some pieces with it, but for one that starts a paragraph.
        """
        behind = bisect_right(self._ends, self._heads[first] + self._width, first)
        place = bisect_right(self._breaks, first)
        if place < len(self._breaks) and self._breaks[place] <= behind:
            return self._breaks[place], self._breaks[place]
        if behind == len(self._heads):
            return None
        early = bisect_right(self._heads, self._ends[behind - 1] - _OVERLAP) - 1
        nearest = bisect_left(self._heads, self._ends[behind] - self._width, first + 1)  # that has room for one more
        return behind, max(early, nearest)

    def _forget(self, first: int) -> None:
        """Drop the pieces before one."""
        cut = self._heads[first] if first < len(self._heads) else len(self._text)
        self._text = self._text[cut:]
        self._position += cut
        self._decided -= cut
        self._heads = [head - cut for head in self._heads[first:]]
        self._ends = [end - cut for end in self._ends[first:]]
        self._breaks = [place - first for place in self._breaks if place > first]
