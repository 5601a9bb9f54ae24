"""Measure speed, start-up and memory beside the other readers of dates that are installed, or where the time goes.

Example:
  datenorm benchmark
  datenorm benchmark --rows 10000 --repeats 3 --into docs/results.md
  datenorm benchmark --profile --rows 10000
"""

import argparse
import sys
from pathlib import Path

from datenorm.cli.arguments import add_into_argument, add_task_argument, at_least


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_task_argument(parser)
    parser.add_argument(
        "--rows", type=at_least(1), default=100_000, metavar="N", help="strings in a column (default: %(default)s)"
    )
    parser.add_argument(
        "--table-rows", type=at_least(1), default=1_000_000, metavar="N", help="rows of a table (default: %(default)s)"
    )
    parser.add_argument(
        "--repeats",
        type=at_least(1),
        default=5,
        metavar="N",
        help="how often each reader is measured (default: %(default)s)",
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=2.0,
        metavar="S",
        help="how long each other reader reads at a time (default: %(default)s)",
    )
    parser.add_argument(
        "--profile", action="store_true", help="measure where the processor time of a string goes, and nothing else"
    )
    add_into_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.evaluation.markdown import write_between_markers

    tables = _profile(args) if args.profile else _comparison(args)
    print(tables)
    if args.into:
        write_between_markers(args.into, "profile" if args.profile else "benchmark", tables)
    return 0


def _profile(args: argparse.Namespace) -> str:
    from datenorm.benchmark.profile import profile
    from datenorm.reading.normalizer import Normalizer

    normalizer = Normalizer(args.task, threads=1)
    if not normalizer.task.ranges:
        task = normalizer.task.name
        raise ValueError(f"expected a preset or run that reads moments. Received: one of the task {task}")
    return profile(normalizer, args.rows, args.repeats)


def _comparison(args: argparse.Namespace) -> str:
    import functools
    import tempfile

    from datenorm.benchmark.measure import measure
    from datenorm.benchmark.peers import installed_peers
    from datenorm.reading.normalizer import Normalizer

    normalizer = Normalizer(args.task)
    if not normalizer.task.orders:
        raise ValueError(f"expected a preset or run that reads dates. Received: one of the task {normalizer.task.name}")
    say = functools.partial(print, file=sys.stderr)
    if not installed_peers():
        say("datenorm: no other reader of dates is installed to compare with: pip install 'datenorm[bench]'")
    with tempfile.TemporaryDirectory() as folder:
        report = measure(
            normalizer,
            Path(folder),
            rows=args.rows,
            table_rows=args.table_rows,
            repeats=args.repeats,
            seconds=args.seconds,
            say=say,
        )
    return report.to_markdown()
