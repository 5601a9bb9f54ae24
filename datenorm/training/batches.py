"""Batches in length buckets, of strings that need the same decoders, in an order that a seed and the epoch fix."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import keras
import numpy as np

from datenorm.core.encoding import IGNORED, EncodedPairs, length_buckets

Batch = tuple[np.ndarray, dict[str, np.ndarray]]

ASKED_IN_VAIN = 0.05
"""Of the strings for which a decoder has nothing to say, the share for which batches that are `cut` ask for it."""


def output_names(decoders: int) -> list[tuple[str, str]]:
    """The names of what each decoder gives: of its machine characters, and of its attention weights.

    >>> output_names(2)
    [('machine', 'attention'), ('machine_2', 'attention_2')]
    """
    return [(numbered("machine", number), numbered("attention", number)) for number in range(1, decoders + 1)]


def numbered(name: str, number: int) -> str:
    """The name of one of several, from 1: the first keeps the name as it is."""
    return f"{name}_{number}" if number > 1 else name


class BucketedBatches(keras.utils.PyDataset):
    """Batches whose strings are all padded to the same length bucket.

    A batch is ids, shape (B, L), and a dict of the targets:
    machine: machine ids, shape (B, Ty); of several decoders, machine, machine_2 and so on, each of its own length;
    attention: for each field the characters that state it, weighted alike, shape (B, fields, L), float32; all 0 where
        these are not known; and
    tags: the tags of each character as bits, shape (B, L), int32; only of a task with tags.

    Batches that are `cut` ask only for the decoders that their strings need: the first one, and those whose part of the
    machine string states something. Strings that state nothing at all, and some of the others, are asked for all, and
    texts without a machine string for none.

    Both ends of a range come side by side in one batch: learned apart, they blend. Where a bucket has too little else
    to fill a batch with, a start comes once more without its end.

    Args:
        strings_of: Epoch -> the strings to read in it: always the same ones, or fresh ones each time.
        batch_size: Strings in a batch.
        decoders: Lengths of the parts of the machine strings that have a decoder each.
        seed: Shuffles strings and batches in each epoch, and fills the last batch of a bucket with strings of it that
            come again, so that all batches are of one size. None keeps the order, and gives each string once.
        cut: Whether batches ask only for the decoders that their strings need; only with a seed.
    """

    def __init__(
        self,
        strings_of: Callable[[int], EncodedPairs],
        batch_size: int,
        decoders: Sequence[int],
        seed: int | None = None,
        *,
        cut: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.strings_of = strings_of
        self.batch_size = batch_size
        self.seed = seed
        self.cut = cut
        stops = list(itertools.accumulate(decoders, initial=0))
        self._parts = {
            machine: slice(*edges)
            for (machine, _), edges in zip(output_names(len(decoders)), itertools.pairwise(stops), strict=True)
        }
        self._strings: EncodedPairs
        self._batches: list[tuple[int, np.ndarray, np.ndarray]] = []
        self.start_epoch(0)

    def start_epoch(self, epoch: int) -> None:
        """Draw the batches of `epoch`. They are the same in a resumed training as in one that ran through."""
        self._strings = self.strings_of(epoch)
        rng = None if self.seed is None else np.random.default_rng((self.seed, epoch))
        batches = []
        starts = np.flatnonzero(~self._strings.follows)
        widths = np.diff(starts, append=len(self._strings.follows))  # rows from each start on: 2 of a range
        longest = np.maximum.reduceat(self._strings.lengths, starts) if starts.size else self._strings.lengths
        asked = self._asked(starts, rng)
        for length, units in self._cells(longest, asked):
            if rng is None:
                indices = np.concatenate([np.arange(starts[unit], starts[unit] + widths[unit]) for unit in units])
            else:
                units = rng.permutation(units)
                indices = _filled(starts[units], widths[units], self.batch_size)
            batches += [
                (length, asked[units[0]], indices[i : i + self.batch_size])
                for i in range(0, indices.size, self.batch_size)
            ]
        if rng is not None:
            batches = [batches[i] for i in rng.permutation(len(batches))]
        # Keras compares the first two batches to find the axes that vary, so these two must differ in length.
        other = next((i for i, (length, *_) in enumerate(batches) if length != batches[0][0]), 0)
        if other:
            batches[1], batches[other] = batches[other], batches[1]
        # Fresh strings fill the buckets a little differently each time, but the learning rate counts on equal epochs.
        self._batches = list(itertools.islice(itertools.cycle(batches), len(self._batches) or len(batches)))

    @property
    def indices(self) -> list[int]:
        """The index of each string, in the order of the batches."""
        return [int(i) for *_, indices in self._batches for i in indices]

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> Batch:
        length, asked, indices = self._batches[index]
        bits = np.unpackbits(self._strings.stated[indices], axis=-1, count=length)  # (B, fields, L)
        stated = bits.astype(np.float32)
        targets = {
            **{
                name: self._strings.machine_ids[indices, part]
                for is_asked, (name, part) in zip(asked, self._parts.items(), strict=True)
                if is_asked
            },
            "attention": stated / np.maximum(stated.sum(axis=-1, keepdims=True), 1),
        }
        if self._strings.tags.shape[1]:
            targets["tags"] = self._strings.tags[indices, :length].astype(np.int32)
        return self._strings.ids[indices, :length], targets

    def _asked(self, starts: np.ndarray, rng: np.random.Generator | None) -> np.ndarray:
        """The decoders that the unit of each start asks for, shape (units, decoders), bool."""
        if rng is None or not self.cut:
            return np.ones((starts.size, len(self._parts)), bool)
        states = np.logical_or.reduceat(self._strings.states, starts)
        in_vain = rng.random(starts.size) < ASKED_IN_VAIN
        asked: np.ndarray = states | (in_vain | ~states.any(axis=1))[:, None]
        asked[:, 0] = True
        asked[(self._strings.machine_ids[starts] == IGNORED).all(axis=1)] = False
        return asked

    def _cells(self, longest: np.ndarray, asked: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
        """The units of each length that ask for the same decoders; where they fill no batch, for all of them.

        Args:
            longest: Characters of each unit's longest string.
            asked: What `_asked` returned. Units that fill no batch of their own are asked for all decoders here.

        Yields:
            (padded length, indices of the units).
        """
        for length, units in length_buckets(longest, self._strings.ids.shape[1]):
            kinds = np.packbits(asked[units], axis=1)[:, 0]
            if (kinds == kinds[0]).all():
                yield length, units
                continue
            asked[units[np.bincount(kinds)[kinds] < self.batch_size]] = True
            kinds = np.packbits(asked[units], axis=1)[:, 0]
            for kind in np.unique(kinds):
                yield length, units[kinds == kind]


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
