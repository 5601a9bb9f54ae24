"""Losses: what guides the attention to the characters that state each field, and what teaches the tags."""

from collections.abc import Sequence
from typing import Any

import keras
from keras import ops

from datenorm.attention.weights import field_pooling
from datenorm.core.forms import Field
from datenorm.core.tags import UNKNOWN
from datenorm.training.tensors import Tensor

_TINY = 1e-7  # keeps the logarithm finite where the attention is 0


@keras.saving.register_keras_serializable(package="datenorm")
class AttentionGuidance(keras.losses.Loss):
    """The divergence of each field's attention from the characters that state it.

    A field's attention `a` is the mean of the attention weights of its output positions. Each position can attend to
    other characters, but together they should attend to all that state the field, and to nothing else. The target `t`
    weights the field's characters alike. The loss is

        KL(t || a) = sum_j t_j log(t_j / a_j)

    and is 0 for a field whose characters are not known.

    Args:
        fields: The task's fields.
        Ty: Length of the machine axis.

    Call arguments:
        y_true: `t`, shape `(B, fields, Tx)`.
        y_pred: Attention weights, shape `(B, Ty, Tx)`.

    Reference:
        Cross entropy with known alignments: Mi, Wang, Ittycheriah, Supervised Attentions for Neural Machine
        Translation, EMNLP 2016, equation 10; Liu, Utiyama, Finch, Sumita, Neural Machine Translation with Supervised
        Attention, COLING 2016. Here it is taken over fields instead of single output positions.
    """

    def __init__(self, fields: Sequence[Field], Ty: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pooling = field_pooling(fields, Ty)

    def call(self, y_true: Tensor, y_pred: Tensor) -> Tensor:
        """The divergence of each field of each string, shape (B, fields)."""
        attention = ops.matmul(self._pooling, y_pred)  # (B, fields, Tx)
        return ops.sum(y_true * (ops.log(y_true + _TINY) - ops.log(attention + _TINY)), axis=-1)


@keras.saving.register_keras_serializable(package="datenorm")
class TagLoss(keras.losses.Loss):
    """The binary cross entropy of the tags of the characters whose tags are known.

    It is summed over the tags of a character, and averaged over the characters of a batch.

    Call arguments:
        y_true: Bits, shape `(B, Tx)`: bit i is tag i, and a character with the bit `tags.UNKNOWN` does not count.
        y_pred: The probability of each tag, shape `(B, Tx, tags)`.
    """

    def call(self, y_true: Tensor, y_pred: Tensor) -> Tensor:
        """The mean over the known characters, a scalar; 0 where none is known."""
        bits = ops.expand_dims(ops.cast(y_true, "int32"), axis=-1)  # (B, Tx, 1)
        places = ops.convert_to_tensor([2**tag for tag in range(y_pred.shape[-1])], "int32")
        tags = ops.cast(ops.mod(ops.floor_divide(bits, places), 2), y_pred.dtype)  # (B, Tx, tags)
        is_known = ops.cast(bits[..., 0] < UNKNOWN, y_pred.dtype)  # (B, Tx)
        entropies = ops.sum(ops.binary_crossentropy(tags, y_pred), axis=-1)  # (B, Tx)
        return ops.sum(entropies * is_known) / ops.maximum(ops.sum(is_known), 1)
