"""Gaps: what is between the pieces of a stream of text, by the white space and the lines of the given text."""

from enum import IntEnum

import numpy as np

from datenorm.reading.finding.plain import NEWLINE, SPACE

_SHORT_LINE = 32  # characters: a shorter line ends what it states, as the rows of tables and headings do


class Gap(IntEnum):
    """What is before a piece. Of two gaps without a piece between them the greater one counts."""

    NONE = 0
    """Nothing: the piece continues a word."""
    SPACE = 1
    """White space."""
    BREAK = 2
    """The end of what is before it."""


class Lines:
    """Finds the gaps of a stream of text, in which it counts the lines."""

    def __init__(self) -> None:
        self._line = 0  # where the line starts, from what is not passed yet
        self._pending = Gap.NONE  # in front of what is not passed yet

    def gaps(
        self, points: np.ndarray, starts: np.ndarray, stops: np.ndarray, breaks: list[int], done: int
    ) -> np.ndarray:
        """The gaps in front of the pieces of a text.

        Args:
            points: The text as `plain_points` gives it, from where the last call was done.
            starts: Where its pieces start.
            stops: Where they stop.
            breaks: Places in order at which what is before them ends, whatever is there.
            done: Where the text ends that the next call does not see again.
        """
        spaces = np.concatenate(([0], np.cumsum(points <= SPACE)))
        newlines = np.flatnonzero(points == NEWLINE)
        ends = np.sort(np.concatenate((self._ending(newlines, spaces), np.array(breaks, int))))
        before, behind = np.concatenate(([0], stops)), np.concatenate((starts, [done]))
        is_break = np.searchsorted(ends, behind) > np.searchsorted(ends, before)
        gaps = np.where(is_break, Gap.BREAK, np.where(spaces[behind] > spaces[before], Gap.SPACE, Gap.NONE))
        gaps[0] = max(gaps[0], self._pending)
        self._pending = gaps[-1]
        passed = newlines[newlines < done]
        self._line = (int(passed[-1]) + 1 if passed.size else self._line) - done
        return gaps[:-1]

    def _ending(self, newlines: np.ndarray, spaces: np.ndarray) -> np.ndarray:
        """The line feeds that end what is stated: those of short lines and of lines of white space."""
        lines = np.concatenate(([self._line], newlines[:-1] + 1))
        lengths = newlines - lines
        is_blank = spaces[newlines] - spaces[np.maximum(lines, 0)] == lengths
        ending: np.ndarray = newlines[(lengths < _SHORT_LINE) | is_blank]
        return ending
