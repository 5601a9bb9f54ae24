"""The command `datenorm` itself: its help, its version, wrong use, and how it ends."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT, assert_refused, call_datenorm, run_datenorm

from datenorm.reading.normalizer import Normalizer

COMMANDS = ["normalize", "table", "explain", "generate", "train", "evaluate", "compare", "benchmark"]


def test_help_names_every_command() -> None:
    ran = run_datenorm("--help")
    assert (ran.status, ran.err) == (0, "")
    assert all(f"\n    {command}" in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_an_example(command: str) -> None:
    ran = call_datenorm(command, "--help")
    assert ran.status == 0
    assert f"datenorm {command}" in ran.out.partition("Example")[2]


def test_version_is_the_installed_one() -> None:
    ran = call_datenorm("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"datenorm {importlib.metadata.version('datenorm')}\n", "")


def test_no_command_shows_the_help() -> None:
    ran = call_datenorm()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == call_datenorm("--help").out


@pytest.mark.parametrize("arguments", [["nonsense"], ["--nonsense"], ["explain"], ["normalize", "--nonsense"]])
def test_wrong_use_shows_the_usage(arguments: list[str]) -> None:
    ran = call_datenorm(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: datenorm")
    assert "Traceback" not in ran.err


def test_a_closed_stdout_is_refused() -> None:
    command = f"{sys.executable} -m datenorm normalize '3 May 1979' >&-"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, env=ENVIRONMENT, text=True, check=False)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert ran.stderr.startswith("datenorm: stdout is closed")


def test_a_closed_stderr_keeps_messages_out_of_stdout() -> None:
    command = f"{sys.executable} -m datenorm normalize '03/04/2005' 2>&-"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, env=ENVIRONMENT, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"2005-04-03\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_named() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "datenorm", "normalize", "3 May 1979"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert (ran.returncode, ran.stderr) == (2, b"datenorm: No space left on device\n")


def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def normalize(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Normalizer, "normalize_batch", normalize)
    assert_refused(call_datenorm("normalize", "3 May 1979"), "too little memory")


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert_refused(call_datenorm("explain", "3 May 1979", "--png", "map.png"), "pip install 'datenorm[plot]'")


@pytest.mark.parametrize(("cause", "status"), [("KeyboardInterrupt", 130), ("OSError", 1)])
def test_ctrl_c_while_onnx_runtime_is_imported_ends_quietly(tmp_path: Path, cause: str, status: int) -> None:
    # ONNX Runtime turns an exception during its import into an ImportError.
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
