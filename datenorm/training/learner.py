"""The learner: a model with its losses, which trains the decoders that a batch asks for and no others."""

from collections.abc import Mapping
from typing import Any

import keras
from keras import ops

from datenorm.core.encoding import IGNORED
from datenorm.core.tasks import Task
from datenorm.training.batches import output_names
from datenorm.training.losses import AttentionGuidance, TagLoss
from datenorm.training.metrics import ExactMatch
from datenorm.training.model import names_of
from datenorm.training.tensors import Tensor

_TAGS = 0.1  # weight of the loss of tags: with it they cost about as much as the machine characters


class Learner(keras.Model):
    """A twin of a model, with the same weights, that learns.

    It gives what each decoder writes and attends to by the names of `batches.output_names`. A decoder whose machine
    characters have no target in a batch has no loss, so a backend that compiles a step leaves it out, forward and back.

    The loss is the sum of three: the cross entropy of the machine characters, the mean over a whole machine string;
    the guidance of the attention, the mean over all fields; and the loss of the tags. A decoder that is not asked for
    adds 0 to these means.

    Args:
        model: What `build_model` returned for this task.
        task: Has the decoders, and the fields whose attention is guided.
        guidance: Weight of the attention's loss.
    """

    def __init__(self, model: keras.Model, task: Task, guidance: float) -> None:
        super().__init__(inputs=model.input, outputs=_by_decoder(model, task), name=model.name)
        self._names = output_names(len(task.decoders))
        self._length = task.Ty
        self._divergence = AttentionGuidance(task.fields, task.Ty)
        self._tag_loss = TagLoss()
        weights = {"machine": 1.0, "attention": guidance} | ({"tags": _TAGS} if task.tags else {})
        self._parts = {name: (weight, keras.metrics.Mean(f"{name}_loss")) for name, weight in weights.items()}
        self._exact = ExactMatch("machine_exact_match")

    def compute_loss(
        self,
        x: Tensor,
        y: Mapping[str, Tensor],
        y_pred: Mapping[str, Tensor],
        sample_weight: None = None,
        training: bool = True,
    ) -> Tensor:
        """The loss of a batch, a scalar."""
        losses = {
            "machine": self._cross_entropy(y, y_pred),
            "attention": self._divergence(y["attention"], self._attention(y, y_pred)),
        }
        if "tags" in self._parts:
            losses["tags"] = self._tag_loss(y["tags"], y_pred["tags"])
        loss = 0.0
        for name, part in losses.items():
            weight, mean = self._parts[name]
            mean.update_state(part)
            loss += weight * part
        return loss

    def compute_metrics(
        self, x: Tensor, y: Mapping[str, Tensor], y_pred: Mapping[str, Tensor], sample_weight: None = None
    ) -> dict[str, Any]:
        """The means since the epoch began; a string matches where all that it was asked for does."""
        asked = [machine for machine, _ in self._names if machine in y]
        if asked:
            self._exact.update_state(*(ops.concatenate([each[name] for name in asked], axis=1) for each in (y, y_pred)))
        metrics: dict[str, Any] = self.get_metrics_result()
        return metrics

    def _cross_entropy(self, y: Mapping[str, Tensor], y_pred: Mapping[str, Tensor]) -> Tensor:
        """Its mean over whole machine strings, a scalar; 0 where none is known."""
        asked = [machine for machine, _ in self._names if machine in y]
        if not asked:
            return ops.zeros(())
        known = ops.sum(ops.cast(ops.not_equal(y[asked[0]][:, 0], IGNORED), "float32"))
        entropies = [
            ops.sum(keras.losses.sparse_categorical_crossentropy(y[name], y_pred[name], ignore_class=IGNORED))
            for name in asked
        ]
        return sum(entropies) / (self._length * ops.maximum(known, 1))

    def _attention(self, y: Mapping[str, Tensor], y_pred: Mapping[str, Tensor]) -> Tensor:
        """The attention weights of all decoders, shape (B, Ty, Tx); 0 for those that are not asked for."""
        # Targets are 0 there, too, so the zeros cost nothing.
        weights = [
            y_pred[attention] if machine in y else ops.zeros_like(y_pred[attention])
            for machine, attention in self._names
        ]
        return ops.concatenate(weights, axis=1)


def _by_decoder(model: keras.Model, task: Task) -> dict[str, Tensor]:
    """What the model gives, with the machine characters and the attention weights of each decoder apart."""
    if len(task.decoders) == 1:
        return dict(model.output)
    outputs = {"tags": model.output["tags"]} if task.tags else {}
    for number, (machine, attention) in enumerate(output_names(len(task.decoders)), start=1):
        attention_name, decoder_name = names_of(number)
        outputs[machine] = model.get_layer(decoder_name).output
        _, outputs[attention] = model.get_layer(attention_name).output
    return outputs
