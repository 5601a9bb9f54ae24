"""Date reader: reads canonical texts as dates, or as times of day, by one run of the network or by two."""

from typing import Protocol

import numpy as np

from datenorm.attention.map import AttentionMap
from datenorm.attention.spans import spans_of_fields
from datenorm.attention.weights import field_pooling
from datenorm.core.hints import HINTS
from datenorm.core.numeric_dates import (
    conflicting_orders,
    numbers_exclude,
    numeric_readings,
    resolve,
    takes_order,
    where_numbers_may_matter,
)
from datenorm.core.reasons import Reason
from datenorm.reading.calibration import Calibration
from datenorm.reading.decoder import Decoder
from datenorm.reading.onnx_model import OnnxModel, Prediction
from datenorm.reading.preset import VOCABS, Preset
from datenorm.reading.result import Reading, attention_in_bytes, pack_attention

# Above this probability a numeric date keeps the network's confidence: the odds against no date would change little,
# and would take time.
_SURE = 0.99


class Model(Protocol):
    """A network that writes one group."""

    def predict(self, texts: list[str]) -> Prediction:
        """As `OnnxModel.predict`."""


class DateReader:
    """Reads canonical texts as machine strings of one group: dates, or times of day.

    Args:
        preset: A trained model of such a task.
        min_confidence: Answers below it are dropped.
        min_share: The most probable readings of ambiguous dates below it are dropped.

    Raises:
        ValueError: A file of the preset is damaged, or does not belong to the others.
    """

    def __init__(self, preset: Preset, min_confidence: float, min_share: float) -> None:
        self.task = preset.task
        self.min_confidence = min_confidence
        self._min_share = min_share
        try:
            self._decode = self._decoder_of(preset)
        except ValueError as error:
            raise ValueError(f"{preset.folder / VOCABS}: {error}") from error
        self._model = self._model_of(preset)
        self._calibrate = Calibration(**preset.calibration)
        self._pooling = field_pooling(self.task.fields, self.task.Ty)
        self._nothing_stated = Reason.nothing_stated(self.task)

    def _decoder_of(self, preset: Preset) -> Decoder:
        return Decoder(self.task.groups[0], preset.machine_vocab)

    def _model_of(self, preset: Preset) -> Model:
        return OnnxModel(preset)

    def read(self, texts: list[str], order: str | None) -> list[Reading]:
        """The readings of canonical texts, by one run of the network, or by two if some read in several ways."""
        hinted = self._with_hints(texts, order)
        probabilities, attention, *_ = self._model.predict(hinted)
        numbered = self._numbered(texts)
        machines, scores = self._decode_texts(texts, numbered, probabilities, order)
        confidences = self._calibrate(scores).tolist()
        hint_lengths = [len(input_text) - len(text) for input_text, text in zip(hinted, texts, strict=True)]
        packed = pack_attention(attention_in_bytes(self._pooling @ attention), hint_lengths, texts)
        values = [self.task.to_value(machine) for machine in machines]
        for i in numbered:
            value = values[i]
            if value and numbers_exclude(texts[i], value):
                values[i], confidences[i] = None, 1.0
        answers = zip(values, confidences, packed, strict=True)
        readings = [self._reading(*answer, order) for answer in answers]
        if order is None:
            # A text that states no date without a hint states none with one.
            dates = [i for i in numbered if readings[i].reason is not self._nothing_stated]
            for i, alternatives in self._alternatives(texts, dates, machines, probabilities).items():
                (value, confidence), *_ = alternatives
                is_sure = confidence >= self._min_share
                readings[i] = readings[i]._replace(
                    value=value if is_sure else None,
                    confidence=confidence,
                    ambiguous=True,
                    alternatives=alternatives,
                    reason=None if is_sure else Reason.LOW_CONFIDENCE,
                )
        return readings

    def explain(self, texts: list[str], order: str | None) -> list[AttentionMap]:
        """The attention weights with which canonical texts are read."""
        hinted = self._with_hints(texts, order)
        probabilities, attention, *_ = self._model.predict(hinted)
        machines, _ = self._decode_texts(texts, self._numbered(texts), probabilities, order)
        maps = []
        for text, input_text, machine, weights in zip(texts, hinted, machines, attention, strict=True):
            weights = weights[:, len(input_text) - len(text) : len(input_text)]
            spans = spans_of_fields(self.task, machine, text, self._pooling @ weights)
            maps.append(AttentionMap(text, machine, weights, self.task.fields, spans))
        return maps

    def _numbered(self, texts: list[str]) -> list[int]:
        """The indices of the texts whose numbers may say more than the network does."""
        return where_numbers_may_matter(texts) if self.task.orders else []

    def _decode_texts(
        self, texts: list[str], numbered: list[int], probabilities: np.ndarray, order: str | None
    ) -> tuple[list[str], np.ndarray]:
        """The machine strings of the texts, and their probabilities.

        If the numbers of a text determine its date, the date is theirs, and the probability is that the text is a date.
        """
        machines, scores = self._decode(probabilities)
        nothing = self.task.unspecified
        for i in numbered:
            date = resolve(texts[i], order) if machines[i] != nothing else None
            if date and (machines[i] != date or scores[i] < _SURE):
                machines[i] = date
                scores[i], _ = self._decode.odds((date, nothing), probabilities[i])
        return machines, scores

    def _reading(self, value: str | None, confidence: float, attention: bytes, order: str | None) -> Reading:
        reason = None
        if not value:
            reason = self._nothing_stated
        elif confidence < self.min_confidence:
            value, reason = None, Reason.LOW_CONFIDENCE
        return Reading(value, confidence, False, (), order, reason, self.task.name, attention)

    def _alternatives(
        self, texts: list[str], dates: list[int], machines: list[str], probabilities: np.ndarray
    ) -> dict[int, tuple[tuple[str, float], ...]]:
        """The readings of each ambiguous date with their probabilities, the most probable first.

        Args:
            texts: Canonical texts.
            dates: The indices of those that may state a date whose order is open.
            machines: What was decoded from each text.
            probabilities: Shape (B, Ty, V).

        Returns:
            Index -> at least two different values with their probabilities, for the ambiguous texts alone.
        """
        readings: dict[int, tuple[str, ...]] = {}
        asked: list[tuple[int, str]] = []
        for i in dates:
            orders = conflicting_orders(texts[i])
            if orders:
                readings[i] = numeric_readings(texts[i])
                # The network decides if there are words around the numbers, or if the numbers alone are no date.
                if machines[i] not in readings[i] and not resolve(texts[i], orders[0]):
                    readings[i] = ()
                    asked += ((i, order) for order in orders)
        if asked:
            hinted = [self._with_hint(texts[i], order) for i, order in asked]
            answers, _ = self._decode(self._model.predict(hinted).machine)
            for (i, _), machine in zip(asked, answers, strict=True):
                if self.task.is_valid(machine) and self.task.to_value(machine) and machine not in readings[i]:
                    readings[i] += (machine,)
        found = {}
        for i, different in readings.items():
            if len(different) > 1:
                odds = self._decode.odds(different, probabilities[i])
                ranked = sorted(zip(different, odds, strict=True), key=lambda pair: -pair[1])
                found[i] = tuple((self.task.to_value(machine) or "", share) for machine, share in ranked)
        return found

    def _with_hints(self, texts: list[str], order: str | None) -> list[str]:
        return texts if order is None else [self._with_hint(text, order) for text in texts]

    def _with_hint(self, text: str, order: str) -> str:
        # A text that fills Tx is no all-number date. The training shows hints beside dates in numbers alone.
        return HINTS[order] + text if len(text) < self.task.Tx and takes_order(text) else text
