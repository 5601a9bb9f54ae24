"""Excel: the first sheet of a workbook, whose date cells become texts in ISO 8601."""

import datetime as dt
import itertools
from collections.abc import Iterator

import pyarrow as pa

from datenorm.tables.inputs import Input
from datenorm.tables.sources import BLOCK, Block, check_columns


class Excel:
    """A sheet of an .xlsx workbook; its first row that holds anything is the header. All cells become texts.

    Args:
        source: The workbook.
        column: The name of the column to read.
        sheet: The name of the sheet; the first one by default.
        reference: The name of the column of references, if there is one.

    Raises:
        ValueError: The workbook is damaged, or has no such sheet or column.
        OSError: The file cannot be read.
    """

    def __init__(self, source: Input, column: str, sheet: str | None = None, reference: str | None = None) -> None:
        from python_calamine import CalamineError, CalamineWorkbook

        self.name = source.name
        self.column = column
        self.reference = reference
        self.notes: list[str] = []
        self.uneven = 0
        with source.path.open("rb"):  # raises an OSError that names the file
            pass
        try:
            workbook = CalamineWorkbook.from_path(source.path)
            names = workbook.sheet_names
            if sheet is not None and sheet not in names:
                raise ValueError(f"{self.name}: expected a sheet of {', '.join(names)}. Received: {sheet!r}")
            self._sheet = workbook.get_sheet_by_name(sheet or names[0])
        except CalamineError as error:
            raise ValueError(f"{self.name} is damaged: {error}") from error
        if sheet is None and len(names) > 1:
            self.notes.append(f"read the sheet {names[0]!r}, the first of {', '.join(names)}; --sheet names another")
        header = next(self._rows(), [])
        self.schema = pa.schema([(cell or "", pa.string()) for cell in header])
        check_columns(self.schema, column, reference, self.name)

    def blocks(self, *, texts_alone: bool = False) -> Iterator[Block]:
        """Yields all rows in order."""
        del texts_alone  # the cells are parsed in any case
        place = self.schema.names.index(self.column)
        beside = None if self.reference is None else self.schema.names.index(self.reference)
        rows = itertools.islice(self._rows(), 1, None)
        while block := list(itertools.islice(rows, BLOCK)):
            references = None if beside is None else [row[beside] or "" for row in block]
            texts = [row[place] or "" for row in block]
            yield Block(texts, lambda block=block: self._to_arrow(block), references=references)  # type: ignore[misc]

    def _rows(self) -> Iterator[list[str | None]]:
        """Yields the rows from the first that holds anything, all of the same width."""
        rows = ([_text(cell) for cell in row] for row in self._sheet.iter_rows())
        return itertools.dropwhile(lambda row: not any(row), rows)

    def _to_arrow(self, rows: list[list[str | None]]) -> pa.RecordBatch:
        return pa.RecordBatch.from_arrays(
            [pa.array(column, pa.string()) for column in zip(*rows, strict=True)], schema=self.schema
        )


def _text(cell: object) -> str | None:
    """Returns a cell as a person would type it in, and dates in ISO 8601."""
    match cell:
        case "":
            return None
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer():
            return str(int(cell))
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
        case dt.timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case dt.date() | dt.time():  # a datetime, too
            return cell.isoformat()
    return str(cell)
