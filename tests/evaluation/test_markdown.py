import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.evaluation.markdown
from datenorm.evaluation.markdown import has_markers, markdown_table, write_between_markers

TEXT = """# Title
<!-- time counts -->
old <!-- x -->
<!-- /time counts -->
between
<!-- time results --><!-- /time results -->
tail, no newline"""


def rewritten(path: Path, name: str, body: str, text: str = TEXT) -> str:
    path.write_text(text, encoding="utf-8")
    write_between_markers(path, name, body)
    return path.read_text(encoding="utf-8")


def test_only_the_text_between_the_markers_changes(tmp_path: Path) -> None:
    text = rewritten(tmp_path / "README.md", "time counts", "näw\nlines")
    assert text == TEXT.replace("old <!-- x -->", "näw\nlines")


def test_markers_with_nothing_between_are_filled(tmp_path: Path) -> None:
    text = rewritten(tmp_path / "README.md", "time results", "new")
    assert text == TEXT.replace("results --><!-- /", "results -->\nnew\n<!-- /")


@pytest.mark.parametrize("name", ["time counts", "time results"])
def test_writing_again_replaces_what_was_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / "README.md"
    once = rewritten(path, name, "new")
    assert rewritten(path, name, "new", once) == once
    assert rewritten(path, name, "new", rewritten(path, name, "other\nlines")) == once


@given(body=st.text("ab \n|-:*"))
def test_any_body_is_written_as_it_is(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    text = rewritten(tmp_path_factory.getbasetemp() / "README.md", "time counts", body)
    head, tail = TEXT.split("old <!-- x -->")
    assert text == f"{head}{body}{tail}"


@pytest.mark.parametrize(
    "text",
    ["", "<!-- a -->", "<!-- /a -->", "<!-- /a --> <!-- a -->", "<!-- b --><!-- /b -->", "<!--a--> <!--/a-->"],
)
def test_a_file_without_the_markers_is_refused_and_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "README.md"
    with pytest.raises(ValueError, match=r"README.md: expected the markers <!-- a --> and <!-- /a -->"):
        rewritten(path, "a", "new", text)
    assert path.read_text() == text
    assert not has_markers(path, "a")


def test_a_file_has_the_markers_of_its_parts_alone(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(TEXT)
    assert has_markers(path, "time counts")
    assert not has_markers(path, "date counts")


def test_a_table_aligns_text_left_and_numbers_right() -> None:
    table = markdown_table(["field", "name", "n", "share"], [["day", "a", "1", "2 %"]], text_columns=2)
    assert table.splitlines() == [
        "| field | name | n | share |",
        "| --- | --- | --: | --: |",
        "| day | a | 1 | 2 % |",
    ]


def test_a_table_without_rows_is_its_head() -> None:
    assert len(markdown_table(["name", "n"], []).splitlines()) == 2


@pytest.mark.parametrize("row", [[], ["a"], ["a", "b", "c"]])
def test_a_row_of_another_length_is_refused(row: list[str]) -> None:
    with pytest.raises(ValueError, match=rf"expected 2 cells in a row. Received: {len(row)}"):
        markdown_table(["name", "n"], [row])


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.evaluation.markdown, raise_on_error=True).attempted
