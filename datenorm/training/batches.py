"""Batches in length buckets, in an order that a seed and the epoch fix."""

from typing import Any

import keras
import numpy as np

from datenorm.preprocess import length_buckets

Batch = tuple[np.ndarray, np.ndarray]


class BucketedBatches(keras.utils.PyDataset):
    """Batches whose strings are all padded to the same length bucket.

    Args:
        ids: Human ids, shape (n, Tx), int32, padded.
        lengths: Characters in each string, shape (n,).
        machine_ids: Machine ids, shape (n, Ty), int32.
        batch_size: Strings in a batch.
        seed: Shuffles strings and batches anew each epoch, and fills the last batch of a bucket with strings drawn
            again, so that all batches are of one size. None keeps the order, and each string once.
    """

    def __init__(
        self,
        ids: np.ndarray,
        lengths: np.ndarray,
        machine_ids: np.ndarray,
        batch_size: int,
        seed: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.ids = ids
        self.machine_ids = machine_ids
        self.batch_size = batch_size
        self.seed = seed
        self._buckets = list(length_buckets(lengths, ids.shape[1]))
        self._batches: list[tuple[int, np.ndarray]] = []
        self.start_epoch(0)

    def start_epoch(self, epoch: int) -> None:
        """Draw the batches of `epoch`: the same ones whether training ran through or was resumed."""
        rng = None if self.seed is None else np.random.default_rng((self.seed, epoch))
        batches = []
        for length, indices in self._buckets:
            if rng is not None:
                size = -(-indices.size // self.batch_size) * self.batch_size
                indices = np.resize(rng.permutation(indices), size)
            batches += [(length, indices[i : i + self.batch_size]) for i in range(0, indices.size, self.batch_size)]
        if rng is not None:
            batches = [batches[i] for i in rng.permutation(len(batches))]
        # Keras tells TensorFlow which axes vary by looking at the first two batches, so these must differ in length.
        other = next((i for i, (length, _) in enumerate(batches) if length != batches[0][0]), 0)
        if other:
            batches[1], batches[other] = batches[other], batches[1]
        self._batches = batches

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> Batch:
        length, indices = self._batches[index]
        return self.ids[indices, :length], self.machine_ids[indices]
