"""Measure how many cases a preset reads exactly.

Example:
  datenorm evaluate "data/Date Held-out.jsonl" --by held_out
  datenorm evaluate cases.jsonl --task time --where kind=time --where 'lang=en*' --mistakes 20
  datenorm evaluate "data/Date Held-out.jsonl" --attention --by language
"""

import argparse
import sys
from pathlib import Path

from datenorm.cli.normalize import add_task_argument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("cases", metavar="CASES.jsonl", help="a JSON object a line, with text and expected")
    add_task_argument(parser)
    parser.add_argument("--by", metavar="FIELD", help="a row for each value of this field of the cases")
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=PATTERN",
        help="only cases whose field fits this shell pattern, or with != does not; can be repeated",
    )
    parser.add_argument(
        "--attention", action="store_true", help="measure where the attention falls, in cases whose spans are known"
    )
    parser.add_argument("--mistakes", type=int, default=5, metavar="N", help="how many to print (default: 5)")
    parser.add_argument("--into", type=Path, metavar="FILE.md", help="write the table into this file, between markers")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    import importlib.metadata
    import shlex

    from datenorm.evaluation import alignment
    from datenorm.evaluation.evaluate import Case, Condition, calibration_error, evaluate, mistakes, read_cases, table
    from datenorm.evaluation.markdown import write_between_markers
    from datenorm.reading.normalizer import Normalizer

    with Path(args.cases).open(encoding="utf-8", errors="replace") as lines:
        read = list(read_cases(lines))
    for complaint in read:
        if isinstance(complaint, str):
            print(f"datenorm: {args.cases}: {complaint}", file=sys.stderr)
    conditions = [Condition.parse(text) for text in args.where]
    cases = [case for case in read if isinstance(case, Case) and all(fits(case) for fits in conditions)]
    normalizer = Normalizer(args.task)
    if args.attention:
        found = alignment.looks(normalizer, cases)
        scores = alignment.table(found, args.by)
        print(f"{scores}\n\nall spans exact, of the cases read right: {alignment.spans_exact(found):.2%}")
    else:
        outcomes = evaluate(normalizer, cases)
        scores = table(outcomes, args.by)
        print(f"{scores}\n\nexpected calibration error: {calibration_error(outcomes):.2%}")
        for mistake in mistakes(outcomes, args.mistakes):
            print(mistake)
    if args.into:
        command = ["datenorm", "evaluate", args.cases, "--task", args.task, *(["--by", args.by] if args.by else [])]
        command += ["--attention"] if args.attention else []
        command += [argument for condition in args.where for argument in ("--where", condition)]
        caption = (
            f"`{shlex.join(command)}`, weights {normalizer.preset.digest}, "
            f"onnxruntime {importlib.metadata.version('onnxruntime')}"
        )
        what = "attention" if args.attention else "results"
        write_between_markers(args.into, f"{normalizer.task.name} {what}", f"{scores}\n\n{caption}")
    return 0
