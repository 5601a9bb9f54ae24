"""The parallel decoder: all its steps attend at once, in a few large products in place of many small ones."""

from typing import Any

import keras
from keras import ops

from datenorm.training.layers import Decoder
from datenorm.training.scores import MASKED_ENERGY
from datenorm.training.tensors import Shape, Tensor


@keras.saving.register_keras_serializable(package="datenorm")
class ParallelDecoder(Decoder):
    """An LSTM over contexts that do not wait for its states: each output position attends by a query that is learned.

    For each of `steps` output positions i:

    1. keys: `k_j = tanh(U h_j + b)` of each encoder step `h_j`;
    2. energies: `e_ij = q_i^T k_j`, with the learned query `q_i` of the position;
    3. attention weights: `alpha_i = softmax(e_i)` over the steps that are not padding;
    4. context vector: `c_i = sum_j alpha_ij h_j`;
    5. state: `s_i = LSTM(c_i, s_{i-1})`, from zeros.

    Only the last of these is done step by step, and that in one fused layer.

    Args:
        steps: Number of output positions, Ty.
        units: Size of the decoder state.
        key_units: Size of the keys.

    Call arguments:
        encoder_outputs: Shape `(B, Tx, encoder_features)`.
        padding_mask: Shape `(B, Tx)`, bool, True where there is text and False where there is padding. Each row has
            at least one True.

    Output:
        decoder_states: Shape `(B, steps, units)`.
        attention_weights: Shape `(B, steps, Tx)`; each row sums to 1 and is exactly 0 on padding.

    Reference:
        Yang et al.: Hierarchical Attention Networks for Document Classification, NAACL 2016, equations 5 to 7. There
        one context vector `u_w` is learned; here each output position has one.
    """

    def __init__(self, steps: int, units: int, key_units: int, **kwargs: Any) -> None:
        super().__init__(steps, units, **kwargs)
        self.key_units = key_units
        self.keys = keras.layers.Dense(key_units, activation="tanh", name="U")
        self.queries = keras.layers.Dense(steps, use_bias=False, name="q")
        self.lstm = keras.layers.LSTM(units, return_sequences=True, name="lstm")

    @property
    def cell(self) -> keras.layers.LSTMCell:
        """The cell of the LSTM, with its weights."""
        return self.lstm.cell

    def build(self, encoder_outputs_shape: Shape, padding_mask_shape: Shape | None = None) -> None:
        """Create the weights for this input shape."""
        self.keys.build(encoder_outputs_shape)
        self.queries.build((None, None, self.key_units))
        self.lstm.build((None, self.steps, encoder_outputs_shape[-1]))
        self.built = True

    def call(self, encoder_outputs: Tensor, padding_mask: Tensor) -> tuple[Tensor, Tensor]:
        """The decoder states and the attention weights of every output position."""
        energies = ops.swapaxes(self.queries(self.keys(encoder_outputs)), 1, 2)  # (B, steps, Tx)
        padding_energy = ops.expand_dims(ops.where(padding_mask, 0.0, MASKED_ENERGY), axis=1)  # (B, 1, Tx)
        weights = ops.softmax(energies + padding_energy, axis=-1)
        return self.lstm(ops.matmul(weights, encoder_outputs)), weights

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "key_units": self.key_units}
