"""The trainer: the one place where corpus and training meet. It prepares a run folder, and learns from it."""

import contextlib
import dataclasses
import importlib.metadata
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from datenorm.core.encoding import EncodedPairs
from datenorm.core.spans import Pair
from datenorm.core.tasks import Task, get_task
from datenorm.core.vocab import Vocab, read_vocabs, write_vocabs
from datenorm.evaluation.cases import Case, read_cases
from datenorm.evaluation.scores import evaluate
from datenorm.pipeline.stream import Stream
from datenorm.reading.calibration import Calibration, affordable_threshold
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import HELD_OUT, KERAS, ONNX, VOCABS, Preset, load_preset, read_config, write_config

CHECKPOINTS = "checkpoints"

KIND = ("encoder", "attention", "embedding_units", "ngram_rows")
"""The options that a training takes from what it starts from; its units can be fewer."""

_UNITS = ("encoder_units", "decoder_units")
_SHAPE = (*KIND, "word_rows", *_UNITS)

_TRAINING = ("batch_size", "learning_rate", "weight_decay", "guidance", "beta_2", "seed")
_DATASET = "dataset.json"
_VALIDATION = "validation.jsonl"
_START = "start.keras"
_MOST_EPOCHS = 200
_COMPLAINTS = 5  # of refused rows, that are printed one by one
_PACKAGES = (
    *("datenorm", "keras", "tensorflow", "jax", "torch", "numpy", "onnx", "onnxruntime"),
    *("Faker", "Babel", "num2words"),
)


@dataclasses.dataclass(frozen=True)
class Options:
    """How a run is trained.

    Attributes:
        task: What to translate into.
        size: Pairs to generate; of a stream, in each epoch.
        streams: Whether every epoch reads fresh strings.
        strings_read: Over all epochs, where `epochs` is None.
        epochs: Passes over the data.
        batch_size: Strings in a step.
        learning_rate: AdamW's, at its peak.
        weight_decay: AdamW's: more of it trades a little exact match for smaller weights.
        guidance: Weight of the attention loss, `training.losses.AttentionGuidance`; 0 lets the attention go its way.
        beta_2: AdamW's memory of squared gradients: shorter where tables have rows that few strings read.
        embedding_units: 0 enters the characters one-hot.
        ngram_rows: Rows of each table of n-grams that are added to the embedding; 0 for none.
        word_rows: Rows of the table of words that are added to the embedding; 0 for none. A training can add the table
            to what it starts from, or multiply its rows.
        encoder_units: LSTM units of the encoder in each direction; every encoder gives twice as many features.
        decoder_units: LSTM units of the attention decoder.
        skip_separators: Whether the decoder spends no step on what stands in every machine string, as "-" in dates.
        encoder: One of `architectures.ENCODERS`.
        attention: One of `architectures.ATTENTIONS`.
        seed: Fixes data, weights and order.
        dataset: Pairs of one's own to train on, instead of generated ones.
        vocabs: Vocabularies of one's own.
        start_from: A preset or run whose weights, shape and vocabularies the training starts from.
        start_share: Of the weights that it started from in the final ones, 0 to 1.
        argv: The arguments that asked for all this, for the record.
    """

    task: str
    size: int
    streams: bool
    strings_read: int
    learning_rate: float
    embedding_units: int
    encoder_units: int
    decoder_units: int
    encoder: str = "bilstm"
    attention: str = "additive"
    ngram_rows: int = 0
    word_rows: int = 0
    skip_separators: bool = False
    epochs: int | None = None
    batch_size: int = 256
    weight_decay: float = 0.1
    guidance: float = 0.0
    beta_2: float = 0.999
    seed: int = 0
    dataset: Path | None = None
    vocabs: Path | None = None
    start_from: Path | None = None
    start_share: float = 0.0
    argv: tuple[str, ...] = ()


DEFAULTS = {
    # The reference model, in three minutes on two cores. Guided, it reads fewer of the patterns it never met.
    "time": Options("time", 150_000, False, 1_400_000, 0.008, embedding_units=0, encoder_units=32, decoder_units=64),
    "date": Options(
        *("date", 200_000, True, 10_800_000, 0.004),
        embedding_units=32,
        ngram_rows=10_007,
        word_rows=40_022,
        encoder_units=48,
        decoder_units=48,
        skip_separators=True,
        guidance=0.2,
        beta_2=0.98,
    ),
}


