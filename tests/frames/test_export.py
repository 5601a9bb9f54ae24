from pathlib import Path

import keras
import numpy as np
import onnxruntime
import pytest
from support.oracles import random

from datenorm.frames.export import export_locator, export_reader
from datenorm.frames.geometry import CELL, COLUMN, READER_HEIGHT
from datenorm.frames.network import LocatorConfig, ReaderConfig, build_locator, build_reader
from datenorm.frames.task import CHARACTERS


def randomized(model: keras.Model) -> keras.Model:
    rng = np.random.default_rng(0)
    for weight in model.weights:
        if "variance" in weight.path:
            weight.assign(rng.uniform(0.5, 2, weight.shape))
        else:
            weight.assign(weight + rng.normal(0, 0.1, weight.shape))
    return model


@pytest.fixture(scope="module")
def locator(tmp_path_factory: pytest.TempPathFactory) -> tuple[keras.Model, Path]:
    model = randomized(build_locator(LocatorConfig(channels=(3, 4, 5), dilations=(2,))))
    path = tmp_path_factory.mktemp("locator") / "locator.onnx"
    export_locator(model, path)
    return model, path


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> tuple[keras.Model, Path]:
    model = randomized(build_reader(ReaderConfig(channels=(3, 4, 5, 6), units=8, heads=2, convolutions=2)))
    path = tmp_path_factory.mktemp("reader") / "reader.onnx"
    export_reader(model, path)
    return model, path


@pytest.mark.parametrize(("rows", "columns"), [(3, 5), (8, 6), (11, 4)])
def test_the_locator_agrees_with_keras_at_every_size(
    locator: tuple[keras.Model, Path], rows: int, columns: int
) -> None:
    model, path = locator
    picture = random(2, rows * CELL, columns * CELL, 3)
    (cells,) = onnxruntime.InferenceSession(path).run(["cells"], {"picture": picture})
    assert cells.shape == (2, rows, columns, 3)
    np.testing.assert_allclose(cells, keras.ops.convert_to_numpy(model(picture)), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("frames", "columns"), [(1, 9), (2, 20), (5, 13)])
def test_the_reader_agrees_with_keras_for_any_number_of_frames_and_any_width(
    reader: tuple[keras.Model, Path], frames: int, columns: int
) -> None:
    model, path = reader
    pixels = random(frames, READER_HEIGHT, columns * COLUMN, 3)
    characters, weights = onnxruntime.InferenceSession(path).run(["characters", "frame_weights"], {"frames": pixels})
    expected = model({"frames": pixels[None], "mask": np.ones((1, frames), bool)})
    assert characters.shape == (1, columns, 1 + len(CHARACTERS))
    assert weights.shape == (frames, columns)
    np.testing.assert_allclose(characters, keras.ops.convert_to_numpy(expected["characters"]), atol=1e-5)
    np.testing.assert_allclose(weights, keras.ops.convert_to_numpy(expected["frame_weights"])[0], atol=1e-5)
    np.testing.assert_allclose(weights.sum(axis=0), 1, atol=1e-5)


def test_an_export_that_differs_is_refused(tmp_path: Path) -> None:
    model = randomized(build_locator(LocatorConfig(channels=(3, 4, 5), dilations=(2,))))
    norm = model.get_layer("norm_1")
    norm.call = lambda inputs, **_: 2 * inputs  # what the export does not know
    with pytest.raises(RuntimeError, match=r"expected the ONNX export to agree with the model to .*a difference of"):
        export_locator(model, tmp_path / "locator.onnx")
