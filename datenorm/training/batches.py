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
        these are not known; and
    tags: the tags of each character as bits, shape (B, L), int32; only of a task with tags.

    Both ends of a range come side by side in one batch: learned apart, they blend. Where a bucket has too little else
    to fill a batch with, a start comes once more without its end.

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
        starts = np.flatnonzero(~self._strings.follows)
        widths = np.diff(starts, append=len(self._strings.follows))  # rows from each start on: 2 of a range
        longest = np.maximum.reduceat(self._strings.lengths, starts) if starts.size else self._strings.lengths
        for length, units in length_buckets(longest, self._strings.ids.shape[1]):
            if rng is None:
                indices = np.concatenate([np.arange(starts[unit], starts[unit] + widths[unit]) for unit in units])
            else:
                units = rng.permutation(units)
                indices = _filled(starts[units], widths[units], self.batch_size)
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
        bits = np.unpackbits(self._strings.stated[indices], axis=-1, count=length)  # (B, fields, L)
        stated = bits.astype(np.float32)
        targets = {
            "machine": self._strings.machine_ids[indices],
            "attention": stated / np.maximum(stated.sum(axis=-1, keepdims=True), 1),
        }
        if self._strings.tags.shape[1]:
            targets["tags"] = self._strings.tags[indices, :length].astype(np.int32)
        return self._strings.ids[indices, :length], targets


def _filled(starts: np.ndarray, widths: np.ndarray, size: int) -> np.ndarray:
    """Rows for batches of exactly `size`, each row at least once, some again at the end.

    Args:
        starts: The first row of each unit, in the order to take them.
        widths: Rows of each unit, 1 or 2, which come in one batch.
        size: Rows in a batch.
    """
    if size == 1 or (widths == 1).all():
        rows = np.concatenate([np.arange(start, start + width) for start, width in zip(starts, widths, strict=True)])
        return np.resize(rows, -(-rows.size // size) * size)
    taken: list[int] = []
    late: list[int] = []  # units of two rows that met a batch with room for one
    for count, unit in enumerate(itertools.cycle(range(starts.size))):
        is_new = count < starts.size
        waiting, late = [*late, unit] if is_new else late, []
        for each in waiting:
            if widths[each] <= size - len(taken) % size:
                taken += range(starts[each], starts[each] + widths[each])
            else:
                late.append(each)
        room = -len(taken) % size
        if is_new:
            continue
        if not room and not late:
            break
        if widths[unit] <= room:
            taken += range(starts[unit], starts[unit] + widths[unit])
        elif room and (widths == 2).all():
            taken.append(int(starts[unit]))
    return np.array(taken)
