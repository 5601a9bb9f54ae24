"""Pieces: the words of a stream of text in canonical form, each with its place in the given text."""

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from datenorm.core.canonical import canonicalize
from datenorm.core.spans import to_given

_LONGEST = 32  # characters of a piece; longer words, and text without spaces, are cut into pieces
_CUT = 8  # characters of such a piece
_LOOK_AHEAD = 8  # characters in which a cut is looked for that does not part a base from its marks
_SHORT_LINE = 32  # characters: a shorter line ends what it states, as the rows of tables and headings do
_WORD = re.compile(r"\S+")


class Piece(NamedTuple):
    """A word, or a part of a long one.

    Attributes:
        text: In canonical form; never empty.
        start: Where it starts in the given text.
        edges: Of each canonical character, where it starts and stops in the given word; None where each of them became
            one character.
        gap: What is before it: a space, "" within a word, or a line feed where what is before it ends what it states.
    """

    text: str
    start: int
    edges: tuple[tuple[int, int], ...] | None
    gap: str

    def start_of(self, index: int) -> int:
        """Where a canonical character starts in the given text."""
        return self.start + (self.edges[index][0] if self.edges else index)

    def stop_of(self, index: int) -> int:
        """Where a canonical character stops in the given text."""
        return self.start + (self.edges[index][1] if self.edges else index + 1)


class Cutter:
    """Cuts a stream of text into pieces. They do not depend on how the stream is divided into chunks."""

    def __init__(self) -> None:
        self._rest = ""  # of a word whose end has not arrived, behind the white space before it
        self._offset = 0  # of the rest
        self._gap = "\n"
        self._in_word = False  # whether the rest continues a word whose beginning is cut off
        self._line = 0  # where the line starts

    @property
    def offset(self) -> int:
        """Where what is not cut yet starts in the given text."""
        return self._offset

    def feed(self, chunk: str, *, is_last: bool = False) -> Iterator[Piece]:
        """The pieces that are complete with this chunk."""
        text, base = self._rest + chunk, self._offset
        done = 0
        for found in _WORD.finditer(text):
            start, stop = found.span()
            if start > done:
                self._pass(text, base, done, start)
            done = start
            is_complete = stop < len(text) or is_last
            while start < stop:
                size = _size(text, start, stop, is_complete=is_complete, in_word=self._in_word)
                if not size:
                    break
                canonical, edges = _canonical(text[start : start + size])
                if canonical:
                    yield Piece(canonical, base + start, edges, self._gap)
                    self._gap = ""
                start += size
                self._in_word = start < stop or not is_complete
            done = start
            if start < stop:
                break
        else:
            # White space at the end waits for what is behind it, but for a run that is longer than anybody needs.
            if len(text) - done > _LONGEST and done < len(text) and text[-1] != "\n":
                self._pass(text, base, done, len(text))
                done = len(text)
        self._rest, self._offset = text[done:], base + done

    def _pass(self, text: str, base: int, start: int, stop: int) -> None:
        """Pass over white space."""
        self._in_word = False
        newline = text.find("\n", start, stop)
        if newline < 0:
            self._gap = self._gap or " "
            return
        is_break = self._gap == "\n" or base + newline - self._line < _SHORT_LINE or text.count("\n", start, stop) > 1
        self._gap = "\n" if is_break else " "
        self._line = base + text.rfind("\n", start, stop) + 1


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
        if _begins(text[start + size]):
            return size
    return _CUT


@functools.lru_cache(maxsize=10_000)
def _begins(character: str) -> bool:
    """Whether a character is no mark on the one before it, and does not melt into it."""
    is_jamo = "\u1160" <= character <= "\u11ff"
    return unicodedata.category(character)[0] != "M" and not is_jamo


@functools.lru_cache(maxsize=1 << 16)
def _canonical(word: str) -> tuple[str, tuple[tuple[int, int], ...] | None]:
    """The canonical form of a word, and the edges of its characters where they are not those of the word."""
    canonical = canonicalize(word)
    if word.isascii() and len(canonical) == len(word):
        return canonical, None
    characters = tuple((index, index + 1) for index in range(len(canonical)))
    edges = to_given(word, {"": characters})[""]
    return canonical, None if edges == characters else edges
