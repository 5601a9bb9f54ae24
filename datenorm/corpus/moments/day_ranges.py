"""Ranges of days of one month, named once or not at all: "from the 13th to the 18th", "du 1er au 10 juillet"."""

import datetime as dt
import functools
import random
from collections.abc import Mapping
from typing import NamedTuple

from babel import Locale

from datenorm.core.moments import RANGE, Moment
from datenorm.corpus.moments.pieces import BOTH_ENDS, DAY, END, MONTH, NO_END, NO_FIELD, START, YEAR, Sided
from datenorm.corpus.moments.written import Written
from datenorm.corpus.patterns.pattern import days_in_month
from datenorm.corpus.phrase import Choice, listed

_YEARS = range(1950, 2035)
_WITH_MONTH, _WITH_YEAR, _WITH_WEEKDAYS = 0.6, 0.4, 0.25
_MOST_DAYS = 14


class _Words(NamedTuple):
    """How a language writes such a range.

    Attributes:
        ranges: Patterns with the days {a} and {b} of what can stand without a month.
        dated: Patterns of what needs one: "od 9 do 12" alone are hours.
        day: How it writes a day.
        first: How it writes the first day, where that has a form of its own.
        behind: What stands between the last day and the month.
    """

    ranges: tuple[str, ...]
    dated: tuple[str, ...]
    day: tuple[str, ...] = ("{n}",)
    first: str = ""
    behind: str = " "


_SIGNS = ("{a}-{b}", "{a} - {b}", "{a}–{b}")
_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        listed("from the {a} to the {b}|the {a} to the {b}|from the {a} until the {b}|between the {a} and the {b}"),
        (*_SIGNS, "from {a} to {b}", "the {a} to {b} of", "{a} to {b}"),
        ("{n}{th}",),
    ),
    "fr": _Words(listed("du {a} au {b}|le {a} au {b}|entre le {a} et le {b}"), (*_SIGNS, "{a} au {b}"), first="1er"),
    "de": _Words(listed("vom {a} bis {b}|vom {a} bis zum {b}|zwischen dem {a} und dem {b}"), _SIGNS, ("{n}.",)),
    "it": _Words(listed("dal {a} al {b}|tra il {a} e il {b}"), (*_SIGNS, "{a} al {b}"), first="1º"),
    "es": _Words(listed("del {a} al {b}|entre el {a} y el {b}"), (*_SIGNS, "{a} al {b}"), first="1º", behind=" de "),
    "pt": _Words(
        listed("do dia {a} ao dia {b}|entre os dias {a} e {b}|de {a} a {b}"), _SIGNS, first="1º", behind=" de "
    ),
    "ca": _Words(listed("del {a} al {b}|entre el {a} i el {b}"), _SIGNS, behind=" de "),
    "ro": _Words(listed("de pe {a} pe {b}|între {a} și {b}"), (*_SIGNS, "de la {a} la {b}")),
    "nl": _Words((), (*_SIGNS, "van {a} tot {b}", "van {a} t/m {b}")),
    "pl": _Words((), (*_SIGNS, "od {a} do {b}", "między {a} a {b}")),
    "cs": _Words(listed("od {a} do {b}|mezi {a} a {b}"), _SIGNS, ("{n}.",)),
    "hr": _Words(listed("od {a} do {b}|između {a} i {b}"), _SIGNS, ("{n}.",)),
    "ru": _Words(listed("с {a} по {b}"), (*_SIGNS, "между {a} и {b}"), ("{n}", "{n}-го")),
    "uk": _Words(listed("з {a} по {b}"), (*_SIGNS, "з {a} до {b}")),
    "sv": _Words(listed("från den {a} till den {b}|den {a} till {b}|mellan den {a} och den {b}"), _SIGNS),
    "nb": _Words(listed("fra {a} til {b}|fra den {a} til den {b}|mellom {a} og {b}"), _SIGNS, ("{n}.",)),
    "da": _Words(listed("fra den {a} til den {b}|fra {a} til {b}|mellem {a} og {b}"), _SIGNS, ("{n}.",)),
}
_WEIGHTS = {"en": 5, "fr": 3, "de": 3, "es": 3, "it": 2, "pt": 2}
_LANGUAGES = Choice({code: _WEIGHTS.get(code, 1) for code in _WORDS})


def range_of_days(rng: random.Random) -> Written:
    """A range of days of one month."""
    code = _LANGUAGES(rng)
    words, names = _WORDS[code], _names(code)
    month, year = 1 + rng.randrange(12), rng.choice(_YEARS)
    length = days_in_month(year, month)
    first = 1 + rng.randrange(length - 1)
    last = min(length, first + 1 + rng.randrange(_MOST_DAYS))
    has_month = rng.random() < _WITH_MONTH or not words.ranges
    pattern = rng.choice(words.dated + words.ranges if has_month else words.ranges)
    with_weekdays = has_month and pattern in words.ranges and rng.random() < _WITH_WEEKDAYS
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
        pieces += [(words.behind, NO_FIELD, NO_END), (names.months[month - 1], MONTH, BOTH_ENDS)]
    if has_year:
        pieces += [(words.behind, NO_FIELD, NO_END), (str(year), YEAR, BOTH_ENDS)]
    start, stop = Moment(form=RANGE, day=f"{first:02d}", **fields), Moment(day=f"{last:02d}", **fields)
    return Written([piece for piece in pieces if piece[0]], start, "range of days", end=stop, locale=code)


def _day(day: int, form: str, words: _Words) -> str:
    if day == 1 and words.first:
        return words.first
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return form.format(n=day, th=ending)


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
