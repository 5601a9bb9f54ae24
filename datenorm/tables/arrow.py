"""Columns: Arrow arrays of text in, struct arrays of answers out."""

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from datenorm.reading.convention import INFER, Convention, gather
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.tables.precision import precision_of

ANSWER = pa.struct(
    {
        "value": pa.string(),
        "precision": pa.string(),
        "date": pa.date32(),
        "confidence": pa.float32(),
        "ambiguous": pa.bool_(),
        "reason": pa.string(),
    }
)
"""The type of an answer: what a table has use for."""

_TEXTS_AT_ONCE = 1 << 16  # so that the Results of a long column are never in memory together
_NOT_TEXT = b"\xff"  # no UTF-8: takes the place of a list's items that are no text

_TEXT_TYPES = (
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.binary(),
    pa.large_binary(),
    pa.binary_view(),
    pa.null(),
)


def normalize_column(
    normalizer: Normalizer, column: object, order: Order = None, locale: str | None = None
) -> pa.StructArray:
    """Returns the answers to a column. Equal texts are read once.

    Args:
        normalizer: Reads it.
        column: An Arrow array, what exports one, or a list; see `as_column`.
        order: As in `Normalizer.normalize_batch`.
        locale: As in `Normalizer.normalize_batch`.

    Returns:
        An answer for each row, in order, of type `ANSWER`, never null. A null has no value and the reason `empty`.

    Raises:
        TypeError: `column` is no column, or its type is not text.
        ValueError: As in `Normalizer.normalize_batch`.
    """
    column = as_column(column)
    if order == INFER:
        order = infer_column(column)
    distinct, rows = encode(column)
    starts = range(0, len(distinct), _TEXTS_AT_ONCE) or [0]
    answers = [_answers(normalizer, distinct[start : start + _TEXTS_AT_ONCE], order, locale) for start in starts]
    return pa.concat_arrays(answers).take(rows)


def infer_column(column: object, given: Convention | None = None) -> Convention:
    """Returns what the rows of a column say together about how its dates are written.

    Args:
        column: As in `normalize_column`.
        given: A convention with the options that are given by hand.

    Raises:
        TypeError: `column` is no column, or its type is not text.
    """
    distinct, rows = encode(as_column(column))
    numbers = rows.to_numpy()
    found, first, counts = np.unique(numbers, return_index=True, return_counts=True)
    last = len(numbers) - 1 - np.unique(numbers[::-1], return_index=True)[1]
    shown = zip(found.tolist(), counts.tolist(), first.tolist(), last.tolist(), strict=True)
    texts_alone = {distinct[i]: tuple(where) for i, *where in shown if distinct[i] and isinstance(distinct[i], str)}
    return gather(texts_alone, len(numbers), given)


@dataclasses.dataclass(frozen=True)
class ArrayFunction:
    """Reads the parts of a column that an engine hands to its workers; see `datenorm.array_function`."""

    task: str
    order: Order
    locale: str | None
    min_confidence: float | None
    threads: int | None
    field: str | None

    def __post_init__(self) -> None:
        if isinstance(self.order, str) and self.order.casefold() == INFER:
            raise ValueError(
                "expected the order of a whole column, because each call sees only a part of it. Received: 'infer'. "
                "Take two passes: sum what datenorm.infer finds in the parts, and give the sum as the order"
            )
        if self.field is not None and ANSWER.get_field_index(self.field) < 0:
            names = ", ".join(field.name for field in ANSWER)
            raise ValueError(f"expected a field of {names}. Received: {self.field!r}")

    def __call__(self, column: pa.Array) -> pa.Array:
        """Returns the answers to some rows, or one field of them."""
        import datenorm  # by name, so that each worker opens the preset once and for itself

        answers = datenorm.normalize_array(
            column,
            task=self.task,
            order=self.order,
            locale=self.locale,
            min_confidence=self.min_confidence,
            threads=self.threads,
        )
        return answers if self.field is None else answers.field(self.field)


