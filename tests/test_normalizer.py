import dataclasses
import random
import shutil
import string
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.normalizer import Normalizer, Result
from datenorm.preset import ONNX
from datenorm.tasks import TIME
from datenorm.text import canonicalize

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


def test_results_cannot_be_changed(normalizer: Normalizer) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        normalizer.normalize("ten").value = "11:00"  # type: ignore[misc]


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


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"not ONNX"])
def test_a_damaged_model_is_named(run_folder: Path, tmp_path: Path, content: bytes) -> None:
    copy = shutil.copytree(run_folder, tmp_path / "copy")
    (copy / ONNX).write_bytes(content)
    with pytest.raises(ValueError, match=f"copy/{ONNX} is damaged"):
        Normalizer(copy)


def test_half_a_model_is_named(run_folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(run_folder, tmp_path / "copy")
    (copy / ONNX).write_bytes((run_folder / ONNX).read_bytes()[:-5000])
    with pytest.raises(ValueError, match=f"copy/{ONNX} is damaged"):
        Normalizer(copy)
