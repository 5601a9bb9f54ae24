"""Arguments that several commands share."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path

from datenorm.core.numeric_dates import INFER
from datenorm.core.tasks import DATE, MOMENT
from datenorm.reading.reference import FIRST, read_reference


def add_task_argument(parser: argparse.ArgumentParser, default: str = MOMENT.name) -> None:
    """Add --task, which names a preset or a run folder."""
    parser.add_argument(
        "--task",
        default=default,
        metavar="TASK",
        help="a preset's name, or a folder that train wrote (default: %(default)s)",
    )


def add_order_arguments(parser: argparse.ArgumentParser, infer: str = "") -> None:
    """Add --order and --locale.

    Args:
        parser: The command's parser.
        infer: What `--order infer` costs, for the help; '' for a command without it.
    """
    group = parser.add_mutually_exclusive_group()
    explained = f"; {INFER} lets the rows that read one way only decide, and {infer}" if infer else ""
    group.add_argument(
        "--order",
        type=_order,
        choices=(*DATE.orders, INFER) if infer else DATE.orders,
        help=f"how to read an all-number date{explained}",
    )
    group.add_argument("--locale", metavar="LOCALE", help="read it in the order of this locale, such as en_US")


def _order(name: str) -> str:
    return INFER if name.lower() == INFER else name.upper()


def add_reference_arguments(
    parser: argparse.ArgumentParser, *, first: bool = False
) -> "argparse._MutuallyExclusiveGroup":
    """Add --reference and --prefer.

    Args:
        parser: The command's parser.
        first: Whether the reference can be the first whole date of the text itself.

    Returns:
        The group of --reference, for what takes its place.
    """
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--reference",
        type=_reference_or_first if first else _reference,
        metavar="WHEN",
        help="when the texts were written, from which 'tomorrow' counts: in ISO 8601, or now"
        + (f"; or {FIRST} for the first whole date of each" if first else ""),
    )
    parser.add_argument(
        "--prefer",
        choices=("future", "past", "nearest"),
        help="which Friday, May or 10:30 is meant beside a reference (default: future)",
    )
    return group


def _reference(text: str) -> dt.datetime | None:
    if text == "now":
        return dt.datetime.now()
    try:
        return read_reference(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _reference_or_first(text: str) -> dt.datetime | str | None:
    return FIRST if text == FIRST else _reference(text)


def add_answer_arguments(parser: argparse.ArgumentParser) -> None:
    """Add --min-confidence and --strict."""
    add_confidence_argument(parser)
    parser.add_argument(
        "--strict", action="store_true", help="exit with status 1 if a text has no answer, or reads two ways"
    )


def add_confidence_argument(parser: argparse.ArgumentParser) -> None:
    """Add --min-confidence."""
    parser.add_argument(
        "--min-confidence",
        type=float,
        metavar="P",
        help="drop answers that are less confident, 0 to 1 (default: the preset's)",
    )


def add_into_argument(parser: argparse.ArgumentParser) -> None:
    """Add --into, a Markdown file for the tables that the command prints."""
    parser.add_argument("--into", type=Path, metavar="FILE.md", help="write the table into this file, between markers")


def at_least(least: int) -> Callable[[str], int]:
    """A reader of whole numbers, none below `least`."""

    def number(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"expected a whole number of at least {least}. Received: {text}")
        return int(text)

    return number
