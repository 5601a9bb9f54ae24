"""Runs of years: decades and centuries, and the years before our era."""

import functools
import random
from collections.abc import Callable

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import APPROXIMATE, BEFORE_CHRIST
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.moments.numbers import cardinals, english_nth, english_ordinals, roman
from datenorm.corpus.moments.pieces import CALENDAR, NO_FIELD, QUALIFIER, YEAR, Stated, fill
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Piece

Texts = tuple[str, ...]
_Filled = tuple[list[Piece], Stated]

_DECADES = Choice({range(1900, 2030, 10): 75, range(1700, 1900, 10): 25})
_SHORT_DECADES = range(1910, 2000, 10)  # "the 20s" can be of two centuries, and are of the last one
_CENTURIES = Choice({**dict.fromkeys(range(1, 22), 1), **dict.fromkeys(range(16, 22), 3)})
_OF_LAST_CENTURY = ("20世纪", "二十世纪", "上世纪")
_BEFORE_OUR_ERA = 0.12  # of the centuries
_EARLIEST_CENTURY = 12
_PART = 0.2  # of the runs are the beginning, the middle or the end of one
_DECADE_IN_WORDS, _CENTURY_IN_WORDS = 0.15, 0.1
_FIRST_DECADE, _FIRST_CENTURY = 1910, 15  # that are said in words
_YEARS = (range(1, 100), range(100, 1000), range(1000, 3500))


def decade(rng: random.Random) -> Written:
    """A decade: "the 1890s" is 189X. A whole century is meant by "the 1800s", and a decade by "the 2000s"."""
    if rng.random() < _DECADE_IN_WORDS:
        return _in_words(rng, "decade")
    code = languages_with("decades")(rng)
    form, pieces_of = _form(rng, load(code).years.decades, load(code).years.parts_of_decades)
    decades = _SHORT_DECADES if "{yy}" in form or any(word in form for word in _OF_LAST_CENTURY) else _DECADES(rng)
    first = rng.choice(decades)
    if first % 100 == 0 and "{y}es" in form:
        first += 10
    year = f"{first // 100}XX" if first % 100 == 0 and first < 2000 else f"{first // 10}X"
    pieces, fields = pieces_of({"y": (str(first), YEAR), "yy": (f"{first % 100:02d}", YEAR)})
    return point(pieces, {"year": year, **fields}, "decade", locale=code)


def century(rng: random.Random) -> Written:
    """A century: the 19th is 18XX."""
    if rng.random() < _CENTURY_IN_WORDS:
        return _in_words(rng, "century")
    code = languages_with("centuries")(rng)
    years = load(code).years
    _, pieces_of = _form(rng, years.centuries, years.parts_of_centuries)
    number = _CENTURIES(rng)
    words = english_ordinals(22) if code == "en" else cardinals(code, 22)
    said = {"n": str(number), "nth": english_nth(number), "roman": roman(number), "words": words[number]}
    pieces, fields = pieces_of({slot: (text, YEAR) for slot, text in said.items()})
    fields["year"] = f"{number - 1:02d}" + UNSPECIFIED * 2
    if years.before_mark and number <= _EARLIEST_CENTURY and rng.random() < _BEFORE_OUR_ERA:
        pieces += [(" ", NO_FIELD), (pick(rng, years.before_mark), CALENDAR)]
        fields["calendar"] = BEFORE_CHRIST
    return point(pieces, fields, "century", locale=code)


def _in_words(rng: random.Random, kind: str) -> Written:
    """A decade or a century by its name: "the nineties" are of the last century, as "the 90s" are."""
    code = languages_with(f"{kind}_words")(rng)
    years = load(code).years
    names, forms = (
        (years.decade_words, years.decades_in_words)
        if kind == "decade"
        else (years.century_words, years.centuries_in_words)
    )
    place = rng.choice([place for place, name in enumerate(names) if name])
    year = f"{_FIRST_DECADE // 10 + place}X" if kind == "decade" else f"{_FIRST_CENTURY + place - 1}XX"
    return point(fill(pick(rng, forms), {"words": (names[place], YEAR)}, YEAR), {"year": year}, kind, locale=code)


def _form(rng: random.Random, whole: Texts, parts: Texts) -> tuple[str, Callable[[dict[str, Piece]], _Filled]]:
    """A pattern of a whole run of years, or of its beginning, middle or end, and what fills it."""
    if not parts or rng.random() >= _PART:
        form = pick(rng, whole)
        return form, lambda slots: (fill(form, slots, YEAR), {})
    part = pick(rng, parts)
    return part, lambda slots: (_of_part(part, slots), {"qualifier": APPROXIMATE})


def _of_part(form: str, slots: dict[str, Piece]) -> list[Piece]:
    """The pieces of "late {y}s": what says which part makes the run approximate."""
    pieces = fill(form, slots, QUALIFIER)
    place = next(place for place, (_, fields) in enumerate(pieces) if fields == YEAR)
    behind = YEAR if any(fields == QUALIFIER for _, fields in pieces[:place]) else YEAR + QUALIFIER
    rest = [(text, behind if fields == QUALIFIER else fields) for text, fields in pieces[place:]]
    return pieces[:place] + rest


def before_our_era(rng: random.Random) -> Written:
    """A year before our era: "44 BC" is the year 44 of the calendar B."""
    code = languages_with("before_our_era")(rng)
    number = rng.choice(rng.choice(_YEARS))
    pieces = fill(pick(rng, load(code).years.before_our_era), {"n": (str(number), YEAR)}, CALENDAR)
    return point(pieces, {"year": f"{number:04d}", "calendar": BEFORE_CHRIST}, "year before our era", locale=code)


@functools.cache
def languages_with(key: str) -> Choice[str]:
    """A choice among the languages that have patterns of a key of the section `years`."""
    return Choice({code: load(code).weight for code, years in by_language("years").items() if getattr(years, key)})
