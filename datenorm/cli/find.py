"""Find every moment in texts and print one on each line: where it is, what it says, its value and its confidence.

Example:
  datenorm find report.txt letters/*.txt
  datenorm find --json --reference first letter.txt
  datenorm find --locale en_GB --html mail.txt > marked.html
  cat mail.txt | datenorm find
"""

import argparse
import bisect
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from datenorm.cli.arguments import (
    add_confidence_argument,
    add_order_arguments,
    add_reference_arguments,
    add_task_argument,
)

if TYPE_CHECKING:
    from datenorm.reading.finder import Found

_STDIN, _SHOWN_AS = "-", "<stdin>"
_CHARACTERS_AT_ONCE = 1 << 16
_LINE_END = re.compile("\n")
_LINE_ENDS = re.compile(r"\s+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="texts in UTF-8; - is stdin (default). Other bytes are read over"
    )
    add_task_argument(parser)
    add_order_arguments(parser, infer="looks at all of a text before its first answer")
    add_reference_arguments(parser, first=True)
    add_confidence_argument(parser)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print each moment as a JSON object")
    shown.add_argument("--html", action="store_true", help="print a page of the texts with their moments marked")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.reading.normalizer import Normalizer

    normalizer = Normalizer(args.task, args.min_confidence)
    beside = {"locale": args.locale, "reference": args.reference, "prefer": args.prefer}
    normalizer.find("", args.order, **beside)  # refuses wrong use before anything is read
    files = args.files or [_STDIN]
    if _STDIN in files and sys.stdin is None:
        raise ValueError("expected files, or texts on stdin. Received: none, and stdin is closed")
    for file in files:
        if file != _STDIN:
            Path(file).stat()  # a missing file is named before the others are read
    show = _show_page if args.html else _show_lines
    if args.html:
        from datenorm.attention import marked

        sys.stdout.write(marked.head("Moments"))
    for file in files:
        with _opened(file) as stream:
            text = _Text(stream)
            show(_SHOWN_AS if file == _STDIN else file, text, normalizer.find_iter(text, args.order, **beside), args)
    if args.html:
        sys.stdout.write(marked.TAIL)
    return 0


def _opened(file: str) -> TextIO:
    stream = sys.stdin.buffer if file == _STDIN else Path(file).open("rb")  # noqa: SIM115 - until the wrapper closes
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")


class _Text:
    """A stream of text that remembers where its lines begin, and what is not shown yet."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._length = 0
        self._lines = [0]  # where lines begin, from the one of the last moment on
        self._line = 1  # the number of the first of them
        self._kept: str | None = None
        self._shown = 0

    def keep(self) -> None:
        """Keep the text until `take` returns it."""
        self._kept = ""

    def __iter__(self) -> Iterator[str]:
        while chunk := self._stream.read(_CHARACTERS_AT_ONCE):
            self._lines += [self._length + found.end() for found in _LINE_END.finditer(chunk)]
            self._length += len(chunk)
            if self._kept is not None:
                self._kept += chunk
            yield chunk

    def locate(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1 on. Each offset is behind the last one."""
        index = bisect.bisect_right(self._lines, offset) - 1
        self._line += index
        del self._lines[:index]
        return self._line, offset - self._lines[0] + 1

    def take(self, stop: int | None = None) -> str:
        """The kept text from where the last one stopped; all of it that there is by default."""
        kept = self._kept or ""
        length = len(kept) if stop is None else stop - self._shown
        self._kept, self._shown = kept[length:], self._shown + length
        return kept[:length]


def _show_lines(name: str, text: _Text, found: "Iterator[Found]", args: argparse.Namespace) -> None:
    for moment in found:
        line, column = text.locate(moment.start)
        result = moment.result
        if args.json:
            place = {"file": name, "line": line, "column": column}
            place |= {"text_start": moment.start, "text_stop": moment.stop}
            print(json.dumps(place | result.to_dict() | {"text": moment.text}, ensure_ascii=False))
        else:
            said = _LINE_ENDS.sub(" ", moment.text)
            print(name, line, column, f" {said}\t{result.value or result.reason}\t{result.confidence:.2f}", sep=":")


def _show_page(name: str, text: _Text, found: "Iterator[Found]", args: argparse.Namespace) -> None:
    from datenorm.attention import marked

    text.keep()
    sys.stdout.write(marked.section(name))
    for moment in found:
        sys.stdout.write(marked.plain(text.take(moment.start)))
        result = moment.result
        note = f"confidence {result.confidence:.2f}"
        if result.ambiguous:
            note += ", or " + ", ".join(value for value, _ in result.alternatives[1:])
        said = text.take(moment.stop)
        spans = result.spans if result.text == said else {}  # a moment that shares a part has it elsewhere
        sys.stdout.write(marked.mark(said, result.value or str(result.reason), note, spans))
    sys.stdout.write(marked.plain(text.take()) + marked.SECTION_END)
