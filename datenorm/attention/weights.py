"""Attention weights: how much of the attention for each written character fell on each character of the text."""

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import Self

import numpy as np

from datenorm.core.forms import Field


def field_pooling(fields: Sequence[Field], Ty: int) -> np.ndarray:
    """The matrix that pools attention weights by field: multiplied by weights, shape (Ty, Tx), it gives their means.

    Returns:
        Shape (len(fields), Ty), float32. A row is a field's mean over its characters of the machine string.
    """
    pooling = np.zeros((len(fields), Ty), np.float32)
    for row, field in zip(pooling, fields, strict=True):
        row[field.start : field.stop] = 1 / (field.stop - field.start)
    return pooling


@dataclasses.dataclass(frozen=True, eq=False)
class AttentionWeights:
    """The attention weights of one string.

    Attributes:
        text: The canonical text, as the network read it.
        machine: The machine string that was decoded from it.
        weights: Shape (Ty, len(text)), float32: row i is the attention for `machine[i]` on each character of `text`.
            A row sums to 1; to less if an order was given, since the map leaves out the attention on its hint; to 0
            for a separator for which the network takes no step.
        fields: The parts of `machine` that carry meaning; () if they are unknown.
        spans: The name of a field -> the (start, stop) ranges of `text` that state it. Ranges of different fields may
            overlap.

    Raises:
        ValueError: The weights have another shape, or a field or a range lies outside its string.
    """

    text: str
    machine: str
    weights: np.ndarray
    fields: tuple[Field, ...] = ()
    spans: Mapping[str, tuple[tuple[int, int], ...]] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.weights.shape != (len(self.machine), len(self.text)):
            raise ValueError(
                f"expected weights of shape {(len(self.machine), len(self.text))}. Received: {self.weights.shape}"
            )
        for part in self.fields:
            _check_range(f"the field {part.name}", part.start, part.stop, self.machine)
        for name, ranges in self.spans.items():
            for start, stop in ranges:
                _check_range(f"the span of {name}", start, stop, self.text)

    def field_of_row(self, row: int) -> Field | None:
        """The field of `machine[row]`; None for a separator."""
        return next((part for part in self.fields if part.start <= row < part.stop), None)

    def field_of_column(self, column: int) -> str | None:
        """The name of the last field that `text[column]` states; None if it states none."""
        fields = [
            field for field, ranges in self.spans.items() if any(start <= column < stop for start, stop in ranges)
        ]
        return fields[-1] if fields else None

    def to_json(self) -> str:
        """A JSON object: text, machine, the weights rounded to six decimals, fields and spans."""
        return json.dumps(
            {
                "text": self.text,
                "machine": self.machine,
                "weights": [[round(float(weight), 6) for weight in row] for row in self.weights],
                "fields": [dataclasses.asdict(part) for part in self.fields],
                "spans": {name: [list(span) for span in ranges] for name, ranges in self.spans.items()},
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Attention weights from the JSON of `to_json`, in which fields and spans may be missing."""
        read = json.loads(text)
        return cls(
            read["text"],
            read["machine"],
            np.array(read["weights"], np.float32),
            tuple(Field(**part) for part in read.get("fields", ())),
            {name: tuple((start, stop) for start, stop in ranges) for name, ranges in read.get("spans", {}).items()},
        )


def _check_range(what: str, start: int, stop: int, text: str) -> None:
    if not 0 <= start < stop <= len(text):
        raise ValueError(f"expected {what} to be a range of the {len(text)} characters. Received: {(start, stop)}")
