"""Read texts and print their machine form, one on each line.

Example:
  datenorm normalize "the 3rd of May, 1979" "mardi 3 mai 1979"
  datenorm normalize --locale en_GB --json < dates.txt
  datenorm normalize --order infer --strict < column.txt
  datenorm normalize --reference now "next Friday at 5 pm"
"""

import argparse
import itertools
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from datenorm.cli.arguments import (
    add_answer_arguments,
    add_order_arguments,
    add_reference_arguments,
    add_task_argument,
)
from datenorm.core.numeric_dates import INFER

_BYTES_AT_ONCE = 1 << 16


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="what to read; by default the lines of stdin")
    add_task_argument(parser)
    add_order_arguments(parser, infer="reads all of stdin before it answers")
    add_reference_arguments(parser)
    add_answer_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print each result as a JSON object")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.reading.normalizer import Normalizer

    normalizer = Normalizer(args.task, args.min_confidence)
    beside = {"locale": args.locale, "reference": args.reference, "prefer": args.prefer}
    normalizer.normalize_batch([], args.order, **beside)  # refuses wrong use before anything is read
    if not args.texts and sys.stdin is None:
        raise ValueError("expected texts as arguments or on stdin. Received: none, and stdin is closed")
    batches: Iterable[list[Any]] = [args.texts] if args.texts else _batches(sys.stdin.buffer)
    order = args.order
    if order == INFER:
        from datenorm.reading.convention import infer

        batches = list(batches)
        order = infer(itertools.chain(*batches))
        print(f"datenorm: {order}", file=sys.stderr)
    count = unanswered = ambiguous = 0
    for batch in batches:
        for result in normalizer.normalize_batch(batch, order, **beside):
            count += 1
            unanswered += result.value is None
            ambiguous += result.ambiguous
            if args.json:
                print(json.dumps(result.to_dict(), ensure_ascii=False, default=_shown))
            else:
                print(result.value or "")
        sys.stdout.flush()  # to a process that waits for these answers before it writes more
    if ambiguous:
        print(
            f"datenorm: {ambiguous:,} of {count:,} texts read two ways, and got the more probable reading; "
            "--order or --locale decides between orders",
            file=sys.stderr,
        )
    return int(args.strict and unanswered + ambiguous > 0)


def _batches(stream: BinaryIO) -> Iterator[list[str | bytes]]:
    """The lines of a stream in batches. A batch ends where the stream pauses, so that each line is answered soon."""
    number = 0
    pieces: list[bytes] = []  # of a line whose end has not arrived
    while part := stream.read1(_BYTES_AT_ONCE):  # type: ignore[attr-defined]
        *lines, piece = part.split(b"\n")
        if lines:
            lines[0] = b"".join([*pieces, lines[0]])
            pieces.clear()
            yield [_decoded(line, number + i) for i, line in enumerate(lines, start=1)]
            number += len(lines)
        pieces.append(piece)
    if last := b"".join(pieces):
        yield [_decoded(last, number + 1)]


def _decoded(line: bytes, number: int) -> str | bytes:
    """A line of stdin. If it is not UTF-8, it stays bytes, which have no answer, and is named on stderr."""
    line = line.rstrip(b"\r")
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        byte = f"byte {line[error.start]:#04x}, the {error.start + 1}. of it,"
        print(f"datenorm: line {number}: {byte} is not UTF-8", file=sys.stderr)
        return line


def _shown(line: bytes) -> str:
    return line.decode(errors="backslashreplace")
