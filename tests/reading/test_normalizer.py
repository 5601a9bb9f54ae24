"""Normalizer: what is read, in which order, and by many threads and processes."""

import concurrent.futures
import datetime as dt
import gc
import multiprocessing
import pickle
import random
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
from datenorm.reading.convention import infer
from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.result import Result

TEXTS = ["quarter past five pm", "5", "48 min before 10 a.m", "x" * 41, "at 9:30", "10:30:15.123 in the morning"]
UNREADABLE = {
    "": "empty",
    " \t\u200f\u3000\x00": "empty",
    "x" * 42: "too long",
    "\ufdfa" * 30: "too long",  # one character for eighteen
    "x" * 10_000: "too long",
}


def values(results: list[Result]) -> list[tuple[str | None, str | None]]:
    return [(result.value, result.reason) for result in results]


def assert_equal_results(results: list[Result], others: list[Result]) -> None:
    assert values(results) == values(others)
    np.testing.assert_allclose([r.confidence for r in results], [r.confidence for r in others], atol=1e-6)


def test_a_readable_text_has_a_valid_value(times: Normalizer) -> None:
    for text, result in zip(TEXTS, times.normalize_batch(TEXTS), strict=True):
        assert result.text == text
        assert TIME.is_valid(result.value or "")
        assert 0 < result.confidence <= 1
        assert result.reason is None


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text[:9]))
def test_an_unreadable_text_has_a_reason(times: Normalizer, text: str) -> None:
    result = times.normalize(text)
    assert (result.text, result.value, result.confidence, result.reason) == (text, None, 0, UNREADABLE[text])


@pytest.mark.parametrize("thing", [None, 10, 10.5, b"10:30", ["10:30"], float("nan"), object()])
def test_other_types_are_a_type_error_alone_and_have_a_reason_in_a_batch(times: Normalizer, thing: object) -> None:
    with pytest.raises(TypeError, match=rf"expected a str\. Received: {type(thing).__name__}"):
        times.normalize(thing)  # type: ignore[arg-type]
    first, result, last = times.normalize_batch(["10:30", thing, "ten"])  # type: ignore[list-item]
    assert (result.text, result.value, result.reason) == (thing, None, "not text")
    assert_equal_results([first, last], times.normalize_batch(["10:30", "ten"]))


@pytest.mark.parametrize("text", ["3 May 1979", "", b"3 May 1979", bytearray(b"3")])
def test_one_text_in_place_of_a_batch_is_refused(times: Normalizer, text: str) -> None:
    for read in (times.normalize_batch, times.explain_batch):
        with pytest.raises(TypeError, match=rf'such as \["3 May 1979"\]\. Received: one {type(text).__name__}$'):
            read(text)


def test_a_gigantic_text_is_refused_at_once(times: Normalizer) -> None:
    start = time.perf_counter()
    assert times.normalize("a" * 50_000_000).reason == "too long"
    assert time.perf_counter() - start < 1


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(), max_size=60))
def test_any_string_has_an_answer(times: Normalizer, text: str) -> None:
    result = times.normalize(text)
    length = len(canonicalize(text))
    assert (result.value is None) == (length == 0 or length > 41) == (result.reason is not None)
    assert result.value is None or TIME.is_valid(result.value)


def test_a_batch_of_one_equals_a_batch_of_many(times: Normalizer) -> None:
    texts = [*TEXTS, *UNREADABLE]
    assert_equal_results(times.normalize_batch(texts), [times.normalize(text) for text in texts])


def test_answers_are_independent_of_other_texts_and_of_their_order(times: Normalizer) -> None:
    rng = random.Random(0)
    texts = ["".join(rng.choices(string.printable, k=rng.randrange(60))) for _ in range(1500)] + TEXTS
    results = times.normalize_batch(texts)
    order = rng.sample(range(len(texts)), len(texts))
    assert_equal_results(times.normalize_batch([texts[i] for i in order]), [results[i] for i in order])
    assert_equal_results(results[-len(TEXTS) :], times.normalize_batch(TEXTS))


def test_equal_canonical_texts_have_equal_answers(times: Normalizer) -> None:
    first, second = times.normalize_batch(["９：30\u202fPM", " 9:30 pm"])
    assert (first.value, first.confidence) == (second.value, second.confidence)
    assert (first.text, second.text) == ("９：30\u202fPM", " 9:30 pm")


def test_a_batch_may_be_empty_or_an_iterator(times: Normalizer) -> None:
    assert times.normalize_batch([]) == []
    assert times.normalize_batch(iter(TEXTS)) == times.normalize_batch(TEXTS)


