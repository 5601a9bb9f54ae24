"""Nodes: the calculation of each layer as ONNX nodes."""

from collections.abc import Callable, Sequence

import keras
import numpy as np
from onnx import TensorProto

from datenorm.training.encoders import AttentionBlock, BlockEncoder, ConvolutionBlock, TemporalAttention, waves
from datenorm.training.graph import Graph
from datenorm.training.layers import AttentionDecoder, Decoder, Separators
from datenorm.training.parallel_decoder import ParallelDecoder
from datenorm.training.scores import MASKED_ENERGY, AdditiveScore, DotScore, MultiHeadScore, Score
from datenorm.training.tensors import Tensor

_Look = Callable[[str | None], tuple[str, str]]
"""From a decoder state, None for zeros, to the context, (B, context_units), and the weights, (B, 1, Tx)."""


def encode(graph: Graph, encoder: keras.layers.Layer, characters: str, is_text: str) -> str:
    """The encoder's outputs, shape (B, Tx, features).

    Args:
        graph: Where the nodes go.
        encoder: A bidirectional LSTM or a `BlockEncoder`.
        characters: The embedded or one-hot characters, shape (Tx, B, units).
        is_text: False on padding, shape (B, Tx), bool.
    """
    if isinstance(encoder, BlockEncoder):
        return encode_blocks(graph, encoder, graph("Transpose", characters, perm=[1, 0, 2]), is_text)
    return _bidirectional_lstm(graph, encoder, characters, is_text)


def _bidirectional_lstm(graph: Graph, encoder: keras.layers.Layer, characters: str, is_text: str) -> str:
    lengths = graph(
        "ReduceSum", graph("Cast", is_text, to=TensorProto.INT32), graph.constant(np.array([1])), keepdims=0
    )
    layers = [encoder.forward_layer, encoder.backward_layer]
    steps = _lstm(graph, layers, characters, lengths)  # (Tx, 2, B, units)
    shape = graph.constant(np.array([0, 0, 2 * encoder.forward_layer.units]))
    return str(graph("Reshape", graph("Transpose", steps, perm=[2, 0, 1, 3]), shape))


def _lstm(graph: Graph, directions: Sequence[keras.layers.LSTM], inputs: str, lengths: str = "") -> str:
    """All states of an LSTM, shape (T, directions, B, units), as one fused node.

    Args:
        graph: Where the nodes go.
        directions: The layer that reads forward; and the one that reads backward, if there is one.
        inputs: Shape (T, B, features).
        lengths: The steps to read of each, shape (B,), int32; "" for all.
    """
    of_directions = [[_gates(weights, "iofc").T for weights in layer.cell.weights] for layer in directions]
    kernels, recurrent_kernels, biases = map(np.stack, zip(*of_directions, strict=True))
    biases = np.concatenate([biases, np.zeros_like(biases)], axis=1)  # ONNX has a bias for each of both kernels
    states, *_ = graph(
        "LSTM",
        inputs,
        *map(graph.constant, (kernels, recurrent_kernels, biases)),
        lengths,
        outputs=3,
        hidden_size=directions[0].units,
        direction="bidirectional" if len(directions) > 1 else "forward",
    )
    return str(states)


def encode_blocks(graph: Graph, encoder: BlockEncoder, characters: str, is_text: str) -> str:
    """The outputs of a `BlockEncoder`, shape (B, Tx, features), from those of each character, (B, Tx, units)."""
    features = graph.dense(characters, encoder.entry)
    for block in encoder.blocks:
        nodes = _convolution_block if isinstance(block, ConvolutionBlock) else _attention_block
        features = nodes(graph, block, features, is_text)
    return _norm(graph, encoder.norm, features)


def _norm(graph: Graph, layer: keras.layers.LayerNormalization, features: str) -> str:
    scale, bias = graph.constant(layer.gamma), graph.constant(layer.beta)
    return str(graph("LayerNormalization", features, scale, bias, epsilon=layer.epsilon))


