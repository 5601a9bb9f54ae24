"""Train each kind of encoder and attention on the same data, and write the table of them.

Example:
  datenorm compare --task time
  datenorm compare --task time --size 20000 --epochs 3 --into README.md
  datenorm compare --resume runs/compare-1
"""

import argparse
from pathlib import Path

from datenorm.cli.train import at_least, next_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--task", default="time", help="what to translate into (default: time)")
    parser.add_argument(
        "--size", type=at_least(1), default=100_000, help="pairs to generate; of dates, in each epoch (default: 100000)"
    )
    parser.add_argument("--epochs", type=at_least(1), default=8, help="passes over the data, each kind (default: 8)")
    parser.add_argument("--seed", type=int, default=0, help="fixes data, weights and order (default: 0)")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the runs go (default: runs/compare-N)")
    parser.add_argument("--resume", type=Path, metavar="FOLDER", help="go on where a comparison was interrupted")
    parser.add_argument("--into", type=Path, metavar="FILE.md", help="write the table into this file, between markers")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    import dataclasses
    import importlib.metadata
    import os
    import shlex

    from datenorm.core.tasks import get_task
    from datenorm.evaluation.markdown import write_between_markers
    from datenorm.pipeline import compare as comparison
    from datenorm.pipeline import trainer
    from datenorm.reading.normalizer import Normalizer

    folder = args.resume or args.out or next_run("compare")
    if not args.resume:
        if folder.exists() and any(folder.iterdir()):
            raise ValueError(f"{folder} holds files already: choose another --out, or go on with --resume {folder}")
        task = get_task(args.task).name
        argv = ("--task", task, "--size", str(args.size), "--epochs", str(args.epochs), "--seed", str(args.seed))
        options = trainer.DEFAULTS[task]
        comparison.prepare(
            folder, dataclasses.replace(options, size=args.size, epochs=args.epochs, seed=args.seed, argv=argv)
        )
    try:
        rows = comparison.compare(folder)
    except KeyboardInterrupt:
        print(f"\nStopped. Go on with: datenorm compare --resume {shlex.quote(str(folder))}")
        raise
    preset = Normalizer(rows[0].folder).preset
    told = preset.config["argv"][:-4]  # the last four choose the kind
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("keras", "onnxruntime"))
    caption = (
        f"`{shlex.join(['datenorm', 'compare', *told])}`, {rows[0].score.n:,} held-out cases, {os.cpu_count()} cores, "
        f"{versions}. Even attention would have an alignment of {comparison.shares(rows[0].even)}."
    )
    scores = f"{comparison.table(rows)}\n\n{caption}"
    print(f"\n{scores}\n\nThe runs lie in {folder}.")
    if args.into:
        write_between_markers(args.into, f"{preset.task.name} comparison", scores)
    return 0
