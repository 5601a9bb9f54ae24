"""Train a model, evaluate it, and write a folder that the other commands and Normalizer read.

Example:
  datenorm train --task time
  datenorm train --task time --encoder self_attention --attention dot
  datenorm train --dataset "My Times.json" --vocabs "My Vocabs.json"
  datenorm train --resume runs/time-1
  datenorm train --task frames --size 1000000
"""

import argparse
import dataclasses
import itertools
import shlex
from collections.abc import Mapping
from pathlib import Path

from datenorm.cli.arguments import at_least
from datenorm.core.architectures import ATTENTIONS, ENCODERS
from datenorm.core.tasks import get_task
from datenorm.pipeline.options import DEFAULTS, Options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments; those without a default take the task's own."""
    positive, natural = at_least(1), at_least(0)
    parser.add_argument("--task", default="time", help="what to translate into (default: time)")

    data = parser.add_argument_group("data")
    data.add_argument("--size", type=positive, help=f"pairs to generate; of dates, in each epoch ({_defaults('size')})")
    data.add_argument("--seed", type=int, help=f"fixes data, weights and order ({_defaults('seed')})")
    data.add_argument("--dataset", type=Path, metavar="FILE", help="train on these [human, machine] pairs instead")
    data.add_argument("--vocabs", type=Path, metavar="FILE", help="with these vocabularies (default: the task's own)")

    training = parser.add_argument_group("training")
    training.add_argument(
        "--start-from",
        type=Path,
        metavar="RUN",
        help="a preset or run whose weights and vocabularies to go on from; with fewer units, its strongest ones",
    )
    training.add_argument(
        "--start-share",
        type=_share,
        metavar="SHARE",
        help=f"share of the weights that it started from in the final ones, 0 to 1 ({_defaults('start_share')})",
    )
    training.add_argument(
        "--epochs",
        type=natural,
        help=f"passes over the data, 0 for an untrained model (default: such that {_each('strings_read')} are read)",
    )
    training.add_argument(
        "--batch-size", type=positive, help=f"strings in a step ({_defaults('largest_batch')}; of few strings fewer)"
    )
    training.add_argument("--learning-rate", type=float, help=f"AdamW's, at its peak ({_defaults('learning_rate')})")
    training.add_argument("--weight-decay", type=float, help=f"AdamW's ({_defaults('weight_decay')})")
    training.add_argument("--beta-2", type=float, help=f"AdamW's memory of squares ({_defaults('beta_2')})")
    training.add_argument(
        "--guidance", type=float, help=f"weight of the attention's loss; 0 leaves it free ({_defaults('guidance')})"
    )

    network = parser.add_argument_group("network")
    network.add_argument("--encoder", choices=ENCODERS, help=f"{_list(ENCODERS)} ({_defaults('encoder')})")
    network.add_argument("--attention", choices=ATTENTIONS, help=f"{_list(ATTENTIONS)} ({_defaults('attention')})")
    network.add_argument("--embedding-units", type=natural, help=f"0 for one-hot ({_defaults('embedding_units')})")
    network.add_argument(
        "--ngram-rows", type=natural, help=f"of each table of n-grams, 0 for none ({_defaults('ngram_rows')})"
    )
    network.add_argument(
        "--word-rows", type=natural, help=f"of the table of words, 0 for none ({_defaults('word_rows')})"
    )
    network.add_argument("--encoder-units", type=positive, help=f"in each direction ({_defaults('encoder_units')})")
    network.add_argument(
        "--decoder-units", type=positive, help=f"of the attention decoder ({_defaults('decoder_units')})"
    )
    network.add_argument(
        "--skip-separators",
        action=argparse.BooleanOptionalAction,
        help=f"let the decoder spend no step on what every answer has in one place ({_defaults('skip_separators')})",
    )

    folders = parser.add_argument_group("folders")
    folders.add_argument("--out", type=Path, metavar="RUN", help="where the run goes (default: runs/TASK-N)")
    folders.add_argument("--resume", type=Path, metavar="RUN", help="go on with an interrupted run, as it was begun")
    folders.add_argument("--log-dir", type=Path, metavar="FOLDER", help="write TensorBoard logs there")


