"""Export to ONNX: the network written node by node, so that padding changes no answer and every node is needed."""

from pathlib import Path

import keras
import numpy as np
import onnx
import onnxruntime

from datenorm.training.graph import Graph
from datenorm.training.model import ModelConfig
from datenorm.training.nodes import attend, embed_ngrams, embed_words, encode, separate

# Float rounding makes differences of up to 1e-5 on random strings; a wrong length or a lost mask, of 1e-3 and more.
_TOLERANCE = 1e-4
_PROBES = 8  # random strings of each length


def export_onnx(model: keras.Model, config: ModelConfig, path: Path, *, Tx: int) -> None:
    """Write `model` as ONNX: ids, shape (B, Tx), int32 -> machine (B, Ty, V), attention (B, Ty, Tx), float32.

    Exporters write a masked LSTM as a slow loop. Here it is one fused LSTM node, whose `sequence_lens` are the counts
    of ids that are not padding. Each of the decoder's steps is about twenty nodes.

    Args:
        model: What `build_model(config)` returned, trained, its tables rounded by `round_tables`.
        config: The config that it was built from.
        path: Where to write.
        Tx: The longest length at which the export is compared with the model.

    Raises:
        RuntimeError: The export differs from the model by more than 1e-4 somewhere.
    """
    graph = Graph()
    is_text = graph("Not", graph("Equal", "ids", graph.constant(np.int32(config.pad_id))))  # (B, Tx)
    embeddings = (
        model.get_layer("embedding").embeddings if config.embedding_units else np.eye(config.human_size, dtype="f")
    )
    characters = graph("Gather", graph.constant(embeddings), "ids")  # (B, Tx, units)
    if config.ngram_rows:
        characters = graph("Add", characters, embed_ngrams(graph, model.get_layer("ngram_embedding")))
    if config.word_rows:
        words = embed_words(graph, model.get_layer("word_embedding"), config.embedding_units)
        characters = graph("Add", characters, words)
    encoder_outputs = encode(graph, model.get_layer("encoder"), characters, is_text)
    states, weights = attend(graph, model.get_layer("attention"), encoder_outputs, is_text)
    attention = graph("Concat", *weights, axis=1)
    logits = graph.dense(graph("Concat", *states, axis=1), model.get_layer("decoder"))
    machine = graph("Softmax", logits, axis=-1)
    if config.separators:
        machine, attention = separate(graph, model.get_layer("separators"), machine, attention)
    graph("Identity", machine, outputs=["machine"])
    graph("Identity", attention, outputs=["attention"])
    shapes: dict[str, list[int | str]] = {
        "machine": ["B", config.Ty, config.machine_size],
        "attention": ["B", config.Ty, "Tx"],
    }
    onnx.save(graph.model(shapes), path)
    _compare(model, config, path, Tx)


def _compare(model: keras.Model, config: ModelConfig, path: Path, Tx: int) -> None:
    rng = np.random.default_rng(0)
    lengths = np.repeat(np.arange(1, Tx + 1), _PROBES)
    ids = rng.integers(config.human_size, size=(len(lengths), Tx), dtype=np.int32)
    ids[ids == config.pad_id] = (config.pad_id + 1) % config.human_size
    ids[np.arange(Tx) >= lengths[:, None]] = config.pad_id
    expected = {name: keras.ops.convert_to_numpy(array) for name, array in model(ids).items()}
    received = onnxruntime.InferenceSession(path).run(list(expected), {"ids": ids})
    for (name, array), exported in zip(expected.items(), received, strict=True):
        differences = np.abs(array - exported).max(axis=(1, 2))
        first = (differences > _TOLERANCE).argmax()
        if differences[first] > _TOLERANCE:
            raise RuntimeError(
                f"expected the ONNX export to agree with the model to {_TOLERANCE}. Received: a difference of "
                f"{differences[first]:.2g} in {name} at length {lengths[first]}"
            )
