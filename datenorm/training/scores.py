"""The scores: how well each of the encoder's steps matches the decoder's state."""

from typing import Any

import keras
from keras import ops

from datenorm.training.tensors import Shape, Tensor

MASKED_ENERGY = -1e4
"""Added to the energies of padding: low enough that softmax gives exactly 0, and in the range of every float type."""


def split_heads(features: Tensor, heads: int) -> Tensor:
    """Shape `(B, T, heads * units)` to `(B, heads, T, units)`."""
    batch_size, steps = ops.shape(features)[:2]
    return ops.transpose(ops.reshape(features, (batch_size, steps, heads, -1)), (0, 2, 1, 3))


def head_units(features: int, heads: int) -> int:
    """The features of each head where `heads` share `features`, rounded up."""
    return -(-features // heads)


class Score(keras.layers.Layer):
    """The base of all scores.

    A decoder calculates the keys (`project`) and the `values` of the encoder's steps once. It calls the score with the
    keys before each of its own steps. The weighted sums of the values are its context, `context_units` features.

    Call arguments:
        decoder_state: `s_{i-1}`, shape `(B, decoder_units)`.
        keys: What `project` returned.

    Output:
        Energies before softmax, shape `(B, heads, Tx)`; most scores have one head.
    """

    context_units: int

    def build(self, decoder_state_shape: Shape, encoder_outputs_shape: Shape) -> None:
        """Create the weights for these two input shapes."""
        self.context_units = encoder_outputs_shape[-1] or 0
        self.built = True

    def project(self, encoder_outputs: Tensor) -> Tensor:
        """The keys: the part of the energies that depends on the encoder's steps alone."""
        return encoder_outputs

    def values(self, encoder_outputs: Tensor) -> Tensor:
        """What the attention weights are applied to: the encoder's steps, shape `(B, 1, Tx, encoder_features)`."""
        return ops.expand_dims(encoder_outputs, axis=1)


@keras.saving.register_keras_serializable(package="datenorm")
class AdditiveScore(Score):
    """Additive attention energies.

    Each encoder step `h_j` is scored against the decoder state `s_{i-1}` by

        e_ij = v^T tanh(W s_{i-1} + U h_j)

    Args:
        units: Size of the common space in which state and encoder steps are added.

    Call arguments:
        decoder_state: `s_{i-1}`, shape `(B, decoder_units)`.
        keys: `U h_j`, shape `(B, Tx, units)`.

    Output:
        Energies before softmax, shape `(B, 1, Tx)`.

    Reference:
        Bahdanau, Cho, Bengio: Neural Machine Translation by Jointly Learning to Align and Translate, ICLR 2015
        (arXiv:1409.0473), section A.1.2. The energy has no bias, because softmax would cancel it.
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units = units
        self.state_projection = keras.layers.Dense(units, use_bias=False, name="W")
        self.key_projection = keras.layers.Dense(units, name="U")
        self.energy = keras.layers.Dense(1, use_bias=False, name="v")

    def build(self, decoder_state_shape: Shape, encoder_outputs_shape: Shape) -> None:
        """Create the weights for these two input shapes."""
        self.state_projection.build(decoder_state_shape)
        self.key_projection.build(encoder_outputs_shape)
        self.energy.build((None, None, self.units))
        super().build(decoder_state_shape, encoder_outputs_shape)

    def project(self, encoder_outputs: Tensor) -> Tensor:
        """`U h_j` of every encoder step, shape `(B, Tx, units)`."""
        return self.key_projection(encoder_outputs)

    def call(self, decoder_state: Tensor, keys: Tensor) -> Tensor:
        """The energies of every encoder step."""
        query = ops.expand_dims(self.state_projection(decoder_state), axis=1)  # (B, 1, units)
        return ops.swapaxes(self.energy(ops.tanh(query + keys)), 1, 2)  # (B, 1, Tx)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="datenorm")
class DotScore(Score):
    """Dot product energies: the decoder state, projected to the encoder's size, times each encoder step.

        e_ij = (W s_{i-1} + b)^T h_j

    The bias is needed because the first decoder state is all zeros, which would score all steps alike.

    Call arguments:
        decoder_state: `s_{i-1}`, shape `(B, decoder_units)`.
        keys: `h_j`, shape `(B, Tx, encoder_features)`.

    Output:
        Energies before softmax, shape `(B, 1, Tx)`.

    Reference:
        Luong, Pham, Manning: Effective Approaches to Attention-based Neural Machine Translation, EMNLP 2015
        (arXiv:1508.04025), equation 8, `general`: `dot` needs states and steps of one size. There the state is that of
        the same step; here it is that of the step before, as in `AttentionDecoder`.
    """

    def build(self, decoder_state_shape: Shape, encoder_outputs_shape: Shape) -> None:
        """Create the weights for these two input shapes."""
        self.state_projection = keras.layers.Dense(encoder_outputs_shape[-1], name="W")
        self.state_projection.build(decoder_state_shape)
        super().build(decoder_state_shape, encoder_outputs_shape)

    def call(self, decoder_state: Tensor, keys: Tensor) -> Tensor:
        """The energies of every encoder step."""
        query = ops.expand_dims(self.state_projection(decoder_state), axis=-1)  # (B, encoder_features, 1)
        return ops.swapaxes(ops.matmul(keys, query), 1, 2)  # (B, 1, Tx)


@keras.saving.register_keras_serializable(package="datenorm")
class MultiHeadScore(Score):
    """Scaled dot product energies of several heads, each with weights of its own.

    Head k scores each encoder step `h_j` against the decoder state `s_{i-1}` by

        e_ij = (Q_k s_{i-1} + b_k)^T K_k h_j / sqrt(units)

    and weights values `V_k h_j` of its own, which are concatenated in the context. The bias is needed because the first
    decoder state is all zeros.

    Args:
        heads: Number of heads.
        units: Size of the space in which each head matches states and steps.

    Call arguments:
        decoder_state: `s_{i-1}`, shape `(B, decoder_units)`.
        keys: `K_k h_j`, shape `(B, heads, Tx, units)`.

    Output:
        Energies before softmax, shape `(B, heads, Tx)`.

    Reference:
        Vaswani et al.: Attention Is All You Need, NeurIPS 2017 (arXiv:1706.03762), equation 1 and section 3.2.2. The
        output projection `W^O` is left out: the kernel of the decoder's LSTM multiplies the context next.
    """

    def __init__(self, heads: int, units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heads = heads
        self.units = units
        self.state_projection = keras.layers.Dense(heads * units, name="Q")
        self.key_projection = keras.layers.Dense(heads * units, use_bias=False, name="K")

    def build(self, decoder_state_shape: Shape, encoder_outputs_shape: Shape) -> None:
        """Create the weights for these two input shapes."""
        super().build(decoder_state_shape, encoder_outputs_shape)
        self.context_units = self.heads * head_units(self.context_units, self.heads)
        self.value_projection = keras.layers.Dense(self.context_units, use_bias=False, name="V")
        self.state_projection.build(decoder_state_shape)
        self.key_projection.build(encoder_outputs_shape)
        self.value_projection.build(encoder_outputs_shape)

    def project(self, encoder_outputs: Tensor) -> Tensor:
        """`K_k h_j` of every encoder step, shape `(B, heads, Tx, units)`."""
        return split_heads(self.key_projection(encoder_outputs), self.heads)

    def values(self, encoder_outputs: Tensor) -> Tensor:
        """`V_k h_j` of every encoder step, shape `(B, heads, Tx, encoder_features / heads)`, rounded up."""
        return split_heads(self.value_projection(encoder_outputs), self.heads)

    def call(self, decoder_state: Tensor, keys: Tensor) -> Tensor:
        """The energies of every encoder step."""
        query = split_heads(ops.expand_dims(self.state_projection(decoder_state), axis=1), self.heads)
        energies = ops.matmul(query, ops.swapaxes(keys, 2, 3)) / self.units**0.5  # (B, heads, 1, Tx)
        return ops.squeeze(energies, axis=2)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "heads": self.heads, "units": self.units}
