"""Export to ONNX: one fused LSTM node, and padding that changes no answer."""

import tempfile
from pathlib import Path

import keras
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper

from datenorm.training.model import ModelConfig, build_model

# Float rounding alone makes up to about 1e-5 on random strings; a wrong length or a lost mask makes 1e-3 and more.
_TOLERANCE = 1e-4
_PROBES = 8  # random strings of each length


def export_onnx(model: keras.Model, config: ModelConfig, path: Path, *, Tx: int) -> None:
    """Write `model` as ONNX: ids, shape (B, Tx), int32 -> machine (B, Ty, V), attention (B, Ty, Tx), float32.

    A masked LSTM would leave Keras as a slow loop. So the same weights are exported unmasked, which is one fused LSTM
    node, and that node is then given the count of ids that are not padding as its `sequence_lens`.

    Args:
        model: A model that `build_model(config)` made.
        config: Its sizes.
        path: Where to write.
        Tx: The longest length that the export is compared with the model at.

    Raises:
        RuntimeError: The export differs from the model by more than 1e-4 somewhere, or has no LSTM node.
    """
    unmasked = build_model(config, masked_encoder=False)
    unmasked.set_weights(model.get_weights())
    unmasked(np.zeros((1, Tx), np.int32))  # Keras exports only what was called once
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        unmasked.export(plain, format="onnx", verbose=False)
        graph = onnx.load(plain)
    _give_lengths(graph, config.pad_id)
    onnx.checker.check_model(graph)
    onnx.save(graph, path)
    _compare(model, config, path, Tx)


def _give_lengths(model: onnx.ModelProto, pad_id: int) -> None:
    graph = model.graph
    lstms = [node for node in graph.node if node.op_type == "LSTM"]
    if not lstms:
        raise RuntimeError("expected the exported encoder to be an LSTM node; the exporter wrote none")
    ids = graph.input[0].name
    graph.initializer.extend(
        [
            helper.make_tensor("pad_id", TensorProto.INT32, [], [pad_id]),
            helper.make_tensor("time_axis", TensorProto.INT64, [1], [1]),
        ]
    )
    lengths = [
        helper.make_node("Equal", [ids, "pad_id"], ["is_padding"]),
        helper.make_node("Not", ["is_padding"], ["is_text"]),
        helper.make_node("Cast", ["is_text"], ["text_counts"], to=TensorProto.INT32),
        helper.make_node("ReduceSum", ["text_counts", "time_axis"], ["sequence_lens"], keepdims=0),
    ]
    for lstm in lstms:
        lstm.input[4] = "sequence_lens"  # the fifth input of ONNX's LSTM
    nodes = [*lengths, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _compare(model: keras.Model, config: ModelConfig, path: Path, Tx: int) -> None:
    session = onnxruntime.InferenceSession(path)
    rng = np.random.default_rng(0)
    for length in range(1, Tx + 1):
        ids = rng.integers(config.human_size, size=(_PROBES, Tx), dtype=np.int32)
        ids[ids == config.pad_id] = (config.pad_id + 1) % config.human_size
        ids[:, length:] = config.pad_id
        expected = {name: keras.ops.convert_to_numpy(array) for name, array in model(ids).items()}
        received = session.run(list(expected), {session.get_inputs()[0].name: ids})
        for (name, array), exported in zip(expected.items(), received, strict=True):
            difference = float(np.abs(array - exported).max())
            if difference > _TOLERANCE:
                raise RuntimeError(
                    f"expected the ONNX export to agree with the model to {_TOLERANCE}. Received: a difference of "
                    f"{difference:.2g} in {name} at length {length}"
                )
