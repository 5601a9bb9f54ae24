"""Show which characters of a text the network attended to for each character that it wrote.

Example:
  datenorm explain "mardi 3 mai 1979"
  datenorm explain --locale en_US "03/04/2005" --html map.html
  datenorm explain --task time "48 min before 10 a.m" --png map.png
"""

import argparse
import os
import sys

from datenorm.cli.arguments import add_order_arguments, add_task_argument


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("text", metavar="TEXT", help="what to read")
    add_task_argument(parser)
    add_order_arguments(parser)
    parser.add_argument("--html", metavar="FILE", help="write an interactive page")
    parser.add_argument("--png", metavar="FILE", help="write a heatmap (needs datenorm[plot])")
    parser.add_argument("--json", metavar="FILE", help="write the attention weights")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.attention.terminal import draw
    from datenorm.reading.normalizer import Normalizer

    attention_map = Normalizer(args.task).explain(args.text, args.order, locale=args.locale)
    # https://no-color.org
    in_colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    print(draw(attention_map, in_colour=in_colour))
    for path in filter(None, (args.html, args.png, args.json)):
        attention_map.save(path)
    return 0
