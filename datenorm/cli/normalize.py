"""Read texts and print their machine form, one on each line.

Example:
  datenorm normalize "the 3rd of May, 1979" "mardi 3 mai 1979"
  datenorm normalize --locale en_GB --json < dates.txt
  datenorm normalize --order infer --strict < column.txt
  datenorm normalize --task time "quarter past five pm"
"""

import argparse
import itertools
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from datenorm.cli.arguments import add_answer_arguments, add_order_arguments, add_task_argument
from datenorm.reading.date_order import INFER

_LINES_AT_ONCE = 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="what to read; by default the lines of stdin")
    add_task_argument(parser)
    add_order_arguments(parser, infer="reads all of stdin before it answers")
    add_answer_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print each result as a JSON object")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.reading.date_order import infer_order
    from datenorm.reading.normalizer import Normalizer

    normalizer = Normalizer(args.task, args.min_confidence)
    normalizer.normalize_batch([], args.order, locale=args.locale)  # refuses wrong use before anything is read
    if not args.texts and sys.stdin is None:
        raise ValueError("expected texts as arguments or on stdin. Received: none, and stdin is closed")
    texts: Iterable[Any] = args.texts or _lines(sys.stdin.buffer)
    order = args.order
    if order == INFER:
        texts = list(texts)
        order = infer_order(texts)
        print(f"datenorm: {order}", file=sys.stderr)
    count = unanswered = ambiguous = 0
    # At a terminal each line is answered at once.
    size = _LINES_AT_ONCE if args.texts or not sys.stdin.isatty() else 1
    for chunk in _chunks(texts, size):
        for result in normalizer.normalize_batch(chunk, order, locale=args.locale):
            count += 1
            unanswered += result.value is None
            ambiguous += result.ambiguous
            if args.json:
                print(json.dumps(result.to_dict(), ensure_ascii=False, default=_shown))
            else:
                print(result.value or "")
    if ambiguous:
        print(
            f"datenorm: {ambiguous:,} of {count:,} texts read two ways, and got the more probable reading; "
            "--order or --locale decides",
            file=sys.stderr,
        )
    return int(args.strict and unanswered + ambiguous > 0)


def _lines(stream: BinaryIO) -> Iterator[str | bytes]:
    """The lines of a stream. Those that are not UTF-8 stay bytes, which have no answer, and are named on stderr."""
    for number, line in enumerate(stream, start=1):
        line = line.rstrip(b"\r\n")
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            byte = f"byte {line[error.start]:#04x}, the {error.start + 1}. of it,"
            print(f"datenorm: line {number}: {byte} is not UTF-8", file=sys.stderr)
            yield line


def _shown(line: bytes) -> str:
    return line.decode(errors="backslashreplace")


def _chunks(texts: Iterable[Any], size: int) -> Iterator[list[Any]]:
    texts = iter(texts)
    while chunk := list(itertools.islice(texts, size)):
        yield chunk
