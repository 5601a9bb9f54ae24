"""Training: fits the model, with progress, early stopping, checkpoints and resume."""

import csv
import dataclasses
import json
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, Self

import keras

from datenorm.core.encoding import EncodedPairs
from datenorm.core.hyperparameters import TrainingConfig
from datenorm.core.tasks import Task
from datenorm.training.batches import BucketedBatches
from datenorm.training.learner import Learner

BEST = "best.weights.h5"
LOG = "log.csv"

_WARMUP = 0.05  # share of the steps in which the learning rate rises to its peak
_START = 0.05  # of the peak, where it starts
_SECONDS = "wall_seconds"  # sorts behind all losses, so that logs that began without it keep their columns
_CLIP = 1.0  # of each gradient's norm: the loss of an LSTM has cliffs
_AVERAGED = 0.02  # share of the steps that the average of the weights remembers


def fit(
    model: keras.Model,
    train: Callable[[int], EncodedPairs],
    validation: EncodedPairs,
    config: TrainingConfig,
    task: Task,
    folder: Path,
    *,
    log_dir: Path | None = None,
    callbacks: Sequence[keras.callbacks.Callback] = (),
) -> None:
    """Train `model` in place; it ends with the weights of the epoch whose validation loss was best.

    What is validated and kept is a moving average of the weights over the last steps (Polyak and Juditsky, Acceleration
    of stochastic approximation by averaging, SIAM J. Control Optim. 30(4), 1992).

    After every epoch `folder` holds what a later call with the same arguments needs to go on. Both calls together train
    as one that was never interrupted.

    Args:
        model: What `build_model` returned.
        train: Epoch -> the pairs to learn in it.
        validation: The pairs that say when to stop, and which epoch was best.
        config: How to train.
        task: What is learned.
        folder: Where checkpoints (`best.weights.h5`, `latest/`) and `log.csv` go.
        log_dir: Where TensorBoard logs go, if wanted.
        callbacks: More callbacks, called after those of the training itself.

    Raises:
        KeyboardInterrupt: From Ctrl-C, passed on; `folder` then holds the best weights so far.
    """
    # A twin is compiled, so that `model` is saved without losses and optimizer, which no reader needs.
    learner = Learner(model, task, config.guidance)
    folder.mkdir(parents=True, exist_ok=True)
    best = folder / BEST
    past = _Past.of(folder / LOG)
    if not _is_finished(folder, past, config):
        batches = BucketedBatches(train, config.batch_size, task.decoders, config.seed, cut=cuts_batches())
        steps = float(config.epochs * len(batches))
        if config.final_rate == 1:
            # Fresh strings fill some batches more or fewer in each epoch. Rounded, the length of the training is the
            # same after a resume, and JAX finds the steps that it compiled before.
            steps = float(f"{steps:.0e}")
        remembered = max(1.0, _AVERAGED * steps)
        average = keras.callbacks.SwapEMAWeights()  # while the validation runs
        learner.compile(
            keras.optimizers.AdamW(
                _schedule(config, steps),
                weight_decay=config.weight_decay,
                beta_2=config.beta_2,
                clipnorm=_CLIP,
                use_ema=True,
                ema_momentum=1 - 1 / remembered,
            ),
            jit_compile=uses_xla(),
        )
        own_callbacks = [
            _Stopwatch(),
            keras.callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: batches.start_epoch(epoch)),
            average,
            _Best(
                average,
                best,
                monitor="val_loss",
                save_best_only=True,
                save_weights_only=True,
                initial_value_threshold=past.best,
            ),
            _EarlyStopping(config.patience, past),
            keras.callbacks.CSVLogger(folder / LOG, append=True),
            _Latest(folder / "latest", double_checkpoint=True, delete_checkpoint=False),
        ]
        if log_dir:
            own_callbacks.append(keras.callbacks.TensorBoard(log_dir))
        learner.fit(
            batches,
            validation_data=BucketedBatches(lambda epoch: validation, 2 * config.batch_size, task.decoders),
            epochs=config.epochs,
            callbacks=[*own_callbacks, *callbacks],
            shuffle=False,  # the batches shuffle themselves, by seed and epoch
            verbose=1 if sys.stdout.isatty() else 2,
        )
    if best.exists():
        learner.load_weights(best)  # its layers are the model's, in the order in which they were saved


