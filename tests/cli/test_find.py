"""The command `datenorm find`, on files and in processes."""

import itertools
import json
from pathlib import Path

import pytest
from support.processes import assert_refused, call_datenorm
from support.scripted_model import scripted_normalizer

from datenorm.core.moments import Moment

SCRIPT = {
    "2005-04-03": Moment(year="2005", month="04", day="03"),
    "3 april 2005": Moment(year="2005", month="04", day="03"),
    "tomorrow": Moment(amount="+0001", unit="D"),
}
TEXT = "Dear all,\r\n\r\nfrom 2005-04-03 on: <b>x</b> & more.\nTomorrow,\nü 3 April\t2005"


@pytest.fixture(autouse=True)
def _scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    scripted_normalizer(monkeypatch, SCRIPT, pattern="|".join(SCRIPT))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_each_moment_has_a_line_with_its_place(letter: Path) -> None:
    ran = call_datenorm("find", letter)
    assert (ran.status, ran.err) == (0, "")
    rows = [line.removeprefix(f"{letter}:").split("\t") for line in ran.out.splitlines()]
    assert [row[:2] for row in rows] == [
        ["3:6: 2005-04-03", "2005-04-03"],
        ["4:1: Tomorrow", "needs a reference"],
        ["5:3: 3 April 2005", "2005-04-03"],
    ]
    assert all(0 <= float(confidence) <= 1 for *_, confidence in rows)


def test_json_has_all_of_a_result(letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("tomorrow", encoding="utf-8-sig")
    ran = call_datenorm("find", "--json", "--reference", "first", letter, other)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["file"], row["line"], row["column"], row["value"]) for row in rows] == [
        (str(letter), 3, 6, "2005-04-03"),
        (str(letter), 4, 1, "2005-04-04"),
        (str(letter), 5, 3, "2005-04-03"),
        (str(other), 1, 1, None),
    ]
    for row in rows[:3]:
        assert TEXT[row["text_start"] : row["text_stop"]] == row["text"]
    assert rows[0]["spans"]["year"]


def test_stdin_is_read_where_no_file_is_named(letter: Path) -> None:
    assert call_datenorm("find", stdin=TEXT).out == call_datenorm("find", letter).out.replace(str(letter), "<stdin>")
    assert call_datenorm("find", "-", stdin="").out == ""


def test_bytes_that_are_no_utf_8_lose_nothing_else() -> None:
    ran = call_datenorm("find", stdin=b"\xff\xfe 2005-04-03 \xe4\n")
    assert ran.out.startswith("<stdin>:1:4: 2005-04-03\t2005-04-03\t")


def test_a_page_holds_all_of_the_text_and_marks_the_moments(letter: Path) -> None:
    ran = call_datenorm("find", "--html", "--reference", "2020-01-01", letter)
    assert ran.out.startswith("<!DOCTYPE html>")
    assert ran.out.endswith("</html>\n")
    assert ran.out.count("<mark ") == 3
    assert "&lt;b&gt;x&lt;/b&gt; &amp; more." in ran.out
    assert "<b>2020-01-02</b>" in ran.out


def test_lines_are_counted_through_a_long_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.cli.find._CHARACTERS_AT_ONCE", 100)
    monkeypatch.setattr("datenorm.reading.finder.CHARACTERS_AT_ONCE", 1000)
    path = tmp_path / "log.txt"
    path.write_text("".join(f"{'x' * (i % 50)} 2005-04-03 entry\n" for i in range(300)), encoding="utf-8")
    places = [line.split(":")[1:3] for line in call_datenorm("find", path).out.splitlines()]
    assert places == [[str(i + 1), str(i % 50 + 2)] for i in range(300)]
    page = call_datenorm("find", "--html", path).out
    assert page.count("<mark ") == 300
    assert page.count("entry") == 300


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.txt"], "missing.txt: No such file or directory"),
        (["--json", "--html"], "not allowed with"),
        (["--order", "DMY", "--locale", "en_US"], "not allowed with"),
        (["--reference", "second"], "ISO 8601"),
        (["--locale", "xx_XX"], "xx_XX"),
    ],
)
def test_wrong_use_is_refused(arguments: list[str], words: str) -> None:
    ran = call_datenorm("find", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err


def test_a_closed_stdin_is_refused() -> None:
    assert_refused(call_datenorm("find", stdin=None), "stdin is closed")


def test_a_page_of_several_texts_names_each(letter: Path) -> None:
    page = call_datenorm("find", "--html", *itertools.repeat(letter, 2)).out
    assert page.count(f"<h1>{letter}</h1>") == 2
