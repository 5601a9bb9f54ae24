"""Numeric dates: every way to read a date from its numbers, and which dates the numbers determine or exclude."""

import collections
import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.tasks import DATE

INFER = "infer"
"""The order that stands for what the texts that are read together say about how their dates are written."""

BUDDHIST_OFFSET = 543
"""Years of the Thai Buddhist calendar minus Gregorian years."""

BUDDHIST_YEARS = range(1900 + BUDDHIST_OFFSET, 2101 + BUDDHIST_OFFSET)
"""A numeric date that ends with one of these years is Buddhist: such Gregorian years are too far away."""

# Canonical text has no other digits, and Python finds these faster than `\d`.
_DIGITS = re.compile(r"[0-9]+")
_LEAP_DAY = "-02-29"
# A time of day beside a date: its numbers do not belong to the date.
_CLOCK = re.compile(
    r"(?:(?<=\d)t)?(?<![\d:])\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?![\d:])"
    r"(?:\s?(?:[ap]m\b|[ap]\.m\.))?(?:\s?[+-]\d{2}(?::?\d{2})?\b)?"
    r"(?:\s?(?:z|utc|gmt|[ecmp][sd]t|ces?t|bst|ist|jst|msk)\b)?(?:\s?[+-]\d{2}:?\d{2}\b)?"
)
_BEFORE_COLON = len("1t10")  # the hour, the mark before it, and the digit that makes it one
# As in "7.3.2006 12.14.45" and "7-3-2006_12-14-45".
_CLOCK_LIKE_A_DATE = re.compile(r"(?<=\d{4})[ _]\d{2}([.-])\d{2}\1\d{2}(?!\d)")
_SHORTEST_WITH_CLOCK = len("7.3.2006 12.14.45")
_COMPACT_YEARS = range(1800, 2200)  # so 20112012 is 20 November 2012, and never a day of the year 1012

# Numbers and punctuation, without the characters that may be misread or lost digits, such as ! and ?.
_PLAIN = re.compile(r"[\d /.,;_()\[\]<>\"'-]+")
# Numbers that are a date in any company. Beside a name "5-7" is none: it can be a range of days.
_IN_NUMBERS = re.compile(
    r"(?<!\d)\d{1,4}([^\w:]{1,3})\d{1,2}\1\d{1,4}(?!\d)|(?<![\d./])\d{1,2}[/.]\d{1,2}(?![\d./])"
    r"|(?<!\d)(?:\d{6}|\d{8})(?!\d)"
)
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_LONG_NUMBER = re.compile(r"[0-9]{3}")  # without a year in full nothing is excluded: another quick test
_FIVE_DIGITS = re.compile(r"\d{5}")  # a quick test, which few texts pass
# From the beginning: two numbers of one or two digits, or one of five or more, among others of three or four; or no
# more than numbers and punctuation; or a colon. No part gives back what it took, so that a text is gone through once.
_MAY_MATTER = re.compile(
    r"[^0-9]*+(?:[0-9]{3,4}(?![0-9])[^0-9]*+)*+"
    r"(?:[0-9]{5}|[0-9][0-9]?[^0-9]++(?:[0-9]{3,4}(?![0-9])[^0-9]*+)*+[0-9])"
    rf"|(?>{_PLAIN.pattern})\Z|[^:]*+:"
)
# A separate number of five or six digits. A longer one is an identifier, or a date without separators.
_LONG_YEAR = re.compile(r"(?<![^ ,./-])\d{5,6}(?![^ ,./-])")


def readings(numbers: tuple[str, ...]) -> Mapping[str, str]:
    """Every way to read the numbers of a date, order -> machine string.

    >>> readings(("03", "04", "2005"))
    {'DMY': '2005-04-03', 'MDY': '2005-03-04'}

    Three numbers are a whole date, two are a day and a month. A year of two digits is one of 1969-2068. After the day
    and the month, as in Thailand, the years 2443-2643 are the Buddhist years of 1900-2100.

    Args:
        numbers: The digits of two or three numbers, in the order of the text.
    """
    ends = _ends_of_dates()
    if len(numbers) == 2:
        first, second = numbers
        both = ("DM", ends.get((second, first))), ("MD", ends.get((first, second)))
        return {order: UNSPECIFIED * 4 + end for order, end in both if end}
    first, second, third = numbers
    last = str(int(third) - BUDDHIST_OFFSET) if int(third) in BUDDHIST_YEARS else third
    found: dict[str, str] = {}
    for order, year, end in (
        ("DMY", last, ends.get((second, first))),
        ("MDY", last, ends.get((first, second))),
        ("YMD", first, ends.get((second, third))),
    ):
        if end and (machine := _with_year(year, end)):
            found[order] = machine
    return found


def compact_readings(digits: str) -> dict[str, str]:
    """Every way to read a date of eight or six digits without separators, order -> machine string.

    >>> compact_readings("20130215")
    {'YMD': '2013-02-15'}
    """
    width = len(digits) - 4
    cuts = {"YMD": (digits[:width], digits[width:-2], digits[-2:]), "DMY": (digits[4:], digits[2:4], digits[:2])}
    cuts["MDY"] = (digits[4:], digits[:2], digits[2:4])
    found: dict[str, str] = {}
    for order, (year, month, day) in cuts.items():
        end = _ends_of_dates().get((month, day))
        value = end and _with_year(year, end)
        if value and (width == 2 or int(year) in _COMPACT_YEARS):
            found[order] = value
    return found


