"""Show which characters were read for each one that was written.

Example:
  datenorm explain "mardi 3 mai 1979"
  datenorm explain --locale en_US "03/04/2005"
  datenorm explain --task time "48 min before 10 a.m" --png map.png
"""

import argparse

from datenorm.commands.normalize import add_order_arguments, add_task_argument

_SHADES = " ·░▒▓█"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("text", metavar="TEXT")
    add_task_argument(parser)
    add_order_arguments(parser)
    parser.add_argument("--png", metavar="FILE", help="write a heatmap")
    parser.add_argument("--json", metavar="FILE", help="write the weights")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from datenorm.normalizer import Normalizer

    attention_map = Normalizer(args.task).explain(args.text, args.order, locale=args.locale)
    print(f"   {attention_map.text}")
    for character, weights in zip(attention_map.machine, attention_map.weights, strict=True):
        shades = "".join(_SHADES[round(float(weight) * (len(_SHADES) - 1))] for weight in weights)
        print(f"{character}  {shades}")
    for path in filter(None, (args.png, args.json)):
        attention_map.save(path)
    return 0
