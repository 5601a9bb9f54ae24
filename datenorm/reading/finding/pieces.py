"""Pieces: the words of a stream of text in canonical form, each character with its place in the given text."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from datenorm.core.canonical import canonicalize
from datenorm.core.spans import to_given
from datenorm.reading.finding.gaps import Gap, Lines
from datenorm.reading.finding.plain import NEWLINE, OTHER, SPACE, begins, plain_points

_LONGEST = 32  # characters of a piece; longer words, and text without spaces, are cut into pieces
_CUT = 8  # characters of such a piece
_LOOK_AHEAD = 8  # characters in which a cut is looked for that does not part a base from its marks
_GAPS = np.array([0, SPACE, NEWLINE], np.uint32)  # the characters of the gaps


class Stretch(NamedTuple):
    """Canonical text, which goes on where the stretch before it stops.

    Attributes:
        text: The pieces, behind their gaps: one space each, or a line feed where what is before it ends.
        starts: Where each character starts in the given text.
        stops: Where each character stops in the given text.
        heads: Where each piece starts in `text`. A piece is a word, or a part of a long one.
        ends: Where each piece stops in `text`.
        breaks: Indices of the pieces behind a line feed.
    """

    text: str
    starts: np.ndarray
    stops: np.ndarray
    heads: np.ndarray
    ends: np.ndarray
    breaks: np.ndarray


class _Odd(NamedTuple):
    """A piece that is not known to consist of plain characters, and its place in the given text."""

    start: int
    stop: int
    points: np.ndarray  # of its canonical form
    edges: np.ndarray  # of each of them, where it starts and stops in the given piece


class Cutter:
    """Cuts a stream of text into pieces. They do not depend on how the stream is divided into chunks.

    Words of plain characters are cut all at once, the others one by one.

    Args:
        most: The most canonical characters of a piece. A ligature can stand for many words; a longer piece is left out,
            and ends what is before it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lines = Lines()
        self._rest = ""  # of a word whose end has not arrived, or the white space at the end
        self._offset = 0  # of the rest
        self._in_word = False  # whether the rest continues a word whose beginning is cut off

    @property
    def offset(self) -> int:
        """Where what is not cut yet starts in the given text."""
        return self._offset

    def feed(self, chunk: str, *, is_last: bool = False) -> Stretch:
        """The pieces that are complete with this chunk."""
        text, base = self._rest + chunk, self._offset
        points = plain_points(text)
        words = np.flatnonzero(np.diff(points <= SPACE, prepend=True, append=True)).reshape(-1, 2)
        is_open = not is_last and words[-1:, 1].tolist() == [len(text)]
        is_odd = np.zeros(len(words), bool)
        is_odd[np.searchsorted(words[:, 1], np.flatnonzero(points == OTHER), "right")] = True
        is_odd[:1] |= self._in_word
        is_odd[-1:] |= is_open
        odd: list[_Odd] = []
        for start, stop in words[is_odd].tolist():
            is_continued = self._in_word and start == 0
            odd += _odd(text, start, stop, is_open=is_open and stop == len(text), is_continued=is_continued)
        done = self._pass(text, words, odd, is_open=is_open)
        broad = [each.start for each in odd if len(each.points) > self._most]
        odd = [each for each in odd if 0 < len(each.points) <= self._most]
        starts, stops = _joined(_plain(words[~is_odd]), odd)
        gaps = self._lines.gaps(points, starts, stops, broad, done)
        self._rest, self._offset = text[done:], base + done
        return _laid_out(points, starts, stops, gaps, odd, base)

    def _pass(self, text: str, words: np.ndarray, odd: list[_Odd], *, is_open: bool) -> int:
        """Where what is not cut yet starts in a text."""
        start, stop = words[-1].tolist() if len(words) else (0, 0)
        if is_open:
            done: int = max(start, odd[-1].stop if odd else 0)
            self._in_word = done > start or (self._in_word and start == 0)
            return done
        self._in_word = False
        # White space at the end waits for what is behind it, but for a run that is longer than anybody needs.
        is_long = len(text) - stop > _LONGEST and not text.endswith("\n")
        return len(text) if is_long else stop


