import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from datenorm.benchmark import measure as measurement
from datenorm.benchmark.measure import measure
from datenorm.benchmark.peers import Peer
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import load_preset


def test_each_reader_is_measured_on_each_column_in_each_repeat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    peer = Peer("peer", "peer 1.0", lambda languages: lambda text: None, ("true",))
    monkeypatch.setattr(measurement, "installed_peers", lambda: [peer])
    started: list[Sequence[str]] = []

    def process_seconds(argv: Sequence[str]) -> float:
        started.append(argv)
        return 1.0

    monkeypatch.setattr(measurement, "process_seconds", process_seconds)
    monkeypatch.setattr(measurement, "process_memory", lambda argv, stdin: stdin.stat().st_size)
    monkeypatch.setattr(measurement, "matmul_peak", lambda: 1e11)
    said: list[str] = []
    report = measure(Normalizer(), tmp_path, rows=30, table_rows=40, repeats=2, seconds=0.001, say=said.append)
    assert list(report.speeds) == ["15 languages", "English"]
    for speeds in report.speeds.values():
        assert [len(speed.rates) for speed in speeds.values()] == [2, 2]  # and the warm-up is not counted
        assert (speeds["datenorm"].n, speeds["peer"].right) == (60, 0)
        assert speeds["datenorm"].right > 55
    assert report.starts == {"import numpy": [1, 1], "datenorm": [1, 1], "peer": [1, 1]}
    assert started.count(("true",)) == 1 + 2
    assert report.tables == {"pyarrow": [1, 1], "datenorm": [1, 1]}
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as table:
        assert len({when for _, when in csv.reader(table)}) == 1 + 40  # the header, and distinct texts
    for command in started[-2:]:
        assert str(tmp_path / "table.csv") in command
    assert report.rows == 30
    assert report.memory == (tmp_path / "lines.txt").stat().st_size
    assert len((tmp_path / "lines.txt").read_text(encoding="utf-8").splitlines()) == 30
    assert all(0 < share < 2 for share in report.shares.values())
    command = "datenorm benchmark --rows 30 --table-rows 40 --repeats 2 --seconds 0.001"
    assert report.caption.startswith(f"`{command}`, weights {load_preset('moment').digest}, ")
    assert report.caption.endswith("peer 1.0")
    assert said[:2] == ["15 languages, to warm up", "English, to warm up"]
