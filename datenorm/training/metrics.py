"""Metrics of whole machine strings."""

from typing import Any

import keras
from keras import ops

from datenorm.training.tensors import Tensor


@keras.saving.register_keras_serializable(package="datenorm")
class ExactMatch(keras.metrics.MeanMetricWrapper):
    """The share of strings whose every character is the most probable one.

    This is a lower bound of the exact match of `reading.decoder.Decoder`, which never gives an invalid string.
    """

    def __init__(self, name: str = "exact_match", **kwargs: Any) -> None:
        super().__init__(_all_characters_match, name=name, **kwargs)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {"name": self.name, "dtype": self.dtype}


def _all_characters_match(machine_ids: Tensor, probabilities: Tensor) -> Tensor:
    """Shapes (B, Ty) and (B, Ty, V) to (B,), 1.0 where all Ty characters match."""
    matches = ops.equal(ops.cast(machine_ids, "int32"), ops.cast(ops.argmax(probabilities, axis=-1), "int32"))
    return ops.cast(ops.all(matches, axis=-1), "float32")
