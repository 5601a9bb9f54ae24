import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT, run_datenorm

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names


def test_no_arguments_show_the_usage() -> None:
    ran = run_datenorm()
    assert ran.status == 2
    assert ran.err.startswith("usage: datenorm")
    assert "Traceback" not in ran.err


COMMANDS = ["normalize", "table", "explain", "generate", "train", "evaluate", "compare", "benchmark"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    ran = run_datenorm(command, "--help")
    assert ran.status == 0
    assert f"datenorm {command}" in ran.out.partition("Example")[2]


def test_wrong_use_is_refused(tmp_path: Path) -> None:
    for arguments in (
        ["nonsense"],
        ["train", "--size", "0"],
        ["train", "--epochs", "x"],
        ["train", "--encoder", "moon"],
        ["train", "--attention", "bilstm"],
        ["compare", "--epochs", "0"],
        ["evaluate", "cases.jsonl", "--where", "lang"],
        ["explain"],
    ):
        ran = run_datenorm(*arguments, cwd=tmp_path)
        assert ran.status == 2, arguments
        assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("cause", "status"), [("KeyboardInterrupt", 130), ("OSError", 1)])
def test_ctrl_c_while_onnx_runtime_is_imported_ends_quietly(tmp_path: Path, cause: str, status: int) -> None:
    # What ONNX Runtime makes of an exception in the middle of its import.
    (tmp_path / "onnxruntime.py").write_text(f"raise ImportError('initialization failed') from {cause}()")
    ran = subprocess.run(
        [sys.executable, "-m", "datenorm", "normalize", "3 May 1979"],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ENVIRONMENT.get('PYTHONPATH', '')}"},
    )
    assert ran.returncode == status
    assert (ran.stderr == "") == (status == 130)
