"""A stand-in for the tags of a network: the matches of a pattern in a window are its moments."""

import re
from collections.abc import Callable

import numpy as np


def tagging(pattern: str) -> Callable[[list[str]], list[np.ndarray]]:
    """A function that tags the matches of a pattern, as `MomentReader.edges` tags moments."""

    def edges(texts: list[str]) -> list[np.ndarray]:
        found = [np.zeros((len(text), 2), np.float32) for text in texts]
        for row, text in zip(found, texts, strict=True):
            for match in re.finditer(pattern, text):
                row[match.start(), 0] = 0.9
                row[match.start() : match.end(), 1] = 0.9
        return found

    return edges
