"""The embedding of character n-grams: a memory for the words of many languages that costs no arithmetic."""

from typing import Any

import keras
from keras import ops

# Larger than any vocabulary, so that few pairs of characters fall together, and small enough that its product with a
# row's number fits 32 bits in every backend.
BASE = 9973


@keras.saving.register_keras_serializable(package="datenorm")
class NgramEmbedding(keras.layers.Layer):
    """For each character the sum of one learned vector for each n-gram of which it is the middle.

    The vector of an n-gram `c_1 ... c_n` is the row `h_n` of a table for its length, where

        h_0 = 0,  h_i = (h_{i-1} * 9973 + c_i) mod rows

    so that n-grams can share a row. Beyond both ends of the text stands padding. The rows start as zeros: an n-gram
    that was never met adds nothing.

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

    def build(self, _: tuple[int | None, ...]) -> None:
        """Create the tables."""
        self.tables = [
            self.add_weight((self.rows, self.units), initializer="zeros", name=f"table_{length}")
            for length in self.lengths
        ]
        self.built = True

    def call(self, ids: Any) -> Any:
        """The sum of the n-grams' vectors."""
        vectors = [
            ops.take(table, self._hashes(ids, length), axis=0)
            for table, length in zip(self.tables, self.lengths, strict=True)
        ]
        return sum(vectors[1:], start=vectors[0])

    def _hashes(self, ids: Any, length: int) -> Any:
        """The row of the n-gram around each character, shape (B, Tx)."""
        reach = length // 2
        padded = ops.pad(ids, ((0, 0), (reach, reach)), constant_values=self.pad_id)
        hashes = ops.zeros_like(ids)
        for start in range(length):
            characters = padded[:, start : start - 2 * reach or None]
            hashes = (hashes * BASE + characters) % self.rows
        return hashes

    def compute_output_shape(self, ids_shape: tuple[int | None, ...]) -> tuple[int | None, ...]:
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
