"""Normalize a column of a CSV, Excel or Parquet file and write the file with four more columns.

Example:
  datenorm table orders.csv clean.csv --column ordered_on --locale en_GB
  datenorm table orders.xlsx clean.parquet --column ordered_on --order infer
  datenorm table posts.csv clean.csv --column posted --reference-column scraped_at
  zcat orders.csv.gz | datenorm table - - --column ordered_on | sort > sorted.csv
"""

import argparse
import signal
import sys
from pathlib import Path

from datenorm.cli.arguments import (
    add_answer_arguments,
    add_order_arguments,
    add_reference_arguments,
    add_task_argument,
    at_least,
)

_STOPPED = 128


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "source",
        type=Path,
        metavar="IN",
        help="a file that ends in .csv, .tsv (also with .gz or .zst), .xlsx or .parquet; - is CSV from stdin",
    )
    parser.add_argument(
        "target",
        type=Path,
        metavar="OUT",
        help="the new file: .csv, .tsv (also with .gz or .zst), .parquet; - is stdout",
    )
    parser.add_argument(
        "--column",
        required=True,
        metavar="NAME",
        help="the column to read; adds NAME_normalized, NAME_confidence, NAME_ambiguous and NAME_reason",
    )
    add_task_argument(parser)
    add_order_arguments(parser, infer="reads IN once more")
    add_reference_arguments(parser).add_argument(
        "--reference-column",
        metavar="NAME",
        help="the column that says when the text of each row was written, in ISO 8601 or otherwise",
    )
    add_answer_arguments(parser)
    parser.add_argument(
        "--delimiter", metavar="C", help="between the cells of a CSV file, such as ';' or '\\t' (default: the header's)"
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="of a CSV file, such as cp1252 (default: found out where safe)"
    )
    parser.add_argument(
        "--pivot", type=int, metavar="YY", help="the last year of 2000-2099 in two digits (default: 68)"
    )
    parser.add_argument(
        "--not-after",
        metavar="YYYY-MM-DD",
        help="the last day that can be meant, which decides the century of two digits",
    )
    parser.add_argument(
        "--processes",
        type=at_least(1),
        metavar="N",
        help="how many read a large table (default: one for each core, at most 8)",
    )
    parser.add_argument("--sheet", metavar="NAME", help="of an Excel workbook (default: the first)")
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if there is one")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    import pyarrow as pa
    from tqdm import tqdm

    from datenorm.core.numeric_dates import INFER
    from datenorm.reading.batching import available_cores
    from datenorm.reading.convention import infer
    from datenorm.reading.normalizer import Normalizer
    from datenorm.tables.files import count_rows, infer_convention, normalize_table, open_table
    from datenorm.tables.inputs import STANDARD_STREAM
    from datenorm.tables.workers import MOST_PROCESSES

    delimiter = "\t" if args.delimiter == r"\t" else args.delimiter
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n'):
        raise ValueError(f"expected a delimiter of one character, or '\\t'. Received: {args.delimiter!r}")
    pa.set_memory_pool(pa.system_memory_pool())  # gives memory back sooner than Arrow's own pool
    _check_target(args.source, args.target, args.overwrite)
    normalizer = Normalizer(args.task, args.min_confidence)
    # Refuses wrong use before it reads anything.
    reference = args.reference if args.reference_column is None else []
    normalizer.normalize_batch([], args.order, locale=args.locale, reference=reference, prefer=args.prefer)
    century = infer([], pivot=args.pivot, not_after=args.not_after)
    if century != infer([]) and (args.locale or args.order not in (None, INFER)):
        raise ValueError(
            f"expected --pivot and --not-after beside no order but {INFER}. Received: an order or a locale"
        )
    # These signals end the command as Ctrl-C does: no half-written file is left.
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
            signal.signal(number, lambda number, _: sys.exit(_STOPPED + number))
    source = open_table(
        args.source,
        args.column,
        delimiter=delimiter,
        encoding=args.encoding,
        sheet=args.sheet,
        reference=args.reference_column,
    )
    notes = list(source.notes)
    rows = count_rows(source)
    if source.uneven:
        difference = "the cells that make the difference are empty"
        notes.append(f"{source.uneven:,} rows have fewer or more cells than the header; {difference}")
    order = args.order
    if order == INFER:
        order = infer_convention(source, century)
        notes.append(str(order))
    elif century != infer([]):
        order = century
    for note in notes:
        print(f"datenorm: {source.name}: {note}", file=sys.stderr)
    with tqdm(total=rows, unit=" rows", unit_scale=True, disable=None) as bar:
        counts = normalize_table(
            source,
            args.target,
            normalizer,
            order=order,
            locale=args.locale,
            reference=args.reference,
            prefer=args.prefer,
            delimiter=delimiter,
            rows=rows,
            processes=args.processes or min(available_cores(), MOST_PROCESSES),
            advance=bar.update,
        )
    for column, complaint, numbers in (
        (args.column, "is not UTF-8", counts.not_text),
        (args.reference_column, "states no moment from which to count", counts.without_reference),
    ):
        if numbers:
            where = f"{len(numbers):,} rows, first in row {numbers[0]:,}"
            print(f"datenorm: {source.name}: {column} {complaint} in {where}", file=sys.stderr)
    to_stdout = args.target == STANDARD_STREAM
    without, two_ways = f"{counts.unanswered:,} of them without a value", f"{counts.ambiguous:,} ambiguous"
    summary = f"{'stdout' if to_stdout else args.target} now holds {counts.rows:,} rows, {without} and {two_ways}."
    print(summary, file=sys.stderr if to_stdout else sys.stdout)
    return int(args.strict and counts.unanswered + counts.ambiguous + source.uneven > 0)


def _check_target(source: Path, target: Path, overwrite: bool) -> None:
    from datenorm.tables.files import check_target_format
    from datenorm.tables.inputs import STANDARD_STREAM

    check_target_format(target)
    if target == STANDARD_STREAM:
        return
    if target.exists() and source != STANDARD_STREAM and source.exists() and target.samefile(source):
        raise ValueError(f"expected OUT to be another file than IN. Received: {target}, which is {source}")
    if target.is_dir():
        raise ValueError(f"expected OUT to be a file. Received: {target}, a folder")
    if target.exists() and not overwrite:
        raise ValueError(f"{target} exists already: choose another OUT, or add --overwrite")
    if not target.parent.is_dir():
        raise ValueError(f"expected OUT in a folder that exists. Received: {target}")
