"""Measurement: how well a reader reads stamps that were drawn, whole pictures and bursts."""

import dataclasses
import time

import numpy as np

from datenorm.frames.reader import FrameReader
from datenorm.frames.samples import Studio
from datenorm.frames.task import NOTHING, to_value


@dataclasses.dataclass(frozen=True)
class PictureScores:
    """How pictures were read.

    Attributes:
        exact: The share of the pictures with a stamp that got exactly its value, or it among the readings of an
            ambiguous date, in [0, 1].
        confidences: Of the answers to pictures without a stamp; 0 where there was none. Shape (pictures,).
        seconds: The processor's time for a picture, its median.
    """

    exact: float
    confidences: np.ndarray
    seconds: float

    @property
    def invented(self) -> float:
        """The share of the pictures without a stamp that got a value."""
        return float(np.mean(self.confidences > 0))


@dataclasses.dataclass(frozen=True)
class BurstScores:
    """The share of bursts that were read exactly, by each way to read them, in [0, 1].

    Attributes:
        together: All frames at once.
        best_frame: Each frame alone, and of these answers the most confident.
        mean_frame: The mean of the frames as one picture.
    """

    together: float
    best_frame: float
    mean_frame: float


def measure_pictures(reader: FrameReader, studio: Studio, count: int) -> PictureScores:
    """Read `count` pictures with a stamp and `count` without one."""
    exact, confidences, seconds = [], [], []
    for number in range(2 * count):
        picture, machine = studio.picture(states_nothing=number % 2)
        pixels = np.asarray(picture)
        started = time.process_time()
        result = reader.read(pixels)
        seconds.append(time.process_time() - started)
        if machine == NOTHING:
            confidences.append(result.confidence if result.value else 0.0)
        else:
            exact.append(to_value(machine) in {result.value, *(value for value, _ in result.alternatives)})
    return PictureScores(float(np.mean(exact)), np.array(confidences), float(np.median(seconds)))


def measure_bursts(reader: FrameReader, studio: Studio, count: int, frames: int = 5, spoiled: int = 3) -> BurstScores:
    """Read `count` bursts of which some frames are spoiled."""
    answers = []
    for _ in range(count):
        numbers = frozenset(map(int, studio.rng.permutation(frames)[:spoiled]))
        crop = studio.crop(frames, numbers, states_nothing=0)
        together = reader.read_crop(crop.frames)
        alone = max((reader.read_crop(frame[None]) for frame in crop.frames), key=lambda line: line.confidence)
        mean = reader.read_crop(crop.frames.mean(axis=0, keepdims=True).round().astype(np.uint8))
        answers.append([crop.machine in {machine for machine, _ in line.readings} for line in (together, alone, mean)])
    return BurstScores(*(float(share) for share in np.mean(answers, axis=0)))
