"""Measurement: datenorm and the peers that are installed, in turn, all in one run."""

import collections
import csv
import datetime as dt
import importlib.metadata
import importlib.util
import itertools
import platform
import statistics
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from datenorm.benchmark.arithmetic import matmul_peak, multiply_adds
from datenorm.benchmark.peers import EXAMPLE, Peer, installed_peers
from datenorm.benchmark.processes import process_memory, process_seconds
from datenorm.benchmark.report import Report
from datenorm.benchmark.samples import COLUMNS, column
from datenorm.benchmark.speed import Speed
from datenorm.core.canonical import canonicalize
from datenorm.reading.batching import available_cores
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import ONNX

_LOCALES = {"English": "en_US"}  # the peers take it for granted, datenorm must be given it

_Columns = Mapping[str, Sequence[tuple[str, str]]]
"""Column -> its pairs of text and meaning."""


def measure(
    normalizer: Normalizer,
    folder: Path,
    *,
    rows: int,
    table_rows: int,
    repeats: int,
    seconds: float,
    say: Callable[[str], None],
) -> Report:
    """Measure datenorm and the peers in turn, `repeats` times.

    Args:
        normalizer: A model that reads dates.
        folder: An existing folder, where a column and a table are written for processes to read.
        rows: Strings in each column. datenorm reads all of them, each time.
        table_rows: Rows of the table.
        repeats: How often each is measured.
        seconds: How long each peer reads at a time.
        say: Called with what is measured next.
    """
    peers = installed_peers()
    columns = {name: column(rows, languages) for name, languages in COLUMNS.items()}
    speeds = _speeds(normalizer, peers, columns, repeats=repeats, seconds=seconds, say=say)
    say("cold starts and memory")
    task = normalizer.task.name if normalizer.preset.is_part else str(normalizer.preset.folder)
    datenorm = [sys.executable, "-m", "datenorm"]
    command = [*datenorm, "normalize", "--task", task]
    commands = {
        "import numpy": [sys.executable, "-c", "import numpy"],
        "datenorm": [*command, EXAMPLE],
        **{peer.name: peer.start for peer in peers},
    }
    lines = folder / "lines.txt"
    mixed = next(iter(columns.values()))
    lines.write_text("".join(f"{text}\n" for text, _ in mixed), encoding="utf-8")
    starts = _seconds(commands, repeats)
    say(f"a table of {table_rows:,} rows")
    tables = _seconds(_table_commands([*datenorm, "table", "--task", task], folder, table_rows), repeats)
    peak = matmul_peak()
    work = {name: _work(normalizer.preset.folder / ONNX, pairs) for name, pairs in columns.items()}
    rates = {name: statistics.median(by_reader["datenorm"].rates) for name, by_reader in speeds.items()}
    return Report(
        speeds=speeds,
        starts=starts,
        rows=rows,
        tables=tables,
        table_rows=table_rows,
        memory=process_memory(command, lines),
        peak=peak,
        shares={name: work[name] / rows * rates[name] / peak for name in columns},
        caption=f"`{_command(rows, table_rows, repeats, seconds)}`, {machine(normalizer, peers)}",
    )


def _speeds(
    normalizer: Normalizer,
    peers: Sequence[Peer],
    columns: _Columns,
    *,
    repeats: int,
    seconds: float,
    say: Callable[[str], None],
) -> dict[str, dict[str, Speed]]:
    """Column -> reader -> its speed, after one more repeat that is not counted: the first call loads much."""
    readers = {(name, peer.name): peer.reader(COLUMNS[name]) for name in columns for peer in peers}
    queues = {(name, peer.name): itertools.cycle(pairs) for name, pairs in columns.items() for peer in peers}
    speeds = {name: {reader: Speed() for reader in ("datenorm", *(peer.name for peer in peers))} for name in columns}
    with warnings.catch_warnings(action="ignore"):
        for repeat in range(-1, repeats):
            for name, pairs in columns.items():
                say(f"{name}, {repeat + 1} of {repeats}" if repeat >= 0 else f"{name}, to warm up")
                measured = speeds[name] if repeat >= 0 else collections.defaultdict(Speed)
                measured["datenorm"].read_all(normalizer, pairs, locale=_LOCALES.get(name))
                for peer in peers:
                    key = name, peer.name
                    measured[peer.name].read_one_by_one(readers[key], queues[key], seconds)
    return speeds


def _seconds(commands: Mapping[str, Sequence[str]], repeats: int) -> dict[str, list[float]]:
    """Name -> the seconds of its command in each repeat, after one more that reads the files from the disk."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for repeat in range(-1, repeats):
        for name, command in commands.items():
            taken = process_seconds(command)
            if repeat >= 0:
                seconds[name].append(taken)
    return seconds


def _table_commands(table: Sequence[str], folder: Path, rows: int) -> dict[str, Sequence[str]]:
    """What reads a table of distinct texts and writes it again: `datenorm table`, and pyarrow; {} without it."""
    if importlib.util.find_spec("pyarrow") is None:
        return {}
    source, target = folder / "table.csv", str(folder / "written.csv")
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "when"))
        writer.writerows((row, text) for row, (text, _) in enumerate(column(rows)))
    copy = "import sys, pyarrow.csv as csv; csv.write_csv(csv.read_csv(sys.argv[1]), sys.argv[2])"
    return {
        "pyarrow": [sys.executable, "-c", copy, str(source), target],
        "datenorm": [*table, "--column", "when", "--overwrite", str(source), target],
    }


def _work(model: Path, pairs: Iterable[tuple[str, str]]) -> int:
    """The multiply-adds that read all texts of a column once."""
    lengths = collections.Counter(len(canonicalize(text)) for text, _ in pairs)
    return sum(count * multiply_adds(model, length) for length, count in lengths.items())


def _command(rows: int, table_rows: int, repeats: int, seconds: float) -> str:
    return f"datenorm benchmark --rows {rows} --table-rows {table_rows} --repeats {repeats} --seconds {seconds:g}"


def machine(normalizer: Normalizer, peers: Iterable[Peer] = ()) -> str:
    """The weights, the date, the machine and the versions, which the figures depend on."""
    own = [f"{package} {importlib.metadata.version(package)}" for package in ("datenorm", "numpy", "onnxruntime")]
    versions = ", ".join(dict.fromkeys([*own, *(peer.version for peer in peers)]))
    machine = f"{available_cores()} {platform.machine()} cores, Python {platform.python_version()}"
    return f"weights {normalizer.preset.digest}, {dt.date.today()}, {machine}, {versions}"
