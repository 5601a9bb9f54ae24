"""Export to ONNX: the locator and the reader node by node, with each norm in the weights of its convolution."""

from pathlib import Path

import keras
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto

from datenorm.frames.geometry import CELL, READER_HEIGHT
from datenorm.frames.layers import FrameEncoder, FrameFusion
from datenorm.frames.task import CHARACTERS
from datenorm.training.graph import Graph
from datenorm.training.nodes import attend_over_time, encode_blocks

_PICTURE: tuple[int | str, ...] = ("B", "height", "width", 3)
_CELLS: tuple[int | str, ...] = ("B", "rows", "columns", 3)
_TOLERANCE = 1e-3  # of probabilities; of the locator's numbers relative to their size


def export_locator(model: keras.Model, path: Path) -> None:
    """Write a locator as ONNX: picture, shape (B, height, width, 3) -> cells, (B, height / 4, width / 4, 3), float32.

    Raises:
        RuntimeError: The export differs from the model.
    """
    graph = Graph()
    features = graph("Transpose", "picture", perm=[0, 3, 1, 2])
    count = sum(layer.name.startswith("convolution") for layer in model.layers)
    for i in range(count):
        layer, norm = model.get_layer(f"convolution_{i}"), model.get_layer(f"norm_{i}")
        features = graph("Relu", _convolution(graph, features, layer, norm))
    cells = model.get_layer("cells")
    kernel = np.transpose(_array(cells.kernel), (3, 2, 0, 1))
    features = graph("Conv", features, graph.constant(kernel), graph.constant(cells.bias))
    graph("Transpose", features, perm=[0, 2, 3, 1], outputs=["cells"])
    onnx.save(graph.model({"cells": _CELLS}, {"picture": _PICTURE}, reads_ids=False), path)
    picture = np.random.default_rng(0).uniform(-1, 1, (2, 10 * CELL, 14 * CELL, 3)).astype(np.float32)
    _compare(path, {"picture": picture}, {"cells": _array(model(picture))})


def export_reader(model: keras.Model, path: Path) -> None:
    """Write a reader as ONNX, for the frames of one line.

    Input:
        frames: Shape (T, READER_HEIGHT, width, 3), float32.

    Output, float32:
        characters: Shape (1, columns, 1 + characters).
        frame_weights: Shape (T, columns).

    Raises:
        RuntimeError: The export differs from the model.
    """
    graph = Graph()
    columns = _encode_frames(graph, model.get_layer("encoder"))  # (T, columns, units)
    joined = _fuse(graph, model.get_layer("fusion"), columns)  # (1, columns, units)
    context = encode_blocks(graph, model.get_layer("context"), joined, _trues(graph, joined, 2))
    graph("Softmax", graph.dense(context, model.get_layer("characters")), axis=-1, outputs=["characters"])
    shapes: dict[str, list[int | str]] = {
        "characters": [1, "columns", 1 + len(CHARACTERS)],
        "frame_weights": ["T", "columns"],
    }
    onnx.save(graph.model(shapes, {"frames": ["T", READER_HEIGHT, "width", 3]}, reads_ids=False), path)
    rng = np.random.default_rng(0)
    for count, width in ((1, 64), (3, 104)):
        frames = rng.normal(size=(count, READER_HEIGHT, width, 3)).astype(np.float32)
        outputs = model({"frames": frames[None], "mask": np.ones((1, count), bool)})
        expected = {name: _array(outputs[name]) for name in shapes}
        expected["frame_weights"] = expected["frame_weights"][0]
        _compare(path, {"frames": frames}, expected)


def _array(values: object) -> np.ndarray:
    array: np.ndarray = keras.ops.convert_to_numpy(values)
    return array


def _convolution(graph: Graph, features: str, layer: keras.layers.Conv2D, norm: keras.layers.BatchNormalization) -> str:
    """A convolution and its norm in one node, of features of shape (B, channels, height, width)."""
    scale = _array(norm.gamma) / np.sqrt(_array(norm.moving_variance) + norm.epsilon)
    kernel = np.transpose(_array(layer.kernel) * scale, (3, 2, 0, 1))
    bias = _array(norm.beta) - _array(norm.moving_mean) * scale
    reach, stride = layer.dilation_rate[0], layer.strides[0]
    # Keras pads a picture of even size only behind it where the stride is 2.
    pads = [reach] * 4 if stride == 1 else [0, 0, 1, 1]
    weights = graph.constant(kernel), graph.constant(bias)
    return str(graph("Conv", features, *weights, dilations=[reach] * 2, strides=[stride] * 2, pads=pads))


def _encode_frames(graph: Graph, layer: FrameEncoder) -> str:
    features = graph("Transpose", "frames", perm=[0, 3, 1, 2])
    for i, (convolution, norm) in enumerate(zip(layer.convolutions, layer.norms, strict=True)):
        features = graph("Relu", _convolution(graph, features, convolution, norm))
        if i in layer.pools:
            pool = list(layer.pools[i])
            features = graph("MaxPool", features, kernel_shape=pool, strides=pool)
    columns = graph("Transpose", features, perm=[0, 3, 2, 1])  # (T, columns, rows, channels)
    joined = graph("Reshape", columns, graph.constant(np.array([0, 0, -1])))
    return graph.dense(joined, layer.projection)


def _fuse(graph: Graph, layer: FrameFusion, columns: str) -> str:
    """The joined columns, shape (1, columns, units); the node `frame_weights`, shape (T, columns)."""
    over_time = graph("Transpose", columns, perm=[1, 0, 2])  # (columns, T, units)
    seen, weights = attend_over_time(graph, layer.attention, over_time, _trues(graph, over_time, 2))
    shares = graph("ReduceMean", weights, axes=[1, 2], keepdims=0)  # (columns, T)
    graph("Transpose", shares, perm=[1, 0], outputs=["frame_weights"])
    joined = graph("ReduceMean", seen, axes=[1], keepdims=0)
    return str(graph("Unsqueeze", joined, graph.constant(np.array([0]))))


def _trues(graph: Graph, features: str, axes: int) -> str:
    """True in the shape of the first axes of `features`."""
    shape = graph("Slice", graph("Shape", features), graph.constant(np.array([0])), graph.constant(np.array([axes])))
    ones = graph("Expand", graph.constant(np.float32(1)), shape)
    return str(graph("Cast", ones, to=TensorProto.BOOL))


def _compare(path: Path, inputs: dict[str, np.ndarray], expected: dict[str, np.ndarray]) -> None:
    received = onnxruntime.InferenceSession(path).run(list(expected), inputs)
    for (name, array), exported in zip(expected.items(), received, strict=True):
        difference = float((np.abs(array - exported) / np.maximum(1, np.abs(array))).max())
        if difference > _TOLERANCE:
            raise RuntimeError(
                f"expected the ONNX export to agree with the model to {_TOLERANCE}. Received: a difference of "
                f"{difference:.2g} in {name}"
            )
