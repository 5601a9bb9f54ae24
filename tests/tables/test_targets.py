import gzip
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from support.processes import ENVIRONMENT

from datenorm.tables.targets import compressed, csv_writer, replaced_when_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_absent_until_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with replaced_when_whole(path) as file:
        file.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt, SystemExit])
def test_an_error_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def write() -> None:
        with replaced_when_whole(path) as file:
            file.write(b"new")
            raise error

    with pytest.raises(error):
        write()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_the_mode_of_a_replaced_file_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(mode)
    with replaced_when_whole(path) as file:
        file.write(b"new")
        (unfinished,) = (other for other in tmp_path.iterdir() if other != path)
        assert unfinished.stat().st_mode & 0o777 == mode  # nobody else reads it meanwhile
    assert path.stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    (tmp_path / ".out.csv.unfinished").touch(0o600)
    with replaced_when_whole(tmp_path / "out.csv") as file:
        file.write(b"new")
    assert (tmp_path / "out.csv").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_what_a_killed_process_left_is_replaced(tmp_path: Path) -> None:
    code = f"""
import os, signal, pathlib
from datenorm.tables.targets import replaced_when_whole
with replaced_when_whole(pathlib.Path({str(tmp_path / "out.csv")!r})) as file:
    file.write(b"half")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, check=False)
    assert names(tmp_path) == [".out.csv.unfinished"]
    with replaced_when_whole(tmp_path / "out.csv") as file:
        file.write(b"new")
    assert names(tmp_path) == ["out.csv"]
    assert (tmp_path / "out.csv").read_text() == "new"


def test_two_processes_never_write_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with replaced_when_whole(path) as file:
        with pytest.raises(ValueError, match="another process is writing"), replaced_when_whole(path):
            pytest.fail("the second one writes, too")
        file.write(b"first")
    assert path.read_text() == "first"


def test_a_link_is_kept_and_its_file_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("old.csv")
    with replaced_when_whole(tmp_path / "link.csv") as file:
        file.write(b"new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "old.csv").read_text() == "new"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"missing") as caught, replaced_when_whole(tmp_path / "missing" / "out.csv"):
        pytest.fail("nothing can be written there")
    assert "missing" in str(caught.value.filename)


@pytest.mark.parametrize("compression", [None, "gzip", "zstd"])
def test_compressed_bytes_come_out_equal(tmp_path: Path, compression: str | None) -> None:
    path = tmp_path / "out"
    with path.open("wb") as file:
        with compressed(file, compression) as stream:
            stream.write(b"one\n")
            stream.write(b"two\n")
        os.fsync(file.fileno())  # it stays open
    data = path.read_bytes()
    if compression == "gzip":
        data = gzip.decompress(data)
    elif compression == "zstd":
        data = pa.CompressedInputStream(pa.BufferReader(data), "zstd").read()
    assert data == b"one\ntwo\n"


def test_a_type_that_csv_cannot_hold_is_refused(tmp_path: Path) -> None:
    schema = pa.schema([("tags", pa.list_(pa.string()))])
    with (
        (tmp_path / "out.csv").open("wb") as file,
        pytest.raises(ValueError, match=r"'tags' of list<.*: choose an OUT that ends in .parquet"),
        csv_writer(file, schema, ","),
    ):
        pytest.fail("CSV holds no lists")
