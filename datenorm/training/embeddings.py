"""Embeddings of character n-grams and of words: a memory for many languages that costs hardly any arithmetic."""

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.tensors import Shape, Tensor

BASE = 9973
"""Base of the hashes. It is larger than any vocabulary, so that few pairs of characters share a hash, and small enough
that its product with a row's number fits 32 bits in every backend."""

WORD_LETTERS = 6
"""Letters of a word that count. Six tell nearly all months apart, and do not reach the endings of their cases."""


def round_tables(model: keras.Model) -> None:
    """Round the tables of n-grams and words, the largest weights, to the half precision in which they are exported."""
    for layer in model.layers:
        if isinstance(layer, NgramEmbedding | WordEmbedding):
            layer.set_weights([table.astype(np.float16) for table in layer.get_weights()])


@keras.saving.register_keras_serializable(package="datenorm")
class NgramEmbedding(keras.layers.Layer):
    """For each character the sum of the learned vectors of the n-grams that it is the middle of.

    The vector of an n-gram `c_1 ... c_n` is the row `h_n` of a table for its length, where

        h_0 = 0,  h_i = (h_{i-1} * 9973 + c_i) mod rows

    so that n-grams can share a row. Both ends of the text are padded. The rows start as zeros, so an n-gram that was
    never met adds nothing.

    Args:
        lengths: The lengths n, odd numbers.
        rows: Rows of each table, at most 200,000; prime numbers spread the n-grams best.
        units: Size of the vectors.
        pad_id: Id of `<pad>`.

    Call arguments:
        ids: Shape `(B, Tx)`, int32.

    Output:
        Shape `(B, Tx, units)`.

    Reference:
        Hashed n-grams: Bojanowski et al.: Enriching Word Vectors with Subword Information, TACL 2017
        (arXiv:1607.04606), section 3.2; added to each character's own embedding as in Pagnoni et al.: Byte Latent
        Transformer, 2024 (arXiv:2412.09871), section 3.2.1, equations 3 and 4.
    """

    def __init__(self, lengths: tuple[int, ...], rows: int, units: int, pad_id: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.lengths = tuple(lengths)
        self.rows = rows
        self.units = units
        self.pad_id = pad_id

    def build(self, _: Shape) -> None:
        """Create the tables."""
        self.tables = [
            self.add_weight((self.rows, self.units), initializer="zeros", name=f"table_{length}")
            for length in self.lengths
        ]
        self.built = True

    def call(self, ids: Tensor) -> Tensor:
        """The sum of the n-grams' vectors."""
        vectors = [
            ops.take(table, self._hashes(ids, length), axis=0)
            for table, length in zip(self.tables, self.lengths, strict=True)
        ]
        return sum(vectors[1:], start=vectors[0])

    def _hashes(self, ids: Tensor, length: int) -> Tensor:
        """The row of the n-gram around each character, shape (B, Tx)."""
        reach = length // 2
        padded = ops.pad(ids, ((0, 0), (reach, reach)), constant_values=self.pad_id)
        hashes = ops.zeros_like(ids)
        for start in range(length):
            characters = padded[:, start : start - 2 * reach or None]
            hashes = (hashes * BASE + characters) % self.rows
        return hashes

    def compute_output_shape(self, ids_shape: Shape) -> Shape:
        """The shape of the vectors."""
        return (*ids_shape, self.units)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {
            **super().get_config(),
            "lengths": self.lengths,
            "rows": self.rows,
            "units": self.units,
            "pad_id": self.pad_id,
        }


@keras.saving.register_keras_serializable(package="datenorm")
class WordEmbedding(keras.layers.Layer):
    """At the first letter of each word the learned vector of its first six letters.

    A word is a run of characters none of which is a break. The vector of its letters `c_1 ... c_n`, n at most 6, is the
    row `h_n` of a table, where

        h_0 = 0,  h_i = (h_{i-1} * 9973 + c_{n+1-i}) mod rows

    so that words can share a row. All other characters have row 0. The rows start as zeros, so a word that was never
    met adds nothing.

    Args:
        rows: Rows of the table, at most 200,000; a prime number spreads the words best.
        units: Size of the vectors.
        breaks: Ids of the characters that belong to no word.
        size: Symbols in the vocabulary.
        pad_id: Id of `<pad>`, one of the breaks.

    Call arguments:
        ids: Shape `(B, Tx)`, int32.

    Output:
        Shape `(B, Tx, units)`.

    Reference:
        A vector for the word beside those of its n-grams: Bojanowski et al.: Enriching Word Vectors with Subword
        Information, TACL 2017 (arXiv:1607.04606), section 3.2.
    """

    def __init__(self, rows: int, units: int, breaks: Sequence[int], size: int, pad_id: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rows = rows
        self.units = units
        self.breaks = tuple(breaks)
        self.size = size
        self.pad_id = pad_id
        self.is_letter = np.ones(size, np.int32)
        self.is_letter[list(self.breaks)] = 0

    def build(self, _: Shape) -> None:
        """Create the table."""
        self.table = self.add_weight((self.rows, self.units), initializer="zeros", name="table")
        self.built = True

    def call(self, ids: Tensor) -> Tensor:
        """The words' vectors."""
        return ops.take(self.table, self._hashes(ids), axis=0)

    def _hashes(self, ids: Tensor) -> Tensor:
        """The row of each character, shape (B, Tx)."""
        padded = ops.pad(ids, ((0, 0), (1, WORD_LETTERS - 1)), constant_values=self.pad_id)
        letters = ops.take(ops.convert_to_tensor(self.is_letter), padded, axis=0)
        hashes = ops.zeros_like(ids)
        for start in range(WORD_LETTERS, 0, -1):  # a break resets the hash
            stop = start - WORD_LETTERS or None
            hashes = (hashes * BASE + padded[:, start:stop]) % self.rows * letters[:, start:stop]
        return hashes * (1 - letters[:, :-WORD_LETTERS])

    def compute_output_shape(self, ids_shape: Shape) -> Shape:
        """The shape of the vectors."""
        return (*ids_shape, self.units)

    def get_config(self) -> dict[str, Any]:
        """The constructor's arguments."""
        return {
            **super().get_config(),
            "rows": self.rows,
            "units": self.units,
            "breaks": self.breaks,
            "size": self.size,
            "pad_id": self.pad_id,
        }