def prepare(folder: Path, options: Options) -> None:
    """Write all that the training reads, so that a run can be resumed from its folder alone.

    Raises:
        ValueError: The data set or the vocabularies cannot be used, or there are too few pairs.
    """
    from datenorm.corpus import dataset, generate

    task = get_task(options.task)
    start = _start(options.start_from, options) if options.start_from else None
    if start:
        human_vocab, machine_vocab = start.human_vocab, start.machine_vocab
        if not options.dataset:  # the generator has learned to write other characters since
            human_vocab = human_vocab.extended(generate.vocabs(task)[0])
    else:
        human_vocab, machine_vocab = read_vocabs(options.vocabs) if options.vocabs else generate.vocabs(task)
    shape: dict[str, Any] = {name: getattr(options, name) for name in _SHAPE}
    if options.skip_separators:
        shape["separators"] = [[place, machine_vocab[separator]] for place, separator in task.separators]
    if options.dataset:
        examples, facts = _read_own(options.dataset, task)
        parts = dataset.split(examples, task)
        held_out = [dataset.case(example, task) for example in parts["test"]]
    else:
        facts = {"strings an epoch" if options.streams else "size": options.size}
        corpus = generate.generate(task, generate.VALIDATION if options.streams else options.size, options.seed)
        parts = dataset.split(corpus.examples, task)
        held_out = list(corpus.held_out)
    # The network learns to write down what there is not, and the decoder to refuse it; cases have the answer of both.
    parts["validation"] = [example for example in parts["validation"] if not task.is_impossible(example.machine)]
    if not (parts["train"] and parts["validation"] and held_out):
        received = sum(map(len, parts.values()))
        raise ValueError(f"expected pairs enough to train, validate and test on, some 100. Received: {received}")
    streams = options.streams and not options.dataset
    per_epoch = options.size if streams else len(parts["train"])
    folder.mkdir(parents=True, exist_ok=True)
    write_config(
        folder,
        {
            "task": task.name,
            "model": shape,
            **({"start_from": f"{options.start_from}, weights {start.digest}"} if start else {}),
            **({"start_share": options.start_share} if options.start_share else {}),
            "training": {
                "epochs": min(_MOST_EPOCHS, max(1, round(options.strings_read / per_epoch)))
                if options.epochs is None
                else options.epochs,
                **{name: getattr(options, name) for name in _TRAINING},
                **({"patience": _MOST_EPOCHS} if streams else {}),  # fresh strings cannot be learned by heart
            },
            "data": facts,
            "argv": list(options.argv),
            "versions": _versions(),
        },
    )
    if start:
        shutil.copyfile(start.folder / KERAS, folder / _START)
    write_vocabs(folder / VOCABS, human_vocab, machine_vocab)
    dataset.write_cases(folder / HELD_OUT, held_out)
    dataset.write_cases(folder / _VALIDATION, [dataset.case(example, task) for example in parts["validation"]])
    if not streams:
        dataset.write_pairs(folder / _DATASET, parts["train"], with_spans=True)


def shaped_like(options: Options, name_or_folder: Path) -> Options:
    """The options with the shape of the preset or finished run that the training is to start from.

    Raises:
        ValueError: It is of another task.
        FileNotFoundError: There is none, or its training did not finish.
    """
    model = _trained(name_or_folder, get_task(options.task)).config["model"]
    shape = {name: model.get(name, getattr(Options, name, None)) for name in _SHAPE}
    return dataclasses.replace(options, skip_separators="separators" in model, **shape)


def _start(name_or_folder: Path, options: Options) -> Preset:
    """What a training starts from, which has units enough and, if any, a table of words that fits."""
    preset = _trained(name_or_folder, get_task(options.task))
    for name in _UNITS:
        most, received = preset.config["model"][name], getattr(options, name)
        if received > most:
            raise ValueError(f"expected {name} of at most the {most} to start from. Received: {received}")
    known = preset.config["model"].get("word_rows", 0)
    if known and (not options.word_rows or options.word_rows % known):
        raise ValueError(f"expected the {known} word_rows to start from, or 2 * {known}. Received: {options.word_rows}")
    return preset


def _trained(name_or_folder: Path, task: Task) -> Preset:
    preset = load_preset(name_or_folder)
    if preset.task.name != task.name:
        raise ValueError(f"expected a model of the task {task.name} to start from. Received: one of {preset.task.name}")
    if not (preset.folder / KERAS).is_file():
        raise FileNotFoundError(f"{preset.folder} has no {KERAS} to start from: its training did not finish")
    return preset


def _versions() -> dict[str, str]:
    versions = {}
    for name in _PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            versions[name] = importlib.metadata.version(name)
    return versions


