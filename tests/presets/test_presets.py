"""The presets that ship: how many held-out cases they read, and where their attention falls."""

import functools
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from datenorm.corpus.data_folder import held_out_name
from datenorm.evaluation.alignment import FieldAttention, all_spans_exact, mean, measure_attention
from datenorm.evaluation.cases import Case, read_cases
from datenorm.evaluation.scores import evaluate
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import preset_names

DATA = Path(__file__).parents[2] / "data"

LEAST_EXACT = {
    "time": {"string": 0.999, "pattern": 0.995},
    "date": {
        "date": 0.955,
        "date, in running text": 0.915,
        "date, with noise": 0.93,
        "date, one typing error": 0.78,
        "date, one OCR confusion": 0.855,
        "pattern or region": 0.94,
        "non-date": 0.99,
    },
    "moment": {
        "moment": 0.94,
        "moment, with noise": 0.905,
        "moment, among words": 0.87,
        "pattern or region": 0.945,
        "no moment": 0.98,
    },
}
"""Preset, or part of one -> kind of held-out case -> the least share that is read exactly."""

LEAST_ATTENTION = {
    "time": {"alignment": 0.98, "pointing": 0.99, "spans": 0.98},
    # Learned queries look at the mark of an era less: the span of the year in "พ.ศ. 2574" is mostly 2574.
    "date": {"alignment": 0.97, "pointing": 0.99, "spans": 0.95},
    "moment": {"alignment": 0.84, "pointing": 0.9, "spans": 0.8},
}
"""Preset -> the least share of the attention on the stating characters, of fields that point at one, of exact spans."""

LEAST_EFFECT = {"time": 2, "date": 2, "moment": 1.25}
"""Preset -> how many times as often as other characters those that are pointed at change an output when erased.

What states one end of a range bears on the other one, too: most of all on its minute, of which it is 1.3 times.
"""

ATTENTION_CASES = [("time", "string"), ("date", "date, with noise"), ("moment", "moment")]

FEWEST = 50
"""Of how many cases a field is judged. Some fields of moments are rare, and of fewer cases three decide."""


@functools.cache
def held_out_cases(name: str) -> dict[str, list[Case]]:
    """The held-out cases of a preset, or of a part, by their kind."""
    with (DATA / held_out_name(Normalizer(name).task)).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
    return {kind: [case for case in cases if case.fields["held_out"] == kind] for kind in LEAST_EXACT[name]}


def assert_read(name: str, step: int, slack: float = 0.0) -> None:
    """Check that enough of every `step`-th case are read exactly."""
    normalizer = Normalizer(name)
    for kind, least in LEAST_EXACT[name].items():
        outcomes = evaluate(normalizer, held_out_cases(name)[kind][::step])
        assert len(outcomes) * step >= 1000
        assert sum(outcome.is_exact for outcome in outcomes) / len(outcomes) >= least - slack, kind


@pytest.mark.parametrize(("name", "step"), [("time", 3), ("date", 3), ("moment", 3)])
def test_a_sample_of_the_held_out_cases_is_read(name: str, step: int) -> None:
    assert_read(name, step, slack=0.01)


@pytest.mark.slow
@pytest.mark.parametrize("name", LEAST_EXACT)
def test_the_held_out_cases_are_read(name: str) -> None:
    assert_read(name, step=1)


def assert_attention(measured: Sequence[FieldAttention], least: dict[str, float], effect: float) -> None:
    for field in {each.field for each in measured}:
        of_field = [each for each in measured if each.field == field]
        if len(of_field) < FEWEST:
            continue
        assert mean(of_field, "alignment") > least["alignment"], field
        assert mean(of_field, "pointing") > least["pointing"], field
        assert mean(of_field, "changed_by_erasing") > effect * mean(of_field, "changed_elsewhere"), field
    assert all_spans_exact(measured) >= least["spans"]


def test_every_preset_is_measured() -> None:
    assert set(preset_names()) <= LEAST_EXACT.keys() == LEAST_ATTENTION.keys()


@pytest.mark.parametrize(("name", "kind"), ATTENTION_CASES)
def test_attention_falls_on_the_characters_of_each_field_in_a_sample(name: str, kind: str) -> None:
    measured = measure_attention(Normalizer(name), held_out_cases(name)[kind][:300])
    assert len(measured) > 500
    least = {measure: share - 0.02 for measure, share in LEAST_ATTENTION[name].items()}
    assert_attention(measured, least, LEAST_EFFECT[name])


@pytest.mark.slow
@pytest.mark.parametrize(("name", "kind"), ATTENTION_CASES)
def test_attention_falls_on_the_characters_of_each_field(name: str, kind: str) -> None:
    measured = measure_attention(Normalizer(name), held_out_cases(name)[kind][:2500])
    assert len(measured) > 4000
    assert_attention(measured, LEAST_ATTENTION[name], LEAST_EFFECT[name])


@pytest.mark.parametrize("text", ["05.10.1973", "04.10.1995", "5. 6. 2033", "(7.12.1986)", "10.11.1970"])
def test_a_year_at_the_end_leaves_two_readings(text: str) -> None:
    result = Normalizer("date").normalize(text)
    first, second, year = re.findall(r"\d+", text)
    assert result.ambiguous
    assert {value for value, _ in result.alternatives} == {
        f"{year}-{int(month):02d}-{int(day):02d}" for day, month in ((first, second), (second, first))
    }
