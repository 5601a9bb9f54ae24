"""Trimming: cuts off what stands around a moment and adds nothing to it, such as "easily" of "tomorrow easily"."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from datenorm.core.reasons import Reason
from datenorm.reading.result import Result

_TAIL = re.compile(r"[^\w\s]+$|\s+\S*\w$")  # the signs at the end, or the last word
_MOST_CUT = 4  # words and signs behind one moment
# A full stop behind a whole word ends a sentence more often than it shortens a name.
_SENTENCE_END = re.compile(r"(?:^|[\W\d_])[^\W\d_]{3,}\.$")
# The full stop of an abbreviation or a number belongs to it: "9 p.m.", "12.09."
_MARKED_END = re.compile(r"(?:\d\.\s?\d{1,2}|(?<!\w)\w{1,2}\.\s?\w{1,3})\.$")
_OPENING = {")": "(", "]": "[", "）": "（"}
_LEAST_OF_SENTENCE = 0.97  # of the confidence that the moment has with the full stop
_UNSURE = 0.8  # the confidence below which the words around a moment are doubted
_ABOUT_AS_SURE = 0.97
_MOST_AROUND = 3  # words in front of an unsure moment, and behind it
_WORD = re.compile(r"\S*[^\s,;:]")  # without the comma behind it

Read = Callable[[list[str], Sequence[int]], list[Result]]
"""Reads texts that are cut from the given rows."""


class Trimmed(NamedTuple):
    """What is left of a text.

    Attributes:
        start: How many characters were cut off in front of it.
        result: What it states.
    """

    start: int
    result: Result


def trimmed(results: Sequence[Result], read: Read, *, doubted: bool = False) -> list[Trimmed]:
    """The shortest parts of texts that state the same, at least as surely.

    Args:
        results: Of texts in which a moment was found. Those that state nothing stay as they are.
        read: Reads the parts.
        doubted: Whether the words in front may not belong to the texts. Otherwise they are doubted where a text is
            read unsurely.

    Returns:
        For each result its text, or a beginning of it; where words in front are doubted, the shortest part that states
        the same about as surely, or, of a text that is read unsurely, the part that is read most surely.
    """
    shortest = _beginnings(results, read)
    parts = [(row, *part) for row, result in enumerate(shortest) for part in _parts(result, doubted=doubted)]
    left = [Trimmed(0, result) for result in shortest]
    if not parts:
        return left
    texts = [shortest[row].text[start:stop] for row, start, stop in parts]
    for (row, start, _), result in zip(parts, read(texts, [row for row, *_ in parts]), strict=True):
        if not (result.is_moment and result.says_the_same(shortest[row])):
            continue
        best = left[row].result
        if shortest[row].confidence < _UNSURE:
            is_better = result.confidence > best.confidence
        else:
            is_better = len(result.text) < len(best.text) and result.confidence >= _ABOUT_AS_SURE * best.confidence
        if is_better:
            left[row] = Trimmed(start, result)
    return left


def _beginnings(results: Sequence[Result], read: Read) -> list[Result]:
    """The results of the shortest beginnings."""
    shortest = list(results)
    rows = [row for row, result in enumerate(shortest) if result.is_moment]
    for _ in range(_MOST_CUT):
        cut = {
            row: tail.start()
            for row in rows
            if (tail := _TAIL.search(shortest[row].text)) and tail.start() and not _belongs(shortest[row], tail)
        }
        if not cut:
            break
        rows = []
        beginnings = read([shortest[row].text[:stop] for row, stop in cut.items()], list(cut))
        for row, result in zip(cut, beginnings, strict=True):
            least = shortest[row].confidence * (_LEAST_OF_SENTENCE if _SENTENCE_END.search(shortest[row].text) else 1)
            if result.states_the_same(shortest[row]) and result.confidence >= least:
                shortest[row] = result
                rows.append(row)
    return shortest


def _belongs(result: Result, tail: re.Match[str]) -> bool:
    """Whether what is at the end belongs to the moment, though this states the same without it.

    The full stop of an abbreviation does, a bracket that is closed, and a number that states a field by itself, such as
    the second year of "May 2019 to June 2019".
    """
    if _OPENING.get(tail[0][-1], "\0") in result.text or (tail[0] == "." and _MARKED_END.search(result.text)):
        return True
    if not any(map(str.isdecimal, tail[0])):
        return False
    return any(
        tail.start() <= start and stop <= tail.end() for ranges in result.spans.values() for start, stop in ranges
    )


def _parts(result: Result, *, doubted: bool) -> Iterator[tuple[int, int]]:
    """The edges of the parts of a doubted moment, without a few words in front and behind that have no number."""
    if (result.confidence >= _UNSURE and not doubted) or not (
        result.is_moment or result.reason is Reason.LOW_CONFIDENCE
    ):
        return
    words = [word.span() for word in _WORD.finditer(result.text)]
    numbers = [place for place, word in enumerate(words) if any(map(str.isdecimal, result.text[slice(*word)]))]
    most_in_front = min([_MOST_AROUND, len(words) - 1, *numbers])
    fewest = max([len(words) - 1 - _MOST_AROUND, *numbers])
    for first in range(most_in_front + 1):
        for last in range(max(first, fewest), len(words)):
            if (first, last) != (0, len(words) - 1):
                yield words[first][0], words[last][1]
