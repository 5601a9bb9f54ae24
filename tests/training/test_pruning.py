import dataclasses

import keras
import numpy as np
import pytest

from datenorm.training.model import ModelConfig, build_model
from datenorm.training.pruning import prune

# A different size on every axis.
LARGE = ModelConfig(human_size=13, machine_size=7, pad_id=11, Ty=3, encoder_units=8, decoder_units=9, attention_units=5)
SMALL = dataclasses.replace(LARGE, encoder_units=4, decoder_units=6)
IDS = np.random.default_rng(3).integers(11, size=(5, 8), dtype=np.int32)


def randomized(config: ModelConfig) -> keras.Model:
    built = build_model(config)
    rng = np.random.default_rng(0)
    built.set_weights([0.7 * rng.standard_normal(weight.shape) for weight in built.get_weights()])
    return built


def silence(model: keras.Model, ahead: list[int], back: list[int], states: list[int]) -> None:
    """Leave these units of the encoder's directions and of the decoder no outgoing weights."""
    encoder, attention, decoder = (model.get_layer(name) for name in ("encoder", "attention", "decoder"))
    forward, backward = encoder.forward_layer.cell, encoder.backward_layer.cell
    features = [*ahead, *(forward.units + unit for unit in back)]
    for weight, rows in (
        (forward.recurrent_kernel, ahead),
        (backward.recurrent_kernel, back),
        (attention.cell.recurrent_kernel, states),
        (attention.cell.kernel, features),
        (attention.score.key_projection.kernel, features),
        (attention.score.state_projection.kernel, states),
        (decoder.kernel, states),
    ):
        array = np.array(keras.ops.convert_to_numpy(weight))
        array[rows] = 0
        weight.assign(array)


def test_units_without_outgoing_weights_are_pruned_without_effect() -> None:
    large, small = randomized(LARGE), build_model(SMALL)
    silence(large, ahead=[0, 2, 3, 7], back=[1, 4, 5, 6], states=[0, 4, 8])
    small.set_weights(prune(large, small))
    for name, array in large(IDS).items():
        np.testing.assert_allclose(small(IDS)[name], keras.ops.convert_to_numpy(array), atol=1e-6)


def test_model_of_the_same_size_keeps_every_weight() -> None:
    large = randomized(LARGE)
    for kept, weight in zip(prune(large, large), large.get_weights(), strict=True):
        np.testing.assert_array_equal(kept, weight)


@pytest.mark.parametrize(
    "kind", [{"encoder": "cnn"}, {"attention": "dot"}, {"attention": "multihead"}, {"attention": "queries"}]
)
def test_other_architectures_are_refused(kind: dict[str, str]) -> None:
    model = build_model(dataclasses.replace(LARGE, **kind))
    with pytest.raises(ValueError, match="expected a bilstm encoder and additive attention"):
        prune(model, model)
