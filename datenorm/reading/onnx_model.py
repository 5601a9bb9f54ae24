"""ONNX model: opens a preset's network with ONNX Runtime, checks that it fits its vocabularies, and runs it."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime

from datenorm.core.vocab import PAD
from datenorm.reading.preset import VOCABS, Preset, onnx_file

_SILENT = 4  # ONNX Runtime's exceptions say what it would log


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
    """The network of a preset: the encoder with the decoder of the first group, and the decoders of further groups.

    Args:
        preset: Names the ONNX files, and the vocabularies of the input and the output.

    Raises:
        ValueError: A file is damaged, or belongs to other vocabularies or another task.
    """

    def __init__(self, preset: Preset) -> None:
        self._vocab = preset.human_vocab
        self._session, *self._further = [_open_session(preset, group) for group in range(len(preset.groups))]
        self._outputs = ["machine", "attention", *(["encoded", "tags"] if self._further else [])]
        self._check(preset)

    def predict(self, texts: list[str]) -> Prediction:
        """Run the encoder and the first decoder on canonical texts, each behind its hint if it has one."""
        return self._run(self._vocab.encode_batch(texts, max(map(len, texts))))

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
        inputs = {"encoded": seen.encoded[rows], "ids": seen.ids[rows]}
        machine, attention = self._further[group - 1].run(["machine", "attention"], inputs)
        return machine, attention

    def _run(self, ids: np.ndarray) -> Prediction:
        machine, attention, *others = self._session.run(self._outputs, {"ids": ids})
        encoded, tags = others or (np.empty(0, np.float32), np.empty(0, np.float32))
        return Prediction(machine, attention, ids, encoded, tags)

    def _check(self, preset: Preset) -> None:
        vocab = preset.human_vocab
        sizes = f"{len(vocab)} human and {len(preset.machine_vocab)} machine symbols"
        ids = np.array([[(vocab[PAD] + 1) % len(vocab), vocab[PAD]]], np.int32)  # one character, and padding
        for group, form in enumerate(preset.groups):
            file = preset.folder / onnx_file(group)
            complaint = f"{file}: expected a model of the {VOCABS} beside it, {sizes}"
            try:
                seen = self._run(ids)
                machine, attention = self.predict_group(group, seen, np.zeros(1, int)) if group else seen[:2]
            except Exception as error:  # ONNX Runtime's exceptions share no base class
                raise ValueError(f"{complaint}. Received: {error}") from error
            # A model that pads with another symbol attends to this padding.
            attends_to_padding = attention.shape != (1, form.Ty, 2) or attention[0, :, 1].any()
            if machine.shape != (1, form.Ty, len(preset.machine_vocab)) or attends_to_padding:
                raise ValueError(f"{complaint}. Received: a model of other symbols")
            if not np.isfinite(machine).all():
                raise ValueError(f"{complaint}. Received: weights that are not finite")


def _open_session(preset: Preset, group: int) -> onnxruntime.InferenceSession:
    path = preset.folder / onnx_file(group)
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
