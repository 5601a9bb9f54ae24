"""Normalizer: text in, machine form out, with ONNX Runtime alone."""

import collections
import dataclasses
import functools
import itertools
import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime

from datenorm.attention import AttentionMap
from datenorm.calibration import Calibration
from datenorm.decode import Decoder
from datenorm.preset import ONNX, load_preset
from datenorm.text import canonicalize
from datenorm.vocab import HINTS

# Small enough to stay in the processor's cache, large enough that calls cost nothing beside the arithmetic.
_BATCH_SIZE = 128

_NUMBERS = re.compile(r"\d+")

_Reading = tuple[str | None, float, bool, tuple[tuple[str, float], ...], str | None, str | None]
"""The fields of a Result after its text."""

# Canonical text is seldom much shorter than what was given, so a text this many times longer than Tx is not read.
_HOPELESS = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Result:
    """What a text was read as.

    Attributes:
        text: The text that was given.
        value: Its machine form, or None.
        confidence: How sure the network is of its answer, in [0, 1]; of the one that was dropped, if the reason is
            `low confidence`.
        ambiguous: Whether the text is an all-number date that its orders read in different ways.
        alternatives: For an ambiguous text each reading with its probability, the most probable first.
        order: The order that was told, `DMY`, `MDY` or `YMD`, or None.
        reason: Why there is no value: `empty`, `too long`, `not text`, `no date in it` or `low confidence`; None where
            there is one.
    """

    text: str
    value: str | None
    confidence: float = 0.0
    ambiguous: bool = False
    alternatives: tuple[tuple[str, float], ...] = ()
    order: str | None = None
    reason: str | None = None


