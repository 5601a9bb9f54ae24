"""Impossible dates: days that no calendar has, in numbers or with the month's name."""

import calendar
import random
from collections.abc import Sequence

from babel.dates import tokenize_pattern
from babel.localedata import LocaleDataDict

from datenorm.corpus.negatives.babel_words import language_of
from datenorm.corpus.negatives.slots import CASES
from datenorm.corpus.phrase import Choice

_SHORT_YEARS = 0.15  # of the impossible dates in numbers: 30.02.99

# The kind of mistake -> how often it is made. A month 13, alone or with a day 32, exists only in numbers.
_NO_NUMBERS = {"day 32": 18, "month 13": 10, "both": 2}
_NO_DAYS = {"31 June": 30, "30 February": 25, "29 February": 15}  # in training, `dates` writes these
_MISTAKES, _UNSEEN_MISTAKES = Choice(_NO_NUMBERS), Choice(_NO_DAYS | _NO_NUMBERS)
_NUMBER_ORDERS = ("dmy", "dmy", "ymd", "mdy")
_NUMBER_SEPARATORS = ("-", "/", ".", ".", " ", ". ", " / ", " - ", "")
_NAMED_PATTERNS = (  # none has the month before a number alone: the 40 of "May 40" is a year
    "{d} {m} {y}",
    "{d}. {m} {y}",
    "{m} {d}, {y}",
    "{m} {d} {y}",
    "{d} {m}, {y}",
    "{y} {m} {d}",
    "{d}-{m}-{y}",
    "{d}/{m}/{y}",
    "{d} de {m} de {y}",
    "{w}, {d} {m} {y}",
    "{w} {d} {m} {y}",
    "{d} {m}",
    "{d}. {m}",
    "{d} de {m}",
    "{d}{m}{y}",
)
_UNSEEN_NUMBERS = (
    "dated {}",
    "as of {}",
    "{} 12:00",
    "({})",
    "since {}",
    "{}?",
    "DOB {}",
    "né le {}",
    "geb. {}",
    "от {}",
)
_UNSEEN_NAMED_PATTERNS = (
    "{m}-{d}-{y}",
    "{y}, {d} {m}",
    "{d} {m} '{y}",
    "{y}/{m}/{d}",
    "{m} the {d}, {y}",
    "({d} {m} {y})",
)


def impossible_date(rng: random.Random, form: str, locales: Sequence[str], *, held_out: bool) -> str:
    """A date of a day that no calendar has, in numbers or with the month's name.

    Args:
        rng: Draws everything.
        form: A pattern of the kind "impossible date".
        locales: Faker's locales, in the language of one of which the month is named.
        held_out: Whether to make also the mistakes that the dates of the training make, such as the 31st of June.
    """
    mistake = (_UNSEEN_MISTAKES if held_out else _MISTAKES)(rng)
    locale = language_of(rng, rng.choice(locales))
    in_numbers = form.startswith("numbers")
    date = _no_day(rng, mistake, in_numbers=in_numbers)
    if in_numbers:
        text = _in_numbers(rng, *date)
        return text if form == "numbers" else rng.choice(_UNSEEN_NUMBERS).format(text)
    if form == "locale's own":
        pattern = locale["date_formats"][rng.choice(("medium", "long", "full"))].pattern
        return _by_pattern(rng, pattern, locale, *date)
    return _with_name(rng, _NAMED_PATTERNS if form == "named month" else _UNSEEN_NAMED_PATTERNS, locale, *date)


def _in_numbers(rng: random.Random, year: int, month: int, day: int) -> str:
    order, separator = rng.choice(_NUMBER_ORDERS), rng.choice(_NUMBER_SEPARATORS)
    width = 2 if not separator or rng.random() < 0.6 else 1
    short = rng.random() < _SHORT_YEARS
    parts = {"d": f"{day:0{width}d}", "m": f"{month:0{width}d}", "y": f"{year % 100:02d}" if short else str(year)}
    return separator.join(parts[part] for part in order)


def _with_name(
    rng: random.Random, patterns: Sequence[str], locale: LocaleDataDict, year: int, month: int, day: int
) -> str:
    """The date in one of the patterns, with the month as the locale names it."""
    pattern = rng.choice(patterns)
    names = locale["months"]["format"][rng.choice(("wide", "wide", "abbreviated"))]
    weekday = locale["days"]["format"]["wide"][rng.randrange(7)] if "{w}" in pattern else ""
    return CASES(rng)(pattern.format(d=day, m=names[month], y=year, w=weekday))


def _by_pattern(rng: random.Random, pattern: str, locale: LocaleDataDict, year: int, month: int, day: int) -> str:
    """The date in a pattern of CLDR. Babel's own formatting refuses a day that no calendar has."""
    numbers = {"y": year, "d": day, "M": month, "L": month}
    written = []
    for kind, value in tokenize_pattern(pattern):
        letter, count = value if kind == "field" else ("", 0)
        width = "wide" if count > 3 else "abbreviated"
        if letter in ("M", "L") and count > 2:
            written.append(locale["months"]["format"][width][month])
        elif letter in ("E", "c"):
            written.append(locale["days"]["format"][width][rng.randrange(7)])
        elif letter in numbers:
            written.append(str(numbers[letter]).zfill(count))
        elif not letter:
            written.append(value)
    return "".join(written)


def _no_day(rng: random.Random, mistake: str, *, in_numbers: bool) -> tuple[int, int, int]:
    """Year, month and day, such that the calendar has no such day."""
    year, month, day = rng.randrange(1850, 2100), rng.randrange(1, 13), rng.randrange(1, 32)
    if mistake == "31 June":
        return year, rng.choice((4, 6, 9, 11)), 31
    if mistake == "30 February":
        return year, 2, rng.choice((30, 31))
    if mistake == "29 February":
        return year + calendar.isleap(year), 2, 29
    if mistake == "day 32" or not in_numbers:
        return year, month, rng.choice((32, 33, 35, 40, 45, 50, 60, 77, 99, rng.randrange(32, 100)))
    month = rng.randrange(13, 100)
    return (year, month, day) if mistake == "month 13" else (rng.choice((year, 9999)), month, rng.randrange(32, 100))
