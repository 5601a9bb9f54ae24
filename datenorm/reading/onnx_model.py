"""ONNX model: opens a preset's network with ONNX Runtime, checks that it fits its vocabularies, and runs it."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import DECODERS, MARKS, TAGS, UNMARKED
from datenorm.core.vocab import PAD
from datenorm.reading.preset import VOCABS, Preset, onnx_file

_SILENT = 4  # ONNX Runtime's exceptions say what it would log


# The marks of a date are decoded where a character states one with at least this probability.
_MARKED = 0.05


class Prediction(NamedTuple):
    """What a network says of B texts, the longest of which has L characters. All arrays but `ids` are float32.

    Attributes:
        machine: The distributions over the machine symbols of the first group, shape (B, Ty of the group, V).
        attention: Its attention, shape (B, Ty of the group, L).
        ids: The texts, shape (B, L), int32.
        encoded: The encoder's outputs, shape (B, L, features); empty if the task has one group.
        tags: The probabilities of each tag of each character, shape (B, L, tags); empty if the task has one group.
    """

    machine: np.ndarray
    attention: np.ndarray
    ids: np.ndarray
    encoded: np.ndarray
    tags: np.ndarray


class OnnxModel:
    """The network of a preset: the encoder with its first decoder, and the further decoders.

    Where the first group has a second decoder, for its marks, that one is run for the texts that state some, and for
    those without digits: it says whether they state nothing, or a duration. All others have the marks of a plain date.

    Args:
        preset: Names the ONNX files, and the vocabularies of the input and the output.

    Raises:
        ValueError: A file is damaged, or belongs to other vocabularies or another task.
    """

    def __init__(self, preset: Preset) -> None:
        self._vocab = preset.human_vocab
        self._session, *self._further = [_open_session(preset, number) for number in range(len(preset.decoders))]
        self._outputs = ["machine", "attention", *(["encoded", "tags"] if self._further else [])]
        self._has_marks = len(preset.decoders) > 1 and preset.decoders[:2] == DECODERS[:2]
        if self._has_marks:
            self._unspecified = preset.machine_vocab[UNSPECIFIED]
            self._unmarked = [preset.machine_vocab[UNMARKED[mark]] for mark in MARKS]
        self._check(preset)

    def predict(self, texts: list[str]) -> Prediction:
        """Run the encoder and the first group's decoders on canonical texts, each behind its hint if it has one."""
        seen = self._run(self._vocab.encode_batch(texts, max(map(len, texts))))
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
        inputs = {"encoded": seen.encoded[rows], "ids": seen.ids[rows]}
        machine, attention = self._further[number - 1].run(["machine", "attention"], inputs)
        return machine, attention

    def _with_marks(self, seen: Prediction) -> Prediction:
        """What the network saw, with the marks behind the digits of the first group."""
        batch, digits, symbols = seen.machine.shape
        machine = np.zeros((batch, digits + len(MARKS), symbols), np.float32)
        attention = np.zeros((batch, digits + len(MARKS), seen.ids.shape[1]), np.float32)
        machine[:, :digits], attention[:, :digits] = seen.machine, seen.attention
        has_digits = (seen.machine.argmax(axis=-1) != self._unspecified).any(axis=1)
        is_marked = seen.tags[:, :, TAGS.index("marks")].max(axis=1) > _MARKED
        plain, rows = np.flatnonzero(has_digits & ~is_marked), np.flatnonzero(~has_digits | is_marked)
        machine[plain[:, None], np.arange(digits, digits + len(MARKS)), self._unmarked] = 1
        if rows.size:
            machine[rows, digits:], attention[rows, digits:] = self._decode(1, seen, rows)
        return seen._replace(machine=machine, attention=attention)

    def _run(self, ids: np.ndarray) -> Prediction:
        machine, attention, *others = self._session.run(self._outputs, {"ids": ids})
        encoded, tags = others or (np.empty(0, np.float32), np.empty(0, np.float32))
        return Prediction(machine, attention, ids, encoded, tags)

    def _check(self, preset: Preset) -> None:
        vocab = preset.human_vocab
        sizes = f"{len(vocab)} human and {len(preset.machine_vocab)} machine symbols"
        ids = np.array([[(vocab[PAD] + 1) % len(vocab), vocab[PAD]]], np.int32)  # one character, and padding
        for number, length in enumerate(preset.decoders):
            file = preset.folder / onnx_file(number)
            complaint = f"{file}: expected a model of the {VOCABS} beside it, {sizes}"
            try:
                seen = self._run(ids)
                machine, attention = self._decode(number, seen, np.zeros(1, int)) if number else seen[:2]
            except Exception as error:  # ONNX Runtime's exceptions share no base class
                raise ValueError(f"{complaint}. Received: {error}") from error
            # A model that pads with another symbol attends to this padding.
            attends_to_padding = attention.shape != (1, length, 2) or attention[0, :, 1].any()
            if machine.shape != (1, length, len(preset.machine_vocab)) or attends_to_padding:
                raise ValueError(f"{complaint}. Received: a model of other symbols")
            if not np.isfinite(machine).all():
                raise ValueError(f"{complaint}. Received: weights that are not finite")


def _open_session(preset: Preset, number: int) -> onnxruntime.InferenceSession:
    path = preset.folder / onnx_file(number)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _SILENT
    # Batches run side by side in our own threads. Those end with each call, so that a fork never copies a process with
    # running threads.
    options.intra_op_num_threads = 1
    try:
        # In a zipped wheel there is no file to open.
        return onnxruntime.InferenceSession(path if isinstance(path, Path) else path.read_bytes(), options)
    except Exception as error:  # ONNX Runtime's exceptions share no base class
        raise ValueError(f"{path} is damaged: {error}") from error
