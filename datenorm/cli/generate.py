"""Write a data set of human strings with their machine form, its vocabularies and held-out cases.

Example:
  datenorm generate --task time --size 10000 --seed 0 --out "my data"
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from datenorm.cli.arguments import at_least


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--task", default="time", help="time, date or moment (default: %(default)s)")
    parser.add_argument("--size", type=at_least(1), default=10_000, help="pairs to write (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="the same one gives the same bytes (default: %(default)s)")
    parser.add_argument(
        "--out", type=Path, default=Path("data"), metavar="FOLDER", help="where the files go (default: %(default)s)"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace the task's files in FOLDER if there are any")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.core.tasks import get_task
    from datenorm.corpus.data_folder import CARD, counts, paths_of, write
    from datenorm.corpus.generate import generate, held_out_passages, held_out_size
    from datenorm.evaluation.markdown import has_markers, write_between_markers

    task = get_task(args.task)
    _check_folder(args.out, () if args.overwrite else paths_of(task, args.out))
    print(f"datenorm: generating {args.size:,} pairs and {held_out_size(task):,} held-out cases", file=sys.stderr)
    corpus = generate(task, args.size, args.seed)
    paths = write(corpus, args.out, held_out_passages(task, args.seed))
    card, section = args.out / CARD, f"{task.name} counts"
    if card.exists() and has_markers(card, section):
        write_between_markers(card, section, counts(corpus))
    print(f"{args.out} now holds {len(corpus.pairs):,} pairs and {len(corpus.held_out):,} held-out cases:")
    print("\n".join(path.name for path in paths))
    return 0


def _check_folder(folder: Path, taken: Sequence[Path]) -> None:
    """Refuse a folder that is a file, or that has one of the files that would be replaced."""
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"expected --out to be a folder, new or old. Received: {folder}, which is a file")
    for path in taken:
        if path.exists():
            raise ValueError(f"{path} exists already: choose another folder with --out, or add --overwrite")
