"""Result: its reasons, its spans, and that it can be changed, pickled and written as JSON."""

import copy
import json
import pickle
import re

import numpy as np
import pytest
from support.scripted_model import scripted_normalizer

from datenorm.core.moments import DURATION, POINT, RANGE, Moment
from datenorm.core.reasons import Reason
from datenorm.core.tasks import MOMENT, TASKS
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import AmbiguousDateWarning, Result, Said, attention_in_bytes, pack_attention


def test_a_reason_is_its_string() -> None:
    assert Reason.NO_DATE == "no date in it"
    assert {Reason.EMPTY: 1}["empty"] == 1
    assert (str(Reason.EMPTY), repr(Reason.EMPTY), json.dumps(Reason.EMPTY)) == ("empty", "'empty'", '"empty"')
    assert pickle.loads(pickle.dumps(Reason.EMPTY)) is Reason.EMPTY


def test_every_task_has_a_reason_for_texts_that_state_nothing() -> None:
    reasons = {name: str(Reason.nothing_stated(task)) for name, task in TASKS.items()}
    assert reasons == {"time": "no time in it", "date": "no date in it", "moment": "no moment in it"}


def test_each_text_gets_its_own_attention_without_that_on_its_hint() -> None:
    attention = np.arange(5 * 2 * 6, dtype=np.uint8).reshape(5, 2, 6)
    hint_lengths, texts = [0, 0, 1, 1, 0], ["abcd", "efgh", "ijkl", "m", "nopqrs"]
    packed = pack_attention(attention, hint_lengths, texts)
    for row, start, text, of_text in zip(attention, hint_lengths, texts, packed, strict=True):
        assert of_text == row[:, start : start + len(text)].tobytes()


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


def test_a_range_that_was_looked_at_once_has_the_spans_of_its_start() -> None:
    start, end = (Moment(form=form, month="03", day=day).to_machine() for form, day in ((RANGE, "02"), (POINT, "03")))
    attention = np.zeros((len(MOMENT.fields), 5), np.uint8)
    attention[[field.name for field in MOMENT.fields].index("day"), 0] = 255
    result = Result("2-3/3", "XXXX-03-02/XXXX-03-03", _task="moment", _attention=attention.tobytes())
    result._ways = (Said(start, end),)
    assert result.spans["day"] == ((0, 1),)
    assert not [field for field in result.spans if field.startswith("end_")]


def test_an_order_does_not_move_the_spans(dates: Normalizer) -> None:
    text = "13 July 2022"
    assert dates.normalize(text, "MDY").spans == dates.normalize(text).spans


def test_packed_attention_leaves_out_the_hint() -> None:
    attention = np.array([[[1.0, 0.0, 0.2], [0.6, 0.4, 0.0]]] * 2)  # (B, fields, L)
    with_hint, without_hint = pack_attention(attention_in_bytes(attention), [1, 0], ["ab", "ab"])
    assert list(with_hint) == [0, 51, 102, 0]
    assert list(without_hint) == [255, 0, 153, 102]


@pytest.mark.parametrize("text", ["3 May 1979", "", "page 3 of 10"])
def test_results_of_equal_texts_are_equal(dates: Normalizer, text: str) -> None:
    assert dates.normalize(text) == dates.normalize(text)
    assert dates.normalize(text) != dates.normalize(f" {text}")


DAY = {"year": "2005", "month": "04", "day": "03"}
SCRIPT = {
    "at 5": Moment(**DAY, hour="05", half="X", minute="00"),
    "tomorrow at 5": Moment(amount="+0001", unit="D", hour="05", half="X", minute="00"),
    "quarter to six": Moment(hour="05", half="X", minute="45"),
    "9 to 5": Moment(hour="09", half="X", minute="00", form=RANGE),
    "\x0403/04/2005": Moment(**DAY),
    "03/04/2005": Moment(**DAY),
    "3 days ago": Moment(amount="-0003", unit="D"),
    "5 may": Moment(month="05", day="05"),
    "3 hours": Moment(form=DURATION, qualifier="X", calendar="X"),
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("03/04/2005", "the date reads two ways, .* order='DMY'"),
        ("at 5", r"the hour reads two ways, .* say a\.m\. or p\.m\."),
        ("tomorrow at 5", "the hour reads two ways"),
        ("quarter to six", "the hour reads two ways"),
    ],
)
def test_a_warning_says_what_decides(monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    result = scripted_normalizer(monkeypatch, SCRIPT).normalize(text, reference="2005-01-01")
    assert result.ambiguous
    assert re.search(words, str(AmbiguousDateWarning(result)))
    assert "Normalizer.normalize returns both readings" in str(AmbiguousDateWarning(result))


def test_bounds_are_those_of_the_reading_that_has_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT | {"04/03/2005": Moment(**DAY)})
    for text in ("03/04/2005", "04/03/2005"):
        result = normalizer.normalize(text)
        assert result.ambiguous
        assert result.start is not None
        assert result.start.date().isoformat() == result.value == result.alternatives[0][0]


def test_only_some_texts_depend_on_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    depend = {text: normalizer.normalize(text).depends_on_reference for text in SCRIPT if text.isprintable()}
    assert [text for text, depends in depend.items() if depends] == [
        *("tomorrow at 5", "quarter to six", "9 to 5", "3 days ago", "5 may")
    ]


@pytest.mark.parametrize("prefer", [None, "past", "nearest"])
def test_a_result_is_resolved_as_if_it_was_read_again(monkeypatch: pytest.MonkeyPatch, prefer: str | None) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    for text in SCRIPT:
        expected = normalizer.normalize(text, reference="2026-11-29", prefer=prefer)
        for before in (normalizer.normalize(text), normalizer.normalize(text, reference="2020-01-01", prefer="past")):
            resolved = normalizer.resolve(before, "2026-11-29", prefer)
            assert resolved.to_dict() == expected.to_dict()
