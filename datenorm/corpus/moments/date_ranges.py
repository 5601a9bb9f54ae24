"""Ranges of dates: two days, months or years, with what they share written once or twice, and ranges without an end."""

import random

from datenorm.core.moments import AFTER, APPROXIMATE, RANGE, Moment
from datenorm.core.numeric_dates import full_year
from datenorm.corpus.dates import Phrase
from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.forms import Forms, forms
from datenorm.corpus.moments import stamps
from datenorm.corpus.moments.clocks import clock_writer
from datenorm.corpus.moments.dates import fields_of, stated
from datenorm.corpus.moments.pieces import (
    BOTH_ENDS,
    END,
    FORM,
    QUALIFIER,
    START,
    YEAR,
    Sided,
    digits_touch,
    fill,
    has_letter,
    of_end,
    of_start,
    without_ends,
)
from datenorm.corpus.moments.ranges import DATES, OPEN_SIGNS, TIGHT_SIGNS, joint, languages_with_ranges, merged
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import Draw, Pattern, days_in_month, parse, pick, weekday_of
from datenorm.corpus.phrase import Choice, Piece

Day = tuple[int, int, int]
"""Year, month and day; 1 for those that are not stated."""

_SHARED, _SHARED_NUMBERS, _SHARED_SLASHES = 0.75, 0.3, 0.12  # "5-7/5/2019"
_ISO_INTERVALS = 0.3
_OF_PARTS = 0.2  # "May–June 1920"
_SAME_MONTH, _SAME_YEAR = 0.5, 0.8
_SAME_DAY_OF_MONTH = 0.3
_YEARS_APART = 8
_LAST_YEAR = 9990
_YEARS = range(1950, 2040)
_ABOUT, _ABOUT_WORDS = 0.06, ("c. ", "c. ", "ca. ")
_WITH_ORDER = 0.5
_OF_SOME_LANGUAGE = 0.4  # of the ranges in numbers have words of a language between them
_CUT_YEARS = range(1500, 2030)
_CUT_SIGNS = ("-", "-", "/", "–", " - ")
_MOST_YEARS = 30
_LAST_DOUBLE_YEAR = 1760
_WHOLE = (frozenset({"year"}), frozenset({"year", "month"}), frozenset({"year", "month", "day"}))
_OPEN_SIGN = 0.5
_STAMP_SIGNS = Choice({"/": 30, " - ": 30, " – ": 12, " to ": 12, "--": 5, " / ": 5, " -> ": 4, " ~ ": 3, "..": 2})


def range_of_dates(source: Source) -> Written | None:
    """A range of two dates: "5-7 May 2019"."""
    rng = source.rng
    phrase = next(source.parts if rng.random() < _OF_PARTS else source.dates)
    pattern = parse(phrase.pattern)
    is_in_numbers = not phrase.locale
    if is_in_numbers and (not pattern.states or "y thai" in pattern.slots):
        return None
    ends = _draw_ends(rng, phrase, pattern)
    if ends is None or (_has_short_year(pattern) and any(full_year(year % 100) != year for year, _, _ in ends)):
        return None
    order = _order_of(rng, pattern, ends)
    if order is None:
        return None
    locale = None if is_in_numbers else forms(phrase.locale)
    written = _write_alike(rng, locale, pattern, ends)
    if written is None:
        return None
    if is_in_numbers:
        code = languages_with_ranges()(rng) if rng.random() < _OF_SOME_LANGUAGE else ""
        chance = _SHARED_NUMBERS if "." in phrase.pattern else _SHARED_SLASHES if pattern.order == "DMY" else 0
        share = bool(pattern.order) and rng.random() < chance
    else:
        code, share = phrase.locale.partition("_")[0], rng.random() < _SHARED
    around = joint(rng, code, DATES)
    # "Vom" and the like stand before a number or a name: nobody writes "vom am 5. Mai".
    if around[0] and pattern.parts[0][2] is None and has_letter(pattern.parts[0][0]):
        around = ("", " - ", "")
    # Nobody can take "2-3-2020-5-3-2020" apart; ISO 8601 has "2020-03-02/2020-03-05".
    if pattern.full and pattern.order == "YMD" and "-" in phrase.pattern and rng.random() < _ISO_INTERVALS:
        around = ("", "/", "")
    elif is_in_numbers and around[1] in TIGHT_SIGNS and any(mark in phrase.pattern for mark in "-/ "):
        around = ("", " - ", "")
    pieces = merged(*written, around, share=share)
    start, end = (stated(pattern.machine(*day)) for day in ends)
    if pieces is None or start == end:
        return None
    if rng.random() < _ABOUT:
        pieces = [(pick(rng, _ABOUT_WORDS), QUALIFIER, BOTH_ENDS), *pieces]
        start["qualifier"] = end["qualifier"] = APPROXIMATE
    family = "range of numbers" if is_in_numbers else "range"
    return _range(pieces, start, end, family, phrase, order)


