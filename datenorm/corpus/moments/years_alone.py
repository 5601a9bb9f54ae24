"""Years alone: beside words that say how they are meant, with the mark of an era, and in Roman numerals."""

import functools
import itertools

from datenorm.corpus.languages.load import by_language, language_of, load
from datenorm.corpus.languages.numerals import roman_year
from datenorm.corpus.moments.dates import fields_of, within
from datenorm.corpus.moments.pieces import NO_FIELD, YEAR, fill
from datenorm.corpus.moments.senses import fields_of_sense, sense_of, states_of_sense
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import parse, pick
from datenorm.corpus.patterns.prefixes import YEAR_PREFIXES, YEAR_SUFFIXES
from datenorm.corpus.phrase import Choice

_YEARS = (*range(1000, 1500, 5), *range(1500, 2050), *range(1750, 2050))
_EARLY_YEARS = (*range(1, 100), *range(1, 1000, 7), *range(1000, 2000, 50))
_PART_OF_DATE, _SUFFIX, _PREFIX = 0.5, 0.15, 0.4
_DRAWS = 30  # of parts of dates, until one has its year and no day


def _with_sense(source: Source) -> Written | None:
    """A year, or a month of a year, beside a word: "before 1900", "since May 2001", "1862?"."""
    rng = source.rng
    if rng.random() < _PART_OF_DATE:
        return _part_with_sense(source)
    year = str(rng.choice(_YEARS))
    is_suffix = rng.random() < _SUFFIX
    words = pick(rng, YEAR_SUFFIXES if is_suffix else YEAR_PREFIXES)
    sense = sense_of(words)
    pieces = [(words, states_of_sense(sense)), (year, YEAR)]
    fields = {"year": year} | fields_of_sense(sense)
    return point(within(rng, pieces[::-1] if is_suffix else pieces), fields, "year: sense")


def _part_with_sense(source: Source) -> Written | None:
    rng = source.rng
    for phrase in itertools.islice(source.parts, _DRAWS):
        pattern = parse(phrase.pattern)
        if phrase.locale and "year" in pattern.states and "day" not in pattern.states and not pattern.order:
            break
    else:
        return None
    language = language_of(phrase.locale)
    prefix = pick(rng, language.senses.before + language.senses.after + language.senses.about)
    if not prefix or pattern.parts[0][2] is None:
        return None
    sense = sense_of(prefix, language.code)
    pieces = [(prefix, states_of_sense(sense)), (" ", NO_FIELD), *phrase.pieces]
    return point(within(rng, pieces), fields_of(phrase) | fields_of_sense(sense), "year: sense", date=phrase)


def _of_era(source: Source) -> Written | None:
    """A year with the mark of our era: "AD 56", "88 n. Chr."."""
    rng = source.rng
    code, year = _languages_with_era()(rng), rng.choice(_EARLY_YEARS)
    pieces = fill(pick(rng, load(code).years.of_our_era), {"n": (str(year), YEAR)})
    return point(within(rng, pieces), {"year": f"{year:04d}"}, "year: era", locale=code)


@functools.cache
def _languages_with_era() -> Choice[str]:
    return Choice({code: load(code).weight for code, years in by_language("years").items() if years.of_our_era})


def _in_roman_numerals(source: Source) -> Written | None:
    """A year as a title page has it: "MDCCCIII"."""
    rng = source.rng
    year = rng.choice(_YEARS)
    text = roman_year(year)
    if not text:
        return None
    words = pick(rng, YEAR_PREFIXES) if rng.random() < _PREFIX else ""
    if sense_of(words) or (words and not words.endswith(" ")):
        return None
    pieces = [(words, NO_FIELD), (text, YEAR)] if words else [(text, YEAR)]
    return point(within(rng, pieces), {"year": str(year)}, "year: Roman")


_KINDS = Choice({_with_sense: 6, _of_era: 3, _in_roman_numerals: 1.5})


def year_alone(source: Source) -> Written | None:
    """A year of one of these kinds."""
    return _KINDS(source.rng)(source)