def test_explain_and_normalize_agree(times: Normalizer) -> None:
    for text in TEXTS:
        attention_map = times.explain(f"  {text.upper()} ")
        assert attention_map.text == text
        assert attention_map.machine == times.normalize(text).value
        assert attention_map.weights.shape == (5, len(text))
        assert (attention_map.weights >= 0).all()
        np.testing.assert_allclose(attention_map.weights.sum(axis=1), 1, atol=1e-5)


def test_attention_differs_between_texts_and_characters(times: Normalizer) -> None:
    weights = times.explain("ten past nine").weights
    assert np.abs(weights - times.explain("six past five").weights).max() > 1e-4
    assert np.ptp(weights, axis=1).min() > 1e-3


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text[:9]))
def test_explain_refuses_an_unreadable_text(times: Normalizer, text: str) -> None:
    with pytest.raises(ValueError, match=UNREADABLE[text]):
        times.explain(text)


def test_explain_refuses_other_types(times: Normalizer) -> None:
    with pytest.raises(TypeError, match=r"expected a str. Received: NoneType"):
        times.explain(None)  # type: ignore[arg-type]


def test_a_folder_is_read_like_a_preset(times: Normalizer, preset_copy: Path) -> None:
    assert Normalizer(str(preset_copy)).normalize_batch(TEXTS) == times.normalize_batch(TEXTS)


# Orders.


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        *[({"order": "DMY"}, "2005-04-03"), ({"order": "MDY"}, "2005-03-04")],
        *[({"locale": "en_US"}, "2005-03-04"), ({"locale": "en-gb"}, "2005-04-03"), ({"locale": "de"}, "2005-04-03")],
    ],
)
def test_an_order_or_a_locale_decides(dates: Normalizer, arguments: dict[str, str], value: str) -> None:
    result = dates.normalize("03/04/2005", **arguments)
    assert (result.value, result.ambiguous, result.alternatives) == (value, False, ())
    assert result.order == ("MDY" if value == "2005-03-04" else "DMY")
    assert dates.explain("03/04/2005", **arguments).machine == value


@pytest.mark.parametrize("order", ["dmy", "Mdy", "YMD"])
def test_an_order_may_be_in_any_case(dates: Normalizer, order: str) -> None:
    assert dates.normalize("03/04/05", order) == dates.normalize("03/04/05", order.upper())
    assert dates.explain("03/04/05", order).machine == dates.normalize("03/04/05", order.upper()).value
    assert dates.normalize_batch(COLUMN, "Infer") == dates.normalize_batch(COLUMN, "infer")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"order": "YDM"}, "expected an order of DMY, MDY, YMD, infer. Received: 'YDM'"),
        ({"order": 5}, "Received: 5"),
        ({"locale": "xx"}, "such as en_US"),
        ({"order": "DMY", "locale": "en_US"}, "expected an order or a locale. Received: DMY and en_US"),
    ],
)
def test_a_wrong_order_is_refused(dates: Normalizer, arguments: dict[str, str], words: str) -> None:
    for read in (dates.normalize, dates.explain):
        with pytest.raises(ValueError, match=words):
            read("03/04/2005", **arguments)  # type: ignore[operator]


@pytest.mark.parametrize("arguments", [{"order": "DMY"}, {"order": "infer"}, {"locale": "de"}, {"order": infer([])}])
def test_a_task_without_orders_takes_none(times: Normalizer, arguments: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="none, because the task has no orders"):
        times.normalize("ten", **arguments)


def test_explain_refuses_to_infer_an_order(dates: Normalizer) -> None:
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


def test_a_column_decides_for_its_ambiguous_rows_alone(dates: Normalizer) -> None:
    results = dates.normalize_batch(COLUMN, "infer")
    alone = dates.normalize_batch(COLUMN)
    assert [i for i, result in enumerate(alone) if result.ambiguous] == [0, 2, 5]
    for i, (result, other) in enumerate(zip(results, alone, strict=True)):
        if i in (0, 2, 5):
            given = dates.normalize(COLUMN[i] or "", "DMY")
            assert (result.value, result.order, result.ambiguous) == (given.value, given.order, given.ambiguous)
            assert result.confidence == pytest.approx(given.confidence)
        else:
            assert result == other
    assert [results[i].value for i in (0, 2, 5)] == ["2022-07-12", "2005-04-03", "2003-02-01"]