def _read_own(path: Path, task: Task) -> tuple[list[Any], dict[str, Any]]:
    """The usable pairs of a data set, each string with one answer, and what is to be said of it."""
    from datenorm.corpus import dataset

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
    facts = {"pairs": len(pairs), "refused": len(refused), "contradictions": contradictions, "distinct": len(examples)}
    return examples, {"dataset": path.name, **facts}


def learn(folder: Path, log_dir: Path | None = None) -> None:
    """Train from the folder's files, or go on where a training was interrupted, and write the model into the folder.

    Args:
        folder: What `prepare` wrote.
        log_dir: Where TensorBoard logs go, if wanted.

    Raises:
        FileNotFoundError: The folder is none that `prepare` wrote.
        KeyboardInterrupt: From Ctrl-C; the folder then holds the best weights so far.
    """
    config = read_config(folder)
    for fitted in ("calibration", "min_confidence"):
        config.pop(fitted, None)
    import keras

    from datenorm.training.embeddings import round_tables
    from datenorm.training.export import export_onnx
    from datenorm.training.fit import TrainingConfig, fit
    from datenorm.training.model import ModelConfig, average_weights, build_model, save_packed, transfer_weights
    from datenorm.training.progress import GroupProgress

    task, training = get_task(config["task"]), TrainingConfig(**config["training"])
    human_vocab, machine_vocab = read_vocabs(folder / VOCABS)
    with (folder / _VALIDATION).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
    pairs = [
        Pair.of(case.text, task.to_machine(case.expected), case.spans, case.fields.get("order", "")) for case in cases
    ]
    validation = EncodedPairs.encode(pairs, human_vocab, machine_vocab, task)
    keras.utils.set_random_seed(training.seed)
    shape = ModelConfig.of(human_vocab, machine_vocab, task.Ty, config["model"])
    model = build_model(shape)
    if (folder / _START).exists():
        transfer_weights(model, folder / _START)
    callbacks = []
    if any("lang" in case.fields for case in cases):
        languages = [case.fields.get("language", "numbers") for case in cases]
        callbacks.append(GroupProgress(validation, languages, training.batch_size))
    with _epochs(folder, config, human_vocab, machine_vocab) as strings_of:
        print(f"Training {model.count_params():,} weights; the run lies in {folder}.")
        fit(
            model,
            strings_of,
            validation,
            training,
            task.fields,
            folder / CHECKPOINTS,
            log_dir=log_dir,
            callbacks=callbacks,
        )
    if "start_share" in config:
        average_weights(model, folder / _START, config["start_share"])
    round_tables(model)
    save_packed(model, folder / KERAS)
    export_onnx(model, shape, folder / ONNX, Tx=task.Tx)
    write_config(folder, config)  # a run that is finished once more is calibrated anew
    write_config(folder, config | _calibrate(Normalizer(folder.absolute()), cases))


@contextlib.contextmanager
def _epochs(
    folder: Path, config: dict[str, Any], human_vocab: Vocab, machine_vocab: Vocab
) -> Iterator[Callable[[int], EncodedPairs]]:
    """Epoch -> its strings: those of the folder's data set, or of a stream."""
    from datenorm.corpus.dataset import pair_of, read_pairs

    task = get_task(config["task"])
    if (folder / _DATASET).exists():
        examples, _ = read_pairs(folder / _DATASET, task)
        strings = EncodedPairs.encode(list(map(pair_of, examples)), human_vocab, machine_vocab, task)
        yield lambda epoch: strings
    else:
        size, seed = config["data"]["strings an epoch"], config["training"]["seed"]
        with Stream(task.name, size, seed, human_vocab, machine_vocab) as stream:
            yield stream


def _calibrate(normalizer: Normalizer, cases: Sequence[Case]) -> dict[str, Any]:
    """The calibration and the least confidence of a model, from the validation cases that do not read two ways."""
    outcomes = [outcome for outcome in evaluate(normalizer, cases) if not outcome.result.ambiguous]
    probabilities = np.array([outcome.result.confidence for outcome in outcomes])
    correct = np.array([outcome.is_exact for outcome in outcomes])
    calibration = Calibration.fit(probabilities, correct)
    nothing = np.array([outcome.case.expected is None for outcome in outcomes])
    # Two decimals are as much as the validation cases know.
    least = round(affordable_threshold(calibration(probabilities), correct, nothing), 2)
    return {"calibration": dataclasses.asdict(calibration), "min_confidence": least}
