"""The command `datenorm table`."""

import contextlib
import datetime as dt
import functools
import gzip
import os
import pty
import random
import re
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
from support.processes import ENVIRONMENT, Ran, call_datenorm, children, run_datenorm, run_datenorm_measured
from support.scripted_model import scripted_normalizer
from support.workbooks import workbook

from datenorm.core.moments import Moment
from datenorm.reading.normalizer import Normalizer
from datenorm.tables.workers import WORTH_PROCESSES

CELLS = (
    """id,when,note
007,3 May 1979,1e5
008,,"a ""quoted"" cell"
009,"May 4,
1979",two lines
010,no date,NA
,"",true
011,5 май 1979,Straße
""".encode()
    + b"012,\xff\xfe 1979,\xe9t\xe9\n"
)
NEW_NAMES = b",when_normalized,when_confidence,when_ambiguous,when_reason"


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Run]:
    """Runs `datenorm table` in this process, in the test's folder."""
    monkeypatch.chdir(tmp_path)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield functools.partial(call_datenorm, "table")
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


def test_csv_keeps_its_bytes_and_gets_four_columns(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(CELLS)
    ran = table()
    assert ran.status == 0, ran.err
    assert ran.out == "out.csv now holds 7 rows, 4 of them without a value and 0 ambiguous.\n"
    assert ran.err == "datenorm: in.csv: when is not UTF-8 in 1 rows, first in row 7\n"
    written = (tmp_path / "out.csv").read_bytes()
    answers = re.compile(rb",(\d{4}-\d\d-\d\d)?,[\d.]+,false,(empty|no moment in it|not text)?$", re.MULTILINE)
    assert answers.sub(b"", written).replace(NEW_NAMES, b"") == CELLS
    assert [value.decode() for value, _ in answers.findall(written)] == [
        *("1979-05-03", "", "1979-05-04", "", "", "1979-05-05", "")
    ]
    assert [reason.decode() for _, reason in answers.findall(written)] == [
        *("", "empty", "", "no moment in it", "empty", "", "not text")
    ]


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
    assert written["when_reason"].to_pylist() == [None, "empty", None, "no moment in it"]
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
    back, direct = cells(folder / "back.csv"), cells(folder / "direct.csv")
    for one, other in zip(back, direct, strict=True):
        assert float(one.pop(3)) == pytest.approx(float(other.pop(3)), abs=1e-6)
    assert back == direct


@pytest.mark.parametrize("target", ["out.csv", "out.tsv", "out.csv.gz", "out.csv.zst", "out.parquet"])
def test_a_workbook_and_compressed_text_are_read_and_written(table: Run, folder: Path, target: str) -> None:
    (folder / "in.csv.gz").write_bytes(gzip.compress((folder / "in.csv").read_bytes()))
    with pa.output_stream(folder / "in.tsv.zst", compression="zstd") as file:
        file.write((folder / "in.csv").read_bytes().replace(b",", b"\t"))
    workbook(folder / "in.xlsx", A=[["id", "when"], [1, "3 May 1979"], [2], [3, "13/07/2022"], [4, "03/04/2005"]])
    for source in ("in.csv.gz", "in.tsv.zst", "in.xlsx"):
        ran = table("--overwrite", "--locale", "en_GB", source=source, target=target)
        assert ran.status == 0, ran.err
        if target.endswith(".parquet"):
            written = pa.parquet.read_table(folder / target)
        else:
            data = pa.input_stream(folder / target, compression="detect").read()
            delimiter = "\t" if ".tsv" in target or source.endswith("tsv.zst") else ","
            options = pa.csv.ParseOptions(delimiter=delimiter)
            written = pa.csv.read_csv(pa.BufferReader(data), parse_options=options)
        assert [str(row) for row in written["id"].to_pylist()] == ["1", "2", "3", "4"]
        values = [value and str(value) for value in written["when_normalized"].to_pylist()]
        assert values == ["1979-05-03", None, "2022-07-13", "2005-04-03"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_out_is_encoded_as_in(table: Run, tmp_path: Path, codec: str) -> None:
    lines = ["id;when;where", *(f"{i};{i}. März 2020;Köln" for i in range(1, 29))]
    (tmp_path / "in.csv").write_bytes("\r\n".join(lines).encode(codec))
    ran = table()
    assert ran.status == 0, ran.err
    guessed = codec if codec in ("utf-16-le", "cp1252") else None
    said = f"datenorm: in.csv: read as {guessed}, which its bytes suggest; --encoding names another\n"
    assert ran.err == (said if guessed else "")
    written = (tmp_path / "out.csv").read_bytes()
    assert written[:4] == (tmp_path / "in.csv").read_bytes()[:4]
    rows = [row.split(";") for row in written.decode(codec).split("\r\n")]
    assert [";".join(row[:3]) for row in rows] == lines
    assert [row[3] for row in rows[1:]] == [f"2020-03-{i:02d}" for i in range(1, 29)]


def test_stdin_and_stdout_pass_a_table_through(folder: Path) -> None:
    ran = run_datenorm("table", "-", "-", "--column", "when", stdin=(folder / "in.csv").read_bytes())
    assert ran.status == 0, ran.err
    assert [line.split(",")[2] for line in ran.out.splitlines()] == [
        *("when_normalized", "1979-05-03", "", "2022-07-13", "2005-04-03")
    ]
    assert ran.err == "stdout now holds 4 rows, 1 of them without a value and 1 ambiguous.\n"


@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-", "| head -c 0"])
def test_a_closed_or_full_stdout_ends_without_a_traceback(folder: Path, redirection: str) -> None:
    command = f"{sys.executable} -m datenorm table in.csv - --column when {redirection}"
    ran = subprocess.run(["bash", "-c", command], cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    assert "Traceback" not in ran.stderr.decode()
    assert "Exception ignored" not in ran.stderr.decode()
    if redirection == "> /dev/full":
        assert ran.returncode == 2
        assert "No space left" in ran.stderr.decode()


def test_a_column_decides_in_two_passes(table: Run, folder: Path) -> None:
    ran = table("--order", "infer")
    assert ran.err.startswith("datenorm: in.csv: order DMY: 1 rows are DMY only")
    assert [row[2] for row in cells(folder / "out.csv")] == ["1979-05-03", None, "2022-07-13", "2005-04-03"]
    table("--locale", "en_US", "--overwrite")
    assert cells(folder / "out.csv")[3][2] == "2005-03-04"


def test_a_column_of_numbers_that_count_is_read(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("when\n44931\n45000.5\n45366\n")
    ran = table("--order", "infer")
    assert "numbers are Excel days (such as '44931', '45000.5')" in ran.err
    assert [row[1] for row in cells(tmp_path / "out.csv")] == ["2023-01-05", "2023-03-15T12:00", "2024-03-15"]


@pytest.mark.parametrize("order", [[], ["--order", "infer"]])
def test_the_century_can_be_given(table: Run, tmp_path: Path, order: list[str]) -> None:
    (tmp_path / "in.csv").write_text("when\n16-07-52\n10 Dec '30\n")
    assert table("--pivot", 30, *order).status == 0
    assert [row[1] for row in cells(tmp_path / "out.csv")] == ["1952-07-16", "2030-12-10"]
    assert table("--not-after", "2024-06-30", "--overwrite", *order).status == 0
    assert [row[1] for row in cells(tmp_path / "out.csv")] == ["1952-07-16", "1930-12-10"]


def test_rows_in_many_batches_are_the_same_as_one_by_one(table: Run, tmp_path: Path) -> None:
    texts = [f"{1 + i % 28} {month} {1900 + i % 150}" for i in range(1500) for month in ("May", "März", "x")]
    (tmp_path / "in.csv").write_text("when\n" + "\n".join(texts) + "\n", encoding="utf-8")
    assert table().status == 0
    alone = [result.value for result in Normalizer().normalize_batch(texts)]
    assert [row[0] for row in cells(tmp_path / "out.csv")] == texts
    assert [row[1] for row in cells(tmp_path / "out.csv")] == alone


def test_an_empty_line_is_a_row_of_a_single_column(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("when\n3 May 1979\n\n4 May 1979\n")
    assert table().out == "out.csv now holds 3 rows, 1 of them without a value and 0 ambiguous.\n"


def test_a_header_alone_stays_one(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,when\n")
    assert table().out == "out.csv now holds 0 rows, 0 of them without a value and 0 ambiguous.\n"
    assert (tmp_path / "out.csv").read_bytes() == b"id,when" + NEW_NAMES + b"\n"
    assert table(target="out.parquet").status == 0
    assert pa.parquet.read_table(tmp_path / "out.parquet").num_rows == 0


def test_a_short_row_is_kept_and_counted(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,when,note\n1,3 May 1979,x\n2\n3,4 May 1979\n")
    ran = table()
    assert ran.err == (
        "datenorm: in.csv: 2 rows have fewer or more cells than the header; the cells that make the difference are "
        "empty\n"
    )
    assert [row[:4] for row in cells(tmp_path / "out.csv")] == [
        ["1", "3 May 1979", "x", "1979-05-03"],
        ["2", None, None, None],
        ["3", "4 May 1979", None, "1979-05-04"],
    ]


def test_a_delimiter_can_be_named(table: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id\twhen\n1\tMay 3, 1979\n")
    assert table("--delimiter", r"\t").status == 0
    assert (tmp_path / "out.csv").read_text().splitlines()[1].startswith("1\tMay 3, 1979\t1979-05-03\t")


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
        (["in.csv", "out.xlsx", "--column", "when"], "ends in .csv, .tsv or .parquet"),
        (["in.csv", "out.csv.bz2", "--column", "when"], "ends in .csv, .tsv"),
        (["in.txt", "out.csv", "--column", "when"], "ends in .csv, .tsv"),
        (["missing.xlsx", "out.csv", "--column", "when"], "missing.xlsx"),
        (["broken.xlsx", "out.csv", "--column", "when"], "broken.xlsx is damaged"),
        (["broken.csv.gz", "out.csv", "--column", "when"], "broken.csv.gz is damaged"),
        (["short.csv.gz", "out.csv", "--column", "when"], "short.csv.gz is damaged"),
        (["in.csv", "sub", "--column", "when"], "ends in"),
        (["in.csv", "sub.csv", "--column", "when", "--overwrite"], "a folder"),
        (["sub.csv", "out.csv", "--column", "when"], "sub.csv"),
        (["long.csv", "out.csv", "--column", "when"], "long.csv: row 2 (line 3) has 3 cells, and the header 2"),
        (["quote.csv", "out.csv", "--column", "when"], "quote.csv: row 1 (line 2) opens a quote that never closes"),
        (["french.csv", "out.csv", "--column", "when"], "french.csv: line 2 is not UTF-8"),
        (["french.csv", "out.csv", "--column", "when", "--encoding", "ascii"], "line 2: the byte 0xfb is not ascii"),
        (["in.csv", "out.csv", "--column", "when", "--encoding", "x"], "expected an encoding such as"),
        (["lists.parquet", "out.csv", "--column", "when"], "'tags' of list<"),
        (["bad.csv", "out.parquet", "--column", "when"], "bad.csv: row 2 is not UTF-8: name its --encoding"),
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
        (
            ["numbers.parquet", "out.csv", "--column", "when"],
            "expected text or dates in column 'when'. Received: int64",
        ),
        (["in.csv", "there.csv", "--column", "when"], "exists already"),
        (["in.csv", "out.csv", "--column", "when", "--pivot", "100"], "expected a pivot from 0 to 99"),
        (["in.csv", "out.csv", "--column", "when", "--not-after", "soon"], "expected not_after as YYYY-MM-DD"),
        (["in.csv", "out.csv", "--column", "when", "--pivot", "30", "--order", "DMY"], "beside no order but infer"),
    ],
)
def test_wrong_use_is_refused_and_nothing_is_written(run: Run, folder: Path, arguments: list[str], words: str) -> None:
    (folder / "broken.parquet").write_bytes(b"PAR1 is how they begin")
    (folder / "empty.csv").touch()
    (folder / "twice.csv").write_text("when,when\n1,2\n")
    (folder / "taken.csv").write_text("when,when_reason\n1,2\n")
    (folder / "there.csv").write_text("mine")
    (folder / "broken.xlsx").write_bytes(b"PK")
    (folder / "broken.csv.gz").write_text("id,when\n")
    (folder / "short.csv.gz").write_bytes(gzip.compress(b"id,when\n1,3 May 1979\n" * 100)[:-9])
    (folder / "long.csv").write_text("id,when\n1,x\n2,May 3, 1979\n")
    (folder / "quote.csv").write_text('id,when\n1,"x\n2,y\n')
    (folder / "french.csv").write_text("id,when\n1,5 août 2020\n", encoding="cp1252")
    (folder / "bad.csv").write_bytes("id,when\n1,März\n".encode() + b"2,\xff\n")
    pa.parquet.write_table(pa.table({"when": ["x"], "tags": [["a"]]}), folder / "lists.parquet")
    pa.parquet.write_table(pa.table({"when": [20130215]}), folder / "numbers.parquet")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "sub").mkdir()
    (folder / "sub.csv").mkdir()
    ran = run(*arguments)
    assert ran.status == 2
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


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


@pytest.mark.parametrize(
    "target",
    ["out.csv", "out.parquet", *(pytest.param(f"out.csv.{name}", marks=pytest.mark.slow) for name in ("gz", "zst"))],
)
def test_a_full_disk_leaves_the_old_output(folder: Path, target: str) -> None:
    rows = (f"{i * 7919 % 999983},{1 + i % 28} May {1000 + i % 99}\n" for i in range(40_000))
    (folder / "in.csv").write_text("id,when\n" + "".join(rows))
    (folder / target).write_text("old")
    command = f"{sys.executable} -m datenorm table in.csv {target} --column when --overwrite"
    limited = ["bash", "-c", f"ulimit -f 100; exec {command}"]  # in KB: a file that grows beyond meets a full disk
    ran = subprocess.run(limited, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    (line,) = ran.stderr.splitlines()
    assert target in line
    assert "large" in line
    assert (folder / target).read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == sorted(["in.csv", target])


def test_a_table_that_changes_meanwhile_is_refused(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.tables.files.count_rows", lambda source: 5)
    ran = run("in.csv", "out.csv", "--column", "when")
    assert ran.status == 2
    assert "in.csv changed while it was read: it had 5 rows, then 4" in ran.err
    assert [path.name for path in folder.iterdir()] == ["in.csv"]


@contextlib.contextmanager
def running(
    folder: Path, processes: int, hangup: signal.Handlers = signal.SIG_DFL
) -> Iterator[subprocess.Popen[bytes]]:
    """A run on a table that is large enough for several processes; it may not end by itself.

    Args:
        folder: Where the table is written.
        processes: How many read it.
        hangup: What SIGHUP does; `nohup` ignores it.
    """
    rows = (f"{i},{1 + i % 28} May {1000 + i % 9000}\n" for i in range(2 * WORTH_PROCESSES))
    (folder / "in.csv").write_text("id,when\n" + "".join(rows))
    command = [sys.executable, "-m", "datenorm", "table", "in.csv", "out.csv", "--column", "when"]
    with subprocess.Popen(
        [*command, "--processes", str(processes)],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # so that a signal can be sent to all of its processes, as a terminal sends Ctrl-C
        preexec_fn=lambda: signal.signal(signal.SIGHUP, hangup),
    ) as process:
        yield process


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not condition():
        time.sleep(0.01)
    assert condition()


def has_begun(folder: Path) -> bool:
    return any(path.stat().st_size > 1000 for path in folder.glob(".out*"))


def has_started(process: subprocess.Popen[bytes], processes: int) -> bool:
    """Whether the processes that read have been started, if there are to be any."""
    return processes == 1 or len(children(process.pid)) == processes


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_stopped_run_leaves_nothing(tmp_path: Path, number: signal.Signals, status: int, processes: int) -> None:
    with running(tmp_path, processes) as process:
        wait_until(lambda: has_begun(tmp_path) and has_started(process, processes))
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (status, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_nohup_holds(tmp_path: Path) -> None:
    with running(tmp_path, 1, signal.SIG_IGN) as process:
        wait_until(lambda: has_begun(tmp_path))
        process.send_signal(signal.SIGHUP)
        process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.1, 0.2, 0.4])
def test_ctrl_c_is_quiet_while_processes_start(tmp_path: Path, seconds: float) -> None:
    with running(tmp_path, 2) as process:
        wait_until(lambda: len(children(process.pid)) > 0)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    with running(tmp_path, 2) as process:
        wait_until(lambda: has_started(process, 2))
        started = children(process.pid)
        process.kill()
        wait_until(lambda: not any(map(is_alive, started)))


def is_alive(pid: int) -> bool:
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


def test_processes_make_no_difference(folder: Path) -> None:
    texts = ["3 May 1979", "03/04/2005", "tomorrow", "no date", "", "5-7 May 2019"]
    count = 3 * WORTH_PROCESSES
    rows = [f"{i},{1 + i % 28} May {i % 9000}" if i % 3 else f"{i},{texts[i % 6]}" for i in range(count)]
    (folder / "in.csv").write_text("id,when\n" + "\n".join(rows) + "\n", encoding="utf-8")
    for processes in "12":
        arguments = ("in.csv", f"{processes}.csv", "--column", "when", "--processes", processes)
        ran = run_datenorm("table", *arguments, cwd=folder)
        assert ran.status == 0, ran.err
        assert f"now holds {count:,} rows" in ran.out
    assert (folder / "1.csv").read_bytes() == (folder / "2.csv").read_bytes()


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
def test_a_run_that_is_killed_at_any_instant_leaves_nothing_that_stays(tmp_path: Path) -> None:
    rows = (f"{i},{1 + i % 28} May {1000 + i % 999}\n" for i in range(10_000))
    (tmp_path / "in.csv").write_text("id,when\n" + "".join(rows))
    command = [sys.executable, "-m", "datenorm", "table", "in.csv", "out.csv", "--column", "when", "--overwrite"]
    began = time.monotonic()
    subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, check=True, capture_output=True)
    took = time.monotonic() - began
    whole = (tmp_path / "out.csv").read_bytes()
    (tmp_path / "out.csv").unlink()
    chance = random.Random(0)
    unfinished = 0
    for _ in range(200):
        with subprocess.Popen(
            command, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            time.sleep(chance.uniform(0, took))
            process.kill()
        names = {path.name for path in tmp_path.iterdir()}
        assert names <= {"in.csv", "out.csv", ".out.csv.unfinished"}
        unfinished += ".out.csv.unfinished" in names
        if "out.csv" in names:
            assert (tmp_path / "out.csv").read_bytes() == whole
            (tmp_path / "out.csv").unlink()
    assert unfinished > 5
    subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, check=True, capture_output=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_million_rows_take_at_most_300_mb_and_few_distinct_texts_a_tenth_of_the_time(
    tmp_path: Path, suffix: str
) -> None:
    rows = 1_000_000
    patterns = ("{d}/{m}/{y}", "{d} May {y}", "{y}-{m:02d}-{d:02d}", "the {d}th of September {y}", "le {d} mars {y}")
    source, target = tmp_path / f"in{suffix}", tmp_path / f"out{suffix}"
    seconds = {}
    for distinct in (rows, rows // 500):
        numbers = [i % distinct for i in range(rows)]
        when = [patterns[i % 5].format(d=1 + i % 28, m=1 + i % 12, y=1 + i // 140) for i in numbers]
        columns = pa.table({"id": list(range(rows)), "when": when})
        (pa.csv.write_csv if suffix == ".csv" else pa.parquet.write_table)(columns, source)
        arguments = ("table", source, target, "--column", "when", "--overwrite", "--locale", "en_GB")
        ran, used = run_datenorm_measured(*arguments)
        seconds[distinct] = used.seconds  # of the processors, so that what else runs on the machine does not count
        assert ran.status == 0, ran.err
        print(f"{rows:,} rows of {suffix}, {distinct:,} distinct: {used.seconds:.1f} s, {used.peak / 1000:.0f} MB")
        assert used.peak <= 300 * 1000
        written = pa.csv.read_csv(target) if suffix == ".csv" else pa.parquet.read_table(target)
        assert written["id"].to_pylist() == list(range(rows))
    assert seconds[rows // 500] <= seconds[rows] / 10


SCRIPT = {
    "in three days": Moment(amount="+0003", unit="D"),
    "friday": Moment(weekday="5"),
    "3 may 1979": Moment(year="1979", month="05", day="03"),
}


def written(path: Path) -> list[str]:
    """The column `when_normalized` of a file."""
    read = pa.parquet.read_table(path) if path.suffix == ".parquet" else pa.csv.read_csv(path)
    return [None if value is None else str(value) for value in read["when_normalized"].to_pylist()]


@pytest.mark.parametrize("source", ["in.csv", "in.xlsx", "in.parquet"])
@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
def test_each_row_counts_from_its_own_reference(
    table: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, target: str
) -> None:
    scripted_normalizer(monkeypatch, SCRIPT)
    when = ["in three days", "in three days", "3 May 1979", "in three days"]
    at = ["2026-11-29", "2020-02-27T23:00", "", "soon"]
    if source == "in.csv":
        rows = "".join(f"{one},{other}\n" for one, other in zip(at, when, strict=True))
        (tmp_path / source).write_text("at,when\n" + rows, encoding="utf-8")
    elif source == "in.parquet":
        pa.parquet.write_table(pa.table({"at": at, "when": when}), tmp_path / source)
    else:
        workbook(tmp_path / source, Sheet=[["at", "when"], *map(list, zip(at, when, strict=True))])
    ran = table("--reference-column", "at", source=source, target=target)
    assert ran.status == 0, ran.err
    assert written(tmp_path / target) == ["2026-12-02", "2020-03-01", "1979-05-03", None]
    assert "at states no moment from which to count in 2 rows, first in row 3" in ran.err


def test_timestamps_of_parquet_are_references(table: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripted_normalizer(monkeypatch, SCRIPT)
    at = pa.array([dt.datetime(2026, 11, 29, 10), None], pa.timestamp("ns", "UTC"))
    pa.parquet.write_table(pa.table({"at": at, "when": ["in three days"] * 2}), tmp_path / "in.parquet")
    assert table("--reference-column", "at", source="in.parquet", target="out.parquet").status == 0
    assert written(tmp_path / "out.parquet") == ["2026-12-02", None]


def test_all_rows_count_from_one_reference(table: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripted_normalizer(monkeypatch, SCRIPT)
    (tmp_path / "in.csv").write_text("when\nFriday\nin three days\n", encoding="utf-8")
    for prefer, friday in (("future", "2026-12-04"), ("past", "2026-11-27")):
        ran = table("--reference", "2026-11-29", "--prefer", prefer, "--overwrite")
        assert ran.status == 0, ran.err
        assert written(tmp_path / "out.csv") == [friday, "2026-12-02"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--reference-column", "when"], "expected no reference beside the task date"),
        (["--reference", "2020-01-01"], "expected no reference beside the task date"),
        (["--prefer", "past"], "expected no prefer beside the task date"),
        (["--reference", "soon"], "expected a reference in ISO 8601"),
        (["--reference", "now", "--reference-column", "when"], "not allowed with argument"),
    ],
)
def test_a_reference_without_use_is_refused(table: Run, folder: Path, arguments: list[str], words: str) -> None:
    ran = table("--task", "date", *arguments)
    assert ran.status == 2
    assert words in ran.err
    assert not (folder / "out.csv").exists()


def test_a_column_of_references_that_is_missing_is_named(
    table: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted_normalizer(monkeypatch, SCRIPT)
    assert "expected one column 'at' among" in table("--reference-column", "at").err
