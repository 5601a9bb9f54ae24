"""Graph: an ONNX graph under construction."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import keras
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from datenorm.training.tensors import Tensor

_Shapes = Mapping[str, Sequence[int | str]]

_OPSET, _IR_VERSION = 17, 8  # old enough for every ONNX Runtime since 1.12


class Graph:
    """A graph that starts from `ids`, and from other inputs if it has them.

    A call adds a node and returns the name of its output, or their names.
    """

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[bytes, onnx.TensorProto] = {}

    def __call__(self, operator: str, *inputs: str, outputs: list[str] | int = 1, **attributes: Any) -> Any:
        """The name of a new node's output, or their names: those that are given, or as many new ones."""
        if isinstance(outputs, int):
            outputs = [f"{operator}_{len(self._nodes)}_{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(operator, inputs, outputs, **attributes))
        return outputs if len(outputs) > 1 else outputs[0]

    def rename(self, name: str, new: str) -> None:
        """Give a node's output another name, such as that of an output of the graph."""
        for node in self._nodes:
            for names in (node.input, node.output):
                names[:] = [new if each == name else each for each in names]

    def constant(self, values: Tensor) -> str:
        """The name of a constant: an array, or a layer's weights. What is equal is stored once."""
        tensor = numpy_helper.from_array(np.asarray(keras.ops.convert_to_numpy(values), order="C"))
        stored = self._constants.setdefault(tensor.SerializeToString(), tensor)
        stored.name = stored.name or f"constant_{len(self._constants)}"
        return str(stored.name)

    def times(self, steps: str, axis: int) -> str:
        """The numbers 0, 1, ... of the steps on an axis, shape (steps, 1)."""
        count = self("Squeeze", self("Shape", steps, start=axis, end=axis + 1))
        numbers = self("Range", self.constant(np.array(0)), count, self.constant(np.array(1)))
        return str(self("Unsqueeze", numbers, self.constant(np.array([1]))))

    def dense(self, inputs: str, layer: keras.layers.Dense) -> str:
        """The output of a Dense layer before its activation."""
        sums = self("MatMul", inputs, self.constant(layer.kernel))
        return str(self("Add", sums, self.constant(layer.bias)) if layer.use_bias else sums)

    def heads(self, features: str, heads: int, order: tuple[int, ...]) -> str:
        """Shape (B, T, heads * units) to (B, T, heads, units), with the axes then in another order."""
        split = self("Reshape", features, self.constant(np.array([0, 0, heads, -1])))
        return str(self("Transpose", split, perm=order))

    def model(
        self, shapes: _Shapes, inputs: _Shapes = MappingProxyType({}), *, reads_ids: bool = True
    ) -> onnx.ModelProto:
        """The whole graph as a model, checked.

        Args:
            shapes: The names and shapes of its outputs.
            inputs: Those of its inputs beside `ids`.
            reads_ids: Whether it has the input `ids`.
        """
        ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["B", "Tx"])
        others, outputs = (
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in named.items()]
            for named in (inputs, shapes)
        )
        given = [ids, *others] if reads_ids else others
        graph = helper.make_graph(self._nodes, "datenorm", given, outputs, list(self._constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
        onnx.checker.check_model(model, full_check=True)
        return model
