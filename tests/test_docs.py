"""The documents say what the code does, and the site builds."""

import argparse
import importlib
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from support import file_map
from support.documents import blocks, run_console, run_python, sessions
from support.file_map import ROOT

import datenorm
from datenorm.reading.preset import load_preset

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
DOCUMENTS = [*PAGES, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md"))]


SLOW = {DOCS / "adding-a-language.md"}  # its example waits for the locales of all languages


def has(language: str) -> list[Path]:
    return [page for page in PAGES if blocks(page.read_text(encoding="utf-8"), language)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(
    "page", [pytest.param(page, marks=pytest.mark.slow if page in SLOW else ()) for page in has("pycon")], ids=name_of
)
def test_python_examples_give_what_they_show(page: Path) -> None:
    results = run_python(page)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("page", has("console"), ids=name_of)
def test_console_shows_what_the_commands_print(page: Path, tmp_path: Path) -> None:
    shown = dict(sessions(page))
    assert {command: run_console(command, tmp_path) for command in shown} == shown


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_python_is_shown_as_sessions_that_are_run(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert blocks(text, "python") == []
    assert all(">>> " in block for block in blocks(text, "pycon"))


def commands() -> list[str]:
    """Every call of `datenorm` that a document gives in a block of shell commands or between backticks."""
    found = set()
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        lines = [line.strip() for block in blocks(text, "sh") for line in block.splitlines()]
        found.update(line for line in lines if line.startswith("datenorm "))
        found.update(re.findall(r"`(datenorm [a-z]+ [^`]+)`", text))
    return sorted(found)


@pytest.mark.parametrize("command", commands())
def test_command_takes_the_options_that_a_document_gives(command: str) -> None:
    _, name, *arguments = shlex.split(command)
    parser = argparse.ArgumentParser(exit_on_error=False)
    importlib.import_module(f"datenorm.cli.{name}").add_arguments(parser)
    assert arguments == ["--help"] or parser.parse_args(arguments)


CONVENTIONS = DOCS / "conventions.md"
ROW = re.compile(r"^\| `(?P<text>[^`]+)` \| (?:`(?P<value>[^`]+)`|none) \|", re.MULTILINE)


def conventions(heading: str) -> list[tuple[str, str | None]]:
    """The texts of a chapter's tables with the values that the rows give."""
    chapter = CONVENTIONS.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [(row["text"], row["value"]) for row in ROW.finditer(chapter)]


@pytest.mark.parametrize(("task", "heading"), [("moment", "Dates"), ("time", "Clock times")])
def test_presets_follow_the_conventions(task: str, heading: str) -> None:
    shown = conventions(heading)
    results = datenorm.Normalizer(task).normalize_batch([text for text, _ in shown])
    assert len(shown) > 20
    assert [(result.text, result.value) for result in results] == shown


def test_every_row_of_the_conventions_is_checked() -> None:
    rows = re.findall(r"^\| `.*$", CONVENTIONS.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == len(conventions("Dates")) + len(conventions("Clock times"))


def test_file_map_is_the_first_line_of_every_module() -> None:
    text = file_map.DOCUMENT.read_text(encoding="utf-8")
    shown = text.partition(f"<!-- {file_map.MARKER} -->\n")[2].partition(f"\n<!-- /{file_map.MARKER} -->")[0]
    assert shown == file_map.file_map(), "write it again: python tests/support/file_map.py"


def sizes(task: str) -> list[int]:
    """The sizes of a preset, in the order of the table in docs/how-it-works.md."""
    preset = load_preset(task)
    model = json.loads((preset.folder / "config.json").read_text(encoding="utf-8"))["model"]
    units = ("embedding_units", "ngram_rows", "word_rows", "encoder_units", "decoder_units")
    symbols = (len(preset.human_vocab), len(preset.machine_vocab))
    return [preset.task.Tx, preset.task.Ty, *symbols, *(model.get(name, 0) for name in units)]


def test_sizes_of_the_networks_are_those_of_the_presets() -> None:
    text = (DOCS / "how-it-works.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \w.* \| ([\d,]+) \| ([\d,]+) \|$", text, re.MULTILINE)
    assert rows == [(f"{time:,}", f"{moment:,}") for time, moment in zip(sizes("time"), sizes("moment"), strict=True)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
    files = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in files if link and not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", [document for document in DOCUMENTS if document.stem != "CHANGELOG"], ids=name_of)
def test_modules_that_a_document_names_exist(document: Path) -> None:
    named = re.findall(r"`((?:\w+/)+\w+\.\w+)`", document.read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "datenorm", ROOT / "datenorm" / "corpus")
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_reference_has_every_public_name() -> None:
    shown = re.findall(r"^::: datenorm\.(\w+)$", (DOCS / "reference.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted(name for name in datenorm.__all__ if not name.startswith("__"))


@pytest.mark.slow
def test_site_builds_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert "datenorm.normalize" in (tmp_path / "site" / "reference" / "index.html").read_text(encoding="utf-8")
