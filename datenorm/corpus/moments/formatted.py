"""Formatted moments: times, and dates with times, in CLDR's formats of every locale, as programs print them."""

import functools

from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.locales.chooser import chooser
from datenorm.corpus.moments.clock_formats import locales_with_own_marks
from datenorm.corpus.moments.clocks import ClockPhrase, clock_writer
from datenorm.corpus.moments.dates import fields_of, within
from datenorm.corpus.moments.pieces import digits_touch, fill
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import parse, pick

_WITH_OWN_MARKS = 0.5  # of the times are in a locale that has its own marks of the halves of the day


def formatted_time(source: Source) -> Written | None:
    """A time as a program prints it in some locale: "ਬਾ.ਦੁ. 3:05", "3:05:09 f CET"."""
    rng = source.rng
    own = rng.random() < _WITH_OWN_MARKS
    identifier = (locales_with_own_marks() if own else chooser(False, evenly=True))(rng)
    phrase = _time(source, identifier)
    return point(within(rng, phrase.pieces), phrase.fields, "formatted: time", locale=identifier) if phrase else None


def formatted_date_and_time(source: Source) -> Written | None:
    """A date with a time as a program prints both in some locale."""
    rng, date = source.rng, next(source.formatted)
    if not {"day", "month", "year"} <= parse(date.pattern).states:
        return None
    clock = _time(source, date.locale)
    if clock is None:
        return None
    pieces = fill(pick(rng, _joints(date.locale)), {"date": date.pieces, "clock": clock.pieces})
    if digits_touch(pieces):
        return None
    fields = fields_of(date) | clock.fields
    return point(within(rng, pieces, stopped=True), fields, "formatted: date and time", date=date)


def _time(source: Source, identifier: str) -> ClockPhrase | None:
    rng = source.rng
    return clock_writer(identifier).formatted(rng, rng.randrange(24), rng.randrange(60), rng.randrange(60))


@functools.cache
def _joints(identifier: str) -> tuple[str, ...]:
    """CLDR's patterns of a date and a time, one for each length."""
    patterns = (str(pattern) for pattern in locale_part(identifier, "datetime_formats").values())
    return tuple(text.replace("'", "").replace("{1}", "{date}").replace("{0}", "{clock}") for text in patterns)
