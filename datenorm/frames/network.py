"""Networks: the locator, which finds the line of a stamp, and the reader, which reads it from the frames."""

import dataclasses
from typing import Any

import keras

from datenorm.frames.geometry import READER_HEIGHT
from datenorm.frames.layers import FrameEncoder, FrameFusion
from datenorm.frames.task import CHARACTERS
from datenorm.training.encoders import BlockEncoder


@dataclasses.dataclass(frozen=True)
class ReaderConfig:
    """The sizes of the reader.

    Attributes:
        channels: Of each convolution of the `FrameEncoder`.
        units: Features of a column.
        heads: Of the attention over the frames.
        convolutions: Over the columns, each with twice the dilation of the last.
    """

    channels: tuple[int, ...] = (16, 32, 56, 80, 96)
    units: int = 96
    heads: int = 4
    convolutions: int = 4


def build_reader(config: ReaderConfig) -> keras.Model:
    """The network that reads the characters of a line from one or more frames.

        frames -> FrameEncoder -> FrameFusion -> BlockEncoder -> Dense

    Input:
        frames: Shape `(B, T, READER_HEIGHT, width, 3)`, float32, as `standardized` returns them.
        mask: Shape `(B, T)`, bool, False where there is no frame.

    Output:
        characters: Of each column, which character has its middle in it: distributions over nothing and `CHARACTERS`,
            shape `(B, columns, 1 + len(CHARACTERS))`.
        frame_weights: How much of each column was taken from each frame, shape `(B, T, columns)`.
    """
    frames = keras.Input((None, READER_HEIGHT, None, 3), name="frames")
    mask = keras.Input((None,), dtype="bool", name="mask")
    columns = FrameEncoder(config.channels, config.units, name="encoder")(frames)
    joined, frame_weights = FrameFusion(config.heads, name="fusion")(columns, mask)
    context = BlockEncoder(config.units, config.convolutions, name="context")(joined)
    characters = keras.layers.Dense(1 + len(CHARACTERS), activation="softmax", name="characters")(context)
    outputs = {"characters": characters, "frame_weights": frame_weights}
    return keras.Model({"frames": frames, "mask": mask}, outputs, name="reader")


@dataclasses.dataclass(frozen=True)
class LocatorConfig:
    """The sizes of the locator.

    Attributes:
        channels: Of each convolution. The first two halve the picture.
        dilations: Of each convolution after them.
    """

    channels: tuple[int, ...] = (12, 24, 28, 28, 28, 28)
    dilations: tuple[int, ...] = (1, 2, 4, 8)


def build_locator(config: LocatorConfig) -> keras.Model:
    """The network that says of each cell of a small picture whether a stamp covers it.

    Input:
        Shape `(B, height, width, 3)`, float32, in [-1, 1]; height and width are multiples of `CELL`.

    Output:
        Shape `(B, height / CELL, width / CELL, 3)`: the logit of a stamp, the logarithm of the height of its capital
        letters in pixels, and how far below the cell's middle the line's middle is, in heights of a capital letter.
    """
    picture = keras.Input((None, None, 3), name="picture")
    features: Any = picture
    dilations = (1, 1, *config.dilations)
    for i, (size, dilation) in enumerate(zip(config.channels, dilations, strict=True)):
        convolution = keras.layers.Conv2D(
            size,
            3,
            strides=2 if i < 2 else 1,
            dilation_rate=dilation,
            padding="same",
            use_bias=False,
            kernel_initializer="he_normal",
            name=f"convolution_{i}",
        )
        norm = keras.layers.BatchNormalization(momentum=0.98, name=f"norm_{i}")
        features = keras.layers.ReLU(name=f"relu_{i}")(norm(convolution(features)))
    cells = keras.layers.Conv2D(3, 1, name="cells")(features)
    return keras.Model(picture, cells, name="locator")
