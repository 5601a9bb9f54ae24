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
from datenorm.reading.preset import KERAS, Preset, load_preset, onnx_file
from datenorm.training.model import ModelConfig, build_model

DATA = Path(__file__).parents[2] / "data"
PRESETS = ["time", pytest.param("moment", marks=pytest.mark.slow)]


def random_ids(preset: Preset) -> np.ndarray:
    """Eight random strings of every length, padded to Tx, shape (8 * Tx, Tx)."""
    rng = np.random.default_rng(0)
    pad = preset.human_vocab[PAD]
    lengths = np.repeat(np.arange(1, preset.task.Tx + 1), 8)
    ids = rng.integers(pad, size=(len(lengths), preset.task.Tx), dtype=np.int32)  # padding is the last symbol
    ids[np.arange(preset.task.Tx) >= lengths[:, None]] = pad
    return ids


def run_onnx(preset: Preset, ids: np.ndarray) -> list[np.ndarray]:
    """What all decoders of the ONNX files write, and where they look, one behind the other as in the Keras model."""
    files = [preset.folder / onnx_file(number) for number in range(len(preset.decoders))]
    first, *further = map(onnxruntime.InferenceSession, files)
    outputs = ["machine", "attention"]
    machine, attention, *encoded = first.run([*outputs, "encoded"] if further else outputs, {"ids": ids})
    parts = [(machine, attention), *(each.run(outputs, {"encoded": encoded[0], "ids": ids}) for each in further)]
    return [np.concatenate(each, axis=1) for each in zip(*parts, strict=True)]


@pytest.mark.parametrize("name", PRESETS)
def test_the_keras_file_agrees_with_the_onnx_file(name: str) -> None:
    preset = load_preset(name)
    model = keras.saving.load_model(preset.folder / KERAS, safe_mode=True)
    with (DATA / held_out_name(preset.task)).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"].lower()[: preset.task.Tx] for line, _ in zip(lines, range(64), strict=False)]
    ids = np.concatenate([preset.human_vocab.encode_batch(texts, preset.task.Tx), random_ids(preset)])
    received = run_onnx(preset, ids)
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
