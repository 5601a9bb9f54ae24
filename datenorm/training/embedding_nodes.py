"""Embedding nodes: the vectors of n-grams and words as ONNX nodes."""

from collections.abc import Sequence

import keras
import numpy as np
from onnx import TensorProto

from datenorm.training.embeddings import BASE, WORD_LETTERS, NgramEmbedding, WordEmbedding
from datenorm.training.graph import Graph
from datenorm.training.tensors import Tensor

_BEFORE, _AFTER = 2, WORD_LETTERS - 1
"""How far before and behind a character its n-grams and its word reach."""

_WINDOW = _BEFORE + 1 + _AFTER


def embed_neighbours(graph: Graph, layers: Sequence[NgramEmbedding | WordEmbedding], ids: str, units: int) -> list[str]:
    """The vectors of each layer, with zeros behind those of words, shape (Tx, B, units).

    A hash is a sum: each character around has a fixed factor, and so one product hashes all of a layer's n-grams.

    Args:
        graph: Where the nodes go.
        layers: The layers, if any.
        ids: The characters, shape (Tx, B).
        units: Size of the vectors.
    """
    if not layers:
        return []
    margins = graph.constant(np.array([_BEFORE, 0, _AFTER, 0]))
    padded = graph("Pad", ids, margins, graph.constant(np.int32(layers[0].pad_id)))
    near = graph("Add", graph.times(ids, 0), graph.constant(np.arange(_WINDOW)))  # (Tx, window)
    characters = graph("Gather", padded, near, axis=0)  # (Tx, window, B)
    vectors = []
    for layer in layers:
        if isinstance(layer, NgramEmbedding):
            vectors.append(_embed_ngrams(graph, layer, characters))
        else:
            breaks = graph("Gather", graph.constant(1 - layer.is_letter.astype(np.float32)), padded)
            words = _words(graph, characters, graph("Gather", breaks, near, axis=0))
            vectors.append(_embed_words(graph, layer, words, units))
    return vectors


def _embed_ngrams(graph: Graph, layer: NgramEmbedding, characters: str) -> str:
    factors = np.zeros((len(layer.lengths), _WINDOW), np.int32)
    for row, length in zip(factors, layer.lengths, strict=True):
        first = _BEFORE - length // 2
        row[first : first + length] = _powers(length, layer.rows)[::-1]
    return _sums_of_rows(graph, layer.tables, factors, characters)


def _words(graph: Graph, characters: str, breaks: str) -> str:
    """The letters of the word that begins at each character, and 0 elsewhere, shape (Tx, window, B)."""
    # The breaks up to a letter less that before the word: -1 only if that is one and there is no other.
    counted = np.tri(_WINDOW, dtype=np.float32)
    counted[:, :_BEFORE] = [0, -1]
    counted[:_BEFORE] = 0
    is_letter = graph("Equal", graph("MatMul", graph.constant(counted), breaks), graph.constant(np.float32(-1)))
    return str(graph("Where", is_letter, characters, graph.constant(np.int32(0))))


def _embed_words(graph: Graph, layer: WordEmbedding, words: str, units: int) -> str:
    factors = np.zeros((1, _WINDOW), np.int32)
    factors[0, _BEFORE:] = _powers(WORD_LETTERS, layer.rows)
    vectors = _sums_of_rows(graph, [layer.table], factors, words)
    return str(graph("Pad", vectors, graph.constant(np.array([0, 0, 0, 0, 0, units - layer.units]))))


def _powers(count: int, rows: int) -> list[int]:
    """The powers of the base, modulo `rows`, around zero: so the sums fit 32 bits."""
    half = rows // 2
    return [(pow(BASE, exponent, rows) + half) % rows - half for exponent in range(count)]


def _sums_of_rows(graph: Graph, tables: Sequence[Tensor], factors: np.ndarray, characters: str) -> str:
    """The sum of one row of each table, shape (Tx, B, units).

    Args:
        graph: Where the nodes go.
        tables: Tables of one size, which `round_tables` rounded. They are stored in half the bytes.
        factors: What the characters around are multiplied with for the hash of each table, shape (tables, window).
        characters: The characters around each one, shape (Tx, window, B).
    """
    halves = np.stack([keras.ops.convert_to_numpy(table).astype(np.float16) for table in tables])
    count, rows, units = halves.shape
    sums = graph("MatMul", graph.constant(factors), characters)  # (Tx, tables, B)
    hashes = graph("Mod", sums, graph.constant(np.int32(rows)))
    firsts = graph.constant(np.arange(0, count * rows, rows, dtype=np.int32)[:, None])
    vectors = graph("Gather", graph.constant(halves.reshape(-1, units)), graph("Add", hashes, firsts))
    vectors = graph("Cast", vectors, to=TensorProto.FLOAT)  # (Tx, tables, B, units)
    return str(graph("ReduceSum", vectors, graph.constant(np.array([1])), keepdims=0))
