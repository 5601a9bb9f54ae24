"""Markdown: tables, and the parts of a file that a command writes between markers."""

from collections.abc import Iterable, Sequence
from pathlib import Path


def markdown_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, text_columns: int = 1) -> str:
    r"""A Markdown table, without a newline at its end.

    >>> print(markdown_table(["name", "n"], [["a|b", "3"]]))
    | name | n |
    | --- | --: |
    | a\|b | 3 |

    Args:
        columns: The headings.
        rows: Their cells. A bar in a cell is escaped.
        text_columns: How many columns, from the left, hold text. The others hold numbers, and are aligned right.

    Raises:
        ValueError: A row has more or fewer cells than there are columns.
    """
    lines = [_line(columns), _line(["---"] * text_columns + ["--:"] * (len(columns) - text_columns))]
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"expected {len(columns)} cells in a row. Received: {len(row)}, {list(row)}")
        lines.append(_line([cell.replace("|", r"\|") for cell in row]))
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def has_markers(path: Path, name: str) -> bool:
    """Whether a Markdown file has a part between `<!-- name -->` and `<!-- /name -->`."""
    return _parts(path, name) is not None


def write_between_markers(path: Path, name: str, body: str) -> None:
    """Replace the text between `<!-- name -->` and `<!-- /name -->` in a Markdown file by `body`.

    Raises:
        FileNotFoundError: There is no such file.
        ValueError: The file has no such markers.
    """
    parts = _parts(path, name)
    if parts is None:
        raise ValueError(
            f"{path}: expected the markers <!-- {name} --> and <!-- /{name} -->. Received: a file without them"
        )
    head, tail = parts
    path.write_text(f"{head}\n{body}\n{tail}", encoding="utf-8")


def _parts(path: Path, name: str) -> tuple[str, str] | None:
    """The text up to and with the first marker, and from the second marker on; None without the two."""
    start, stop = f"<!-- {name} -->", f"<!-- /{name} -->"
    head, opened, rest = path.read_text(encoding="utf-8").partition(start)
    _, closed, tail = rest.partition(stop)
    return (head + opened, closed + tail) if opened and closed else None
