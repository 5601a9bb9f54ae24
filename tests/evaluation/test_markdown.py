from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.evaluation.markdown import write_between_markers

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


def test_only_what_stands_between_changes(tmp_path: Path) -> None:
    text = rewritten(tmp_path / "README.md", "time counts", "näw\nlines")
    assert text == TEXT.replace("old <!-- x -->", "näw\nlines")


def test_empty_space_between_is_filled(tmp_path: Path) -> None:
    text = rewritten(tmp_path / "README.md", "time results", "new")
    assert text == TEXT.replace("results --><!-- /", "results -->\nnew\n<!-- /")


@pytest.mark.parametrize("name", ["time counts", "time results"])
def test_writing_twice_is_writing_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / "README.md"
    once = rewritten(path, name, "new")
    assert rewritten(path, name, "new", once) == once
    assert rewritten(path, name, "new", rewritten(path, name, "other\nlines")) == once


@given(body=st.text("ab \n|-:*"))
def test_any_body(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    text = rewritten(tmp_path_factory.getbasetemp() / "README.md", "time counts", body)
    head, tail = TEXT.split("old <!-- x -->")
    assert text == f"{head}{body}{tail}"


@pytest.mark.parametrize(
    "text",
    ["", "<!-- a -->", "<!-- /a -->", "<!-- /a --> <!-- a -->", "<!-- b --><!-- /b -->", "<!--a--> <!--/a-->"],
)
def test_a_file_without_the_markers_is_refused_by_name_and_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "README.md"
    with pytest.raises(ValueError, match=r"README.md: expected the markers <!-- a --> and <!-- /a -->"):
        rewritten(path, "a", "new", text)
    assert path.read_text() == text
