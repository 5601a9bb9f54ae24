"""Parquet: files whose columns keep their types."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from datenorm.tables.arrow import is_text
from datenorm.tables.arrow import texts as texts_of
from datenorm.tables.inputs import Input
from datenorm.tables.sources import BLOCK, Block, check_columns, is_readable

_BUFFER = 1 << 18


class Parquet:
    """A Parquet file. Dates and timestamps of the column to read become texts in ISO 8601.

    Args:
        source: The file.
        column: The name of the column to read.
        reference: The name of the column of references, if there is one.

    Raises:
        ValueError: The file is damaged, or a column is missing or of another type.
        OSError: The file cannot be read.
    """

    def __init__(self, source: Input, column: str, reference: str | None = None) -> None:
        self.name = source.name
        self.column = column
        self.reference = reference
        self.notes: list[str] = []
        self.uneven = 0
        self._path = source.path
        with self._open() as file:
            self.schema = file.schema_arrow
        check_columns(self.schema, column, reference, self.name)
        for one in filter(None, (column, reference)):
            type_ = self.schema.field(one).type
            if not is_readable(type_):
                raise ValueError(f"{self.name}: expected text or dates in column {one!r}. Received: {type_}")

    def blocks(self, *, texts_alone: bool = False) -> Iterator[Block]:
        """Yields all rows in order."""
        columns = [self.column] if texts_alone else None
        with self._open() as file:
            batches = file.iter_batches(BLOCK, columns=columns, use_threads=False)
            while True:
                try:
                    batch = next(batches, None)
                except (pa.ArrowException, OSError) as error:
                    raise ValueError(f"{self.name} is damaged: {error}") from error
                if batch is None:
                    return
                references = None
                if self.reference is not None and not texts_alone:
                    references = _texts(batch.column(self.reference))
                texts = _texts(batch.column(self.column))
                yield Block(texts, lambda batch=batch: batch, references=references)  # type: ignore[misc]

    def _open(self) -> pa.parquet.ParquetFile:
        with self._path.open("rb"):  # raises an OSError that names the file
            pass
        try:
            return pa.parquet.ParquetFile(self._path, buffer_size=_BUFFER, pre_buffer=False)
        except (pa.ArrowException, OSError) as error:
            raise ValueError(f"{self.name} is damaged: {error}") from error


def _texts(column: pa.Array) -> list[Any]:
    if is_text(column.type):
        return list(texts_of(column))
    return ["" if item is None else item.isoformat() for item in _without_nanoseconds(column).to_pylist()]


def _without_nanoseconds(column: pa.Array) -> pa.Array:
    """Returns the column in a unit that Python's datetime can hold."""
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return column
