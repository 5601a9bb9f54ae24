"""Date part: the dates that a network of moments states, in the form of the task of dates."""

import pickle
from pathlib import Path
from typing import Any

import pytest
from support.scripted_model import HUMAN, MACHINE, ScriptedModel

from datenorm.core.hints import HINTS
from datenorm.core.moments import BEFORE, RANGE, Moment
from datenorm.core.tasks import DATE
from datenorm.core.vocab import write_vocabs
from datenorm.reading import preset as presets
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import CONFIG, ONNX, VOCABS, load_preset, preset_names, write_config

DAY = {"year": "1979", "month": "05", "day": "03"}


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of presets with one of moments, whose networks no test opens."""
    folder = tmp_path / "moment"
    folder.mkdir()
    write_config(folder, {"task": "moment", "min_confidence": 0.1})
    write_vocabs(folder / VOCABS, HUMAN, MACHINE)
    for name in (ONNX, *map("model-{}.onnx".format, (2, 3, 4))):
        (folder / name).write_bytes(b"weights")
    monkeypatch.setattr(presets, "_PRESETS", tmp_path)
    return folder


def dates(monkeypatch: pytest.MonkeyPatch, script: dict[str, Moment]) -> Normalizer:
    """A Normalizer of the date part, whose network says what the script has."""
    machines = {text: moment.to_machine() for text, moment in script.items()}
    monkeypatch.setattr("datenorm.reading.date_part.OnnxModel", lambda preset: ScriptedModel(machines))
    return Normalizer("date")


def test_the_name_of_the_date_opens_the_first_group_of_moments(shipped: Path) -> None:
    preset = load_preset("date")
    assert preset.folder == shipped
    assert preset.task is DATE
    assert preset.is_part
    assert preset.decoders == (8, 3)
    assert preset_names() == ["moment"]
    assert not load_preset("moment").is_part
    with pytest.raises(FileNotFoundError, match="date, moment"):
        load_preset("dates")


def test_a_preset_of_dates_comes_before_the_part(shipped: Path) -> None:
    own = shipped.parent / "date"
    own.mkdir()
    write_config(own, {"task": "date"})
    write_vocabs(own / VOCABS, HUMAN, MACHINE)
    (own / ONNX).write_bytes(b"weights")
    assert load_preset("date").folder == own
    assert not load_preset("date").is_part
    assert (own / CONFIG).exists()


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (Moment(**DAY), "1979-05-03"),
        (Moment(year="1979", month="05"), "1979-05"),
        (Moment(month="05", day="03"), "XXXX-05-03"),
        (Moment(year="1979", day="03"), "1979-XX-03"),
        (Moment(**DAY, hour="10", half=".", minute="30"), "1979-05-03"),
        (Moment(**DAY, qualifier="~"), "1979-05-03"),
        (Moment(year="1979", month="33"), "1979"),
        (Moment(year="1979", month="W0", day="7X"), "1979"),
        (Moment(year="1979", month="W0", day="75"), "1979-02-16"),
        (Moment(year="1979", month="D0", day="46"), "1979-02-15"),
        (Moment(year="1979", month="D3", day="66"), None),
        (Moment(month="W0", day="75"), None),
        (Moment(**DAY, form=RANGE), None),
        (Moment(**DAY, form=BEFORE), None),
        (Moment(year="197X"), None),
        (Moment(year="18XX"), None),
        (Moment(year="5780", month="04", day="12", calendar="W"), None),
        (Moment(year="0044", calendar="B"), None),
        (Moment(day="15"), None),
        (Moment(hour="10", half=".", minute="30"), None),
        (Moment(amount="+0003", unit="D"), None),
        (Moment(month="02", day="30"), None),
    ],
)
def test_only_what_a_date_can_say_is_a_date(monkeypatch: pytest.MonkeyPatch, moment: Moment, value: str | None) -> None:
    result = dates(monkeypatch, {"text": moment}).normalize("text")
    assert result.value == value
    assert result.reason == (None if value else "no date in it")
    assert set(result.spans) <= {"year", "month", "day"}


@pytest.mark.usefixtures("shipped")
def test_orders_and_columns_are_read_as_of_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    script = {"03/04/2005": Moment(year="2005", month="04", day="03")}
    normalizer = dates(monkeypatch, script | {HINTS["MDY"] + "03/04/2005": Moment(year="2005", month="04", day="03")})
    result = normalizer.normalize("03/04/2005")
    assert result.ambiguous
    assert {value for value, _ in result.alternatives} == {"2005-04-03", "2005-03-04"}
    assert normalizer.normalize("03/04/2005", "MDY").value == "2005-03-04"
    column = normalizer.normalize_batch(["03/04/2005", "04/13/2005"], "infer")
    assert column[0].value == "2005-03-04"
    with pytest.raises(ValueError, match="expected no reference beside the task date"):
        normalizer.normalize("03/04/2005", reference="2020-01-01")


@pytest.mark.usefixtures("shipped")
def test_a_map_has_a_row_for_each_character_of_a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    attention_map = dates(monkeypatch, {"3 may 1979": Moment(**DAY)}).explain("3 May 1979")
    assert attention_map.machine == "1979-05-03"
    sums: Any = attention_map.weights.sum(axis=1)
    assert sums.tolist() == pytest.approx([1, 1, 1, 1, 0, 1, 1, 0, 1, 1], abs=1e-5)
    assert {field.name for field in attention_map.fields} == {"year", "month", "day"}


@pytest.mark.usefixtures("shipped")
def test_the_part_is_pickled_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    again = pickle.loads(pickle.dumps(dates(monkeypatch, {})))
    assert again.task is DATE
    assert again.preset.is_part
