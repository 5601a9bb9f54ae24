"""Memory: what was read of a stream, since the parts of its moments are asked for again and again."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

from datenorm.core.canonical import canonicalize
from datenorm.reading.reference import identity
from datenorm.reading.result import Result

Read = Callable[[list[str], Sequence[dt.datetime | None]], list[Result]]
"""Reads texts, each beside its reference."""

MOST = 1 << 12
"""Results that are remembered: more than a part of a text has, and a few megabytes."""


class Memory:
    """Reads each text once beside a reference, as long as it remembers it.

    Texts of one canonical form are one, and have exactly the same confidence.

    Args:
        read: Reads what is not remembered.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[object, Result] = {}

    def __call__(self, texts: list[str], references: Sequence[dt.datetime | None]) -> list[Result]:
        """Read texts, each beside its reference."""
        if len(self._known) > MOST:
            self._known.clear()
        keys = [(canonicalize(text), identity(beside)) for text, beside in zip(texts, references, strict=True)]
        fresh = {key: row for row, key in enumerate(keys) if key not in self._known}
        if fresh:
            rows = fresh.values()
            results = self._read([texts[row] for row in rows], [references[row] for row in rows])
            self._known.update(zip(fresh, results, strict=True))
        # Results can be changed, so each place has its own.
        return [dataclasses.replace(self._known[key], text=text) for text, key in zip(texts, keys, strict=True)]
