"""Table files: CSV, Excel or Parquet in, the same rows with the answers to one column out."""

import collections
import contextlib
import csv
import dataclasses
import datetime as dt
import functools
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import pyarrow as pa

from datenorm.core.reasons import Reason
from datenorm.reading.convention import Convention, infer
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.reference import Reference, read_reference
from datenorm.tables.delimited import Delimited
from datenorm.tables.excel import Excel
from datenorm.tables.inputs import Input, format_of
from datenorm.tables.parquet import Parquet
from datenorm.tables.questions import Answer, Questions
from datenorm.tables.reader import Reader
from datenorm.tables.sources import NEW_COLUMNS, Block, Source, new_names
from datenorm.tables.targets import compressed, csv_writer, parquet_writer, replaced_when_whole
from datenorm.tables.workers import Workers

WriteAnswers = Callable[[Block, list[Answer]], None]
"""Writes some rows with their answers."""

_References = list[dt.datetime | None] | None
"""The references of some rows, None of one that cannot be read; None for rows without references."""


@dataclasses.dataclass
class Counts:
    """What became of the rows.

    Attributes:
        rows: How many there are.
        unanswered: How many of these have no value.
        ambiguous: How many of these read two ways.
        not_text: The numbers of the rows whose text in the column is not UTF-8.
        without_reference: The numbers of the rows whose reference cannot be read, if each row has one.
    """

    rows: int = 0
    unanswered: int = 0
    ambiguous: int = 0
    not_text: list[int] = dataclasses.field(default_factory=list)
    without_reference: list[int] = dataclasses.field(default_factory=list)


def open_table(
    path: Path,
    column: str,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    reference: str | None = None,
) -> Source:
    """Opens a table in the format that its suffix names.

    Args:
        path: A file that ends in .csv, .tsv (both also with .gz or .zst), .parquet or .xlsx; or `-`, CSV from stdin.
        column: The name of the column to read.
        delimiter: The character between two cells of a CSV file. Found out by default.
        encoding: The encoding of a CSV file. Found out by default, and mentioned in the source's notes.
        sheet: The sheet of an Excel workbook. The first one by default.
        reference: The name of the column that says when each text was written, if there is one.

    Raises:
        ValueError: The suffix is another one, the file is damaged, or it does not hold a column.
        OSError: The file cannot be read.
    """
    source = Input(path)
    if source.format == "parquet":
        return Parquet(source, column, reference)
    if source.format == "xlsx":
        return Excel(source, column, sheet, reference)
    return Delimited(source, column, delimiter, encoding, reference)


def check_target_format(path: Path) -> None:
    """Refuses a path that names no format that can be written.

    Raises:
        ValueError: The path ends in none of the suffixes.
    """
    if format_of(path)[0] == "xlsx":
        raise ValueError(f"expected an OUT that ends in .csv, .tsv or .parquet, or -. Received: {str(path)!r}")


def count_rows(source: Source) -> int:
    """Returns the number of rows. Reads all of them, so that no damaged row is found after writing has begun.

    Raises:
        ValueError: The file is damaged, or a row cannot be kept whole.
    """
    return sum(len(block.texts) for block in source.blocks(texts_alone=True))


def infer_convention(source: Source, given: Convention | None = None) -> Convention:
    """Returns what the rows of the column say together about how its dates are written.

    Args:
        source: The table.
        given: A convention with the options that are given by hand.
    """
    return infer(
        (text for block in source.blocks(texts_alone=True) for text in block.texts),
        **(given.options if given else {}),
    )


