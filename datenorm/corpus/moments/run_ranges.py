"""Ranges of runs and parts of years: "18th-19th century", "1920s-1930s", "Q1-Q3 2020"."""

import random

from datenorm.core.moments import HALVES, QUARTERS, RANGE, Moment
from datenorm.corpus.languages.load import load
from datenorm.corpus.moments.numbers import english_nth, roman
from datenorm.corpus.moments.pieces import MONTH, YEAR, Stated, fill
from datenorm.corpus.moments.ranges import joint, merged
from datenorm.corpus.moments.written import Written
from datenorm.corpus.moments.year_parts import draw_year
from datenorm.corpus.moments.year_runs import languages_with
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Piece, listed

_CENTURY_SLOTS = ("{n}", "{nth}", "{roman}")
_LAST_CENTURY, _LAST_DECADE = 21, 2020
_DECADES = range(1700, _LAST_DECADE, 10)
_CENTURY_SHARED, _DECADE_SHARED, _PART_SHARED = 0.8, 0.2, 0.6
_MOST_APART = Choice({1: 60, 2: 20, 3: 12, 4: 8})
_NUMBERED = listed("Q{n} {y}|{y}-Q{n}|{y} Q{n}|Q{n}/{y}|{y}Q{n}|T{n} {y}|H{n} {y}|{y} H{n}|{y}-H{n}")


def range_of_runs(rng: random.Random) -> Written | None:
    """A range of centuries, decades, quarters or halves of years; None where what was drawn has none."""
    return _KINDS(rng)(rng)


def _centuries(rng: random.Random) -> Written | None:
    code = languages_with("centuries")(rng)
    form = pick(rng, load(code).years.centuries)
    if not any(slot in form for slot in _CENTURY_SLOTS):
        return None
    first = 1 + rng.randrange(_LAST_CENTURY - 1)
    last = min(_LAST_CENTURY, first + _MOST_APART(rng))
    ends = [
        fill(form, {"n": (str(n), YEAR), "nth": (english_nth(n), YEAR), "roman": (roman(n), YEAR)}, YEAR)
        for n in (first, last)
    ]
    fields = [{"year": f"{number - 1:02d}XX"} for number in (first, last)]
    return _written(rng, ends, fields, code, share=rng.random() < _CENTURY_SHARED, family="range of centuries")


def _decades(rng: random.Random) -> Written | None:
    code = languages_with("decades")(rng)
    form = pick(rng, load(code).years.decades)
    first = rng.choice(_DECADES)
    last = first + 10 * _MOST_APART(rng)
    # "1900s" is a century, and "the 20s" of the last one are not before "the 10s".
    if "{y}" not in form or first % 100 == 0 or last % 100 == 0 or last > _LAST_DECADE:
        return None
    ends = [fill(form, {"y": (str(year), YEAR)}, YEAR) for year in (first, last)]
    fields = [{"year": f"{year // 10}X"} for year in (first, last)]
    return _written(rng, ends, fields, code, share=rng.random() < _DECADE_SHARED, family="range of decades")


def _parts(rng: random.Random) -> Written | None:
    """A range of quarters or of halves."""
    form, year = pick(rng, _NUMBERED), draw_year(rng)
    months = HALVES if "H{n}" in form else QUARTERS
    share = rng.random() < _PART_SHARED and form.startswith(("Q", "T", "H"))
    numbers = rng.sample(range(len(months)), 2)
    if share:
        numbers.sort()
    years = (year, year) if share else (year, year + _MOST_APART(rng))
    ends = [
        fill(form, {"n": (str(number + 1), MONTH), "y": (str(of), YEAR)}, MONTH)
        for number, of in zip(numbers, years, strict=True)
    ]
    fields = [{"year": f"{of:04d}", "month": months[number]} for number, of in zip(numbers, years, strict=True)]
    return _written(rng, ends, fields, "", share=share, family="range of parts of years")


def _written(
    rng: random.Random, ends: list[list[Piece]], fields: list[Stated], code: str, *, share: bool, family: str
) -> Written | None:
    around = joint(rng, code)
    if around[1].strip() == "/" or (around[1] in ("-", "–") and "-" in "".join(text for text, _ in ends[0])):
        around = ("", " - ", "")
    pieces = merged(ends[0], ends[1], around, share=share, head_twice=True)
    if pieces is None:
        return None
    return Written(pieces, Moment(form=RANGE, **fields[0]), family, end=Moment(**fields[1]), locale=code)


_KINDS = Choice({_centuries: 45, _decades: 30, _parts: 25})
