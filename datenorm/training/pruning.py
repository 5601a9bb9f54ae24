"""Pruning: a smaller network that starts with the strongest units of a larger one."""

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np

from datenorm.training.layers import Decoder
from datenorm.training.scores import AdditiveScore

_GATES = 4


def prune(saved: keras.Model, model: keras.Model) -> list[np.ndarray]:
    """The weights of `saved` without the LSTM units that `model` has no room for.

    A unit leaves with its rows and columns in every weight, so that a plain, smaller LSTM remains. The units whose
    outgoing weights have the largest L2 norms stay. The pruned network reads hardly anything before it is trained
    again, but then learns in minutes what took hours, because the embeddings are whole and the units are trained.

    Args:
        saved: A model with one decoder, whose encoder is a bidirectional LSTM and whose attention is additive.
        model: A model of the same kind, with as many units or fewer.

    Returns:
        Arrays in the order of `model.weights`.

    Raises:
        ValueError: The models are of another kind.

    Reference:
        Wen et al., Learning Intrinsic Sparse Structures within Long Short-Term Memory, ICLR 2018, section 3.1 (what
        leaves with a unit); Li et al., Pruning Filters for Efficient ConvNets, ICLR 2017, section 3.1 (by norm).
    """
    decoders = sum(isinstance(layer, Decoder) for layer in saved.layers)
    if decoders > 1:
        raise ValueError(f"expected a model with one decoder to prune. Received: one with {decoders}")
    encoder, attention, decoder = (saved.get_layer(name) for name in ("encoder", "attention", "decoder"))
    score = getattr(attention, "score", attention)
    if not isinstance(encoder, keras.layers.Bidirectional) or not isinstance(score, AdditiveScore):
        received = f"{type(encoder).__name__}, {type(score).__name__}"
        raise ValueError(f"expected a bilstm encoder and additive attention to prune. Received: {received}")
    forward, backward = encoder.forward_layer.cell, encoder.backward_layer.cell
    query, key = score.state_projection.kernel, score.key_projection.kernel
    units, fewer = forward.units, model.get_layer("encoder").forward_layer.units
    readers = _side_by_side([key, attention.cell.kernel])  # of the encoder's outputs, of both directions
    ahead = _strongest([forward.recurrent_kernel, readers[:units]], fewer)
    back = _strongest([backward.recurrent_kernel, readers[units:]], fewer)
    states = _strongest([attention.cell.recurrent_kernel, query, decoder.kernel], model.get_layer("attention").units)
    features = np.concatenate([ahead, units + back])
    kept = {query.path: [states], key.path: [features], decoder.kernel.path: [states]}
    for cell, inputs, own in ((forward, None, ahead), (backward, None, back), (attention.cell, features, states)):
        gates = np.concatenate([gate * cell.units + own for gate in range(_GATES)])
        kept |= {cell.kernel.path: [inputs, gates], cell.recurrent_kernel.path: [own, gates], cell.bias.path: [gates]}
    arrays = []
    for weight in saved.weights:
        array = _array(weight)
        for axis, indices in enumerate(kept.get(weight.path, ())):
            array = array if indices is None else array.take(indices, axis)
        arrays.append(array)
    return arrays


def _strongest(outgoing: Sequence[Any], count: int) -> np.ndarray:
    """The `count` rows of the largest norms, in ascending order."""
    norms = np.linalg.norm(_side_by_side(outgoing), axis=1)
    return np.sort(np.argsort(-norms, kind="stable")[:count])


def _side_by_side(weights: Sequence[Any]) -> np.ndarray:
    return np.concatenate([_array(weight) for weight in weights], axis=1)


def _array(weight: Any) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(weight))