def test_one_unambiguous_row_decides_the_whole_column(dates: Normalizer) -> None:
    american = [text.replace("13/07", "07/13") if text else text for text in COLUMN]
    results = dates.normalize_batch(american, "infer")
    assert [results[i].value for i in (0, 2, 5)] == ["2022-12-07", "2005-03-04", "2003-01-02"]


def test_a_contradictory_column_is_read_without_an_order(dates: Normalizer) -> None:
    column = [*COLUMN, "07/13/2022"]
    assert infer(column).contradictory
    assert dates.normalize_batch(column, "infer") == dates.normalize_batch(column)


def test_a_part_of_a_column_is_read_by_the_evidence_of_the_whole(dates: Normalizer) -> None:
    evidence = infer(COLUMN)
    parts = [result for text in COLUMN for result in dates.normalize_batch([text], evidence)]
    assert_equal_results(parts, dates.normalize_batch(COLUMN, "infer"))
    assert [result.order for result in parts] == ["DMY", None, "DMY", None, None, "DMY", None, None, None]


# Any characters.

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
def test_fuzz_strings_do_no_harm(dates: Normalizer, kind: Callable[[random.Random], str]) -> None:
    rng = random.Random(0)
    for order in (None, *DATE.orders):
        assert [fuzz.complaint(dates, kind(rng), order) for _ in range(30)] == [None] * 30


def test_the_fuzz_notices_harm(dates: Normalizer, monkeypatch: pytest.MonkeyPatch) -> None:
    for harm in (
        Result("x", "2022-02-30"),
        Result("x", None),
        Result("x", "2022-02-03", reason="empty"),
        Result("x", "2022-02-03", 1.5),
        Result("x", "2022-02-03", ambiguous=True, alternatives=(("2022-02-03", 0.5), ("2022-13-02", 0.5))),
    ):
        monkeypatch.setattr(dates, "normalize", lambda *_, harm=harm: harm)
        assert fuzz.complaint(dates, "x", None)


# Texts that state no date, or contradict themselves.


@pytest.mark.parametrize("text", ["Friday, 3 May 1979", "Monday, 3 May 1979", "Sunday 3 May 1979"])
def test_a_wrong_weekday_is_ignored(dates: Normalizer, text: str) -> None:
    assert dates.normalize(text).value == "1979-05-03"  # a Thursday


IMPOSSIBLE = [
    "30/02/2020",
    "29/02/2019",
    "31.04.2020",
    "32/01/2020",
    "13/13/2013",
    "2022/13/13",
    "2019-02-29",
]


@pytest.mark.parametrize("order", [None, "DMY", "MDY", "YMD", "infer"])
@pytest.mark.parametrize("text", [*IMPOSSIBLE, *(f"({text})" for text in IMPOSSIBLE)])
def test_three_numbers_that_are_no_date_in_any_order_have_no_value(dates: Normalizer, text: str, order: Order) -> None:
    result = dates.normalize(text, order)
    assert (result.value, result.reason, result.ambiguous) == (None, "no date in it", False)


# From 2443 on, a year at the end is one of the Buddhist calendar.
DAYS = st.lists(st.dates(dt.date(1000, 1, 1), dt.date(2400, 12, 31)), min_size=10, max_size=20)


@given(days=DAYS, mark=st.sampled_from("-/. _"), width=st.sampled_from([1, 2]))
def test_a_numeric_date_is_never_read_as_another(dates: Normalizer, days: list[dt.date], mark: str, width: int) -> None:
    expected = [f"{date}" for date in days]
    for order in DATE.orders:
        numbers = [{"D": f"{date.day:0{width}}", "M": f"{date.month:0{width}}", "Y": f"{date.year}"} for date in days]
        results = dates.normalize_batch([mark.join(each[part] for part in order) for each in numbers], order)
        assert [result.value or date for date, result in zip(expected, results, strict=True)] == expected


@pytest.mark.parametrize("year", ["10000", "12005", "20055", "99999", "120055"])
@pytest.mark.parametrize("text", ["3 May {}", "1 May {}", "May 3, {}", "{}-01-01", "1 de mayo de {}", "31.12.{}"])
def test_a_year_beyond_9999_is_never_cut_to_four_digits(dates: Normalizer, text: str, year: str) -> None:
    for order in (None, *DATE.orders):
        value = dates.normalize(text.format(year), order).value
        assert DATE.is_valid(DATE.to_machine(value))
        assert value is None or not (year.startswith(value[:4]) or year.endswith(value[:4]))


# Threads and processes.

MANY = [f"{day} {month} {year}" for day in range(1, 29) for month in ("May", "mars", "März") for year in (1979, 2024)]


