import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT

LEVEL = "TF_CPP_MIN_LOG_LEVEL"


def start(folder: Path, keras: str, level: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run `start_keras` in a process whose Keras is this code."""
    (folder / "keras.py").write_text(keras)
    path = f"{folder}{os.pathsep}{ENVIRONMENT.get('PYTHONPATH', '')}"
    environment = ENVIRONMENT | {"PYTHONPATH": path, LEVEL: level or ""}
    if level is None:
        del environment[LEVEL]
    code = (
        "import os; from datenorm.pipeline.start_keras import start_keras; start_keras(); "
        f"print(os.environ['{LEVEL}'], flush=True); os.write(2, b'later')"
    )
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


GREETING = "import os; os.write(2, b'greeting ')"


@pytest.mark.parametrize("level", [None, "3"])
def test_start_is_silent_and_what_comes_later_is_shown(tmp_path: Path, level: str | None) -> None:
    ran = start(tmp_path, GREETING, level)
    assert (ran.stdout, ran.stderr) == ("3\n", "later")


@pytest.mark.parametrize("level", ["0", "1", "2"])
def test_level_that_the_user_chose_is_kept_and_shows_the_start(tmp_path: Path, level: str) -> None:
    ran = start(tmp_path, GREETING, level)
    assert (ran.stdout, ran.stderr) == (f"{level}\n", "greeting later")


def test_failed_start_shows_what_was_written(tmp_path: Path) -> None:
    ran = start(tmp_path, f"{GREETING}; raise ImportError('no such library')")
    assert ran.returncode == 1
    assert "greeting " in ran.stderr
    assert "no such library" in ran.stderr


def test_importing_datenorm_leaves_the_level_alone() -> None:
    code = f"import os, datenorm, datenorm.cli.main; print('{LEVEL}' in os.environ)"
    environment = {name: value for name, value in ENVIRONMENT.items() if name != LEVEL}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
