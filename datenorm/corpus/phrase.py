"""Phrases under construction: pieces of text that remember which field they state."""

import bisect
import dataclasses
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from datenorm.core.spans import Spans

Item = TypeVar("Item")

Fields = tuple[str, ...]
"""The names of the fields that a piece of text states, often none."""

Piece = tuple[str, Fields]
"""A piece of text and what it states."""


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """One training pair and where it came from.

    Attributes:
        human: What a person might write, before canonicalisation.
        machine: The machine string it means.
        spans: The characters of `human` that state each field. A field that the text does not state, as the minutes of
            "8pm", has none. A word such as "before" states every field that it changes.
        family: The kind of phrase.
        pattern: The pattern within the family. Whole patterns are held out of training.
        locale: The Babel identifier of the language and region that write so, such as 'pt_BR'; '' where any does.
        order: The order stated beside the text, 'DMY', 'MDY' or 'YMD'; '' where none is.
    """

    human: str
    machine: str
    spans: Spans
    family: str
    pattern: str
    locale: str = ""
    order: str = ""


_WITHOUT_RIM = re.compile(r"[^\s.,;-](?:.*[^\s.,;-])?", re.DOTALL)
"""A piece without the white space and punctuation at its ends."""


def compose(pieces: Iterable[Piece]) -> tuple[str, Spans]:
    """Join pieces into a text and the spans of its fields.

    >>> compose([("8", ("hour",)), (":", ()), ("30", ("minute",))])
    ('8:30', {'hour': ((0, 1),), 'minute': ((2, 4),)})

    White space, full stops, commas, semicolons and hyphens at the ends of a piece state nothing: its meaning is the
    same without them. White space at the ends of the text is dropped.
    """
    pieces = list(pieces)
    text = "".join(piece for piece, _ in pieces)
    offset = len(text.lstrip()) - len(text)
    spans: dict[str, list[tuple[int, int]]] = {}
    for piece, fields in pieces:
        if not fields:
            offset += len(piece)
            continue
        inner = _WITHOUT_RIM.search(piece)
        start, stop = (offset + inner.start(), offset + inner.end()) if inner else (0, 0)
        offset += len(piece)
        for field in fields if start < stop else ():
            ranges = spans.setdefault(field, [])
            touches = ranges and ranges[-1][1] == start
            ranges.append((ranges.pop()[0] if touches else start, stop))
    return text.strip(), {field: tuple(ranges) for field, ranges in spans.items()}


def listed(table: str) -> tuple[str, ...]:
    """The items of a table that is written between bars and line ends.

    >>> listed("{d} {month}|{month} {d}")
    ('{d} {month}', '{month} {d}')
    """
    return tuple(item for line in table.splitlines() for item in line.strip().split("|") if item)


class Choice(Generic[Item]):
    """A weighted choice among items.

    >>> Choice({"at ": 3, "": 7})(random.Random(1))
    'at '

    Args:
        weights: Item -> weight. The weights need not sum to 1.
    """

    def __init__(self, weights: Mapping[Item, float]) -> None:
        self.items: Sequence[Item] = tuple(weights)
        total = 0.0
        self._cumulative = [total := total + weight for weight in weights.values()]
        self._last = len(self.items) - 1

    def __call__(self, rng: random.Random) -> Item:
        """One item, drawn with `rng`."""
        # The same draw as that of rng.choices for one item, in a third of the time.
        return self.items[bisect.bisect(self._cumulative, rng.random() * self._cumulative[-1], 0, self._last)]
