"""Probabilities to the most probable valid machine string: nothing invalid can leave."""

import numpy as np

from datenorm.tasks import Task
from datenorm.vocab import Vocab


class Decoder:
    """Finds, exactly, the valid machine string that the network's distributions make most probable.

    The network's Ty distributions are independent given the text, so within one product of `Task.valid` the best
    string is the best candidate of each segment; the answer is the best over the products.

    Args:
        task: Says what is valid.
        machine_vocab: The ids that the network's last axis stands for.

    Raises:
        ValueError: The vocabulary lacks a character of the task's alphabet.
    """

    def __init__(self, task: Task, machine_vocab: Vocab) -> None:
        missing = set(task.alphabet) - set(machine_vocab)
        if missing:
            raise ValueError(
                f"expected a machine vocabulary with {task.alphabet!r} for task {task.name}. Missing: {sorted(missing)}"
            )
        self._vocab = machine_vocab
        self._shape = (task.Ty, len(machine_vocab))
        self._products = [
            [(segment, np.array([[machine_vocab[c] for c in string] for string in segment])) for segment in product]
            for product in task.valid
        ]

    def __call__(self, probabilities: np.ndarray) -> tuple[list[str], np.ndarray]:
        """Decode a batch.

        Args:
            probabilities: Shape (B, Ty, V), each row of the last axis a distribution.

        Returns:
            The machine strings, and their probabilities (the product over the Ty positions), shape (B,), in [0, 1].

        Raises:
            ValueError: The shape is another one.
        """
        if probabilities.shape[1:] != self._shape:
            raise ValueError(f"expected probabilities of shape (B, {self._shape}). Received: {probabilities.shape}")
        logits = _log(probabilities)
        machines = np.full(len(logits), "", dtype=object)
        best = np.full(len(logits), -np.inf)
        for product in self._products:
            strings, score = self._best_of_product(product, logits)
            better = score > best
            machines[better] = strings[better]
            best = np.where(better, score, best)
        return machines.tolist(), np.exp(best)

    def odds(self, machines: list[str], probabilities: np.ndarray) -> np.ndarray:
        """How one text's distributions share their belief among some machine strings.

        A text that reads two ways splits every position in which its readings differ, each in about the same
        proportion. So the odds are those of the geometric mean over these positions; the product over them would
        count one doubt several times.

        Args:
            machines: Two or more different machine strings.
            probabilities: Shape (Ty, V).

        Returns:
            Shape (len(machines),), summing to 1.
        """
        ids = np.array([[self._vocab[character] for character in machine] for machine in machines])  # (readings, Ty)
        logits = _log(probabilities)[np.arange(ids.shape[1]), ids]
        weights = np.exp(logits[:, (ids != ids[0]).any(axis=0)].mean(axis=1))
        shares: np.ndarray = weights / weights.sum()
        return shares

    @staticmethod
    def _best_of_product(
        product: list[tuple[tuple[str, ...], np.ndarray]], logits: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        strings = np.full(len(logits), "", dtype=object)
        score = np.zeros(len(logits))
        position = 0
        for segment, ids in product:  # ids: (candidates, width)
            width = ids.shape[1]
            candidates = logits[:, np.arange(position, position + width), ids].sum(axis=-1)  # (B, candidates)
            choice = candidates.argmax(axis=1)
            strings += np.array(segment, dtype=object)[choice]
            score += candidates[np.arange(len(logits)), choice]
            position += width
        return strings, score


def _log(probabilities: np.ndarray) -> np.ndarray:
    # The smallest float32 stands in for a probability of 0, so that a certain network still ranks its candidates.
    logits: np.ndarray = np.log(np.maximum(probabilities, np.finfo(np.float32).tiny), dtype=np.float64)
    return logits
