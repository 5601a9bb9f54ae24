import concurrent.futures
import datetime
import json
import multiprocessing
import os
import pickle
import random
import shutil
import string
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import fuzz

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE, TIME
from datenorm.reading.date_order import infer_order
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.preset import CONFIG, ONNX, VOCABS
from datenorm.reading.result import Result

TEXTS = ["quarter past five pm", "5", "48 min before 10 a.m", "x" * 41, "at 9:30", "10:30:15.123 in the morning"]
UNREADABLE = {
    "": "empty",
    " \t\u200f\u3000\x00": "empty",
    "x" * 42: "too long",
    "\ufdfa" * 30: "too long",  # one character that stands for eighteen
    "x" * 10_000: "too long",
}


@pytest.fixture(scope="module")
def normalizer(run_folder: Path) -> Normalizer:
    return Normalizer(run_folder)


@pytest.fixture(scope="module")
def dates() -> Normalizer:
    return Normalizer("date")


def values(results: list[Result]) -> list[tuple[str | None, str | None]]:
    return [(result.value, result.reason) for result in results]


def assert_equal_results(results: list[Result], others: list[Result]) -> None:
    assert values(results) == values(others)
    np.testing.assert_allclose([r.confidence for r in results], [r.confidence for r in others], atol=1e-6)


def test_a_text_that_can_be_read_has_a_valid_value(normalizer: Normalizer) -> None:
    for text, result in zip(TEXTS, normalizer.normalize_batch(TEXTS), strict=True):
        assert result.text == text
        assert TIME.is_valid(result.value or "")
        assert 0 < result.confidence <= 1
        assert result.reason is None


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text[:9]))
def test_a_text_that_cannot_be_read_has_a_reason(normalizer: Normalizer, text: str) -> None:
    result = normalizer.normalize(text)
    assert (result.text, result.value, result.confidence, result.reason) == (text, None, 0, UNREADABLE[text])


@pytest.mark.parametrize("thing", [None, 10, 10.5, b"10:30", ["10:30"], float("nan"), object()])
def test_what_is_no_text_is_a_type_error_alone_and_a_reason_among_others(normalizer: Normalizer, thing: object) -> None:
    with pytest.raises(TypeError, match=rf"expected a str\. Received: {type(thing).__name__}"):
        normalizer.normalize(thing)  # type: ignore[arg-type]
    first, result, last = normalizer.normalize_batch(["10:30", thing, "ten"])  # type: ignore[list-item]
    assert (result.text, result.value, result.reason) == (thing, None, "not text")
    assert_equal_results([first, last], normalizer.normalize_batch(["10:30", "ten"]))


@pytest.mark.parametrize("text", ["3 May 1979", "", b"3 May 1979", bytearray(b"3")])
def test_one_text_is_no_batch(normalizer: Normalizer, text: str) -> None:
    for read in (normalizer.normalize_batch, normalizer.explain_batch):
        with pytest.raises(TypeError, match=rf'such as \["3 May 1979"\]\. Received: one {type(text).__name__}$'):
            read(text)


def test_a_gigantic_text_is_refused_at_once(normalizer: Normalizer) -> None:
    start = time.perf_counter()
    assert normalizer.normalize("a" * 50_000_000).reason == "too long"
    assert time.perf_counter() - start < 1


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(), max_size=60))
def test_any_string_has_an_answer(normalizer: Normalizer, text: str) -> None:
    result = normalizer.normalize(text)
    length = len(canonicalize(text))
    assert (result.value is None) == (length == 0 or length > 41) == (result.reason is not None)
    assert result.value is None or TIME.is_valid(result.value)


def test_a_batch_of_one_equals_a_batch_of_many(normalizer: Normalizer) -> None:
    texts = [*TEXTS, *UNREADABLE]
    assert_equal_results(normalizer.normalize_batch(texts), [normalizer.normalize(text) for text in texts])


