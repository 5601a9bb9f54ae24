"""Inputs: the bytes of a table, from a file, a compressed file or stdin, as often as they are needed."""

import contextlib
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

import pyarrow as pa

STANDARD_STREAM = Path("-")
"""The path that means stdin as IN and stdout as OUT."""

_COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
_FORMATS = {".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".xlsx": "xlsx"}
_BUFFER = 1 << 18


def format_of(path: Path) -> tuple[str, str | None]:
    """Returns the format that a path names, `csv`, `parquet` or `xlsx`, and its compression, `gzip`, `zstd` or None.

    Raises:
        ValueError: The path ends in none of the suffixes that are known.
    """
    if path == STANDARD_STREAM:
        return "csv", None
    compression = _COMPRESSIONS.get(path.suffix.lower())
    suffix = path.with_suffix("").suffix if compression else path.suffix
    format_ = _FORMATS.get(suffix.lower())
    if format_ is None or (compression and format_ != "csv"):
        known = ".csv, .tsv (also with .gz or .zst behind it), .parquet or .xlsx"
        raise ValueError(f"expected a path that ends in {known}, or -. Received: {str(path)!r}")
    return format_, compression


class Input:
    """A table's bytes, which can be read from the first on several times.

    Args:
        path: The file; `-` for stdin, which is kept in a file without a name while the process lives.

    Raises:
        OSError: The file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = "stdin" if path == STANDARD_STREAM else str(path)
        self.format, self._compression = format_of(path)
        self._spooled: IO[bytes] | None = None
        if path == STANDARD_STREAM:
            if sys.stdin is None:
                raise ValueError("expected a table on stdin. Received: none, and stdin is closed")
            self._spooled = tempfile.TemporaryFile()  # noqa: SIM115 - is open as long as the Input lives
            shutil.copyfileobj(sys.stdin.buffer, self._spooled)
            self._spooled.flush()

    @contextlib.contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Yields the bytes, decompressed.

        Raises:
            ValueError: The compressed file is damaged.
        """
        with self._open() as stream:
            if self._compression is None:
                yield stream
                return
            try:
                with pa.CompressedInputStream(stream, self._compression) as decompressed:
                    yield io.BufferedReader(decompressed, _BUFFER)
            except OSError as error:
                raise ValueError(f"{self.name} is damaged: {error}") from error

    def _open(self) -> BinaryIO:
        if self._spooled is None:
            return self.path.open("rb", buffering=_BUFFER)
        stream = os.fdopen(os.dup(self._spooled.fileno()), "rb", buffering=_BUFFER)
        stream.seek(0)
        return stream
