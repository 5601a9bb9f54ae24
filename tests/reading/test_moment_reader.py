"""Moment reader: what it makes of what the network says, with a network that says what a script has."""

import datetime as dt
import gc

import numpy as np
import pytest
from support.scripted_model import MACHINE, scripted_reader

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.hints import END, HINTS
from datenorm.core.moments import AFTER, DURATION, NOTHING, RANGE, Moment
from datenorm.core.tasks import MOMENT
from datenorm.reading.onnx_model import Prediction
from datenorm.reading.result import Result, Said

DAY = {"year": "2005", "month": "04", "day": "03"}
CLOCK = {"hour": "10", "half": ".", "minute": "30"}
END_HINT = HINTS[END]


def nothing(form: str = NOTHING) -> str:
    return (MOMENT.unspecified[:8] + form).ljust(MOMENT.Ty, "X")


def test_only_the_groups_that_a_character_belongs_to_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    script = {
        "3 april 2005": Moment(**DAY),
        "3 april 2005 10:30": Moment(**DAY, **CLOCK),
        "tomorrow": Moment(amount="+0001", unit="D"),
        "hello": nothing(),
    }
    reader, model = scripted_reader(monkeypatch, script)
    readings = reader.read(list(script), None)
    assert [reading.value for reading in readings] == ["2005-04-03", "2005-04-03T10:30", None, None]
    assert [str(reading.reason) for reading in readings[2:]] == ["needs a reference", "no moment in it"]
    assert model.rows_of_groups == {1: 1, 2: 1}


def test_what_a_text_says_alone_costs_the_garbage_collector_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    script = {"3 april 2005": Moment(**DAY), "3 april 2005 10:30": Moment(**DAY, **CLOCK)}
    readings = scripted_reader(monkeypatch, script)[0].read(list(script), None)
    gc.collect()
    for reading, moment in zip(readings, script.values(), strict=True):
        assert reading.said == (Said(moment.to_machine()),)
        assert not gc.is_tracked(reading.ways)