def test_company_and_order_change_no_answer(normalizer: Normalizer) -> None:
    rng = random.Random(0)
    texts = ["".join(rng.choices(string.printable, k=rng.randrange(60))) for _ in range(1500)] + TEXTS
    results = normalizer.normalize_batch(texts)
    order = rng.sample(range(len(texts)), len(texts))
    assert_equal_results(normalizer.normalize_batch([texts[i] for i in order]), [results[i] for i in order])
    assert_equal_results(results[-len(TEXTS) :], normalizer.normalize_batch(TEXTS))


def test_equal_canonical_texts_have_equal_answers(normalizer: Normalizer) -> None:
    first, second = normalizer.normalize_batch(["９：30\u202fPM", " 9:30 pm"])
    assert (first.value, first.confidence) == (second.value, second.confidence)
    assert (first.text, second.text) == ("９：30\u202fPM", " 9:30 pm")


def test_a_batch_may_be_empty_or_an_iterator(normalizer: Normalizer) -> None:
    assert normalizer.normalize_batch([]) == []
    assert normalizer.normalize_batch(iter(TEXTS)) == normalizer.normalize_batch(TEXTS)


def test_a_changed_result_changes_no_other(normalizer: Normalizer) -> None:
    changed, other = normalizer.normalize_batch(["ten past ten"] * 2)
    changed.text = "11:00"
    assert other == normalizer.normalize("ten past ten") != changed


def test_explain_shows_what_normalize_says(normalizer: Normalizer) -> None:
    for text in TEXTS:
        attention_map = normalizer.explain(f"  {text.upper()} ")
        assert attention_map.text == text
        assert attention_map.machine == normalizer.normalize(text).value
        assert attention_map.weights.shape == (5, len(text))
        assert (attention_map.weights >= 0).all()
        np.testing.assert_allclose(attention_map.weights.sum(axis=1), 1, atol=1e-5)


def test_attention_differs_between_texts_and_characters(normalizer: Normalizer) -> None:
    weights = normalizer.explain("ten past nine").weights
    assert np.abs(weights - normalizer.explain("six past five").weights).max() > 1e-4
    assert np.ptp(weights, axis=1).min() > 1e-3


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text[:9]))
def test_nothing_to_explain_is_an_error(normalizer: Normalizer, text: str) -> None:
    with pytest.raises(ValueError, match=UNREADABLE[text]):
        normalizer.explain(text)


def test_explain_takes_text_alone(normalizer: Normalizer) -> None:
    with pytest.raises(TypeError, match=r"expected a str. Received: NoneType"):
        normalizer.explain(None)  # type: ignore[arg-type]


def test_two_normalizers_answer_alike(normalizer: Normalizer, run_folder: Path) -> None:
    assert Normalizer(str(run_folder)).normalize_batch(TEXTS) == normalizer.normalize_batch(TEXTS)


# Orders.


@pytest.mark.parametrize(
    ("told", "value"),
    [
        *[({"order": "DMY"}, "2005-04-03"), ({"order": "MDY"}, "2005-03-04")],
        *[({"locale": "en_US"}, "2005-03-04"), ({"locale": "en-gb"}, "2005-04-03"), ({"locale": "de"}, "2005-04-03")],
    ],
)
def test_an_order_or_a_locale_decides(dates: Normalizer, told: dict[str, str], value: str) -> None:
    result = dates.normalize("03/04/2005", **told)
    assert (result.value, result.ambiguous, result.alternatives) == (value, False, ())
    assert result.order == ("MDY" if value == "2005-03-04" else "DMY")
    assert dates.explain("03/04/2005", **told).machine == value


@pytest.mark.parametrize("order", ["dmy", "Mdy", "YMD"])
def test_an_order_may_be_in_any_case(dates: Normalizer, order: str) -> None:
    assert dates.normalize("03/04/05", order) == dates.normalize("03/04/05", order.upper())
    assert dates.explain("03/04/05", order).machine == dates.normalize("03/04/05", order.upper()).value
    assert dates.normalize_batch(COLUMN, "Infer") == dates.normalize_batch(COLUMN, "infer")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"order": "YDM"}, "expected an order of DMY, MDY, YMD, infer. Received: 'YDM'"),
        ({"order": 5}, "Received: 5"),
        ({"locale": "xx"}, "such as en_US"),
        ({"order": "DMY", "locale": "en_US"}, "expected an order or a locale. Received: DMY and en_US"),
    ],
)
def test_a_wrong_order_is_refused(dates: Normalizer, told: dict[str, str], words: str) -> None:
    for read in (dates.normalize, dates.explain):
        with pytest.raises(ValueError, match=words):
            read("03/04/2005", **told)  # type: ignore[operator]


