"""Preparing a run: writes all that the training reads, so that a run can be resumed from its folder alone."""

import contextlib
import dataclasses
import importlib.metadata
import itertools
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from datenorm.core.tasks import Task, get_task
from datenorm.core.vocab import Vocab, read_vocabs
from datenorm.corpus import dataset, generate
from datenorm.corpus.phrase import Example
from datenorm.pipeline.options import Options
from datenorm.pipeline.run_config import RunConfig, generated
from datenorm.pipeline.run_folder import RunFolder
from datenorm.pipeline.start import find_start
from datenorm.reading.preset import KERAS, Preset

_COMPLAINTS = 5  # of refused rows, that are printed one by one
_PACKAGES = (
    *("datenorm", "keras", "tensorflow", "jax", "torch", "numpy", "onnx", "onnxruntime"),
    *("Faker", "Babel", "num2words", "wordfreq"),
)


@dataclasses.dataclass(frozen=True)
class _Data:
    """What a run learns and is measured on.

    Attributes:
        train: The examples to learn; of a stream, those that it begins with.
        validation: The examples that say when to stop.
        held_out: Cases that the training does not hold.
        facts: What the config says about the data.
        streams: Whether each epoch reads fresh examples.
    """

    train: Sequence[Example]
    validation: Sequence[Example]
    held_out: Sequence[dict[str, Any]]
    facts: Mapping[str, int | str]
    streams: bool


def prepare(run: RunFolder, options: Options) -> None:
    """Write all that the training reads.

    Raises:
        ValueError: The data set, the vocabularies or the start cannot be used, or there are too few pairs.
        FileNotFoundError: There is no such start, or it has no Keras weights.
    """
    task = get_task(options.task)
    start = find_start(options.start_from, options) if options.start_from else None
    human_vocab, machine_vocab = _vocabs(task, options, start)
    shape = options.shape(task, machine_vocab)
    data = _given(options.dataset, task) if options.dataset else _generated(task, options)
    per_epoch = options.size if data.streams else len(data.train)
    run.path.mkdir(parents=True, exist_ok=True)
    run.write_config(
        RunConfig(
            task=task,
            model=shape,
            training=options.training(per_epoch, streams=data.streams),
            data=data.facts,
            argv=options.argv,
            versions=_versions(),
            start_from=f"{options.start_from}, weights {start.digest}" if start else None,
            start_share=options.start_share,
        )
    )
    if start:
        shutil.copyfile(start.folder / KERAS, run.start)
    run.write_vocabs(human_vocab, machine_vocab)
    run.write_cases(dataset.cases(data.validation, task), data.held_out)
    if not data.streams:
        run.write_strings(data.train)


def _vocabs(task: Task, options: Options, start: Preset | None) -> tuple[Vocab, Vocab]:
    """The human and the machine vocabulary: those of the start, those that were given, or the task's own."""
    if start is None:
        return read_vocabs(options.vocabs) if options.vocabs else generate.vocabs(task)
    if options.dataset:
        return start.human_vocab, start.machine_vocab.extended(task.alphabet)
    # The generator may write characters that it did not write when the start was trained.
    return start.human_vocab.extended(generate.vocabs(task)[0]), start.machine_vocab.extended(task.alphabet)


def _generated(task: Task, options: Options) -> _Data:
    """Generated data; of a stream, those that it is validated on and measured on."""
    corpus = generate.generate(task, generate.VALIDATION if options.streams else options.size, options.seed)
    facts = generated(options.size, streams=options.streams)
    return _split(corpus.examples, task, corpus.held_out, facts, streams=options.streams)


def _given(path: Path, task: Task) -> _Data:
    """The usable pairs of a data set, each string with one answer. Prints what is to be said of it."""
    pairs, refused = dataset.read_pairs(path, task)
    examples, contradictions = dataset.settle(pairs)
    print(
        f"{path}: {len(pairs):,} pairs, {contradictions:,} strings with contradictory answers. The answer given most "
        f"often counts, an even split is left out: {len(examples):,} distinct strings."
    )
    for complaint in refused[:_COMPLAINTS]:
        print(f"{path}: {complaint}", file=sys.stderr)
    if len(refused) > _COMPLAINTS:
        print(f"{path}: {len(refused) - _COMPLAINTS:,} more rows were refused", file=sys.stderr)
    facts: dict[str, int | str] = {
        "dataset": path.name,
        "pairs": len(pairs),
        "refused": len(refused),
        "contradictions": contradictions,
        "distinct": len(examples),
    }
    return _split(examples, task, None, facts, streams=False)


def _split(
    examples: Sequence[Example],
    task: Task,
    held_out: Sequence[dict[str, Any]] | None,
    facts: Mapping[str, int | str],
    *,
    streams: bool,
) -> _Data:
    """The data of these examples; their test part is held out where no other cases are."""
    parts = dataset.split(examples, task)
    if held_out is None:
        held_out = list(dataset.cases(parts["test"], task))
    # The network learns to write impossible dates, and the decoder to refuse them. The answer to a case is that of
    # both, so impossible dates are no cases to validate the network alone on.
    possible = (
        unit
        for unit in dataset.in_units(parts["validation"])
        if not any(task.is_impossible(example.machine) for example in unit)
    )
    validation = list(itertools.chain.from_iterable(possible))
    if not (parts["train"] and validation and held_out):
        raise ValueError(f"expected pairs enough to train, validate and test on, some 100. Received: {len(examples)}")
    return _Data(parts["train"], validation, held_out, facts, streams)


def _versions() -> dict[str, str]:
    versions = {}
    for name in _PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            versions[name] = importlib.metadata.version(name)
    return versions