def test_a_part_that_is_tagged_and_not_read_takes_the_confidence_away(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, model = scripted_reader(monkeypatch, {"3 april 2005": Moment(**DAY)})
    predict = model.predict

    def with_a_clock(texts: list[str]):  # type: ignore[no-untyped-def]
        seen = predict(texts)
        seen.tags[:, :3, MOMENT.tags.index("clock")] = 0.98
        return seen

    (whole,) = reader.read(["3 april 2005"], None)
    monkeypatch.setattr(model, "predict", with_a_clock)
    (lossy,) = reader.read(["3 april 2005"], None)
    assert whole.confidence > 0.95
    assert lossy.confidence < 0.05


def test_where_there_is_a_moment_a_group_states_one(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, model = scripted_reader(monkeypatch, {"tomorrow": Moment(amount="+0001", unit="D")})
    predict_group = model.predict_group

    def hesitant(group: int, seen: Prediction, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        machine, attention = predict_group(group, seen, rows)
        machine[:, :, MACHINE[UNSPECIFIED]] += 2  # more probable than what the script has
        return machine / machine.sum(axis=-1, keepdims=True), attention

    monkeypatch.setattr(model, "predict_group", hesitant)
    (reading,) = reader.read(["tomorrow"], None)
    assert reading.said == (Said(Moment(amount="+0001", unit="D").to_machine()),)
    assert 0 < reading.confidence < 0.5


def test_a_relative_text_is_read_beside_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, _ = scripted_reader(
        monkeypatch, {"tomorrow": Moment(amount="+0001", unit="D"), "friday": Moment(weekday="5")}
    )
    tomorrow, friday = reader.read(["tomorrow", "friday"], None, dt.datetime(2026, 11, 29), "past")
    assert (tomorrow.value, friday.value) == ("2026-11-30", "2026-11-27")
    assert (tomorrow.reference, tomorrow.prefer) == (dt.datetime(2026, 11, 29), "past")


def test_a_range_is_looked_at_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    script = {
        "3 - 5 april 2005": Moment(**DAY, form=RANGE),
        f"{END_HINT}3 - 5 april 2005": Moment(**DAY | {"day": "05"}),
        "since 3 april 2005": Moment(**DAY, form=AFTER),
        "3 hours": nothing(DURATION),
    }
    reader, _ = scripted_reader(monkeypatch, script)
    readings = reader.read(["3 hours", "3 - 5 april 2005", "since 3 april 2005"], None)
    assert [reading.value for reading in readings] == [None, "2005-04-03/2005-04-05", "2005-04-03/.."]
    assert str(readings[0].reason) == "a duration"


@pytest.mark.parametrize("clock", [{}, CLOCK])
def test_a_date_in_numbers_reads_two_ways_beside_a_clock_too(
    monkeypatch: pytest.MonkeyPatch, clock: dict[str, str]
) -> None:
    text = "03/04/2005" + (" at 10 h 30" if clock else "")
    day_first, month_first = Moment(**DAY, **clock), Moment(**DAY | {"month": "03", "day": "04"}, **clock)
    script = {text: day_first, HINTS["DMY"] + text: day_first, HINTS["MDY"] + text: month_first}
    reader, model = scripted_reader(monkeypatch, script)
    predict = model.predict

    def with_the_date_in_front(texts: list[str]):  # type: ignore[no-untyped-def]
        seen = predict(texts)
        for row, text in enumerate(texts):
            hint = len(text) - len(text.lstrip("".join(HINTS.values())))
            seen.tags[row, hint + len("03/04/2005") :, MOMENT.tags.index("date")] = 0
        return seen

    monkeypatch.setattr(model, "predict", with_the_date_in_front)
    (alone,) = reader.read([text], None)
    rest = "T10:30" if clock else ""
    assert alone.ambiguous
    assert {value for value, _ in alone.alternatives} == {f"2005-04-03{rest}", f"2005-03-04{rest}"}
    assert sum(share for _, share in alone.alternatives) == pytest.approx(1)
    (given,) = reader.read([text], "MDY")
    assert (given.value, given.ambiguous) == (f"2005-03-04{rest}", False)


def test_one_end_of_a_range_can_show_the_order_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "03/04/2005 - 15/04/2005"
    wrong = Moment(**DAY | {"month": "03", "day": "04"}, form=RANGE)
    script = {
        text: wrong,
        END_HINT + text: Moment(**DAY | {"day": "15"}),
        HINTS["DMY"] + text: Moment(**DAY, form=RANGE),
        END_HINT + HINTS["DMY"] + text: Moment(**DAY | {"day": "15"}),
    }
    reader, _ = scripted_reader(monkeypatch, script)
    (reading,) = reader.read([text], None)
    assert (reading.value, reading.ambiguous) == ("2005-04-03/2005-04-15", False)


def test_a_range_whose_month_has_a_name_reads_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "3 - 5 april 2005"
    script = {text: Moment(**DAY, form=RANGE), END_HINT + text: Moment(**DAY | {"day": "05"})}
    reader, _ = scripted_reader(monkeypatch, script)
    assert not reader.read([text], None)[0].ambiguous


def test_an_order_says_nothing_of_a_date_with_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "3 - 5 april 2005"
    script = {text: Moment(**DAY, form=RANGE), END_HINT + text: Moment(**DAY | {"day": "05"})}
    reader, _ = scripted_reader(monkeypatch, script)  # which knows no hint of an order
    assert reader.read([text], "MDY")[0].value == reader.read([text], None)[0].value == "2005-04-03/2005-04-05"


def test_a_value_is_read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "2005-04-03/2005-04-05"
    reader, _ = scripted_reader(monkeypatch, {text: Moment(**DAY), "2005?": Moment(year="2005", qualifier="?")})
    readings = reader.read([text, "2005?"], None)
    assert [(reading.value, reading.confidence == 1) for reading in readings] == [(text, True), ("2005?", False)]
    assert Result("2005?", *readings[1]).spans


def test_the_numbers_of_a_date_count_more_than_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    slip = Moment(**DAY | {"year": "2006"})
    odd = Moment(**DAY | {"day": "30"})
    script = {"2005-04-03": slip, "13/13/2005": Moment(**DAY | {"month": "03"}), "2005/30/4": odd}
    reader, _ = scripted_reader(monkeypatch, script)
    exact, excluded, unusual = reader.read(list(script), None)
    assert (exact.value, unusual.value) == ("2005-04-03", "2005-04-30")
    assert (excluded.value, str(excluded.reason)) == (None, "does not exist")


def test_a_day_that_does_not_exist_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, _ = scripted_reader(monkeypatch, {"31 april 2005": Moment(**DAY | {"day": "31"})})
    (reading,) = reader.read(["31 april 2005"], None)
    assert (reading.value, str(reading.reason)) == (None, "does not exist")


def test_the_map_of_a_range_shows_both_ends_and_no_group_that_states_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "3 - 5 april 2005"
    script = {text: Moment(**DAY, form=RANGE), END_HINT + text: Moment(**DAY | {"day": "05"})}
    reader, _ = scripted_reader(monkeypatch, script)
    (shown,) = reader.explain([text], None)
    assert shown.machine == "20050403R.G20050405P.G"
    assert shown.weights.shape == (22, len(text))
    assert {field.name for field in shown.fields} >= {"day", "end_day"}
