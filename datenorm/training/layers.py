"""The attention decoder, written with keras.ops so that it trains on TensorFlow, JAX and PyTorch alike."""

from collections.abc import Callable, Sequence
from typing import Any, Self

import keras
import numpy as np
from keras import ops

from datenorm.training.scores import MASKED_ENERGY, AdditiveScore, Score
from datenorm.training.tensors import Shape, Tensor

Step = Callable[[list[Tensor]], list[Tensor]]
"""From a state, some tensors of shape (B, ...), to the next one."""


def unrolled(step: Step, state: list[Tensor], steps: int) -> list[Tensor]:
    """The states that each of `steps` steps leads to, in a loop: shape (B, steps, ...)."""
    states = []
    for _ in range(steps):
        state = step(state)
        states.append(state)
    return [ops.stack(of_all, axis=1) for of_all in zip(*states, strict=True)]


def scanned(step: Step, state: list[Tensor], steps: int) -> list[Tensor]:
    """The same as `unrolled`, as one operation of the backend, which is compiled once for all steps."""

    def step_and_keep(state: list[Tensor], _: None) -> tuple[list[Tensor], list[Tensor]]:
        state = step(state)
        return state, state  # TensorFlow's scan keeps nothing else than what has the form of the state

    _, states = ops.scan(step_and_keep, state, length=steps)
    return [ops.swapaxes(of_all, 0, 1) for of_all in states]


class Decoder(keras.layers.Layer):
    """The base of the layers that attend, and turn what they see into a state for each of their steps.

    Args:
        steps: Number of output positions, Ty.
        units: Size of the decoder state.

    Attributes:
        cell: The LSTM cell that calculates the states.
    """

    cell: keras.layers.LSTMCell

    def __init__(self, steps: int, units: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.steps = steps
        self.units = units
        # The mask is an argument. The one that Keras attaches to the encoder's output ends here.
        self.supports_masking = True

    def compute_mask(self, *_: Any, **__: Any) -> tuple[None, None]:
        """No masks: no output position is padding."""
        return None, None

    def compute_output_shape(
        self, encoder_outputs_shape: Shape, padding_mask_shape: Shape | None = None
    ) -> tuple[Shape, Shape]:
        """The shapes of the decoder states and of the attention weights."""
        batch_size, Tx = encoder_outputs_shape[:2]
        return (batch_size, self.steps, self.units), (batch_size, self.steps, Tx)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "steps": self.steps, "units": self.units}