@pytest.mark.parametrize("told", [{"order": "DMY"}, {"order": "infer"}, {"locale": "de"}, {"order": infer_order([])}])
def test_a_task_without_orders_takes_none(normalizer: Normalizer, told: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="none, because the task has no orders"):
        normalizer.normalize("ten", **told)


def test_explain_reads_one_text_so_that_there_is_nothing_to_infer(dates: Normalizer) -> None:
    for explain in (dates.explain, lambda text, order: dates.explain_batch([text], order)):
        with pytest.raises(ValueError, match=r"expected an order of one text\. Received: 'infer'"):
            explain("03/04/2005", "infer")


def test_explain_leaves_the_order_out_of_the_map(dates: Normalizer) -> None:
    attention_map = dates.explain("03/04/2005", "MDY")
    assert attention_map.weights.shape == (10, len("03/04/2005"))
    digits = [i for i, character in enumerate(attention_map.machine) if character.isdigit()]
    sums = attention_map.weights[digits].sum(axis=1)
    assert (sums < 1 + 1e-5).all()
    assert sums.min() > 0.5
    assert sums.min() < dates.explain("03/04/2005").weights[digits].sum(axis=1).min()


COLUMN = [
    "12/07/2022",
    "13/07/2022",
    "03/04/2005",
    "2022-07-13",
    "3 May 1979",
    "Fri 01/02/2003",
    "",
    None,
    "05/05/2005",
]


def test_a_column_decides_for_its_ambiguous_rows_and_leaves_the_others_alone(dates: Normalizer) -> None:
    results = dates.normalize_batch(COLUMN, "infer")
    alone = dates.normalize_batch(COLUMN)
    assert [i for i, result in enumerate(alone) if result.ambiguous] == [0, 2, 5]
    for i, (result, other) in enumerate(zip(results, alone, strict=True)):
        if i in (0, 2, 5):
            assert result == dates.normalize(COLUMN[i] or "", "DMY")
        else:
            assert result == other
    assert [results[i].value for i in (0, 2, 5)] == ["2022-07-12", "2005-04-03", "2003-02-01"]


def test_one_row_turns_the_whole_column(dates: Normalizer) -> None:
    american = [text.replace("13/07", "07/13") if text else text for text in COLUMN]
    results = dates.normalize_batch(american, "infer")
    assert [results[i].value for i in (0, 2, 5)] == ["2022-12-07", "2005-03-04", "2003-01-02"]


def test_a_column_that_contradicts_itself_is_read_as_if_nothing_had_been_told(dates: Normalizer) -> None:
    column = [*COLUMN, "07/13/2022"]
    assert infer_order(column).contradictory
    assert dates.normalize_batch(column, "infer") == dates.normalize_batch(column)


def test_a_part_of_a_column_is_read_by_the_evidence_of_the_whole(dates: Normalizer) -> None:
    evidence = infer_order(COLUMN)
    parts = [result for text in COLUMN for result in dates.normalize_batch([text], evidence)]
    assert_equal_results(parts, dates.normalize_batch(COLUMN, "infer"))
    assert [result.order for result in parts] == ["DMY", None, "DMY", None, None, "DMY", None, None, None]


# Whatever characters there are.

CHARACTERS = st.one_of(
    st.characters(),
    st.characters(categories=["Cs", "Cf", "Cc", "Mn", "Me"]),
    st.sampled_from("\x00\x01\x03\u202e\u2067\u200d\ufe0f\U0001f468\U0001f1e9\u0301\u3099\ud83d\ude00"),
    st.sampled_from("0123456789/.- MDYmay"),
)


