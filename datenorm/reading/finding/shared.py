"""Shared parts: several days that share a month or a year, such as those of "3, 4 and 7 May 2020"."""

import re
from typing import NamedTuple

# A number of a day, with the mark or the letters of an ordinal. It is part of no longer number, time or date.
_DAY = re.compile(r"(?<![\d:/.-])\d{1,2}(?:(?:st|nd|rd|th|er|[ºª])(?!\w)|\.(?!\d))?(?![\d:])")
_LONGEST_JOIN = 8  # characters between two days: ", ", " and ", " oraz "
_FIGURES = re.compile(r"\d")
_DASHES = frozenset("-–—~")  # which make a range


class Shared(NamedTuple):
    """One of several moments that share a part: its own characters in the text, and all that it states."""

    start: int
    stop: int
    text: str


def shared_in(text: str) -> list[Shared]:
    """The moments in a text of several days that share the rest, or [].

    >>> [each.text for each in shared_in("3, 4 and 7 May 2020")]
    ['3 May 2020', '4 May 2020', '7 May 2020']

    The first one owns what is before the days, and the last one what is behind them.
    """
    days = list(_DAY.finditer(text))
    together = days[:1]
    for day in days[1:]:
        between = text[together[-1].end() : day.start()]
        is_join = 0 < len(between) <= _LONGEST_JOIN and not _FIGURES.search(between) and not _DASHES & set(between)
        if not is_join:
            break
        together.append(day)
    if len(together) < 2:
        return []
    before, behind = text[: together[0].start()], text[together[-1].end() :]
    edges = [0, *(day.start() for day in together[1:])], [*(day.end() for day in together[:-1]), len(text)]
    return [Shared(start, stop, f"{before}{day[0]}{behind}") for day, start, stop in zip(together, *edges, strict=True)]
