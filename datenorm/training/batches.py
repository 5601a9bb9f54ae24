"""Batches in length buckets, in an order that a seed and the epoch fix."""

import itertools
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from datenorm.core.encoding import EncodedPairs, length_buckets

Batch = tuple[np.ndarray, dict[str, np.ndarray]]


class BucketedBatches(keras.utils.PyDataset):
    """Batches whose strings are all padded to the same length bucket.

    A batch is ids, shape (B, L), and a dict of the targets:
    machine: machine ids, shape (B, Ty), and
    attention: for each field the characters that state it, weighted alike, shape (B, fields, L), float32; all 0 where
        these are not known.

    Args:
        strings_of: Epoch -> the strings to read in it: always the same ones, or fresh ones each time.
        batch_size: Strings in a batch.
        seed: Shuffles strings and batches in each epoch, and fills the last batch of a bucket with strings of it that
            come again, so that all batches are of one size. None keeps the order, and gives each string once.
    """

    def __init__(
        self, strings_of: Callable[[int], EncodedPairs], batch_size: int, seed: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.strings_of = strings_of
        self.batch_size = batch_size
        self.seed = seed
        self._strings: EncodedPairs
        self._batches: list[tuple[int, np.ndarray]] = []
        self.start_epoch(0)

    def start_epoch(self, epoch: int) -> None:
        """Draw the batches of `epoch`. They are the same in a resumed training as in one that ran through."""
        self._strings = self.strings_of(epoch)
        rng = None if self.seed is None else np.random.default_rng((self.seed, epoch))
        batches = []
        for length, indices in length_buckets(self._strings.lengths, self._strings.ids.shape[1]):
            if rng is not None:
                size = -(-indices.size // self.batch_size) * self.batch_size
                indices = np.resize(rng.permutation(indices), size)
            batches += [(length, indices[i : i + self.batch_size]) for i in range(0, indices.size, self.batch_size)]
        if rng is not None:
            batches = [batches[i] for i in rng.permutation(len(batches))]
        # Keras compares the first two batches to find the axes that vary, so these two must differ in length.
        other = next((i for i, (length, _) in enumerate(batches) if length != batches[0][0]), 0)
        if other:
            batches[1], batches[other] = batches[other], batches[1]
        # Fresh strings fill the buckets a little differently each time, but the learning rate counts on equal epochs.
        self._batches = list(itertools.islice(itertools.cycle(batches), len(self._batches) or len(batches)))

    @property
    def indices(self) -> list[int]:
        """The index of each string, in the order of the batches."""
        return [int(i) for _, indices in self._batches for i in indices]

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> Batch:
        length, indices = self._batches[index]
        stated = self._strings.stated[indices, :, :length].astype(np.float32)  # (B, fields, L)
        targets = stated / np.maximum(stated.sum(axis=-1, keepdims=True), 1)
        return self._strings.ids[indices, :length], {
            "machine": self._strings.machine_ids[indices],
            "attention": targets,
        }
