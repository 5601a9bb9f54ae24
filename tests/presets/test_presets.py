import json
import re
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import onnxruntime
import pytest

import datenorm.training  # noqa: F401 - registers the layers that the .keras files name
from datenorm.core.vocab import PAD
from datenorm.corpus.generate import held_out_name
from datenorm.evaluation import alignment
from datenorm.evaluation.cases import Case, read_cases
from datenorm.evaluation.scores import evaluate
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import KERAS, ONNX, Preset, load_preset, preset_names
from datenorm.training.model import ModelConfig, build_model

DATA = Path(__file__).parents[2] / "data"
LEAST = {
    "time": {"string": 0.999, "pattern": 0.995},
    "date": {
        "date": 0.995,
        "date, in running text": 0.975,
        "date, with noise": 0.985,
        "date, one typing error": 0.94,
        "date, one OCR confusion": 0.965,
        "pattern or region": 0.98,
        "non-date": 0.993,
    },
}

# Of the attention: what falls on the characters that state a field, how often it points at one, and how often all spans
# are exact.
ATTENTION = {"time": (0.98, 0.99, 0.98), "date": (0.97, 0.99, 0.98)}


@pytest.mark.parametrize("name", preset_names())
def test_held_out_cases_are_read(name: str) -> None:
    normalizer = Normalizer(name)
    with (DATA / held_out_name(normalizer.task)).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
    for held_out, least in LEAST[name].items():
        outcomes = evaluate(normalizer, [case for case in cases if case.fields["held_out"] == held_out])
        assert len(outcomes) >= 1000
        assert sum(outcome.is_exact for outcome in outcomes) / len(outcomes) >= least, held_out


@pytest.mark.parametrize(("name", "held_out"), [("time", "string"), ("date", "date, with noise")])
def test_the_attention_falls_on_what_states_each_field(name: str, held_out: str) -> None:
    normalizer = Normalizer(name)
    with (DATA / held_out_name(normalizer.task)).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
    cases = [case for case in cases if case.fields["held_out"] == held_out][:1500]
    found = alignment.looks(normalizer, cases)
    mass, points, spans = ATTENTION[name]
    for field in normalizer.task.fields:
        looks = [look for look in found if look.field == field.name]
        assert len(looks) > 1000
        assert sum(look.mass for look in looks) / len(looks) > mass, field
        assert sum(look.points for look in looks) / len(looks) > points, field
        elsewhere = sum(look.changed_elsewhere for look in looks)
        assert sum(look.changed for look in looks) > 2 * elsewhere, field
    assert alignment.spans_exact(found) >= spans


def random_ids(preset: Preset) -> np.ndarray:
    """Eight random strings of every length, padded to Tx."""
    rng = np.random.default_rng(0)
    pad = preset.human_vocab[PAD]
    lengths = np.repeat(np.arange(1, preset.task.Tx + 1), 8)
    ids = rng.integers(pad, size=(len(lengths), preset.task.Tx), dtype=np.int32)  # padding is the last symbol
    ids[np.arange(preset.task.Tx) >= lengths[:, None]] = pad
    return ids


@pytest.mark.parametrize("name", preset_names())
def test_the_keras_file_agrees_with_the_onnx_file(name: str) -> None:
    preset = load_preset(name)
    model = keras.saving.load_model(preset.folder / KERAS, safe_mode=True)
    session = onnxruntime.InferenceSession(preset.folder / ONNX)
    with (DATA / held_out_name(preset.task)).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"].lower()[: preset.task.Tx] for line, _ in zip(lines, range(64), strict=False)]
    nonsense = random_ids(preset)
    ids = np.concatenate([preset.human_vocab.encode_batch(texts, preset.task.Tx), nonsense])
    received = session.run(["machine", "attention"], {session.get_inputs()[0].name: ids})
    expected = model(ids)
    for output, array in zip(("machine", "attention"), received, strict=True):
        np.testing.assert_allclose(array, keras.ops.convert_to_numpy(expected[output]), atol=1e-5)


@pytest.mark.parametrize("name", preset_names())
def test_a_training_can_start_from_the_keras_file(name: str) -> None:
    preset = load_preset(name)
    vocabs = preset.human_vocab, preset.machine_vocab
    model = build_model(ModelConfig.of(*vocabs, preset.task.Ty, preset.config["model"]))
    model.load_weights(preset.folder / KERAS)
    saved = keras.saving.load_model(preset.folder / KERAS, safe_mode=True)
    for array, same in zip(model.get_weights(), saved.get_weights(), strict=True):
        np.testing.assert_array_equal(array, same)


@pytest.mark.parametrize("name", preset_names())
def test_normalizing_imports_nothing_heavy(name: str) -> None:
    code = f"""
import sys
import datenorm
assert datenorm.normalize("10:30 on 3 May 1979", task={name!r}) or True
heavy = {{"tensorflow", "keras", "faker", "babel", "matplotlib", "num2words", "onnx"}}
print(sorted(heavy & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("text", ["05.10.1973", "04.10.1995", "5. 6. 2033", "(7.12.1986)", "10.11.1970"])
def test_a_year_at_the_end_leaves_two_readings(text: str) -> None:
    result = Normalizer("date").normalize(text)
    first, second, year = re.findall(r"\d+", text)
    assert result.ambiguous
    assert {value for value, _ in result.alternatives} == {
        f"{year}-{int(month):02d}-{int(day):02d}" for day, month in ((first, second), (second, first))
    }
