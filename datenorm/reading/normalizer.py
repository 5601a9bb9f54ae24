"""Normalizer: text in, machine form out, with ONNX Runtime alone."""

import collections
import dataclasses
import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from datenorm.attention.map import AttentionMap
from datenorm.attention.spans import from_attention
from datenorm.attention.weights import field_pooling
from datenorm.core.canonical import canonicalize
from datenorm.core.locale_orders import order_of_locale
from datenorm.core.numeric_dates import contradicts, orders_apart, settled, sure_readings
from datenorm.core.spans import Spans, to_given
from datenorm.core.tasks import UNSPECIFIED, Task, get_task
from datenorm.core.vocab import HINTS, PAD
from datenorm.reading.calibration import Calibration
from datenorm.reading.date_order import INFER, OrderEvidence, infer_order
from datenorm.reading.decoder import Decoder
from datenorm.reading.preset import ONNX, VOCABS, load_preset, preset_names

# Small enough to stay in the processor's cache, large enough that calls cost nothing beside the arithmetic.
_BATCH_SIZE = 256
_CHUNK_SIZE = 32 * _BATCH_SIZE  # enough that texts of one length find together

Order = str | OrderEvidence | None
"""`DMY`, `MDY` or `YMD`; `infer`; what `infer_order` found; or None."""

_Look = tuple[str, bytes]
"""The name of the task, and the attention of each of its fields, shape (fields, length), as bytes of which 255 is all.

Names and bytes alone, so that the garbage collector need not look at it again.
"""

_FULL = 255

_Reading = tuple[str | None, float, bool, tuple[tuple[str, float], ...], str | None, str | None, _Look]
"""The fields of a Result after its text."""

_SURE = 0.99  # of a date in numbers: the odds against none would change little, and take their time

# Canonical text is seldom much shorter than what was given, so a text this many times longer than Tx is not read.
_HOPELESS = 16


