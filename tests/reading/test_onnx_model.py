"""ONNX model: its shapes, and the refusal of a damaged or foreign file by its name."""

import json
import os
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from datenorm.core.tasks import MOMENT
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.onnx_model import OnnxModel
from datenorm.reading.preset import CONFIG, ONNX, VOCABS, load_preset, onnx_file


def test_predict_gives_distributions_and_attention_of_the_documented_shapes() -> None:
    preset = load_preset("moment")
    texts = ["3 may 1979", "may", "\x0203/04/2005"]
    machine, attention, *_ = OnnxModel(preset).predict(texts)
    assert machine.shape == (3, preset.task.groups[0].Ty, len(preset.machine_vocab))
    assert attention.shape == (3, preset.task.groups[0].Ty, len("\x0203/04/2005"))
    np.testing.assert_allclose(machine.sum(axis=-1), 1, atol=1e-5)
    assert not attention[1, :, len("may") :].any()  # padding


def test_many_texts_are_read_in_parts_as_each_alone() -> None:
    model = OnnxModel(load_preset("date"))
    texts = [f"{day} may {1900 + day}"[: 3 + day % 9] for day in range(200)]
    machine, attention, ids, *_ = model.predict(texts)
    assert ids.shape[1] == max(map(len, texts))
    assert attention.shape == (200, MOMENT.groups[0].Ty, ids.shape[1])
    for row in (0, 95, 96, 199):
        alone = model.predict(texts[row : row + 1])
        np.testing.assert_allclose(machine[row], alone.machine[0], atol=1e-5)
        np.testing.assert_allclose(attention[row, :, : len(texts[row])], alone.attention[0], atol=1e-5)
        assert not attention[row, :, len(texts[row]) :].any()


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"not ONNX"])
def test_a_damaged_model_is_named(preset_copy: Path, content: bytes) -> None:
    (preset_copy / ONNX).write_bytes(content)
    with pytest.raises(ValueError, match=f"copy/{ONNX} is damaged"):
        Normalizer(preset_copy)


def test_a_damaged_further_decoder_is_named_when_a_text_needs_it(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(load_preset("moment").folder, folder)
    clock = folder / onnx_file(2)
    clock.write_bytes(clock.read_bytes()[:1000])
    normalizer = Normalizer(folder)
    assert normalizer.normalize("3 May 1979").value == "1979-05-03"
    for _ in range(2):
        with pytest.raises(ValueError, match=f"copy/{clock.name} is damaged"):
            normalizer.normalize("3 May 1979, 10:30")
    shutil.copy(folder / onnx_file(3), clock)
    with pytest.raises(ValueError, match=f"copy/{clock.name}: expected a model of the {VOCABS} beside it"):
        normalizer.normalize("3 May 1979, 10:30")


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_model_is_named(preset_copy: Path, kept: float) -> None:
    whole = (preset_copy / ONNX).read_bytes()
    (preset_copy / ONNX).write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(ValueError, match=f"copy/{ONNX}"):
        Normalizer(preset_copy)


@pytest.mark.parametrize("change", [-2, -1, 1, 5])
def test_a_vocabulary_of_another_size_is_refused(preset_copy: Path, change: int) -> None:
    human, machine = json.loads((preset_copy / VOCABS).read_text())
    symbols = [symbol for symbol in human if len(symbol) == 1]
    symbols = symbols[:change] if change < 0 else [*symbols, *"äöüøå"[:change]]
    human = {symbol: i for i, symbol in enumerate([*symbols, "<unk>", "<pad>"])}
    (preset_copy / VOCABS).write_text(json.dumps([human, machine]))
    message = rf"copy/{ONNX}: expected a model of the {VOCABS} beside it, {len(human)} human"
    with pytest.raises(ValueError, match=message):
        Normalizer(preset_copy)


@pytest.mark.parametrize("name", [VOCABS, ONNX])
def test_a_file_of_another_preset_is_refused(preset_copy: Path, name: str) -> None:
    shutil.copy(load_preset("moment").folder / name, preset_copy)
    with pytest.raises(ValueError, match=rf"copy/({ONNX}: expected a model|{VOCABS}: expected a machine)"):
        Normalizer(preset_copy)


def test_no_file_is_unpickled(preset_copy: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    for name in (CONFIG, VOCABS, ONNX):
        content = (preset_copy / name).read_bytes()
        (preset_copy / name).write_bytes(pickle.dumps(Trap()))
        with pytest.raises(ValueError, match=f"copy/{name}"):
            Normalizer(preset_copy)
        (preset_copy / name).write_bytes(content)
    assert not (tmp_path / "sprung").exists()
