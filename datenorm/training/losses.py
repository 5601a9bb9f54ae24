"""The loss that guides the attention to the characters that state each field."""

from collections.abc import Sequence
from typing import Any

import keras
from keras import ops

from datenorm.attention.weights import field_pooling
from datenorm.core.forms import Field
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
