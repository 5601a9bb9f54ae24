"""The report: all that the benchmark measured, as Markdown tables."""

import dataclasses
import statistics
from collections.abc import Sequence

import numpy as np

from datenorm.benchmark.peers import EXAMPLE
from datenorm.benchmark.speed import Speed
from datenorm.evaluation.markdown import markdown_table

_LATENCY_COLUMN = "English"  # the one that every peer reads


@dataclasses.dataclass(frozen=True)
class Report:
    """All that was measured.

    Attributes:
        speeds: Column -> reader -> its speed. The first reader is datenorm.
        starts: Reader -> the seconds of whole processes from a cold start. The first is `import numpy`.
        rows: Lines in the process whose memory was measured.
        memory: The peak of that process in bytes, or None.
        tables: `pyarrow` and `datenorm` -> the seconds of a process that reads and writes a table; {} without pyarrow.
        table_rows: Rows of that table.
        peak: Multiply-adds a second of NumPy's matrix product.
        shares: Column -> the share of that peak that datenorm reaches.
        caption: Versions, date and machine.
    """

    speeds: dict[str, dict[str, Speed]]
    starts: dict[str, list[float]]
    rows: int
    memory: int | None
    tables: dict[str, list[float]]
    table_rows: int
    peak: float
    shares: dict[str, float]
    caption: str

    def to_markdown(self) -> str:
        """Two tables, one of the readers and one of single figures, and their caption."""
        return f"{self._readers()}\n\n{self._figures()}\n\n{self.caption}"

    def _readers(self) -> str:
        columns = [""]
        for name in self.speeds:
            columns += [f"{name}, strings a second", "datenorm against it", "read as meant"]
        columns += ["one string, median", "99th percentile", "cold start"]
        datenorm, *others = next(iter(self.speeds.values()))
        return markdown_table(columns, [self._row(reader, datenorm) for reader in (datenorm, *others)])

    def _row(self, reader: str, datenorm: str) -> list[str]:
        cells = [reader]
        for speeds in self.speeds.values():
            speed = speeds[reader]
            factor = "" if reader == datenorm else f"{_median_ratio(speeds[datenorm].rates, speed.rates):.3g} times"
            cells += [f"{statistics.median(speed.rates):,.0f}", factor, f"{speed.right / speed.n:.1%}"]
        latencies = self.speeds[_LATENCY_COLUMN][reader].latencies
        cells += [f"{1000 * float(np.percentile(latencies, q)):.3g} ms" for q in (50, 99)]
        return [*cells, f"{1000 * statistics.median(self.starts[reader]):.0f} ms"]

    def _figures(self) -> str:
        numpy, datenorm, *_ = self.starts
        ratio = _median_ratio(self.starts[datenorm], self.starts[numpy])
        rows = [[f'`datenorm normalize "{EXAMPLE}"`, whole process, against `{numpy}`', f"{ratio:.2f} times"]]
        if self.memory is not None:
            rows.append([f"peak memory of `datenorm normalize`, {self.rows:,} lines", f"{self.memory / 1e6:.0f} MB"])
        if self.tables:
            against = f"{self.table_rows:,} distinct rows, whole process, against reading and writing them with pyarrow"
            slower = _median_ratio(self.tables["datenorm"], self.tables["pyarrow"])
            rows.append([f"`datenorm table`, {against}", f"{slower:.0f} times"])
        for name, share in self.shares.items():
            peak = f"the cores' {self.peak / 1e9:.0f} G multiply-adds a second"
            rows.append([f"share of {peak}, {name}", f"{share:.0%}"])
        return markdown_table(["", ""], rows)


def _median_ratio(values: Sequence[float], others: Sequence[float]) -> float:
    # The two of a pair were measured one after the other, so whatever slows the machine slows both.
    return statistics.median(value / other for value, other in zip(values, others, strict=True))
