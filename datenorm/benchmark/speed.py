"""Benchmark: speed, start-up and memory, beside the peers that are installed, all measured in one run."""

import collections
import dataclasses
import datetime as dt
import importlib.metadata
import importlib.util
import itertools
import platform
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from datenorm.benchmark.peers import EXAMPLE, Peer, Reader, installed_peers
from datenorm.benchmark.samples import LANGUAGES, column
from datenorm.core.canonical import canonicalize
from datenorm.reading.batching import available_cores
from datenorm.reading.normalizer import Normalizer

COLUMNS = {f"{len(LANGUAGES)} languages": tuple(LANGUAGES), "English": ("en",)}
"""The columns that are measured on, and the languages in each."""

_LOCALES = {"English": "en_US"}  # what the peers take for granted, datenorm has to be told
_LATENCY_COLUMN = "English"  # the one that every peer reads
_SINGLE = 500  # texts that datenorm reads one by one in each repeat
_PEAK_SIZE = 2048
_ATTENTION_UNITS = 10  # of every model that train.py has written


@dataclasses.dataclass
class Speed:
    """What was measured of one reader on one column.

    Attributes:
        rates: Strings a second, one for each repeat.
        latencies: Seconds that single strings took.
        right: How many were read as they were meant.
        n: Of how many.
    """

    rates: list[float] = dataclasses.field(default_factory=list)
    latencies: list[float] = dataclasses.field(default_factory=list)
    right: int = 0
    n: int = 0

    def read_one_by_one(self, read: Reader, pairs: Iterable[tuple[str, str]], seconds: float) -> None:
        """Read pairs of text and meaning, at least one, until `seconds` are over."""
        first = len(self.latencies)
        start = last = time.perf_counter()
        for text, meaning in pairs:
            value = read(text)
            now = time.perf_counter()
            self.latencies.append(now - last)
            self.right += value == meaning
            last = now
            if now - start >= seconds:
                break
        self.n += len(self.latencies) - first
        self.rates.append((len(self.latencies) - first) / (last - start))

    def read_all(self, normalizer: Normalizer, pairs: Sequence[tuple[str, str]], *, locale: str | None = None) -> None:
        """Read pairs of text and meaning in one batch, then some of them one by one."""
        texts = [text for text, _ in pairs]
        start = time.perf_counter()
        results = normalizer.normalize_batch(texts, locale=locale)
        self.rates.append(len(texts) / (time.perf_counter() - start))
        self.right += sum(result.value == meaning for result, (_, meaning) in zip(results, pairs, strict=True))
        self.n += len(pairs)
        for text in texts[:_SINGLE]:
            start = time.perf_counter()
            normalizer.normalize(text, locale=locale)
            self.latencies.append(time.perf_counter() - start)


def process_seconds(argv: Sequence[str]) -> float:
    """How long a command takes from its start to its end, its output thrown away.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    start = time.perf_counter()
    subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


# Until a process runs its own program it counts as large as its parent, so a small one stands between.
_TELL_MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def process_memory(argv: Sequence[str], stdin: Path) -> int | None:
    """The peak resident memory of a command, in bytes; None where the system does not tell.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    if importlib.util.find_spec("resource") is None:
        return None
    with stdin.open("rb") as lines:
        told = subprocess.run(
            [sys.executable, "-c", _TELL_MEMORY, *argv], stdin=lines, stdout=subprocess.PIPE, check=True
        )
    return int(told.stdout) * (1 if sys.platform == "darwin" else 1024)  # kilobytes but on macOS


def matmul_peak() -> float:
    """The multiply-adds a second that NumPy's float32 matrix product reaches on all cores."""
    matrix = np.random.default_rng(0).random((_PEAK_SIZE, _PEAK_SIZE), np.float32)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        matrix @ matrix
        times.append(time.perf_counter() - start)
    return float(_PEAK_SIZE**3 / min(times))


def multiply_adds(normalizer: Normalizer, length: int) -> int:
    """The multiply-adds of the matrix products that read one text of `length` characters once."""
    config: dict[str, Any] = normalizer.preset.config["model"]
    steps, V = normalizer.task.Ty - len(config.get("separators", ())), len(normalizer.preset.machine_vocab)
    encoder, decoder = config["encoder_units"], config["decoder_units"]
    features = config["embedding_units"] or len(normalizer.preset.human_vocab)
    encoded = 2 * length * 4 * encoder * (features + encoder) + length * 2 * encoder * _ATTENTION_UNITS
    attended = steps * length * (_ATTENTION_UNITS + 2 * encoder)
    # The first step starts from a state of zeros.
    decoded = steps * 2 * encoder * 4 * decoder + (steps - 1) * decoder * (4 * decoder + _ATTENTION_UNITS)
    return int(encoded + attended + decoded + steps * decoder * V)


