"""Found columns: a list of moments for each row."""

import datetime as dt

import pyarrow as pa
import pytest
from support.scripted_model import scripted_normalizer

import datenorm
from datenorm.core.moments import Moment
from datenorm.reading.normalizer import Normalizer
from datenorm.tables.found import FOUND, find_column

SCRIPT = {
    "2005-04-03": Moment(year="2005", month="04", day="03"),
    "tomorrow": Moment(amount="+0001", unit="D"),
}


@pytest.fixture
def normalizer(monkeypatch: pytest.MonkeyPatch) -> Normalizer:
    return scripted_normalizer(monkeypatch, SCRIPT, pattern="2005-04-03|tomorrow")


ROWS = ["On 2005-04-03 or tomorrow", None, "nothing", "", "tomorrow"]


@pytest.mark.parametrize("column", [ROWS, pa.array(ROWS), pa.chunked_array([ROWS[:2], ROWS[2:]])])
def test_each_row_has_a_list_of_its_moments(normalizer: Normalizer, column: object) -> None:
    found = find_column(normalizer, column)
    assert found.type == pa.list_(FOUND)
    assert [[moment["text"] for moment in row] for row in found.to_pylist()] == [
        ["2005-04-03", "tomorrow"],
        [],
        [],
        [],
        ["tomorrow"],
    ]
    first, second = found[0].as_py()
    assert (first["text_start"], first["text_stop"], first["date"]) == (3, 13, dt.date(2005, 4, 3))
    assert (second["value"], second["reason"]) == (None, "needs a reference")


def test_references_are_one_for_all_or_one_for_each_row(normalizer: Normalizer) -> None:
    def last(reference: object) -> list[str | None]:
        rows = find_column(normalizer, ROWS, reference=reference).to_pylist()
        return [row[-1]["value"] for row in rows if row]

    assert last("2020-01-01") == ["2020-01-02", "2020-01-02"]
    assert last("first") == ["2005-04-04", None]
    assert last(pa.array([dt.date(2020, 1, 1), None, None, None, dt.date(2021, 1, 1)])) == ["2020-01-02", "2021-01-02"]


def test_an_empty_column_is_empty(normalizer: Normalizer) -> None:
    assert datenorm.find_array([], task=normalizer).to_pylist() == []


def test_a_long_column_is_read_in_parts(normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.tables.found._TEXTS_AT_ONCE", 2)
    assert find_column(normalizer, ROWS).to_pylist() == find_column(normalizer, ROWS, "infer").to_pylist()


def test_what_is_no_column_of_text_is_refused(normalizer: Normalizer) -> None:
    with pytest.raises(TypeError, match="column of text"):
        datenorm.find_array(pa.array([1, 2]), task=normalizer)
