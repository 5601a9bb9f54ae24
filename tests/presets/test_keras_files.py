"""The .keras files of the presets: a training can start from them, and the ONNX files agree with them."""

import json
from pathlib import Path

import keras
import numpy as np
import onnxruntime
import pytest

import datenorm.training  # noqa: F401 - registers the layers that the .keras files name
from datenorm.core.vocab import PAD
from datenorm.corpus.data_folder import held_out_name
from datenorm.pipeline.run_config import RunConfig
from datenorm.reading.preset import KERAS, ONNX, Preset, load_preset
from datenorm.training.model import ModelConfig, build_model

DATA = Path(__file__).parents[2] / "data"
PRESETS = ["time", pytest.param("date", marks=pytest.mark.slow)]


def random_ids(preset: Preset) -> np.ndarray:
    """Eight random strings of every length, padded to Tx, shape (8 * Tx, Tx)."""
    rng = np.random.default_rng(0)
    pad = preset.human_vocab[PAD]
    lengths = np.repeat(np.arange(1, preset.task.Tx + 1), 8)
    ids = rng.integers(pad, size=(len(lengths), preset.task.Tx), dtype=np.int32)  # padding is the last symbol
    ids[np.arange(preset.task.Tx) >= lengths[:, None]] = pad
    return ids


@pytest.mark.parametrize("name", PRESETS)
def test_the_keras_file_agrees_with_the_onnx_file(name: str) -> None:
    preset = load_preset(name)
    model = keras.saving.load_model(preset.folder / KERAS, safe_mode=True)
    session = onnxruntime.InferenceSession(preset.folder / ONNX)
    with (DATA / held_out_name(preset.task)).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"].lower()[: preset.task.Tx] for line, _ in zip(lines, range(64), strict=False)]
    ids = np.concatenate([preset.human_vocab.encode_batch(texts, preset.task.Tx), random_ids(preset)])
    received = session.run(["machine", "attention"], {session.get_inputs()[0].name: ids})
    expected = model(ids)
    for output, array in zip(("machine", "attention"), received, strict=True):
        np.testing.assert_allclose(array, keras.ops.convert_to_numpy(expected[output]), atol=1e-5)


@pytest.mark.parametrize("name", PRESETS)
def test_a_training_can_start_from_the_keras_file(name: str) -> None:
    preset = load_preset(name)
    vocabs = preset.human_vocab, preset.machine_vocab
    shape = RunConfig.from_json(preset.config).model
    model = build_model(ModelConfig.of(*vocabs, preset.task, shape))
    model.load_weights(preset.folder / KERAS)
    saved = keras.saving.load_model(preset.folder / KERAS, safe_mode=True)
    for array, same in zip(model.get_weights(), saved.get_weights(), strict=True):
        np.testing.assert_array_equal(array, same)
