"""Imports point one way: a room imports only from the rooms below it, and no modules import in a circle."""

import ast
import graphlib
from pathlib import Path

import pytest

import datenorm

ROOT = Path(datenorm.__file__).parent

LEVELS = (
    {"core"},
    {"attention"},
    {"reading", "training", "corpus"},
    {"evaluation", "frames", "tables"},
    {"pipeline", "benchmark"},
    {"cli"},
    {"__main__"},
)
"""The rooms from the lowest level to the highest. A room imports only from the levels before its own."""


def name_of(path: Path) -> str:
    return ".".join(["datenorm", *path.relative_to(ROOT).with_suffix("").parts]).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(ROOT.rglob("*.py"))}
INNER = sorted(MODULES.keys() - {"datenorm"})
"""Every module but `datenorm` itself, the public face, which may name all of them."""


def imported(module: str) -> set[str]:
    """The modules of datenorm that a module imports: at its top, in a function, or for its types alone."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in MODULES else str(node.module) for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & MODULES.keys()


def room_of(module: str) -> str:
    return module.split(".")[1]


def folder_of(module: str) -> str:
    """The folder of a module. A module that is loose in the corpus counts as a folder."""
    folder = module if MODULES[module].stem == "__init__" else module.rpartition(".")[0]
    return module if folder == "datenorm.corpus" else folder


def level_of(room: str) -> int:
    return next(level for level, rooms in enumerate(LEVELS) if room in rooms)


def upward(module: str, other: str) -> bool:
    """Whether a module imports from another room that is not below its own."""
    return room_of(module) != room_of(other) and level_of(room_of(other)) >= level_of(room_of(module))


@pytest.mark.parametrize("module", INNER)
def test_a_module_imports_from_the_rooms_below_its_own(module: str) -> None:
    inner = imported(module) - {"datenorm"}
    assert [other for other in sorted(inner) if upward(module, other)] == []


def test_an_upward_import_is_noticed() -> None:
    assert upward("datenorm.core.tasks", "datenorm.reading.normalizer")
    assert upward("datenorm.corpus.dataset", "datenorm.training.model")
    assert not upward("datenorm.cli.main", "datenorm.core.tasks")


@pytest.mark.parametrize("place", [str, folder_of], ids=["modules", "folders"])
def test_imports_run_in_no_circle(place) -> None:
    below: dict[str, set[str]] = {}
    for module in INNER:
        below.setdefault(place(module), set()).update(map(place, imported(module) - {"datenorm"}))
    for name, names in below.items():
        names.discard(name)
    assert list(graphlib.TopologicalSorter(below).static_order())
