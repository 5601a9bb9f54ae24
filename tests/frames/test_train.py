import json
from pathlib import Path

import keras
import numpy as np
import pytest

from datenorm.frames.drawing import FramesOptions, locator_batch, reader_batch
from datenorm.frames.geometry import COLUMN
from datenorm.frames.network import LocatorConfig, ReaderConfig, build_locator, build_reader
from datenorm.frames.pixels import centred, standardized
from datenorm.frames.samples import PATCH, Studio, crop_batches
from datenorm.frames.train import learner_of, locator_loss, settle, train_part


def test_bursts_of_every_length_are_learned(studio: Studio) -> None:
    (inputs, labels) = reader_batch(next(crop_batches(studio, 12, frames=4, spoiled=0.5)), studio.rng)
    assert inputs["frames"].shape[:2] == inputs["mask"].shape == (12, 4)
    assert labels["characters"].shape == (12, inputs["frames"].shape[3] // COLUMN)
    assert set(inputs["mask"].sum(axis=1)) == {2, 3, 4}
    assert inputs["mask"][:, 0].all()


def test_the_loss_of_the_locator_worked_by_hand() -> None:
    labels = np.zeros((1, 1, 2, 3), np.float32)
    labels[0, 0, 0] = (1, 2.0, 0.5)
    cells = np.zeros((1, 1, 2, 3), np.float32)
    cells[0, 0, 0] = (0, 1.5, 0.25)
    cells[0, 0, 1] = (0, 9, 9)  # height and middle do not count where there is no stamp
    loss = keras.ops.convert_to_numpy(locator_loss(labels, cells))
    np.testing.assert_allclose(loss, [(3 * np.log(2) + np.log(2)) / 2 + 0.75 / 2], rtol=1e-5)


def test_a_perfect_answer_has_almost_no_loss(studio: Studio) -> None:
    _, labels = locator_batch([studio.patch(states_nothing=0) for _ in range(2)])
    cells = labels.copy()
    cells[..., 0] = np.where(labels[..., 0] > 0, 20, -20)
    assert keras.ops.convert_to_numpy(locator_loss(labels, cells)).max() < 1e-4


def test_a_few_lines_are_learned_by_heart(studio: Studio) -> None:
    keras.utils.set_random_seed(0)
    model = build_reader(ReaderConfig(channels=(8, 12, 16, 16), units=32, heads=2, convolutions=1))
    learner = learner_of("reader", model, steps=10)
    learner.optimizer.learning_rate = 5e-3
    inputs, labels = reader_batch(next(crop_batches(studio, 4)), studio.rng)
    inputs = {"frames": standardized(inputs["frames"]), "mask": inputs["mask"]}
    for _ in range(60):
        learner.train_on_batch(inputs, labels)
    # In training the norms use the statistics of the batch.
    answers = keras.ops.convert_to_numpy(learner(inputs, training=True)["characters"]).argmax(axis=-1)
    inked = labels["characters"] > 0
    assert (answers == labels["characters"])[inked].mean() > 0.9


def test_a_few_patches_are_learned_by_heart(studio: Studio) -> None:
    keras.utils.set_random_seed(0)
    model = build_locator(LocatorConfig(channels=(8, 8, 12), dilations=(2,)))
    learner = learner_of("locator", model, steps=10)
    learner.optimizer.learning_rate = 5e-3
    pictures, labels = locator_batch([studio.patch(states_nothing=0) for _ in range(3)])
    assert pictures.shape == (3, *PATCH, 3)
    first, *_, last = (float(np.ravel(learner.train_on_batch(centred(pictures), labels))[0]) for _ in range(60))
    assert last < first / 3


def test_a_network_settles_on_the_average_of_its_weights(studio: Studio) -> None:
    keras.utils.set_random_seed(0)
    model = build_locator(LocatorConfig(channels=(4, 4, 4), dilations=(2,)))
    learner = learner_of("locator", model, steps=2)
    pictures, labels = locator_batch([studio.patch(states_nothing=0) for _ in range(2)])
    kernel = model.get_layer("cells").kernel
    average: np.ndarray | None = None
    for _ in range(5):
        learner.train_on_batch(centred(pictures), labels)
        now = keras.ops.convert_to_numpy(kernel)
        average = now if average is None else 0.5 * average + 0.5 * now
    settle(learner, [])
    settled = keras.ops.convert_to_numpy(kernel)
    np.testing.assert_allclose(settled, average, rtol=1e-4, atol=1e-6)
    assert abs(settled - now).max() > 1e-5


def test_settling_moves_the_norms_and_no_weight(studio: Studio) -> None:
    keras.utils.set_random_seed(0)
    model = build_locator(LocatorConfig(channels=(4, 4, 4), dilations=(2,)))
    learner = learner_of("locator", model, steps=1)
    pictures, labels = locator_batch([studio.patch(states_nothing=0) for _ in range(2)])
    batch = centred(pictures), labels
    learner.train_on_batch(*batch)
    before = model.get_weights()
    settle(learner, [batch] * 3)
    changed = {
        weight.path
        for weight, old in zip(model.weights, before, strict=True)
        if not np.allclose(keras.ops.convert_to_numpy(weight), old)
    }
    assert changed
    assert changed <= {weight.path for weight in model.non_trainable_weights}


@pytest.mark.slow
def test_a_training_goes_on_where_it_stopped(tmp_path: Path) -> None:
    said: list[str] = []
    train_part("locator", tmp_path, FramesOptions(samples=32, batch_size=8), said.append)
    assert json.loads((tmp_path / "locator.json").read_text())["samples"] == 32
    before = build_locator(LocatorConfig())
    before.load_weights(tmp_path / "locator.weights.h5")
    after = train_part("locator", tmp_path, FramesOptions(samples=64, batch_size=8), said.append)
    assert json.loads((tmp_path / "locator.json").read_text())["samples"] == 64
    changes = [np.abs(a - b).max() for a, b in zip(before.get_weights(), after.get_weights(), strict=True)]
    assert 0 < max(changes) < 10
