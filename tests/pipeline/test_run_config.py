import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.architectures import ARCHITECTURES
from datenorm.core.hyperparameters import NetworkShape, TrainingConfig
from datenorm.core.tasks import TASKS
from datenorm.pipeline.run_config import RunConfig, generated
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.calibration import Calibration
from datenorm.reading.preset import load_preset, preset_names

COUNTS, SHARES, WORDS = st.integers(1, 10**6), st.floats(0, 1), st.text(max_size=9)
SHAPES = st.builds(
    lambda architecture, **sizes: NetworkShape(encoder=architecture[0], attention=architecture[1], **sizes),
    st.sampled_from(ARCHITECTURES),
    embedding_units=COUNTS,
    ngram_rows=st.integers(0, 9),
    word_rows=st.integers(0, 9),
    separators=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))).map(tuple),
)
CONFIGS = st.builds(
    RunConfig,
    task=st.sampled_from(list(TASKS.values())),
    model=SHAPES,
    training=st.builds(
        TrainingConfig, epochs=COUNTS, batch_size=COUNTS, learning_rate=SHARES, weight_decay=SHARES, seed=st.integers()
    ),
    data=st.builds(generated, COUNTS, streams=st.booleans()) | st.dictionaries(WORDS, COUNTS | WORDS),
    argv=st.lists(WORDS).map(tuple),
    versions=st.dictionaries(WORDS, WORDS),
    start_from=st.none() | st.text(min_size=1),
    start_share=SHARES,
    calibration=st.none() | st.builds(Calibration, slope=SHARES, offset=SHARES),
    min_confidence=SHARES,
    asked_in_vain=SHARES,
)


@given(CONFIGS)
def test_config_is_the_same_after_json(config: RunConfig) -> None:
    assert RunConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


@pytest.mark.parametrize("name", preset_names())
def test_config_of_every_preset_is_read_whole(name: str) -> None:
    preset = load_preset(name)
    shown = json.loads(json.dumps(RunFolder(preset.folder).read_config().to_json()))
    for section, entries in preset.config.items():
        if section != "format":
            assert shown[section] == (shown[section] | entries if isinstance(entries, dict) else entries), section


@pytest.mark.parametrize("streams", [False, True])
def test_size_is_that_of_the_generated_data(streams: bool) -> None:
    config = RunConfig.from_json(entries(data=generated(7, streams=streams)))
    assert (config.size, config.streamed) == (7, 7 if streams else None)


def test_given_data_set_has_no_size_that_was_asked_for() -> None:
    config = RunConfig.from_json(entries(data={"dataset": "mine.json", "pairs": 9}))
    assert (config.size, config.streamed) == (None, None)


def test_uncalibrated_config_differs_in_the_calibration_alone() -> None:
    plain = RunConfig.from_json(entries())
    calibrated = RunConfig.from_json(entries(calibration={"slope": 2.0, "offset": 1.0}, min_confidence=0.4))
    assert calibrated != plain
    assert calibrated.uncalibrated() == plain


def entries(**others: Any) -> dict[str, Any]:
    training = {"epochs": 1, "batch_size": 2, "learning_rate": 0.5, "weight_decay": 0}
    return {"task": "time", "model": {}, "training": training, "data": {}} | others


@pytest.mark.parametrize(
    ("others", "complaint"),
    [
        ({"task": "moon"}, "Received: 'moon'"),
        ({"model": None}, "expected a JSON object called model. Received: None"),
        ({"model": {"encoder": "moon"}}, "encoders .* Received: 'moon'"),
        ({"model": {"layers": 3}}, "expected model to have encoder, .* Received: layers"),
        ({"training": {"epochs": 1}}, "expected training to have epochs, .* Received: epochs"),
        ({"training": entries()["training"] | {"epochs": "3"}}, "expected epochs of training to be of type int"),
        ({"training": entries()["training"] | {"guidance": None}}, "expected guidance of training to be of type float"),
        ({"calibration": {"slope": "steep"}}, "expected slope of calibration to be of type float. Received: 'steep'"),
    ],
)
def test_odd_entries_are_refused_by_name(others: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        RunConfig.from_json(entries(**others))