# Not frozen, which would take five times as long to make, a sixteenth of the time that a text takes in a batch.
@dataclasses.dataclass(slots=True)
class Result:
    """What a text was read as.

    Attributes:
        text: The text that was given.
        value: Its machine form, or None.
        confidence: How sure the network is of its answer, in [0, 1]; of the one that was dropped, if the reason is
            `low confidence`. Where numbers alone settle which date it is, how sure it is that it is one.
        ambiguous: Whether the text is an all-number date that its orders read in different ways.
        alternatives: For an ambiguous text each reading with its probability, the most probable first.
        order: The order in which it was told to be read, `DMY`, `MDY` or `YMD`, or None.
        spans: Field -> the (start, stop) ranges of `text` that stated it, as the attention tells; for each field of
            `value`, unless the network looked nowhere in particular.
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
    _look: _Look | None = dataclasses.field(default=None, repr=False, compare=False)

    @property
    def spans(self) -> Spans:
        """Found when it is asked for, which is seldom."""
        if self.value is None or self._look is None:
            return {}
        name, packed = self._look
        task = get_task(name)
        canonical = canonicalize(self.text)
        attention = np.frombuffer(packed, np.uint8).reshape(len(task.fields), -1)[:, : len(canonical)]
        return to_given(self.text, _spans(task, task.to_machine(self.value), canonical, attention / _FULL))

    def to_dict(self) -> dict[str, Any]:
        """The attributes by their names, as JSON can hold them."""
        names = (field.name for field in dataclasses.fields(self) if field.compare)
        return {name: getattr(self, name) for name in names} | {"spans": self.spans}


class Normalizer:
    """Reads texts with a trained model.

    >>> Normalizer("date").normalize("the 3rd of May, 1979").value
    '1979-05-03'

    One Normalizer serves many threads. It can be pickled, sent to other processes, and used in a fork: each process
    opens the model's file for itself. A child of a bare `os.fork` has to end with `os._exit`, as those of
    `multiprocessing` do: at any other end ONNX Runtime waits for threads that the fork did not copy.

    Args:
        preset: The name of a preset that ships, "date" or "time", or a folder that `train.py` wrote.
        min_confidence: Answers below it are dropped. By default the preset's own, which costs one right answer in 330,
            and none of the dates that read two ways: those are marked.

    Raises:
        FileNotFoundError: There is no such preset or folder, or a file of it is missing.
        ValueError: A file of it is damaged, or does not belong to the others; or `min_confidence` is not in [0, 1].
    """

    def __init__(self, preset: str | Path, min_confidence: float | None = None) -> None:
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise ValueError(f"expected a min_confidence from 0 to 1. Received: {min_confidence}")
        self.preset = load_preset(preset)
        # By its name a preset is found wherever datenorm is installed.
        self._arguments = (preset if preset in preset_names() else self.preset.folder.absolute(), min_confidence)
        self.min_confidence = self.preset.min_confidence if min_confidence is None else min_confidence
        self._min_share = min_confidence or 0.0  # of the likeliest reading of several
        self.task = self.preset.task
        try:
            self._decode = Decoder(self.task, self.preset.machine_vocab)
        except ValueError as error:
            raise ValueError(f"{self.preset.folder / VOCABS}: {error}") from error
        self._refusal = f"no {self.task.name} in it"
        self._pooling = field_pooling(self.task.fields, self.task.Ty)
        self._calibrate = Calibration(**self.preset.calibration)
        self._session = self._open_session()
        self._check_model()

    def __reduce__(self) -> tuple[type["Normalizer"], tuple[str | Path, float | None]]:
        return Normalizer, self._arguments

    def normalize(self, text: str, order: Order = None, *, locale: str | None = None) -> Result:
        """Read one text.

        Args:
            text: What a person wrote.
            order: How to read an all-number date, `DMY`, `MDY` or `YMD`. Without it one that reads two ways is marked.
            locale: Whose order to read it in, such as `en_US`, in place of `order`.

        Raises:
            TypeError: `text` is not a string.
            ValueError: `order` is none of the task's, `locale` is not known, or both are told.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected a str. Received: {type(text).__name__}")
        return self.normalize_batch([text], order, locale=locale)[0]

    def normalize_batch(self, texts: Iterable[str], order: Order = None, *, locale: str | None = None) -> list[Result]:
        """Read many texts; one that cannot be read costs the others nothing.

        Args:
            texts: Strings. Anything else among them, such as None, gets a Result without a value, reason `not text`.
            order: As in `normalize`, for all of them. With `infer` the texts are a column: those that read one way only
                decide the order of those that read two ways, which stay marked where the column contradicts itself.
                What `infer_order` found in a whole column can be told for a part of it.
            locale: As in `normalize`.

        Returns:
            One Result for each text, in order. A text's result does not depend on its company, unless by `infer`.

        Raises:
            ValueError: As in `normalize`.
        """
        texts = list(texts)
        told = self._told(order, locale)
        if told == INFER:
            told = infer_order(texts)
        prepared, readings = self._read(texts, told)
        hint = told if isinstance(told, str) else None
        return [
            Result(text, None, order=hint, reason=reason) if reason else Result(text, *readings[canonical])
            for text, (canonical, reason) in zip(texts, prepared, strict=True)
        ]

    def explain_batch(self, texts: Iterable[str], order: str | None = None) -> list[AttentionMap | None]:
        """The attention weights with which each text is read; None for one that is not read.

        Args:
            texts: Strings.
            order: As in `explain`, for all of them.

        Raises:
            ValueError: `order` is none of the task's.
        """
        self._told(order, None)
        prepared = [self._prepare(text) for text in texts]
        found: list[AttentionMap | None] = [None] * len(prepared)
        readable = [i for i, (_, reason) in enumerate(prepared) if reason is None]
        for start in range(0, len(readable), _BATCH_SIZE):
            batch = readable[start : start + _BATCH_SIZE]
            canonical = [prepared[i][0] for i in batch]
            hinted = canonical if order is None else [self._hint(text, order) for text in canonical]
            probabilities, attention = self._predict(hinted)
            machines, _ = self._decode_texts(canonical, probabilities, order)
            for i, text, told, machine, weights in zip(batch, canonical, hinted, machines, attention, strict=True):
                weights = weights[:, len(told) - len(text) : len(told)]
                spans = _spans(self.task, machine, text, self._pooling @ weights)
                found[i] = AttentionMap(text, machine, weights, self.task.fields, spans)
        return found

    def explain(self, text: str, order: str | None = None, *, locale: str | None = None) -> AttentionMap:
        """The attention weights with which `text` is read.

        Args:
            text: What a person wrote.
            order: As in `normalize`. The attention that fell on it is left out of the map, whose rows then sum to less.
            locale: As in `normalize`.

        Raises:
            TypeError: `text` is not a string.
            ValueError: As in `normalize`; or the text is empty or too long, so that nothing is read.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected a str. Received: {type(text).__name__}")
        told = self._told(order, locale)
        if told is not None and told not in self.task.hints:
            raise ValueError(f"expected an order of one text. Received: {told!r}, of a column")
        (attention_map,) = self.explain_batch([text], told)
        if attention_map is None:
            _, reason = self._prepare(text)
            raise ValueError(f"expected a text of 1 to {self.task.Tx} characters. Received: {text[:60]!r}, {reason}")
        return attention_map

    def _told(self, order: Order, locale: str | None) -> Order:
        """The order to read in: one of the task's, `infer`, evidence or None."""
        if locale is not None:
            if order is not None:
                raise ValueError(f"expected an order or a locale. Received: {order} and {locale}")
            order = order_of_locale(locale)
        known = [*self.task.hints, INFER] if self.task.hints else []
        if order is not None and order not in known and not (known and isinstance(order, OrderEvidence)):
            names = ", ".join(known) or "none, because the task has no orders"
            raise ValueError(f"expected an order of {names}. Received: {order!r}")
        return order

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

    def _read(self, texts: list[str], told: Order) -> tuple[list[tuple[str, str | None]], dict[str, _Reading]]:
        """What `_prepare` makes of each text, and the reading of each canonical text; equal ones are read once."""
        prepared: list[tuple[str, str | None]] = []
        batches: list[list[str]] = []
        readings: list[Future[list[_Reading]]] = []
        known: set[str] = set()
        with ThreadPoolExecutor(available_cores()) if len(texts) > _BATCH_SIZE else _Here() as pool:
            # While the network reads one chunk, the next is prepared.
            for start in range(0, len(texts), _CHUNK_SIZE):
                chunk = [self._prepare(text) for text in texts[start : start + _CHUNK_SIZE]]
                prepared += chunk
                fresh = {canonical: None for canonical, reason in chunk if reason is None and canonical not in known}
                known.update(fresh)
                groups: dict[str | None, list[str]] = collections.defaultdict(list)
                for canonical in fresh:
                    groups[told.order_of(canonical) if isinstance(told, OrderEvidence) else told].append(canonical)
                for order, group in groups.items():
                    for batch in _by_length(group):
                        batches.append(batch)
                        readings.append(pool.submit(self._read_batch, batch, order))
            # Here, and not at the end of the block: a signal that interrupts the wait for threads leaves them running.
            found = zip(itertools.chain(*batches), itertools.chain(*(each.result() for each in readings)), strict=True)
            return prepared, dict(found)

    def _read_batch(self, texts: list[str], order: str | None) -> list[_Reading]:
        hinted = texts if order is None else [self._hint(text, order) for text in texts]
        probabilities, attention = self._predict(hinted)
        machines, scores = self._decode_texts(texts, probabilities, order)
        confidences = self._calibrate(scores).tolist()
        looks = self._pack(attention, [len(told) - len(text) for told, text in zip(hinted, texts, strict=True)])
        answers = zip(texts, machines, confidences, looks, strict=True)
        readings = [self._reading(*answer, order) for answer in answers]
        if order is None and self.task.hints:
            # What states no date without a hint states none with one.
            dates = [i for i, reading in enumerate(readings) if reading[-2] != self._refusal]
            for i, alternatives in self._alternatives(texts, dates, machines, probabilities).items():
                (value, confidence), *_ = alternatives
                sure = confidence >= self._min_share
                reason = None if sure else "low confidence"
                look = readings[i][-1]
                readings[i] = (value if sure else None, confidence, True, alternatives, None, reason, look)
        return readings

    def _decode_texts(
        self, texts: list[str], probabilities: np.ndarray, order: str | None
    ) -> tuple[list[str], np.ndarray]:
        """The texts' machine strings and their probabilities; where numbers settle the date, that it is one."""
        machines, scores = self._decode(probabilities)
        nothing = self.task.unspecified
        for i in [i for i, machine in enumerate(machines) if machine != nothing] if self.task.hints else ():
            date = settled(texts[i], order)
            if date and (machines[i] != date or scores[i] < _SURE):
                machines[i] = date
                scores[i], _ = self._decode.odds((date, nothing), probabilities[i])
        return machines, scores

    def _pack(self, attention: np.ndarray, hints: list[int]) -> list[_Look]:
        """The attention of each field, without that on the hint, of which each text has 0 or 1 characters."""
        packed = np.rint(_FULL * (self._pooling @ attention)).astype(np.uint8)  # (B, fields, L)
        return [(self.task.name, row[:, hint:].tobytes()) for row, hint in zip(packed, hints, strict=True)]

    def _reading(self, text: str, machine: str, confidence: float, look: _Look, order: str | None) -> _Reading:
        value = self.task.to_value(machine)
        if value and self.task.hints and contradicts(text, value):
            value, confidence = None, 1.0
        if value and confidence < self.min_confidence:
            return None, confidence, False, (), order, "low confidence", look
        return value, confidence, False, (), order, None if value else self._refusal, look

    def _alternatives(
        self, texts: list[str], dates: list[int], machines: list[str], probabilities: np.ndarray
    ) -> dict[int, tuple[tuple[str, float], ...]]:
        """Index -> readings with their probabilities, for those `dates` that the orders read in different ways."""
        readings: dict[int, tuple[str, ...]] = {}
        tried: list[tuple[int, str]] = []
        for i in dates:
            orders = orders_apart(texts[i])
            if orders:
                readings[i] = sure_readings(texts[i])
                # Where words stand around the numbers, or the numbers are no date by themselves, the network is asked.
                if machines[i] not in readings[i] and not settled(texts[i], orders[0]):
                    readings[i] = ()
                    tried += ((i, order) for order in orders)
        if tried:
            answers, _ = self._decode(self._predict([self._hint(texts[i], order) for i, order in tried])[0])
            for (i, _), machine in zip(tried, answers, strict=True):
                if self.task.to_value(machine) and machine not in readings[i]:
                    readings[i] += (machine,)
        found = {}
        for i, different in readings.items():
            if len(different) > 1:
                odds = self._decode.odds(different, probabilities[i])
                ranked = sorted(zip(different, odds, strict=True), key=lambda pair: -pair[1])
                found[i] = tuple((self.task.to_value(machine) or "", share) for machine, share in ranked)
        return found

    def _hint(self, text: str, order: str) -> str:
        # A text that fills Tx is no all-number date, and needs no hint.
        return HINTS[order] + text if len(text) < self.task.Tx else text

    def _predict(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """The network's distributions for canonical texts, shape (B, Ty, V), and its attention, shape (B, Ty, L)."""
        ids = self.preset.human_vocab.encode_batch(texts, max(map(len, texts)))
        machine, attention = self._session.run(["machine", "attention"], {self._session.get_inputs()[0].name: ids})
        return machine, attention

    def _open_session(self) -> onnxruntime.InferenceSession:
        path = self.preset.folder / ONNX
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4  # what it would print, its exceptions say
        # Batches run side by side in threads of our own, which end with each call, so that a fork finds none.
        options.intra_op_num_threads = 1
        try:
            return onnxruntime.InferenceSession(path, options)
        except Exception as error:  # ONNX Runtime's exceptions have no common base
            raise ValueError(f"{path} is damaged: {error}") from error

    def _check_model(self) -> None:
        vocab = self.preset.human_vocab
        sizes = f"{len(vocab)} human and {len(self.preset.machine_vocab)} machine symbols"
        complaint = f"{self.preset.folder / ONNX}: expected a model of the {VOCABS} beside it, {sizes}"
        ids = np.array([[(vocab[PAD] + 1) % len(vocab), vocab[PAD]]], np.int32)  # one character, and padding
        try:
            machine, attention = self._session.run(["machine", "attention"], {self._session.get_inputs()[0].name: ids})
        except Exception as error:
            raise ValueError(f"{complaint}. Received: {error}") from error
        # A model that takes another symbol for padding reads it.
        padding_is_read = attention.shape != (1, self.task.Ty, 2) or attention[0, :, 1].any()
        if machine.shape != (1, self.task.Ty, len(self.preset.machine_vocab)) or padding_is_read:
            raise ValueError(f"{complaint}. Received: one of others")
        if not np.isfinite(machine).all():
            raise ValueError(f"{complaint}. Received: weights that are no numbers")


class _Here(Executor):
    """An executor without threads, for a few texts."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _by_length(texts: list[str]) -> Iterator[list[str]]:
    """The texts in batches of about equal size, each of texts of about one length, which need little padding."""
    texts = sorted(texts, key=len)
    count = -(-len(texts) // _BATCH_SIZE)
    return (texts[i * len(texts) // count : (i + 1) * len(texts) // count] for i in range(count))


def _spans(task: Task, machine: str, canonical: str, attention: np.ndarray) -> Spans:
    """The spans of the fields that the machine string states, from the attention of each, shape (fields, length)."""
    stated = {field.name: machine[field.start : field.stop] for field in task.fields}
    values = {name: int(digits) for name, digits in stated.items() if UNSPECIFIED not in digits}
    looks = {field.name: look for field, look in zip(task.fields, attention, strict=True) if field.name in values}
    return from_attention(canonical, looks, values, shared=task.shared_words)


def available_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
