"""The start: the finished run or preset whose weights, shape and vocabularies a training goes on from."""

import dataclasses
from pathlib import Path

from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.tasks import TASKS, Task, get_task
from datenorm.pipeline.options import Options
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.preset import KERAS, Preset, load_preset, preset_names

KIND = ("encoder", "embedding_units", "ngram_rows")
"""The options that a training takes from its start. Its attention and its other sizes can be others."""


def shaped_like(options: Options, name_or_folder: Path) -> Options:
    """The options with the shape of what the training is to start from.

    Raises:
        ValueError: It is of a task that this one cannot go on from.
        FileNotFoundError: There is none, or it has no Keras weights.
    """
    shape = _shape(_find(name_or_folder, get_task(options.task)))
    return dataclasses.replace(
        options,
        encoder=shape.encoder,
        attention=shape.attention,
        embedding_units=shape.embedding_units,
        ngram_rows=shape.ngram_rows,
        word_rows=shape.word_rows,
        encoder_units=shape.encoder_units,
        decoder_units=shape.decoder_units,
        skip_separators=bool(shape.separators),
    )


def find_start(name_or_folder: Path, options: Options) -> Preset:
    """What the training starts from: it has units enough, and its table of words, if it has one, fits.

    Raises:
        ValueError: It is of a task that this one cannot go on from, or smaller than the options ask for, or its words
            do not fit.
        FileNotFoundError: There is none, or it has no Keras weights.
    """
    preset = _find(name_or_folder, get_task(options.task))
    shape = _shape(preset)
    for name, most, received in (
        ("encoder_units", shape.encoder_units, options.encoder_units),
        ("decoder_units", shape.decoder_units, options.decoder_units),
    ):
        if received > most:
            raise ValueError(f"expected {name} of at most the {most} to start from. Received: {received}")
    known = shape.word_rows
    if known and (not options.word_rows or options.word_rows % known):
        raise ValueError(f"expected the {known} word_rows to start from, or 2 * {known}. Received: {options.word_rows}")
    return preset


def _goes_on(task: Task, preset: Preset) -> bool:
    """Whether a model of the task can go on from a preset: its steps write the same, or what the task begins with."""
    writes_separators = len(_shape(preset).separators) < len(preset.task.separators)
    return preset.task.name == task.name or (_begins_as(task, preset.task) and not writes_separators)


def _begins_as(task: Task, other: Task) -> bool:
    """Whether the task's first group begins with all fields of another task, which has no other group."""
    widths, known = (
        [(field.name, field.stop - field.start) for field in each.groups[0].fields] for each in (task, other)
    )
    return len(other.groups) == 1 < len(task.groups) and widths[: len(known)] == known


def _shape(preset: Preset) -> NetworkShape:
    return RunFolder(preset.folder).read_config().model


def _find(name_or_folder: Path, task: Task) -> Preset:
    preset = load_preset(name_or_folder, to_run=False)
    if preset.is_part:
        whole = preset.config["task"]
        raise ValueError(
            f"expected a preset of its own to start from, as in --task {whole} --start-from {whole}. Received: "
            f"{name_or_folder}, which is a part of {whole}"
        )
    if not _goes_on(task, preset):
        tasks = [name for name, other in TASKS.items() if other == task or _begins_as(task, other)]
        raise ValueError(
            f"expected a model of the task {' or '.join(tasks)} to start from. Received: one of {preset.task.name}"
        )
    if not (preset.folder / KERAS).is_file():
        name = str(name_or_folder)
        if name in preset_names():
            raise FileNotFoundError(
                f"expected Keras weights to start from. An installed datenorm does not bring those of the preset "
                f"{name}: a clone of the repository has them, datenorm/presets/{name}/{KERAS}"
            )
        raise FileNotFoundError(f"{preset.folder} has no {KERAS} to start from: its training did not finish")
    return preset
