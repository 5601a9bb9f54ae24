"""Targets: the file that a table is written to, which is whole or absent at every instant."""

import contextlib
import gzip
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

try:
    import fcntl
except ImportError:  # on Windows
    fcntl = None  # type: ignore[assignment]

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from datenorm.tables.inputs import STANDARD_STREAM

_ROW_GROUP = 1 << 15
_UNFINISHED = ".{}.unfinished"

Write = Callable[[pa.RecordBatch], None]
"""Writes some rows."""


@contextlib.contextmanager
def replaced_when_whole(path: Path) -> Iterator[IO[bytes]]:
    """Yields a new file that takes the place of `path` at the end; for `-` one that is copied to stdout at the end.

    Until then the file lies beside `path`, as `.NAME.unfinished`, and is removed if there is an error. If the process
    is killed, the next run for the same path replaces what it left. The mode of an older file stays.

    Raises:
        ValueError: Another process is writing the same file.
        OSError: The file cannot be written. The error names it.
    """
    if path == STANDARD_STREAM:
        with tempfile.TemporaryFile() as spooled:
            yield spooled
            spooled.seek(0)
            shutil.copyfileobj(spooled, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        return
    path = path.resolve()  # replaces what a link points to, not the link
    unfinished = path.with_name(_UNFINISHED.format(path.name))
    with _named_errors(path), _create_locked(unfinished) as file:
        try:
            with contextlib.suppress(FileNotFoundError):
                unfinished.chmod(stat.S_IMODE(path.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
            if fcntl is None:  # Windows renames no open file; elsewhere the lock holds until the file has its name
                file.close()
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = str(path)
        raise


def _create_locked(path: Path) -> IO[bytes]:
    """Returns a new file that only this process writes, in place of one that a killed process left.

    Raises:
        ValueError: Another process is writing it.
        OSError: The file cannot be created.
    """
    file: IO[bytes]
    while True:
        try:
            file, is_new = path.open("xb"), True
        except FileExistsError:
            try:
                file, is_new = path.open("r+b"), False
            except FileNotFoundError:  # another process has just ended
                continue
        if not _lock(file):
            file.close()
            raise ValueError(f"another process is writing {path}: wait for it, or choose another OUT")
        # A process that has just ended may have renamed or removed the file after it was opened here.
        if _is_at(path, file):
            if is_new:
                return file
            path.unlink()
        file.close()


def _is_at(path: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _lock(file: IO[bytes]) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def compressed(file: IO[bytes], compression: str | None) -> Iterator[IO[bytes]]:
    """Yields a stream that compresses into `file`, which stays open."""
    if compression is None:
        yield file
        return
    with os.fdopen(os.dup(file.fileno()), "wb") as behind:  # because a stream closes what is behind it
        if compression == "gzip":
            stream: Any = gzip.GzipFile(filename="", fileobj=behind, mode="wb", compresslevel=6)
        else:
            stream = pa.CompressedOutputStream(behind, compression)
        with stream:
            yield stream


@contextlib.contextmanager
def csv_writer(file: IO[bytes], schema: pa.Schema, delimiter: str) -> Iterator[Write]:
    """Yields what writes rows as CSV in UTF-8, every text in quotes.

    Raises:
        ValueError: CSV cannot hold a column.
    """
    for field in schema:
        if pa.types.is_nested(field.type):
            advice = "choose an OUT that ends in .parquet"
            raise ValueError(f"expected columns that CSV can hold. Received: {field.name!r} of {field.type}: {advice}")
    plain = pa.schema([field.with_type(_plain(field.type)) for field in schema])
    options = pa.csv.WriteOptions(delimiter=delimiter)
    with pa.csv.CSVWriter(file, plain, write_options=options) as csv:
        yield lambda batch: csv.write_batch(batch.cast(plain))


def _plain(type_: pa.DataType) -> pa.DataType:
    plain = type_.value_type if pa.types.is_dictionary(type_) else type_
    return {pa.string_view(): pa.string(), pa.binary_view(): pa.binary()}.get(plain, plain)


@contextlib.contextmanager
def parquet_writer(file: IO[bytes], schema: pa.Schema) -> Iterator[Write]:
    """Yields what writes rows as Parquet, in groups of at least 32,768 rows."""
    waiting: list[pa.RecordBatch] = []

    def write(batch: pa.RecordBatch) -> None:
        waiting.append(batch)
        if sum(batch.num_rows for batch in waiting) >= _ROW_GROUP:
            parquet.write_table(pa.Table.from_batches(waiting, schema))
            waiting.clear()

    with pa.parquet.ParquetWriter(file, schema) as parquet:
        yield write
        parquet.write_table(pa.Table.from_batches(waiting, schema))
