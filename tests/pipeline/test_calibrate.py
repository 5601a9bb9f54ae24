import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from datenorm.pipeline.calibrate import calibrate
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.calibration import Calibration
from datenorm.reading.preset import load_preset

TIMES = [f"{hour}:{minute:02d}" for hour in range(24) for minute in (0, 17)]
TEXTS = [*TIMES, *"a quick brown fox ate nine eggs".split()]


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """A run whose answers to the first texts are right, and to the last, which state nothing, mostly wrong."""
    run = RunFolder(Path(shutil.copytree(load_preset("time").folder, tmp_path / "run")))
    cases = [{"text": text, "expected": f"{text:0>5}" if text in TIMES else None} for text in TEXTS]
    run.write_cases(cases, cases)
    return run


def test_calibration_is_fitted_on_what_the_network_itself_says(run: RunFolder) -> None:
    config = run.read_config()
    run.write_config(config.uncalibrated())
    results = run.normalizer().normalize_batch(TEXTS)
    correct = np.array([result.text in TIMES and result.value == f"{result.text:0>5}" for result in results])
    run.write_config(config)
    calibrate(run)
    calibrated = run.read_config()
    expected = Calibration.fit(np.array([result.confidence for result in results]), correct)
    assert calibrated.calibration == expected
    assert 0 < calibrated.min_confidence < 1
    assert calibrated.uncalibrated() == config.uncalibrated()


def test_calibrating_again_changes_nothing(run: RunFolder) -> None:
    calibrate(run)
    once = (run.path / "config.json").read_bytes()
    calibrate(run)
    assert (run.path / "config.json").read_bytes() == once


def test_texts_that_all_state_something_need_no_least_confidence(run: RunFolder) -> None:
    cases = [{"text": text, "expected": f"{text:0>5}"} for text in TIMES]
    run.write_cases(cases, cases)
    calibrate(run)
    assert run.read_config().min_confidence == 0
    assert json.loads((run.path / "config.json").read_text())["calibration"].keys() == {"slope", "offset"}
    assert dataclasses.replace(run.read_config(), calibration=None) == run.read_config().uncalibrated()
