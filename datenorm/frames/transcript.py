"""Transcript: the characters of a line, from the reader's columns."""

import math
from typing import NamedTuple

import numpy as np

from datenorm.frames.task import CHARACTERS

_SURE = 0.7  # characters above this probability show how far apart the characters of a line are
_LEAST = 0.05  # the least probability of a character that is considered
_BONUS = math.log(1.7)  # a character that is missed costs more than one that is read in vain
_CLOSE, _CLOSE_TO_SIGN = 0.55, 0.33  # of the usual distance: closer characters are one
_TOO_CLOSE = math.log(0.01)
_USUAL, _ENOUGH = 2.6, 3  # columns between two characters, where fewer distances show it
_CLOSER = 25  # percentile of these distances: some have a blank between
_MOST = 32  # ways to place the characters
_WIDE = 2.5  # columns between two equal signs that are one wide one: stamps have no "--" and no "::"
_TINY = 1e-4


class Seen(NamedTuple):
    """A character that the reader saw.

    Attributes:
        character: One of `CHARACTERS`.
        column: Where its middle is, in columns; between two of them if both have a part of it.
        probabilities: Over `CHARACTERS`, shape (len(CHARACTERS),); they sum to at most 1.
    """

    character: str
    column: float
    probabilities: np.ndarray


def transcripts(characters: np.ndarray) -> list[tuple[list[Seen], float]]:
    """The most probable ways to place characters in a line, from the left, each with its share.

    Each column says which character has its middle there. A middle near the edge of a column is shared by two, so a
    character takes one column or two. Two that are much closer than others in the line are hardly possible.

    Args:
        characters: Distributions over nothing and `CHARACTERS`, shape (columns, 1 + len(CHARACTERS)).

    Returns:
        The most probable first, at least one. The shares sum to 1.

    Reference:
        Viterbi 1967, over columns as a semi-Markov chain whose states last for one or two of them; Seshadri, Sundberg,
        List Viterbi Decoding Algorithms with Applications, 1994, for the next most probable ways.
    """
    found = _candidates(characters)
    (first, _), *_ = _best_paths(found, characters[:, 0], _USUAL, 1)
    sure = [each.column for each in first if each.probabilities.max() > _SURE and each.character.isalnum()]
    gaps = np.diff(sure)
    usual = float(np.percentile(gaps, _CLOSER)) if len(gaps) >= _ENOUGH else _USUAL
    best: dict[str, tuple[list[Seen], float]] = {}  # the same characters in other columns are no other way
    for path, score in _best_paths(found, characters[:, 0], usual, _MOST):
        kept = _without_doubled_signs(path)
        best.setdefault("".join(each.character for each in kept), (kept, math.exp(score)))
    total = sum(weight for _, weight in best.values())
    return [(path, weight / total) for path, weight in best.values()]


class _Candidate(NamedTuple):
    """A character that may be there.

    Attributes:
        start: The first of its columns.
        stop: The column behind them.
        score: The logarithm of the probability of what its columns hold.
        seen: The character.
    """

    start: int
    stop: int
    score: float
    seen: Seen


def _candidates(characters: np.ndarray) -> list[_Candidate]:
    """Every character that may be there, in one column or in two, from the left."""
    nothing, likely = characters[:, 0], characters[:, 1:]
    found = []
    for column, here in enumerate(likely):
        best = int(here.argmax())
        if here[best] > _LEAST:
            seen = Seen(CHARACTERS[best], float(column), here)
            found.append(_Candidate(column, column + 1, _log(here[best]), seen))
        if column + 1 == len(likely):
            break
        behind = likely[column + 1]
        best = int((here + behind).argmax())
        if min(here[best], behind[best]) > _LEAST:
            once = here[best] * nothing[column + 1] + nothing[column] * behind[best]
            share = float(behind[best] / (here[best] + behind[best]))
            seen = Seen(CHARACTERS[best], column + share, np.minimum(1, here + behind))
            found.append(_Candidate(column, column + 2, _log(once), seen))
    return found


def _best_paths(
    candidates: list[_Candidate], nothing: np.ndarray, usual: float, most: int
) -> list[tuple[list[Seen], float]]:
    """The `most` most probable ways, each with the logarithm of its probability.

    Args:
        candidates: The characters that may be there.
        nothing: The probability of nothing in each column.
        usual: How many columns part two characters.
        most: How many ways to return, at most.
    """
    skipped = np.concatenate([[0.0], np.cumsum(np.log(np.maximum(nothing, _TINY)))])
    starts = np.array([*(each.start for each in candidates), len(nothing)])  # the last one is the end of the line
    stops = np.array([each.stop for each in candidates], int)
    gains = np.array([*(each.score + _BONUS for each in candidates), 0.0])
    spacings = _spacings(candidates, usual)
    scores = np.full((len(starts), most), -np.inf)
    before: list[list[tuple[int, int]]] = []
    for number, start in enumerate(starts):
        ways = np.full((number + 1, most), -np.inf)
        ways[number, 0] = skipped[start]  # from the beginning of the line
        others = np.flatnonzero(stops[:number] <= start)
        ways[others] = scores[others] + (skipped[start] - skipped[stops[others]] + spacings[others, number])[:, None]
        best = np.argsort(-ways, axis=None, kind="stable")[:most]
        scores[number, : len(best)] = ways.ravel()[best] + gains[number]
        before.append([divmod(int(way), most) for way in best])
    paths = []
    for rank in range(int(np.isfinite(scores[-1]).sum())):
        path: list[Seen] = []
        number, at = len(candidates), before[-1][rank]
        while at[0] != number:  # which stands for the beginning of the line
            number, place = at
            path.append(candidates[number].seen)
            at = before[number][place]
        paths.append((path[::-1], float(scores[-1, rank])))
    return paths


def _spacings(candidates: list[_Candidate], usual: float) -> np.ndarray:
    """The logarithm of how probable the distance of two characters is, shape (candidates, candidates + 1).

    Signs are narrow. To the end of the line, every distance is as probable.
    """
    columns = np.array([each.seen.column for each in candidates])
    is_wide = np.array([each.seen.character.isalnum() for each in candidates], bool)
    least = np.where(is_wide[:, None] & is_wide, _CLOSE, _CLOSE_TO_SIGN) * usual
    spacings = np.zeros((len(candidates), len(candidates) + 1))
    spacings[:, :-1] = np.where(columns - columns[:, None] < least, _TOO_CLOSE, 0.0)
    return spacings


def _log(probability: float) -> float:
    return math.log(max(float(probability), _TINY))


def _without_doubled_signs(seen: list[Seen]) -> list[Seen]:
    kept: list[Seen] = []
    for each in seen:
        is_sign = not each.character.isalnum()
        repeats = bool(kept) and kept[-1].character == each.character and each.column - kept[-1].column <= _WIDE
        if not (is_sign and repeats):
            kept.append(each)
    return kept
