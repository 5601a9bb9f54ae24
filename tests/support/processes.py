"""Processes: runs the command `datenorm`, in a separate process or in this one, and keeps what it wrote."""

import dataclasses
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from datenorm.cli.main import main

ROOT = Path(__file__).parents[2]
# TensorFlow sets the level of its log when it is imported; a user's shell has none.
ENVIRONMENT = os.environ | {"PYTHONHASHSEED": "random"}
ENVIRONMENT.pop("TF_CPP_MIN_LOG_LEVEL", None)


@dataclasses.dataclass(frozen=True)
class Ran:
    """The exit status of a command, and what it wrote to stdout and stderr."""

    status: int
    out: str
    err: str


def run_datenorm(
    *arguments: object, stdin: str | bytes = "", cwd: Path | None = None, entry: Sequence[str] = ("-m", "datenorm")
) -> Ran:
    """Run the command in a separate process. `entry` can name another script, such as train.py."""
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


def call_datenorm(*arguments: object, stdin: str | bytes | None = "") -> Ran:
    """Run the command in this process, which takes a tenth of the time; without a stdin if that is None."""
    content = stdin.encode() if isinstance(stdin, str) else stdin
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", content if content is None else io.TextIOWrapper(io.BytesIO(content)))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err))
        try:
            status = main(list(map(str, arguments)))
        except SystemExit as exit_:
            status = exit_.code
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())


# A child's peak of memory begins with that of its parent, and the tests' process holds TensorFlow. So a small process
# starts the command and measures it.
_MEASURE = """
import json, resource, subprocess, sys
stdin, stdout, *command = sys.argv[1:]
with open(stdin, "rb") as reader, open(stdout, "wb") as writer:
    ran = subprocess.run(command, stdin=reader, stdout=writer, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([ran.returncode, ran.stderr.decode(), used.ru_maxrss, used.ru_utime + used.ru_stime]))
"""


@dataclasses.dataclass(frozen=True)
class Used:
    """What a process used: the peak of its memory in kB, and its processor time in seconds."""

    peak: int
    seconds: float


def run_datenorm_measured(
    *arguments: object, stdin: Path = Path(os.devnull), stdout: Path = Path(os.devnull)
) -> tuple[Ran, Used]:
    """Run the command from file to file; also returns what it used."""
    command = [sys.executable, "-m", "datenorm", *map(str, arguments)]
    measure = [sys.executable, "-c", _MEASURE, str(stdin), str(stdout), *command]
    ran = subprocess.run(measure, capture_output=True, env=ENVIRONMENT, timeout=900, check=True)
    status, err, peak, seconds = json.loads(ran.stdout)
    return Ran(status, "", err), Used(peak, seconds)


def assert_refused(ran: Ran, *words: str) -> None:
    """Check that the process ended with status 2 and one line that says what to do."""
    assert ran.status == 2
    (line,) = ran.err.splitlines()
    assert line.startswith("datenorm: ")
    assert all(word in line for word in words)


def children(pid: int) -> set[int]:
    """The processes that a process has started, on Linux."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return {int(child) for task in tasks for child in task.read_text(encoding="ascii").split()}