@given(
    texts=st.lists(st.text(CHARACTERS, max_size=50) | st.none() | st.binary(max_size=9), max_size=8),
    order=st.sampled_from([None, "DMY", "MDY", "YMD", "infer"]),
)
def test_any_column_has_valid_answers(dates: Normalizer, texts: list[str], order: Order) -> None:
    results = dates.normalize_batch(texts, order)
    assert [result.text for result in results] == texts
    for result in results:
        assert (result.value is None) != (result.reason is None)
        assert 0 <= result.confidence <= 1
        assert result.ambiguous == (len(result.alternatives) > 1)
        for value in [result.value, *(value for value, _ in result.alternatives)]:
            assert DATE.is_valid(DATE.to_machine(value))


@pytest.mark.parametrize("kind", fuzz.KINDS, ids=lambda kind: kind.__name__)
def test_the_strings_of_the_fuzz_do_no_harm(dates: Normalizer, kind: Callable[[random.Random], str]) -> None:
    rng = random.Random(0)
    for order in (None, *DATE.orders):
        assert [fuzz.complaint(dates, kind(rng), order) for _ in range(30)] == [None] * 30


def test_the_fuzz_sees_harm(dates: Normalizer, monkeypatch: pytest.MonkeyPatch) -> None:
    for harm in (
        Result("x", "2022-02-30"),
        Result("x", None),
        Result("x", "2022-02-03", reason="empty"),
        Result("x", "2022-02-03", 1.5),
        Result("x", "2022-02-03", ambiguous=True, alternatives=(("2022-02-03", 0.5), ("2022-13-02", 0.5))),
    ):
        monkeypatch.setattr(dates, "normalize", lambda *_, harm=harm: harm)
        assert fuzz.complaint(dates, "x", None)


# What no date can be.


@pytest.mark.parametrize("text", ["Friday, 3 May 1979", "Monday, 3 May 1979", "Sunday 3 May 1979"])
def test_a_wrong_weekday_changes_nothing(dates: Normalizer, text: str) -> None:
    assert dates.normalize(text).value == "1979-05-03"  # a Thursday


IMPOSSIBLE = [
    "30/02/2020",
    "29/02/2019",
    "31.04.2020",
    "32/01/2020",
    "13/13/2013",
    "2022/13/07",
    "2019-02-29",
]


@pytest.mark.parametrize("order", [None, "DMY", "MDY", "YMD", "infer"])
@pytest.mark.parametrize("text", [*IMPOSSIBLE, *(f"({text})" for text in IMPOSSIBLE)])
def test_three_numbers_that_no_order_makes_a_date_are_none(dates: Normalizer, text: str, order: Order) -> None:
    result = dates.normalize(text, order)
    assert (result.value, result.reason, result.ambiguous) == (None, "no date in it", False)


# From 2443 on a year that stands last is one of the Buddhist calendar.
DAYS = st.lists(st.dates(datetime.date(1000, 1, 1), datetime.date(2400, 12, 31)), min_size=10, max_size=20)


@given(days=DAYS, mark=st.sampled_from("-/. _"), width=st.sampled_from([1, 2]))
def test_a_date_in_numbers_is_read_as_no_other(
    dates: Normalizer, days: list[datetime.date], mark: str, width: int
) -> None:
    expected = [f"{date}" for date in days]
    for order in DATE.orders:
        numbers = [{"D": f"{date.day:0{width}}", "M": f"{date.month:0{width}}", "Y": f"{date.year}"} for date in days]
        results = dates.normalize_batch([mark.join(each[part] for part in order) for each in numbers], order)
        assert [result.value or date for date, result in zip(expected, results, strict=True)] == expected


@pytest.mark.parametrize("year", ["10000", "12005", "20055", "99999", "120055"])
@pytest.mark.parametrize("text", ["3 May {}", "1 May {}", "May 3, {}", "{}-01-01", "1 de mayo de {}", "31.12.{}"])
def test_a_year_beyond_9999_is_none_or_a_valid_date_of_another_year(dates: Normalizer, text: str, year: str) -> None:
    for order in (None, *DATE.orders):
        value = dates.normalize(text.format(year), order).value
        assert DATE.is_valid(DATE.to_machine(value))
        assert value is None or not (year.startswith(value[:4]) or year.endswith(value[:4]))


# Threads and processes.

