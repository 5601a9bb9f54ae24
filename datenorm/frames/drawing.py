"""Drawing: batches of samples, drawn in processes of their own while a network learns."""

import dataclasses
from typing import Any, Literal

import numpy as np

from datenorm.frames.backgrounds import all_backgrounds
from datenorm.frames.fonts import all_fonts
from datenorm.frames.samples import Crop, Patch, Studio, crop_batches, split_fonts

Part = Literal["locator", "reader"]
"""Which of the two networks."""

Batch = tuple[Any, Any]
"""Inputs and labels."""

_FRAMES = 5


@dataclasses.dataclass(frozen=True)
class FramesOptions:
    """How to train.

    Attributes:
        samples: How many to learn from.
        seed: Of fonts, backgrounds and samples.
        batch_size: Crops, or patches, in a batch.
        bursts: The share of the batches that are bursts, after the first third of the training.
        uses: How often each batch is learned, since drawing one takes as long as learning it.
        drawers: Processes that draw samples.
    """

    samples: int = 1_000_000
    seed: int = 0
    batch_size: int = 32
    bursts: float = 0.15
    uses: int = 2
    drawers: int = 1


def reader_batch(crops: list[Crop], rng: np.random.Generator) -> Batch:
    """What the reader learns from crops of one width: inputs and labels.

    Some frames of a burst are left out, so that bursts of every length are learned.
    """
    frames = np.stack([crop.frames for crop in crops])
    mask = np.ones(frames.shape[:2], bool)
    if frames.shape[1] > 1:
        kept = rng.integers(2, frames.shape[1] + 1, len(crops))
        mask = np.arange(frames.shape[1]) < kept[:, None]
    inputs = {"frames": frames, "mask": mask}  # uint8 until they are learned, so that they travel cheaply
    return inputs, {"characters": np.stack([crop.characters for crop in crops])}


def locator_batch(patches: list[Patch]) -> Batch:
    """What the locator learns from patches: pictures and labels, shape (B, rows, columns, 3)."""
    pictures = np.stack([patch.picture for patch in patches])
    labels = [np.stack([patch.is_stamp, patch.log_cap, patch.offset], axis=-1) for patch in patches]
    return pictures, np.stack(labels)


def draw(part: Part, options: FramesOptions, seed: int, channel: Any, phase: Any) -> None:
    """Draw batches until the process is ended.

    Args:
        part: For which network.
        options: How many samples, and which.
        seed: Of the samples.
        channel: The queue that takes the batches.
        phase: A shared number: how far the training is, from 0 to 1.
    """
    fonts, _ = split_fonts(all_fonts(options.seed))
    studio = Studio(fonts, all_backgrounds(options.seed), seed)
    if part == "locator":
        while True:
            channel.put(locator_batch([studio.patch() for _ in range(options.batch_size)]))
    single = crop_batches(studio, options.batch_size)
    bursts = crop_batches(studio, max(1, options.batch_size // 4), _FRAMES, spoiled=0.6)
    while True:
        late = phase.value > 1 / 3
        crops = next(bursts if late and studio.rng.random() < options.bursts else single)
        channel.put(reader_batch(crops, studio.rng))
