"""Sources: tables of every format as blocks of rows, with the text of each row that is to be read."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pyarrow as pa

from datenorm.tables.arrow import is_text

BLOCK = 2048
"""The most rows of a block: enough to be read together, and few enough to need little memory."""

NEW_COLUMNS = {
    "normalized": pa.string(),
    "confidence": pa.float32(),
    "ambiguous": pa.bool_(),
    "reason": pa.string(),
}
"""What follows the column's name in the names of the new columns, and their types."""


@dataclasses.dataclass(frozen=True)
class Block:
    """Some rows of a table.

    Attributes:
        texts: The text of each row in the column to read: '' for nothing, bytes for what is not UTF-8.
        to_arrow: Returns the rows with the source's schema.
        lines: Each row as the file has it, without the end of its line; None where a file has no lines.
        ends: The ends of the lines.
        references: The text of each row in the column of references; None without such a column.
    """

    texts: list[Any]
    to_arrow: Callable[[], pa.RecordBatch]
    lines: list[str] | None = None
    ends: list[str] | None = None
    references: list[Any] | None = None


class Source(Protocol):
    """A table to read, from the first row on as often as needed.

    Attributes:
        name: The file's name for messages.
        column: The name of the column to read.
        reference: The name of the column of references; None without one.
        schema: The names and types of all columns.
        notes: Sentences about what was found out, such as the encoding.
        uneven: How many rows of the last pass had fewer or more cells than the header.
    """

    name: str
    column: str
    reference: str | None
    schema: pa.Schema
    notes: list[str]
    uneven: int

    def blocks(self, *, texts_alone: bool = False) -> Iterator[Block]:
        """Yields all rows in order.

        Args:
            texts_alone: Whether only the texts of the blocks are needed.

        Raises:
            ValueError: The file is damaged, or a row cannot be kept whole.
        """


def check_columns(schema: pa.Schema, column: str, reference: str | None, name: str) -> None:
    """Refuses columns that are missing, or whose new columns would replace others.

    Args:
        schema: The names of all columns.
        column: The column to read.
        reference: The column of references, if there is one.
        name: The file's name.

    Raises:
        ValueError: A column is missing or occurs twice; or the name of a new column is taken.
    """
    for one in filter(None, (column, reference)):
        if schema.names.count(one) != 1:
            found = "it twice" if one in schema.names else "none of this name"
            names = ", ".join(map(repr, schema.names))
            raise ValueError(f"{name}: expected one column {one!r} among {names}. Received: {found}")
    taken = [new for new in new_names(column) if new in schema.names]
    if taken:
        raise ValueError(
            f"{name}: expected no column {' or '.join(map(repr, taken))}, whose names the new columns need"
        )


def new_names(column: str) -> list[str]:
    """Returns the names of the new columns for a column."""
    return [f"{column}_{suffix}" for suffix in NEW_COLUMNS]


def is_readable(type_: pa.DataType) -> bool:
    """Returns whether a column of this type can be read: text, and dates and timestamps, which are read as ISO 8601."""
    return is_text(type_) or pa.types.is_date(type_) or pa.types.is_timestamp(type_)
