"""Measure how many cases a preset reads exactly.

Example:
  datenorm evaluate "data/Moment Held-out.jsonl" --by held_out
  datenorm evaluate cases.jsonl --where kind=time --where 'lang=en*' --mistakes 20
  datenorm evaluate "data/Date Held-out.jsonl" --task date --attention --by language
  datenorm evaluate sentences.jsonl --by lang
  datenorm evaluate pictures.jsonl --task frames --mistakes 20
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from datenorm.cli.arguments import add_into_argument, add_task_argument, at_least

if TYPE_CHECKING:
    from datenorm.evaluation.cases import Case

_FRAMES = "frames"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "cases",
        type=Path,
        metavar="CASES.jsonl",
        help="one JSON object a line, with text and expected, text and moments, or file and expected",
    )
    add_task_argument(parser)
    parser.add_argument("--by", metavar="FIELD", help="a row for each value of this field of the cases")
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=PATTERN",
        help="only cases whose field fits this shell pattern; with !=, only those whose field does not; repeatable",
    )
    parser.add_argument(
        "--attention", action="store_true", help="measure where the attention falls, in cases that have spans"
    )
    parser.add_argument(
        "--mistakes", type=at_least(0), default=5, metavar="N", help="how many mistakes to print (default: %(default)s)"
    )
    add_into_argument(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.evaluation.alignment import all_spans_exact, attention_table, measure_attention
    from datenorm.evaluation.cases import FILE, MOMENTS
    from datenorm.evaluation.finding import finding_table, search
    from datenorm.evaluation.markdown import write_between_markers
    from datenorm.evaluation.scores import calibration_error, evaluate, mistakes, score_table
    from datenorm.reading.normalizer import Normalizer

    cases = _read(args.cases, args.where)
    _check_fields(args, cases)
    if FILE in cases[0].fields:
        _show_pictures(args, cases)
        return 0
    normalizer = Normalizer(args.task)
    if args.attention:
        section = "attention"
        measured = measure_attention(normalizer, cases)
        table = attention_table(measured, args.by)
        print(f"{table}\n\nall spans exact, of the cases read right: {all_spans_exact(measured):.2%}")
    elif MOMENTS in cases[0].fields:
        section = "finding"
        table = finding_table(search(normalizer, cases), args.by)
        print(table)
    else:
        section = "results"
        outcomes = evaluate(normalizer, cases)
        table = score_table(outcomes, args.by)
        print(f"{table}\n\nexpected calibration error: {calibration_error(outcomes):.2%}")
        for mistake in mistakes(outcomes, args.mistakes):
            print(mistake)
    if args.into:
        write_between_markers(
            args.into, f"{normalizer.task.name} {section}", f"{table}\n\n{_caption(args, normalizer.preset.digest)}"
        )
    return 0


def _show_pictures(args: argparse.Namespace, cases: Sequence["Case"]) -> None:
    """Print how pictures are read, and beside it how Tesseract reads them, where it is installed."""
    from tqdm import tqdm

    from datenorm.benchmark.tesseract import read_with_tesseract, tesseract_version
    from datenorm.evaluation.scores import Outcome, mistakes, score_table
    from datenorm.frames.reader import FrameReader

    reader = FrameReader(None if args.task == _FRAMES else args.task)
    paths = [args.cases.parent / case.text for case in cases]
    results = tqdm(reader.read_each(paths), total=len(paths), unit=" pictures", disable=None)
    outcomes = [Outcome(case, result) for case, result in zip(cases, results, strict=True)]
    print(score_table(outcomes, args.by))
    for mistake in mistakes(outcomes, args.mistakes):
        print(mistake)
    version = tesseract_version()
    if version:
        read = sum(case.expected in read_with_tesseract(path) for case, path in zip(cases, paths, strict=True))
        print(f"\nTesseract {version} and patterns over its text, in any order: {read} of {len(cases)}")


def _read(path: Path, where: Sequence[str]) -> list["Case"]:
    """The cases of a file that meet all conditions; each line that holds no case is named on stderr."""
    from datenorm.evaluation.cases import Case, Condition, read_cases

    conditions = [Condition.parse(text) for text in where]
    cases = []
    with path.open(encoding="utf-8", errors="replace") as lines:
        for case in read_cases(lines):
            if isinstance(case, Case):
                cases.append(case)
            else:
                print(f"datenorm: {path}: {case}", file=sys.stderr)
    if not cases:
        raise ValueError(f"{path}: expected at least one case, a JSON object with text and expected. Received: none")
    fitting = [case for case in cases if all(fits(case) for fits in conditions)]
    if not fitting:
        raise ValueError(
            f"{path}: expected at least one case with {' and '.join(where)}. Received: none of {len(cases):,}"
        )
    return fitting


def _check_fields(args: argparse.Namespace, cases: Sequence["Case"]) -> None:
    """Refuse what the cases have not, before the preset reads any.

    Raises:
        ValueError: No case has the field of --by; --attention is given and no case has spans; the cases are of two
            kinds; or --into is given for pictures.
    """
    from datenorm.evaluation.cases import FILE, MOMENTS

    names = dict.fromkeys(name for case in cases for name in case.fields)
    if args.by and args.by not in names:
        raise ValueError(f"expected --by with a field of the cases: {', '.join(names)}. Received: {args.by!r}")
    if len({(FILE in case.fields, MOMENTS in case.fields) for case in cases}) > 1:
        raise ValueError(
            f"{args.cases}: expected cases of texts, of running text with {MOMENTS}, or of pictures with {FILE}. "
            "Received: some of two kinds"
        )
    if FILE in cases[0].fields and args.into:
        raise ValueError(f"{args.cases}: expected texts for --into. Received: pictures")
    if args.attention and not any(case.spans for case in cases):
        raise ValueError(
            f"{args.cases}: expected cases with spans for --attention, such as "
            '"spans": {"day": [[0, 2]]}. Received: none that has any'
        )


def _caption(args: argparse.Namespace, digest: str) -> str:
    """The command that wrote the table, and the versions that its figures depend on."""
    import importlib.metadata
    import shlex

    command = ["datenorm", "evaluate", str(args.cases), "--task", args.task]
    command += ["--by", args.by] if args.by else []
    command += ["--attention"] if args.attention else []
    command += [argument for condition in args.where for argument in ("--where", condition)]
    return f"`{shlex.join(command)}`, weights {digest}, onnxruntime {importlib.metadata.version('onnxruntime')}"
