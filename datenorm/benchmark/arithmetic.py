"""Arithmetic: how many multiply-adds reading a text takes, and how many the machine can do."""

import json
import math
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

_PEAK_SIZE = 2048
_PEAK_REPEATS = 5

_Shape = Sequence[int]


def matmul_peak() -> float:
    """The multiply-adds a second that NumPy's float32 matrix product reaches on all cores."""
    matrix = np.random.default_rng(0).random((_PEAK_SIZE, _PEAK_SIZE), np.float32)
    times = []
    for _ in range(_PEAK_REPEATS):
        start = time.perf_counter()
        matrix @ matrix
        times.append(time.perf_counter() - start)
    return float(_PEAK_SIZE**3 / min(times))


def multiply_adds(model: Path, length: int) -> int:
    """The multiply-adds of the matrix products and convolutions that read one text of `length` characters.

    They are counted from the shapes that ONNX Runtime's profiler reports of each node, for any network that reads ids
    of shape (B, Tx). What is done element by element, such as an activation, is not counted.

    Args:
        model: An ONNX file.
        length: At least 1.
    """
    nodes = _profile(model, np.ones((1, length), np.int32))
    return sum(_COUNTS[name](inputs, outputs) for name, inputs, outputs in nodes if name in _COUNTS)


def _profile(model: Path, ids: np.ndarray) -> list[tuple[str, list[_Shape], list[_Shape]]]:
    """Run a network once; the operator, the shapes of the inputs and those of the outputs, of each of its nodes."""
    options = onnxruntime.SessionOptions()
    # As the file has them: neither are nodes fused, nor are weights packed, which would hide their shapes.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.add_session_config_entry("session.disable_prepacking", "1")
    options.enable_profiling = True
    with tempfile.TemporaryDirectory() as folder:
        options.profile_file_prefix = str(Path(folder) / "profile")
        session = onnxruntime.InferenceSession(model, options)
        session.run(None, {"ids": ids})
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    nodes = [event["args"] for event in events if "input_type_shape" in event.get("args", {})]
    return [(node["op_name"], _shapes(node["input_type_shape"]), _shapes(node["output_type_shape"])) for node in nodes]


def _shapes(tensors: Sequence[dict[str, Any]]) -> list[_Shape]:
    """The shapes of tensors that the profiler gives as type -> shape."""
    return [shape for tensor in tensors for shape in tensor.values()]


def _product(inputs: Sequence[_Shape], outputs: Sequence[_Shape]) -> int:
    """(..., M, K) times (..., K, N)."""
    return math.prod(outputs[0]) * inputs[0][-1]


def _convolution(inputs: Sequence[_Shape], outputs: Sequence[_Shape]) -> int:
    """Outputs of shape (B, features, T), from kernels of shape (features, input features, size)."""
    return math.prod(outputs[0]) * math.prod(inputs[1][1:])


def _lstm(inputs: Sequence[_Shape], outputs: Sequence[_Shape]) -> int:
    """Steps of shape (T, B, features), by kernels and recurrent kernels of shape (directions, 4 units, ...)."""
    steps, batch, _ = inputs[0]
    return steps * batch * sum(map(math.prod, inputs[1:3]))


_COUNTS: dict[str, Callable[[Sequence[_Shape], Sequence[_Shape]], int]] = {
    "MatMul": _product,
    "Gemm": _product,  # datenorm's transpose nothing
    "Conv": _convolution,
    "LSTM": _lstm,
}
"""Operator -> its multiply-adds, from the shapes of its inputs and its outputs."""
