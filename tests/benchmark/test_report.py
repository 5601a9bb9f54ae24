import dataclasses

from datenorm.benchmark.report import Report
from datenorm.benchmark.samples import COLUMNS
from datenorm.benchmark.speed import Speed


def speed(*rates: float) -> Speed:
    return Speed(list(rates), [0.001, 0.002, 0.003], 3, 4)


REPORT = Report(
    speeds={name: {"datenorm": speed(100, 200, 900), "peer": speed(10, 4, 30)} for name in COLUMNS},
    starts={"import numpy": [0.1, 0.2, 0.4], "datenorm": [0.3, 0.5, 0.8], "peer": [1, 1, 1]},
    rows=1000,
    memory=123_000_000,
    tables={"pyarrow": [0.1, 0.2, 0.4], "datenorm": [3, 5, 8]},
    table_rows=2000,
    peak=5e9,
    shares={"English": 0.42},
    caption="caption",
)


def test_a_report_shows_medians_and_ratios_pair_by_pair() -> None:
    readers, figures, caption = REPORT.to_markdown().split("\n\n")
    assert "| peer | 10 | 30 times | 75.0% | 10 | 30 times | 75.0% | 2 ms | 2.98 ms | 1000 ms |" in readers
    assert "| datenorm | 200 |  | 75.0% | 200 |  | 75.0% | 2 ms | 2.98 ms | 500 ms |" in readers
    assert "2.50 times" in figures
    assert "1,000 lines | 123 MB" in figures
    assert "5 G multiply-adds a second, English | 42%" in figures
    assert "`datenorm table`, 2,000 distinct rows, whole process" in figures
    assert "with pyarrow | 25 times" in figures
    assert caption == "caption"


def test_a_report_leaves_out_what_was_not_measured() -> None:
    assert "memory" not in dataclasses.replace(REPORT, memory=None).to_markdown()
    assert "pyarrow" not in dataclasses.replace(REPORT, tables={}).to_markdown()
