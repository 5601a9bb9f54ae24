"""Moments as the generator writes them, for tests of what is true of all."""

import functools
import itertools
import random
from collections.abc import Callable, Iterator
from typing import TypeVar

from support.date_examples import seeded

from datenorm.core.moments import Moment
from datenorm.corpus.moments.mixture import examples
from datenorm.corpus.phrase import Example, Piece

Item = TypeVar("Item")


@functools.cache
def draw_moments(count: int, seed: int, *, noise: bool = True) -> tuple[Example, ...]:
    return tuple(itertools.islice(examples(seeded(seed), noise=noise), count))


def moment_of(example: Example) -> Moment:
    return Moment.from_machine(example.machine)


def said(example: Example, field: str) -> list[str]:
    """The texts that state a field."""
    return [example.human[start:stop] for start, stop in example.spans.get(field, ())]


def text_of(pieces: list[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def texts_of_field(pieces: list[Piece], field: str) -> list[str]:
    return [text for text, fields in pieces if field in fields]


def several_of(write: Callable[[random.Random], Item | None], count: int, seed: int = 1) -> Iterator[Item]:
    """What a writer writes in `count` tries."""
    rng = random.Random(seed)
    return (item for item in (write(rng) for _ in range(count)) if item is not None)
