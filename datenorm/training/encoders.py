"""The encoders that read all characters in parallel: convolutions and self-attention over time."""

from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.scores import MASKED_ENERGY, head_units, split_heads
from datenorm.training.tensors import Shape, Tensor

_LONGEST_WAVE = 10_000  # over 2 pi, in positions: Vaswani et al. 2017


@keras.saving.register_keras_serializable(package="datenorm")
class TemporalAttention(keras.layers.Layer):
    """Multi-head scaled dot product attention of each time step to all time steps.

    1. positions are added to the features: `x_t = inputs_t + p_t`;
    2. each head has its own queries, keys and values: `q_t, k_t, v_t = Q x_t, K x_t, V x_t`;
    3. attention weights: `a_ts = softmax_s(q_t^T k_s / sqrt(units))` over the steps that `t` can see;
    4. output: `O` of the concatenated sums `sum_s a_ts v_s` of all heads.

    Args:
        heads: Number of heads. Each has `features / heads` units, rounded up.
        learned_positions: How many positions to learn, at least as many as there are time steps. 0 takes sinusoids
            instead, for any number of steps: `sin(t / 10000^(2i / features))` at feature 2i, the cosine at 2i + 1.
        causal: Whether a step sees only itself and the steps before it.

    Call arguments:
        inputs: Shape `(B, T, features)`.
        mask: Shape `(B, T)`, bool, False at the steps that no step can see. None lets every step be seen.
        return_attention_scores: Whether to return the attention weights too.

    Output:
        Shape `(B, T, features)`; and, if asked for, the attention weights, shape `(B, heads, T, T)`. Each row sums to
        1 and is exactly 0 at the steps that are hidden. A step that can see none at all has a row of zeros.

    Reference:
        Vaswani et al.: Attention Is All You Need, NeurIPS 2017 (arXiv:1706.03762), sections 3.2 and 3.5.
    """

    def __init__(self, heads: int, learned_positions: int = 0, causal: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heads = heads
        self.learned_positions = learned_positions
        self.causal = causal
        self.supports_masking = True

    def build(self, inputs_shape: Shape) -> None:
        """Create the weights for this input shape."""
        features = inputs_shape[-1] or 0
        self.units = head_units(features, self.heads)
        if self.learned_positions:
            self.position_embeddings = self.add_weight(
                (self.learned_positions, features), initializer="random_normal", name="P"
            )
        wide = self.heads * self.units
        self.Q, self.K, self.V = (keras.layers.Dense(wide, use_bias=False, name=name) for name in "QKV")
        self.O = keras.layers.Dense(features, use_bias=False, name="O")
        for layer in (self.Q, self.K, self.V):
            layer.build(inputs_shape)
        self.O.build((None, None, wide))
        self.built = True

    def call(self, inputs: Tensor, mask: Tensor | None = None, return_attention_scores: bool = False) -> Tensor:
        """What each step sees of the others."""
        batch_size, steps, features = ops.shape(inputs)
        inputs = inputs + self._positions(steps, features)
        queries, keys, values = (split_heads(layer(inputs), self.heads) for layer in (self.Q, self.K, self.V))
        visible = ops.ones((1, steps), "bool") if mask is None else ops.cast(mask, "bool")
        visible = visible[:, None, None]  # (B, 1, 1, T)
        if self.causal:
            times = ops.arange(steps)
            visible = ops.logical_and(visible, times[:, None] >= times)  # (B, 1, T, T)
        energies = ops.matmul(queries, ops.swapaxes(keys, 2, 3)) / self.units**0.5  # (B, heads, T, T)
        weights = ops.softmax(energies + ops.where(visible, 0.0, MASKED_ENERGY), axis=-1)
        weights = weights * ops.cast(visible, weights.dtype)  # softmax gives weights even where no step is visible
        seen = ops.transpose(ops.matmul(weights, values), (0, 2, 1, 3))  # (B, T, heads, units)
        outputs = self.O(ops.reshape(seen, (batch_size, steps, self.heads * self.units)))
        return (outputs, weights) if return_attention_scores else outputs

    def _positions(self, steps: Tensor, features: int) -> Tensor:
        """Shape `(steps, features)`."""
        if self.learned_positions:
            if isinstance(steps, int) and steps > self.learned_positions:
                raise ValueError(f"expected at most {self.learned_positions} time steps. Received: {steps}")
            return self.position_embeddings[:steps]
        rates, phases = waves(features)
        return ops.sin(ops.arange(steps, dtype=self.compute_dtype)[:, None] * rates + phases)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {
            **super().get_config(),
            "heads": self.heads,
            "learned_positions": self.learned_positions,
            "causal": self.causal,
        }


def waves(features: int) -> tuple[np.ndarray, np.ndarray]:
    """The sinusoids of the positions: `sin(t * rates + phases)`, each of shape `(features,)`, float32."""
    index = np.arange(features)
    rates = _LONGEST_WAVE ** (-2 * (index // 2) / features)
    return rates.astype(np.float32), (index % 2 * np.pi / 2).astype(np.float32)


@keras.saving.register_keras_serializable(package="datenorm")
class ConvolutionBlock(keras.layers.Layer):
    """A residual convolution over time that does not see padding: `x + conv(relu(norm(x)))`.

    Args:
        kernel_size: How many steps it sees, an odd number.
        dilation: The distance between them, in steps.

    Call arguments:
        inputs: Shape `(B, T, features)`.
        mask: Shape `(B, T)`, bool, False on padding. Padding is read as zeros, as are steps beyond the ends.

    Output:
        Shape `(B, T, features)`.

    Reference:
        He et al.: Identity Mappings in Deep Residual Networks, ECCV 2016 (arXiv:1603.05027), for the order; dilated
        over time as in Kalchbrenner et al.: Neural Machine Translation in Linear Time, 2016 (arXiv:1610.10099).
    """

    def __init__(self, kernel_size: int, dilation: int = 1, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kernel_size = kernel_size
        self.dilation = dilation
        self.norm = keras.layers.LayerNormalization(name="norm")
        self.supports_masking = True

    def build(self, inputs_shape: Shape) -> None:
        """Create the weights for this input shape."""
        self.norm.build(inputs_shape)
        self.convolution = keras.layers.Conv1D(
            inputs_shape[-1], self.kernel_size, padding="same", dilation_rate=self.dilation, name="convolution"
        )
        self.convolution.build(inputs_shape)
        self.built = True

    def call(self, inputs: Tensor, mask: Tensor | None = None) -> Tensor:
        """The features plus their convolution."""
        features = ops.relu(self.norm(inputs))
        if mask is not None:
            features = ops.where(mask[..., None], features, 0.0)
        return inputs + self.convolution(features)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "kernel_size": self.kernel_size, "dilation": self.dilation}


@keras.saving.register_keras_serializable(package="datenorm")
class AttentionBlock(keras.layers.Layer):
    """Residual `TemporalAttention`, then a residual network of two layers on each step by itself.

        y = x + attention(norm(x))
        z = y + W_2 relu(W_1 norm(y) + b_1) + b_2

    Args:
        heads: Of the attention.

    Call arguments:
        inputs: Shape `(B, T, features)`.
        mask: Shape `(B, T)`, bool, False on padding.

    Output:
        Shape `(B, T, features)`.

    Reference:
        Vaswani et al. 2017 (arXiv:1706.03762), section 3.1; normalised before each part instead of after it, as in
        Xiong et al.: On Layer Normalization in the Transformer Architecture, ICML 2020 (arXiv:2002.04745).
    """

    def __init__(self, heads: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heads = heads
        self.attention_norm = keras.layers.LayerNormalization(name="attention_norm")
        self.attention = TemporalAttention(heads, name="attention")
        self.norm = keras.layers.LayerNormalization(name="norm")
        self.supports_masking = True

    def build(self, inputs_shape: Shape) -> None:
        """Create the weights for this input shape."""
        features = inputs_shape[-1] or 0
        self.wide = keras.layers.Dense(2 * features, activation="relu", name="W_1")
        self.narrow = keras.layers.Dense(features, name="W_2")
        for layer in (self.attention_norm, self.attention, self.norm, self.wide):
            layer.build(inputs_shape)
        self.narrow.build((None, None, 2 * features))
        self.built = True

    def call(self, inputs: Tensor, mask: Tensor | None = None) -> Tensor:
        """The features plus what the steps see of each other, passed through the network."""
        seen = inputs + self.attention(self.attention_norm(inputs), mask=mask)
        return seen + self.narrow(self.wide(self.norm(seen)))

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "heads": self.heads}


@keras.saving.register_keras_serializable(package="datenorm")
class BlockEncoder(keras.layers.Layer):
    """An encoder of blocks: `ConvolutionBlock`s, each with twice the dilation of the last, then `AttentionBlock`s.

    Args:
        units: Features of each character.
        convolutions: How many convolutions come first. With four of them a step sees 15 characters to each side.
        attentions: How many attentions follow.
        heads: Of each attention.

    Call arguments:
        inputs: Shape `(B, Tx, features)`.
        mask: Shape `(B, Tx)`, bool, False on padding.

    Output:
        Shape `(B, Tx, units)`.
    """

    def __init__(self, units: int, convolutions: int = 0, attentions: int = 0, heads: int = 4, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units = units
        self.convolutions = convolutions
        self.attentions = attentions
        self.heads = heads
        self.entry = keras.layers.Dense(units, name="entry")
        self.blocks: list[Any] = [
            *(ConvolutionBlock(3, 2**i, name=f"convolution_{i}") for i in range(convolutions)),
            *(AttentionBlock(heads, name=f"attention_{i}") for i in range(attentions)),
        ]
        self.norm = keras.layers.LayerNormalization(name="norm")
        self.supports_masking = True

    def build(self, inputs_shape: Shape) -> None:
        """Create the weights for this input shape."""
        self.entry.build(inputs_shape)
        for layer in (*self.blocks, self.norm):
            layer.build((*inputs_shape[:-1], self.units))
        self.built = True

    def call(self, inputs: Tensor, mask: Tensor | None = None) -> Tensor:
        """The features of every character."""
        features = self.entry(inputs)
        for block in self.blocks:
            features = block(features, mask=mask)
        return self.norm(features)

    def compute_output_shape(self, inputs_shape: Shape) -> Shape:
        """The shape of the features."""
        return (*inputs_shape[:-1], self.units)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {
            **super().get_config(),
            "units": self.units,
            "convolutions": self.convolutions,
            "attentions": self.attentions,
            "heads": self.heads,
        }
