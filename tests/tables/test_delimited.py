import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.tables.delimited import Delimited
from datenorm.tables.inputs import Input


def opened(folder: Path, data: bytes | str, name: str = "in.csv", **options: str) -> Delimited:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return Delimited(Input(path), options.pop("column", "when"), **options)


def texts(table: Delimited) -> list[str | bytes]:
    return [text for block in table.blocks() for text in block.texts]


def written(table: Delimited) -> str:
    """The table as its parts put it together again."""
    lines = [f"{line}{end}" for block in table.blocks() for line, end in zip(block.lines, block.ends, strict=True)]
    return table.head + table.header + table.end + "".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "id,when\n1,3 May 1979\n2,4 May 1979\n",
        "id,when\r\n1,3 May 1979\r\n",
        "id,when\r1,3 May 1979\r",
        "id,when\n1,3 May 1979",
        'id,when\n1,"3 May,\n1979"\n"2","4 ""May"""\n',
        "id,when\n\n1,3 May 1979\n\n\n2,4 May 1979\n\n",
        "\nid,when\n1,x\n",
        'id,when\n5" pipe,3 May 1979\n',
        "sep=;\r\nid;when\r\n1;May 3, 1979\r\n",
        "when\n3 May 1979\n\n4 May 1979\n",
        "id,when\n1,\x00\n",
        "id,when\n",
        "id,when",
    ],
)
def test_every_character_is_kept(tmp_path: Path, text: str) -> None:
    assert written(opened(tmp_path, text)) == text


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("id,when\n", ","),
        ("id;when\n1;May 3, 1979\n", ";"),
        ("id\twhen\n", "\t"),
        ("id|when\n", "|"),
        ("sep=#\nid#when\n", "#"),
        ('"sep=;"\nid;when\n', ";"),
        ('"a;b",when;x\n', ","),
        ('"a,b";"when"\n', ";"),
        ("when\n", ","),
    ],
)
def test_the_header_shows_the_delimiter(tmp_path: Path, text: str, delimiter: str) -> None:
    column = "when;x" if "when;x" in text else "when"
    assert opened(tmp_path, text, column=column).delimiter == delimiter


def test_a_given_delimiter_is_believed(tmp_path: Path) -> None:
    assert opened(tmp_path, "sep=;\nid:when\n1:x\n", delimiter=":").schema.names == ["id", "when"]


def test_a_tsv_file_has_tabs(tmp_path: Path) -> None:
    assert texts(opened(tmp_path, "id\twhen\n1\tMay 3, 1979\n", "in.tsv")) == ["May 3, 1979"]


def test_a_short_row_is_kept_and_counted(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,when,note\n1,x,y\n2\n3,z\n")
    assert texts(table) == ["x", "", "z"]
    assert written(table) == "id,when,note\n1,x,y\n2,,\n3,z,\n"
    assert table.uneven == 2


def test_a_row_with_empty_cells_beyond_the_header_is_kept(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,when\n1,x,,\n2,y\n")
    assert written(table) == "id,when\n1,x\n2,y\n"
    assert table.uneven == 1


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("1,May 3, 1979\n", r"row 1 \(line 2\) has 3 cells, and the header 2: quote the cell"),
        ('1,x\n2,y,""\n', r"row 2 \(line 3\) has 3 cells"),
        ('1,"x\n2,y\n', r"row 1 \(line 2\) opens a quote that never closes: quote the whole cell"),
        ('1,x\n2,"y\n3,"z"\n', r"row 2 \(line 3\) has a quote that closes within a cell, at line 4"),
        ('1,x\n2,"y"z\n', r"row 2 \(line 3\) has a quote that closes within a cell, at line 3"),
        (f'1,"{"x" * (1 << 24)}y"\n', r"row 1 \(line 2\) cannot be parsed: field larger"),
    ],
)
def test_a_row_that_cannot_be_kept_whole_is_refused(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(ValueError, match=rf"in\.csv: {words}"):
        texts(opened(tmp_path, f"id,when\n{rows}"))


def test_the_lines_of_a_table_with_a_sep_line_are_counted_from_the_first(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"row 1 \(line 3\) has 3 cells"):
        texts(opened(tmp_path, "sep=;\nid;when\n1;2;3\n"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_texts_do_not_depend_on_the_encoding(tmp_path: Path, codec: str) -> None:
    rows = "".join(f"{i};{i}. März 2020;Köln\n" for i in range(1, 29))
    table = opened(tmp_path, f"id;when;where\n{rows}".encode(codec))
    assert texts(table) == [f"{i}. März 2020" for i in range(1, 29)]
    assert written(table) == f"id;when;where\n{rows}"
    assert bool(table.notes) == (codec in ("utf-16-le", "utf-16-be", "cp1252", "latin-1"))


def test_a_named_encoding_is_not_noted(tmp_path: Path) -> None:
    table = opened(tmp_path, "id;when\n1;5 août 2020\n".encode("cp1252"), encoding="cp1252")
    assert texts(table) == ["5 août 2020"]
    assert table.notes == []


def test_a_cell_that_is_not_utf_8_loses_no_other(tmp_path: Path) -> None:
    data = "id,when\n1,März\n2,Mai\n".encode() + b"3,\xff\n"
    assert texts(opened(tmp_path, data)) == ["März", "Mai", b"\xff"]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("cp1252", r"line 3: the byte 0x81 is not cp1252"), ("ascii", "line 3: the byte 0x81"), ("utf-16", "the byte 0x")],
)
def test_bytes_outside_the_named_encoding_are_refused(tmp_path: Path, encoding: str, words: str) -> None:
    data = b"id,when\n1,x\n2,\x81\n"
    data = b"\xff\xfe" + "id,when\n1,x".encode("utf-16-le") + b"\x00\xd8" if encoding == "utf-16" else data
    with pytest.raises(ValueError, match=rf"in\.csv: .*{words}.*: name another --encoding"):
        texts(opened(tmp_path, data, encoding=encoding))


def test_empty_cells_with_and_without_quotes_stay_different(tmp_path: Path) -> None:
    table = opened(tmp_path, 'id,when,note\n"",,"a,"""",b"\n,"",""\n1,x,\n')
    (block,) = table.blocks()
    assert block.to_arrow().to_pylist() == [
        {"id": "", "when": None, "note": 'a,"",b'},
        {"id": None, "when": "", "note": ""},
        {"id": "1", "when": "x", "note": None},
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "expected a header with the column 'when'. Received: nothing"),
        (b"\n\n", "expected a header"),
        (b"id,date\n", "expected one column 'when' among 'id', 'date'. Received: none of this name"),
        (b"id;date\n", "among 'id', 'date'"),
        (b"when,when\n", "Received: it twice"),
        (b"when,when_reason\n", "'when_reason', whose names the new columns need"),
    ],
)
def test_a_header_without_the_column_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        opened(tmp_path, data)


# csv.writer leaves a lone carriage return without quotes, and zeros make a short file look like UTF-16.
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=6)


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=20),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_that_csv_writes_is_read_row_by_row(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str, end: str, codec: str
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows([("note", "when"), *rows])
    table = opened(tmp_path_factory.mktemp("any"), text.getvalue().encode(codec))
    assert texts(table) == [row[1] for row in rows]
    assert written(table) == text.getvalue()
    cells = [tuple(row.values()) for block in table.blocks() for row in block.to_arrow().to_pylist()]
    assert [tuple(cell or "" for cell in row) for row in cells] == rows