def range_of_moments(source: Source) -> Written | None:
    """A range whose two ends have a day and a time."""
    rng, phrase = source.rng, next(source.dates)
    pattern = parse(phrase.pattern)
    if not pattern.full or not phrase.locale or _has_short_year(pattern):
        return None
    ends = _draw_ends(rng, phrase, pattern)
    days = ends and _write_alike(rng, forms(phrase.locale), pattern, ends)
    if not ends or not days:
        return None
    writer = clock_writer(phrase.locale)
    hours, state = (rng.randrange(24), rng.randrange(24)), rng.getstate()
    clocks = []
    for hour, minute in zip(hours, (0, 30), strict=True):
        rng.setstate(state)  # both in the same way
        clock = writer.write(rng, hour, minute, 0)
        if clock is None:
            return None
        clocks.append(clock)
    form = pick(rng, (*writer.words.after_date, "{date} {clock}"))
    one, other = (fill(form, {"date": d, "clock": c.pieces}) for d, c in zip(days, clocks, strict=True))
    before, between, behind = joint(rng, phrase.locale.partition("_")[0], DATES)
    between = f" {between} " if between in TIGHT_SIGNS else between
    pieces: list[Sided] = [
        (before, FORM, START),
        *of_start(one),
        (between, FORM, START),
        *of_end(other),
        (behind, FORM, START),
    ]
    pieces = [piece for piece in pieces if piece[0]]
    if digits_touch(without_ends(pieces)):
        return None
    start, end = (stated(pattern.machine(*day)) | clock.fields for day, clock in zip(ends, clocks, strict=True))
    return _range(pieces, start, end, "range of moments", phrase, "")


def range_of_stamps(source: Source) -> Written | None:
    """A range of two stamps, as ISO 8601 and logs have it: "2019-05-05T10:00/2019-05-07T12:00"."""
    rng = source.rng
    stamped = stamps.later_stamps(rng)
    if stamped is None:
        return None
    one, other = stamped
    sign = _STAMP_SIGNS(rng)
    if sign in TIGHT_SIGNS and sign in one.pattern:
        return None
    pieces: list[Sided] = [*of_start(one.pieces), (sign, FORM, START), *of_end(other.pieces)]
    start, end = Moment(form=RANGE, **one.fields), Moment(**other.fields)
    return Written(pieces, start, "range of stamps", end=end, pattern=one.pattern)


def cut_range(source: Source) -> Written | None:
    """A range of years whose second is cut: "1914-18"; or a year that is counted in two ways: "1743/44"."""
    rng = source.rng
    year, sign = rng.choice(_CUT_YEARS), rng.choice(_CUT_SIGNS)
    end = year + 1 + rng.randrange(_MOST_YEARS)
    if end // 100 != year // 100:
        return None
    cut = f"{end % 100:02d}"
    if sign == "/" and end == year + 1:
        if year > _LAST_DOUBLE_YEAR:
            return None
        return point([(f"{year}/{cut}", YEAR)], {"year": str(end)}, "double year")
    # "2005-06" is June to a reader who knows ISO dates.
    if sign == "-" and end % 100 <= 12:
        return None
    pieces: list[Sided] = [(str(year), YEAR, START), (sign, FORM, START), (cut, YEAR, END)]
    return Written(pieces, Moment(form=RANGE, year=str(year)), "cut range", end=Moment(year=str(end)))


