import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from support.scripted_model import scripted_normalizer

import datenorm
from datenorm.core.moments import RANGE, Moment
from datenorm.tables.arrow import ANSWER, is_text

TEXTS = ["3 May 1979", None, "03/04/2005", "", "no date", "13/07/2022", "3 May 1979"]
EXPECTED = ["1979-05-03", None, "2005-04-03", None, None, "2022-07-13", "1979-05-03"]
# Equal to TEXTS by its indices, with views, and with a null of its own in the place of ''.
DICTIONARY = pa.array(["03/04/2005", "13/07/2022", "3 May 1979", None, "no date"], pa.string_view())
REASONS = [None, "empty", None, "empty", "no moment in it", None, None]


@pytest.mark.parametrize(
    "column",
    [
        *(pa.array(TEXTS, type_) for type_ in (pa.string(), pa.large_string(), pa.string_view())),
        *(pa.array([text and text.encode() for text in TEXTS], type_) for type_ in (pa.binary(), pa.large_binary())),
        pa.array(TEXTS).dictionary_encode(),
        pa.array(TEXTS, pa.large_string()).dictionary_encode(),
        pa.chunked_array([TEXTS[:3], [], TEXTS[3:]], pa.string()),
        pa.chunked_array([pa.array(TEXTS[:3]).dictionary_encode(), pa.array(TEXTS[3:]).dictionary_encode()]),
        pa.DictionaryArray.from_arrays(pa.array([2, None, 0, 3, 4, 1, 2], pa.int8()), DICTIONARY),
        pa.array(["x", *TEXTS, "x"])[1:-1],
        *(pd.Series(TEXTS, dtype=type_) for type_ in ("str", object, "category")),
        pd.Series(["x", *TEXTS], index=range(8, 0, -1))[[False, *[True] * 7]],
        *(pl.Series(TEXTS), pl.Series(TEXTS, dtype=pl.Categorical), pl.Series(["x", *TEXTS])[1:]),
        *(TEXTS, tuple(TEXTS), np.array(TEXTS, dtype=object)),
    ],
    ids=lambda column: f"{type(column).__name__} {getattr(column, 'type', getattr(column, 'dtype', ''))}",
)
def test_any_column_of_text_is_read(column: object) -> None:
    answers = datenorm.normalize_array(column, order="infer")
    assert answers.type == ANSWER
    assert answers.null_count == 0
    assert answers.field("value").to_pylist() == EXPECTED
    assert answers.field("reason").to_pylist() == REASONS
    assert answers.field("ambiguous").to_pylist() == [False] * len(TEXTS)


def test_fields_equal_those_of_the_results() -> None:
    texts = [text or "" for text in TEXTS]
    results = datenorm.Normalizer().normalize_batch(texts)
    answers = datenorm.normalize_array(pa.array(texts)).to_pylist()
    assert [answer["ambiguous"] for answer in answers] == [result.ambiguous for result in results]
    assert [answer["confidence"] for answer in answers] == pytest.approx([r.confidence for r in results], abs=1e-6)
    assert any(answer["ambiguous"] for answer in answers)


@pytest.mark.parametrize("column", [pa.array([]), pa.array([], pa.string()), pa.chunked_array([], pa.string())])
def test_an_empty_column_has_no_answers(column: pa.Array) -> None:
    assert datenorm.normalize_array(column).to_pylist() == []


def test_a_column_of_nulls_is_empty() -> None:
    assert datenorm.normalize_array(pa.nulls(2)).field("reason").to_pylist() == ["empty", "empty"]


@pytest.mark.parametrize("kind", ["binary", "string", "string slice"])
def test_bytes_that_are_not_utf_8_lose_no_other_row(kind: str) -> None:
    column = pa.array([b"3 May 1979", b"\xff\xfe", None, "5 März 79".encode()])
    if kind != "binary":
        column = column.view(pa.string())
    if kind == "string slice":
        column = pa.concat_arrays([column, column])[4:]
    answers = datenorm.normalize_array(column)
    assert answers.field("value").to_pylist() == ["1979-05-03", None, None, "1979-03-05"]
    assert answers.field("reason").to_pylist() == [None, "not text", "empty", None]


def test_a_long_column_is_one_column() -> None:
    texts = ["03/04/2005"] * 70_000 + ["13/07/2022"]
    answers = datenorm.normalize_array(pa.array(texts), order="infer").field("value")
    assert len(answers) == len(texts)
    assert set(answers[:-1].to_pylist()) == {"2005-04-03"}


def test_the_task_is_a_name_or_a_normalizer() -> None:
    times = datenorm.normalize_array(pa.array(["quarter past five pm"]), task="time")
    assert times.field("value").to_pylist() == ["17:15"]
    column = pa.array(["03/04/2005"])
    assert datenorm.normalize_array(column, locale="en_US").field("value").to_pylist() == ["2005-03-04"]
    strict = datenorm.Normalizer("date", min_confidence=1)
    assert datenorm.normalize_array(column, task=strict, order="DMY").field("reason").to_pylist() == ["low confidence"]


