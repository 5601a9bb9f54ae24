"""Read texts and print their machine form, one a line.

Example:
  datenorm normalize "the 3rd of May, 1979" "mardi 3 mai 1979"
  datenorm normalize --order DMY --json < dates.txt
  datenorm normalize --task time "quarter past five pm"
"""

import argparse
import itertools
import json
import sys
from collections.abc import Iterable, Iterator

_LINES_AT_ONCE = 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="what to read; without any, one text a line on stdin")
    add_task_argument(parser)
    parser.add_argument("--order", choices=("DMY", "MDY", "YMD"), help="how to read an all-number date")
    parser.add_argument("--json", action="store_true", help="print each result as a JSON object")


def add_task_argument(parser: argparse.ArgumentParser) -> None:
    """Add --task, which names a preset or a run folder."""
    parser.add_argument(
        "--task", default="date", metavar="TASK", help="a preset's name, or a folder that train wrote (default: date)"
    )


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.normalizer import Normalizer

    normalizer = Normalizer(args.task)
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    # At a terminal each line is answered at once.
    size = 1 if sys.stdin.isatty() else _LINES_AT_ONCE
    for texts in _chunks(args.texts or (line.rstrip("\r\n") for line in sys.stdin), size):
        for result in normalizer.normalize_batch(texts, args.order):
            if args.json:
                fields = {name: getattr(result, name) for name in result.__slots__}
                print(json.dumps(fields, ensure_ascii=False))
            else:
                print(result.value or "")
    return 0


def _chunks(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    texts = iter(texts)
    while chunk := list(itertools.islice(texts, size)):
        yield chunk
