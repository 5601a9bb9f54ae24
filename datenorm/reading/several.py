"""Several moments: divides what the tags took for one moment where it reads as more than one."""

import re
from collections.abc import Sequence

from datenorm.core.reasons import Reason
from datenorm.core.tasks import MOMENT
from datenorm.reading.result import Result
from datenorm.reading.trimming import Read

_WORD = re.compile(r"\S+")
_SIGNS = " \t\n,;:|/&+"
_MOST = 12  # moments of one text
_LEAST = 0.5  # of the product of both confidences
_UNDIVIDED = frozenset({Reason.SEVERAL, Reason.TOO_LONG, Reason.NO_FORM, Reason.REVERSED, Reason.LOW_CONFIDENCE})


def may_be_several(result: Result) -> bool:
    """Whether a text has no value because it may state more than one moment."""
    return result.reason in _UNDIVIDED


def divided(texts: Sequence[str], read: Read) -> list[list[tuple[int, int]]]:
    """Where the moments of texts are, each of which may state several.

    A text is divided between two words, so that both sides state one moment, as surely as possible. Where its rest
    states several, the longest beginning that states one is cut off, and the rest is divided again.

    Args:
        texts: The texts.
        read: Reads parts of them.

    Returns:
        For each text the edges of its parts in their order, [] if it cannot be divided. A part can begin with words
        such as "and".
    """
    found: list[list[tuple[int, int]]] = [[] for _ in texts]
    rest = dict.fromkeys(range(len(texts)), 0)
    for _ in range(_MOST):
        cuts = [(row, start, cut) for row, start in rest.items() for cut in _cuts(texts[row], start)]
        if not cuts:
            break
        befores = [texts[row][start:cut].rstrip(_SIGNS) for row, start, cut in cuts]
        behinds = [texts[row][cut:].lstrip(_SIGNS) for row, _, cut in cuts]
        sides = read(befores + behinds, [row for row, *_ in cuts] * 2)
        last: dict[int, tuple[float, int]] = {}
        longest: dict[int, int] = {}
        for (row, _, cut), one, other in zip(cuts, sides[: len(cuts)], sides[len(cuts) :], strict=True):
            if not one.is_moment:
                continue
            if other.is_moment:
                last[row] = max(last.get(row, (_LEAST, 0)), (one.confidence * other.confidence, cut))
            elif may_be_several(other):
                longest[row] = cut
        again = {}
        for row, start in rest.items():
            cut = last.get(row, (0.0, 0))[1]
            if cut:
                found[row] += [_within(texts[row], start, cut), _within(texts[row], cut, len(texts[row]))]
            elif row in longest:
                found[row].append(_within(texts[row], start, longest[row]))
                again[row] = longest[row]
        rest = again
    return found


def _within(text: str, start: int, stop: int) -> tuple[int, int]:
    """The edges without the signs and the white space between two moments."""
    part = text[start:stop].rstrip(_SIGNS)
    return start + len(part) - len(part.lstrip(_SIGNS)), start + len(part)


def _cuts(text: str, start: int) -> list[int]:
    """Where words begin behind the first one, as far as a moment can reach."""
    places = [word.start() for word in _WORD.finditer(text, start)]
    return [place for place in places[1:] if place - start <= MOMENT.Tx]
