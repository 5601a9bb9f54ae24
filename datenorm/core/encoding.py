"""Pairs to arrays: ids, one-hot codes, and the length buckets that spare the padding."""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from typing import Self

import numpy as np

from datenorm.core.canonical import canonicalize
from datenorm.core.forms import UNSPECIFIED, Field
from datenorm.core.hints import END, HINTS
from datenorm.core.spans import Pair, Spans
from datenorm.core.tags import encode_tags
from datenorm.core.tasks import Task
from datenorm.core.vocab import Vocab

# A string is padded to the next of these lengths: three to four times less work than padding all strings to Tx.
_BUCKETS = (8, 12, 16, 20, 24, 32, 48)

IGNORED = -1
"""The machine ids of a text that is there for its tags alone."""


def preprocess_data(
    dataset: Sequence[Sequence[str]], human_vocab: Vocab, machine_vocab: Vocab, Tx: int, Ty: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The whole data set as arrays, one row a pair.

    Args:
        dataset: Pairs of (human, machine). This function canonicalises the human strings.
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
    X = human_vocab.encode_batch([canonicalize(human) for human, _ in dataset], Tx)
    Y = encode_machines([machine for _, machine in dataset], machine_vocab, Ty)
    return X, Y, one_hot(X, len(human_vocab)), one_hot(Y, len(machine_vocab))


@dataclasses.dataclass(frozen=True, eq=False)
class EncodedPairs:
    """Pairs as arrays.

    Attributes:
        ids: Shape (n, Tx), int32: human ids, padded.
        lengths: Shape (n,), int64: characters in each human string.
        machine_ids: Shape (n, Ty), int32; `IGNORED` in the rows of texts without a machine string.
        stated: Shape (n, fields, Tx / 8, rounded up), uint8: a bit for each character, set if it is known to state the
            field, as `numpy.packbits` packs them.
        tags: Shape (n, Tx), uint8: the tags of each character, as `tags.encode_tags` returns them; (n, 0) for a task
            without tags.
        follows: Shape (n,), bool: whether the row asks for the end of the range in the row before it.
        states: Shape (n, decoders), bool: whether the part of the machine string that a decoder writes states anything.
    """

    ids: np.ndarray
    lengths: np.ndarray
    machine_ids: np.ndarray
    stated: np.ndarray
    tags: np.ndarray
    follows: np.ndarray
    states: np.ndarray

    @classmethod
    def encode(cls, pairs: Sequence[Pair], human_vocab: Vocab, machine_vocab: Vocab, task: Task) -> Self:
        """The arrays of `pairs`. The machine string of a pair can be '', where its text teaches the tags alone.

        Raises:
            ValueError: As `preprocess_data`.
        """
        texts = [pair.text for pair in pairs]
        machine_ids = np.full((len(pairs), task.Ty), IGNORED, np.int32)
        known = [i for i, pair in enumerate(pairs) if pair.machine]
        machine_ids[known] = encode_machines([pairs[i].machine for i in known], machine_vocab, task.Ty)
        asking = HINTS[END]
        follows = [text[:1] == asking and text[1:] == before for before, text in itertools.pairwise(["", *texts])]
        return cls(
            human_vocab.encode_batch(texts, task.Tx),
            np.fromiter(map(len, texts), np.int64, len(texts)),
            machine_ids,
            encode_spans([pair.spans if pair.machine else {} for pair in pairs], task.fields, task.Tx),
            encode_tags(pairs, np.array(follows, bool), task),
            np.array(follows, bool),
            _states([pair.machine for pair in pairs], task),
        )


def _states(machines: Sequence[str], task: Task) -> np.ndarray:
    """Which machine strings state something in the part of which decoder, shape (n, decoders), bool."""
    edges = list(itertools.pairwise(itertools.accumulate(task.decoders, initial=0)))
    states = [[bool(machine[start:stop].strip(UNSPECIFIED)) for start, stop in edges] for machine in machines]
    return np.array(states, bool).reshape(len(machines), len(edges))


def encode_machines(machines: Sequence[str], machine_vocab: Vocab, Ty: int) -> np.ndarray:
    """The ids of machine strings, shape (len(machines), Ty), int32.

    Raises:
        ValueError: A machine string has another length than Ty, or a character that is not in the vocabulary.
    """
    known = dict(machine_vocab)  # a Vocab takes five times as long
    for machine in machines:
        if len(machine) != Ty or not set(machine) <= known.keys():
            raise ValueError(f"expected a machine string of {Ty} known characters. Received: {machine!r}")
    ids = [[known[character] for character in machine] for machine in machines]
    return np.array(ids, np.int32).reshape(len(machines), Ty)


def encode_spans(spans: Sequence[Spans], fields: Sequence[Field], Tx: int) -> np.ndarray:
    """Which characters state which field.

    Args:
        spans: The spans of canonical texts, as ranges in [0, Tx].
        fields: The task's fields.
        Tx: The length of the human axis.

    Returns:
        Shape (len(spans), len(fields), Tx / 8, rounded up), uint8: a bit for each character, set if it states the
        field, as `numpy.packbits` packs them.
    """
    bits = np.zeros((len(spans), len(fields), -(-Tx // 8)), np.uint8)
    stated = np.zeros((len(fields), Tx), bool)
    for row, of_text in zip(bits, spans, strict=True):
        if not of_text:
            continue
        stated[:] = False
        for characters, field in zip(stated, fields, strict=True):
            for start, stop in of_text.get(field.name, ()):
                characters[start:stop] = True
        row[:] = np.packbits(stated, axis=-1)
    return bits


def one_hot(ids: np.ndarray, size: int) -> np.ndarray:
    """`ids` of any shape, one-hot over a new last axis of `size`, float32."""
    codes: np.ndarray = np.eye(size, dtype=np.float32)[ids]
    return codes


def length_buckets(lengths: np.ndarray, Tx: int) -> Iterator[tuple[int, np.ndarray]]:
    """The strings in groups that are padded to one length.

    Args:
        lengths: Shape (n,), each in [0, Tx].
        Tx: The longest length, and the last bucket.

    Yields:
        (padded length, indices of its strings), the shortest first, without empty buckets. Each index comes once.
    """
    edges = np.array([*(edge for edge in _BUCKETS if edge < Tx), Tx])
    buckets = np.searchsorted(edges, lengths)
    for bucket, edge in enumerate(edges):
        indices = np.flatnonzero(buckets == bucket)
        if indices.size:
            yield int(edge), indices
