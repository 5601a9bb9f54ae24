"""Readings by the calendar: whether numbers are a date in some order."""

import calendar
import itertools
from collections.abc import Sequence

YEARS = range(1000, 3000)
"""The numbers of four digits that are read as a year where nothing says otherwise."""

_YEARS_OF_YEAR_AND_MONTH = range(1800, 2200)  # of six digits without separators, such as 201302


def is_date(numbers: Sequence[str]) -> bool:
    """Whether numbers between separators are a date, or a part of one, in some order.

    >>> is_date(["2013", "5", "31"]), is_date(["31", "6", "2013"]), is_date(["1979"]), is_date(["90210"])
    (True, False, True, False)

    Args:
        numbers: In digits, as the text has them.
    """
    match len(numbers):
        case 1:
            return _is_date_in_one(numbers[0])
        case 2:
            return _is_part_of_date(*numbers) or _is_part_of_date(*reversed(numbers))
        case 3:
            return _is_whole_date(numbers)
    return any(
        _is_whole_date(window)
        for window in zip(numbers, numbers[1:], numbers[2:], strict=False)
        if any(len(number) == 4 for number in window)
    )


def days_in(month: int, year: int = 2000) -> int:
    """The days of a month in the Gregorian calendar, in any year from 0 on."""
    return calendar.monthrange(2000 + year % 400, month)[1]


def _is_whole_date(numbers: Sequence[str]) -> bool:
    """Whether three numbers are year, month and day in some order."""
    return any(
        len(year) != 3 and len(month) < 3 and len(day) < 3 and _exists(int(year), int(month), int(day))
        for year, month, day in itertools.permutations(numbers)
    )


def _is_part_of_date(one: str, other: str) -> bool:
    """Whether the first can be a month or a year, and the second its day or month or the end of a span of years."""
    if len(one) == 4 and int(one) in YEARS:
        return len(other) < 3 or int(other) in YEARS
    return len(one) < 3 and len(other) < 3 and 1 <= int(one) <= 12


def _is_date_in_one(number: str) -> bool:
    """Whether a number without separators is a year, a year and a month, or a whole date."""
    if len(number) == 4:
        return int(number) in YEARS
    if len(number) == 6 and int(number[:4]) in _YEARS_OF_YEAR_AND_MONTH and 1 <= int(number[4:]) <= 12:
        return True
    if len(number) not in (6, 8):
        return False
    cuts = ((0, 4, 6, 8), (0, 2, 4, 8)) if len(number) == 8 else ((0, 2, 4, 6),)
    return any(_is_whole_date([number[start:stop] for start, stop in itertools.pairwise(cut)]) for cut in cuts)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in(month, year)
