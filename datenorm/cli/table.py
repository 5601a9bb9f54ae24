"""Normalize a column of a CSV or Parquet file and write the file with four more columns.

Example:
  datenorm table orders.csv clean.csv --column ordered_on --locale en_GB
  datenorm table orders.parquet clean.parquet --column ordered_on --order infer
"""

import argparse
import signal
import sys
from pathlib import Path

from datenorm.cli.arguments import add_answer_arguments, add_order_arguments, add_task_argument

_REPORTED = 5
_STOPPED = 128


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("source", type=Path, metavar="IN", help="a file that ends in .csv or .parquet")
    parser.add_argument("target", type=Path, metavar="OUT", help="the new file, which ends in .csv or .parquet")
    parser.add_argument(
        "--column",
        required=True,
        metavar="NAME",
        help="the column to read; adds NAME_normalized, NAME_confidence, NAME_ambiguous and NAME_reason",
    )
    add_task_argument(parser)
    add_order_arguments(parser, infer="reads IN twice")
    add_answer_arguments(parser)
    parser.add_argument("--delimiter", default=",", metavar="C", help="between the cells of a CSV file (default: ,)")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if there is one")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    import pyarrow as pa
    from tqdm import tqdm

    from datenorm.reading.date_order import INFER
    from datenorm.reading.normalizer import Normalizer
    from datenorm.tables.files import check_column, check_suffix, infer_column_order, normalize_table, open_table

    if len(args.delimiter) != 1:
        raise ValueError(f"expected a delimiter of one character. Received: {args.delimiter!r}")
    pa.set_memory_pool(pa.system_memory_pool())  # gives memory back sooner than Arrow's own pool
    source = open_table(args.source, args.delimiter, bytes_as_they_are=check_suffix(args.target) == ".csv")
    _check_target(args.source, args.target, args.overwrite)
    check_column(source, args.column)
    normalizer = Normalizer(args.task, args.min_confidence)
    normalizer.normalize_batch([], args.order, locale=args.locale)  # refuses wrong use before it reads anything
    # These signals end the command as Ctrl-C does: no half-written file is left.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, _: sys.exit(_STOPPED + number))
    order = args.order
    if order == INFER:
        order = infer_column_order(source, args.column)
        print(f"datenorm: {order}", file=sys.stderr)
    reports = 0
    with tqdm(total=source.count_rows(), unit=" rows", unit_scale=True, disable=None) as bar:

        def report(sentence: str) -> None:
            nonlocal reports
            reports += 1
            if reports <= _REPORTED:
                bar.write(f"datenorm: {args.source}: {sentence}", file=sys.stderr)

        counts = normalize_table(
            source,
            args.target,
            args.column,
            normalizer,
            order=order,
            locale=args.locale,
            delimiter=args.delimiter,
            report=report,
            advance=bar.update,
        )
    if reports > _REPORTED:
        print(f"datenorm: {args.source}: {reports - _REPORTED:,} more rows like these", file=sys.stderr)
    without, two_ways = f"{counts.unanswered:,} of them without a value", f"{counts.ambiguous:,} ambiguous"
    print(f"{args.target} now holds {counts.rows:,} rows, {without} and {two_ways}.")
    return int(args.strict and counts.unanswered + counts.ambiguous + counts.left_out > 0)


def _check_target(source: Path, target: Path, overwrite: bool) -> None:
    if target.exists() and target.samefile(source):
        raise ValueError(f"expected OUT to be another file than IN. Received: {target}, which is {source}")
    if target.exists() and not overwrite:
        raise ValueError(f"{target} exists already: choose another OUT, or add --overwrite")
    if not target.parent.is_dir():
        raise ValueError(f"expected OUT in a folder that exists. Received: {target}")
