"""The README says what the code does."""

import ast
import doctest
import re
import shlex
from pathlib import Path

import pytest
from support.processes import run_datenorm

from datenorm.reading.preset import load_preset, preset_names

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_examples_give_what_they_show() -> None:
    runner = doctest.DocTestRunner()
    examples = "\n\n".join(re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE))
    runner.run(doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0))
    assert runner.summarize(verbose=False).attempted > 5
    assert runner.failures == 0


def test_the_console_shows_what_the_command_prints() -> None:
    (block,) = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    for session in block.removeprefix("$ ").split("\n$ "):
        command, _, shown = session.partition("\n")
        program, *arguments = shlex.split(command)
        assert (program, run_datenorm(*arguments).out) == ("datenorm", shown.rstrip("\n") + "\n")


def test_the_table_command_adds_the_columns_that_are_named(tmp_path: Path) -> None:
    (command,) = re.findall(r"^datenorm (table .*)$", README, re.MULTILINE)
    (tmp_path / "orders.csv").write_text("id,ordered_on\n007,13/07/2022\n008,12/07/2022\n")
    assert run_datenorm(*shlex.split(command), cwd=tmp_path).status == 0
    head, *rows = (tmp_path / "clean.csv").read_text().splitlines()
    assert all(f'"{name}"' in head for name in re.findall(r"`(ordered_on_\w+)`", README))
    assert [row.split(",")[0] for row in rows] == ['"007"', '"008"']
    assert '"2022-07-12"' in rows[1]


def test_the_file_map_is_the_first_line_of_every_module() -> None:
    expected = []
    for path in sorted((ROOT / "datenorm").rglob("*.py")):
        first_line = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()[0]
        expected.append(f"| `{path.relative_to(ROOT / 'datenorm').as_posix()}` | {first_line} |")
    shown = re.findall(r"^\| `\S+\.py` \|.*$", README, re.MULTILINE)
    assert shown == expected


@pytest.mark.parametrize("name", preset_names())
def test_the_results_are_those_of_the_shipped_weights(name: str) -> None:
    results = README.partition(f"<!-- {name} results -->")[2].partition(f"<!-- /{name} results -->")[0]
    assert f"weights {load_preset(name).digest}" in results