def _convolution_block(graph: Graph, block: ConvolutionBlock, features: str, is_text: str) -> str:
    kept = graph("Unsqueeze", is_text, graph.constant(np.array([2])))  # (B, Tx, 1)
    rising = graph("Relu", _norm(graph, block.norm, features))
    text = graph("Where", kept, rising, graph.constant(np.float32(0)))
    layer, reach = block.convolution, block.dilation * (block.kernel_size // 2)
    seen = graph(
        "Conv",
        graph("Transpose", text, perm=[0, 2, 1]),
        graph.constant(np.transpose(keras.ops.convert_to_numpy(layer.kernel), (2, 1, 0))),
        graph.constant(layer.bias),
        dilations=[block.dilation],
        pads=[reach, reach],
    )  # (B, features, Tx)
    return str(graph("Add", features, graph("Transpose", seen, perm=[0, 2, 1])))


def _attention_block(graph: Graph, block: AttentionBlock, features: str, is_text: str) -> str:
    attended, _ = attend_over_time(graph, block.attention, _norm(graph, block.attention_norm, features), is_text)
    features = graph("Add", features, attended)
    wide = graph("Relu", graph.dense(_norm(graph, block.norm, features), block.wide))
    return str(graph("Add", features, graph.dense(wide, block.narrow)))


def attend_over_time(graph: Graph, layer: TemporalAttention, features: str, is_text: str) -> tuple[str, str]:
    """The output of a `TemporalAttention`, (B, Tx, features), and its attention weights, (B, heads, Tx, Tx).

    The layer is not causal and has sinusoids, as that of an `AttentionBlock` does.
    """
    times = graph("Cast", graph.times(features, 1), to=TensorProto.FLOAT)  # (Tx, 1)
    rates, phases = map(graph.constant, waves(layer.O.units))
    features = graph("Add", features, graph("Sin", graph("Add", graph("Mul", times, rates), phases)))
    queries, keys, values = (graph.dense(features, projection) for projection in (layer.Q, layer.K, layer.V))
    queries, values = (graph.heads(each, layer.heads, (0, 2, 1, 3)) for each in (queries, values))
    keys = graph.heads(keys, layer.heads, (0, 2, 3, 1))  # (B, heads, units, Tx)
    energies = graph("Div", graph("MatMul", queries, keys), graph.constant(np.float32(layer.units**0.5)))
    masked = graph("Unsqueeze", _padding_energy(graph, is_text), graph.constant(np.array([1, 2])))  # (B, 1, 1, Tx)
    weights = graph("Softmax", graph("Add", energies, masked), axis=-1)
    seen = graph("Transpose", graph("MatMul", weights, values), perm=[0, 2, 1, 3])  # (B, Tx, heads, units)
    joined = graph("Reshape", seen, graph.constant(np.array([0, 0, layer.heads * layer.units])))
    return graph.dense(joined, layer.O), weights


def _padding_energy(graph: Graph, is_text: str) -> str:
    """0 where there is text and `MASKED_ENERGY` on padding, shape (B, Tx)."""
    return str(graph("Where", is_text, *map(graph.constant, (np.float32(0), np.float32(MASKED_ENERGY)))))


def attend(graph: Graph, layer: Decoder, encoder_outputs: str, is_text: str) -> tuple[str, str]:
    """The decoder's states, shape (B * steps, units), and its attention weights, shape (B, steps, Tx)."""
    if isinstance(layer, ParallelDecoder):
        return _attend_at_once(graph, layer, encoder_outputs, is_text)
    return _attend_step_by_step(graph, layer, encoder_outputs, is_text)


def _attend_at_once(graph: Graph, layer: ParallelDecoder, encoder_outputs: str, is_text: str) -> tuple[str, str]:
    keys = graph("Tanh", graph.dense(encoder_outputs, layer.keys))
    energies = graph("Transpose", graph.dense(keys, layer.queries), perm=[0, 2, 1])  # (B, steps, Tx)
    padding_energy = graph("Unsqueeze", _padding_energy(graph, is_text), graph.constant(np.array([1])))
    weights = graph("Softmax", graph("Add", energies, padding_energy), axis=-1)
    contexts = graph("MatMul", weights, encoder_outputs)  # (B, steps, features)
    states = _lstm(graph, [layer.lstm], graph("Transpose", contexts, perm=[1, 0, 2]))  # (steps, 1, B, units)
    shape = graph.constant(np.array([-1, layer.units]))
    return str(graph("Reshape", graph("Transpose", states, perm=[2, 0, 1, 3]), shape)), weights


def _attend_step_by_step(graph: Graph, layer: AttentionDecoder, encoder_outputs: str, is_text: str) -> tuple[str, str]:
    # The terms that the first state, zeros, cancels are left out.
    look = _look(graph, layer.score, encoder_outputs, _padding_energy(graph, is_text))
    kernel, recurrent_kernel, bias = map(graph.constant, layer.cell.weights)
    states: list[str] = []
    attention_weights: list[str] = []
    state = memory = None
    for _ in range(layer.steps):
        context, weights = look(state)
        gates = graph("Gemm", context, kernel, bias)
        if state:
            gates = graph("Gemm", state, recurrent_kernel, gates)
        taken, kept, candidate, shown = graph("Split", gates, outputs=4, axis=1)
        new = graph("Mul", graph("Sigmoid", taken), graph("Tanh", candidate))
        memory = graph("Add", graph("Mul", graph("Sigmoid", kept), memory), new) if memory else new
        state = graph("Mul", graph("Sigmoid", shown), graph("Tanh", memory))
        states.append(state)
        attention_weights.append(weights)
    decoder_states = graph("Reshape", graph("Concat", *states, axis=1), graph.constant(np.array([-1, layer.units])))
    return decoder_states, graph("Concat", *attention_weights, axis=1)


def separate(graph: Graph, layer: Separators, machine: str, attention: str) -> tuple[str, str]:
    """Probabilities, (B, Ty, size), and attention weights, (B, Ty, Tx), with the separators in their places."""
    is_given, places = graph.constant(layer.is_given), graph.constant(layer.places)
    machine, attention = (
        graph("Where", is_given, graph.constant(given), graph("Gather", written, places, axis=1))
        for written, given in ((machine, layer.given), (attention, np.float32(0)))
    )
    return machine, attention


def _look(graph: Graph, score: Score, encoder_outputs: str, padding_energy: str) -> _Look:
    if isinstance(score, MultiHeadScore):
        return _multi_head_look(graph, score, encoder_outputs, padding_energy)
    energies_of = (_additive if isinstance(score, AdditiveScore) else _dot)(graph, score, encoder_outputs)
    padding_energy = graph("Unsqueeze", padding_energy, graph.constant(np.array([1])))  # (B, 1, Tx)

    def look(state: str | None) -> tuple[str, str]:
        weights = graph("Softmax", graph("Add", energies_of(state), padding_energy), axis=-1)
        return _context(graph, score, graph("MatMul", weights, encoder_outputs)), weights

    return look


def _additive(graph: Graph, score: AdditiveScore, encoder_outputs: str) -> Callable[[str | None], str]:
    """State to energies, shape (B, 1, Tx)."""
    # Time comes first, so that the query is added to whole batches.
    keys = graph("Transpose", graph.dense(encoder_outputs, score.key_projection), perm=[1, 0, 2])  # (Tx, B, units)

    def energies(state: str | None) -> str:
        sums = graph("Add", keys, graph.dense(state, score.state_projection)) if state else keys
        return str(graph("Transpose", graph.dense(graph("Tanh", sums), score.energy), perm=[1, 2, 0]))

    return energies


def _dot(graph: Graph, score: DotScore, encoder_outputs: str) -> Callable[[str | None], str]:
    """State to energies, shape (B, 1, Tx)."""
    keys = graph("Transpose", encoder_outputs, perm=[0, 2, 1])  # (B, features, Tx)
    axis_1 = graph.constant(np.array([1]))

    def energies(state: str | None) -> str:
        query = graph("Unsqueeze", _query(graph, score.state_projection, state), axis_1)
        return str(graph("MatMul", query, keys))

    return energies


def _multi_head_look(graph: Graph, score: MultiHeadScore, encoder_outputs: str, padding_energy: str) -> _Look:
    keys = graph.heads(graph.dense(encoder_outputs, score.key_projection), score.heads, (0, 2, 3, 1))
    values = graph.heads(graph.dense(encoder_outputs, score.value_projection), score.heads, (0, 2, 1, 3))
    padding_energy = graph("Unsqueeze", padding_energy, graph.constant(np.array([1, 2])))  # (B, 1, 1, Tx)
    heads = graph.constant(np.array([-1, score.heads, 1, score.units]))
    scale = graph.constant(np.float32(score.units**0.5))

    def look(state: str | None) -> tuple[str, str]:
        query = graph("Reshape", _query(graph, score.state_projection, state), heads)
        energies = graph("Add", graph("Div", graph("MatMul", query, keys), scale), padding_energy)
        weights = graph("Softmax", energies, axis=-1)  # (B, heads, 1, Tx)
        context = _context(graph, score, graph("MatMul", weights, values))
        return context, graph("ReduceMean", weights, axes=[1], keepdims=0)

    return look


def _query(graph: Graph, projection: keras.layers.Dense, state: str | None) -> str:
    """The projected state, shape (B, units); (1, units) for the first state, which is zeros."""
    return graph.dense(state, projection) if state else graph.constant(keras.ops.reshape(projection.bias, (1, -1)))


def _context(graph: Graph, score: Score, sums: str) -> str:
    """The sums of all heads as one context, shape (B, context_units)."""
    return str(graph("Reshape", sums, graph.constant(np.array([-1, score.context_units]))))


def _gates(weights: Tensor, order: str) -> np.ndarray:
    """A Keras LSTM's weights, whose last axis has the gates in the order i, f, c, o, in another order of the gates."""
    gates = dict(zip("ifco", np.split(keras.ops.convert_to_numpy(weights), 4, axis=-1), strict=True))
    return np.concatenate([gates[gate] for gate in order], axis=-1)
