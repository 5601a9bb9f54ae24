"""Export to ONNX: the network written node by node, so that padding changes no answer and little is calculated."""

from pathlib import Path
from typing import Any

import keras
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from datenorm.training.layers import MASKED_ENERGY
from datenorm.training.model import ModelConfig

# Float rounding alone makes up to about 1e-5 on random strings; a wrong length or a lost mask makes 1e-3 and more.
_TOLERANCE = 1e-4
_PROBES = 8  # random strings of each length

_OPSET, _IR_VERSION = 17, 8  # old enough for every ONNX Runtime since 1.12


def export_onnx(model: keras.Model, config: ModelConfig, path: Path, *, Tx: int) -> None:
    """Write `model` as ONNX: ids, shape (B, Tx), int32 -> machine (B, Ty, V), attention (B, Ty, Tx), float32.

    Exporters write a masked LSTM as a slow loop. Here it is one fused LSTM node, given the count of ids that are not
    padding as its `sequence_lens`, and each of the decoder's steps is about twenty nodes.

    Args:
        model: A model that `build_model(config)` made.
        config: Its sizes.
        path: Where to write.
        Tx: The longest length that the export is compared with the model at.

    Raises:
        RuntimeError: The export differs from the model by more than 1e-4 somewhere.
    """
    graph = _Graph()
    is_text = graph("Not", graph("Equal", "ids", graph.constant(np.int32(config.pad_id))))  # (B, Tx)
    encoder_outputs = _encode(graph, model, config, is_text)
    states, weights = _attend(graph, model.get_layer("attention"), encoder_outputs, is_text)
    graph("Concat", *weights, outputs=["attention"], axis=1)
    decoder = model.get_layer("decoder")
    energies = graph("MatMul", graph("Concat", *states, axis=1), graph.constant(decoder.kernel))
    graph("Softmax", graph("Add", energies, graph.constant(decoder.bias)), outputs=["machine"], axis=-1)
    onnx.save(graph.model(config), path)
    _compare(model, config, path, Tx)


