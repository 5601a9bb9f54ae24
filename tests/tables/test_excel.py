import datetime as dt
from pathlib import Path

import pytest
from support.workbooks import DATE, DATE_TIME, HOURS, TIME, workbook

from datenorm.tables.excel import Excel
from datenorm.tables.inputs import Input


def serial(moment: dt.datetime) -> float:
    """The number by which Excel counts the days."""
    return (moment - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)


def opened(path: Path, **options: str) -> Excel:
    return Excel(Input(path), "when", **options)


def rows(table: Excel) -> list[list[str | None]]:
    return [list(row.values()) for block in table.blocks() for row in block.to_arrow().to_pylist()]


def test_every_cell_is_the_text_that_excel_shows(tmp_path: Path) -> None:
    half_past_ten = serial(dt.datetime(2023, 1, 5, 10, 30))
    cells = {
        "3 May 1979": "3 May 1979",
        (serial(dt.datetime(2023, 1, 5)), DATE): "2023-01-05",
        (half_past_ten, DATE_TIME): "2023-01-05T10:30:00",
        (half_past_ten % 1, TIME): "10:30:00",
        (1.25, HOURS): "30:00:00",
        44931: "44931",
        2.5: "2.5",
        "007": "007",
        None: None,
    }
    path = workbook(tmp_path / "in.xlsx", Orders=[["when"], *([cell] for cell in cells), [True]])
    table = opened(path)
    assert rows(table) == [[text] for text in [*cells.values(), "TRUE"]]
    assert [text for block in table.blocks() for text in block.texts] == [
        text or "" for text in [*cells.values(), "TRUE"]
    ]


def test_empty_rows_between_others_are_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", A=[[], ["id", "when"], [1, "x"], [], [None, "y"], [2]])
    assert rows(opened(path)) == [["1", "x"], [None, None], [None, "y"], ["2", None]]


def test_the_first_sheet_is_read_and_named_if_there_are_more(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", First=[["when"], ["x"]], Second=[["when"], ["y"]])
    assert rows(opened(path)) == [["x"]]
    assert opened(path).notes == ["read the sheet 'First', the first of First, Second; --sheet names another"]
    assert rows(opened(path, sheet="Second")) == [["y"]]
    assert opened(path, sheet="Second").notes == []


def test_wrong_workbooks_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", A=[["when"]])
    with pytest.raises(ValueError, match=r"expected a sheet of A\. Received: 'B'"):
        opened(path, sheet="B")
    with pytest.raises(ValueError, match=r"in\.xlsx: expected one column 'when' among"):
        opened(workbook(path, A=[["date"]]))
    with pytest.raises(ValueError, match=r"in\.xlsx: expected one column 'when'"):
        opened(workbook(path, A=[]))
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(ValueError, match=r"in\.xlsx is damaged"):
        opened(path)
    with pytest.raises(FileNotFoundError, match=r"missing\.xlsx"):
        opened(tmp_path / "missing.xlsx")
