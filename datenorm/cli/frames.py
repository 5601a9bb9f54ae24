"""Read the moment that is burned into pictures or films.

Example:
  datenorm frames IMG_0001.JPG IMG_0002.JPG --json
  datenorm frames --burst a.jpg b.jpg c.jpg --html map.html
  datenorm frames clip.mp4 --every 1s
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datenorm.cli.arguments import add_answer_arguments
from datenorm.core.tasks import DATE

if TYPE_CHECKING:
    from datenorm.frames.reader import FrameReader
    from datenorm.reading.result import Result


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a picture, or a film such as .mp4, .mov, .avi or .mkv"
    )
    parser.add_argument("--preset", metavar="RUN", help="a folder that train --task frames wrote (default: what ships)")
    parser.add_argument("--burst", action="store_true", help="the pictures show one moment; its value has no seconds")
    parser.add_argument(
        "--every", default="1s", metavar="TIME", help="how much of a film to skip (default: %(default)s)"
    )
    parser.add_argument("--order", type=str.upper, choices=DATE.orders, help="how to read a date in numbers")
    add_answer_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print each answer as a JSON object, a line each")
    parser.add_argument(
        "--html", metavar="FILE", help="write a page that shows where one picture, or a burst, was read"
    )
    parser.add_argument("--png", metavar="FILE", help="write that as a picture")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.frames.film import seconds_of
    from datenorm.frames.images import is_film
    from datenorm.frames.reader import FrameReader

    films = [path for path in args.files if is_film(path)]
    if films and args.burst:
        raise ValueError(f"expected pictures with --burst. Received: {films[0]}, a film")
    maps = [path for path in (args.html, args.png) if path]
    if maps and (films or (len(args.files) > 1 and not args.burst)):
        raise ValueError("expected one picture, or --burst, with --html and --png")
    every = seconds_of(args.every)
    reader = FrameReader(args.preset, args.min_confidence)
    if maps:
        frame_map = reader.explain(args.files, args.order)
        for path in maps:
            frame_map.save(path)
    unanswered = 0
    for name, extra, result in _answers(reader, args, every):
        unanswered += result.value is None or result.ambiguous
        print(_line(name, extra, result, as_json=args.json), flush=True)
    return int(args.strict and unanswered > 0)


def _answers(
    reader: "FrameReader", args: argparse.Namespace, every: float
) -> Iterator[tuple[str, dict[str, Any], "Result"]]:
    from tqdm import tqdm

    from datenorm.frames.images import is_film

    if args.burst:
        yield ", ".join(args.files), {}, reader.read(args.files, args.order)
        return
    for path in tqdm(args.files, unit=" files", disable=None if len(args.files) > 1 else True):
        if is_film(path):
            yield from _film_answers(reader, path, every, args.order)
        else:
            (result,) = reader.read_each([path], args.order)
            if not Path(path).is_file():
                found = "a folder, not a picture" if Path(path).is_dir() else "no such file"
                print(f"datenorm: {path}: {found}", file=sys.stderr)
            yield path, {}, result


def _film_answers(
    reader: "FrameReader", path: str, every: float, order: str | None
) -> Iterator[tuple[str, dict[str, Any], "Result"]]:
    from datenorm.core.reasons import Reason
    from datenorm.frames.film import pace, read_film
    from datenorm.frames.images import NotPictureError
    from datenorm.reading.result import Result

    frames = []
    try:
        for frame in read_film(reader, path, every, order):
            frames.append(frame)
            yield path, {"seconds": round(frame.seconds, 3)}, frame.result
    except (NotPictureError, OSError) as error:
        print(f"datenorm: {error}", file=sys.stderr)
        if not frames:
            yield path, {}, Result("", None, reason=Reason.NOT_PICTURE)
        return
    if runs := pace(frames):
        print(
            f"datenorm: {path}: starts at {runs.start.isoformat()}; {runs.rate:.3g} seconds of the stamp pass in one "
            f"of the film; {runs.agreeing:.0%} of the stamps agree",
            file=sys.stderr,
        )


def _line(name: str, extra: dict[str, Any], result: "Result", *, as_json: bool) -> str:
    if as_json:
        return json.dumps({"file": name, **extra, **result.to_dict()}, ensure_ascii=False)
    at = [f"{extra['seconds']:g}s"] if extra else []
    return "\t".join([name, *at, result.value or "", f"{result.confidence:.2f}", result.reason or ""]).rstrip("\t")