def as_column(column: object) -> pa.Array | pa.ChunkedArray | list[Any]:
    """Returns a column as an Arrow array of a type of `is_text`, or as a list.

    Args:
        column: An Arrow array of text; whatever exports one through Arrow's C interface, as the Series of pandas and
            Polars do; or a list, tuple or NumPy array.

    Raises:
        TypeError: `column` is something else, or its type is not text.
    """
    if isinstance(column, np.ndarray) and column.ndim == 1:
        return column.tolist()
    if isinstance(column, Sequence) and not isinstance(column, str | bytes | bytearray | pa.Array | pa.ChunkedArray):
        return list(column)
    array = column if isinstance(column, pa.Array | pa.ChunkedArray) else _imported(column)
    if not is_text(array.type):
        raise TypeError(f"expected a column of text, such as one cast to strings. Received: a column of {array.type}")
    return array


def _imported(column: object) -> pa.Array | pa.ChunkedArray:
    name = type(column).__name__
    imports: dict[str, Callable[[object], Any]] = {
        "__arrow_c_stream__": pa.chunked_array,
        "__arrow_c_array__": pa.array,
    }
    for protocol, imported in imports.items():
        if hasattr(column, protocol):
            try:
                return imported(column)
            except (pa.ArrowException, TypeError, ValueError) as error:
                raise TypeError(
                    f"expected a column of text, or a list of its rows. Received: {name}: {error}"
                ) from error
    raise TypeError(
        f"expected a column: an Arrow array, a Series of pandas or Polars, or a list of texts. Received: {name}"
    )


def is_text(type_: pa.DataType) -> bool:
    """Returns whether a column of this Arrow type can hold texts."""
    return _plain(type_) in _TEXT_TYPES


def texts(column: pa.Array | pa.ChunkedArray | list[Any]) -> Iterator[Any]:
    """Yields the text of each row: '' for null, and bytes for what is not UTF-8 or no text."""
    distinct, rows = encode(column)
    return (distinct[row] for row in rows.to_numpy())


def encode(column: pa.Array | pa.ChunkedArray | list[Any]) -> tuple[list[Any], pa.Array]:
    """Returns the different texts of a column, and for each row the index of its text.

    The texts are as `texts` yields them; both spellings of nothing, null and '', are ''.
    """
    if isinstance(column, list):
        return _encode_list(column)
    # As bytes, because no kernel checks a string type's promise that it holds UTF-8.
    column = _as_bytes(column)
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    encoded = column.dictionary_encode()
    distinct = [_decoded(text) for text in encoded.dictionary.to_pylist()]
    return [*distinct, ""], encoded.indices.fill_null(len(distinct))


def _encode_list(items: list[Any]) -> tuple[list[Any], pa.Array]:
    places: dict[str | bytes, int] = {}
    rows = [places.setdefault(_text_of(item), len(places)) for item in items]
    return list(places), pa.array(rows, pa.int32())


def _text_of(item: object) -> str | bytes:
    if isinstance(item, str):
        return item
    if isinstance(item, bytes):
        return _decoded(item)
    missing = item is None or (isinstance(item, float) and math.isnan(item))  # pandas marks what is missing with NaN
    return "" if missing else _NOT_TEXT


def _as_bytes(column: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    if pa.types.is_dictionary(column.type) and isinstance(column, pa.ChunkedArray):
        return pa.chunked_array(map(_as_bytes, column.chunks), pa.large_binary())
    if pa.types.is_dictionary(column.type):
        return column.dictionary.cast(pa.large_binary()).take(column.indices)
    return column.cast(pa.large_binary())


def _plain(type_: pa.DataType) -> pa.DataType:
    return type_.value_type if pa.types.is_dictionary(type_) else type_


def _decoded(text: bytes | None) -> str | bytes:
    if not text:
        return ""
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text


def _answers(normalizer: Normalizer, distinct: Iterable[Any], order: Order, locale: str | None) -> pa.StructArray:
    results = normalizer.normalize_batch(distinct, order, locale=locale)
    values = [result.value for result in results]
    precisions = [precision_of(value) if value else None for value in values]
    columns = {
        "value": values,
        "precision": precisions,
        "date": [
            dt.date.fromisoformat(str(value)) if precision == "day" else None
            for value, precision in zip(values, precisions, strict=True)
        ],
        "confidence": [result.confidence for result in results],
        "ambiguous": [result.ambiguous for result in results],
        "reason": [result.reason for result in results],
    }
    arrays = [pa.array(columns[field.name], field.type) for field in ANSWER]
    return pa.StructArray.from_arrays(arrays, fields=list(ANSWER))
