"""Layers: the convolutions over each frame, and the attention that joins the frames of a burst."""

from typing import Any

import keras
from keras import ops

from datenorm.training.encoders import TemporalAttention
from datenorm.training.tensors import Shape, Tensor


@keras.saving.register_keras_serializable(package="datenorm")
class FrameEncoder(keras.layers.Layer):
    """A small convolutional network that turns each frame into the features of its columns, its regions.

    Each block is `relu(norm(convolution(x)))`, 3 by 3. The first two are followed by a maximum over 2 by 2, the block
    before the last by one over 2 by 1. Then the rows of a column are joined, and projected to `units` features.

    Args:
        channels: Of each block, four or more.
        units: Features of a column.

    Call arguments:
        frames: Shape `(B, T, height, width, colours)`. The height is a multiple of 8, the width of 4.
        training: Whether the norms use the statistics of the batch.

    Output:
        Shape `(B, T, width / 4, units)`.

    Reference:
        He et al. 2015 (arXiv:1502.01852) for the initial weights; Ioffe, Szegedy 2015 (arXiv:1502.03167) for the norms.
    """

    def __init__(self, channels: tuple[int, ...], units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if len(channels) < 4:
            raise ValueError(f"expected the channels of at least four blocks. Received: {channels}")
        self.channels = tuple(channels)
        self.units = units
        self.convolutions = [
            keras.layers.Conv2D(
                size, 3, padding="same", use_bias=False, kernel_initializer="he_normal", name=f"convolution_{i}"
            )
            for i, size in enumerate(self.channels)
        ]
        self.norms = [
            keras.layers.BatchNormalization(momentum=0.98, name=f"norm_{i}") for i in range(len(self.channels))
        ]
        self.pools = {0: (2, 2), 1: (2, 2), len(self.channels) - 2: (2, 1)}
        self.projection = keras.layers.Dense(units, name="projection")

    def build(self, frames_shape: Shape) -> None:
        """Create the weights for this input shape."""
        height, colours = frames_shape[2] or 0, frames_shape[4]
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            convolution.build((None, None, None, colours))
            colours = convolution.filters
            norm.build((None, None, None, colours))
        self.projection.build((None, None, height // 8 * (colours or 0)))
        self.built = True

    def call(self, frames: Tensor, training: bool = False) -> Tensor:
        """The features of the columns of every frame."""
        batch_size, count, height, width, colours = ops.shape(frames)
        features = ops.reshape(frames, (-1, height, width, colours))
        for number, (convolution, norm) in enumerate(zip(self.convolutions, self.norms, strict=True)):
            features = ops.relu(norm(convolution(features), training=training))
            if number in self.pools:
                features = ops.max_pool(features, self.pools[number], self.pools[number])
        columns = ops.transpose(features, (0, 2, 1, 3))  # (B * T, width / 4, height / 8, channels)
        columns = ops.reshape(columns, (batch_size, count, width // 4, height // 8 * self.channels[-1]))
        return self.projection(columns)

    def compute_output_shape(self, frames_shape: Shape) -> Shape:
        """The shape of the features."""
        width = frames_shape[3]
        return (*frames_shape[:2], None if width is None else width // 4, self.units)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "channels": self.channels, "units": self.units}


@keras.saving.register_keras_serializable(package="datenorm")
class FrameFusion(keras.layers.Layer):
    """Joins the frames of a burst: each column takes what it needs from the frames in which it is legible.

    1. The same column of all frames is a sequence over time. `TemporalAttention` lets each frame look at all of them.
    2. The output is the mean of what the frames see; of a causal attention, what the last frame sees.

    There is no residual path around the attention: what a frame of weight 0 shows changes nothing.

    Args:
        heads: Of the attention.
        causal: Whether a frame sees only itself and earlier frames, as in a running stream.

    Call arguments:
        columns: Shape `(B, T, columns, features)`.
        mask: Shape `(B, T)`, bool, False where there is no frame. Each row has at least one True; with `causal`, the
            last one.

    Output:
        joined: Shape `(B, columns, features)`.
        frame_weights: Shape `(B, T, columns)`: how much of each column was taken from each frame, the mean over the
            heads. They sum to 1 over the frames and are exactly 0 where there is none.
    """

    def __init__(self, heads: int, causal: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heads = heads
        self.causal = causal
        self.attention = TemporalAttention(heads, causal=causal, name="attention")
        self.supports_masking = True

    def build(self, columns_shape: Shape, mask_shape: Shape | None = None) -> None:
        """Create the weights for this input shape."""
        self.attention.build((None, columns_shape[1], columns_shape[3]))
        self.built = True

    def call(self, columns: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The columns of all frames together, and the weights of the frames."""
        batch_size, count, width, features = ops.shape(columns)
        over_time = ops.reshape(
            ops.transpose(columns, (0, 2, 1, 3)), (-1, count, features)
        )  # (B * columns, T, features)
        visible = ops.repeat(ops.cast(mask, "bool"), width, axis=0)  # (B * columns, T)
        seen, weights = self.attention(over_time, mask=visible, return_attention_scores=True)
        if self.causal:
            joined, shares = seen[:, -1], ops.mean(weights[:, :, -1], axis=1)
        else:
            present = ops.cast(visible, seen.dtype)
            present = present / ops.sum(present, axis=1, keepdims=True)
            joined = ops.sum(seen * present[..., None], axis=1)
            shares = ops.sum(ops.mean(weights, axis=1) * present[..., None], axis=1)  # (B * columns, T)
        frame_weights = ops.transpose(ops.reshape(shares, (batch_size, width, count)), (0, 2, 1))
        return ops.reshape(joined, (batch_size, width, features)), frame_weights

    def compute_mask(self, *_: Any, **__: Any) -> tuple[None, None]:
        """No masks: no column is padding."""
        return None, None

    def compute_output_shape(self, columns_shape: Shape, mask_shape: Shape | None = None) -> tuple[Shape, Shape]:
        """The shapes of the joined columns and of the weights of the frames."""
        batch_size, count, width, features = columns_shape
        return (batch_size, width, features), (batch_size, count, width)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "heads": self.heads, "causal": self.causal}
