"""Delimited text: CSV and TSV files, whose rows stay as they are, character by character."""

import contextlib
import csv
import functools
import io
import itertools
import re
from collections.abc import Generator, Iterator
from typing import BinaryIO

import pyarrow as pa

from datenorm.tables.encodings import Encoding, detect_encoding, named_encoding
from datenorm.tables.inputs import Input
from datenorm.tables.sources import BLOCK, Block, check_columns

_DELIMITERS = (",", ";", "\t", "|")  # those that a header can show
_SEP_LINE = re.compile(r"\"?sep=([^\"\r\n])\"?(\r\n|\r|\n)", re.IGNORECASE)  # Excel's note of the delimiter
_LARGEST_CELL = 1 << 24  # characters; a larger cell is a quote that never closes
_SAMPLE = 1 << 16


class Delimited:
    """A table of delimited text. All cells are texts, so that 007 never becomes 7.

    A row with fewer cells than the header is kept as if its last cells were empty. A row with more is kept if the cells
    beyond the header are empty. An empty line is a row only in a table with one column.

    Args:
        source: The bytes.
        column: The name of the column to read.
        delimiter: The character between two cells. By default the one that makes `column` a cell of the header.
        encoding: Python's name of the encoding. Found out by default.
        reference: The name of the column of references, if there is one.

    Attributes:
        delimiter: The character between two cells.
        encoding: The encoding.
        head: The characters before the header: nothing, or Excel's line `sep=;`.
        header: The header's line without its end.
        end: The end of the header's line.
        uneven: How many rows of the last pass had fewer or more cells than the header.

    Raises:
        ValueError: The encoding cannot be found out, or the header does not hold a column once.
        OSError: The file cannot be read.
    """

    def __init__(
        self,
        source: Input,
        column: str,
        delimiter: str | None = None,
        encoding: str | None = None,
        reference: str | None = None,
    ) -> None:
        self.name = source.name
        self.column = column
        self.reference = reference
        self.uneven = 0
        self.notes: list[str] = []
        self._input = source
        # A limit of the whole process, which is too low for the cells of some tables.
        csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL))
        self.encoding = self._find_encoding(encoding)
        with self._open() as text:
            try:
                sample = text.read(_SAMPLE)
            except UnicodeDecodeError as error:
                raise self._undecodable(error) from error
        note = _SEP_LINE.match(sample)
        self.head = note[0] if note else ""
        named = delimiter or (note and note[1]) or ("\t" if ".tsv" in source.path.suffixes else None)
        self.delimiter = named or _find_delimiter(sample, column)
        with contextlib.closing(self._rows(width=None)) as rows:
            first = next(rows, None)
        if first is None:
            raise ValueError(f"expected a header with the column {column!r}. Received: nothing, {self.name} is empty")
        cells, self.header, self.end = first
        self.schema = pa.schema([(name, pa.string()) for name in cells])
        check_columns(self.schema, column, reference, self.name)

    def blocks(self, *, texts_alone: bool = False) -> Iterator[Block]:
        """Yields all rows in order."""
        del texts_alone  # the cells are parsed in any case
        place = self.schema.names.index(self.column)
        beside = None if self.reference is None else self.schema.names.index(self.reference)
        rows = self._rows(width=len(self.schema))
        next(rows, None)
        done = 0
        while block := list(itertools.islice(rows, BLOCK)):
            cells, lines, ends = map(list, zip(*block, strict=True))
            texts = [_text(row[place]) for row in cells]
            references = None if beside is None else [_text(row[beside]) for row in cells]
            yield Block(texts, functools.partial(self._to_arrow, cells, lines, done), lines, ends, references)
            done += len(block)

    def _rows(self, width: int | None) -> Generator[tuple[list[str], str, str], None, None]:
        """Yields the cells, the line and the end of each row, the header first.

        The line of a row that is short gets the delimiters that it lacks. Empty lines go before the row that follows.
        """
        self.uneven = 0
        pieces: list[str] = []
        with self._open() as text:
            text.read(len(self.head))
            reader = csv.reader(_noted(text, pieces), delimiter=self.delimiter, strict=True)
            number = 0  # of the row; the header is row 0
            empty_lines = ""
            held: tuple[list[str], str, str] | None = None  # the last row, until the empty lines behind it are known
            try:
                for cells in reader:
                    line = "".join(pieces)
                    pieces.clear()
                    if not cells:
                        if width != 1:
                            empty_lines += line
                            continue
                        cells = [""]
                    if held:
                        yield held
                    bare = line.rstrip("\r\n")  # a line has one end, and a cell that ends in one is in quotes
                    line, end = empty_lines + bare, line[len(bare) :]
                    empty_lines = ""
                    if width is None:
                        width = len(cells)
                    elif len(cells) != width:
                        at = f"row {number} (line {reader.line_num + bool(self.head)})"
                        cells, line = self._evened(cells, line, width, at)
                    held = cells, line, end
                    number += 1
                if held:
                    cells, line, end = held
                    yield cells, line, end + empty_lines
            except csv.Error as error:
                raise self._unparsable(error, number, reader.line_num + bool(self.head), len(pieces)) from error
            except UnicodeDecodeError as error:
                raise self._undecodable(error) from error

    def _evened(self, cells: list[str], line: str, width: int, at: str) -> tuple[list[str], str]:
        self.uneven += 1
        missing = width - len(cells)
        if missing > 0:
            return [*cells, *[""] * missing], line + missing * self.delimiter
        beyond = -missing * self.delimiter
        if any(cells[width:]) or not line.endswith(beyond):
            advice = "quote the cell that holds a delimiter, or name another with --delimiter"
            raise ValueError(f"{self.name}: {at} has {len(cells)} cells, and the header {width}: {advice}")
        return cells[:width], line.removesuffix(beyond)

    @contextlib.contextmanager
    def _open(self) -> Iterator[io.TextIOWrapper]:
        """Yields the characters, whose lines keep their ends."""
        with self._input.open() as stream:
            stream.read(len(self.encoding.mark))
            yield io.TextIOWrapper(stream, self.encoding.name, self.encoding.errors, newline="")

    def _find_encoding(self, name: str | None) -> Encoding:
        with self._input.open() as stream:
            if name is not None:
                return named_encoding(name, stream)
            try:
                found = detect_encoding(stream)
            except ValueError as error:
                raise ValueError(f"{self.name}: {error}") from error
        if found.guessed:
            self.notes.append(f"read as {found.name}, which its bytes suggest; --encoding names another")
        return found

    def _unparsable(self, error: csv.Error, number: int, line: int, pieces: int) -> ValueError:
        where = f"row {number} (line {line - max(pieces, 1) + 1})"
        if "end of data" in str(error):
            complaint = "opens a quote that never closes"
        elif "expected after" in str(error):
            complaint = f"has a quote that closes within a cell, at line {line}"
        else:
            complaint = f"cannot be parsed: {error}"
        return ValueError(f"{self.name}: {where} {complaint}: quote the whole cell, and double each quote in it")

    def _undecodable(self, error: UnicodeDecodeError) -> ValueError:
        """Returns an error that names the first line that is not in the encoding, if its bytes have lines."""
        where = ""
        if not self.encoding.name.startswith(("utf-16", "utf-32")):
            with self._input.open() as stream:
                line, error = _first_undecodable(stream, self.encoding.name) or (1, error)
            where = f"line {line}: "
        byte = f"{error.object[error.start]:#04x}"
        return ValueError(f"{self.name}: {where}the byte {byte} is not {self.encoding.name}: name another --encoding")

    def _to_arrow(self, rows: list[list[str]], lines: list[str], done: int) -> pa.RecordBatch:
        quoted = self._quoted_nothing
        cells = [
            quoted(row, line) if '""' in line and "" in row else [cell or None for cell in row]
            for row, line in zip(rows, lines, strict=True)
        ]
        try:
            columns = [pa.array(column, pa.string()) for column in zip(*cells, strict=True)]
        except UnicodeEncodeError as error:
            row = next(i for i, row in enumerate(rows) if any(isinstance(_text(cell), bytes) for cell in row))
            advice = "name its --encoding, or choose an OUT that ends in .csv, which keeps the bytes"
            raise ValueError(f"{self.name}: row {done + row + 1} is not UTF-8: {advice}") from error
        return pa.RecordBatch.from_arrays(columns, schema=self.schema)

    def _quoted_nothing(self, row: list[str], line: str) -> list[str | None]:
        """Returns the cells with None for those that are empty without quotes."""
        apart = re.escape(self.delimiter)
        written = re.findall(rf'(?:\A|(?<={apart}))("(?:[^"]|"")*"|[^{apart}]*)', line.lstrip("\r\n"))
        return [cell or ("" if text else None) for cell, text in zip(row, written, strict=True)]


def _noted(lines: io.TextIOWrapper, pieces: list[str]) -> Iterator[str]:
    for line in lines:
        pieces.append(line)
        yield line


def _find_delimiter(sample: str, column: str) -> str:
    """Returns the delimiter that makes `column` a cell of the header, or the one that makes the most cells."""
    headers = {}
    for delimiter in _DELIMITERS:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
        headers[delimiter] = next((row for row in rows if row), [])
    return max(headers, key=lambda delimiter: (column in headers[delimiter], len(headers[delimiter])))


def _text(cell: str) -> str | bytes:
    if cell.isascii():
        return cell
    try:
        cell.encode()
    except UnicodeEncodeError:
        return cell.encode(errors="surrogateescape")
    return cell


def _first_undecodable(stream: BinaryIO, encoding: str) -> tuple[int, UnicodeDecodeError] | None:
    for number, line in enumerate(stream, start=1):
        try:
            line.decode(encoding)
        except UnicodeDecodeError as error:
            return number, error
    return None
