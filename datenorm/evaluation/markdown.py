"""Markers: the parts of a Markdown file that a command writes."""

from pathlib import Path


def write_between_markers(path: Path, name: str, body: str) -> None:
    """Replace what stands between `<!-- name -->` and `<!-- /name -->` in a Markdown file by `body`.

    Raises:
        ValueError: The file has no such markers.
    """
    start, stop = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = path.read_text(encoding="utf-8")
    head, opened, rest = text.partition(start)
    _, closed, tail = rest.partition(stop)
    if not (opened and closed):
        raise ValueError(f"{path}: expected the markers {start} and {stop}")
    path.write_text(f"{head}{start}\n{body}\n{stop}{tail}", encoding="utf-8")