@dataclasses.dataclass(frozen=True)
class Report:
    """All that was measured.

    Attributes:
        speeds: Column -> reader -> its speed; datenorm is the first reader.
        starts: Reader -> the seconds of whole processes from a cold start; `import numpy` is the first.
        rows: Lines in the process whose memory was measured.
        memory: Its peak in bytes, or None.
        peak: Multiply-adds a second of NumPy's matrix product.
        share: The share of it that datenorm reaches, by column.
        caption: Versions, date and machine.
    """

    speeds: dict[str, dict[str, Speed]]
    starts: dict[str, list[float]]
    rows: int
    memory: int | None
    peak: float
    share: dict[str, float]
    caption: str

    def table(self) -> str:
        """Two Markdown tables and their caption."""
        datenorm, *others = next(iter(self.speeds.values()))
        header = [""]
        for name in self.speeds:
            header += [f"{name}, strings a second", "datenorm against it", "read as meant"]
        header += ["one string, median", "99th percentile", "cold start"]
        lines = [header, ["---", *["--:"] * (len(header) - 1)]]
        for reader in (datenorm, *others):
            row = [reader]
            for speeds in self.speeds.values():
                speed = speeds[reader]
                factor = "" if reader == datenorm else f"{_median_ratio(speeds[datenorm].rates, speed.rates):.3g} times"
                row += [f"{statistics.median(speed.rates):,.0f}", factor, f"{speed.right / speed.n:.1%}"]
            latencies = self.speeds[_LATENCY_COLUMN][reader].latencies
            row += [f"{1000 * float(np.percentile(latencies, q)):.3g} ms" for q in (50, 99)]
            lines.append([*row, f"{1000 * statistics.median(self.starts[reader]):.0f} ms"])
        numpy = next(iter(self.starts))
        command = f'`datenorm normalize "{EXAMPLE}"`, whole process, against `{numpy}`'
        times = _median_ratio(self.starts[datenorm], self.starts[numpy])
        figures = [["", ""], ["---", "--:"], [command, f"{times:.2f} times"]]
        if self.memory is not None:
            figures.append([f"peak memory of `datenorm normalize`, {self.rows:,} lines", f"{self.memory / 1e6:.0f} MB"])
        for name, share in self.share.items():
            of = f"share of the cores' {self.peak / 1e9:.0f} G multiply-adds a second, {name}"
            figures.append([of, f"{share:.0%}"])
        return "\n\n".join([_markdown(lines), _markdown(figures), self.caption])


def _median_ratio(values: Sequence[float], others: Sequence[float]) -> float:
    # Each pair was measured one after the other, so what slows the machine for a while slows both.
    return statistics.median(value / other for value, other in zip(values, others, strict=True))


def _markdown(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def measure(
    normalizer: Normalizer, folder: Path, *, rows: int, repeats: int, seconds: float, say: Callable[[str], None]
) -> Report:
    """Measure datenorm and the peers in turn, `repeats` times.

    Args:
        normalizer: A date model.
        folder: Where a column can be written for a process to read.
        rows: Strings in each column; datenorm reads all of them, each time.
        repeats: How often each is measured.
        seconds: How long each peer reads at a time.
        say: Is told what goes on.
    """
    peers = installed_peers()
    readers = {(name, peer.name): peer.reader(languages) for name, languages in COLUMNS.items() for peer in peers}
    columns = {name: column(rows, languages) for name, languages in COLUMNS.items()}
    speeds = {name: {reader: Speed() for reader in ("datenorm", *(peer.name for peer in peers))} for name in COLUMNS}
    queues = {name: {peer.name: itertools.cycle(pairs) for peer in peers} for name, pairs in columns.items()}
    with warnings.catch_warnings(action="ignore"):
        for repeat in range(-1, repeats):
            for name in COLUMNS:
                say(f"{name}, " + (f"{repeat + 1} of {repeats}" if repeat >= 0 else "to warm up"))
                # What is loaded at the first call is no part of the speed.
                measured = speeds[name] if repeat >= 0 else collections.defaultdict(Speed)
                measured["datenorm"].read_all(normalizer, columns[name], locale=_LOCALES.get(name))
                for peer in peers:
                    read = readers[name, peer.name]
                    measured[peer.name].read_one_by_one(read, queues[name][peer.name], seconds)
    say("cold starts and memory")
    python = sys.executable
    preset = str(normalizer.preset.folder)
    commands = {"import numpy": [python, "-c", "import numpy"]}
    commands["datenorm"] = [python, "-m", "datenorm", "normalize", "--task", preset, EXAMPLE]
    commands |= {peer.name: list(peer.start) for peer in peers}
    starts: dict[str, list[float]] = {reader: [] for reader in commands}
    for _ in range(1 + repeats):
        for reader, command in commands.items():
            starts[reader].append(process_seconds(command))
    lines = folder / "lines.txt"
    mixed = next(iter(columns.values()))
    lines.write_text("".join(f"{text}\n" for text, _ in mixed), encoding="utf-8")
    peak = matmul_peak()
    share = {}
    for name, pairs in columns.items():
        work = sum(multiply_adds(normalizer, len(canonicalize(text))) for text, _ in pairs)
        share[name] = work / rows * statistics.median(speeds[name]["datenorm"].rates) / peak
    return Report(
        speeds,
        {reader: times[1:] for reader, times in starts.items()},  # the first found no file in memory
        rows,
        process_memory([python, "-m", "datenorm", "normalize", "--task", preset], lines),
        peak,
        share,
        _caption(normalizer, peers),
    )


def _caption(normalizer: Normalizer, peers: Iterable[Peer]) -> str:
    own = [f"{package} {importlib.metadata.version(package)}" for package in ("datenorm", "numpy", "onnxruntime")]
    versions = ", ".join(dict.fromkeys([*own, *(peer.version for peer in peers)]))
    machine = f"{available_cores()} {platform.machine()} cores, Python {platform.python_version()}"
    return f"`datenorm benchmark`, weights {normalizer.preset.digest}, {dt.date.today()}, {machine}, {versions}"
