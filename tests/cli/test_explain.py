"""The command `datenorm explain`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT, assert_refused, call_datenorm


def test_explain_shades_a_row_for_each_character(tmp_path: Path) -> None:
    paths = ["--png", tmp_path / "map.png", "--json", tmp_path / "map.json", "--html", tmp_path / "map.html"]
    ran = call_datenorm("explain", "--task", "time", "Ten past NINE", *paths)
    assert (ran.status, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert head == "   ten past nine"
    assert "".join(row[0] for row in rows) == "09:10"
    assert json.loads((tmp_path / "map.json").read_text())["machine"] == "09:10"
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert "<table" in (tmp_path / "map.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["x" * 99], "a text of 1 to 41 characters"),
        (["ten", "--png", "map.jpg"], ".png"),
        (["ten", "--order", "DMY"], "the task has no orders"),
    ],
)
def test_explain_refuses_what_it_cannot_do(arguments: list[str], words: str) -> None:
    assert_refused(call_datenorm("explain", "--task", "time", *arguments), words)


def test_explain_shades_in_any_locale() -> None:
    command = [sys.executable, "-m", "datenorm", "explain", "--task", "time", "10:30"]
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "█" in ran.stdout.decode()
