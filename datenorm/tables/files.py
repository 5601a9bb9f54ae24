"""Table files: CSV or Parquet in, the same table with normalized columns out, in batches and never half-written."""

import contextlib
import dataclasses
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from datenorm.reading.date_order import OrderEvidence, infer_order
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.tables.arrow import is_text, normalize_column, texts

# The decoder's memory grows with the rows of a batch. With these limits a run takes less than 250 MB.
_ROWS_AT_ONCE = 512
_BYTES_AT_ONCE = 1 << 18
_ROW_GROUP = 1 << 16
_COLUMNS = {
    "normalized": ("value", pa.string()),
    "confidence": ("confidence", pa.float32()),
    "ambiguous": ("ambiguous", pa.bool_()),
    "reason": ("reason", pa.string()),
}
"""Suffix of a new column's name -> the field of the answer that the column holds, and its type."""

Report = Callable[[str], None]
"""Takes a sentence about a row that is left out, or whose bytes are no text."""


class Source(Protocol):
    """A table to read."""

    schema: pa.Schema

    def count_rows(self) -> int:
        """Returns about how many rows there are."""

    def batches(self, columns: Sequence[str] | None = None, report: Report | None = None) -> Iterator[pa.RecordBatch]:
        """Yields the rows from the first on, of all columns or some. Reports and leaves out a row it cannot read."""


@dataclasses.dataclass
class Counts:
    """What became of the rows.

    Attributes:
        rows: How many were written.
        unanswered: How many of these have no value.
        ambiguous: How many of these read two ways.
        left_out: How many could not be read as rows.
    """

    rows: int = 0
    unanswered: int = 0
    ambiguous: int = 0
    left_out: int = 0


def open_table(path: Path, delimiter: str = ",", *, bytes_as_they_are: bool = False) -> Source:
    """Opens a table in the format that its suffix names.

    Args:
        path: A file that ends in .csv or .parquet.
        delimiter: The character between two cells of a CSV file.
        bytes_as_they_are: Whether to accept cells of a CSV file that are not UTF-8. Parquet cannot hold them.

    Raises:
        ValueError: The suffix is another one, or the file is damaged.
        OSError: The file cannot be read.
    """
    suffix = check_suffix(path)
    try:
        return _Csv(path, delimiter, bytes_as_they_are) if suffix == ".csv" else _Parquet(path)
    except pa.ArrowInvalid as error:
        raise ValueError(f"{path}: {error}") from error


def check_suffix(path: Path) -> str:
    """Returns the suffix in lower case.

    Raises:
        ValueError: The suffix is neither .csv nor .parquet.
    """
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".parquet"):
        raise ValueError(f"expected a path that ends in .csv or .parquet. Received: {str(path)!r}")
    return suffix


def check_column(source: Source, column: str) -> None:
    """Refuses a column that cannot be read, or whose new columns would replace others.

    Raises:
        ValueError: The column is missing, occurs twice or holds no text; or the name of a new column is taken.
    """
    names = source.schema.names
    if names.count(column) != 1:
        found = "it twice" if column in names else "none of this name"
        raise ValueError(f"expected one column {column!r} among {', '.join(map(repr, names))}. Received: {found}")
    type_ = source.schema.field(column).type
    if not is_text(type_):
        raise ValueError(f"expected text in column {column!r}. Received: {type_}")
    taken = [name for name in map(f"{column}_{{}}".format, _COLUMNS) if name in names]
    if taken:
        raise ValueError(f"expected no column {' or '.join(map(repr, taken))}, whose names the new columns need")


def infer_column_order(source: Source, column: str) -> OrderEvidence:
    """Returns what a column says about the order of its all-number dates."""
    return infer_order(text for batch in source.batches([column]) for text in texts(batch.column(0)))


def normalize_table(
    source: Source,
    target: Path,
    column: str,
    normalizer: Normalizer,
    *,
    order: Order = None,
    locale: str | None = None,
    delimiter: str = ",",
    report: Report = lambda _: None,
    advance: Callable[[int], object] = lambda _: None,
) -> Counts:
    """Writes a table with four more columns: `<column>_normalized`, `_confidence`, `_ambiguous` and `_reason`.

    Args:
        source: The table.
        target: The new file. Its suffix names the format. An older file is replaced in one step at the end.
        column: The column to read.
        normalizer: Reads it.
        order: As in `Normalizer.normalize_batch`. In place of `infer` give what `infer_column_order` found.
        locale: As in `Normalizer.normalize_batch`.
        delimiter: The character between two cells of a CSV file.
        report: Called with a sentence for each row that is left out, or whose bytes are no text.
        advance: Called after each batch with its number of rows.

    Raises:
        ValueError: The source is damaged, or has types that the target cannot hold.
        OSError: The target cannot be written.
    """
    counts = Counts()

    def leave_out(sentence: str) -> None:
        counts.left_out += 1
        report(sentence)

    schema = source.schema
    if check_suffix(target) == ".csv":
        schema = pa.schema([field.with_type(_plain(field.type)) for field in schema])
    for suffix, (_, type_) in _COLUMNS.items():
        schema = schema.append(pa.field(f"{column}_{suffix}", type_))
    with _replaced_when_whole(target) as file, _writer(file, target, schema, delimiter) as write:
        for batch in source.batches(report=leave_out):
            for start in range(0, batch.num_rows, _ROWS_AT_ONCE):
                rows = batch.slice(start, _ROWS_AT_ONCE)
                answers = normalize_column(normalizer, rows.column(column), order, locale)
                new = [answers.field(field) for field, _ in _COLUMNS.values()]
                old = [array.cast(schema.field(i).type) for i, array in enumerate(rows.columns)]
                write(pa.RecordBatch.from_arrays([*old, *new], schema=schema))
                for i, reason in enumerate(answers.field("reason").to_pylist()):
                    if reason == "not text":
                        report(f"row {counts.rows + i + 1}: its {column} is not UTF-8")
                counts.rows += rows.num_rows
                counts.unanswered += answers.field("value").null_count
                counts.ambiguous += answers.field("ambiguous").true_count
                advance(rows.num_rows)
    return counts