def _plain(words: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the pieces of whole words of plain characters start and stop."""
    starts, stops = words.T
    lengths = stops - starts
    counts = np.where(lengths <= _LONGEST, 1, -(-lengths // _CUT))
    places = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)  # of pieces in their words
    firsts, ends = np.repeat(starts, counts) + _CUT * places, np.repeat(stops, counts)
    return firsts, np.where(places + 1 == np.repeat(counts, counts), ends, firsts + _CUT)


def _odd(text: str, start: int, stop: int, *, is_open: bool, is_continued: bool) -> Iterator[_Odd]:
    """The pieces of any word, as far as they are complete."""
    while start < stop:
        size = _size(text, start, stop, is_complete=not is_open, in_word=is_continued)
        if not size:
            break
        yield _Odd(start, start + size, *_canonical(text[start : start + size]))
        start, is_continued = start + size, True


def _size(text: str, start: int, stop: int, *, is_complete: bool, in_word: bool) -> int:
    """How many characters the piece has that starts at `start`; 0 if more of the text must be known."""
    length = stop - start
    if is_complete and length <= (_CUT if in_word else _LONGEST):
        return length
    if not is_complete and length <= _LONGEST + _LOOK_AHEAD:
        return 0
    for size in range(_CUT, _CUT + _LOOK_AHEAD):
        if size >= length:
            return length
        if begins(text[start + size]):
            return size
    return _CUT


def _joined(plain: tuple[np.ndarray, np.ndarray], odd: list[_Odd]) -> tuple[np.ndarray, np.ndarray]:
    """Where all pieces start and stop, in their order."""
    if not odd:
        return plain
    starts = np.concatenate((plain[0], [each.start for each in odd]))
    stops = np.concatenate((plain[1], [each.stop for each in odd]))
    return np.sort(starts), np.sort(stops)


def _laid_out(
    points: np.ndarray, starts: np.ndarray, stops: np.ndarray, gaps: np.ndarray, odd: list[_Odd], base: int
) -> Stretch:
    """The pieces of a text that starts at `base`, behind their gaps."""
    sizes = stops - starts
    rows = np.searchsorted(starts, [each.start for each in odd])
    sizes[rows] = [len(each.points) for each in odd]
    has_gap = gaps > Gap.NONE
    ends = np.cumsum(sizes + has_gap)
    heads = ends - sizes
    first = np.repeat(starts, sizes + has_gap)
    given = np.maximum(first, np.arange(len(first)) + np.repeat(starts - heads, sizes + has_gap))
    canonical = points[np.minimum(given, len(points) - 1)]
    canonical[heads[has_gap] - 1] = _GAPS[gaps[has_gap]]
    edges = np.stack((given, given + 1))
    for each, head, end in zip(odd, heads[rows].tolist(), ends[rows].tolist(), strict=True):
        canonical[head:end], edges[:, head:end] = each.points, each.start + each.edges
    text = canonical.tobytes().decode("utf-32-le", "surrogatepass")
    from_start = base + edges
    return Stretch(text, from_start[0], from_start[1], heads, ends, np.flatnonzero(gaps == Gap.BREAK))


@functools.lru_cache(maxsize=1 << 16)
def _canonical(word: str) -> tuple[np.ndarray, np.ndarray]:
    """The code points of the canonical form of a word, and where each of them starts and stops in the word."""
    canonical = canonicalize(word)
    edges = tuple((index, index + 1) for index in range(len(canonical)))
    if not (word.isascii() and len(canonical) == len(word)):
        edges = to_given(word, {"": edges})[""]
    points = np.frombuffer(canonical.encode("utf-32-le", "surrogatepass"), np.uint32)
    return points, np.array(edges, int).reshape(-1, 2).T
