"""Export to ONNX: the network written node by node, so that padding changes no answer and every node is needed."""

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto

from datenorm.training.embedding_nodes import embed_neighbours
from datenorm.training.embeddings import NgramEmbedding, WordEmbedding
from datenorm.training.graph import Graph
from datenorm.training.model import ModelConfig, names_of
from datenorm.training.nodes import attend, encode, separate

# Float rounding makes differences of up to 1e-5 on random strings; a wrong length or a lost mask, of 1e-3 and more.
_TOLERANCE = 1e-4
_PROBES = 8  # random strings of each length
_ENCODED = "encoded"  # the encoder's outputs, from the first file to the others


def export_onnx(model: keras.Model, config: ModelConfig, paths: Sequence[Path], *, Tx: int) -> None:
    """Write `model` as ONNX, in a file for each group of the machine strings.

    The first file reads ids, shape (B, Tx), int32, and gives for its group, all float32:

    - machine: probabilities, shape (B, length of the group, V), and
    - attention: weights, shape (B, length of the group, Tx);

    beside these, in a network that tags or has several groups:

    - tags: the probability of each tag at each character, shape (B, Tx, tags), 0 on padding, and
    - encoded: the encoder's outputs, shape (B, Tx, features).

    Each other file reads ids and encoded, and gives machine and attention of its group. So a decoder is run only for
    the texts that need it.

    Exporters write a masked LSTM as a slow loop. Here it is one fused LSTM node, whose `sequence_lens` are the counts
    of ids that are not padding. Each of the decoder's steps is about twenty nodes; those of a
    `ParallelDecoder` are one fused node together.

    Args:
        model: What `build_model(config)` returned, trained, its tables rounded by `round_tables`.
        config: The config that it was built from.
        paths: Where to write, a path for each group.
        Tx: The longest length at which the export is compared with the model.

    Raises:
        ValueError: There is another number of paths than of groups.
        RuntimeError: The export differs from the model by more than 1e-4 somewhere.
    """
    if len(paths) != len(config.lengths):
        raise ValueError(f"expected a path for each of {len(config.lengths)} groups. Received: {len(paths)}")
    graph = Graph()
    is_text = _is_text(graph, config)
    embeddings = (
        model.get_layer("embedding").embeddings if config.embedding_units else np.eye(config.human_size, dtype="f")
    )
    hashed = [layer for layer in model.layers if isinstance(layer, NgramEmbedding | WordEmbedding)]
    ids = graph("Transpose", "ids", perm=[1, 0])  # time first, as the LSTM reads it
    vectors = embed_neighbours(graph, hashed, ids, config.embedding_units)
    characters = graph("Sum", graph("Gather", graph.constant(embeddings), ids), *vectors)  # (Tx, B, units)
    encoder_outputs = encode(graph, model.get_layer("encoder"), characters, is_text)
    shapes = _write_group(graph, model, config, 1, encoder_outputs, is_text)
    features: dict[str, list[int | str]] = {_ENCODED: ["B", "Tx", 2 * config.encoder_units]}
    if config.tags:
        tags = graph("Sigmoid", graph.dense(encoder_outputs, model.get_layer("tags")))
        # On padding Keras goes on with the last output of its encoder, and ONNX with zeros.
        kept = graph("Unsqueeze", graph("Cast", is_text, to=TensorProto.FLOAT), graph.constant(np.array([2])))
        graph("Mul", tags, kept, outputs=["tags"])
        shapes["tags"] = ["B", "Tx", config.tags]
    if len(paths) > 1:
        graph.rename(encoder_outputs, _ENCODED)
        shapes |= features
    onnx.save(graph.model(shapes), paths[0])
    for group, path in enumerate(paths[1:], start=2):
        graph = Graph()
        shapes = _write_group(graph, model, config, group, _ENCODED, _is_text(graph, config))
        onnx.save(graph.model(shapes, features), path)
    _compare(model, config, paths, Tx)


def _is_text(graph: Graph, config: ModelConfig) -> str:
    """False on padding, shape (B, Tx), bool."""
    return str(graph("Not", graph("Equal", "ids", graph.constant(np.int32(config.pad_id)))))


def _write_group(
    graph: Graph, model: keras.Model, config: ModelConfig, group: int, encoder_outputs: str, is_text: str
) -> dict[str, list[int | str]]:
    """Write the decoder of a group, from 1; the shapes of its outputs."""
    attention_name, decoder_name = names_of(group)
    attention_decoder, decoder = model.get_layer(attention_name), model.get_layer(decoder_name)
    states, attention = attend(graph, attention_decoder, encoder_outputs, is_text)
    logits = graph("Gemm", states, *map(graph.constant, (decoder.kernel, decoder.bias)))
    shape = graph.constant(np.array([-1, attention_decoder.steps, config.machine_size]))
    machine = graph("Softmax", graph("Reshape", logits, shape), axis=-1)
    if config.separators:
        machine, attention = separate(graph, model.get_layer("separators"), machine, attention)
    graph.rename(machine, "machine")
    graph.rename(attention, "attention")
    length = config.lengths[group - 1]
    return {"machine": ["B", length, config.machine_size], "attention": ["B", length, "Tx"]}


def _compare(model: keras.Model, config: ModelConfig, paths: Sequence[Path], Tx: int) -> None:
    rng = np.random.default_rng(0)
    lengths = np.repeat(np.arange(1, Tx + 1), _PROBES)
    ids = rng.integers(config.human_size, size=(len(lengths), Tx), dtype=np.int32)
    ids[ids == config.pad_id] = (config.pad_id + 1) % config.human_size
    ids[np.arange(Tx) >= lengths[:, None]] = config.pad_id
    expected = {name: keras.ops.convert_to_numpy(array) for name, array in model(ids).items()}
    received = _run(paths, ids)
    for name, array in expected.items():
        differences = np.abs(array - received[name]).max(axis=(1, 2))
        first = (differences > _TOLERANCE).argmax()
        if differences[first] > _TOLERANCE:
            raise RuntimeError(
                f"expected the ONNX export to agree with the model to {_TOLERANCE}. Received: a difference of "
                f"{differences[first]:.2g} in {name} at length {lengths[first]}"
            )


def _run(paths: Sequence[Path], ids: np.ndarray) -> dict[str, np.ndarray]:
    """The outputs of the files, with those of the groups joined."""
    groups: list[dict[str, np.ndarray]] = []
    for path in paths:
        session = onnxruntime.InferenceSession(path)
        names = [output.name for output in session.get_outputs()]
        inputs = {"ids": ids} if not groups else {"ids": ids, _ENCODED: groups[0][_ENCODED]}
        groups.append(dict(zip(names, session.run(names, inputs), strict=True)))
    joined = {name: np.concatenate([outputs[name] for outputs in groups], axis=1) for name in ("machine", "attention")}
    return groups[0] | joined
