"""Pairs to arrays: ids, one-hot codes, and the length buckets that spare the padding."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Self

import numpy as np

from datenorm.text import canonicalize
from datenorm.vocab import Vocab

# A string is padded to the next of these only: three to four times less work than padding all to Tx.
_BUCKETS = (8, 12, 16, 20, 24, 32)


def preprocess_data(
    dataset: Sequence[Sequence[str]], human_vocab: Vocab, machine_vocab: Vocab, Tx: int, Ty: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The whole data set as arrays, one row a pair.

    Args:
        dataset: Pairs of (human, machine); the human strings are canonicalised here.
        human_vocab: The human vocabulary, with `<unk>` and `<pad>`.
        machine_vocab: The machine vocabulary.
        Tx: Length of the human axis; no canonical string may be longer.
        Ty: Length of the machine axis; each machine string has exactly this length.

    Returns:
        X, shape (m, Tx), int32: human ids, padded.
        Y, shape (m, Ty), int32: machine ids.
        Xoh, shape (m, Tx, len(human_vocab)), float32: X one-hot.
        Yoh, shape (m, Ty, len(machine_vocab)), float32: Y one-hot.

    Raises:
        ValueError: A string is too long, or a machine string has another length or an unknown character.
    """
    texts = [canonicalize(human) for human, _ in dataset]
    strings = Strings.encode(texts, [machine for _, machine in dataset], human_vocab, machine_vocab, Tx, Ty)
    X, Y = strings.ids, strings.machine_ids
    return X, Y, one_hot(X, len(human_vocab)), one_hot(Y, len(machine_vocab))


@dataclasses.dataclass(frozen=True, eq=False)
class Strings:
    """Encoded pairs.

    Attributes:
        ids: Shape (n, Tx), int32: human ids, padded.
        lengths: Shape (n,), int64: characters in each human string.
        machine_ids: Shape (n, Ty), int32.
    """

    ids: np.ndarray
    lengths: np.ndarray
    machine_ids: np.ndarray

    @classmethod
    def encode(
        cls, texts: list[str], machines: list[str], human_vocab: Vocab, machine_vocab: Vocab, Tx: int, Ty: int
    ) -> Self:
        """Encode canonical texts and their machine strings.

        Raises:
            ValueError: As `preprocess_data`.
        """
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        return cls(human_vocab.encode_batch(texts, Tx), lengths, encode_machines(machines, machine_vocab, Ty))


def encode_machines(machines: Sequence[str], machine_vocab: Vocab, Ty: int) -> np.ndarray:
    """The ids of machine strings, shape (len(machines), Ty), int32.

    Raises:
        ValueError: A machine string has another length than Ty, or a character that is not in the vocabulary.
    """
    for machine in machines:
        if len(machine) != Ty or not set(machine) <= machine_vocab.keys():
            raise ValueError(f"expected a machine string of {Ty} known characters. Received: {machine!r}")
    ids = [[machine_vocab[character] for character in machine] for machine in machines]
    return np.array(ids, np.int32).reshape(len(machines), Ty)


def one_hot(ids: np.ndarray, size: int) -> np.ndarray:
    """`ids` of any shape, one-hot over a new last axis of `size`, float32."""
    codes: np.ndarray = np.eye(size, dtype=np.float32)[ids]
    return codes


def length_buckets(lengths: np.ndarray, Tx: int) -> Iterator[tuple[int, np.ndarray]]:
    """Group strings by the length that they are padded to.

    Args:
        lengths: Shape (n,), each in [0, Tx].
        Tx: The longest length, and the last bucket.

    Yields:
        (padded length, indices of the strings that go there), shortest first, empty buckets left out, each index once.
    """
    edges = np.array([*(edge for edge in _BUCKETS if edge < Tx), Tx])
    buckets = np.searchsorted(edges, lengths)
    for bucket, edge in enumerate(edges):
        indices = np.flatnonzero(buckets == bucket)
        if indices.size:
            yield int(edge), indices
