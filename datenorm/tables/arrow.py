"""Columns: Arrow arrays of text in, struct arrays of answers out."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from datenorm.reading.date_order import INFER, infer_order
from datenorm.reading.normalizer import Normalizer, Order

ANSWER = pa.struct({"value": pa.string(), "confidence": pa.float32(), "ambiguous": pa.bool_(), "reason": pa.string()})
"""The type of an answer: the fields of a Result that a table has use for."""

# Enough for equal texts to meet, few enough for the Results to weigh little.
_ROWS_AT_ONCE = 1 << 16


def normalize_column(
    normalizer: Normalizer, column: pa.Array | pa.ChunkedArray, order: Order = None, locale: str | None = None
) -> pa.StructArray:
    """Read a column.

    Args:
        normalizer: Reads it.
        column: Texts: strings or bytes in UTF-8, large, as views or dictionary-encoded.
        order: As in `Normalizer.normalize_batch`.
        locale: As in `Normalizer.normalize_batch`.

    Returns:
        An answer for each row, in order, of type `ANSWER`, never null. A null has no value and the reason `empty`.

    Raises:
        TypeError: `column` is no Arrow array, or holds something else.
        ValueError: As in `Normalizer.normalize_batch`.
    """
    if not isinstance(column, pa.Array | pa.ChunkedArray):
        raise TypeError(f"expected an Arrow array, such as pyarrow.array(texts). Received: {type(column).__name__}")
    if not is_text(column.type):
        raise TypeError(f"expected a column of text. Received: {column.type}")
    if order == INFER:
        order = infer_order(texts(column))
    starts = range(0, len(column), _ROWS_AT_ONCE) or [0]
    answers = [_answers(normalizer, column.slice(start, _ROWS_AT_ONCE), order, locale) for start in starts]
    return pa.concat_arrays(answers)


def is_text(type_: pa.DataType) -> bool:
    """Whether a column of this Arrow type can hold texts."""
    if pa.types.is_dictionary(type_):
        type_ = type_.value_type
    return type_ in (
        *(
            pa.string(),
            pa.large_string(),
            pa.string_view(),
            pa.binary(),
            pa.large_binary(),
            pa.binary_view(),
            pa.null(),
        ),
    )


def texts(column: pa.Array | pa.ChunkedArray) -> Iterator[Any]:
    """The texts of a column: '' for null, and bytes for what is not UTF-8."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    for chunk in column.chunks if isinstance(column, pa.ChunkedArray) else [column]:
        yield from _texts(chunk)


def _texts(chunk: pa.Array) -> Iterable[Any]:
    try:
        return [_decoded(text) for text in chunk.to_pylist()]
    except UnicodeDecodeError:  # of a string type, which promises UTF-8
        return [_decoded(text) for text in chunk.view(_BYTES[chunk.type]).to_pylist()]


_BYTES = {
    pa.string(): pa.binary(),
    pa.large_string(): pa.large_binary(),
    pa.string_view(): pa.binary_view(),
}


def _decoded(text: str | bytes | None) -> str | bytes:
    if isinstance(text, bytes):
        try:
            return text.decode()
        except UnicodeDecodeError:
            return text
    return text or ""


def _answers(normalizer: Normalizer, column: pa.Array, order: Order, locale: str | None) -> pa.StructArray:
    results = normalizer.normalize_batch(texts(column), order, locale=locale)
    arrays = [pa.array([getattr(result, field.name) for result in results], field.type) for field in ANSWER]
    return pa.StructArray.from_arrays(arrays, fields=list(ANSWER))