def uses_xla() -> bool | Literal["auto"]:
    """Whether Keras compiles steps with XLA: on a CPU that takes TensorFlow longer than it saves; JAX needs it."""
    return False if keras.backend.backend() == "tensorflow" else "auto"


def cuts_batches() -> bool:
    """Whether batches ask for some decoders only: JAX compiles a step for each form, and TensorFlow wants one form."""
    return str(keras.backend.backend()) == "jax"


def seconds(folder: Path) -> float:
    """The seconds of all epochs that `fit` logged in `folder`, including their validation."""
    return sum(float(row[_SECONDS]) for row in _epochs(folder / LOG))


def _epochs(log: Path) -> list[dict[str, str]]:
    """The last row of each epoch. An epoch that Ctrl-C stopped between its log and its checkpoint is logged twice."""
    with log.open(newline="") as lines:
        return list({row["epoch"]: row for row in csv.DictReader(lines)}.values())


def _schedule(config: TrainingConfig, steps: float) -> keras.optimizers.schedules.LearningRateSchedule:
    """A linear warm-up to the peak, and from there a cosine to the final rate.

    At the peak, the average of the weights settles as a falling rate would. So a training that has no end in sight can
    stay there. One that has an end learns more in as many steps from a higher peak that it leaves.
    """
    warmup = max(1, round(_WARMUP * steps))
    return keras.optimizers.schedules.CosineDecay(
        _START * config.learning_rate,
        decay_steps=max(1, steps - warmup),
        alpha=config.final_rate,
        warmup_target=config.learning_rate,
        warmup_steps=warmup,
    )


@dataclasses.dataclass(frozen=True)
class _Past:
    """What the log of an interrupted training says.

    Attributes:
        best: Its best validation loss, if an epoch was finished.
        wait: Epochs since then.
    """

    best: float | None = None
    wait: int = 0

    @classmethod
    def of(cls, log: Path) -> Self:
        if not log.exists():
            return cls()
        losses = [float(row["val_loss"]) for row in _epochs(log)]
        return cls(min(losses), len(losses) - 1 - losses.index(min(losses))) if losses else cls()


class _Stopwatch(keras.callbacks.Callback):
    """Adds the seconds of each epoch to the log."""

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        self._start = time.perf_counter()

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        if logs is not None:
            logs[_SECONDS] = time.perf_counter() - self._start


class _EarlyStopping(keras.callbacks.EarlyStopping):
    """Early stopping that remembers the epochs before a resume."""

    def __init__(self, patience: int, past: _Past) -> None:
        super().__init__("val_loss", patience=patience, verbose=1)
        self._past = past

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:
        super().on_train_begin(logs)
        if self._past.best is not None:
            self.best, self.wait = self._past.best, self._past.wait


class _Uninterrupted(keras.callbacks.Callback):
    """Delays Ctrl-C until a file is written to its end: a training cannot be resumed from half a checkpoint."""

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        received: list[int] = []
        try:
            heard = signal.signal(signal.SIGINT, lambda number, frame: received.append(number))
        except ValueError:  # only the main thread receives signals
            super().on_epoch_end(epoch, logs)
            return
        try:
            super().on_epoch_end(epoch, logs)
        finally:
            signal.signal(signal.SIGINT, heard)
        if received:
            raise KeyboardInterrupt


class _BestAverage(keras.callbacks.ModelCheckpoint):
    """Keeps what the validation saw: the average of the weights."""

    def __init__(self, average: keras.callbacks.SwapEMAWeights, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._average = average

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        self._average.on_test_begin()
        super().on_epoch_end(epoch, logs)
        self._average.on_test_end()


class _Best(_Uninterrupted, _BestAverage):
    pass


class _Latest(_Uninterrupted, keras.callbacks.BackupAndRestore):
    pass


def _is_finished(folder: Path, past: _Past, config: TrainingConfig) -> bool:
    metadata = folder / "latest" / "training_metadata.json"
    epochs = int(json.loads(metadata.read_text())["epoch"]) if metadata.exists() else 0
    return epochs >= config.epochs or past.wait >= config.patience