class Normalizer:
    """Reads texts with a trained model.

    >>> Normalizer("date").normalize("the 3rd of May, 1979").value
    '1979-05-03'

    Args:
        preset: The name of a preset that ships, "date" or "time", or a folder that `train.py` wrote.
        min_confidence: Answers below it are dropped. By default the preset's own, below which a text more often states
            nothing than what the network reads.

    Raises:
        FileNotFoundError: There is no such preset or folder, or a file of it is missing.
        ValueError: A file of it is damaged.
    """

    def __init__(self, preset: str | Path, min_confidence: float | None = None) -> None:
        self.preset = load_preset(preset)
        fitted = self.preset.config.get("min_confidence", 0.0)
        self.min_confidence = fitted if min_confidence is None else min_confidence
        self.task = self.preset.task
        self._decode = Decoder(self.task, self.preset.machine_vocab)
        self._calibrate = Calibration(**self.preset.config.get("calibration", {}))
        path = self.preset.folder / ONNX
        options = onnxruntime.SessionOptions()
        # Batches run side by side in threads of our own, which end with each call, so that a fork finds none.
        options.intra_op_num_threads = 1
        try:
            self._session = onnxruntime.InferenceSession(path, options)
        except Exception as error:  # ONNX Runtime's exceptions have no common base
            raise ValueError(f"{path} is damaged: {error}") from error

    def normalize(self, text: str, order: str | None = None) -> Result:
        """Read one text.

        Args:
            text: What a person wrote.
            order: How to read an all-number date, `DMY`, `MDY` or `YMD`. Without it one that reads two ways is marked.

        Raises:
            TypeError: `text` is not a string.
            ValueError: `order` is none of the task's.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected a str. Received: {type(text).__name__}")
        return self.normalize_batch([text], order)[0]

    def normalize_batch(self, texts: Iterable[str], order: str | None = None) -> list[Result]:
        """Read many texts; one that cannot be read costs the others nothing.

        Args:
            texts: Strings. Anything else among them, such as None, gets a Result without a value, reason `not text`.
            order: As in `normalize`, for all of them.

        Returns:
            One Result for each text, in order. A text's result does not depend on its company.

        Raises:
            ValueError: `order` is none of the task's.
        """
        if order is not None and order not in self.task.hints:
            known = ", ".join(self.task.hints) or "none, because the task has no orders"
            raise ValueError(f"expected an order of {known}. Received: {order!r}")
        texts = list(texts)
        prepared = [self._prepare(text) for text in texts]
        # Equal strings are computed once.
        distinct = list(dict.fromkeys(canonical for canonical, reason in prepared if reason is None))
        readings = dict(zip(distinct, self._read(distinct, order), strict=True))
        return [
            Result(text, None, order=order, reason=reason) if reason else Result(text, *readings[canonical])
            for text, (canonical, reason) in zip(texts, prepared, strict=True)
        ]

    def explain(self, text: str) -> AttentionMap:
        """The attention weights with which `text` is read.

        Raises:
            TypeError: `text` is not a string.
            ValueError: It is empty or too long, so that nothing is read.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected a str. Received: {type(text).__name__}")
        canonical, reason = self._prepare(text)
        if reason:
            raise ValueError(f"expected a text of 1 to {self.task.Tx} characters. Received: {text[:60]!r}, {reason}")
        probabilities, attention = self._run(["machine", "attention"], [canonical], len(canonical))
        machines, _ = self._decode(probabilities)
        return AttentionMap(canonical, machines[0], attention[0])

    def _prepare(self, text: object) -> tuple[str, str | None]:
        """The canonical text, and why it cannot be read, if so."""
        if not isinstance(text, str):
            return "", "not text"
        if len(text) > _HOPELESS * self.task.Tx:
            return "", "too long"
        canonical = canonicalize(text)
        if not canonical:
            return "", "empty"
        return canonical, "too long" if len(canonical) > self.task.Tx else None

    def _read(self, texts: list[str], order: str | None) -> list[_Reading]:
        """The readings of distinct canonical texts."""
        # Texts of one length need no padding.
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        count = -(-len(texts) // _BATCH_SIZE)
        batches = [by_length[i * len(texts) // count : (i + 1) * len(texts) // count] for i in range(count)]
        chunks = ([texts[i] for i in batch] for batch in batches)
        read = functools.partial(self._read_batch, order=order)
        if count > 1:
            with ThreadPoolExecutor(available_cores()) as pool:
                found = list(pool.map(read, chunks))
        else:
            found = list(map(read, chunks))
        readings = dict(zip(itertools.chain(*batches), itertools.chain(*found), strict=True))
        return [readings[i] for i in range(len(texts))]

    def _read_batch(self, texts: list[str], order: str | None) -> list[_Reading]:
        probabilities = self._predict(texts if order is None else [self._hint(text, order) for text in texts])
        machines, scores = self._decode(probabilities)
        confidences = self._calibrate(scores).tolist()
        readings = [self._reading(*answer, order) for answer in zip(machines, confidences, strict=True)]
        if order is None and self.task.hints:
            # What states no date without a hint states none with one.
            dates = [i for i, machine in enumerate(machines) if self.task.value(machine)]
            tried = [(i, order) for i in dates for order in _orders_apart(texts[i])]
            for i, alternatives in self._alternatives(texts, tried, probabilities).items():
                (value, confidence), *_ = alternatives
                readings[i] = (value, confidence, True, alternatives, None, None)
        return readings

    def _reading(self, machine: str, confidence: float, order: str | None) -> _Reading:
        value = self.task.value(machine)
        if value and confidence < self.min_confidence:
            return None, confidence, False, (), order, "low confidence"
        return value, confidence, False, (), order, None if value else f"no {self.task.name} in it"

    def _alternatives(
        self, texts: list[str], tried: list[tuple[int, str]], probabilities: np.ndarray
    ) -> dict[int, tuple[tuple[str, float], ...]]:
        """Index -> readings with their probabilities, for the texts that the orders tried read in different ways."""
        if not tried:
            return {}
        answers, _ = self._decode(self._predict([self._hint(texts[i], order) for i, order in tried]))
        machines: dict[int, dict[str, None]] = collections.defaultdict(dict)
        for (i, _), machine in zip(tried, answers, strict=True):
            if self.task.value(machine):
                machines[i][machine] = None
        found = {}
        for i, readings in machines.items():
            if len(readings) > 1:
                odds = self._decode.odds(list(readings), probabilities[i])
                ranked = sorted(zip(readings, odds.tolist(), strict=True), key=lambda pair: -pair[1])
                found[i] = tuple((self.task.value(machine) or "", share) for machine, share in ranked)
        return found

    def _hint(self, text: str, order: str) -> str:
        # A text that fills Tx is no all-number date, and needs no hint.
        return HINTS[order] + text if len(text) < self.task.Tx else text

    def _predict(self, texts: list[str]) -> np.ndarray:
        """The network's distributions for canonical texts, shape (len(texts), Ty, V)."""
        return self._run(["machine"], texts, max(map(len, texts)))[0]

    def _run(self, outputs: list[str], texts: list[str], length: int) -> list[np.ndarray]:
        ids = self.preset.human_vocab.encode_batch(texts, length)
        results: list[np.ndarray] = self._session.run(outputs, {self._session.get_inputs()[0].name: ids})
        return results


def available_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _orders_apart(text: str) -> tuple[str, ...]:
    """The orders in which a text's numbers could change places: a cheap net, not the judge."""
    groups = _NUMBERS.findall(text)
    short = [int(group) for group in groups if len(group) <= 2]
    if len(groups) == 1:
        return tuple(HINTS) if len(groups[0]) == len("ddmmyyyy") else ()
    if len(groups) > 3 or not (len(short) == 3 or (len(short) == 2 and short[0] != short[1] and max(short) <= 12)):
        return ()
    # A year in four digits leaves day and month to change places after it nowhere, before it in two ways.
    if len(groups[0]) == len("yyyy"):
        return ()
    return ("DMY", "MDY") if len(groups[-1]) == len("yyyy") else tuple(HINTS)
