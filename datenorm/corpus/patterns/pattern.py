"""Patterns: literal text with slots in braces, read once and written many times."""

import calendar
import dataclasses
import datetime as dt
import functools
import itertools
import random
import re
import string
import zlib
from collections.abc import Callable, Iterator

from babel.dates import tokenize_pattern

from datenorm.core.spans import is_of_word
from datenorm.corpus.languages import eras, numerals
from datenorm.corpus.phrase import Fields, Piece, listed

Names = tuple[tuple[str, ...], ...]
"""For each of the months, weekdays or days the names to choose from, likelier ones more than once."""

NO_FIELD: Fields = ()
YEAR: Fields = ("year",)
MONTH: Fields = ("month",)
DAY: Fields = ("day",)


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """What a locale calls months, weekdays and the like.

    Attributes:
        months: Slot, such as 'MMMM' -> the twelve months.
        weekdays: Slot, such as 'EEE' -> the seven weekdays, from Monday on.
        quarters: Slot, such as 'QQQ' -> the four quarters.
        era: The mark of our era, '' where readers take it for another's.
        numbered_days: The 31 days: "3rd".
        day_words: The 31 days in words: "third".
        month_words: The twelve months' numbers in words.
        weekday_words: The seven weekdays in kana.
        year_words: What a year is called in words.
    """

    months: dict[str, Names]
    weekdays: dict[str, Names]
    quarters: dict[str, tuple[str, ...]]
    era: str
    numbered_days: Names
    day_words: Names
    month_words: tuple[str, ...]
    weekday_words: tuple[str, ...]
    year_words: Callable[[int], tuple[str, ...]]


@dataclasses.dataclass(slots=True)
class Draw:
    """One date on its way into one pattern, in one language."""

    rng: random.Random
    words: Words
    year: int
    month: int
    day: int
    weekday: int

    @property
    def date(self) -> tuple[int, int, int]:
        """Year, month and day."""
        return self.year, self.month, self.day


Write = Callable[[Draw], str]


def pick(rng: random.Random, items: tuple[str, ...]) -> str:
    """One of `items`, or '' if there are none; several times as fast as `rng.choice`."""
    return items[int(rng.random() * len(items))] if items else ""


def _month(slot: str) -> Write:
    return lambda draw: pick(draw.rng, draw.words.months[slot][draw.month - 1])


def _weekday(slot: str) -> Write:
    return lambda draw: pick(draw.rng, draw.words.weekdays[slot][draw.weekday])


