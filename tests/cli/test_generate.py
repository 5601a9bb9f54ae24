import json
from pathlib import Path

from support.processes import run_datenorm

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names
from datenorm.core.tasks import TIME


def test_generate_writes_three_files(tmp_path: Path) -> None:
    ran = run_datenorm("generate", "--task", "time", "--size", 300, "--seed", 1, "--out", tmp_path / "data")
    assert ran.status == 0, ran.err
    assert {path.name for path in (tmp_path / "data").iterdir()} == {
        "Time Dataset.json",
        "Time Vocabs.json",
        "Time Held-out.jsonl",
    }
    pairs = json.loads((tmp_path / "data" / "Time Dataset.json").read_text())
    assert len(pairs) == 300
    assert all(TIME.is_valid(machine) for _, machine in pairs)
    assert "300" in ran.out
