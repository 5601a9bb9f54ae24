import dataclasses
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy with something else is no reason to fail.
settings.register_profile("datenorm", deadline=None)
settings.load_profile("datenorm")

ROOT = Path(__file__).parents[1]
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "random", "TF_CPP_MIN_LOG_LEVEL": "3"}


@dataclasses.dataclass(frozen=True)
class Ran:
    """What a process left."""

    status: int
    out: str
    err: str


def run_datenorm(
    *arguments: object, stdin: str | bytes = "", cwd: Path | None = None, entry: Sequence[str] = ("-m", "datenorm")
) -> Ran:
    """Run the command in a process of its own."""
    ran = subprocess.run(
        [sys.executable, *entry, *map(str, arguments)],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        env=ENVIRONMENT,
        cwd=cwd,
        timeout=300,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The folder of a small training with train.py, and what the process left."""
    folder = tmp_path_factory.mktemp("runs") / "small run"
    arguments = ("--size", 2000, "--epochs", 1, "--batch-size", 32, "--out", folder)
    return folder, run_datenorm(*arguments, entry=[str(ROOT / "train.py")])


@pytest.fixture(scope="session")
def run_folder(trained: tuple[Path, Ran]) -> Path:
    """The folder of a small training with train.py."""
    folder, ran = trained
    assert ran.status == 0, ran.err
    return folder
