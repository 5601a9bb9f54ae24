"""Imports run one way: among modules, and among the rooms that they stand in."""

import ast
import graphlib
from pathlib import Path

import pytest

import datenorm

ROOT = Path(datenorm.__file__).parent


def name_of(path: Path) -> str:
    return ".".join(["datenorm", *path.relative_to(ROOT).with_suffix("").parts]).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(ROOT.rglob("*.py"))}


def imported(path: Path) -> set[str]:
    """The modules of ours that a module imports, at its top or in a function, and be it for the types alone."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in MODULES else str(node.module) for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & MODULES.keys()


def room_of(module: str) -> str:
    """The folder of a module that has one within the package or the corpus; the module itself where it has none."""
    folder = module if MODULES[module].stem == "__init__" else module.rpartition(".")[0]
    return module if folder in ("datenorm", "datenorm.corpus") else folder


@pytest.mark.parametrize("place", [str, room_of], ids=["modules", "rooms"])
def test_imports_run_one_way(place) -> None:
    below: dict[str, set[str]] = {}
    for module, path in MODULES.items():
        if module != "datenorm":  # the face, which names what is behind it
            below.setdefault(place(module), set()).update(map(place, imported(path)))
    for name, names in below.items():
        names.discard(name)
    assert list(graphlib.TopologicalSorter(below).static_order())