@keras.saving.register_keras_serializable(package="datenorm")
class AttentionDecoder(Decoder):
    """An LSTM that attends to the encoder's steps before each step of its own.

    For each of `steps` output positions i:

    1. energies: the encoder steps are scored against the decoder state `s_{i-1}` (`score`);
    2. attention weights: `alpha_i = softmax(energies)` over the steps that are not padding;
    3. context vector: `c_i = sum_j alpha_ij h_j`; of a score with heads, the concatenated sums of all heads;
    4. state: `s_i = LSTM(c_i, s_{i-1})`.

    The LSTM starts from zeros. Its only input is the context, not the characters that it wrote before. So there is no
    teacher forcing, and the output positions are independent of each other given the text.

    Args:
        steps: Number of output positions, Ty.
        units: Size of the decoder state.
        score: How the energies are calculated: a `Score`, such as `AdditiveScore`.

    Call arguments:
        encoder_outputs: Shape `(B, Tx, encoder_features)`.
        padding_mask: Shape `(B, Tx)`, bool, True where there is text and False where there is padding. Each row has
            at least one True.

    Output:
        decoder_states: Shape `(B, steps, units)`.
        attention_weights: Shape `(B, steps, Tx)`, the mean over the heads; each row sums to 1 and is exactly 0 on
            padding.

    Reference:
        Bahdanau et al. 2015 (arXiv:1409.0473), equations 5 and 6.
    """

    def __init__(self, steps: int, units: int, score: Score, **kwargs: Any) -> None:
        super().__init__(steps, units, **kwargs)
        self.score = score
        self.cell = keras.layers.LSTMCell(units, name="lstm")

    def build(self, encoder_outputs_shape: Shape, padding_mask_shape: Shape | None = None) -> None:
        """Create the weights for this input shape."""
        if not self.score.built:  # Keras builds it first when it loads a file
            self.score.build((None, self.units), encoder_outputs_shape)
        self.cell.build((None, self.score.context_units))
        self.built = True

    def call(self, encoder_outputs: Tensor, padding_mask: Tensor) -> tuple[Tensor, Tensor]:
        """The decoder states and the attention weights of every output position."""
        keys, values = self.score.project(encoder_outputs), self.score.values(encoder_outputs)
        padding_energy = ops.expand_dims(ops.where(padding_mask, 0.0, MASKED_ENERGY), axis=1)  # (B, 1, Tx)
        batch_size, Tx = ops.shape(encoder_outputs)[:2]

        def step(state: list[Tensor]) -> list[Tensor]:
            weights = ops.softmax(self.score(state[0], keys) + padding_energy, axis=-1)  # (B, heads, Tx)
            context = ops.matmul(ops.expand_dims(weights, axis=2), values)  # (B, heads, 1, context_units / heads)
            _, cell_state = self.cell(ops.reshape(context, (batch_size, self.score.context_units)), state[:2])
            return [*cell_state, ops.mean(weights, axis=1)]

        # JAX would compile every step of a loop by itself, for each length of the texts again.
        run = scanned if keras.backend.backend() == "jax" else unrolled
        zeros = [ops.zeros((batch_size, size)) for size in (self.units, self.units, Tx)]
        decoder_states, _, attention_weights = run(step, zeros, self.steps)
        return decoder_states, attention_weights

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "score": keras.saving.serialize_keras_object(self.score)}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Self:
        """The layer of these arguments. Files from when all energies were additive give only the size of the score."""
        config = dict(config)
        if "attention_units" in config:
            score = AdditiveScore(config.pop("attention_units"), name="score")
        else:
            score = keras.saving.deserialize_keras_object(config.pop("score"))
        return cls(score=score, **config)


@keras.saving.register_keras_serializable(package="datenorm")
class Separators(keras.layers.Layer):
    """Inserts the separators, which every machine string has in the same places, between the decoder's characters.

    The decoder spends no step on separators: they are certain, and need no attention to the text.

    Args:
        separators: (position in the machine string, id) of each.
        Ty: Length of the machine strings.
        size: Symbols in the machine vocabulary.

    Call arguments:
        machine: Probabilities of the other characters in their order, shape `(B, Ty - len(separators), size)`.
        attention: Their attention weights, shape `(B, Ty - len(separators), Tx)`.

    Output:
        machine: Shape `(B, Ty, size)`; a separator has the probability 1.
        attention: Shape `(B, Ty, Tx)`; a separator's row is 0.
    """

    def __init__(self, separators: Sequence[Sequence[int]], Ty: int, size: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.separators = [list(separator) for separator in separators]
        self.Ty = Ty
        self.size = size
        self.given = np.zeros((Ty, size), np.float32)
        for position, symbol in self.separators:
            self.given[position, symbol] = 1
        self.is_given = self.given.any(axis=1, keepdims=True)  # (Ty, 1)
        # The step that writes each position; for a separator, the step before it.
        self.places = np.cumsum(~self.is_given) - 1

    def call(self, machine: Tensor, attention: Tensor) -> tuple[Tensor, Tensor]:
        """Probabilities and attention weights with the separators in their places."""
        return tuple(
            ops.where(self.is_given, given, ops.take(written, self.places, axis=1))
            for written, given in ((machine, self.given), (attention, 0.0))
        )

    def compute_output_shape(self, machine_shape: Shape, attention_shape: Shape) -> tuple[Shape, Shape]:
        """The shapes with the separators."""
        return (machine_shape[0], self.Ty, self.size), (attention_shape[0], self.Ty, attention_shape[2])

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {**super().get_config(), "separators": self.separators, "Ty": self.Ty, "size": self.size}
