"""ONNX model: opens a preset's network with ONNX Runtime, checks that it fits its vocabularies, and runs it."""

from pathlib import Path

import numpy as np
import onnxruntime

from datenorm.core.vocab import PAD
from datenorm.reading.preset import ONNX, VOCABS, Preset

_OUTPUTS = ["machine", "attention"]
_SILENT = 4  # ONNX Runtime's exceptions say what it would log


class OnnxModel:
    """The network of a preset.

    Args:
        preset: Names the ONNX file, and the vocabularies of its input and output.

    Raises:
        ValueError: The file is damaged, or belongs to other vocabularies or another task.
    """

    def __init__(self, preset: Preset) -> None:
        self._vocab = preset.human_vocab
        self._session = _open_session(preset)
        self._input = self._session.get_inputs()[0].name
        self._check(preset)

    def predict(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Run the network on canonical texts, each behind its hint if it has one.

        Returns:
            The distributions over the machine symbols, shape (B, Ty, V), and the attention, shape (B, Ty, L), both
            float32. L is the length of the longest text.
        """
        return self._run(self._vocab.encode_batch(texts, max(map(len, texts))))

    def _run(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        machine, attention = self._session.run(_OUTPUTS, {self._input: ids})
        return machine, attention

    def _check(self, preset: Preset) -> None:
        vocab, task = preset.human_vocab, preset.task
        sizes = f"{len(vocab)} human and {len(preset.machine_vocab)} machine symbols"
        complaint = f"{preset.folder / ONNX}: expected a model of the {VOCABS} beside it, {sizes}"
        ids = np.array([[(vocab[PAD] + 1) % len(vocab), vocab[PAD]]], np.int32)  # one character, and padding
        try:
            machine, attention = self._run(ids)
        except Exception as error:  # ONNX Runtime's exceptions share no base class
            raise ValueError(f"{complaint}. Received: {error}") from error
        # A model that pads with another symbol attends to this padding.
        attends_to_padding = attention.shape != (1, task.Ty, 2) or attention[0, :, 1].any()
        if machine.shape != (1, task.Ty, len(preset.machine_vocab)) or attends_to_padding:
            raise ValueError(f"{complaint}. Received: a model of other symbols")
        if not np.isfinite(machine).all():
            raise ValueError(f"{complaint}. Received: weights that are not finite")


def _open_session(preset: Preset) -> onnxruntime.InferenceSession:
    path = preset.folder / ONNX
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
