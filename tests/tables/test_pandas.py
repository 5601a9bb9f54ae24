import datetime as dt

import pandas as pd
import pytest
from support.scripted_model import scripted_normalizer

import datenorm
from datenorm.core.moments import Moment


def test_name_and_index_of_a_filtered_frame_are_kept() -> None:
    frame = pd.DataFrame({"id": range(6), "when": ["x", "3 May 1979", None, "13/07/2022", "12/07/2022", "2022-07-01"]})
    frame = frame[frame["id"] > 0].sort_values("id", ascending=False)
    frame["day"] = datenorm.to_datetime(frame["when"])
    assert frame["day"].dtype.kind == "M"
    days = {1: "1979-05-03", 3: "2022-07-13", 4: "2022-07-12", 5: "2022-07-01"}
    assert {row: str(day)[:10] for row, day in frame["day"].items() if day is not pd.NaT} == days
    assert frame["day"].isna().to_dict() == {5: False, 4: False, 3: False, 2: True, 1: False}
    assert datenorm.to_datetime(frame["when"]).name == "when"


@pytest.mark.parametrize("dtype", ["str", object, "category"])
def test_any_dtype_of_texts(dtype: object) -> None:
    series = pd.Series(["3 May 1979", None, "3 May 1979"], dtype=dtype)
    assert datenorm.to_datetime(series).tolist() == [pd.Timestamp("1979-05-03"), pd.NaT, pd.Timestamp("1979-05-03")]


def test_a_list_and_an_index_become_an_index() -> None:
    expected = pd.DatetimeIndex(["1979-05-03", pd.NaT])
    assert datenorm.to_datetime(["3 May 1979", None]).equals(expected)
    found = datenorm.to_datetime(pd.Index(["3 May 1979", None], name="when"))
    assert found.equals(expected)
    assert found.name == "when"


@pytest.mark.parametrize("column", [[], pd.Series([], dtype=object), pd.Series([None, float("nan")])])
def test_nothing_becomes_nothing(column: object) -> None:
    assert all(moment is pd.NaT for moment in datenorm.to_datetime(column))


