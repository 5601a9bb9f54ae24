import subprocess
import sys
from pathlib import Path

import pytest

from datenorm.benchmark.processes import process_memory, process_seconds

PYTHON = [sys.executable, "-c"]


def test_a_process_is_timed_from_its_start_to_its_end() -> None:
    assert 0.3 < process_seconds([*PYTHON, "import time; time.sleep(0.3)"]) < 30


def test_a_process_that_fails_is_not_timed() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        process_seconds([*PYTHON, "raise SystemExit(3)"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not report peak memory")
def test_memory_is_that_of_the_process_and_not_of_its_parent(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("200")
    ballast = bytearray(300_000_000)
    small = process_memory([*PYTHON, "pass"], tmp_path / "lines.txt")
    large = process_memory([*PYTHON, "bytearray(int(input()) * 1_000_000)"], tmp_path / "lines.txt")
    assert small is not None
    assert large is not None
    assert small < 100e6 < len(ballast)
    assert 190e6 < large - small < 210e6
