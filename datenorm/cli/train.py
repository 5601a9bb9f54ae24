"""Train a model, evaluate it, and write a folder that the other commands and Normalizer read.

Example:
  datenorm train --task time
  datenorm train --task time --encoder self_attention --attention dot
  datenorm train --dataset "My Times.json" --vocabs "My Vocabs.json"
  datenorm train --resume runs/time-1
"""

import argparse
import dataclasses
import itertools
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path

from datenorm.core.architectures import ATTENTIONS, ENCODERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments; those without a default take the task's own."""
    positive, natural = at_least(1), at_least(0)
    parser.add_argument("--task", default="time", help="what to translate into (default: time)")
    data = parser.add_argument_group("data")
    data.add_argument("--size", type=positive, help="pairs to generate (default: 150000; dates: 200000 an epoch)")
    data.add_argument("--seed", type=int, help="fixes data, weights and order (default: 0)")
    data.add_argument("--dataset", type=Path, metavar="FILE", help="train on these [human, machine] pairs instead")
    data.add_argument("--vocabs", type=Path, metavar="FILE", help="with these vocabularies (default: the task's own)")
    fit = parser.add_argument_group("training")
    fit.add_argument(
        "--start-from",
        type=Path,
        metavar="RUN",
        help="a preset or run whose weights and vocabularies to go on from; with fewer units, its strongest ones",
    )
    fit.add_argument(
        "--start-share",
        type=_share,
        metavar="SHARE",
        help="of the weights that it started from in the final ones, 0 to 1 (default: 0)",
    )
    fit.add_argument(
        "--epochs",
        type=natural,
        help="passes over the data, 0 for an untrained model (default: times, two minutes' worth)",
    )
    fit.add_argument("--batch-size", type=positive, help="strings in a step (default: 256)")
    fit.add_argument("--learning-rate", type=float, help="AdamW's, at its peak (default: 0.008; dates: 0.004)")
    fit.add_argument("--weight-decay", type=float, help="AdamW's (default: 0.1)")
    fit.add_argument("--beta-2", type=float, help="AdamW's memory of squares (default: 0.999; dates: 0.98)")
    fit.add_argument(
        "--guidance", type=float, help="weight of the attention's loss; 0 leaves it alone (default: 0; dates: 0.2)"
    )
    network = parser.add_argument_group("network")
    network.add_argument("--encoder", choices=ENCODERS, help=_list(ENCODERS))
    network.add_argument("--attention", choices=ATTENTIONS, help=_list(ATTENTIONS))
    network.add_argument("--embedding-units", type=natural, help="0 for one-hot (default: 0; dates: 32)")
    network.add_argument(
        "--ngram-rows", type=natural, help="of each table of n-grams, 0 for none (default: 0; dates: 10007)"
    )
    network.add_argument("--word-rows", type=natural, help="of the table of words (default: 0; dates: 40022)")
    network.add_argument("--encoder-units", type=positive, help="in each direction (default: 32; dates: 48)")
    network.add_argument("--decoder-units", type=positive, help="(default: 64; dates: 48)")
    network.add_argument(
        "--skip-separators",
        action=argparse.BooleanOptionalAction,
        help="let the decoder spend no step on what stands in every answer (default: for dates)",
    )
    folders = parser.add_argument_group("folders")
    folders.add_argument("--out", type=Path, metavar="RUN", help="where the run goes (default: runs/TASK-N)")
    folders.add_argument("--resume", type=Path, metavar="RUN", help="go on with an interrupted run, as it was begun")
    folders.add_argument("--log-dir", type=Path, metavar="FOLDER", help="write TensorBoard logs there")


def _list(kinds: Mapping[str, str]) -> str:
    return f"{'; '.join(f'{name}: {what}' for name, what in kinds.items())} (default: {next(iter(kinds))})"


def at_least(least: int) -> Callable[[str], int]:
    """A reader of whole numbers, none below `least`."""

    def number(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"expected a whole number of at least {least}. Received: {text}")
        return int(text)

    return number


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"expected a share between 0 and 1. Received: {text}")
    return share


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.core.tasks import get_task
    from datenorm.pipeline import trainer
    from datenorm.pipeline.model_card import write_report

    folder = args.resume or args.out or next_run(args.task)
    if not args.resume:
        if folder.exists() and any(folder.iterdir()):
            raise ValueError(f"{folder} holds files already: choose another --out, or go on with --resume {folder}")
        defaults = trainer.DEFAULTS[get_task(args.task).name]
        names = {field.name for field in dataclasses.fields(defaults)}
        told = {name: value for name, value in vars(args).items() if name in names and value is not None}
        if args.start_share and not args.start_from:
            raise ValueError("--start-share needs --start-from: there are no weights to keep a share of")
        if args.start_from:
            if not {*trainer.KIND, "vocabs"}.isdisjoint(told):
                raise ValueError(
                    "--start-from brings its kind of network and its vocabularies: leave out their options"
                )
            defaults = trainer.shaped_like(defaults, args.start_from)
        trainer.prepare(folder, dataclasses.replace(defaults, **told))
    try:
        trainer.learn(folder, args.log_dir)
    except KeyboardInterrupt:
        print(
            f"\nStopped. The best weights so far are kept in {folder / trainer.CHECKPOINTS}; an epoch that was cut off "
            f"begins anew.\nGo on with: python train.py --resume {shlex.quote(str(folder))}"
        )
        raise
    print(write_report(folder))
    print(f"\nThe run lies in {folder}. Use it with: datenorm normalize --task {shlex.quote(str(folder))} TEXT")
    return 0


def next_run(name: str) -> Path:
    """The first of runs/NAME-1, runs/NAME-2, ... that there is not."""
    runs = (Path("runs") / f"{name}-{number}" for number in itertools.count(1))
    return next(run for run in runs if not run.exists())
