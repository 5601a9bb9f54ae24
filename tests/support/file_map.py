"""The file map: every room and module of datenorm with the first line of its docstring, for docs/architecture.md.

python tests/support/file_map.py
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from datenorm.evaluation.markdown import write_between_markers

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "datenorm"
DOCUMENT = ROOT / "docs" / "architecture.md"
MARKER = "file map"


def file_map() -> str:
    """Returns the file map as Markdown: a table of the loose modules, then a heading and a table for each room."""
    rooms = sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))
    parts = [_table(sorted(PACKAGE.glob("*.py")))]
    for room in rooms:
        modules = [path for path in sorted(room.rglob("*.py")) if path != room / "__init__.py"]
        head = f"### {room.name}\n\n{_first_line(room / '__init__.py')}\n\nIt imports from {_imports(room)}."
        parts.append(f"{head}\n\n{_table(modules)}")
    return "\n\n".join(parts)


def _table(paths: list[Path]) -> str:
    rows = [f"| `{_shown(path)}` | {_first_line(path)} |" for path in paths]
    return "\n".join(["| module | its job |", "| --- | --- |", *rows])


def _shown(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", "\\|")


def _imports(room: Path) -> str:
    """Returns the other rooms that a room imports from, in words."""
    used = {name.split(".")[1] for path in room.rglob("*.py") for name in _imported(path) if "." in name}
    names = [f"`{name}`" for name in sorted(used - {room.name}) if (PACKAGE / name).is_dir()]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names) or "no other room"


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "datenorm":
            yield from (f"datenorm.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("datenorm."):
            yield str(node.module)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("datenorm."))


if __name__ == "__main__":
    write_between_markers(DOCUMENT, MARKER, file_map())
