"""Columns: Arrow arrays of text in, struct arrays of answers out."""

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from datenorm.core.numeric_dates import INFER
from datenorm.reading.convention import Convention, gather
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.reference import Reference, identity, is_reference, read_reference
from datenorm.reading.result import Result
from datenorm.tables.precision import DAY, MINUTE, SECOND, is_exact, precision_of

ANSWER = pa.struct(
    {
        "value": pa.string(),
        "kind": pa.string(),
        "precision": pa.string(),
        "date": pa.date32(),
        "start": pa.timestamp("us"),
        "end": pa.timestamp("us"),
        "offset": pa.int16(),
        "calendar": pa.string(),
        "confidence": pa.float32(),
        "ambiguous": pa.bool_(),
        "reason": pa.string(),
    }
)
"""The type of an answer: what a table has use for."""

_TEXTS_AT_ONCE = 1 << 16  # so that the Results of a long column are never in memory together
_DAY_LENGTH = len("1979-05-03")
_LAST_OF_DAY = dt.timedelta(days=1) - dt.timedelta(microseconds=1)
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
    normalizer: Normalizer,
    column: object,
    order: Order = None,
    locale: str | None = None,
    reference: object = None,
    prefer: str | None = None,
) -> pa.StructArray:
    """Returns the answers to a column. Equal texts are read once.

    Args:
        normalizer: Reads it.
        column: An Arrow array, what exports one, or a list; see `as_column`.
        order: As in `Normalizer.normalize_batch`.
        locale: As in `Normalizer.normalize_batch`.
        reference: As in `Normalizer.normalize`; or a column of references, one for each row. A reference of a column
            that cannot be read counts as none.
        prefer: As in `Normalizer.normalize`.

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
    references = None if is_reference(reference) else references_of(reference, len(rows))
    beside: dict[str, Any] = {
        "locale": locale,
        "reference": reference if references is None else None,
        "prefer": prefer,
    }
    if references is not None:
        beside["prefer"] = None
        normalizer.normalize_batch([], order, locale=locale, reference=[], prefer=prefer)  # refuses wrong use
    answers = []
    dependent: dict[int, Result] = {}
    for start in range(0, len(distinct), _TEXTS_AT_ONCE) or [0]:
        results = normalizer.normalize_batch(distinct[start : start + _TEXTS_AT_ONCE], order, **beside)
        answers.append(answers_of(results))
        if references is not None:
            dependent |= {i: result for i, result in enumerate(results, start) if result.depends_on_reference}
    if dependent and references is not None:
        rows = _resolved(normalizer, dependent, rows, len(distinct), references, prefer, answers)
    return pa.concat_arrays(answers).take(rows)


def _resolved(
    normalizer: Normalizer,
    dependent: dict[int, Result],
    rows: pa.Array,
    count: int,
    references: Sequence[dt.datetime | None],
    prefer: str | None,
    answers: list[pa.StructArray],
) -> pa.Array:
    """Adds the answers to texts beside their references, and returns for each row the index of its answer.

    Args:
        normalizer: Read the texts.
        dependent: Index of a text -> its result, of texts that depend on a reference.
        rows: For each row the index of its text.
        count: How many answers there are.
        references: For each row its reference.
        prefer: As in `Normalizer.normalize`.
        answers: Gets those that are added.
    """
    indices = rows.to_pylist()
    places: dict[tuple[int, Hashable], int] = {}
    fresh: list[Result] = []
    for row, (index, reference) in enumerate(zip(indices, references, strict=True)):
        if reference is None or index not in dependent:
            continue
        key = index, identity(reference)
        if key not in places:
            places[key] = count + len(fresh)
            fresh.append(normalizer.resolve(dependent[index], reference, prefer))
        indices[row] = places[key]
    answers.append(answers_of(fresh))
    return pa.array(indices, pa.int64())


def references_of(column: object, count: int) -> list[dt.datetime | None]:
    """Returns the reference of each row; None for what is none."""
    if isinstance(column, Sequence | np.ndarray):
        items = list(column)
    else:
        array = column if isinstance(column, pa.Array | pa.ChunkedArray) else _imported(column)
        if pa.types.is_timestamp(array.type):
            array = array.cast(pa.timestamp("us", array.type.tz), safe=False)  # what Python's datetime can hold
        items = array.to_pylist()
    if len(items) != count:
        raise ValueError(f"expected a reference for each of {count} rows. Received: {len(items)}")
    found: list[dt.datetime | None] = []
    for item in items:
        try:
            found.append(None if item is None or item != item else read_reference(item))  # NaT differs from itself
        except (TypeError, ValueError):
            found.append(None)
    return found


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
    reference: Reference = None
    prefer: str | None = None

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
            reference=self.reference,
            prefer=self.prefer,
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


def answers_of(results: Sequence[Result]) -> pa.StructArray:
    """Returns results as an array of type `ANSWER`."""
    values = [result.value for result in results]
    precisions = [precision_of(value) if value else None for value in values]
    # A day has its own bounds, which arrays calculate. The others take a datetime of each, and so does a day that came
    # from a reference, which can have a zone.
    are_days = [
        precision == DAY and len(value or "") == _DAY_LENGTH and result.relative is None
        for value, precision, result in zip(values, precisions, results, strict=True)
    ]
    bounds = [(None, None) if is_day else result.bounds for result, is_day in zip(results, are_days, strict=True)]
    days = pa.array([value if is_day else None for value, is_day in zip(values, are_days, strict=True)], pa.string())
    midnights = days.cast(pa.date32()).cast(pa.timestamp("us"))
    columns = {
        "value": values,
        "kind": [result.kind for result in results],
        "precision": precisions,
        "date": [_day(value, precision) for value, precision in zip(values, precisions, strict=True)],
        "offset": [_offset(start or end) for start, end in bounds],
        "calendar": [result.calendar if result.value else None for result in results],
        "confidence": [result.confidence for result in results],
        "ambiguous": [result.ambiguous for result in results],
        "reason": [result.reason for result in results],
    }
    arrays = {name: pa.array(column, ANSWER.field(name).type) for name, column in columns.items() if name != "date"}
    arrays["date"] = pa.array(columns["date"], pa.string()).cast(pa.date32())
    for name, at_midnight, times in (
        ("start", midnights, [start for start, _ in bounds]),
        ("end", pc.add(midnights, pa.scalar(_LAST_OF_DAY, pa.duration("us"))), [end for _, end in bounds]),
    ):
        walls = pa.array([time and time.replace(tzinfo=None) for time in times], pa.timestamp("us"))
        arrays[name] = pc.coalesce(at_midnight, walls)
    return pa.StructArray.from_arrays([arrays[field.name] for field in ANSWER], fields=list(ANSWER))


def _day(value: str | None, precision: str | None) -> str | None:
    """Returns the day of a value that states one, as it is written and without a qualifier."""
    if value is None or precision not in (DAY, MINUTE, SECOND) or value[4:5] != "-" or not is_exact(value):
        return None
    return value[:_DAY_LENGTH]


def _offset(moment: dt.datetime | None) -> int | None:
    """Returns the minutes that a moment's clock is ahead of UTC; None if its zone is unknown."""
    offset = moment.utcoffset() if moment else None
    return None if offset is None else offset // dt.timedelta(minutes=1)