def normalize_table(
    source: Source,
    target: Path,
    normalizer: Normalizer,
    *,
    order: Order = None,
    locale: str | None = None,
    reference: Reference = None,
    prefer: str | None = None,
    delimiter: str | None = None,
    rows: int | None = None,
    processes: int = 1,
    advance: Callable[[int], object] = lambda _: None,
) -> Counts:
    """Writes a table with four more columns: `<column>_normalized`, `_confidence`, `_ambiguous` and `_reason`.

    The rows of a CSV file go into another CSV file as they are, in its encoding.

    Args:
        source: The table, all of whose rows `count_rows` has checked.
        target: The new file. Its suffix names the format. An older file is replaced in one step at the end.
        normalizer: Reads the column.
        order: As in `Normalizer.normalize_batch`. In place of `infer` give what `infer_convention` found.
        locale: As in `Normalizer.normalize_batch`.
        reference: When the texts were written, as in `Normalizer.normalize`. A source with a column of references has
            one in each row instead; a row whose reference cannot be read has none.
        prefer: As in `Normalizer.normalize`.
        delimiter: The character between two cells of a CSV file. By default that of the source, or a comma.
        rows: How many rows `count_rows` found.
        processes: How many others read, if there are texts enough; by default this one reads alone.
        advance: Called after each block with its number of rows.

    Raises:
        ValueError: The source is damaged, or has types that the target cannot hold.
        OSError: The target cannot be written, or another process ended before its work was done.
    """
    counts = Counts()
    questions = Questions(normalizer, order, locale, read_reference(reference), prefer)
    with (
        Workers(questions, processes) as workers,
        replaced_when_whole(target) as file,
        _writer(file, target, source, delimiter) as write,
    ):
        for block, answers, references in _read(source.blocks(), Reader(questions, workers), workers):
            write(block, answers)
            first = counts.rows + 1
            for answer in answers:
                counts.rows += 1
                counts.unanswered += answer.value is None
                counts.ambiguous += answer.ambiguous
                if answer.reason == Reason.NOT_TEXT:
                    counts.not_text.append(counts.rows)
            without = (place for place, each in enumerate(references or ()) if each is None)
            counts.without_reference += (first + place for place in without)
            advance(len(answers))
        if rows not in (None, counts.rows):
            raise ValueError(f"{source.name} changed while it was read: it had {rows:,} rows, then {counts.rows:,}")
    return counts


def _read(
    blocks: Iterable[Block], reader: Reader, workers: Workers
) -> Iterator[tuple[Block, list[Answer], _References]]:
    """Yields each block with its answers, in order. Some are begun while those before them are read."""
    begun: collections.deque[tuple[Block, Callable[[], list[Answer]], _References]] = collections.deque()
    for block in blocks:
        references = None if block.references is None else reader.references(block.references)
        begun.append((block, reader.begin(block.texts, references), references))
        while len(begun) > workers.ahead:
            first, answers, of_first = begun.popleft()
            yield first, answers(), of_first
    for block, answers, references in begun:
        yield block, answers(), references


@contextlib.contextmanager
def _writer(file: IO[bytes], target: Path, source: Source, delimiter: str | None) -> Iterator[WriteAnswers]:
    format_, compression = format_of(target)
    if format_ == "csv":
        delimiter = delimiter or ("\t" if ".tsv" in target.suffixes else None)
        own = source.delimiter if isinstance(source, Delimited) else None
        with compressed(file, compression) as stream:
            if isinstance(source, Delimited) and delimiter in (None, own):
                yield _line_writer(stream, source)
            else:
                with csv_writer(stream, _schema(source), delimiter or own or ",") as write_batch:
                    yield lambda block, answers: write_batch(_with_answers(block, answers, _schema(source)))
        return
    with parquet_writer(file, _schema(source)) as write_batch:
        yield lambda block, answers: write_batch(_with_answers(block, answers, _schema(source)))


def _schema(source: Source) -> pa.Schema:
    schema = source.schema
    for name, type_ in zip(new_names(source.column), NEW_COLUMNS.values(), strict=True):
        schema = schema.append(pa.field(name, type_))
    return schema


def _with_answers(block: Block, answers: list[Answer], schema: pa.Schema) -> pa.RecordBatch:
    old = block.to_arrow().columns
    new = [
        pa.array(column, type_) for column, type_ in zip(zip(*answers, strict=True), NEW_COLUMNS.values(), strict=True)
    ]
    return pa.RecordBatch.from_arrays([*old, *new], schema=schema)


def _line_writer(file: IO[bytes], source: Delimited) -> WriteAnswers:
    """Returns what writes the source's lines as they are, with the answers behind them."""
    encoding, errors, delimiter = source.encoding.name, source.encoding.errors, source.delimiter

    def encode(text: str) -> bytes:
        return text.encode(encoding, errors)

    names = _csv_line(new_names(source.column), delimiter)
    file.write(source.encoding.mark + encode(f"{source.head}{source.header}{delimiter}{names}{source.end}"))

    def write(block: Block, answers: list[Answer]) -> None:
        new = (_cells(answer, delimiter) for answer in answers)
        rows = zip(block.lines or (), new, block.ends or (), strict=True)
        file.write(encode("".join([f"{line}{cells}{end}" for line, cells, end in rows])))

    return write


@functools.lru_cache(1 << 12)  # equal texts have equal answers
def _cells(answer: Answer, delimiter: str) -> str:
    value, confidence, ambiguous, reason = answer
    cells = (value or "", f"{confidence:.6g}", "true" if ambiguous else "false", reason or "")
    return "".join([f'{delimiter}"{cell}"' if delimiter in cell else delimiter + cell for cell in cells])


def _csv_line(cells: list[str], delimiter: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="").writerow(cells)
    return line.getvalue()
