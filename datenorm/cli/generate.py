"""Write a data set of human strings with their machine form, its vocabularies and held-out cases.

Example:
  datenorm generate --task time --size 10000 --seed 0 --out data
"""

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--task", default="time", help="what to write (default: time)")
    parser.add_argument("--size", type=int, default=10_000, help="pairs in the data set (default: 10000)")
    parser.add_argument("--seed", type=int, default=0, help="the same seed writes the same bytes (default: 0)")
    parser.add_argument("--out", type=Path, default=Path("data"), metavar="FOLDER", help="where to (default: data)")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.core.tasks import get_task
    from datenorm.corpus.generate import counts, generate, write
    from datenorm.evaluation.markdown import write_between_markers

    corpus = generate(get_task(args.task), args.size, args.seed)
    write(corpus, args.out)
    card = args.out / "README.md"
    if card.exists():
        write_between_markers(card, f"{args.task} counts", counts(corpus))
    print(f"{args.out} now holds {len(corpus.examples):,} pairs and {len(corpus.held_out):,} held-out cases.")
    return 0
