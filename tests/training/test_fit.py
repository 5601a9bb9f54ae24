import csv
import dataclasses
import functools
import itertools
from pathlib import Path

import keras
import numpy as np
import pytest
from faker import Faker

from datenorm.core.encoding import EncodedPairs
from datenorm.core.hyperparameters import NetworkShape, TrainingConfig
from datenorm.core.spans import Pair
from datenorm.core.tasks import TIME
from datenorm.core.vocab import PAD
from datenorm.corpus.dataset import distinct, pair_of
from datenorm.corpus.generate import vocabs
from datenorm.corpus.times import writing as times
from datenorm.reading.decoder import Decoder
from datenorm.training.batches import BucketedBatches
from datenorm.training.fit import BEST, LOG, fit
from datenorm.training.learner import Learner
from datenorm.training.model import ModelConfig, build_model
from datenorm.training.scores import MASKED_ENERGY

HUMAN, MACHINE = vocabs(TIME)


def pairs_of(seed: int, size: int) -> list[Pair]:
    faker = Faker("en")
    faker.seed_instance(seed)
    return [pair_of(example) for example in itertools.islice(distinct(times.examples(faker), TIME), size)]


def encoded(pairs: list[Pair]) -> EncodedPairs:
    return EncodedPairs.encode(pairs, HUMAN, MACHINE, TIME)


def small_model(seed: int = 0) -> keras.Model:
    """The least network that attends and writes. It compiles in a second, ours in ten."""
    keras.utils.set_random_seed(seed)
    ids = keras.Input((None,), dtype="int32")  # (B, Tx)
    characters = keras.layers.Embedding(len(HUMAN), 8)(ids)  # (B, Tx, 8)
    padding_energies = keras.ops.where(keras.ops.equal(ids, HUMAN[PAD]), MASKED_ENERGY, 0.0)  # (B, Tx)
    energies = keras.ops.transpose(keras.layers.Dense(TIME.Ty)(characters), (0, 2, 1))  # (B, Ty, Tx)
    attention = keras.ops.softmax(energies + padding_energies[:, None], axis=-1)
    contexts = keras.ops.matmul(attention, characters)  # (B, Ty, 8)
    machine = keras.layers.Dense(len(MACHINE), activation="softmax")(contexts)
    return keras.Model(ids, {"machine": machine, "attention": attention})


def epochs_logged(folder: Path) -> list[int]:
    with (folder / LOG).open(newline="") as lines:
        return [int(row["epoch"]) for row in csv.DictReader(lines)]


def losses_logged(folder: Path, name: str = "val_loss") -> list[float]:
    with (folder / LOG).open(newline="") as lines:
        return [float(row[name]) for row in csv.DictReader(lines)]


TRAIN, VALIDATION = encoded(pairs_of(0, 64)), encoded(pairs_of(1, 16))
CONFIG = TrainingConfig(epochs=4, batch_size=32, learning_rate=0.02, weight_decay=0.0, seed=7)


def assert_same_weights(model: keras.Model, other: keras.Model) -> None:
    for array, same in zip(model.get_weights(), other.get_weights(), strict=True):
        np.testing.assert_allclose(array, same, atol=1e-6)


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> tuple[keras.Model, Path]:
    folder = tmp_path_factory.mktemp("uninterrupted")
    model = small_model()
    fit(model, lambda epoch: TRAIN, VALIDATION, CONFIG, TIME, folder)
    return model, folder


@pytest.mark.slow
def test_network_memorises_32_pairs(tmp_path: Path) -> None:
    pairs = [pair for pair in pairs_of(3, 200) if 8 < len(pair.text) <= 16][:32]
    strings = encoded(pairs)
    keras.utils.set_random_seed(0)
    shape = NetworkShape(encoder_units=16, decoder_units=32)
    model = build_model(ModelConfig.of(HUMAN, MACHINE, TIME, shape))
    config = TrainingConfig(epochs=60, batch_size=8, learning_rate=0.02, weight_decay=0.0, patience=60)
    fit(model, lambda epoch: strings, strings, config, TIME, tmp_path)
    outputs = model(strings.ids)
    machines, _ = Decoder(TIME.groups[0], MACHINE)(keras.ops.convert_to_numpy(outputs["machine"]))
    assert machines == [pair.machine for pair in pairs]
    attention = keras.ops.convert_to_numpy(outputs["attention"])
    np.testing.assert_allclose(attention.sum(axis=-1), 1, atol=1e-5)
    assert (attention[np.broadcast_to((strings.ids == HUMAN[PAD])[:, None], attention.shape)] == 0).all()