class _Graph:
    """An ONNX graph under construction; calling it adds a node and returns the name of its output, or their names."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def __call__(self, operator: str, *inputs: str, outputs: list[str] | int = 1, **attributes: Any) -> Any:
        if isinstance(outputs, int):
            outputs = [f"{operator}_{len(self._nodes)}_{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(operator, inputs, outputs, **attributes))
        return outputs if len(outputs) > 1 else outputs[0]

    def constant(self, values: Any) -> str:
        """The name of an array, or of a layer's weights."""
        array = np.asarray(keras.ops.convert_to_numpy(values), order="C")
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def model(self, config: ModelConfig) -> onnx.ModelProto:
        """The whole, checked."""
        shapes = {
            "ids": ["B", "Tx"],
            "machine": ["B", config.Ty, config.machine_size],
            "attention": ["B", config.Ty, "Tx"],
        }
        ids, *outputs = (
            helper.make_tensor_value_info(name, TensorProto.INT32 if name == "ids" else TensorProto.FLOAT, shape)
            for name, shape in shapes.items()
        )
        graph = helper.make_graph(self._nodes, "datenorm", [ids], outputs, self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
        onnx.checker.check_model(model, full_check=True)
        return model


def _encode(graph: _Graph, model: keras.Model, config: ModelConfig, is_text: str) -> str:
    """The encoder's outputs, shape (B, Tx, 2 * encoder_units)."""
    embedded = config.embedding_units
    table = graph.constant(
        model.get_layer("embedding").embeddings if embedded else np.eye(config.human_size, dtype="f")
    )
    characters = graph("Gather", table, graph("Transpose", "ids", perm=[1, 0]))  # (Tx, B, features)
    counts, axis_1 = graph("Cast", is_text, to=TensorProto.INT32), graph.constant(np.array([1]))
    lengths = graph("ReduceSum", counts, axis_1, keepdims=0)  # (B,)
    encoder = model.get_layer("encoder")
    directions = [
        [_gates(weights, "iofc").T for weights in layer.cell.weights]  # kernel, recurrent kernel, bias
        for layer in (encoder.forward_layer, encoder.backward_layer)
    ]
    kernels, recurrent_kernels, biases = (np.stack(weights) for weights in zip(*directions, strict=True))
    biases = np.concatenate([biases, np.zeros_like(biases)], axis=1)  # ONNX has one for each kernel
    steps, *_ = graph(
        "LSTM",
        characters,
        *map(graph.constant, (kernels, recurrent_kernels, biases)),
        lengths,
        outputs=3,
        hidden_size=config.encoder_units,
        direction="bidirectional",
    )  # (Tx, 2, B, encoder_units)
    shape = graph.constant(np.array([0, 0, 2 * config.encoder_units]))
    return str(graph("Reshape", graph("Transpose", steps, perm=[2, 0, 1, 3]), shape))


def _attend(graph: _Graph, layer: Any, encoder_outputs: str, is_text: str) -> tuple[list[str], list[str]]:
    """The decoder's states, each (B, 1, units), and the attention weights, each (B, 1, Tx), of every step.

    What `AttentionDecoder` calculates, apart from what its first state makes zero. The keys lie as (Tx, B,
    attention_units), so that the query is added to them in long runs.
    """
    score, cell, units = layer.score, layer.cell, layer.units
    axis_1, last = graph.constant(np.array([1])), graph.constant(np.array([-1]))
    zero, masked = graph.constant(np.float32(0)), graph.constant(np.float32(MASKED_ENERGY))
    padding_energy = graph("Where", is_text, zero, masked)  # (B, Tx)
    keys = graph("MatMul", encoder_outputs, graph.constant(score.key_projection.kernel))
    keys = graph("Add", keys, graph.constant(score.key_projection.bias))
    keys = graph("Transpose", keys, perm=[1, 0, 2])  # (Tx, B, attention_units)
    query_kernel, energy = map(graph.constant, (score.state_projection.kernel, score.energy.kernel))
    # One sigmoid for three gates, which then lie side by side.
    kernel, recurrent_kernel, bias = (graph.constant(_gates(weights, "ifoc")) for weights in cell.weights)
    sigmoids, thirds = graph.constant(np.array([3 * units, units])), graph.constant(np.array([units] * 3))
    states: list[str] = []
    attention_weights: list[str] = []
    state = memory = None
    for _ in range(layer.steps):
        sums = graph("Add", graph("MatMul", state, query_kernel), keys) if state else keys
        energies = graph("Squeeze", graph("MatMul", graph("Tanh", sums), energy), last)  # (Tx, B)
        energies = graph("Add", graph("Transpose", energies, perm=[1, 0]), padding_energy)
        weights = graph("Unsqueeze", graph("Softmax", energies, axis=-1), axis_1)
        context = graph("Squeeze", graph("MatMul", weights, encoder_outputs), axis_1)
        gates = graph("Gemm", context, kernel, bias)
        if state:
            gates = graph("Gemm", state, recurrent_kernel, gates)
        opened, candidate = graph("Split", gates, sigmoids, outputs=2, axis=1)
        taken, kept, shown = graph("Split", graph("Sigmoid", opened), thirds, outputs=3, axis=1)
        new = graph("Mul", taken, graph("Tanh", candidate))
        memory = graph("Add", graph("Mul", kept, memory), new) if memory else new
        state = graph("Mul", shown, graph("Tanh", memory))
        states.append(graph("Unsqueeze", state, axis_1))
        attention_weights.append(weights)
    return states, attention_weights


def _gates(weights: Any, order: str) -> np.ndarray:
    """A Keras LSTM's weights with the gates along their last axis, which Keras has as i, f, c, o, in another order."""
    gates = dict(zip("ifco", np.split(keras.ops.convert_to_numpy(weights), 4, axis=-1), strict=True))
    return np.concatenate([gates[gate] for gate in order], axis=-1)


def _compare(model: keras.Model, config: ModelConfig, path: Path, Tx: int) -> None:
    rng = np.random.default_rng(0)
    lengths = np.repeat(np.arange(1, Tx + 1), _PROBES)
    ids = rng.integers(config.human_size, size=(len(lengths), Tx), dtype=np.int32)
    ids[ids == config.pad_id] = (config.pad_id + 1) % config.human_size
    ids[np.arange(Tx) >= lengths[:, None]] = config.pad_id
    received = onnxruntime.InferenceSession(path).run(["machine", "attention"], {"ids": ids})
    expected = model(ids)
    for name, array in zip(("machine", "attention"), received, strict=True):
        differences = np.abs(array - keras.ops.convert_to_numpy(expected[name])).max(axis=(1, 2))
        if differences.max() > _TOLERANCE:
            raise RuntimeError(
                f"expected the ONNX export to agree with the model to {_TOLERANCE}. Received: a difference of "
                f"{differences.max():.2g} in {name} at length {lengths[differences.argmax()]}"
            )
