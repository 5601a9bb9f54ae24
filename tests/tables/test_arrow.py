import subprocess
import sys

import pyarrow as pa
import pytest

import datenorm
from datenorm.tables.arrow import ANSWER, is_text

TEXTS = ["3 May 1979", None, "03/04/2005", "", "no date", "13/07/2022", "3 May 1979"]
EXPECTED = ["1979-05-03", None, "2005-04-03", None, None, "2022-07-13", "1979-05-03"]
REASONS = [None, "empty", None, "empty", "no date in it", None, None]


@pytest.mark.parametrize(
    "column",
    [
        *(pa.array(TEXTS, type_) for type_ in (pa.string(), pa.large_string(), pa.string_view())),
        *(pa.array([text and text.encode() for text in TEXTS], type_) for type_ in (pa.binary(), pa.large_binary())),
        pa.array(TEXTS).dictionary_encode(),
        pa.array(TEXTS, pa.large_string()).dictionary_encode(),
        pa.chunked_array([TEXTS[:3], [], TEXTS[3:]], pa.string()),
        pa.chunked_array([pa.array(TEXTS[:3]).dictionary_encode(), pa.array(TEXTS[3:]).dictionary_encode()]),
        pa.array(["x", *TEXTS, "x"])[1:-1],
    ],
    ids=lambda column: str(column.type),
)
def test_a_column_of_any_text_type(column: pa.Array | pa.ChunkedArray) -> None:
    answers = datenorm.normalize_array(column, order="infer")
    assert answers.type == ANSWER
    assert answers.null_count == 0
    assert answers.field("value").to_pylist() == EXPECTED
    assert answers.field("reason").to_pylist() == REASONS
    assert answers.field("ambiguous").to_pylist() == [False] * len(TEXTS)


def test_the_fields_are_those_of_the_results() -> None:
    texts = [text or "" for text in TEXTS]
    results = datenorm.Normalizer("date").normalize_batch(texts)
    answers = datenorm.normalize_array(pa.array(texts)).to_pylist()
    assert [answer["ambiguous"] for answer in answers] == [result.ambiguous for result in results]
    assert [answer["confidence"] for answer in answers] == pytest.approx([r.confidence for r in results], abs=1e-6)
    assert any(answer["ambiguous"] for answer in answers)


@pytest.mark.parametrize("column", [pa.array([]), pa.array([], pa.string()), pa.chunked_array([], pa.string())])
def test_nothing_gives_nothing(column: pa.Array) -> None:
    assert datenorm.normalize_array(column).to_pylist() == []


def test_nulls_alone() -> None:
    assert datenorm.normalize_array(pa.nulls(2)).field("reason").to_pylist() == ["empty", "empty"]


@pytest.mark.parametrize("kind", ["binary", "string", "string slice"])
def test_bytes_that_are_not_utf_8_lose_no_other(kind: str) -> None:
    column = pa.array([b"3 May 1979", b"\xff\xfe", None, "5 März 79".encode()])
    if kind != "binary":
        column = column.view(pa.string())
    if kind == "string slice":
        column = pa.concat_arrays([column, column])[4:]
    answers = datenorm.normalize_array(column)
    assert answers.field("value").to_pylist() == ["1979-05-03", None, None, "1979-03-05"]
    assert answers.field("reason").to_pylist() == [None, "not text", "empty", None]


def test_a_column_of_more_than_one_block_is_one_column() -> None:
    texts = ["03/04/2005"] * 70_000 + ["13/07/2022"]
    answers = datenorm.normalize_array(pa.array(texts), order="infer").field("value")
    assert len(answers) == len(texts)
    assert set(answers[:-1].to_pylist()) == {"2005-04-03"}


def test_a_task_or_a_normalizer_an_order_or_a_locale() -> None:
    times = datenorm.normalize_array(pa.array(["quarter past five pm"]), task="time")
    assert times.field("value").to_pylist() == ["17:15"]
    column = pa.array(["03/04/2005"])
    assert datenorm.normalize_array(column, locale="en_US").field("value").to_pylist() == ["2005-03-04"]
    strict = datenorm.Normalizer("date", min_confidence=1)
    assert datenorm.normalize_array(column, task=strict, order="DMY").field("reason").to_pylist() == ["low confidence"]


@pytest.mark.parametrize("thing", [["3 May 1979"], "3 May 1979", None, pa.array([1]), pa.array([[b"a"]])])
def test_what_is_no_column_of_text_is_refused(thing: object) -> None:
    with pytest.raises(TypeError, match=r"expected (an Arrow array|a column of text).*Received: "):
        datenorm.normalize_array(thing)


@pytest.mark.parametrize(
    "type_", [pa.int64(), pa.date32(), pa.list_(pa.string()), pa.dictionary(pa.int8(), pa.int64())]
)
def test_other_types_are_no_text(type_: pa.DataType) -> None:
    assert not is_text(type_)


def test_pyarrow_is_imported_for_columns_alone() -> None:
    code = """
import sys, datenorm
datenorm.normalize("3 May 1979"), datenorm.Normalizer("date").normalize("03/04/2005", locale="en_US")
print(sorted({"pyarrow", "tqdm", "pandas", "polars", "babel"} & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