def readings_by_order(text: str) -> Mapping[str, str]:
    """The date of a canonical text in each order, order -> machine string.

    >>> readings_by_order("on 13/07/22")
    {'DMY': '2022-07-13', 'YMD': '2013-07-22'}
    >>> readings_by_order("3/4")
    {'DMY': 'XXXX-04-03', 'MDY': 'XXXX-03-04', 'YMD': 'XXXX-03-04'}

    Empty if the text has other numbers than those of one date and of a time of day.
    """
    return _numbers(text).by_order


def without_clock(text: str) -> str:
    """The canonical text without its times of day.

    >>> without_clock("13/07/22, 10:30:00 pm")
    '13/07/22, '
    """
    if ":" in text:
        start = max(0, text.index(":") - _BEFORE_COLON)  # no clock begins before it
        return text[:start] + _CLOCK.sub("", text[start:])
    return text if len(text) < _SHORTEST_WITH_CLOCK else _CLOCK_LIKE_A_DATE.sub("", text)


def may_matter(text: str) -> bool:
    """Whether the numbers of a canonical text may determine, exclude or reorder its date: a quick test.

    >>> may_matter("3 may 1979"), may_matter("fri 03/04/2005"), may_matter("2005-04-03")
    (False, True, True)

    Where it is False, `conflicting_orders` is (), `resolve` is None and `numbers_exclude` is False.
    """
    return _MAY_MATTER.match(text) is not None


def where_numbers_may_matter(texts: Sequence[str]) -> list[int]:
    """The indices of the canonical texts whose numbers may matter."""
    return [i for i, found in enumerate(map(_MAY_MATTER.match, texts)) if found]


def conflicting_orders(text: str) -> tuple[str, ...]:
    """The orders in which a canonical text may state different dates; () if there are no two such orders.

    >>> conflicting_orders("03/04/2005"), conflicting_orders("13/04/2005")
    (('DMY', 'MDY'), ())

    Exact, unless noise has spoiled the numbers: then it returns all orders if the numbers may be a date.
    """
    if not may_matter(text):
        return ()
    numbers, _, found, different = _numbers(text)
    if len(different) == 1:
        return ()
    short = [number for number in numbers if len(number) <= 2]
    if len(short) < 2 and len(numbers) != 1:
        return ()  # without two short numbers there is no day and month
    if found:
        first: dict[str, str] = {}
        for order, machine in found.items():
            first.setdefault(machine, order)
        return tuple(first.values())
    days = {int(number) for number in short}
    may_be_a_date = len(numbers) <= 3 and (len(short) == 3 or (len(short) == len(days) == 2 and max(days) <= 12))
    return DATE.orders if may_be_a_date else ()


def takes_order(text: str) -> bool:
    """Whether an order may change what a canonical text states: numbers alone in it may be a date, in several ways.

    >>> takes_order("fri 03/04/2005"), takes_order("13/04/2005"), takes_order("5-7 may 2019")
    (True, False, False)
    """
    if not may_matter(text) or resolve(text) is not None:
        return False
    rest = without_clock(text)
    return bool(_IN_NUMBERS.search(rest)) or bool(_TWO_NUMBERS.search(rest) and not any(map(str.isalpha, rest)))


def numeric_readings(text: str) -> tuple[str, ...]:
    """The different machine strings of a canonical text in all orders; () if it has letters, which may say more.

    >>> numeric_readings("03/04/2005"), numeric_readings("fri 03/04/2005")
    (('2005-04-03', '2005-03-04'), ())
    """
    numbers = _numbers(text)
    return numbers.different if numbers.is_plain or not any(map(str.isalpha, without_clock(text))) else ()


def resolve(text: str, order: str | None = None) -> str | None:
    """The whole date that the numbers of a canonical text determine, as a machine string; None if they do not.

    >>> resolve("2013-07-22"), resolve("03/04/2005"), resolve("03/04/2005", "MDY"), resolve("22 july 2013")
    ('2013-07-22', None, '2005-03-04', None)
    >>> resolve("2022/30/11")
    '2022-11-30'

    Args:
        text: A canonical text. If it has more than numbers and punctuation, they determine nothing.
        order: The given order. It decides if the numbers are a date in this order.
    """
    if not _may_be_plain(text):
        return None
    numbers, is_plain, found, different = _numbers(text)
    if not is_plain or len(numbers) not in (1, 3):
        return None
    if order is not None and order in found:
        return found[order]
    return different[0] if len(different) == 1 else None if found else _unusual(text)


