import json
from pathlib import Path

import pytest

from datenorm.frames.drawing import FramesOptions
from datenorm.frames.learn import learn_frames
from datenorm.frames.reader import FrameReader


@pytest.mark.slow
def test_a_short_training_leaves_a_folder_that_is_read_and_goes_on(tmp_path: Path) -> None:
    said: list[str] = []
    options = FramesOptions(samples=64, batch_size=8)
    card = learn_frames(tmp_path, options, said.append, measured=2)
    assert card == (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "Trained on 64 lines" in card
    assert 0 <= FrameReader(tmp_path).min_confidence <= 1
    assert json.loads((tmp_path / "options.json").read_text())["batch_size"] == 8
    # A training that is finished has nothing to learn, whatever it is asked for.
    before = (tmp_path / "reader.weights.h5").read_bytes()
    learn_frames(tmp_path, FramesOptions(samples=10_000), said.append, measured=2)
    assert json.loads((tmp_path / "reader.json").read_text())["samples"] == 64
    assert len((tmp_path / "reader.weights.h5").read_bytes()) == len(before)
