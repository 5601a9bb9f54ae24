"""Result: its reasons, its spans, and that it can be changed, pickled and written as JSON."""

import copy
import json
import pickle

import numpy as np
import pytest

from datenorm.core.reasons import Reason
from datenorm.core.tasks import TASKS
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import AmbiguousDateWarning, Result, pack_attention


def test_a_reason_is_its_string() -> None:
    assert Reason.NO_DATE == "no date in it"
    assert {Reason.EMPTY: 1}["empty"] == 1
    assert (str(Reason.EMPTY), repr(Reason.EMPTY), json.dumps(Reason.EMPTY)) == ("empty", "'empty'", '"empty"')
    assert pickle.loads(pickle.dumps(Reason.EMPTY)) is Reason.EMPTY


def test_every_task_has_a_reason_for_texts_that_state_nothing() -> None:
    reasons = {name: str(Reason.nothing_stated(task)) for name, task in TASKS.items()}
    assert reasons == {"time": "no time in it", "date": "no date in it", "moment": "no moment in it"}


def test_a_changed_result_changes_no_other(times: Normalizer) -> None:
    changed, other = times.normalize_batch(["ten past ten"] * 2)
    changed.text = "11:00"
    assert other == times.normalize("ten past ten") != changed


def test_to_dict_holds_every_attribute_as_json_can(dates: Normalizer) -> None:
    for result in dates.normalize_batch(["３ May 1979", "03/04/2005", "page 3 of 10", "", None]):  # type: ignore[list-item]
        fields = json.loads(json.dumps(result.to_dict()))
        names = {"text", "value", "confidence", "ambiguous", "alternatives", "order", "reason", "spans"}
        names |= {"kind", "start", "end", "calendar", "relative"}
        assert fields.keys() == names
        assert (fields["text"], fields["value"], fields["reason"]) == (result.text, result.value, result.reason)
        assert {name: tuple(map(tuple, ranges)) for name, ranges in fields["spans"].items()} == result.spans


def test_a_warning_can_be_copied_and_pickled(dates: Normalizer) -> None:
    warning = AmbiguousDateWarning(dates.normalize("03/04/2005"))
    for other in (copy.copy(warning), pickle.loads(pickle.dumps(warning))):
        assert (other.result, str(other)) == (warning.result, str(warning))


# Spans.


def parts(result: Result) -> dict[str, list[str]]:
    return {field: [result.text[start:stop] for start, stop in ranges] for field, ranges in result.spans.items()}


def test_spans_are_ranges_of_the_given_text(dates: Normalizer) -> None:
    result = dates.normalize("  le ３  ＭＡＩ 1979")
    assert parts(result) == {"year": ["1979"], "month": ["ＭＡＩ"], "day": ["３"]}


def test_an_unstated_field_has_no_span(dates: Normalizer) -> None:
    assert parts(dates.normalize("May 1979")) == {"year": ["1979"], "month": ["May"]}
    assert dates.normalize("no date at all").spans == {}


def test_spans_are_independent_of_other_texts_and_survive_pickling(dates: Normalizer) -> None:
    texts = ["3 May 1979", "the twenty-first of June nineteen eighty-seven", "20130215", "5 mai"]
    together = [result.spans for result in dates.normalize_batch(texts)]
    assert [dates.normalize(text).spans for text in texts] == together
    assert [pickle.loads(pickle.dumps(result)).spans for result in dates.normalize_batch(texts)] == together


def test_an_order_does_not_move_the_spans(dates: Normalizer) -> None:
    text = "13 July 2022"
    assert dates.normalize(text, "MDY").spans == dates.normalize(text).spans


def test_packed_attention_leaves_out_the_hint() -> None:
    attention = np.array([[[1.0, 0.0, 0.2], [0.6, 0.4, 0.0]]] * 2)  # (B, fields, L)
    with_hint, without_hint = pack_attention(attention, [1, 0], ["ab", "ab"])
    assert list(with_hint) == [0, 51, 102, 0]
    assert list(without_hint) == [255, 0, 153, 102]


@pytest.mark.parametrize("text", ["3 May 1979", "", "page 3 of 10"])
def test_results_of_equal_texts_are_equal(dates: Normalizer, text: str) -> None:
    assert dates.normalize(text) == dates.normalize(text)
    assert dates.normalize(text) != dates.normalize(f" {text}")
