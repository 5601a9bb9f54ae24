"""Forms: the machine strings of one length, as a union of products, and what their parts state."""

import dataclasses
import functools
import itertools
from collections.abc import Iterable, Sequence

UNSPECIFIED = "X"
"""A character that the text does not state, as in EDTF (ISO 8601-2)."""

Product = tuple[tuple[str, ...], ...]
"""Segments in order. A segment is a tuple of the strings that are possible at its place, all of one length."""


@dataclasses.dataclass(frozen=True)
class Field:
    """One part of a machine string, such as the hour: its characters from `start` to `stop`."""

    name: str
    start: int
    stop: int


@dataclasses.dataclass(frozen=True)
class Form:
    """The machine strings of one length.

    Attributes:
        fields: The parts that carry meaning, in order.
        valid: The valid strings as a union of products. So times are hours x ':' x minutes.
        impossible: Strings of the right form for what does not exist, such as the 31st of April, as a union of
            products. It may overlap with `valid`, which takes precedence.
    """

    fields: tuple[Field, ...]
    valid: tuple[Product, ...]
    impossible: tuple[Product, ...] = ()

    @functools.cached_property
    def Ty(self) -> int:  # noqa: N802 - the usual name of this length
        """The length of every string, in characters."""
        return sum(len(segment[0]) for segment in self.valid[0])

    @functools.cached_property
    def alphabet(self) -> str:
        """Every character of the valid strings, in the order of their code points."""
        return "".join(sorted(set("".join(itertools.chain.from_iterable(itertools.chain.from_iterable(self.valid))))))

    @functools.cached_property
    def unspecified(self) -> str:
        """The string that states nothing: X in the place of each letter and digit."""
        first = "".join(segment[0] for segment in self.valid[0])
        return "".join(UNSPECIFIED if character.isalnum() else character for character in first)

    def is_valid(self, machine: str) -> bool:
        """Whether `machine` is one of the valid strings."""
        return len(machine) == self.Ty and _holds(self._valid, machine)

    def where_invalid(self, machines: Sequence[str]) -> list[int]:
        """The indices of the strings of the form's length that are not valid."""
        valid = self._valid
        return [i for i, machine in enumerate(machines) if not _holds(valid, machine)]

    def is_impossible(self, machine: str) -> bool:
        """Whether `machine` has the right form and states what does not exist."""
        return len(machine) == self.Ty and _holds(self._impossible, machine) and not self.is_valid(machine)

    @functools.cached_property
    def _valid(self) -> "_Products":
        return _with_edges(self.valid)

    @functools.cached_property
    def _impossible(self) -> "_Products":
        return _with_edges(self.impossible)


def fields(*parts: tuple[str, int]) -> tuple[Field, ...]:
    """Fields that follow one another without a gap.

    >>> fields(("hour", 2), ("minute", 2))[1]
    Field(name='minute', start=2, stop=4)

    Args:
        parts: The name of each field and its length in characters.
    """
    edges = itertools.accumulate((length for _, length in parts), initial=0)
    return tuple(Field(name, *edge) for (name, _), edge in zip(parts, itertools.pairwise(edges), strict=True))


def numbers(start: int, stop: int, width: int = 2) -> tuple[str, ...]:
    """The numbers from `start` to `stop - 1`, with leading zeros.

    >>> numbers(8, 11)
    ('08', '09', '10')
    """
    return tuple(f"{number:0{width}d}" for number in range(start, stop))


_MOST_MERGED = 500  # strings of a segment

_Products = list[list[tuple[slice, frozenset[str]]]]
"""Products as lists of segments, each with its place and its strings."""


def _with_edges(products: Iterable[Product]) -> _Products:
    found = []
    for product in map(_merged, products):
        edges = itertools.accumulate((len(segment[0]) for segment in product), initial=0)
        places = itertools.starmap(slice, itertools.pairwise(edges))
        found.append([(place, frozenset(segment)) for place, segment in zip(places, product, strict=True)])
    return found


def _merged(product: Product) -> Product:
    """The same product in fewer segments, so that fewer have to be looked up: small ones are multiplied out."""
    first, *others = product
    segments = [first]
    for segment in others:
        if len(segments[-1]) * len(segment) <= _MOST_MERGED:
            segments[-1] = tuple(map("".join, itertools.product(segments[-1], segment)))
        else:
            segments.append(segment)
    return tuple(segments)


def _holds(products: _Products, machine: str) -> bool:
    for product in products:
        for place, strings in product:
            if machine[place] not in strings:
                break
        else:
            return True
    return False