@pytest.mark.parametrize(
    "column",
    [
        *("3 May 1979", b"3 May 1979", None, 5, {"3 May 1979"}, {"when": "3 May 1979"}, iter(["3 May 1979"])),
        *(pa.array([1]), pa.array([[b"a"]]), pa.array([1]).dictionary_encode(), pl.Series([1]), pd.Series([1])),
        *(pd.DataFrame({"when": ["3 May 1979"]}), pd.Series(["3 May 1979", 5], dtype=object), np.array([["a"]])),
    ],
    ids=lambda column: f"{type(column).__name__}",
)
def test_what_is_no_column_of_text_is_refused(column: object) -> None:
    with pytest.raises(TypeError, match=r"expected a column.*Received: "):
        datenorm.normalize_array(column)


def test_items_of_a_list_that_are_no_text_lose_no_other_row() -> None:
    answers = datenorm.normalize_array(["3 May 1979", 5, b"3 May 1979", float("nan"), None, b"\xff", ["a"], "\ud800"])
    assert answers.field("value").to_pylist() == ["1979-05-03", None, "1979-05-03", *[None] * 5]
    reasons = [None, "not text", None, "empty", "empty", "not text", "not text", "no moment in it"]
    assert answers.field("reason").to_pylist() == reasons


def test_an_answer_has_its_precision_and_a_date_only_for_a_whole_day() -> None:
    texts = ["3 May 1979", "May 1979", "Q1 2020", "5 May", "XX/05/2019", "x", None]
    answers = datenorm.normalize_array(texts)
    assert answers.field("precision").to_pylist() == ["day", "month", "quarter", "part", "month", None, None]
    assert answers.field("date").to_pylist() == [dt.date(1979, 5, 3), *[None] * 6]
    times = datenorm.normalize_array(["ten past nine"], task="time")
    assert (times.field("precision").to_pylist(), times.field("date").to_pylist()) == (["minute"], [None])


@pytest.mark.parametrize(
    "make",
    [
        pa.array,
        lambda texts: pa.array(texts).dictionary_encode(),
        lambda texts: pa.chunked_array([texts[:3], texts[3:]]),
        lambda texts: pd.Series(texts, index=range(len(texts), 0, -1)),
        pl.Series,
        tuple,
        iter,
    ],
    ids=["array", "dictionary", "chunks", "pandas", "Polars", "tuple", "iterator"],
)
def test_any_column_has_the_convention_of_its_rows(make: Callable[[list[str | None]], Any]) -> None:
    texts = ["2022-07-13", "x", None, "13/07/2022", "03/04/22", "13/07/2022", "", "Oct-23", "44931"]
    assert datenorm.infer(make(texts), pivot=30) == datenorm.infer(texts, pivot=30)
    assert datenorm.infer(make(texts)).order == "DMY"


@pytest.mark.parametrize("column", ["13/07/2022", b"13/07/2022", 5, None, pa.array([1]), pd.Series([1.5])])
def test_other_things_have_no_convention(column: Any) -> None:
    with pytest.raises(TypeError):
        datenorm.infer(column)


def test_options_are_those_of_the_normalizer() -> None:
    answers = datenorm.normalize_array(["3 May 1979"], min_confidence=1, threads=1)
    assert answers.field("reason").to_pylist() == ["low confidence"]
    with pytest.raises(ValueError, match="in the Normalizer"):
        datenorm.normalize_array(["3 May 1979"], task=datenorm.Normalizer("date"), threads=1)


def test_equal_texts_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = datenorm.Normalizer("date")
    read: list[str] = []
    normalize_batch = normalizer.normalize_batch
    monkeypatch.setattr(
        normalizer, "normalize_batch", lambda texts, *args, **named: normalize_batch(read.extend(texts) or texts, *args)
    )
    column = pa.chunked_array([["3 May 1979", "x"] * 1000, ["x", None, "4 May 1979"]])
    assert len(datenorm.normalize_array(column, task=normalizer)) == 2003
    assert sorted(read) == ["", "3 May 1979", "4 May 1979", "x"]


@pytest.mark.parametrize(
    "type_", [pa.int64(), pa.date32(), pa.list_(pa.string()), pa.dictionary(pa.int8(), pa.int64())]
)
def test_other_types_are_not_text(type_: pa.DataType) -> None:
    assert not is_text(type_)


