"""Oddities: dates as catalogues, archives and forms write them, which no locale's patterns have."""

import functools

from datenorm.corpus.languages import numerals
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.languages.year_words import years
from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.numbers import cardinals
from datenorm.corpus.moments.pieces import DAY, MONTH, NO_FIELD, YEAR, fill
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import days_in_month, parse, pick
from datenorm.corpus.phrase import Choice, Piece, listed

_YEARS = range(1500, 2030)
_SPELLED_YEARS = range(1910, 2030)
_IN_PAIRS = ("nl",)  # beside the rules of `year_words`, two numbers
_AS_PAIR = 0.5
_FIRST_OF_PAIRS = 10  # of the years of a century: "nineteen five" is hardly said
_MARKED_YEARS = listed(
    """
    {y}. a|{y}. a.|{y}. aasta|{y}. gads|{y}. g.|{y} m.|exhibited {y}|floruit {y}|active {y}|signed {y}|painted {y}
    founded {y}|established {y}|built {y}|composed {y}|awarded {y}|erschienen {y}|gegründet {y}|erbaut {y}|fondé en {y}
    publié en {y}|construit en {y}|fundado en {y}|publicado en {y}|fondato nel {y}|gedrukt {y}|gebouwd in {y}
    """
)
# What forms put before a date, with numbers that are no part of it. {n} is a number of six to eight digits.
_LABELS = listed(
    """
    Nummer {n} vom |Nr. {n} vom |Rechnung {n} vom |Version {v} gültig ab dem |Versione {v} in vigore dal
    Fattura n. {n} del |Facture n° {n} du |Factura {n} de fecha |Invoice {n} of |Order {n}, placed on |Ref. {n},
    À consommer de préférence avant le |Mindestens haltbar bis |Da consumarsi preferibilmente entro il
    Consumir preferentemente antes del |Ten minste houdbaar tot |Best before |Najlepiej spożyć przed |Version {v} of
    Zuletzt geändert am |Dernière modification le |Última modificación: |Ultima modifica: |Laatst gewijzigd op
    """
)
_DIGITS = (6, 7, 8)


def joined_roman_month(source: Source) -> Written:
    """A date whose Roman month stands between its numbers without a space: "17IV1934"."""
    rng = source.rng
    year, month = rng.choice(_YEARS), 1 + rng.randrange(12)
    day = 1 + rng.randrange(days_in_month(year, month))
    pieces: list[Piece] = [(str(day), DAY), (numerals.ROMAN_MONTHS[month - 1], MONTH), (str(year), YEAR)]
    fields = {"year": str(year), "month": f"{month:02d}", "day": f"{day:02d}"}
    return point(pieces, fields, "odd: joined Roman month")


def year_in_words(source: Source) -> Written | None:
    """A year as it is said: "nineteen ninety six", "tvåtusenarton", "negentien zevenentachtig"."""
    rng = source.rng
    code, year = _languages_that_spell_years()(rng), rng.choice(_SPELLED_YEARS)
    words = pick(rng, years(code)(year))
    if code in _IN_PAIRS and year % 100 >= _FIRST_OF_PAIRS and rng.random() < _AS_PAIR:
        numbers = cardinals(code, 100)
        words = f"{numbers[year // 100]} {numbers[year % 100]}"
    return point([(words, YEAR)], {"year": str(year)}, "odd: year in words", locale=code) if words else None


@functools.cache
def _languages_that_spell_years() -> Choice[str]:
    return Choice({code: load(code).weight for code in by_language("year_words")})


def marked_year(source: Source) -> Written:
    """A year beside a word of catalogues: "exhibited 1834", "1960. a"."""
    year = str(source.rng.choice(_YEARS))
    return point(fill(pick(source.rng, _MARKED_YEARS), {"y": (year, YEAR)}), {"year": year}, "odd: marked year")


def labelled_date(source: Source) -> Written | None:
    """A date behind what a form says of it, with other numbers: "Nummer 80101911 vom 26.06.2025"."""
    rng, phrase = source.rng, next(source.dates)
    pattern = parse(phrase.pattern)
    if not pattern.full or not pattern.parts[0][1]:
        return None
    number = str(rng.randrange(10 ** rng.choice(_DIGITS)))
    version = f"{rng.randrange(1, 12)}.{rng.randrange(10)}"
    label = pick(rng, _LABELS).format(n=number, v=version)
    pieces = [(label if label.endswith(" ") else f"{label} ", NO_FIELD), *phrase.pieces]
    return point(pieces, fields_of(phrase), "odd: labelled date", date=phrase)


_KINDS = Choice({joined_roman_month: 2, year_in_words: 4, marked_year: 3, labelled_date: 5})


def odd_date(source: Source) -> Written | None:
    """A date of one of these kinds."""
    return _KINDS(source.rng)(source)
