"""The loss that guides the attention to the characters that state each field."""

from collections.abc import Sequence
from typing import Any

import keras
from keras import ops

from datenorm.attention.weights import field_pooling
from datenorm.core.forms import Field

_TINY = 1e-7  # keeps the logarithm finite where the attention is 0


@keras.saving.register_keras_serializable(package="datenorm")
class AttentionGuidance(keras.losses.Loss):
    """How far each field's attention lies from the characters that state it.

    A field's attention `a` is the mean of the attention weights of its output positions: each position may look at a
    character of its own, but all of them together have to look at all that states the field, and at nothing else. With
    the target `t`, which weights the field's characters alike, the loss is

        KL(t || a) = sum_j t_j log(t_j / a_j)

    and 0 for a field whose characters are not known.

    Args:
        fields: The task's fields.
        Ty: Length of the machine axis.

    Call arguments:
        y_true: `t`, shape `(B, fields, Tx)`.
        y_pred: Attention weights, shape `(B, Ty, Tx)`.

    Reference:
        Cross entropy with known alignments: Mi, Wang, Ittycheriah, Supervised Attentions for Neural Machine
        Translation, EMNLP 2016, equation 10; Liu, Utiyama, Finch, Sumita, Neural Machine Translation with Supervised
        Attention, COLING 2016. Taken over fields instead of single output positions here.
    """

    def __init__(self, fields: Sequence[Field], Ty: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pooling = field_pooling(fields, Ty)

    def call(self, y_true: Any, y_pred: Any) -> Any:
        """The divergence of each field of each string, shape (B, fields)."""
        attention = ops.matmul(self._pooling, y_pred)  # (B, fields, Tx)
        return ops.sum(y_true * (ops.log(y_true + _TINY) - ops.log(attention + _TINY)), axis=-1)
