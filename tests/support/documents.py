"""Documents: the Python examples and the console sessions of a Markdown file, run as its reader would run them."""

import doctest
import re
import subprocess
import sys
import warnings
from pathlib import Path

from support.processes import ENVIRONMENT

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_DATENORM = 'datenorm() { "$PYTHON" -m datenorm "$@"; }\n'
# Without buffers, output and complaints come in the order in which a terminal shows them.
_ENVIRONMENT = ENVIRONMENT | {"PYTHON": sys.executable, "PYTHONUNBUFFERED": "1"}


def blocks(text: str, language: str) -> list[str]:
    """Returns what the code blocks of a language hold, such as `pycon` or `console`."""
    return [block for name, block in _BLOCK.findall(text) if name == language]


def run_python(path: Path) -> doctest.TestResults:
    """Runs the Python examples of a document as one session, and prints those that fail.

    A warning is part of what a session shows, and `...` matches any text of it. The lines around the examples are left
    blank, so that a failure names the line of the document.
    """
    text = path.read_text(encoding="utf-8")
    lines = ["\n"] * text.count("\n")
    for match in _BLOCK.finditer(text):
        if match[1] == "pycon":
            first = text.count("\n", 0, match.start(2))
            lines[first : first + match[2].count("\n")] = match[2].splitlines(keepends=True)
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    with warnings.catch_warnings():
        warnings.simplefilter("always", UserWarning)
        warnings.showwarning = _show_warning
        runner.run(doctest.DocTestParser().get_doctest("".join(lines), {}, path.name, str(path), 0))
    return runner.summarize(verbose=False)


def _show_warning(message: Warning | str, category: type[Warning], *_: object) -> None:
    print(f"<stdin>:1: {category.__name__}: {message}")


def sessions(path: Path) -> list[tuple[str, str]]:
    """Returns each command of a document's console sessions, with the output that the document shows below it."""
    found = []
    for block in blocks(path.read_text(encoding="utf-8"), "console"):
        for session in block.removeprefix("$ ").split("\n$ "):
            command, _, shown = session.partition("\n")
            found.append((command, _without_trailing_space(shown)))
    return found


def run_console(command: str, folder: Path) -> str:
    """Returns what a terminal in `folder` shows after a command: its output and its complaints."""
    ran = subprocess.run(
        ["bash", "-c", _DATENORM + command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=_ENVIRONMENT,
        cwd=folder,
        timeout=300,
        check=False,
    )
    return _without_trailing_space(ran.stdout.decode())


def _without_trailing_space(text: str) -> str:
    return "\n".join(map(str.rstrip, text.rstrip().splitlines()))