def _plain(type_: pa.DataType) -> pa.DataType:
    return type_.value_type if pa.types.is_dictionary(type_) else type_


@contextlib.contextmanager
def _replaced_when_whole(path: Path) -> Iterator[BinaryIO]:
    """Yields a new file that replaces `path` at the end. Removes the new file if there is an error."""
    path = path.resolve()  # replaces what a link points to, not the link
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with new.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


@contextlib.contextmanager
def _writer(
    file: BinaryIO, path: Path, schema: pa.Schema, delimiter: str
) -> Iterator[Callable[[pa.RecordBatch], None]]:
    if check_suffix(path) == ".csv":
        options = pa.csv.WriteOptions(delimiter=delimiter)
        with pa.csv.CSVWriter(file, schema, write_options=options) as csv:
            yield csv.write_batch
        return
    waiting: list[pa.RecordBatch] = []

    def write(batch: pa.RecordBatch) -> None:
        waiting.append(batch)
        if sum(batch.num_rows for batch in waiting) >= _ROW_GROUP:
            parquet.write_table(pa.Table.from_batches(waiting, schema))
            waiting.clear()

    with pa.parquet.ParquetWriter(file, schema) as parquet:
        yield write
        parquet.write_table(pa.Table.from_batches(waiting, schema))


class _Csv:
    """A CSV file. All cells are texts, so that 007 never becomes 7."""

    def __init__(self, path: Path, delimiter: str, bytes_as_they_are: bool) -> None:
        self._path = path
        self._delimiter = delimiter
        self._check_utf8 = not bytes_as_they_are
        with self._open({}, None, None) as reader:
            self.schema = pa.schema([(name, pa.string()) for name in reader.schema.names])

    def count_rows(self) -> int:
        with self._path.open("rb") as file:
            return max(0, sum(block.count(b"\n") for block in iter(lambda: file.read(_BYTES_AT_ONCE), b"")) - 1)

    def batches(self, columns: Sequence[str] | None = None, report: Report | None = None) -> Iterator[pa.RecordBatch]:
        types = dict.fromkeys(self.schema.names, pa.string())
        try:
            with self._open(types, columns, report) as reader:
                yield from reader
        except pa.ArrowInvalid as error:
            raise ValueError(f"{self._path}: {error}") from error

    def _open(
        self, types: dict[str, pa.DataType], columns: Sequence[str] | None, report: Report | None
    ) -> pa.csv.CSVStreamingReader:
        def leave_out(row: Any) -> str:
            if report:
                cells = f"{row.actual_columns} cells, and not {row.expected_columns}"
                report(f"row {row.number} has {cells}, and is left out")
            return "skip"

        return pa.csv.open_csv(
            self._path,
            read_options=pa.csv.ReadOptions(use_threads=False, block_size=_BYTES_AT_ONCE),
            parse_options=pa.csv.ParseOptions(
                delimiter=self._delimiter,
                newlines_in_values=True,
                # In a table with one column an empty line is a row.
                ignore_empty_lines=len(types) != 1,
                invalid_row_handler=leave_out,
            ),
            convert_options=pa.csv.ConvertOptions(
                column_types=types,
                include_columns=columns,
                check_utf8=self._check_utf8,
                # An empty cell stays different from one that holds "".
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
            ),
        )


class _Parquet:
    """A Parquet file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._open() as file:
            self.schema = file.schema_arrow

    def count_rows(self) -> int:
        with self._open() as file:
            rows: int = file.metadata.num_rows
            return rows

    def batches(self, columns: Sequence[str] | None = None, report: Report | None = None) -> Iterator[pa.RecordBatch]:
        try:
            with self._open() as file:
                yield from file.iter_batches(_ROWS_AT_ONCE, columns=columns, use_threads=False)
        except pa.ArrowInvalid as error:
            raise ValueError(f"{self._path}: {error}") from error

    def _open(self) -> pa.parquet.ParquetFile:
        return pa.parquet.ParquetFile(self._path, buffer_size=_BYTES_AT_ONCE, pre_buffer=False)
