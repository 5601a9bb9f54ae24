"""Stream: fresh training strings for each epoch, written ahead by a separate process."""

import multiprocessing
import os
import threading
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Self

from datenorm.core.encoding import EncodedPairs
from datenorm.core.tasks import get_task
from datenorm.core.vocab import Vocab


class Stream:
    """Epoch -> the strings to train on in it. While one epoch is read, another process writes the next.

    The strings depend on seed and epoch alone, so a resumed training reads what an uninterrupted one reads.

    Args:
        task: The task's name.
        size: Strings in an epoch.
        seed: Of the generator.
        human_vocab: Encodes the human strings.
        machine_vocab: Encodes the machine strings.
    """

    def __init__(self, task: str, size: int, seed: int, human_vocab: Vocab, machine_vocab: Vocab) -> None:
        self._arguments = (task, size, seed, dict(human_vocab), dict(machine_vocab))
        self._epochs: dict[int, Future[EncodedPairs]] = {}

    def __enter__(self) -> Self:
        # A forked process would inherit the network's threads, and hang.
        self._writer = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_end_with_parent)
        return self

    def __exit__(self, *exception: object) -> None:
        self._writer.shutdown(wait=False, cancel_futures=True)

    def __call__(self, epoch: int) -> EncodedPairs:
        """The strings of `epoch`."""
        for wanted in (epoch, epoch + 1):
            if wanted not in self._epochs:
                self._epochs[wanted] = self._writer.submit(_write, *self._arguments, wanted)
        for past in [known for known in self._epochs if known not in (epoch, epoch + 1)]:
            del self._epochs[past]
        return self._epochs[epoch].result()


def _end_with_parent() -> None:
    """End the writer when the training ends: one that is killed cannot say so."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _write(
    task: str, size: int, seed: int, human_ids: Mapping[str, int], machine_ids: Mapping[str, int], epoch: int
) -> EncodedPairs:
    from datenorm.corpus.generate import training_pairs

    wanted = get_task(task)
    pairs = training_pairs(wanted, size, seed, epoch)
    return EncodedPairs.encode(pairs, Vocab(human_ids), Vocab(machine_ids), wanted)
