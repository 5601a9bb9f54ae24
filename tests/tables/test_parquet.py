import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

from datenorm.tables.inputs import Input
from datenorm.tables.parquet import Parquet

TEXTS = ["3 May 1979", None, "", "3 May 1979"]


def written(folder: Path, **columns: pa.Array) -> Path:
    path = folder / "in.parquet"
    pa.parquet.write_table(pa.table(columns), path)
    return path


def texts(path: Path) -> list[str | bytes]:
    return [text for block in Parquet(Input(path), "when").blocks(texts_alone=True) for text in block.texts]


@pytest.mark.parametrize(
    "column",
    [
        *(pa.array(TEXTS, type_) for type_ in (pa.string(), pa.large_string(), pa.string_view())),
        *(pa.array(TEXTS, type_).dictionary_encode() for type_ in (pa.string(), pa.large_string())),
        pa.array([text and text.encode() for text in TEXTS], pa.binary()),
    ],
    ids=lambda column: str(column.type),
)
def test_any_type_of_text_is_read(tmp_path: Path, column: pa.Array) -> None:
    assert texts(written(tmp_path, when=column)) == [text or "" for text in TEXTS]


@pytest.mark.parametrize(
    ("type_", "moment", "text"),
    [
        (pa.date32(), dt.date(2023, 1, 5), "2023-01-05"),
        (pa.timestamp("ms"), dt.datetime(2023, 1, 5, 10, 30), "2023-01-05T10:30:00"),
        (pa.timestamp("us", "Europe/Rome"), dt.datetime(2023, 7, 5, 8, 30), "2023-07-05T10:30:00+02:00"),
        (pa.timestamp("ns"), dt.datetime(2023, 1, 5, 10, 30, 0, 5), "2023-01-05T10:30:00.000005"),
    ],
)
def test_dates_become_iso_8601(tmp_path: Path, type_: pa.DataType, moment: object, text: str) -> None:
    assert texts(written(tmp_path, when=pa.array([moment, None], type_))) == [text, ""]


def test_rows_keep_their_types(tmp_path: Path) -> None:
    path = written(tmp_path, when=pa.array(TEXTS).dictionary_encode(), tags=pa.array([["a"], None, [], ["b"]]))
    (block,) = Parquet(Input(path), "when").blocks()
    assert pa.Table.from_batches([block.to_arrow()]).equals(pa.parquet.read_table(path))


def test_other_types_and_damaged_files_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, when=pa.array([1]))
    with pytest.raises(ValueError, match=r"in\.parquet: expected text or dates in column 'when'. Received: int64"):
        Parquet(Input(path), "when")
    path.write_bytes(b"PAR1 is how they begin")
    with pytest.raises(ValueError, match=r"in\.parquet is damaged"):
        Parquet(Input(path), "when")
    with pytest.raises(FileNotFoundError, match=r"missing\.parquet"):
        Parquet(Input(tmp_path / "missing.parquet"), "when")


def test_a_page_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, when=pa.array([f"{i} May 1979" for i in range(1000)]))
    data = bytearray(path.read_bytes())
    data[4:200] = bytes(196)
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"in\.parquet is damaged"):
        texts(path)
