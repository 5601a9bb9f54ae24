"""The README is short, and what it shows is what the code does."""

import re
from pathlib import Path

from support.documents import blocks, run_console, run_python, sessions
from support.file_map import ROOT

PATH = ROOT / "README.md"
README = PATH.read_text(encoding="utf-8")
MOST_LINES = 180


def test_readme_is_short() -> None:
    assert len(README.splitlines()) <= MOST_LINES


def test_python_examples_give_what_they_show() -> None:
    results = run_python(PATH)
    assert results.attempted > 5
    assert results.failed == 0


def test_console_shows_what_the_command_prints(tmp_path: Path) -> None:
    shown = dict(sessions(PATH))
    assert shown
    assert {command: run_console(command, tmp_path) for command in shown} == shown


def test_set_up_commands_have_a_line_of_their_own() -> None:
    lines = {line for block in blocks(README, "sh") for line in block.splitlines()}
    assert {"pip install -e '.[test]' && python -m pytest", "pip install -e '.[train]' && python train.py"} <= lines


def test_ability_comes_before_installation() -> None:
    assert 0 < README.find("**It can**") < README.find("**It cannot**") < README.find("## Install")


def test_picture_is_small() -> None:
    (picture,) = re.findall(r"!\[[^]]*\]\((\S+)\)", README)
    assert 0 < (ROOT / picture).stat().st_size < 100_000
