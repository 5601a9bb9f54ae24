from pathlib import Path

from support.processes import assert_refused, call_datenorm


def test_comparison_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    assert_refused(call_datenorm("compare", "--task", "moon", "--out", tmp_path / "runs"), "moon")
    assert not (tmp_path / "runs").exists()
    assert_refused(call_datenorm("compare", "--resume", tmp_path / "runs"), "bilstm-additive", "config.json")
    (tmp_path / "mine.txt").write_text("mine")
    assert_refused(call_datenorm("compare", "--out", tmp_path), str(tmp_path), "--resume")
