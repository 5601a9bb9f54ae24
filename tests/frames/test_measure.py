from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from support.known_networks import KnownLocator, picture

from datenorm.frames.geometry import COLUMN, READER_HEIGHT
from datenorm.frames.measure import measure_bursts, measure_pictures, measure_regions
from datenorm.frames.preset import FramesPreset, write_frames_config
from datenorm.frames.reader import FrameReader
from datenorm.frames.samples import Crop, Studio
from datenorm.frames.task import CHARACTERS, NOTHING

MACHINE = "2021080915.41XX"
TEXT = "2021-08-09 15:41"


class BrightReader:
    """Reads a text wherever the crop is bright, from the brightest frame."""

    def run(self, _: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        frames = inputs["frames"]
        contrast = frames.std(axis=(1, 2, 3))
        best = int(contrast.argmax())
        columns = frames.shape[2] // COLUMN
        bright = frames[best].reshape(READER_HEIGHT, columns, COLUMN, 3).mean(axis=(0, 2, 3)) > 0
        characters = np.zeros((1, columns, 1 + len(CHARACTERS)), np.float32)
        characters[..., 0] = 1
        first = int(bright.argmax())
        for place, character in enumerate(TEXT):
            column = first + 3 * place + 1
            if character != " " and column < columns and bright[column]:
                characters[0, column] = 0
                characters[0, column, 1 + CHARACTERS.index(character)] = 1
        weights = np.zeros((len(frames), columns), np.float32)
        weights[best] = 1
        return [characters, weights]


class KnownStudio:
    """Draws the same picture and the same burst every time: one frame shows the line, the others are grey."""

    def __init__(self) -> None:
        self.rng = np.random.default_rng(0)

    def picture(self, states_nothing: float = 0.0) -> tuple[Image.Image, str]:
        pixels, _ = picture((40, 440, TEXT))
        return Image.fromarray(pixels * (1 - int(states_nothing))), NOTHING if states_nothing else MACHINE

    def crop(self, frames: int, spoiled: frozenset[int], states_nothing: float) -> Crop:
        assert states_nothing == 0
        width = 3 * COLUMN * (len(TEXT) + 2)
        line = np.zeros((READER_HEIGHT, width, 3), np.uint8)
        line[6:18, 12 : 12 + 3 * COLUMN * len(TEXT)] = 255
        grey = np.full_like(line, 128)
        legible = next(number for number in range(frames) if number not in spoiled)
        pixels = np.stack([line if number == legible else grey for number in range(frames)])
        return Crop(pixels, np.zeros(width // COLUMN, np.int32), MACHINE, np.zeros((7, width // COLUMN)))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FrameReader:
    write_frames_config(tmp_path, {"min_confidence": 0.1})
    networks: dict[str, Any] = {"locator.onnx": KnownLocator(), "reader.onnx": BrightReader()}
    for name in networks:
        (tmp_path / name).write_bytes(b"known")
    monkeypatch.setattr(FramesPreset, "open", lambda _, name: networks[name])
    return FrameReader(tmp_path)


@pytest.fixture
def known() -> Studio:
    studio: Any = KnownStudio()
    return studio


def test_pictures_with_and_without_a_stamp(reader: FrameReader, known: Studio) -> None:
    scores = measure_pictures(reader, known, 3)
    assert scores.exact == 1
    assert scores.invented == 0
    assert scores.confidences.shape == (3,)
    assert scores.seconds > 0


def test_a_burst_is_read_together_and_by_its_best_frame(reader: FrameReader, known: Studio) -> None:
    scores = measure_bursts(reader, known, 2)
    assert (scores.together, scores.best_frame) == (1, 1)
    # Erasing the frame that was pointed at takes the answer away; erasing another does not.
    assert (scores.without_most, scores.without_least) == (0, 1)


def test_erasing_a_region_takes_its_field_away_and_nothing_else(reader: FrameReader, known: Studio) -> None:
    scores = measure_regions(reader, known, 6)
    assert scores.fields == 6
    assert scores.changed > 0.8  # without its year, this line begins where the month is bright, and has the same year
    assert scores.kept == 1
