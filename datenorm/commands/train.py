"""Train a model, evaluate it, and write a folder that the other commands and Normalizer read.

Example:
  datenorm train --task time
  datenorm train --dataset "My Times.json" --vocabs "My Vocabs.json"
  datenorm train --resume runs/time-1
"""

import argparse
import importlib.metadata
import itertools
import sys
from pathlib import Path
from typing import Any

from datenorm.preprocess import Strings
from datenorm.preset import HELD_OUT, KERAS, ONNX, VOCABS, read_config, write_config
from datenorm.tasks import Task, get_task
from datenorm.vocab import PAD, read_vocabs, write_vocabs

_STRINGS_READ = 1_100_000  # by default, over all epochs: two minutes on two cores
_MOST_EPOCHS = 200
_COMPLAINTS = 5  # of refused rows, that are printed one by one
_CHECKPOINTS = "checkpoints"
_DATASET = "dataset.json"
_PACKAGES = ("datenorm", "keras", "tensorflow", "numpy", "onnx", "onnxruntime", "Faker", "Babel", "num2words")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--task", default="time", help="what to translate into (default: time)")
    data = parser.add_argument_group("data")
    data.add_argument("--size", type=_positive, default=100_000, help="pairs to generate (default: 100000)")
    data.add_argument("--seed", type=int, default=0, help="fixes data, weights and order (default: 0)")
    data.add_argument("--dataset", type=Path, metavar="FILE", help="train on these [human, machine] pairs instead")
    data.add_argument("--vocabs", type=Path, metavar="FILE", help="with these vocabularies (default: the task's own)")
    fit = parser.add_argument_group("training")
    fit.add_argument("--epochs", type=_positive, help="passes over the data (default: what fits in two minutes)")
    fit.add_argument("--batch-size", type=_positive, default=256, help="strings in a step (default: 256)")
    fit.add_argument("--learning-rate", type=float, default=0.008, help="AdamW's, at its peak (default: 0.008)")
    fit.add_argument("--encoder-units", type=_positive, default=32, help="in each direction (default: 32)")
    fit.add_argument("--decoder-units", type=_positive, default=64, help="(default: 64)")
    folders = parser.add_argument_group("folders")
    folders.add_argument("--out", type=Path, metavar="RUN", help="where the run goes (default: runs/TASK-N)")
    folders.add_argument("--resume", type=Path, metavar="RUN", help="go on with an interrupted run, as it was begun")
    folders.add_argument("--log-dir", type=Path, metavar="FOLDER", help="write TensorBoard logs there")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected at least 1. Received: {number}")
    return number


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.card import write_report

    folder = args.resume or args.out or _next_run(args.task)
    if not args.resume:
        if folder.exists() and any(folder.iterdir()):
            raise ValueError(f"{folder} holds files already: choose another --out, or go on with --resume {folder}")
        _prepare(folder, args)
    config = read_config(folder)
    task = get_task(config["task"])
    try:
        _learn(folder, config, task, args.log_dir)
    except KeyboardInterrupt:
        print(
            f"\nStopped. The best weights so far are kept in {folder / _CHECKPOINTS}; an epoch that was cut off begins "
            f"anew.\nGo on with: python train.py --resume {folder}"
        )
        raise
    print(write_report(folder))
    print(f"\nThe run lies in {folder}. Use it with: datenorm normalize --task {folder} TEXT")
    return 0


def _next_run(task: str) -> Path:
    runs = (Path("runs") / f"{task}-{number}" for number in itertools.count(1))
    return next(run for run in runs if not run.exists())


def _prepare(folder: Path, args: argparse.Namespace) -> None:
    """Write all that the training reads, so that a run can be resumed from its folder alone."""
    from datenorm.corpus import dataset, generate

    task = get_task(args.task)
    if args.dataset:
        pairs, refused = dataset.read_pairs(args.dataset, task)
        examples, contradictions = dataset.settle(pairs)
        facts = {"dataset": str(args.dataset), "pairs": len(pairs), "refused": len(refused)}
        facts |= {"distinct": len(examples), "contradictions": contradictions}
        print(
            f"{args.dataset}: {len(pairs):,} pairs, {contradictions:,} strings with contradictory answers. The answer "
            f"given most often counts, an even split is left out: {len(examples):,} distinct strings."
        )
        for complaint in refused[:_COMPLAINTS]:
            print(f"{args.dataset}: {complaint}", file=sys.stderr)
        if len(refused) > _COMPLAINTS:
            print(f"{args.dataset}: {len(refused) - _COMPLAINTS:,} more rows were refused", file=sys.stderr)
        human_vocab, machine_vocab = generate.vocabs(task)
        cases = [dataset.case(example, task) for example in dataset.split(examples)["test"]]
    else:
        corpus = generate.generate(task, args.size, args.seed)
        examples, cases = list(corpus.examples), list(corpus.held_out)
        human_vocab, machine_vocab = corpus.human_vocab, corpus.machine_vocab
        facts = {"size": args.size}
    if args.vocabs:
        human_vocab, machine_vocab = read_vocabs(args.vocabs)
    parts = dataset.split(examples)
    if not (parts["train"] and parts["validation"] and cases):
        raise ValueError(f"expected pairs enough to train, validate and test on, some 100. Received: {len(examples)}")
    training = {
        "epochs": args.epochs or min(_MOST_EPOCHS, max(1, round(_STRINGS_READ / len(parts["train"])))),
        "batch_size": args.batch_size,
        "learning_rate": args.learning_rate,
        "seed": args.seed,
    }
    folder.mkdir(parents=True, exist_ok=True)
    write_config(
        folder,
        {
            "task": task.name,
            "model": {"encoder_units": args.encoder_units, "decoder_units": args.decoder_units},
            "training": training,
            "data": facts,
            "argv": args.argv,
            "versions": {name: importlib.metadata.version(name) for name in _PACKAGES},
        },
    )
    write_vocabs(folder / VOCABS, human_vocab, machine_vocab)
    dataset.write_pairs(folder / _DATASET, examples)
    dataset.write_cases(folder / HELD_OUT, cases)


def _learn(folder: Path, config: dict[str, Any], task: Task, log_dir: Path | None) -> None:
    """Train from the folder's files, and write the model into it."""
    import keras

    from datenorm.corpus import dataset
    from datenorm.training.export import export_onnx
    from datenorm.training.fit import TrainingConfig, fit
    from datenorm.training.model import ModelConfig, build_model

    human_vocab, machine_vocab = read_vocabs(folder / VOCABS)
    pairs, _ = dataset.read_pairs(folder / _DATASET, task)
    parts = dataset.split(pairs)
    train, validation = (
        Strings.encode([(pair.human, pair.machine) for pair in part], human_vocab, machine_vocab, task.Tx, task.Ty)
        for part in (parts["train"], parts["validation"])
    )
    training = TrainingConfig(**config["training"])
    keras.utils.set_random_seed(training.seed)
    sizes = ModelConfig(len(human_vocab), len(machine_vocab), human_vocab[PAD], task.Ty, **config["model"])
    model = build_model(sizes)
    print(f"Training {model.count_params():,} weights on {len(train.ids):,} strings, run folder {folder}.")
    fit(model, lambda epoch: train, validation, training, folder / _CHECKPOINTS, log_dir=log_dir)
    model.save(folder / KERAS)
    export_onnx(model, sizes, folder / ONNX, Tx=task.Tx)