MANY = [f"{day} {month} {year}" for day in range(1, 29) for month in ("May", "mars", "März") for year in (1979, 2024)]


def test_many_threads_get_the_same_answers(dates: Normalizer) -> None:
    expected = values(dates.normalize_batch(MANY, "DMY"))
    chunks = [MANY[i::16] for i in range(16)]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        for _ in range(3):
            answers = list(pool.map(lambda chunk: values(dates.normalize_batch(chunk, "DMY")), chunks))
            assert answers == [expected[i::16] for i in range(16)]


def test_a_pickled_normalizer_answers_alike(run_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(run_folder.parent)
    pickled = pickle.dumps(Normalizer(run_folder.name, min_confidence=0.5))
    assert len(pickled) < 1000
    monkeypatch.chdir(tmp_path)
    normalizer = pickle.loads(pickled)
    assert normalizer.min_confidence == 0.5
    assert normalizer.normalize_batch(TEXTS) == Normalizer(run_folder, 0.5).normalize_batch(TEXTS)


def test_a_preset_is_pickled_by_its_name(dates: Normalizer) -> None:
    assert str(dates.preset.folder).encode() not in pickle.dumps(dates)
    assert pickle.loads(pickle.dumps(dates)).normalize("3 May 1979") == dates.normalize("3 May 1979")


def _read(normalizer: Normalizer) -> list[tuple[str | None, str | None]]:
    return values(normalizer.normalize_batch(MANY))


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_new_processes_are_sent_a_normalizer(dates: Normalizer, method: str) -> None:
    context = multiprocessing.get_context(method)
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        answers = [future.result(timeout=120) for future in [pool.submit(_read, dates) for _ in range(2)]]
    assert answers == [_read(dates)] * 2


def test_forks_use_what_their_parent_used_and_free_it() -> None:
    # A process of its own: the tests' own process holds threads of other libraries, which no fork survives.
    code = f"""
import gc, multiprocessing, warnings
import datenorm
warnings.simplefilter("ignore", DeprecationWarning)  # Python's own, of forks beside threads
texts = {MANY!r}
normalizer = datenorm.Normalizer("date")
expected = normalizer.normalize_batch(texts)
def read():
    global normalizer
    assert normalizer.normalize_batch(texts) == expected
    del normalizer
    gc.collect()
children = [multiprocessing.get_context("fork").Process(target=read) for _ in range(2)]
for child in children:
    child.start()
assert normalizer.normalize_batch(texts) == expected
for child in children:
    child.join(60)
print([child.exitcode for child in children])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert (ran.stdout.strip(), ran.stderr) == ("[0, 0]", "")


# Damaged folders.


@pytest.fixture
def copy(run_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(run_folder, tmp_path / "copy")


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"not ONNX"])
def test_a_damaged_model_is_named(copy: Path, content: bytes) -> None:
    (copy / ONNX).write_bytes(content)
    with pytest.raises(ValueError, match=f"copy/{ONNX} is damaged"):
        Normalizer(copy)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_model_is_named(copy: Path, kept: float) -> None:
    whole = (copy / ONNX).read_bytes()
    (copy / ONNX).write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(ValueError, match=f"copy/{ONNX}"):
        Normalizer(copy)


@pytest.mark.parametrize("change", [-2, -1, 1, 5])
def test_a_vocabulary_of_another_size_than_the_model_is_refused(copy: Path, change: int) -> None:
    human, machine = json.loads((copy / VOCABS).read_text())
    symbols = [symbol for symbol in human if len(symbol) == 1]
    symbols = symbols[:change] if change < 0 else [*symbols, *"äöüøå"[:change]]
    human = {symbol: i for i, symbol in enumerate([*symbols, "<unk>", "<pad>"])}
    (copy / VOCABS).write_text(json.dumps([human, machine]))
    with pytest.raises(
        ValueError, match=rf"copy/{ONNX}: expected a model of the {VOCABS} beside it, {len(human)} human"
    ):
        Normalizer(copy)


@pytest.mark.parametrize("name", [VOCABS, ONNX])
def test_a_file_of_another_preset_is_refused(copy: Path, dates: Normalizer, name: str) -> None:
    shutil.copy(dates.preset.folder / name, copy)
    with pytest.raises(ValueError, match=rf"copy/({ONNX}: expected a model|{VOCABS}: expected a machine)"):
        Normalizer(copy)


@pytest.mark.parametrize(
    "fields",
    [
        *[{"calibration": 5}, {"calibration": {"slope": "steep"}}, {"calibration": {"tilt": 1}}, {"calibration": None}],
        *[{"calibration": {"slope": float("nan")}}, {"min_confidence": "high"}, {"min_confidence": 2}],
        *[{"min_confidence": None}, {"task": 5}, {"task": ["time"]}],
    ],
)
def test_a_config_of_other_things_is_named(copy: Path, fields: dict[str, object]) -> None:
    config = json.loads((copy / CONFIG).read_text())
    (copy / CONFIG).write_text(json.dumps(config | fields))
    with pytest.raises(ValueError, match=f"copy/{CONFIG}: expected "):
        Normalizer(copy)


def test_nothing_in_a_folder_is_unpickled(copy: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    for name in (CONFIG, VOCABS, ONNX):
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(pickle.dumps(Trap()))
        with pytest.raises(ValueError, match=f"copy/{name}"):
            Normalizer(copy)
        (copy / name).write_bytes(content)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_min_confidence_that_is_no_share_is_refused(least: float) -> None:
    with pytest.raises(ValueError, match="expected a min_confidence from 0 to 1"):
        Normalizer("time", least)


def test_min_confidence_turns_guesses_into_none(dates: Normalizer) -> None:
    strict = Normalizer("date", 0.999999)
    guess = next(result for result in dates.normalize_batch(["3 Mya 1979", "Mau 5 20l5", "5 iulei 79"]) if result.value)
    result = strict.normalize(guess.text)
    assert (result.value, result.reason, result.confidence) == (None, "low confidence", guess.confidence)
    result = strict.normalize("03/04/2005")
    assert (result.value, result.reason, result.ambiguous) == (None, "low confidence", True)
    assert result.alternatives == dates.normalize("03/04/2005").alternatives


# Spans.


def parts(result: Result) -> dict[str, list[str]]:
    return {field: [result.text[start:stop] for start, stop in ranges] for field, ranges in result.spans.items()}


def test_spans_are_the_characters_of_the_text_as_it_was_given(dates: Normalizer) -> None:
    result = dates.normalize("  le ３  ＭＡＩ 1979")
    assert parts(result) == {"year": ["1979"], "month": ["ＭＡＩ"], "day": ["３"]}


def test_a_field_that_is_not_said_has_no_span(dates: Normalizer) -> None:
    assert parts(dates.normalize("May 1979")) == {"year": ["1979"], "month": ["May"]}
    assert dates.normalize("no date at all").spans == {}


def test_spans_do_not_depend_on_the_company_and_survive_pickling(dates: Normalizer) -> None:
    texts = ["3 May 1979", "the twenty-first of June nineteen eighty-seven", "20130215", "5 mai"]
    together = [result.spans for result in dates.normalize_batch(texts)]
    assert [dates.normalize(text).spans for text in texts] == together
    assert [pickle.loads(pickle.dumps(result)).spans for result in dates.normalize_batch(texts)] == together


def test_an_order_does_not_move_the_spans(dates: Normalizer) -> None:
    text = "13 July 2022"
    assert dates.normalize(text, "MDY").spans == dates.normalize(text).spans


def test_maps_of_many_texts_are_those_of_each(dates: Normalizer) -> None:
    texts = ["3 May 1979", "", "x" * 99, "20130215", "mardi 3 mai 1979"]
    maps = dates.explain_batch(texts, "DMY")
    assert [attention_map is None for attention_map in maps] == [False, True, True, False, False]
    for text, attention_map in zip(texts, maps, strict=True):
        if attention_map:
            alone = dates.explain(text, "DMY")
            assert (attention_map.text, attention_map.machine, attention_map.spans) == (
                alone.text,
                alone.machine,
                alone.spans,
            )
            np.testing.assert_allclose(attention_map.weights, alone.weights, atol=1e-5)
