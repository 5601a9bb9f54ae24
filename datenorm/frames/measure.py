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
        without_most: All frames, with the one that counted most erased.
        without_least: All frames, with the one that counted least erased.
    """

    together: float
    best_frame: float
    mean_frame: float
    without_most: float
    without_least: float


@dataclasses.dataclass(frozen=True)
class RegionScores:
    """What erasing does to pictures that were read exactly.

    Attributes:
        fields: How many fields were erased.
        changed: The share of the fields whose value changed when the region where they were read was erased.
        kept: The share of the pictures whose value stayed when as large a part elsewhere was erased.
    """

    fields: int
    changed: float
    kept: float


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
        order = together.frame_weights.argsort()
        erased = [reader.read_crop(_without_frame(crop.frames, int(number))) for number in (order[-1], order[0])]
        lines = (together, alone, mean, *erased)
        answers.append([crop.machine in {machine for machine, _ in line.readings} for line in lines])
    return BurstScores(*(float(share) for share in np.mean(answers, axis=0)))


def measure_regions(reader: FrameReader, studio: Studio, count: int) -> RegionScores:
    """Erase a field of each of `count` pictures where it was read, and in another try as large a part elsewhere."""
    changed, kept = [], []
    for _ in range(count):
        picture, machine = studio.picture()
        pixels = np.asarray(picture)
        found = reader.explain(pixels)
        if found.machine != machine:
            continue
        name, region = found.regions[studio.rng.integers(len(found.regions))]
        left, top, right, bottom = (round(edge) for edge in region)
        part = slice(max(0, top), bottom), slice(max(0, left), right)
        changed.append(reader.explain(_erased(pixels, part)).values.get(name) != found.values[name])
        height, width = bottom - top, right - left
        away = (top + len(pixels) // 2) % max(1, len(pixels) - height)
        other = slice(away, away + height), slice(max(0, left), max(0, left) + width)
        kept.append(reader.explain(_erased(pixels, other)).machine == machine)
    return RegionScores(len(changed), float(np.mean(changed or [False])), float(np.mean(kept or [False])))


def _without_frame(frames: np.ndarray, number: int) -> np.ndarray:
    """The frames with one of them grey."""
    erased = frames.copy()
    erased[number] = 128
    return erased


def _erased(pixels: np.ndarray, part: tuple[slice, slice]) -> np.ndarray:
    """The picture with a part in the mean colour of its first and last row, which lie above and below a line."""
    erased = pixels.copy()
    erased[part] = pixels[part][[0, -1]].reshape(-1, 3).mean(axis=0)
    return erased
