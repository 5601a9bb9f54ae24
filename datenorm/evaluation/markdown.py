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


def write_between_markers(path: Path, name: str, body: str) -> None:
    """Replace the text between `<!-- name -->` and `<!-- /name -->` in a Markdown file by `body`.

    Raises:
        FileNotFoundError: There is no such file.
        ValueError: The file has no such markers.
    """
    start, stop = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = path.read_text(encoding="utf-8")
    head, opened, rest = text.partition(start)
    _, closed, tail = rest.partition(stop)
    if not (opened and closed):
        raise ValueError(f"{path}: expected the markers {start} and {stop}. Received: a file without them")
    path.write_text(f"{head}{start}\n{body}\n{stop}{tail}", encoding="utf-8")
