import time
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from datenorm.benchmark.arithmetic import matmul_peak, multiply_adds
from datenorm.reading.preset import ONNX, Preset, load_preset

KEYS = 10  # the attention's own units, in every additive attention
OF_QUERIES = 32  # the same, where learned queries attend


def model_of(preset: Preset) -> Path:
    return preset.folder / ONNX


def bilstm_additive(characters: int, *, entering: int, encoder: int, decoder: int, steps: int, symbols: int) -> int:
    """The multiply-adds of a bidirectional LSTM and an additive attention decoder, counted by hand."""
    both = 2 * encoder  # the encoder's two directions, side by side
    gates = 4 * decoder
    encoded = 2 * (entering + encoder) * 4 * encoder + both * KEYS  # kernels of both directions, and the keys
    attended = steps * (KEYS + both)  # energies and context
    # The first step starts from a state of zeros, which no kernel needs.
    decoded = steps * both * gates + (steps - 1) * decoder * (gates + KEYS) + steps * decoder * symbols
    return characters * (encoded + attended) + decoded


def bilstm_queries(characters: int, *, entering: int, encoder: int, decoder: int, steps: int, symbols: int) -> int:
    """The same of a decoder whose steps attend at once by learned queries."""
    both = 2 * encoder
    gates = 4 * decoder
    encoded = 2 * (entering + encoder) * 4 * encoder + both * OF_QUERIES
    attended = steps * (OF_QUERIES + both)
    decoded = steps * (both + decoder) * gates + steps * decoder * symbols
    return characters * (encoded + attended) + decoded


@pytest.mark.parametrize("characters", [1, 2, 20])
def test_a_plain_date_takes_the_multiply_adds_counted_by_hand(characters: int) -> None:
    # An embedding of 32; eight steps, for year, month and day; the symbols of all groups; the tags of each character.
    preset = load_preset("moment")
    counted = bilstm_queries(characters, entering=32, encoder=48, decoder=48, steps=8, symbols=43)
    tagged = characters * 2 * 48 * len(preset.task.tags)
    # The eight characters around each are hashed for two tables of n-grams and one of words, whose breaks are counted.
    hashed = characters * (3 * 8 + 8 * 8)
    assert multiply_adds(model_of(preset), characters) == counted + tagged + hashed


@pytest.mark.parametrize("characters", [1, 41])
def test_the_time_preset_takes_the_multiply_adds_counted_by_hand(characters: int) -> None:
    # 41 symbols that enter one-hot; five steps; ten digits and the colon.
    counted = bilstm_additive(characters, entering=41, encoder=32, decoder=64, steps=5, symbols=11)
    assert multiply_adds(model_of(load_preset("time")), characters) == counted


def test_the_hand_counts_are_of_the_presets_that_ship() -> None:
    sizes = [
        [load_preset(name).config["model"][size] for size in ("embedding_units", "encoder_units", "decoder_units")]
        for name in ("moment", "time")
    ]
    assert sizes == [[32, 48, 48], [0, 32, 64]]
    kinds = [
        [load_preset(name).config["model"][kind] for kind in ("encoder", "attention")] for name in ("moment", "time")
    ]
    assert kinds == [["bilstm", "queries"], ["bilstm", "additive"]]


def small_network(path: Path) -> Path:
    """An ONNX file with one node of each operator that multiplies arrays, every axis of another size."""

    def weights(name: str, *shape: int) -> onnx.TensorProto:
        return numpy_helper.from_array(np.ones(shape, np.float32), name)

    nodes = [
        helper.make_node("Gather", ["table", "ids"], ["embedded"]),  # (1, T, 3)
        helper.make_node("Transpose", ["embedded"], ["channels"], perm=[0, 2, 1]),  # (1, 3, T)
        helper.make_node("Conv", ["channels", "kernel"], ["convolved"], pads=[2, 2]),  # (1, 7, T)
        helper.make_node("Transpose", ["convolved"], ["rows"], perm=[0, 2, 1]),  # (1, T, 7)
        helper.make_node("Transpose", ["rows"], ["columns"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["rows", "columns"], ["energies"]),  # (1, T, T)
        helper.make_node("MatMul", ["energies", "rows"], ["context"]),  # (1, T, 7)
        helper.make_node("ReduceSum", ["context", "axis"], ["sum"], keepdims=0),  # (1, 7)
        helper.make_node("Gemm", ["sum", "matrix"], ["machine"]),  # (1, 11)
    ]
    constants = [weights("table", 5, 3), weights("kernel", 7, 3, 5), weights("matrix", 7, 11)]
    constants.append(numpy_helper.from_array(np.array([1]), "axis"))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT32, ["B", "T"])
    machine = helper.make_tensor_value_info("machine", TensorProto.FLOAT, ["B", 11])
    graph = helper.make_graph(nodes, "small", [ids], [machine], constants)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    return path


@pytest.mark.parametrize("characters", [1, 4, 13])
def test_convolutions_and_attention_over_time_are_counted(tmp_path: Path, characters: int) -> None:
    convolution = characters * 7 * 3 * 5
    attention = 2 * characters * characters * 7
    assert multiply_adds(small_network(tmp_path / "small.onnx"), characters) == convolution + attention + 7 * 11


def test_the_peak_is_that_of_a_matrix_product() -> None:
    start = time.perf_counter()
    peak = matmul_peak()
    seconds = time.perf_counter() - start
    assert peak > 1e8
    assert peak >= 5 * 2048**3 / seconds  # the best of five is no slower than all five
