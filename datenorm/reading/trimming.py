"""Trimming: cuts off what stands behind a moment and adds nothing to it, such as "easily" of "tomorrow easily"."""

import re
from collections.abc import Callable, Sequence

from datenorm.reading.result import Result

_TAIL = re.compile(r"[^\w\s]+$|\s+\S*\w$")  # the signs at the end, or the last word
_MOST_CUT = 4  # words and signs behind one moment

Read = Callable[[list[str], Sequence[int]], list[Result]]
"""Reads texts that are cut from the given rows."""


def trimmed(results: Sequence[Result], read: Read) -> list[Result]:
    """The results of the shortest beginnings that state the same, at least as surely.

    Args:
        results: Of texts in which a moment was found. Those that state nothing stay as they are.
        read: Reads the beginnings.

    Returns:
        For each result that of its text, or of a beginning of it.
    """
    shortest = list(results)
    rows = [row for row, result in enumerate(shortest) if result.is_moment]
    for _ in range(_MOST_CUT):
        cut = {row: tail.start() for row in rows if (tail := _TAIL.search(shortest[row].text)) and tail.start()}
        if not cut:
            break
        rows = []
        beginnings = read([shortest[row].text[:stop] for row, stop in cut.items()], list(cut))
        for row, result in zip(cut, beginnings, strict=True):
            if result.states_the_same(shortest[row]) and result.confidence >= shortest[row].confidence:
                shortest[row] = result
                rows.append(row)
    return shortest