def open_range(source: Source) -> Written | None:
    """A range that goes on: "May 2001 - present"."""
    rng, phrase = source.rng, next(source.dates)
    pattern = parse(phrase.pattern)
    if pattern.states not in _WHOLE or pattern.order:
        return None
    code = phrase.locale.partition("_")[0] or languages_with_ranges()(rng)
    words = load(code).ranges.open
    sign = OPEN_SIGNS(rng) if not words or rng.random() < _OPEN_SIGN else pick(rng, words)
    fields = {"form": AFTER, **fields_of(phrase)}
    return point([*phrase.pieces, (sign, FORM)], fields, "open range", date=phrase)


def _range(
    pieces: list[Sided], start: dict[str, str], end: dict[str, str], family: str, phrase: Phrase, order: str
) -> Written:
    return Written(
        pieces,
        Moment(form=RANGE, **start),
        family,
        end=Moment(**end),
        pattern=phrase.pattern,
        locale=phrase.locale,
        order=order,
        date=phrase,
    )


def _has_short_year(pattern: Pattern) -> bool:
    return not {"yy", "yy late"}.isdisjoint(pattern.slots)


def _write_alike(
    rng: random.Random, locale: Forms | None, pattern: Pattern, ends: tuple[Day, Day]
) -> tuple[list[Piece], list[Piece]] | None:
    """Both ends by the same draws, so that they differ only in what they state."""
    state = rng.getstate()
    written = []
    for year, month, day in ends:
        rng.setstate(state)
        weekday = weekday_of(max(1, year), month, day) if "year" in pattern.states else 0
        words = locale.words[""] if locale else None
        pieces = pattern.write(Draw(rng, words, year, month, day, weekday))  # type: ignore[arg-type]
        if pieces is None:
            return None
        written.append(pieces)
    return written[0], written[1]


def _order_of(rng: random.Random, pattern: Pattern, ends: tuple[Day, Day]) -> str | None:
    """The order to state beside numbers, '' where they show it or it is not needed; None where nothing does."""
    if not pattern.order:
        return ""
    order = pattern.order if len(pattern.order) == 3 else {"DM": "DMY", "MD": "MDY"}.get(pattern.order, "")
    if order and rng.random() < _WITH_ORDER:
        return order
    if _has_short_year(pattern):
        return None
    is_clear = order == "YMD" or all(day > 12 or day == month for _, month, day in ends)
    return "" if is_clear else None


def _draw_ends(rng: random.Random, phrase: Phrase, pattern: Pattern) -> tuple[Day, Day] | None:
    """The date of a phrase, with what it leaves out drawn, and a later one."""
    fields = fields_of(phrase)
    year = int(fields["year"]) if fields["year"].isdigit() else rng.choice(_YEARS)
    month = int(fields["month"]) if fields["month"].isdigit() else 1 + rng.randrange(12)
    day = int(fields["day"]) if fields["day"].isdigit() else 1
    start = year, month, min(day, days_in_month(year, month))
    end = _later(rng, start, pattern.states)
    return end and (start, end)


def _later(rng: random.Random, start: Day, states: frozenset[str]) -> Day | None:
    """A later date that differs in the day, the month or the year, as far as the pattern states them."""
    year, month, day = start
    draw = rng.random()
    last = days_in_month(year, month)
    if "day" in states and draw < _SAME_MONTH and day < last:
        return year, month, day + 1 + rng.randrange(last - day)
    if "month" in states and draw < _SAME_YEAR and month < 12:
        month += 1 + rng.randrange(12 - month)
    elif "year" in states:
        year += 1 + int(abs(rng.gauss(0, _YEARS_APART)))
        month = 1 + rng.randrange(12) if "month" in states else month
    else:
        return None
    if year > _LAST_YEAR:
        return None
    if "day" in states and rng.random() >= _SAME_DAY_OF_MONTH:
        day = 1 + rng.randrange(28)
    return year, month, min(day, days_in_month(year, month))
