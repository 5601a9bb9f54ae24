"""Train each architecture on the same data, and write the table of them.

Example:
  datenorm compare --task time
  datenorm compare --task time --size 20000 --epochs 3 --into docs/results.md
  datenorm compare --resume runs/compare-1
"""

import argparse
from pathlib import Path

from datenorm.cli.arguments import add_into_argument, at_least
from datenorm.cli.train import check_is_free, next_run
from datenorm.core.tasks import get_task
from datenorm.pipeline.options import DEFAULTS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--task", default="time", help="what to translate into (default: %(default)s)")
    parser.add_argument(
        "--size",
        type=at_least(1),
        default=100_000,
        help="pairs to generate; of dates, in each epoch (default: %(default)s)",
    )
    parser.add_argument(
        "--epochs", type=at_least(1), default=8, help="passes over the data, each architecture (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=0, help="fixes data, weights and order (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the runs go (default: runs/compare-N)")
    parser.add_argument("--resume", type=Path, metavar="FOLDER", help="go on where a comparison was interrupted")
    add_into_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    import dataclasses
    import importlib.metadata
    import os
    import shlex

    from datenorm.evaluation.markdown import write_between_markers
    from datenorm.pipeline import compare as comparison
    from datenorm.pipeline.run_folder import RunFolder

    folder = args.resume or args.out or next_run("compare")
    if not args.resume:
        check_is_free(folder)
        options = dataclasses.replace(
            DEFAULTS[get_task(args.task).name], size=args.size, epochs=args.epochs, seed=args.seed
        )
        comparison.prepare(folder, options)
    try:
        rows = comparison.compare(folder)
    except KeyboardInterrupt:
        print(f"\nStopped. Go on with: datenorm compare --resume {shlex.quote(str(folder))}")
        raise
    config = RunFolder(rows[0].folder).read_config()
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("keras", "onnxruntime"))
    caption = (
        f"`{shlex.join(['datenorm', 'compare', *comparison.arguments(config)])}`, {rows[0].score.n:,} held-out cases, "
        f"{os.cpu_count()} cores, {versions}. "
        f"Even attention would have an alignment of {comparison.shares(rows[0].even)}."
    )
    scores = f"{comparison.table(rows)}\n\n{caption}"
    print(f"\n{scores}\n\nThe runs lie in {folder}.")
    if args.into:
        write_between_markers(args.into, f"{config.task.name} comparison", scores)
    return 0
