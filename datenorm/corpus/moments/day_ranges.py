"""Ranges of days of one month, named once or not at all: "from the 13th to the 18th", "du 1er au 12 mars"."""

import datetime as dt
import functools
import random
from typing import NamedTuple

from babel import Locale

from datenorm.core.moments import RANGE, Moment
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.languages.moment_words import RangeWords
from datenorm.corpus.moments.pieces import BOTH_ENDS, DAY, END, MONTH, NO_END, NO_FIELD, START, YEAR, Sided
from datenorm.corpus.moments.written import Written
from datenorm.corpus.patterns.pattern import days_in_month
from datenorm.corpus.phrase import Choice

_YEARS = range(1950, 2035)
_WITH_MONTH, _WITH_YEAR, _WITH_WEEKDAYS = 0.6, 0.4, 0.25
_MOST_DAYS = 14


_SIGNS = ("{a}-{b}", "{a} - {b}", "{a}–{b}")


def range_of_days(rng: random.Random) -> Written:
    """A range of days of one month."""
    code = _languages()(rng)
    words, names = load(code).ranges, _names(code)
    month, year = 1 + rng.randrange(12), rng.choice(_YEARS)
    length = days_in_month(year, month)
    first = 1 + rng.randrange(length - 1)
    last = min(length, first + 1 + rng.randrange(_MOST_DAYS))
    has_month = rng.random() < _WITH_MONTH or not words.days
    pattern = rng.choice(words.days + words.days_of_month + _SIGNS if has_month else words.days)
    with_weekdays = has_month and pattern in words.days and rng.random() < _WITH_WEEKDAYS
    fields = {"month": f"{month:02d}"} if has_month else {}
    has_year = has_month and rng.random() < _WITH_YEAR
    if has_year:
        fields["year"] = str(year)
    form = rng.choice(words.day)
    before, rest = pattern.split("{a}")
    between, behind = rest.split("{b}")
    pieces: list[Sided] = [(before, NO_FIELD, NO_END)]
    for day, end, separator in ((first, START, between), (last, END, behind)):
        if with_weekdays:
            pieces.append((names.weekdays[_weekday(year, month, day)] + " ", NO_FIELD, NO_END))
        pieces += [(_day(day, form, words), DAY, end), (separator, NO_FIELD, NO_END)]
    if has_month:
        pieces += [(words.before_month, NO_FIELD, NO_END), (names.months[month - 1], MONTH, BOTH_ENDS)]
    if has_year:
        pieces += [(words.before_month, NO_FIELD, NO_END), (str(year), YEAR, BOTH_ENDS)]
    start, stop = Moment(form=RANGE, day=f"{first:02d}", **fields), Moment(day=f"{last:02d}", **fields)
    return Written([piece for piece in pieces if piece[0]], start, "range of days", end=stop, locale=code)


def _day(day: int, form: str, words: RangeWords) -> str:
    if day == 1 and words.first_day:
        return words.first_day
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return form.format(n=day, th=ending)


@functools.cache
def _languages() -> Choice[str]:
    ranges = by_language("ranges").items()
    return Choice({code: load(code).weight for code, words in ranges if words.days or words.days_of_month})


class _Names(NamedTuple):
    months: tuple[str, ...]
    weekdays: tuple[str, ...]


@functools.cache
def _names(code: str) -> _Names:
    locale = Locale.parse(code)
    months, weekdays = locale.months["format"]["wide"], locale.days["format"]["wide"]
    return _Names(tuple(months[i] for i in range(1, 13)), tuple(weekdays[i] for i in range(7)))


def _weekday(year: int, month: int, day: int) -> int:
    return dt.date(year, month, day).weekday()
