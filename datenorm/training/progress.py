"""Progress by group: shows whether all languages are learned, and not only the large ones."""

import collections
from collections.abc import Sequence
from typing import Any

import keras
import numpy as np

from datenorm.core.encoding import EncodedPairs
from datenorm.training.batches import BucketedBatches, output_names

_FEWEST = 20  # strings that a group needs to be named
_NAMED = 5


class GroupProgress(keras.callbacks.Callback):
    """Prints, after each epoch, the mean exact match of the groups of validation strings, and the lowest of them.

    It measures the weights of the last step. Their average, which is kept, reads a little better.

    Args:
        strings: The validation strings.
        groups: The group of each, such as its language.
        batch_size: Strings in a batch.
        decoders: Lengths of the parts of the machine strings that have a decoder each.
    """

    def __init__(self, strings: EncodedPairs, groups: Sequence[str], batch_size: int, decoders: Sequence[int]) -> None:
        super().__init__()
        self._batches = BucketedBatches(lambda epoch: strings, batch_size, decoders)
        self._names = [machine for machine, _ in output_names(len(decoders))]
        self._groups = [groups[i] for i in self._batches.indices]

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        """Measure and print."""
        matches: dict[str, list[bool]] = collections.defaultdict(list)
        groups = iter(self._groups)
        for index in range(len(self._batches)):
            ids, targets = self._batches[index]
            answers = self.model.predict_on_batch(ids)
            matching = [(answers[name].argmax(axis=-1) == targets[name]).all(axis=1) for name in self._names]
            for exact in np.logical_and.reduce(matching):
                matches[next(groups)].append(bool(exact))
        shares = {group: sum(exact) / len(exact) for group, exact in matches.items()}
        worst = sorted((share, group) for group, share in shares.items() if len(matches[group]) >= _FEWEST)[:_NAMED]
        named = ", ".join(f"{group} {share:.1%}" for share, group in worst)
        print(f"  mean over {len(shares)} groups: {sum(shares.values()) / len(shares):.2%}; lowest: {named}")