def test_moments_stay_as_they_are() -> None:
    moments = [pd.Timestamp("2024-01-05 10:30"), dt.datetime(2024, 1, 5, 1), dt.date(2024, 1, 5)]
    expected = [pd.Timestamp(moment) for moment in moments]
    assert datenorm.to_datetime([*moments, "5 January 2024"]).tolist() == [*expected, pd.Timestamp("2024-01-05")]
    series = pd.Series(pd.to_datetime(["2024-01-05T10:30"]))
    assert datenorm.to_datetime(series).equals(series)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-05T10:30:15.25", "2024-01-05 10:30:15.25"),
        ("2024-01-05 10:30", "2024-01-05 10:30"),
        ("13/07/2022 10:30", "2022-07-13 10:30"),
        ("13/07/2022 9:05 PM", "2022-07-13 21:05"),
        ("10:30:01.5 13/07/2022", "2022-07-13 10:30:01.5"),
        ("13/07/2022 12:00 a.m.", "2022-07-13 00:00"),
        ("13/07/2022 10:30 +0200", "2022-07-13 10:30+02:00"),
    ],
)
def test_times_are_kept(text: str, moment: str) -> None:
    assert datenorm.to_datetime([text])[0] == pd.Timestamp(moment)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["3 May 1979", "page 3"], r"row 1: expected a whole date\. Received: 'page 3', no moment in it"),
        (["May 1979"], "which states 1979-05"),
        (["5 May"], "which states XXXX-05-05"),
        (["03/04/2005"], "which is 2005-.* or 2005-.*: decide with order= or locale="),
        (["13/07/2022 25:30"], "Received: '13/07/2022 25:30'"),
        (["3 May 1979", 5], "Received: 5, not text"),
    ],
)
def test_what_is_no_whole_day_is_refused_or_coerced(texts: list[object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        datenorm.to_datetime(texts)
    coerced = datenorm.to_datetime(texts, errors="coerce")
    assert coerced[-1] is pd.NaT
    assert len(coerced) == len(texts)


def test_a_time_that_the_date_part_cannot_read_is_refused() -> None:
    with pytest.raises(ValueError, match="whose time of day cannot be read"):
        datenorm.to_datetime(["13/07/2022 10:30 +0200"], task="date")


def test_an_order_or_a_locale_decides() -> None:
    assert datenorm.to_datetime(["03/04/2005"], order="DMY")[0] == pd.Timestamp("2005-04-03")
    assert datenorm.to_datetime(["03/04/2005"], locale="en_US")[0] == pd.Timestamp("2005-03-04")
    convention = datenorm.infer(["13/07/2022"])
    assert datenorm.to_datetime(["03/04/2005"], order=convention)[0] == pd.Timestamp("2005-04-03")


def test_zones_are_those_of_pandas() -> None:
    texts = ["2024-01-05T10:30+01:00", "2024-01-05T10:30+01:00"]
    assert datenorm.to_datetime(texts).equals(pd.DatetimeIndex(pd.to_datetime(texts)))
    mixed = pd.Series(["2024-01-05T10:30+01:00", "5 January 2024", None, "2024-01-05T10:30-05:00"])
    with pytest.raises(ValueError, match="utc=True"):
        datenorm.to_datetime(mixed)
    found = datenorm.to_datetime(mixed, utc=True)
    assert str(found.dtype).endswith("UTC]")
    assert [str(moment)[:16] for moment in found.dropna()] == [
        *("2024-01-05 09:30", "2024-01-05 00:00", "2024-01-05 15:30")
    ]


@pytest.mark.parametrize("column", ["3 May 1979", 5, None, {"a"}])
def test_other_things_are_refused(column: object) -> None:
    with pytest.raises(TypeError, match="expected a Series, an Index or a list"):
        datenorm.to_datetime(column)
    with pytest.raises(ValueError, match="expected errors="):
        datenorm.to_datetime(["3 May 1979"], errors="ignore")
    with pytest.raises(ValueError, match="expected a preset or run that reads dates"):
        datenorm.to_datetime(["3 May 1979"], task="time")


DAY = {"year": "1979", "month": "05", "day": "03"}
SCRIPT = {
    "day": Moment(**DAY),
    "mai 3 1979 14h30": Moment(**DAY, hour="14", half=".", minute="30"),
    "zone": Moment(**DAY, hour="22", half=".", minute="30", second="05", zone="+0100"),
    "3 may 1979 at 10:30:01.25": Moment(**DAY, hour="10", half=".", minute="30", second="01"),
    "at 5": Moment(**DAY, hour="05", half="X", minute="00"),
    "about": Moment(**DAY, qualifier="~"),
    "month": Moment(year="1979", month="05"),
    "clock": Moment(hour="10", half=".", minute="30"),
    "yesterday": Moment(amount="-0001", unit="D"),
    "1979-05-03t23:59:60z": Moment(**DAY, hour="23", half=".", minute="59", second="60", zone="Z0000"),
}


def test_moments_keep_their_times(monkeypatch: pytest.MonkeyPatch) -> None:
    task = scripted_normalizer(monkeypatch, SCRIPT)
    texts = ["day", "mai 3 1979 14h30", None, "2024-01-05T10:30", "3 May 1979 at 10:30:01.25"]
    times = ["1979-05-03", "1979-05-03 14:30", None, "2024-01-05 10:30", "1979-05-03 10:30:01.25"]
    assert datenorm.to_datetime(texts, task=task).tolist() == [pd.Timestamp(time) for time in times]


def test_a_leap_second_is_the_one_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (moment,) = datenorm.to_datetime(["1979-05-03T23:59:60Z"], task=scripted_normalizer(monkeypatch, SCRIPT))
    assert moment == pd.Timestamp("1979-05-03 23:59:59Z")


def test_moments_keep_their_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    task = scripted_normalizer(monkeypatch, SCRIPT)
    assert datenorm.to_datetime(["zone"], task=task)[0] == pd.Timestamp("1979-05-03 22:30:05+01:00")
    with pytest.raises(ValueError, match="mix tz-aware"):
        datenorm.to_datetime(["zone", "day"], task=task)
    assert [str(time) for time in datenorm.to_datetime(["zone", "day"], task=task, utc=True)] == [
        *("1979-05-03 21:30:05+00:00", "1979-05-03 00:00:00+00:00")
    ]


def test_relative_texts_count_from_their_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    task = scripted_normalizer(monkeypatch, SCRIPT)
    series = pd.Series(["yesterday", None, "yesterday"], index=[3, 4, 5])
    assert str(datenorm.to_datetime(series, task=task, reference="2020-01-01")[5].date()) == "2019-12-31"
    references = pd.Series(pd.to_datetime(["2020-01-01", "2021-01-01", "2022-01-01"]))
    found = datenorm.to_datetime(series, task=task, reference=references)
    assert [str(time)[:10] for time in found] == ["2019-12-31", "NaT", "2021-12-31"]
    with pytest.raises(ValueError, match=r"expected a reference for each of 3 rows\. Received: 1"):
        datenorm.to_datetime(series, task=task, reference=["2020-01-01"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at 5", "which is 1979-05-03T05:00 or 1979-05-03T17:00$"),
        ("about", "which states 1979-05-03~"),
        ("month", "which states 1979-05$"),
        ("clock", "which states 10:30"),
        ("yesterday", "needs a reference"),
    ],
)
def test_what_is_no_single_moment_is_refused(monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    task = scripted_normalizer(monkeypatch, SCRIPT)
    with pytest.raises(ValueError, match=words):
        datenorm.to_datetime([text], task=task)
    assert datenorm.to_datetime([text], task=task, errors="coerce")[0] is pd.NaT
