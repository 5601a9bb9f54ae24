"""Processes: how long whole commands take, and how much memory they need."""

import importlib.util
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


def process_seconds(argv: Sequence[str]) -> float:
    """The seconds that a command takes from its start to its end. Its output is thrown away.

    Raises:
        subprocess.CalledProcessError: The command failed.
    """
    start = time.perf_counter()
    subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


# Until a process runs its own program it counts as large as its parent, so a small process starts it.
_PRINT_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def process_memory(argv: Sequence[str], stdin: Path) -> int | None:
    """The peak resident memory of a command, in bytes; None if the system does not report it.

    Raises:
        subprocess.CalledProcessError: The command failed.
    """
    if importlib.util.find_spec("resource") is None:
        return None
    command = [sys.executable, "-c", _PRINT_MEMORY, *argv]
    with stdin.open("rb") as lines:
        printed = subprocess.run(command, stdin=lines, stdout=subprocess.PIPE, check=True)
    return int(printed.stdout) * (1 if sys.platform == "darwin" else 1024)  # kilobytes but on macOS
