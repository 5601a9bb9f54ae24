"""The attention layers, written with keras.ops so that they train on TensorFlow, JAX and PyTorch alike."""

from typing import Any

import keras
from keras import ops

MASKED_ENERGY = -1e4
"""Added to padding's energies: large enough that softmax gives exactly 0, small enough for every float type's range."""


@keras.saving.register_keras_serializable(package="datenorm")
class AdditiveScore(keras.layers.Layer):
    """Additive attention energies.

    Each encoder step `h_j` is scored against the decoder state `s_{i-1}` by

        e_ij = v^T tanh(W s_{i-1} + U h_j)

    `U h_j` does not depend on i: `project` calculates it once for all decoder steps.

    Args:
        units: Size of the common space in which state and encoder steps are added.

    Call arguments:
        decoder_state: `s_{i-1}`, shape `(B, decoder_units)`.
        keys: What `project` returned, shape `(B, Tx, units)`.

    Output:
        Energies before softmax, shape `(B, Tx)`.

    Reference:
        Bahdanau, Cho, Bengio: Neural Machine Translation by Jointly Learning to Align and Translate, ICLR 2015
        (arXiv:1409.0473), section A.1.2. The energy has no bias of its own: softmax would cancel it.
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.units = units
        self.state_projection = keras.layers.Dense(units, use_bias=False, name="W")
        self.key_projection = keras.layers.Dense(units, name="U")
        self.energy = keras.layers.Dense(1, use_bias=False, name="v")

    def build(self, decoder_state_shape: tuple[int | None, ...], encoder_outputs_shape: tuple[int | None, ...]) -> None:
        """Create the weights for these two input shapes."""
        self.state_projection.build(decoder_state_shape)
        self.key_projection.build(encoder_outputs_shape)
        self.energy.build((None, None, self.units))
        self.built = True

    def project(self, encoder_outputs: Any) -> Any:
        """`U h_j` of every encoder step, shape `(B, Tx, units)`."""
        return self.key_projection(encoder_outputs)

    def call(self, decoder_state: Any, keys: Any) -> Any:
        """The energies of every encoder step."""
        query = ops.expand_dims(self.state_projection(decoder_state), axis=1)  # (B, 1, units)
        return ops.squeeze(self.energy(ops.tanh(query + keys)), axis=-1)  # (B, Tx)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="datenorm")
class AttentionDecoder(keras.layers.Layer):
    """An LSTM that looks at the encoder's steps anew before each of its own.

    For each of `steps` output positions i:

    1. energies: the encoder steps are scored against the decoder state `s_{i-1}` (`AdditiveScore`);
    2. attention weights: `alpha_i = softmax(energies)` over the steps that are not padding;
    3. context vector: `c_i = sum_j alpha_ij h_j`;
    4. state: `s_i = LSTM(c_i, s_{i-1})`.

    The LSTM starts from zeros and is fed the context alone, never the characters that it wrote before: there is
    no teacher forcing, and the output positions are independent of each other given the text.

    Args:
        steps: Number of output positions, Ty.
        units: Size of the decoder state.
        attention_units: Size of the space in which the energies are calculated.

    Call arguments:
        encoder_outputs: Shape `(B, Tx, encoder_features)`.
        padding_mask: Shape `(B, Tx)`, bool, True where there is text and False where there is padding. Each row has
            at least one True.

    Output:
        decoder_states: Shape `(B, steps, units)`.
        attention_weights: Shape `(B, steps, Tx)`; each row sums to 1 and is exactly 0 on padding.

    Reference:
        Bahdanau et al. 2015 (arXiv:1409.0473), equations 5 and 6.
    """

    def __init__(self, steps: int, units: int, attention_units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.steps = steps
        self.units = units
        self.attention_units = attention_units
        self.score = AdditiveScore(attention_units, name="score")
        self.cell = keras.layers.LSTMCell(units, name="lstm")
        # The mask comes as an argument; the one that Keras attaches to the encoder's output ends here.
        self.supports_masking = True

    def build(self, encoder_outputs_shape: tuple[int | None, ...], padding_mask_shape: Any = None) -> None:
        """Create the weights for this input shape."""
        self.score.build((None, self.units), encoder_outputs_shape)
        self.cell.build((None, encoder_outputs_shape[-1]))
        self.built = True

    def call(self, encoder_outputs: Any, padding_mask: Any) -> tuple[Any, Any]:
        """The decoder states and the attention weights of every output position."""
        keys = self.score.project(encoder_outputs)
        padding_energy = ops.where(padding_mask, 0.0, MASKED_ENERGY)  # (B, Tx)
        batch_size = ops.shape(encoder_outputs)[0]
        state = [ops.zeros((batch_size, self.units)), ops.zeros((batch_size, self.units))]
        decoder_states, attention_weights = [], []
        for _ in range(self.steps):
            weights = ops.softmax(self.score(state[0], keys) + padding_energy, axis=-1)  # (B, Tx)
            context = ops.squeeze(ops.matmul(ops.expand_dims(weights, axis=1), encoder_outputs), axis=1)
            output, state = self.cell(context, state)
            decoder_states.append(output)
            attention_weights.append(weights)
        return ops.stack(decoder_states, axis=1), ops.stack(attention_weights, axis=1)

    def compute_mask(self, *_: Any, **__: Any) -> tuple[None, None]:
        """None: the output positions are all there."""
        return None, None

    def compute_output_shape(
        self, encoder_outputs_shape: tuple[int | None, ...], padding_mask_shape: Any = None
    ) -> tuple[tuple[int | None, ...], tuple[int | None, ...]]:
        """The shapes of the decoder states and of the attention weights."""
        batch_size, Tx = encoder_outputs_shape[:2]
        return (batch_size, self.steps, self.units), (batch_size, self.steps, Tx)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {
            **super().get_config(),
            "steps": self.steps,
            "units": self.units,
            "attention_units": self.attention_units,
        }
