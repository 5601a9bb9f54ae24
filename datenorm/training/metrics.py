"""Metrics of whole machine strings."""

from typing import Any

import keras
from keras import ops

from datenorm.core.encoding import IGNORED
from datenorm.training.tensors import Tensor


@keras.saving.register_keras_serializable(package="datenorm")
class ExactMatch(keras.metrics.MeanMetricWrapper):
    """The share of strings whose every character is the most probable one; those with `IGNORED` ids do not count.

    This is a lower bound of the exact match of `reading.decoder.Decoder`, which never gives an invalid string.
    """

    def __init__(self, name: str = "exact_match", **kwargs: Any) -> None:
        super().__init__(_all_characters_match, name=name, **kwargs)

    def update_state(self, y_true: Tensor, y_pred: Tensor, sample_weight: Tensor | None = None) -> Tensor:
        """Count the strings of a batch."""
        is_known = ops.cast(ops.not_equal(ops.cast(y_true, "int32")[:, 0], IGNORED), "float32")
        weights = is_known if sample_weight is None else is_known * sample_weight
        return super().update_state(y_true, y_pred, sample_weight=weights)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {"name": self.name, "dtype": self.dtype}


def _all_characters_match(machine_ids: Tensor, probabilities: Tensor) -> Tensor:
    """Shapes (B, Ty) and (B, Ty, V) to (B,), 1.0 where all Ty characters match."""
    matches = ops.equal(ops.cast(machine_ids, "int32"), ops.cast(ops.argmax(probabilities, axis=-1), "int32"))
    return ops.cast(ops.all(matches, axis=-1), "float32")