def test_what_was_read_costs_the_garbage_collector_nothing(dates: Normalizer) -> None:
    texts = [f"3 may {year}" for year in range(1900, 2000)]
    prepared, readings = dates._read([*texts, ""], None)
    gc.collect()
    assert prepared == [*texts, "empty"]
    assert not any(map(gc.is_tracked, readings.values()))


def test_many_threads_get_the_same_answers(dates: Normalizer) -> None:
    expected = values(dates.normalize_batch(MANY, "DMY"))
    chunks = [MANY[i::16] for i in range(16)]
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        for _ in range(3):
            answers = list(pool.map(lambda chunk: values(dates.normalize_batch(chunk, "DMY")), chunks))
            assert answers == [expected[i::16] for i in range(16)]


def test_answers_do_not_depend_on_the_number_of_threads(dates: Normalizer) -> None:
    normalizer = Normalizer("date", threads=1)
    texts = [f"{text[:-2]}{year}" for text in MANY for year in range(70, 80)]  # for several batches
    assert normalizer.normalize_batch(texts, "DMY") == dates.normalize_batch(texts, "DMY")
    assert pickle.loads(pickle.dumps(normalizer)).threads == 1
    with pytest.raises(ValueError, match=r"expected at least one thread\. Received: 0"):
        Normalizer("date", threads=0)


def test_a_pickled_normalizer_answers_alike(
    preset_copy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(preset_copy.parent)
    pickled = pickle.dumps(Normalizer(preset_copy.name, min_confidence=0.5))
    assert len(pickled) < 1000
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    normalizer = pickle.loads(pickled)
    assert normalizer.min_confidence == 0.5
    assert normalizer.normalize_batch(TEXTS) == Normalizer(preset_copy, 0.5).normalize_batch(TEXTS)


def test_a_preset_is_pickled_by_its_name(dates: Normalizer) -> None:
    assert str(dates.preset.folder).encode() not in pickle.dumps(dates)
    assert pickle.loads(pickle.dumps(dates)).normalize("3 May 1979") == dates.normalize("3 May 1979")


def _read(times: Normalizer) -> list[tuple[str | None, str | None]]:
    return values(times.normalize_batch(MANY))


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_normalizer_can_be_sent_to_new_processes(dates: Normalizer, method: str) -> None:
    context = multiprocessing.get_context(method)
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        answers = [future.result(timeout=120) for future in [pool.submit(_read, dates) for _ in range(2)]]
    assert answers == [_read(dates)] * 2


def test_forks_can_use_and_free_their_parents_normalizer() -> None:
    # In a new process: the process of the tests holds threads of other libraries, which no fork survives.
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


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_min_confidence_outside_0_to_1_is_refused(least: float) -> None:
    with pytest.raises(ValueError, match="expected a min_confidence from 0 to 1"):
        Normalizer("time", least)


def test_min_confidence_drops_less_confident_answers(dates: Normalizer) -> None:
    strict = Normalizer("date", 0.999999)
    guess = next(result for result in dates.normalize_batch(["3 Mya 1979", "Mau 5 20l5", "5 iulei 79"]) if result.value)
    result = strict.normalize(guess.text)
    assert (result.value, result.reason, result.confidence) == (None, "low confidence", guess.confidence)
    result = strict.normalize("03/04/2005")
    assert (result.value, result.reason, result.ambiguous) == (None, "low confidence", True)
    assert result.alternatives == dates.normalize("03/04/2005").alternatives


def test_explain_batch_gives_the_maps_of_explain(dates: Normalizer) -> None:
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


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda dates: dates.normalize("x", locale=5), "a locale, such as 'en_US'. Received: 5, of type int"),
        (lambda dates: dates.resolve(None, None), "a Result of a Normalizer. Received: None"),
        (lambda dates: dates.normalize_batch(None), r'such as \["3 May 1979"\]. Received: one NoneType'),
        (lambda dates: dates.find_iter(None), "chunks of text, such as an open file. Received: one NoneType"),
        (lambda dates: Normalizer(None), "the name of a preset, or a folder. Received: None"),
        (lambda dates: Normalizer(min_confidence="a"), "a min_confidence from 0 to 1. Received: 'a'"),
        (lambda dates: Normalizer(threads=True), "a number of threads. Received: True"),
    ],
)
def test_an_argument_of_another_type_is_refused(
    dates: Normalizer, call: Callable[[Normalizer], object], message: str
) -> None:
    with pytest.raises(TypeError, match=f"expected .*{message}"):
        call(dates)