def test_only_columns_import_pyarrow() -> None:
    code = """
import sys, datenorm
datenorm.normalize("3 May 1979"), datenorm.Normalizer("date").normalize("03/04/2005", locale="en_US")
print(sorted({"pyarrow", "tqdm", "pandas", "polars", "babel"} & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


STATED = {"year": "1979", "month": "05", "day": "03"}
SCRIPT = {
    "whole": Moment(**STATED),
    "about": Moment(**STATED, qualifier="~"),
    "clock": Moment(**STATED, hour="10", half=".", minute="30", zone="+0530"),
    "range": Moment(**STATED, form=RANGE),
    "\x04range": Moment(year="1979", month="06", form=RANGE),
    "in three days": Moment(amount="+0003", unit="D"),
    "friday": Moment(weekday="5"),
    "hebrew": Moment(year="5780", month="04", day="12", calendar="W"),
}


def test_moments_fill_the_fields_as_far_as_they_are_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    texts = ["whole", "about", "clock", "range", "hebrew", "in three days", "x"]
    answers = datenorm.normalize_array(texts, task=normalizer)
    day, midnight = dt.date(1979, 5, 3), dt.datetime(1979, 5, 3)
    last = dt.timedelta(days=1) - dt.timedelta(microseconds=1)
    half_past = dt.datetime(1979, 5, 3, 10, 30)
    expected = {
        "value": [
            "1979-05-03",
            "1979-05-03~",
            "1979-05-03T10:30+05:30",
            "1979-05-03/1979-06",
            "2020-01-09",
            None,
            None,
        ],
        "kind": ["date", "date", "datetime", "range", "date", "relative", None],
        "precision": ["day", "day", "minute", "range", "day", None, None],
        "date": [day, None, day, None, dt.date(2020, 1, 9), None, None],
        "start": [midnight, midnight, half_past, midnight, dt.datetime(2020, 1, 9), None, None],
        "end": [
            *(midnight + last, midnight + last, half_past + dt.timedelta(seconds=59, microseconds=999999)),
            *(dt.datetime(1979, 6, 30) + last, dt.datetime(2020, 1, 9) + last, None, None),
        ],
        "offset": [None, None, 330, None, None, None, None],
        "calendar": [*["gregorian"] * 4, "hebrew", None, None],
        "reason": [*[None] * 5, "needs a reference", "no moment in it"],
    }
    for field, column in expected.items():
        assert answers.field(field).to_pylist() == column, field


def test_an_aware_reference_has_an_offset(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, {"tomorrow": Moment(amount="+0001", unit="D")})
    (answer,) = datenorm.normalize_array(["tomorrow"], task=normalizer, reference="2026-11-29T10:00+01:00").to_pylist()
    assert (answer["value"], answer["start"], answer["offset"]) == ("2026-11-30", dt.datetime(2026, 11, 30), 60)


def test_bounds_equal_those_of_the_results(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    texts = list(SCRIPT)
    answers = datenorm.normalize_array(texts, task=normalizer, reference="2026-11-29")
    for answer, result in zip(
        answers.to_pylist(), normalizer.normalize_batch(texts, reference="2026-11-29"), strict=True
    ):
        for field, moment in (("start", result.start), ("end", result.end)):
            assert answer[field] == (moment and moment.replace(tzinfo=None))
        assert (answer["kind"], answer["value"]) == (result.kind, result.value)


@pytest.mark.parametrize(
    "column",
    [
        ["2026-11-29", dt.date(2020, 1, 1), None, "soon", dt.datetime(2020, 1, 1, 10)],
        pa.array(
            [dt.datetime(2026, 11, 29), dt.datetime(2020, 1, 1), None, None, dt.datetime(2020, 1, 1)],
            pa.timestamp("ns"),
        ),
        pa.array(["2026-11-29", "2020-01-01", None, "", "2020-01-01T10:00"]),
        pd.Series(pd.to_datetime(["2026-11-29", "2020-01-01", None, None, "2020-01-01"])),
        pl.Series([dt.date(2026, 11, 29), dt.date(2020, 1, 1), None, None, dt.date(2020, 1, 1)]),
    ],
    ids=lambda column: type(column).__name__,
)
def test_a_column_of_references_has_one_for_each_row(monkeypatch: pytest.MonkeyPatch, column: Any) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    texts = ["in three days", "in three days", "in three days", "whole", "Friday"]
    for prefer, friday in ((None, "2020-01-03"), ("past", "2019-12-27")):
        answers = datenorm.normalize_array(texts, task=normalizer, reference=column, prefer=prefer)
        values = ["2026-12-02", "2020-01-04", None, "1979-05-03", friday]
        assert answers.field("value").to_pylist() == values


def test_references_that_are_too_few_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="expected no reference beside the task time"):
        datenorm.normalize_array(["whole"], task="time", reference=["2026-11-29"])
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)  # from now on, each preset that is opened is this one
    with pytest.raises(ValueError, match=r"expected a reference for each of 2 rows\. Received: 1"):
        datenorm.normalize_array(["whole", "x"], task=normalizer, reference=["2026-11-29"])


def test_numbers_that_count_have_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    unix = datenorm.normalize_array([str(1672914600 + 86400 * day) for day in range(4)], task=normalizer, order="infer")
    assert unix.to_pylist()[0]["value"] == "2023-01-05T10:30:00Z"
    assert unix.to_pylist()[0]["offset"] == 0
    excel = datenorm.normalize_array(["44931.5", "44931", "45000.75"], task=normalizer, order="infer")
    assert excel.field("value").to_pylist() == ["2023-01-05T12:00", "2023-01-05", "2023-03-15T18:00"]
