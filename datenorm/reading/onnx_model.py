"""ONNX model: opens a preset's network with ONNX Runtime, checks that it fits its vocabularies, and runs it."""

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import onnxruntime

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import DECODERS, MARKS, TAGS, UNMARKED
from datenorm.core.vocab import PAD
from datenorm.reading.preset import VOCABS, Preset, onnx_file

_Rows = TypeVar("_Rows", list[int], np.ndarray)

_SILENT = 4  # ONNX Runtime's exceptions say what it would log
# Texts for one run of a network. What it calculates of so few stays in the processor's cache.
_AT_ONCE = 96

# The marks of a date are decoded where a character states one with at least this probability.
_MARKED = 0.2
_TAG = TAGS.index("marks")


class Prediction(NamedTuple):
    """What a network says of B texts, the longest of which has L characters. All arrays but `ids` are float32.

    Attributes:
        machine: The distributions over the machine symbols of the first group, shape (B, Ty of the group, V).
        attention: Its attention, shape (B, Ty of the group, L).
        ids: The texts, shape (B, L), int32.
        encoded: The encoder's outputs of each text, of shape (its length or more, features); empty if the task has one
            group.
        tags: The probabilities of each tag of each character, shape (B, L, tags); empty if the task has one group.
    """

    machine: np.ndarray
    attention: np.ndarray
    ids: np.ndarray
    encoded: Sequence[np.ndarray]
    tags: np.ndarray


