import dataclasses
import shutil
from pathlib import Path

import pytest

from datenorm.core.tasks import DATE
from datenorm.pipeline.options import DEFAULTS
from datenorm.pipeline.run_folder import RunFolder
from datenorm.pipeline.start import find_start, shaped_like
from datenorm.reading.preset import KERAS, load_preset

TIME, MOMENT = Path("time"), Path("moment")


@pytest.fixture
def run_of_dates(tmp_path: Path) -> RunFolder:
    """A run of the task of dates that spends no step on the hyphens."""
    run = RunFolder(Path(shutil.copytree(load_preset("moment").folder, tmp_path / "run")))
    config = run.read_config()
    shape = dataclasses.replace(config.model, separators=tuple((place, 0) for place, _ in DATE.separators))
    run.write_config(dataclasses.replace(config, task=DATE, model=shape))
    return run


def test_options_take_the_shape_of_the_start() -> None:
    preset = load_preset("moment")
    shape = RunFolder(preset.folder).read_config().model
    other = dataclasses.replace(DEFAULTS["moment"], encoder_units=7, word_rows=0, skip_separators=True, batch_size=9)
    options = shaped_like(other, MOMENT)
    assert options.shape(preset.task, preset.machine_vocab) == shape
    assert options.batch_size == 9


def test_attention_can_be_another_one_than_that_of_the_start() -> None:
    options = dataclasses.replace(shaped_like(DEFAULTS["moment"], MOMENT), attention="dot")
    assert find_start(MOMENT, options).folder == load_preset("moment").folder


def test_preset_is_found_by_its_name_and_a_run_by_its_path(tmp_path: Path) -> None:
    preset = load_preset("time")
    run = shutil.copytree(preset.folder, tmp_path / "run")
    assert find_start(TIME, DEFAULTS["time"]).folder == preset.folder
    assert find_start(run, DEFAULTS["time"]).folder == run


def test_start_of_another_task_is_refused() -> None:
    with pytest.raises(ValueError, match=r"of the task date to start from\. Received: one of time"):
        find_start(TIME, DEFAULTS["date"])


@pytest.mark.parametrize("units", ["encoder_units", "decoder_units"])
def test_more_units_than_those_of_the_start_are_refused(units: str) -> None:
    options = shaped_like(DEFAULTS["time"], TIME)
    most = getattr(options, units)
    find_start(TIME, dataclasses.replace(options, **{units: most - 1}))
    with pytest.raises(ValueError, match=f"expected {units} of at most the {most} to start from. Received: {most + 1}"):
        find_start(TIME, dataclasses.replace(options, **{units: most + 1}))


def test_rows_of_words_are_those_of_the_start_or_a_multiple() -> None:
    options = shaped_like(DEFAULTS["moment"], MOMENT)
    find_start(MOMENT, dataclasses.replace(options, word_rows=2 * options.word_rows))
    for rows in (0, 31, options.word_rows // 2):
        with pytest.raises(ValueError, match=f"expected the {options.word_rows} word_rows.*Received: {rows}$"):
            find_start(MOMENT, dataclasses.replace(options, word_rows=rows))


def test_words_can_be_added_to_a_start_that_has_none() -> None:
    find_start(TIME, dataclasses.replace(DEFAULTS["time"], embedding_units=3, word_rows=31))


def test_run_that_was_not_finished_is_refused(tmp_path: Path) -> None:
    run = shutil.copytree(load_preset("time").folder, tmp_path / "run", ignore=shutil.ignore_patterns(KERAS))
    with pytest.raises(FileNotFoundError, match=f"{run} has no {KERAS} to start from: its training did not finish"):
        find_start(run, DEFAULTS["time"])


def test_weights_are_enough_to_start_from(tmp_path: Path) -> None:
    run = shutil.copytree(load_preset("time").folder, tmp_path / "run", ignore=shutil.ignore_patterns("*.onnx"))
    start = find_start(run, DEFAULTS["time"])
    assert (start.folder, len(start.digest)) == (run, 12)
    with pytest.raises(FileNotFoundError, match=r"has no model\.onnx"):
        load_preset(run)


def test_training_of_moments_starts_from_dates_and_from_no_times(run_of_dates: RunFolder) -> None:
    assert find_start(run_of_dates.path, DEFAULTS["moment"]).task is DATE
    assert shaped_like(DEFAULTS["moment"], run_of_dates.path).encoder_units == 48
    with pytest.raises(ValueError, match=r"of the task date or moment to start from\. Received: one of time"):
        find_start(TIME, DEFAULTS["moment"])


@pytest.mark.parametrize("task", ["date", "moment"])
def test_the_part_of_a_preset_is_no_start_and_the_whole_is_named(task: str) -> None:
    with pytest.raises(ValueError, match=r"--task moment --start-from moment\. Received: date, .* a part of moment"):
        find_start(Path("date"), DEFAULTS[task])


def test_dates_that_were_written_with_their_separators_begin_no_moment(run_of_dates: RunFolder) -> None:
    run = run_of_dates
    config = run.read_config()
    run.write_config(dataclasses.replace(config, model=dataclasses.replace(config.model, separators=())))
    assert find_start(run.path, DEFAULTS["date"]).task is DATE
    with pytest.raises(ValueError, match="Received: one of date"):
        find_start(run.path, DEFAULTS["moment"])
