"""Training: the locator and the reader learn from stamps that are drawn while they train."""

import itertools
import json
import multiprocessing
import queue
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.frames.drawing import Batch, FramesOptions, Part, draw
from datenorm.frames.network import LocatorConfig, ReaderConfig, build_locator, build_reader
from datenorm.frames.pixels import centred, standardized
from datenorm.training.fit import uses_xla
from datenorm.training.tensors import Tensor

_RATE, _WARM_UP = 1e-3, 200
_AVERAGED = 0.02  # share of the steps that the average of the weights remembers
_SETTLING = 150  # batches on which the norms learn what the averaged weights give them
_WAITING = 24  # batches that are drawn ahead
_SAVED_EVERY = 120  # seconds


def locator_loss(labels: Tensor, cells: Tensor) -> Tensor:
    """Cross entropy of where a stamp is, and the absolute errors of height and middle there, shape (B,)."""
    is_stamp = labels[..., 0]
    entropy = ops.binary_crossentropy(is_stamp, cells[..., 0], from_logits=True)
    errors = ops.sum(ops.abs(labels[..., 1:] - cells[..., 1:]), axis=-1) * is_stamp
    return ops.mean(entropy * (1 + 2 * is_stamp), axis=(1, 2)) + ops.mean(errors, axis=(1, 2))


def learner_of(part: Part, model: keras.Model, steps: float) -> keras.Model:
    """A model that shares the layers of `model`, with its losses and Adam, which averages the weights over `steps`."""
    optimizer = keras.optimizers.Adam(_RATE, clipnorm=1.0, use_ema=True, ema_momentum=1 - 1 / max(1.0, steps))
    if part == "locator":
        model.compile(optimizer=optimizer, loss=locator_loss, jit_compile=uses_xla())
        return model
    learner = keras.Model(model.input, {"characters": model.output["characters"]})
    loss = {"characters": "sparse_categorical_crossentropy"}
    learner.compile(optimizer=optimizer, loss=loss, jit_compile=uses_xla())
    return learner


def train_part(part: Part, folder: Path, options: FramesOptions, say: Callable[[str], None] = print) -> keras.Model:
    """Train one of the networks, and go on where a training that stopped had got to.

    The network that returns has a moving average of the weights over the last steps (Polyak and Juditsky 1992).

    Args:
        part: Which network.
        folder: Where its checkpoint is, `<part>.weights.h5` and `<part>.json`.
        options: How to train. A training that goes on has the same.
        say: Gets a line of progress every two minutes.

    Returns:
        The trained network.
    """
    folder.mkdir(parents=True, exist_ok=True)
    weights, state_file = folder / f"{part}.weights.h5", folder / f"{part}.json"
    model = build_locator(LocatorConfig()) if part == "locator" else build_reader(ReaderConfig())
    state = {"samples": 0}
    if state_file.exists():
        state = json.loads(state_file.read_text(encoding="utf-8"))
        model.load_weights(weights)
    if state["samples"] >= options.samples:
        return model
    learner = learner_of(part, model, _AVERAGED * options.samples / options.batch_size)
    losses: list[float] = []
    saved = time.monotonic()
    for step, (inputs, labels) in enumerate(_batches(part, options, state)):
        progress = state["samples"] / options.samples
        if progress >= 1:
            break
        learner.optimizer.learning_rate = _RATE * min(1.0, (step + 1) / _WARM_UP)
        losses.append(float(np.ravel(learner.train_on_batch(inputs, labels))[0]))
        now = time.monotonic()
        state["samples"] += len(labels["characters"] if part == "reader" else labels)
        if now - saved > _SAVED_EVERY:
            model.save_weights(weights)
            state_file.write_text(json.dumps(state), encoding="utf-8")
            say(f"{part}: {progress:.0%}, {state['samples']:,} samples, loss {np.mean(losses):.4f}")
            losses.clear()
            saved = now
    settle(learner, itertools.islice(_batches(part, options, state), _SETTLING))
    model.save_weights(weights)
    state_file.write_text(json.dumps(state), encoding="utf-8")
    return model


def settle(learner: keras.Model, batches: Iterable[Batch]) -> None:
    """Put the average of the weights in their place, and let the norms see batches with it; nothing is learned."""
    swap = keras.callbacks.SwapEMAWeights()
    swap.set_model(learner)
    swap.on_test_begin()
    learner.optimizer.learning_rate = 0.0
    for inputs, labels in batches:
        learner.train_on_batch(inputs, labels)


def _batches(part: Part, options: FramesOptions, state: dict[str, Any]) -> Iterator[Batch]:
    """Batches from the drawing processes, each as often as `options.uses` says, not twice in a row."""
    context = multiprocessing.get_context("spawn")
    channel = context.Queue(_WAITING)
    phase = context.Value("d", state["samples"] / options.samples)
    drawers = [
        context.Process(
            target=draw,
            args=(part, options, options.seed + 1000 * number + state["samples"], channel, phase),
            daemon=True,
        )
        for number in range(1, options.drawers + 1)
    ]
    for drawer in drawers:
        drawer.start()
    again: list[Batch] = []
    try:
        while True:
            phase.value = state["samples"] / options.samples
            if len(again) > _WAITING:
                yield _prepared(part, again.pop(0))
            try:
                batch = channel.get(timeout=0.001 if again else 600)
            except queue.Empty:
                yield _prepared(part, again.pop(0))
                continue
            again += [batch] * (options.uses - 1)
            yield _prepared(part, batch)
    finally:
        for drawer in drawers:
            drawer.terminate()


def _prepared(part: Part, batch: Batch) -> Batch:
    inputs, labels = batch
    if part == "locator":
        return centred(inputs), labels
    return {"frames": standardized(inputs["frames"]), "mask": inputs["mask"]}, labels