def _quarter(slot: str) -> Write:
    return lambda draw: draw.words.quarters[slot][(draw.month - 1) // 3]


def _year(draw: Draw) -> str:
    # A year below 100 in full: "79" is 1979.
    return str(draw.year) if draw.year >= 100 else f"{draw.year:04d}"


def _day_in_words(draw: Draw) -> str:
    return pick(draw.rng, draw.words.day_words[draw.day - 1])


def _month_in_words(draw: Draw) -> str:
    return draw.words.month_words[draw.month - 1]


# Slot -> the fields that it states, and what it writes. CLDR's letters mean what they mean there.
SLOTS: dict[str, tuple[Fields, Write]] = {
    "y": (YEAR, _year),
    "yy": (YEAR, lambda draw: f"{draw.year % 100:02d}"),
    # After a month's name, "97" is no day: it can be a year without an apostrophe.
    "yy late": (YEAR, lambda draw: f"{draw.year % 100:02d}" if draw.year % 100 > 31 else ""),
    "yyyy": (YEAR, lambda draw: f"{draw.year:04d}"),
    "plain y": (YEAR, lambda draw: str(draw.year)),  # beside an era, "79 AD" is the year 79
    "G": (NO_FIELD, lambda draw: draw.words.era),  # "AD" says what the year is already taken for
    "M": (MONTH, lambda draw: str(draw.month)),
    "MM": (MONTH, lambda draw: f"{draw.month:02d}"),
    "MMM": (MONTH, _month("MMM")),
    "MMMM": (MONTH, _month("MMMM")),
    "LLL": (MONTH, _month("LLL")),
    "LLLL": (MONTH, _month("LLLL")),
    "month": (MONTH, _month("month")),
    "in month": (MONTH, _month("in month")),  # in the case that "in May" takes
    "d": (DAY, lambda draw: str(draw.day)),
    "dd": (DAY, lambda draw: f"{draw.day:02d}"),
    "late day": (DAY, lambda draw: str(draw.day) if draw.day > 12 else ""),  # too late for a month
    # Vietnamese "mồng" ends at the tenth.
    "d low": (DAY, lambda draw: str(draw.day) if draw.day <= 10 else ""),
    "day words low": (DAY, lambda draw: _day_in_words(draw) if draw.day <= 10 else ""),
    "nth": (DAY, lambda draw: pick(draw.rng, draw.words.numbered_days[draw.day - 1])),
    "day words": (DAY, _day_in_words),
    "month words": (MONTH, _month_in_words),
    "month kana": (MONTH, _month_in_words),
    "month words vi": (MONTH, _month_in_words),
    "year words": (YEAR, lambda draw: pick(draw.rng, draw.words.year_words(draw.year))),
    "y roman": (YEAR, lambda draw: numerals.roman_year(draw.year)),
    "roman": (MONTH, lambda draw: numerals.ROMAN_MONTHS[draw.month - 1]),
    # 六三年 is 1963 to many.
    "y han": (YEAR, lambda draw: numerals.chinese_digits(draw.year, draw.rng) if draw.year >= 1000 else ""),
    "M han": (MONTH, lambda draw: numerals.chinese_number(draw.month)),
    "d han": (DAY, lambda draw: numerals.chinese_number(draw.day)),
    "M digits han": (MONTH, lambda draw: numerals.chinese_digits(draw.month, draw.rng)),
    "d digits han": (DAY, lambda draw: numerals.chinese_digits(draw.day, draw.rng)),
    "d short han": (DAY, lambda draw: numerals.short_twenties(draw.day)),
    "y counted han": (YEAR, lambda draw: numerals.counted_year(draw.year, draw.rng)),
    "y kanji": (YEAR, lambda draw: numerals.japanese_counted_year(draw.year)),
    "y capital": (YEAR, lambda draw: numerals.capital_year(draw.year, draw.rng) if draw.year >= 1000 else ""),
    "M capital": (MONTH, lambda draw: numerals.capital_number(draw.month, draw.rng)),
    "d capital": (DAY, lambda draw: numerals.capital_number(draw.day, draw.rng)),
    "y jp": (YEAR, lambda draw: eras.japanese_year(*draw.date, draw.rng)),
    "y jp han": (YEAR, lambda draw: eras.japanese_year_in_characters(*draw.date, draw.rng)),
    "y jp initial": (YEAR, lambda draw: eras.japanese_initial_year(*draw.date, draw.rng)),
    "y jp letter": (YEAR, lambda draw: eras.japanese_letter_year(*draw.date, draw.rng)),
    "y be": (YEAR, lambda draw: eras.buddhist_year(draw.year)),
    "y thai": (YEAR, lambda draw: eras.buddhist_year_in_numbers(draw.year)),
    "yy be": (YEAR, lambda draw: eras.short_buddhist_year(draw.year)),
    "y roc": (YEAR, lambda draw: eras.minguo_year(draw.year)),
    "y roc han": (YEAR, lambda draw: eras.minguo_year_in_characters(draw.year)),
    "y late roc": (YEAR, lambda draw: eras.unmarked_minguo_year(draw.year)),
    "y roc capital": (YEAR, lambda draw: eras.minguo_year_in_capitals(draw.year, draw.rng)),
    "EEE": (NO_FIELD, _weekday("EEE")),
    "EEEE": (NO_FIELD, _weekday("EEEE")),
    "E": (NO_FIELD, _weekday("E")),
    # Parts of a year and of a month that the machine form cannot say.
    "QQQ": (NO_FIELD, _quarter("QQQ")),
    "QQQQ": (NO_FIELD, _quarter("QQQQ")),
    "Q": (NO_FIELD, lambda draw: str((draw.month + 2) // 3)),
    "half": (NO_FIELD, lambda draw: str((draw.month + 5) // 6)),
    "W": (NO_FIELD, lambda draw: str((draw.day + 6) // 7)),
    "w": (NO_FIELD, lambda draw: str(1 + int(draw.rng.random() * 53))),
    "ww": (NO_FIELD, lambda draw: f"{1 + int(draw.rng.random() * 53):02d}"),
    "E kana": (NO_FIELD, lambda draw: draw.words.weekday_words[draw.weekday]),
}
NAMED_MONTHS = frozenset({"MMM", "MMMM", "LLL", "LLLL", "month"})


@dataclasses.dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, read.

    Attributes:
        text: The pattern as it is written in the tables.
        parts: The literals and slots in order.
        slots: The slots' names, in order.
        states: The fields that it states.
        order: The initials of its fields in order, such as 'DMY' or 'MD', where only their order tells its numbers
            apart; otherwise ''.
        numbers: The places of the numbers of `order` among the parts.
    """

    text: str
    parts: tuple[tuple[str, Fields, Write | None], ...]
    slots: tuple[str, ...]
    states: frozenset[str]
    order: str
    numbers: tuple[int, ...]

    @property
    def full(self) -> bool:
        """Whether it states year, month and day."""
        return len(self.states) == 3

    def write(self, draw: Draw) -> list[Piece] | None:
        """The pieces of the date, or None if the language lacks a word for one of them."""
        pieces: list[Piece] = []
        for literal, fields, write in self.parts:
            if write is None:
                # "28. feb." already has the full stop that follows the month.
                double = literal[0] == "." and bool(pieces) and pieces[-1][0][-1] == "."
                pieces.append((literal[1:] if double else literal, fields))
                continue
            text = write(draw)
            if not text:
                return None
            pieces.append((text, fields))
        return pieces

    def machine(self, year: int, month: int, day: int) -> str:
        """The machine string of the fields that the pattern states."""
        return machine(
            year if "year" in self.states else None,
            month if "month" in self.states else None,
            day if "day" in self.states else None,
        )


def has_full_stop_after_day(pattern: Pattern) -> bool:
    """Whether a full stop follows the day's number: "3. maja"."""
    return "{d}." in pattern.text or "{dd}." in pattern.text


def machine(year: int | None, month: int | None, day: int | None) -> str:
    """The machine string of what is known, such as 1979-05-XX."""
    return (
        f"{'XXXX' if year is None else format(year, '04d')}-"
        f"{'XX' if month is None else format(month, '02d')}-{'XX' if day is None else format(day, '02d')}"
    )


# Words that say which calendar counts a year: without them it is another year.
_ERA_MARKS = re.compile(r"((?:中華)?民[国國]|พ\.ศ\.|พุทธศักราช|\bB\.?E\b\.?)")


def _stated_by(literal: str, before: str, after: str) -> Iterator[Piece]:
    """A literal between two slots, in pieces.

    Letters beside a month's name are part of its word. Letters after a day's number are its ending. The mark of an era
    belongs to the year.
    """
    ends = MONTH if before in NAMED_MONTHS else DAY if before in ("d", "dd") else NO_FIELD
    start = len(list(itertools.takewhile(is_of_word, literal))) if ends else 0
    rest = literal[start:]
    begins = len(list(itertools.takewhile(is_of_word, reversed(rest)))) if after in NAMED_MONTHS else 0
    stop = len(rest) - begins
    between = ((part, YEAR if i % 2 else NO_FIELD) for i, part in enumerate(_ERA_MARKS.split(rest[:stop])))
    return (piece for piece in ((literal[:start], ends), *between, (rest[stop:], MONTH)) if piece[0])


@functools.cache
def parse(text: str) -> Pattern:
    """Read a pattern such as '{d} de {MMMM} de {y}'."""
    parts: list[tuple[str, Fields, Write | None]] = []
    slots: list[str] = []
    numbers: list[tuple[str, int]] = []
    apart = False
    for literal, slot, _, _ in string.Formatter().parse(text):
        if literal:
            pieces = _stated_by(literal, slots[-1] if slots else "", slot or "")
            parts += [(piece, fields, None) for piece, fields in pieces]
            # Letters between the day's and the month's number tell which is which: 2月15日, tháng 2.
            seen = {initial for initial, _ in numbers} & {"D", "M"}
            apart = apart or (len(seen) == 1 and any(map(str.isalpha, literal)))
        if slot:
            fields, write = SLOTS[slot]
            if slot in ("y", "yy", "yyyy", "y thai", "M", "MM", "d", "dd"):
                numbers.append((slot[0].upper(), len(parts)))
            parts.append(("", fields, write))
            slots.append(slot)
    order = "".join(initial for initial, _ in numbers)
    states = frozenset(field for _, fields, _ in parts for field in fields)
    if apart or len(order) != len(states) or not {"D", "M"} <= set(order):
        order = ""
    places = tuple(place for _, place in numbers) if order else ()
    return Pattern(text, tuple(parts), tuple(slots), states, order, places)


def from_cldr(pattern: str) -> str | None:
    """CLDR's pattern in our slots, such as '{d} {MMMM} {y}' for 'd MMMM y'; None if it holds other fields."""
    letters = {"ccc": "EEE", "cccc": "EEEE", "E": "EEE", "EE": "EEE", "L": "M", "LL": "MM", "GGG": "G", "GGGG": "G"}
    letters["Y"] = "y"  # the year of a week
    text = ""
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            text += value.replace("{", "").replace("}", "")
        else:
            slot = letters.get(value[0] * value[1], value[0] * value[1])
            if slot not in SLOTS:
                return None
            text += f"{{{slot}}}"
    return text


# Patterns that carry a whole language, a whole way to write dates or nearly every form on the web are never held out.
_COMMON = frozenset(
    listed(
        """
        {y}-{MM}-{dd}|{d} {MMMM} {y}|{d} {MMM} {y}|{MMMM} {d}, {y}|{MMM} {d}, {y}|{d}. {MMMM} {y}|{dd}/{MM}/{y}
        {M}/{d}/{y}|{dd}.{MM}.{y}|{d}.{M}.{y}|{y}年{M}月{d}日|{y}년 {M}월 {d}일|{d}/{M}/{y}|{MMMM} {y}|{d} {MMMM}|{y}
        {MMMM} {d}|{MMMM}|{LLLL}|{d}/{M}|{M}/{d}|{dd}.{MM}.|{dd}/{MM}/{yy}|{M}/{d}/{yy}|{d}/{M}/{yy}|{MM}/{y}
        {d} de {MMMM} de {y}|{LLLL} {y}|{dd}{MM}{yy}|{day words} {MMMM} {year words}|{QQQ} {y}|--{MM}-{dd}
        """
    )
)


@functools.cache
def is_held_out(text: str) -> bool:
    """Whether the pattern is one of the tenth that training never writes, in whatever language."""
    return text not in _COMMON and zlib.crc32(text.encode()) % 10 == 0


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has; an unknown year, 0, may be a leap year."""
    return 29 if month == 2 and (not year or calendar.isleap(year)) else _LENGTHS[month - 1]


def weekday_of(year: int, month: int, day: int) -> int:
    """The day of the week, Monday 0."""
    return dt.date(year, month, day).weekday()