def _defaults(name: str) -> str:
    """What the tasks have where an option is not given, such as `default: 64; date: 48`."""
    first, *others = ((task, getattr(options, name)) for task, options in DEFAULTS.items())
    differing = [f"{task}: {_shown(value)}" for task, value in others if value != first[1]]
    return "; ".join([f"default: {_shown(first[1])}", *differing])


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _each(name: str) -> str:
    return ", ".join(f"{getattr(options, name):,} {task}s" for task, options in DEFAULTS.items())


def _list(names: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {what}" for name, what in names.items())


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
    from datenorm.pipeline.calibrate import calibrate
    from datenorm.pipeline.learn import learn
    from datenorm.pipeline.model_card import write_report
    from datenorm.pipeline.prepare import prepare
    from datenorm.pipeline.run_folder import RunFolder

    if args.task == "frames":
        return _learn_frames(args)
    folder = RunFolder(args.resume or args.out or next_run(args.task))
    path = folder.path
    if not args.resume:
        check_is_free(path)
        prepare(folder, _options(args))
    try:
        learn(folder, args.log_dir)
        calibrate(folder)
    except KeyboardInterrupt:
        print(
            f"\nStopped. The best weights so far are kept in {folder.checkpoints}; an epoch that was cut off starts "
            f"again.\nGo on with: python train.py --resume {shlex.quote(str(path))}"
        )
        raise
    print(write_report(folder))
    print(f"\nThe run lies in {path}. Use it with: datenorm normalize --task {shlex.quote(str(path))} TEXT")
    return 0


def _learn_frames(args: argparse.Namespace) -> int:
    """Train what reads pictures, whose samples are drawn while it learns: --size is their number."""
    from datenorm.frames.drawing import FramesOptions
    from datenorm.frames.learn import learn_frames

    given = {"samples": args.size, "seed": args.seed, "batch_size": args.batch_size}
    path = args.resume or args.out or next_run(args.task)
    if not args.resume:
        check_is_free(path)
    print(learn_frames(path, FramesOptions(**{name: value for name, value in given.items() if value is not None})))
    print(f"\nThe run lies in {path}. Use it with: datenorm frames --preset {shlex.quote(str(path))} PICTURE")
    return 0


def _options(args: argparse.Namespace) -> Options:
    """The options that were given, and for the others the defaults of the task, or of what it starts from.

    Raises:
        ValueError: Options contradict each other, or there is no such task.
        FileNotFoundError: There is nothing of the name that the training is to start from.
    """
    from datenorm.pipeline.start import KIND, shaped_like

    defaults = DEFAULTS[get_task(args.task).name]
    names = {field.name for field in dataclasses.fields(Options)}
    given = {name: value for name, value in vars(args).items() if name in names and value is not None}
    if args.start_share and not args.start_from:
        raise ValueError("--start-share needs --start-from: there are no weights to keep a share of")
    if args.start_from:
        if not {*KIND, "vocabs"}.isdisjoint(given):
            raise ValueError("--start-from brings its kind of network and its vocabularies: leave out their options")
        defaults = shaped_like(defaults, args.start_from)
    return dataclasses.replace(defaults, **given)


def check_is_free(folder: Path) -> None:
    """Check that a new run can go into a folder.

    Raises:
        ValueError: It holds files.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder} holds files already: choose another --out, or go on with --resume {folder}")


def next_run(name: str) -> Path:
    """The first of runs/NAME-1, runs/NAME-2, ... that does not exist."""
    runs = (Path("runs") / f"{name}-{number}" for number in itertools.count(1))
    return next(run for run in runs if not run.exists())
