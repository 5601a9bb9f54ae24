"""Normalizer: text in, machine form out, with ONNX Runtime alone."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnxruntime

from datenorm.attention import AttentionMap
from datenorm.decode import Decoder
from datenorm.preprocess import length_buckets
from datenorm.preset import ONNX, load_preset
from datenorm.text import canonicalize

# Small enough to stay in the processor's cache, large enough that calls cost nothing beside the arithmetic.
_BATCH_SIZE = 512

# Canonical text is seldom much shorter than what was given, so a text this many times longer than Tx is not read.
_HOPELESS = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Result:
    """What a text was read as.

    Attributes:
        text: The text that was given.
        value: Its machine form, or None.
        confidence: The probability that the network gives the value, in [0, 1]; 0 where there is none.
        reason: Why there is no value: `empty`, `too long`, `not text`; None where there is one.
    """

    text: str
    value: str | None
    confidence: float = 0.0
    reason: str | None = None


class Normalizer:
    """Reads texts with a trained model.

    >>> Normalizer("time").normalize("quarter past five pm").value
    '17:15'

    Args:
        preset: The name of a preset that ships, such as "time", or a folder that `train.py` wrote.

    Raises:
        FileNotFoundError: There is no such preset or folder, or a file of it is missing.
        ValueError: A file of it is damaged.
    """

    def __init__(self, preset: str | Path) -> None:
        self.preset = load_preset(preset)
        self.task = self.preset.task
        self._decode = Decoder(self.task, self.preset.machine_vocab)
        path = self.preset.folder / ONNX
        try:
            self._session = onnxruntime.InferenceSession(path)
        except Exception as error:  # ONNX Runtime's exceptions have no common base
            raise ValueError(f"{path} is damaged: {error}") from error

    def normalize(self, text: str) -> Result:
        """Read one text.

        Raises:
            TypeError: `text` is not a string.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected a str. Received: {type(text).__name__}")
        return self.normalize_batch([text])[0]

    def normalize_batch(self, texts: Iterable[str]) -> list[Result]:
        """Read many texts; one that cannot be read costs the others nothing.

        Args:
            texts: Strings. Anything else among them, such as None, gets a Result without a value, reason `not text`.

        Returns:
            One Result for each text, in order. A text's result does not depend on its company.
        """
        texts = list(texts)
        readings = [self._prepare(text) for text in texts]
        # Equal strings are computed once.
        distinct = list(dict.fromkeys(text for text, reason in readings if reason is None))
        values, confidences = self._read(distinct)
        answers = {text: (values[i], float(confidences[i])) for i, text in enumerate(distinct)}
        return [
            Result(text, None, reason=reason) if reason else Result(text, *answers[canonical])
            for text, (canonical, reason) in zip(texts, readings, strict=True)
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

    def _read(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """The machine strings of canonical texts, and their probabilities."""
        values = np.empty(len(texts), dtype=object)
        confidences = np.empty(len(texts))
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        for length, indices in length_buckets(lengths, self.task.Tx):
            for start in range(0, indices.size, _BATCH_SIZE):
                batch = indices[start : start + _BATCH_SIZE]
                (probabilities,) = self._run(["machine"], [texts[i] for i in batch], length)
                values[batch], confidences[batch] = self._decode(probabilities)
        return values, confidences

    def _run(self, outputs: list[str], texts: list[str], length: int) -> list[np.ndarray]:
        ids = self.preset.human_vocab.encode_batch(texts, length)
        results: list[np.ndarray] = self._session.run(outputs, {self._session.get_inputs()[0].name: ids})
        return results
