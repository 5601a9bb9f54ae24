import json
import subprocess
import sys
from pathlib import Path

from support.processes import ENVIRONMENT, assert_refused, run_datenorm

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names


def test_explain_shades_a_row_for_each_character(run_folder: Path, tmp_path: Path) -> None:
    paths = ["--png", tmp_path / "map.png", "--json", tmp_path / "map.json", "--html", tmp_path / "map.html"]
    ran = run_datenorm("explain", "--task", run_folder, "Ten past NINE", *paths)
    assert (ran.status, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert head == "   ten past nine"
    fields = json.loads((tmp_path / "map.json").read_text())
    assert "".join(row[0] for row in rows) == fields["machine"]
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert "<table" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_explain_refuses_what_it_cannot_read(run_folder: Path) -> None:
    assert_refused(run_datenorm("explain", "--task", run_folder, "x" * 99), "41")
    assert_refused(run_datenorm("explain", "--task", run_folder, "ten", "--png", "map.jpg"), ".png")


def test_explain_shades_in_any_locale(run_folder: Path) -> None:
    command = [sys.executable, "-m", "datenorm", "explain", "--task", str(run_folder), "ten"]
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert ran.returncode == 0