class OnnxModel:
    """The network of a preset: the encoder with its first decoder, and the further decoders.

    Where the first group has a second decoder, for its marks, that one is run for the texts that state some, and for
    those without digits: it says whether they state nothing, or a duration. All others have the marks of a plain date.

    The file of a further decoder is opened when a text first needs it.

    Args:
        preset: Names the ONNX files, and the vocabularies of the input and the output.

    Raises:
        ValueError: A file is damaged, or belongs to other vocabularies or another task. So do the methods.
    """

    def __init__(self, preset: Preset) -> None:
        self._preset = preset
        self._vocab = preset.human_vocab
        self._session = _open_session(preset, 0)
        self._further: dict[int, onnxruntime.InferenceSession] = {}
        has_further = len(preset.decoders) > 1
        self._outputs = ["machine", "attention", *(["encoded", "tags"] if has_further else [])]
        self._has_marks = has_further and preset.decoders[:2] == DECODERS[:2]
        if self._has_marks:
            self._unspecified = preset.machine_vocab[UNSPECIFIED]
            self._unmarked = np.zeros((len(MARKS), len(preset.machine_vocab)), np.float32)
            self._unmarked[range(len(MARKS)), [preset.machine_vocab[UNMARKED[mark]] for mark in MARKS]] = 1
        self._check(0, self._session)

    def predict(self, texts: list[str]) -> Prediction:
        """Run the encoder and the first group's decoders on canonical texts, each behind its hint if it has one."""
        lengths = list(map(len, texts))
        ids = self._vocab.encode_batch(texts, max(lengths))
        if len(texts) <= _AT_ONCE:
            seen = self._run(ids)
        else:
            widths = map(max, _parts(lengths))
            runs = [self._run(part[:, :width]) for part, width in zip(_parts(ids), widths, strict=True)]
            machine, attention, _, encoded, tags = zip(*runs, strict=True)
            outputs = list(itertools.chain.from_iterable(encoded))
            seen = Prediction(_joined(machine), _joined(attention), ids, outputs, _joined(tags))
        return self._with_marks(seen) if self._has_marks else seen

    def predict_tags(self, texts: list[str]) -> np.ndarray:
        """The probabilities of each tag of each character of canonical texts, shape (B, L, tags), float32."""
        (tags,) = self._session.run(["tags"], {"ids": self._vocab.encode_batch(texts, max(map(len, texts)))})
        return tags  # type: ignore[no-any-return]

    def predict_group(self, group: int, seen: Prediction, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Run the decoder of a further group on some rows of what the encoder saw.

        Args:
            group: The index of the group in the task, 1 or more.
            seen: What `predict` returned.
            rows: Indices of its texts.

        Returns:
            The distributions over the machine symbols, shape (rows, Ty of the group, V), and the attention, shape
            (rows, Ty of the group, L), both float32.
        """
        return self._decode(group + self._has_marks, seen, rows)

    def _decode(self, number: int, seen: Prediction, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Run a further decoder, from 1, on some rows of what the encoder saw."""
        if number not in self._further:  # threads that start together may open it twice, which does no harm
            session = _open_session(self._preset, number)
            self._check(number, session)
            self._further[number] = session
        return _decode(self._further[number], seen, rows)

    def _with_marks(self, seen: Prediction) -> Prediction:
        """What the network saw, with the marks behind the digits of the first group."""
        batch, digits, symbols = seen.machine.shape
        machine = np.empty((batch, digits + len(MARKS), symbols), np.float32)
        attention = np.zeros((batch, digits + len(MARKS), seen.ids.shape[1]), np.float32)
        machine[:, :digits], attention[:, :digits] = seen.machine, seen.attention
        machine[:, digits:] = self._unmarked
        has_digits = seen.machine[:, :, self._unspecified].min(axis=1) < 1 / symbols  # so another is more probable
        is_marked = seen.tags[:, :, _TAG].max(axis=1) > _MARKED
        (rows,) = (is_marked | ~has_digits).nonzero()
        if rows.size:
            has_no_digits = (seen.machine[rows].argmax(axis=-1) == self._unspecified).all(axis=1)
            rows = rows[is_marked[rows] | has_no_digits]
        if rows.size:
            machine[rows, digits:], attention[rows, digits:] = self._decode(1, seen, rows)
        return Prediction(machine, attention, seen.ids, seen.encoded, seen.tags)

    def _run(self, ids: np.ndarray) -> Prediction:
        machine, attention, *others = self._session.run(self._outputs, {"ids": ids})
        encoded, tags = others or ((), np.empty(0, np.float32))
        return Prediction(machine, attention, ids, encoded, tags)

    def _check(self, number: int, session: onnxruntime.InferenceSession) -> None:
        vocab, symbols, length = self._vocab, len(self._preset.machine_vocab), self._preset.decoders[number]
        file = self._preset.folder / onnx_file(number)
        sizes = f"{len(vocab)} human and {symbols} machine symbols"
        complaint = f"{file}: expected a model of the {VOCABS} beside it, {sizes}"
        ids = np.array([[(vocab[PAD] + 1) % len(vocab), vocab[PAD]]], np.int32)  # one character, and padding
        try:
            seen = self._run(ids)
            machine, attention = _decode(session, seen, np.zeros(1, int)) if number else seen[:2]
        except Exception as error:  # ONNX Runtime's exceptions share no base class
            raise ValueError(f"{complaint}. Received: {error}") from error
        # A model that pads with another symbol attends to this padding.
        attends_to_padding = attention.shape != (1, length, 2) or attention[0, :, 1].any()
        if machine.shape != (1, length, symbols) or attends_to_padding:
            raise ValueError(f"{complaint}. Received: a model of other symbols")
        if not np.isfinite(machine).all():
            raise ValueError(f"{complaint}. Received: weights that are not finite")


def _decode(session: onnxruntime.InferenceSession, seen: Prediction, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Run a further decoder on some rows of what the encoder saw."""
    runs = []
    for part in _parts(rows):
        ids = seen.ids[part]
        encoded = np.zeros((*ids.shape, seen.encoded[0].shape[-1]), np.float32)
        for place, row in enumerate(part):
            encoded[place, : len(seen.encoded[row])] = seen.encoded[row]
        runs.append(session.run(["machine", "attention"], {"encoded": encoded, "ids": ids}))
    machine, attention = map(_joined, zip(*runs, strict=True))
    return machine, attention


def _parts(rows: _Rows) -> list[_Rows]:
    """As many rows at a time as a network should read in one run."""
    return [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]


def _joined(arrays: Sequence[np.ndarray]) -> np.ndarray:
    """Arrays one behind the other, with zeros where one is narrower than the others."""
    if len(arrays) == 1:
        return arrays[0]
    shape = np.max([array.shape[1:] for array in arrays], axis=0)
    joined = np.zeros((sum(map(len, arrays)), *shape), np.float32)
    start = 0
    for array in arrays:
        joined[(slice(start, start + len(array)), *map(slice, array.shape[1:]))] = array
        start += len(array)
    return joined


def _open_session(preset: Preset, number: int) -> onnxruntime.InferenceSession:
    path = preset.folder / onnx_file(number)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _SILENT
    # Batches run side by side in our own threads. Those end with each call, so that a fork never copies a process with
    # running threads.
    options.intra_op_num_threads = 1
    # The optimiser finds next to nothing in graphs that are written node by node, and takes half the time of opening.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        # In a zipped wheel there is no file to open.
        return onnxruntime.InferenceSession(path if isinstance(path, Path) else path.read_bytes(), options)
    except Exception as error:  # ONNX Runtime's exceptions share no base class
        raise ValueError(f"{path} is damaged: {error}") from error