@pytest.mark.parametrize("where", [pytest.param("between two epochs", marks=pytest.mark.slow), "within an epoch"])
def test_interrupted_and_resumed_is_never_interrupted(
    uninterrupted: tuple[keras.Model, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    epochs: list[int] = []
    start_epoch = BucketedBatches.start_epoch

    def start_or_interrupt(batches: BucketedBatches, epoch: int) -> None:
        if batches.seed is not None:
            epochs.append(epoch)
            if epoch == 2 and where == "between two epochs":
                raise KeyboardInterrupt
        start_epoch(batches, epoch)

    def step_or_interrupt(callback: keras.callbacks.Callback, batch: int, logs: object = None) -> None:
        if epochs[-1] == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(BucketedBatches, "start_epoch", start_or_interrupt)
        if where == "within an epoch":
            patched.setattr(keras.callbacks.CSVLogger, "on_train_batch_end", step_or_interrupt)
        with pytest.raises(KeyboardInterrupt):
            fit(small_model(), lambda epoch: TRAIN, VALIDATION, CONFIG, TIME, tmp_path)
    assert epochs_logged(tmp_path) == [0, 1]
    assert (tmp_path / BEST).exists()
    resumed = small_model(seed=99)
    fit(resumed, lambda epoch: TRAIN, VALIDATION, CONFIG, TIME, tmp_path)
    model, folder = uninterrupted
    assert epochs_logged(tmp_path) == epochs_logged(folder) == [0, 1, 2, 3]
    assert_same_weights(resumed, model)


def test_finished_training_is_read_and_not_repeated(uninterrupted: tuple[keras.Model, Path]) -> None:
    model, folder = uninterrupted
    before = (folder / LOG).read_bytes()
    again = small_model(seed=99)
    fit(again, lambda epoch: TRAIN, VALIDATION, CONFIG, TIME, folder)
    assert (folder / LOG).read_bytes() == before
    assert_same_weights(again, model)


WRONG = dataclasses.replace(TRAIN, machine_ids=(TRAIN.machine_ids + 1) % 10)
"""Other answers than those that are trained: the better the training, the higher their loss."""

IMPATIENT = dataclasses.replace(CONFIG, epochs=12, patience=2)


@pytest.fixture(scope="module")
def stopped_early(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stopped early")
    fit(small_model(), lambda epoch: TRAIN, WRONG, IMPATIENT, TIME, folder)
    assert len(epochs_logged(folder)) < IMPATIENT.epochs
    return folder


def test_training_that_stopped_early_is_not_resumed(stopped_early: Path) -> None:
    before = (stopped_early / LOG).read_bytes()
    fit(small_model(), lambda epoch: TRAIN, WRONG, IMPATIENT, TIME, stopped_early)
    assert (stopped_early / LOG).read_bytes() == before


def test_weights_of_the_best_epoch_are_kept(stopped_early: Path) -> None:
    losses = losses_logged(stopped_early)
    assert losses[-1] > min(losses)
    model = small_model()
    fit(model, lambda epoch: TRAIN, WRONG, IMPATIENT, TIME, stopped_early)
    machine = keras.ops.convert_to_numpy(model(WRONG.ids)["machine"])  # (n, Ty, machine symbols)
    probabilities = np.take_along_axis(machine, WRONG.machine_ids[..., None], axis=-1)
    assert -np.log(probabilities).mean() == pytest.approx(min(losses), abs=1e-4)


@pytest.mark.slow
def test_early_stopping_counts_the_epochs_before_a_resume(
    stopped_early: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = epochs_logged(stopped_early)
    start_epoch = BucketedBatches.start_epoch

    def start_or_interrupt(batches: BucketedBatches, epoch: int) -> None:
        if batches.seed is not None and epoch == stopped[-1]:
            raise KeyboardInterrupt
        start_epoch(batches, epoch)

    with monkeypatch.context() as patched:
        patched.setattr(BucketedBatches, "start_epoch", start_or_interrupt)
        with pytest.raises(KeyboardInterrupt):
            fit(small_model(), lambda epoch: TRAIN, WRONG, IMPATIENT, TIME, tmp_path)
    fit(small_model(), lambda epoch: TRAIN, WRONG, IMPATIENT, TIME, tmp_path)
    assert epochs_logged(tmp_path) == stopped


@pytest.mark.slow
def test_tensorboard_logs_go_where_they_are_wanted(tmp_path: Path) -> None:
    config = TrainingConfig(epochs=1, batch_size=32, learning_rate=0.02, weight_decay=0.0)
    fit(
        small_model(),
        lambda epoch: VALIDATION,
        VALIDATION,
        config,
        TIME,
        tmp_path / "run",
        log_dir=tmp_path / "logs",
    )
    assert list((tmp_path / "logs").rglob("events*"))


def test_the_average_of_the_weights_is_kept(tmp_path: Path) -> None:
    config = dataclasses.replace(CONFIG, epochs=100, patience=100)
    steps: list[list[np.ndarray]] = []
    seen = keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: steps.append(seen.model.get_weights()))
    model = small_model()
    fit(model, lambda epoch: TRAIN, VALIDATION, config, TIME, tmp_path, callbacks=[seen])
    losses = losses_logged(tmp_path)
    last = (1 + losses.index(min(losses))) * len(steps) // config.epochs
    memory = 1 - 1 / (0.02 * len(steps))
    average = steps[0]
    for weights in steps[1:last]:
        average = [memory * old + (1 - memory) * new for old, new in zip(average, weights, strict=True)]
    for kept, expected, raw in zip(model.get_weights(), average, steps[last - 1], strict=True):
        np.testing.assert_allclose(kept, expected, atol=1e-4)
        assert not np.allclose(kept, raw, atol=1e-4)


@pytest.mark.parametrize("final_rate", [0.25, 1.0])
def test_the_rate_falls_from_its_peak_to_its_end(tmp_path: Path, final_rate: float) -> None:
    config = dataclasses.replace(CONFIG, epochs=10, final_rate=final_rate)
    rates: list[float] = []
    seen = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: rates.append(float(seen.model.optimizer.learning_rate))
    )
    fit(small_model(), lambda epoch: TRAIN, VALIDATION, config, TIME, tmp_path, callbacks=[seen])
    peak = rates.index(max(rates))
    assert max(rates) == pytest.approx(config.learning_rate, rel=0.01)
    assert peak < 0.1 * len(rates)
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] == pytest.approx(final_rate * config.learning_rate, abs=1e-6)


def test_a_few_batches_more_or_fewer_are_learned_with_the_same_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configs: list[dict[str, object]] = []

    def compile_and_stop(learner: Learner, optimizer: keras.Optimizer, **options: object) -> None:
        configs.append(optimizer.get_config() | {"name": ""})
        raise KeyboardInterrupt

    monkeypatch.setattr(Learner, "compile", compile_and_stop)
    batches = []
    config = dataclasses.replace(CONFIG, batch_size=8)
    for size in (500, 520):
        strings = functools.partial(lambda strings, epoch: strings, encoded(pairs_of(0, size)))
        batches.append(len(BucketedBatches(strings, config.batch_size, TIME.decoders, config.seed)))
        with pytest.raises(KeyboardInterrupt):
            fit(small_model(), strings, VALIDATION, config, TIME, tmp_path)
    assert batches[0] != batches[1]
    assert configs[0] == configs[1]


def test_no_epochs_leave_the_model_as_it_is(tmp_path: Path) -> None:
    model = small_model()
    config = dataclasses.replace(CONFIG, epochs=0)
    fit(model, lambda epoch: TRAIN, VALIDATION, config, TIME, tmp_path)
    assert_same_weights(model, small_model())


def test_guidance_brings_the_attention_to_the_characters_that_state_the_field(
    uninterrupted: tuple[keras.Model, Path], tmp_path: Path
) -> None:
    config = dataclasses.replace(CONFIG, guidance=1.0)
    fit(small_model(), lambda epoch: TRAIN, VALIDATION, config, TIME, tmp_path)
    guided, unguided = (losses_logged(folder, "val_attention_loss") for folder in (tmp_path, uninterrupted[1]))
    assert guided[-1] < 0.9 * guided[0]
    assert guided[-1] < 0.9 * unguided[-1]
