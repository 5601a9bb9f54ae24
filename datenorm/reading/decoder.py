"""Decoder: the most probable valid machine string, so that no answer is invalid."""

import functools
import itertools
import math
from collections.abc import Iterator, Sequence

import numpy as np

from datenorm.core.forms import Form, Product
from datenorm.core.vocab import Vocab

# Replaces a probability of 0, so that the logarithms of all candidates can be compared.
_TINY = float(np.finfo(np.float32).tiny)


class Decoder:
    """Finds the valid machine string that is most probable under the network's distributions, exactly.

    The network's Ty distributions are independent given the text, so the string of the most probable characters is the
    most probable of all strings.

    1. If that string is valid, it is the answer.
    2. If it states what does not exist, such as the 31st of April, the answer is that the text states nothing. The
       nearest valid day would be wrong.
    3. Otherwise the best string of a product of `Form.valid` is the best string of each segment, joined. The answer is
       the best over all products.

    Args:
        form: Defines the valid strings.
        machine_vocab: The ids of the network's last axis.
        keeps_impossible: Whether a string for what does not exist is the answer, so that the caller can say so.
        asked_in_vain: The share of the texts that state nothing for which the training asked the network, above 0.
            Below 1 the network thinks too seldom that a text states nothing. The odds of that are divided by this share
            (Elkan: The Foundations of Cost-Sensitive Learning, IJCAI 2001, theorem 2).

    Raises:
        ValueError: The vocabulary lacks a character of the form.
    """

    def __init__(
        self, form: Form, machine_vocab: Vocab, *, keeps_impossible: bool = False, asked_in_vain: float = 1.0
    ) -> None:
        missing = sorted(set(form.alphabet) - set(machine_vocab))
        if missing:
            raise ValueError(f"expected a machine vocabulary with {form.alphabet!r}. Missing: {missing}")
        self._form = form
        self._keeps_impossible = keeps_impossible
        self._asked_in_vain = asked_in_vain
        self._ids = dict(machine_vocab)
        self._shape = (form.Ty, len(machine_vocab))
        self._string = np.dtype(f"U{form.Ty}")
        self._id_of = np.zeros(max(map(ord, form.alphabet)) + 1, np.intp)  # by code point
        self._id_of[list(map(ord, form.alphabet))] = [machine_vocab[character] for character in form.alphabet]
        # "\0" represents specials such as <unk>, and is in no valid string.
        self._characters = np.array([symbol if len(symbol) == 1 else "\0" for symbol in machine_vocab])
        # Products share segments, and each is searched once. A place is the start of a segment with its strings.
        self._numbers: dict[tuple[int, tuple[str, ...]], int] = {}
        self._products = [
            [
                self._numbers.setdefault((start, segment), len(self._numbers))
                for start, segment in zip(_starts(product), product, strict=True)
            ]
            for product in form.valid
        ]
        self._stating = [
            product
            for product, segments in zip(self._products, form.valid, strict=True)
            if segments != ((form.unspecified,),)
        ]

    @functools.cached_property
    def _places(self) -> list[tuple[tuple[str, ...], np.ndarray, np.ndarray]]:
        """Of each place its strings, their positions (width, 1), and their ids (width, candidates)."""
        return [
            (
                segment,
                start + np.arange(len(segment[0]))[:, None],
                np.array([[self._ids[character] for character in string] for string in segment]).T,
            )
            for start, segment in self._numbers
        ]

    def __call__(self, probabilities: np.ndarray) -> tuple[list[str], np.ndarray]:
        """Decode a batch.

        Args:
            probabilities: Shape (B, Ty, V), each row of the last axis a distribution.

        Returns:
            The machine strings, and their probabilities (the product over the Ty positions), shape (B,), in [0, 1].

        Raises:
            ValueError: `probabilities` has another shape.
        """
        if probabilities.shape[1:] != self._shape:
            raise ValueError(f"expected probabilities of shape (B, {self._shape}). Received: {probabilities.shape}")
        best = probabilities.argmax(axis=-1)  # (B, Ty)
        machines: list[str] = self._characters[best].view(self._string).ravel().tolist()
        # Taking the maxima by their indices is faster than `max`.
        best += np.arange(0, probabilities.size, self._shape[1]).reshape(best.shape)
        scores = _log(probabilities.take(best)).sum(axis=-1)
        invalid = self._form.where_invalid(machines)
        for i in [i for i in invalid if self._form.is_impossible(machines[i])]:
            invalid.remove(i)
            if not self._keeps_impossible:
                machines[i] = self._form.unspecified
        if invalid:
            found, scores[invalid] = self._search(_log(probabilities[invalid]), self._products)
            for i, machine in zip(invalid, found, strict=True):
                machines[i] = machine
        if self._asked_in_vain < 1:
            return self._rebalanced(machines, np.exp(scores), probabilities)
        return machines, np.exp(scores)

    def stating(self, probabilities: np.ndarray) -> tuple[list[str], np.ndarray]:
        """Decode a batch of texts of which each states something: as a call does, among the other strings."""
        machines, scores = self._search(_log(probabilities), self._stating)
        return machines, np.exp(scores)

    def odds(self, machines: Sequence[str], probabilities: np.ndarray) -> list[float]:
        """The shares of some machine strings in one text's distributions, which sum to 1.

        The distributions of an ambiguous text are split at each position where its readings differ, in about the same
        proportion. So a share is the geometric mean over these positions. The product would count one doubt several
        times.

        Args:
            machines: Two or more different machine strings.
            probabilities: Shape (Ty, V).

        Returns:
            The share of each machine string.
        """
        # Plain Python is faster than NumPy for a few numbers.
        positions = [i for i, characters in enumerate(zip(*machines, strict=True)) if len(set(characters)) > 1]
        weights = [
            math.exp(
                sum(math.log(max(_TINY, probabilities[i, self._ids[machine[i]]])) for i in positions) / len(positions)
            )
            for machine in machines
        ]
        total = sum(weights)
        return [weight / total for weight in weights]

    def shares(self, several: Sequence[Sequence[str]], probabilities: np.ndarray) -> list[list[float]]:
        """The `odds` of many texts at once.

        Args:
            several: Of each text two or more different machine strings.
            probabilities: Shape (B, Ty, V).

        Returns:
            Of each text the share of each of its machine strings.
        """
        counts = np.array(list(map(len, several)))
        firsts = counts.cumsum() - counts
        texts = np.repeat(np.arange(len(counts)), counts)  # of each of the N machine strings
        machines = np.array(list(itertools.chain.from_iterable(several)))
        ids = self._id_of[machines.view(np.uint32).reshape(len(machines), -1)]  # (N, Ty)
        differs = np.logical_or.reduceat(ids != ids[firsts][texts], firsts)  # (B, Ty)
        logits = _log(probabilities[texts[:, None], np.arange(ids.shape[1]), ids])
        weights = np.exp((logits * differs[texts]).sum(axis=1) / differs.sum(axis=1)[texts])
        shares = (weights / np.add.reduceat(weights, firsts)[texts]).tolist()
        return [shares[first : first + count] for first, count in zip(firsts, counts, strict=True)]

    def _rebalanced(
        self, machines: list[str], scores: np.ndarray, probabilities: np.ndarray
    ) -> tuple[list[str], np.ndarray]:
        """The answers, and their probabilities, if the training had asked for all texts that state nothing."""
        unspecified = [self._ids[character] for character in self._form.unspecified]
        nothing = np.exp(_log(probabilities[:, np.arange(self._form.Ty), unspecified]).sum(axis=1))
        weights = nothing / self._asked_in_vain
        totals = weights + 1 - nothing
        states_nothing = weights >= scores
        for i in np.flatnonzero(states_nothing):
            machines[i] = self._form.unspecified
        return machines, np.where(states_nothing, weights, scores) / totals

    def _search(self, logits: np.ndarray, products: Sequence[Sequence[int]]) -> tuple[list[str], np.ndarray]:
        """The best machine string of these products and its log probability, for logits of shape (B, Ty, V)."""
        by_character = np.ascontiguousarray(logits.transpose(1, 2, 0))  # (Ty, V, B): a row for each lookup below
        choices, scores = [], []
        for _, positions, ids in self._places:
            candidates = by_character[positions, ids].sum(axis=0)  # (candidates, B)
            choices.append(candidates.argmax(axis=0))
            scores.append(candidates.max(axis=0))
        totals = np.array([sum(scores[place] for place in product) for product in products])  # (products, B)
        machines = [
            "".join(self._places[place][0][choices[place][i]] for place in products[best])
            for i, best in enumerate(totals.argmax(axis=0))
        ]
        return machines, totals.max(axis=0)


def _starts(product: Product) -> Iterator[int]:
    return itertools.accumulate((len(segment[0]) for segment in product[:-1]), initial=0)


def _log(probabilities: np.ndarray) -> np.ndarray:
    logits: np.ndarray = np.log(np.maximum(probabilities, _TINY).astype(np.float64))
    return logits
