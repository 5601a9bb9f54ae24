"""The command `datenorm table`."""

import contextlib
import datetime as dt
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from support.processes import ENVIRONMENT, Ran, run_datenorm_measured

from datenorm.cli.main import main
from datenorm.reading.normalizer import Normalizer

CELLS = b"""id,when,note
007,3 May 1979,1e5
008,,"a ""quoted"" cell"
009,"May 4,
1979",two lines
010,no date,NA
,"",true
012,\xff\xfe 1979,\xe9t\xe9
"""


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Iterator[Run]:
    """Runs `datenorm table` in this process, which saves the start of another, in the test's folder."""
    monkeypatch.chdir(tmp_path)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = main(["table", *map(str, arguments)])
        except SystemExit as wrong_use:
            status = wrong_use.code
        return Ran(status, *capsys.readouterr())

    yield run
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def table(run: Run) -> Run:
    """Runs `datenorm table` on the column `when`."""

    def table(*arguments: object, source: str = "in.csv", target: str = "out.csv") -> Ran:
        return run(source, target, "--column", "when", *arguments)

    return table


def cells(path: Path) -> list[list[str | None]]:
    """The rows of a CSV file as pyarrow reads them, all texts."""
    options = pa.csv.ConvertOptions(
        column_types=dict.fromkeys(pa.csv.read_csv(path).schema.names, pa.string()),
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
    read = pa.csv.read_csv(path, parse_options=pa.csv.ParseOptions(newlines_in_values=True), convert_options=options)
    return [list(row.values()) for row in read.to_pylist()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in.csv").write_text("id,when\n1,3 May 1979\n2,\n3,13/07/2022\n4,03/04/2005\n", encoding="utf-8")
    return tmp_path


def test_csv_keeps_its_cells_and_gets_four_columns(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(CELLS)
    ran = table()
    assert ran.status == 0, ran.err
    assert ran.out == "out.csv now holds 6 rows, 4 of them without a value and 0 ambiguous.\n"
    assert ran.err == "datenorm: in.csv: row 6: its when is not UTF-8\n"
    written = (tmp_path / "out.csv").read_bytes()
    # As it was, byte by byte, though every text is quoted now; an empty cell and one that holds "" stay apart.
    for kept in (b'"007","3 May 1979","1e5",', b'"008",,"a ""quoted"" cell",', b'"009","May 4,\n1979","two lines",'):
        assert kept in written
    for kept in (b'"010","no date","NA",', b'\n,"","true",', b'"012","\xff\xfe 1979","\xe9t\xe9",'):
        assert kept in written
    lines = written.splitlines()
    assert lines[0] == b'"id","when","note","when_normalized","when_confidence","when_ambiguous","when_reason"'
    assert lines[2].endswith(b',,0,false,"empty"')
    assert lines[-1].endswith(b',,0,false,"not text"')
    assert b'"1979-05-04"' in written


def test_parquet_keeps_its_types(table: Run, tmp_path: Path) -> None:
    columns = {
        "when": pa.array(["3 May 1979", None, "3 May 1979", "x"]).dictionary_encode(),
        "day": pa.array([dt.date(2020, 1, 1), None, dt.date(1, 1, 1), dt.date(9999, 12, 31)]),
        "price": pa.array([1, None, 3, 4], pa.decimal128(10, 2)),
        "tags": pa.array([["a"], [], None, ["b", "c"]]),
        "at": pa.array([0, 1, None, 3], pa.timestamp("us", "Europe/Rome")),
        "large": pa.array(["a", None, "c", "d"], pa.large_string()),
    }
    source = pa.table(columns).replace_schema_metadata({"origin": "test"})
    pa.parquet.write_table(source, tmp_path / "in.parquet")
    ran = table(source="in.parquet", target="out.parquet")
    assert ran.status == 0, ran.err
    written = pa.parquet.read_table(tmp_path / "out.parquet")
    assert written.select(source.schema.names).cast(source.schema).equals(source)
    assert written.schema.field("when").type == source.schema.field("when").type
    assert written.schema.metadata[b"origin"] == b"test"
    assert written["when_normalized"].to_pylist() == ["1979-05-03", None, "1979-05-03", None]
    assert written["when_reason"].to_pylist() == [None, "empty", None, "no date in it"]
    assert written["when_confidence"].type == pa.float32()


def test_one_format_becomes_the_other(table: Run, folder: Path) -> None:
    assert table(target="out.parquet").status == 0
    names = ["id", "when", "when_normalized", "when_confidence", "when_ambiguous", "when_reason"]
    assert pa.parquet.read_table(folder / "out.parquet").schema.names == names
    assert table(target="direct.csv").status == 0
    names_in = ["id", "when"]
    pa.parquet.write_table(
        pa.table({name: pa.parquet.read_table(folder / "out.parquet")[name].dictionary_encode() for name in names_in}),
        folder / "half.parquet",
    )
    assert table(source="half.parquet", target="back.csv").status == 0
    assert cells(folder / "back.csv") == cells(folder / "direct.csv")


def test_a_column_decides_in_two_passes(table: Run, folder: Path) -> None:
    ran = table("--order", "infer")
    assert ran.err.startswith("datenorm: order DMY: 1 rows are DMY only")
    assert [row[2] for row in cells(folder / "out.csv")] == ["1979-05-03", None, "2022-07-13", "2005-04-03"]
    table("--locale", "en_US", "--overwrite")
    assert cells(folder / "out.csv")[3][2] == "2005-03-04"


def test_rows_in_many_batches_are_the_same_as_one_by_one(table: Run, tmp_path: Path) -> None:
    texts = [f"{1 + i % 28} {month} {1900 + i % 150}" for i in range(1500) for month in ("May", "März", "x")]
    (tmp_path / "in.csv").write_text("when\n" + "\n".join(texts) + "\n", encoding="utf-8")
    assert table().status == 0
    alone = [result.value for result in Normalizer("date").normalize_batch(texts)]
    assert [row[0] for row in cells(tmp_path / "out.csv")] == texts
    assert [row[1] for row in cells(tmp_path / "out.csv")] == alone


def test_an_empty_line_is_a_row_of_a_single_column(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("when\n3 May 1979\n\n4 May 1979\n")
    assert table().out == "out.csv now holds 3 rows, 1 of them without a value and 0 ambiguous.\n"


def test_a_header_alone_stays_one(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,when\n")
    assert table().out == "out.csv now holds 0 rows, 0 of them without a value and 0 ambiguous.\n"
    assert (
        tmp_path / "out.csv"
    ).read_text() == '"id","when","when_normalized","when_confidence","when_ambiguous","when_reason"\n'
    assert table(target="out.parquet").status == 0
    assert pa.parquet.read_table(tmp_path / "out.parquet").num_rows == 0


def test_a_row_of_other_width_is_reported_and_loses_no_other(table: Run, tmp_path: Path) -> None:
    rows = ["1,3 May 1979", "2", "3,4 May 1979", *["x,y,z"] * 6, "4,5 May 1979"]
    (tmp_path / "in.csv").write_text("id,when\n" + "\n".join(rows) + "\n")
    ran = table("--order", "infer", "--strict")
    assert ran.status == 1
    assert [row[2] for row in cells(tmp_path / "out.csv")] == ["1979-05-03", "1979-05-04", "1979-05-05"]
    reports = ran.err.splitlines()[1:]
    assert reports[0] == "datenorm: in.csv: row 3 has 1 cells, and not 2, and is left out"
    assert len(reports) == 6
    assert reports[-1] == "datenorm: in.csv: 2 more rows like these"


def test_another_delimiter(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id;when\n1;May 3, 1979\n")
    assert table("--delimiter", ";").status == 0
    assert (tmp_path / "out.csv").read_text().splitlines()[1].startswith('"1";"May 3, 1979";"1979-05-03";')


def test_strict_and_min_confidence(table: Run, folder: Path) -> None:
    assert table("--strict").status == 1
    assert table("--min-confidence", 1, "--overwrite").out.endswith("4 of them without a value and 1 ambiguous.\n")


def test_ambiguous_dates_are_marked_and_fail_under_strict(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("when\n03/04/2005\n2005-04-03\n")
    ran = table("--strict")
    assert ran.status == 1
    assert ran.out == "out.csv now holds 2 rows, 0 of them without a value and 1 ambiguous.\n"
    assert [row[3] for row in cells(tmp_path / "out.csv")] == ["true", "false"]
    assert table("--strict", "--locale", "en_GB", "--overwrite").status == 0


# Refusals.


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["in.csv", "out.csv", "--column", "date"], "'id', 'when'. Received: none of this name"),
        (["in.csv", "out.csv"], "--column"),
        (["in.csv", "out.xlsx", "--column", "when"], "ends in .csv or .parquet"),
        (["in.xlsx", "out.csv", "--column", "when"], "ends in .csv or .parquet"),
        (["missing.csv", "out.csv", "--column", "when"], "missing.csv"),
        (["missing.parquet", "out.csv", "--column", "when"], "missing.parquet"),
        (["in.csv", "no folder/out.csv", "--column", "when"], "folder that exists"),
        (["in.csv", "out.csv", "--column", "when", "--locale", "xx"], "such as en_US"),
        (["in.csv", "out.csv", "--column", "when", "--task", "time", "--order", "infer"], "no orders"),
        (["in.csv", "out.csv", "--column", "when", "--delimiter", "ab"], "delimiter of one"),
        (["broken.parquet", "out.csv", "--column", "when"], "broken.parquet"),
        (["empty.csv", "out.csv", "--column", "when"], "empty.csv"),
        (["twice.csv", "out.csv", "--column", "when"], "Received: it twice"),
        (["taken.csv", "out.csv", "--column", "when"], "'when_reason', whose names the new columns need"),
        (["numbers.parquet", "out.csv", "--column", "when"], "expected text in column 'when'. Received: int64"),
        (["in.csv", "there.csv", "--column", "when"], "exists already"),
    ],
)
def test_wrong_use_is_refused_and_nothing_is_written(run: Run, folder: Path, arguments: list[str], words: str) -> None:
    (folder / "broken.parquet").write_bytes(b"PAR1 is how they begin")
    (folder / "empty.csv").touch()
    (folder / "twice.csv").write_text("when,when\n1,2\n")
    (folder / "taken.csv").write_text("when,when_reason\n1,2\n")
    (folder / "there.csv").write_text("mine")
    pa.parquet.write_table(pa.table({"when": [20130215]}), folder / "numbers.parquet")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = run(*arguments)
    assert ran.status == 2
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("target", ["in.csv", "./in.csv", "sub/../in.csv", "symbolic.csv", "hard.csv", "absolute"])
def test_the_input_is_never_overwritten(table: Run, folder: Path, target: str) -> None:
    (folder / "sub").mkdir()
    (folder / "symbolic.csv").symlink_to("in.csv")
    (folder / "hard.csv").hardlink_to(folder / "in.csv")
    before = (folder / "in.csv").read_bytes()
    ran = table("--overwrite", target=str(folder / "in.csv") if target == "absolute" else target)
    assert ran.status == 2
    assert "another file than IN" in ran.err
    assert (folder / "in.csv").read_bytes() == before


def test_overwrite_replaces_what_a_link_points_to(table: Run, folder: Path) -> None:
    (folder / "old.csv").write_text("old")
    (folder / "link.csv").symlink_to("old.csv")
    assert table("--overwrite", target="link.csv").status == 0
    assert (folder / "link.csv").is_symlink()
    assert len(cells(folder / "old.csv")) == 4


# Stopping and failing.


def test_a_failure_half_way_leaves_the_old_output(table: Run, folder: Path) -> None:
    (folder / "out.csv").write_text("old")
    rows = b"id,when\n" + b"1,3 May 1979\n" * 50_000 + b"2,\xff\n"
    (folder / "in.csv").write_bytes(rows)
    ran = table(target="out.parquet")  # which has no place for what is not UTF-8
    assert ran.status == 2
    assert "in.csv: " in ran.err
    assert "UTF8" in ran.err
    assert sorted(path.name for path in folder.iterdir()) == ["in.csv", "out.csv"]
    assert (folder / "out.csv").read_text() == "old"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_stopped_run_leaves_nothing(tmp_path: Path, number: signal.Signals, status: int) -> None:
    rows = (f"{i},{1 + i % 28} May {1000 + i % 999}\n" for i in range(300_000))
    (tmp_path / "in.csv").write_text("id,when\n" + "".join(rows))
    with subprocess.Popen(
        [sys.executable, "-m", "datenorm", "table", "in.csv", "out.csv", "--column", "when"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not any(path.stat().st_size > 1000 for path in tmp_path.glob(".out*")):
            time.sleep(0.01)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (status, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


# What it shows and what it costs.


def test_a_terminal_sees_a_bar_with_rows_a_second(folder: Path) -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    command = [sys.executable, "-m", "datenorm", "table", "in.csv", "out.csv", "--column", "when"]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.close(theirs)
    shown = ""
    with contextlib.suppress(OSError):  # Linux raises it when no writer is left
        while part := os.read(ours, 1 << 16):
            shown += part.decode()
    os.close(ours)
    assert "4.00/4.00" in shown
    assert "rows/s" in shown


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_100000_rows_take_at_most_250_mb(tmp_path: Path, suffix: str) -> None:
    patterns = ("{d}/{m}/{y}", "{d} May {y}", "{y}-{m:02d}-{d:02d}", "the {d}th of September, {y}", "le {d} mars {y}")
    when = [patterns[i % 5].format(d=1 + i % 28, m=1 + i % 12, y=1900 + i % 131) for i in range(100_000)]
    columns = pa.table({"id": list(range(100_000)), "when": when, "note": [f"note {i}" for i in range(100_000)]})
    source = tmp_path / f"in{suffix}"
    if suffix == ".csv":
        pa.csv.write_csv(columns, source)
    else:
        pa.parquet.write_table(columns, source)
    ran, peak = run_datenorm_measured(
        "table", source, tmp_path / f"out{suffix}", "--column", "when", "--order", "infer"
    )
    assert ran.status == 0, ran.err
    assert peak <= 250 * 1000
