"""Peers: other programs that read dates, each as a function from a text to the date that the text states."""

import dataclasses
import importlib.metadata
import shutil
import subprocess
import sys
import weakref
from collections.abc import Callable, Sequence

Reader = Callable[[str], str | None]
"""A function from a text to the ISO date that it states, or None."""

EXAMPLE = "3 May 1979"
"""The text that is read from a cold start."""


@dataclasses.dataclass(frozen=True)
class Peer:
    """Another program that reads dates.

    Attributes:
        name: The program, and whether it is given the languages.
        version: Its package, with the version.
        reader: A function from the languages of a column to the reader of its texts.
        start: The command that reads one date from a cold start.
    """

    name: str
    version: str
    reader: Callable[[Sequence[str]], Reader]
    start: tuple[str, ...]


def installed_peers() -> list[Peer]:
    """The peers that are installed, of dateparser with and without the languages given, dateutil, and chrono-node."""
    return [*_dateparser(), *_dateutil(), *_chrono()]


def _dateparser() -> list[Peer]:
    try:
        import dateparser
    except ModuleNotFoundError:
        return []

    def read(text: str, languages: Sequence[str] | None) -> str | None:
        found = dateparser.parse(text, languages=languages)
        return None if found is None else found.date().isoformat()

    version, start = _version("dateparser"), f"import dateparser; dateparser.parse({EXAMPLE!r}"
    return [
        Peer("dateparser", version, lambda languages: lambda text: read(text, None), _python(f"{start})")),
        Peer(
            "dateparser, languages given",
            version,
            lambda languages: lambda text: read(text, languages),
            _python(f"{start}, languages=['en'])"),
        ),
    ]


def _dateutil() -> list[Peer]:
    try:
        import dateutil.parser
    except ModuleNotFoundError:
        return []

    def read(text: str) -> str | None:
        try:
            return str(dateutil.parser.parse(text).date().isoformat())
        except (ValueError, OverflowError):
            return None

    start = _python(f"import dateutil.parser; dateutil.parser.parse({EXAMPLE!r})")
    return [Peer("dateutil", _version("python-dateutil"), lambda languages: read, start)]


# Each language is tried in turn: chrono has no parser that finds the language.
_CHRONO = """
const chrono = require("chrono-node");
const parsers = process.argv.slice(1).flatMap(language => chrono[language] ?? []);
require("readline").createInterface({input: process.stdin}).on("line", line => {
  let found;
  for (const parser of parsers) if ((found = parser.parse(line)[0])) break;
  const two = part => String(found.start.get(part)).padStart(2, "0");
  console.log(found ? `${String(found.start.get("year")).padStart(4, "0")}-${two("month")}-${two("day")}` : "");
});
"""
_CHRONO_VERSION = """
const [folder] = require.resolve("chrono-node").match(/.*chrono-node/);
console.log(JSON.parse(require("fs").readFileSync(folder + "/package.json")).version);
"""
_CHRONO_START = f'require("chrono-node").parseDate("{EXAMPLE}")'


class _Chrono:
    """Reads through a process of Node.js: a line in, a line out.

    Args:
        node: The path of Node.js.
        languages: The languages to try, in order.
    """

    def __init__(self, node: str, languages: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            [node, "-e", _CHRONO, *languages], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        weakref.finalize(self, self._process.communicate)

    def __call__(self, text: str) -> str | None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{text}\n")
        return self._process.stdout.readline().strip() or None


def _chrono() -> list[Peer]:
    node = shutil.which("node")
    if node is None:
        return []
    version = subprocess.run([node, "-e", _CHRONO_VERSION], capture_output=True, text=True, check=False)
    if version.returncode:
        return []
    return [
        Peer(
            "chrono-node, languages given",
            f"chrono-node {version.stdout.strip()}",
            lambda languages: _Chrono(node, languages),
            (node, "-e", _CHRONO_START),
        )
    ]


def _version(package: str) -> str:
    return f"{package} {importlib.metadata.version(package)}"


def _python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)