def numbers_exclude(text: str, value: str) -> bool:
    """Whether the numbers of a canonical text show that it states neither this date nor another one.

    >>> numbers_exclude("13/13/2013", "2013-03-13"), numbers_exclude("3 may 12005", "2005-05-03")
    (True, True)

    There are two such texts: three numbers that are no date in any order, unless a zero stands for an unknown part; and
    a year beyond 9999 that the value cuts short.
    """
    if not _LONG_NUMBER.search(text):
        return False
    numbers, is_plain, found, _ = _numbers(text) if _may_be_plain(text) else _NO_NUMBERS
    if is_plain and len(numbers) == 3 and 3 <= max(map(len, numbers)) <= 4:  # one of them is a year in full
        is_unknown = 0 in map(int, numbers) and any(map(int, numbers))
        return not found and not is_unknown and not _unusual(text)
    return bool(_FIVE_DIGITS.search(text)) and any(_cuts_year(text, run, value) for run in _LONG_YEAR.findall(text))


def _cuts_year(text: str, run: str, value: str) -> bool:
    """Whether the year of a value is a run of five or six digits cut to four."""
    year, *parts = value.split("-")
    stated = parts[1:] if any(map(str.isalpha, text)) else parts  # letters state the month
    stated_numbers = collections.Counter(int(part) for part in stated if part.isdecimal())
    others = [int(number) for number in _DIGITS.findall(text.replace(run, " ", 1))]
    rests = {run[:-4]} if run.endswith(year) else set()
    rests |= {run[4:]} if run.startswith(year) else set()
    rests |= {run[i] for i in range(1, len(run) - 1) if run[:i] + run[i + 1 :] == year}
    # In "3/72022" a mark is missing, and the rest of the run is the month. In "3 may 12005" the rest is nothing.
    return any(not collections.Counter([*others, int(rest)]) <= stated_numbers for rest in rests)


class _Numbers(NamedTuple):
    """The numbers of a canonical text without those of its times of day.

    Attributes:
        all: Their digits.
        is_plain: Whether nothing but punctuation is beside them.
        by_order: The date in each order, order -> machine string.
        different: The different dates of all orders, as machine strings.
    """

    all: tuple[str, ...]
    is_plain: bool
    by_order: Mapping[str, str]
    different: tuple[str, ...]


_NO_NUMBERS = _Numbers((), False, {}, ())


def _may_be_plain(text: str) -> bool:
    """Whether nothing but punctuation may be beside the numbers: a quick test of what is before a time of day."""
    before = text[: max(0, text.find(":") - _BEFORE_COLON)]
    return not before or _PLAIN.fullmatch(before) is not None


@functools.lru_cache(maxsize=2000)  # the numbers of a text are looked up several times while its batch is read
def _numbers(text: str) -> _Numbers:
    """The numbers of a canonical text."""
    rest = without_clock(text)
    numbers = tuple(_DIGITS.findall(rest))
    found = _by_order(numbers)
    return _Numbers(numbers, bool(_PLAIN.fullmatch(rest)), found, tuple(dict.fromkeys(found.values())))


def _by_order(numbers: tuple[str, ...]) -> Mapping[str, str]:
    if len(numbers) == 1:
        return compact_readings(numbers[0]) if len(numbers[0]) == len("yyyymmdd") else {}
    if len(numbers) == 3:
        return readings(numbers)
    if len(numbers) != 2:
        return {}
    found = readings(numbers)
    return {order: found[short] for order, short in (("DMY", "DM"), ("MDY", "MD"), ("YMD", "MD")) if short in found}


def _unusual(text: str) -> str | None:
    """The date of three numbers in an order of no language, if only one of them can be the year and one the month.

    Hyphens are those of ISO 8601, in which the month comes before the day.
    """
    numbers = _numbers(text).all
    years = [number for number in numbers if len(number) == 4]
    months = [number for number in numbers if len(number) <= 2 and int(number) <= 12]
    days = [number for number in numbers if len(number) <= 2 and int(number) > 12]
    if "-" in text or not (len(years) == len(months) == len(days) == 1):
        return None
    end = _ends_of_dates().get((months[0], days[0]))
    return (end and _with_year(years[0], end)) or None


def _with_year(year: str, end: str) -> str:
    """The machine string of a year and one of `_ends_of_dates`; '' if there is no such day."""
    if len(year) < 4:
        if len(year) == 1:
            return ""
        year = str(full_year(int(year))) if len(year) == 2 else f"{year:0>4}"
    machine = year + end
    is_usual = len(machine) == DATE.Ty and machine[0] != "0" and end != _LEAP_DAY  # and needs no further look
    return machine if is_usual or DATE.is_valid(machine) else ""


@functools.cache
def _ends_of_dates() -> Mapping[tuple[str, str], str]:
    """The month and the day of all days that a year can have, in all spellings -> the end of the machine string."""
    first = dt.date(2000, 1, 1)  # of a leap year
    days = [first + dt.timedelta(days) for days in range(366)]
    return {
        (month, of_month): f"-{day:%m-%d}"
        for day in days
        for month in (f"{day.month}", f"{day:%m}")
        for of_month in (f"{day.day}", f"{day:%d}")
    }


def full_year(short: int) -> int:
    """The year of two digits: 69-99 are 1969-1999, 00-68 are 2000-2068."""
    return short + (1900 if short >= 69 else 2000)
