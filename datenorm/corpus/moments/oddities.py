"""Oddities: dates as catalogues, archives and forms write them, which no locale's patterns have."""

import functools

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import APPROXIMATE, BEFORE_CHRIST
from datenorm.corpus.languages import numerals
from datenorm.corpus.languages.load import by_language, language_of, load
from datenorm.corpus.languages.year_words import years
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.in_force import date_in_force
from datenorm.corpus.moments.labels import label
from datenorm.corpus.moments.numbers import cardinals
from datenorm.corpus.moments.old_german import old_german_date
from datenorm.corpus.moments.pieces import CALENDAR, DAY, MONTH, NO_FIELD, QUALIFIER, YEAR, digits_touch, fill
from datenorm.corpus.moments.plain_numbers import day_and_month
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import days_in_month, parse, pick
from datenorm.corpus.phrase import Choice, Piece, listed

_YEARS = range(1500, 2030)
_OF_MONTHS = 0.6  # of the parts of months and years
_SPELLED_YEARS = range(1910, 2030)
_RECENT_YEARS = range(1900, 2100)
_EARLY_YEARS = (*range(1, 100), *range(1, 1000, 7), *range(1000, 1900, 50))
_BEFORE_OUR_ERA, _LEAP_DAY, _WHOLE_YEAR = 0.35, "0229", 4
_IN_NUMBERS, _LAST_MONTH = 0.25, 12
_ORDERS = listed(
    """
    {month}-{y}-{d}|{month}-{y}-{dd}|{month} {y} {d}|{month} {y}, {d}|{month}/{y}/{dd}|{y} {d} {month}|{y}-{d}-{month}
    {y}, {d} {month}|{y}/{dd}/{month}|{d}-{y}-{month}|{month}.{y}.{d}
    """
)
_ORDERS_OF_NUMBERS = ("{y}-{dd}-{MM}", "{y}-{dd}-{MM}", "{MM}-{y}-{dd}", "{dd}-{y}-{MM}")
_SIGNS_OF_NUMBERS = ("-", "/", "/", ".")
_WIDTHS, _FEWEST_LETTERS = ("MMMM", "LLLL", "MMM"), 3
_FLOURISHED = ("floruit {y}", "flor. {y}", "flourished {y}", "floruit ca. {y}")
_IN_PAIRS = ("nl",)  # beside the rules of `year_words`, two numbers
_AS_PAIR = 0.5
_FIRST_OF_PAIRS = 10  # of the years of a century: "nineteen five" is hardly said
_MARKED_YEARS = listed(
    """
    {y}. a|{y}. a.|{y}. aasta|{y}. gads|{y}. g.|{y} m.|exhibited {y}|active {y}|signed {y}|painted {y}|dated {y}
    founded {y}|established {y}|built {y}|composed {y}|awarded {y}|inscribed {y}|written {y}|printed {y}
    recorded {y}|published {y}|copyright {y}|©{y}|© {y}|model year {y}|MY {y}|FY {y}|FY{y}|class of {y}
    vintage {y}|{y} edition|{y} season|season {y}|{y} (printed)|elected {y}|acquired {y}|restored {y}
    registered {y}|graduated {y}|opened {y}|cast {y}|erschienen {y}|gegründet {y}|erbaut {y}|datiert {y}
    gemalt {y}|signiert {y}|ausgestellt {y}|Jahrgang {y}|Baujahr {y}|fondé en {y}|publié en {y}|construit en {y}
    peint en {y}|exposé en {y}|daté de {y}|millésime {y}|paru en {y}|fundado en {y}|publicado en {y}
    pintado en {y}|expuesto en {y}|construido en {y}|cosecha {y}|fechado en {y}|fondato nel {y}|dipinto nel {y}
    esposto nel {y}|costruito nel {y}|pubblicato nel {y}|annata {y}|datato {y}|fundado em {y}|pintado em {y}
    publicado em {y}|construído em {y}|safra {y}|gedrukt {y}|gebouwd in {y}|bouwjaar {y}|geschilderd in {y}
    wybudowany w {y} r.|wydano w {y}|namalowany w {y}|построен в {y}|основан в {y} году|издано в {y} г.
    год выпуска {y}|vydáno {y}|postaveno {y}|vydané {y}|byggt {y}|grundat {y}|utgiven {y}|målad {y}|årgång {y}
    bygget {y}|oppført {y}|utgitt {y}|udgivet {y}|julkaistu {y}|rakennettu {y}|maalattu {y}|épült {y}
    alapítva {y}|construit în {y}|kuruluş {y}|yapım yılı {y}|dibangun {y}|terbit {y}|thành lập {y}
    xây dựng năm {y}|建于{y}年|成立于{y}年|{y}年创立|{y}年製作|設立 {y}年|{y}年発行|{y}년 설립|{y}년 제작
    تأسست {y}|صدر عام {y}|נוסד {y}|ιδρύθηκε το {y}|основана {y}
    """
)


def part_of_month_or_year(source: Source) -> Written | None:
    """The beginning, the middle or the end of a month or a year, which makes it approximate: "mid-May 2019"."""
    rng = source.rng
    identifier = _languages_with_parts()(rng)
    words = language_of(identifier).years
    pattern = pick(rng, words.parts_of_months if rng.random() < _OF_MONTHS else words.parts_of_years)
    month, year = rng.randrange(12), rng.choice(_RECENT_YEARS)
    name = pick(rng, forms(identifier).words[""].months["MMMM"][month])
    fields = {"qualifier": APPROXIMATE}
    fields |= {"month": f"{month + 1:02d}"} if "{month}" in pattern else {}
    fields |= {"year": str(year)} if "{y}" in pattern else {}
    pieces = fill(pattern, {"month": (name, MONTH), "y": (str(year), YEAR)}, QUALIFIER)
    return point(pieces, fields, "odd: part of a month or a year", locale=identifier) if pattern else None


@functools.cache
def _languages_with_parts() -> Choice[str]:
    """A choice of the languages that say parts of years, by weight."""
    codes = [code for code in by_language("years") if load(code).years.parts_of_years]
    return Choice({code: load(code).weight for code in codes})


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
    """A date behind what a form says of it, sometimes with other numbers: "Nummer 80101911 vom 26.06.2025"."""
    rng, phrase = source.rng, next(source.dates)
    pattern = parse(phrase.pattern)
    if not {"day", "month"} <= pattern.states or pattern.parts[0][2] is None or (pattern.order and not pattern.full):
        return None
    pieces = [(label(rng, phrase.locale.partition("_")[0]), NO_FIELD), *phrase.pieces]
    return point(pieces, fields_of(phrase), "odd: labelled date", date=phrase)


def marked_date(source: Source) -> Written | None:
    """A date whose year has the mark of an era: "10. August 88 n. Chr.", "15 March 44 BC"."""
    rng, phrase = source.rng, next(source.dates)
    words = language_of(phrase.locale).years
    pattern = parse(phrase.pattern)
    if not phrase.locale or pattern.order or not {"month", "year"} <= pattern.states or not words.of_our_era:
        return None
    # What follows the year can be a mark or a unit of its own, and "'44" is never of our era's beginning.
    (before, _), (text, states) = phrase.pieces[-2:]
    if states != YEAR or not text.isdecimal() or len(text) != _WHOLE_YEAR or not before[-1:].isspace():
        return None
    year, fields = rng.choice(_EARLY_YEARS), fields_of(phrase)
    fields["year"] = f"{year:04d}"
    if words.before_mark and rng.random() < _BEFORE_OUR_ERA:
        fields["calendar"] = BEFORE_CHRIST
        era = [(str(year), YEAR), (" ", NO_FIELD), (pick(rng, words.before_mark), CALENDAR)]
    else:
        era = fill(pick(rng, words.of_our_era), {"n": (str(year), YEAR)})
    if fields["month"] + fields["day"] == _LEAP_DAY or digits_touch([*phrase.pieces[:-1], *era]):
        return None
    written = point([*phrase.pieces[:-1], *era], fields, "odd: marked date", locale=phrase.locale)
    written.pattern = phrase.pattern
    return written


def unusual_order(source: Source) -> Written | None:
    """A date in an order of no language that reads in one way: "septiembre-2020-23", "2022/30/11"."""
    rng = source.rng
    year, month = rng.choice(_RECENT_YEARS), 1 + rng.randrange(12)
    day = 1 + rng.randrange(days_in_month(year, month))
    fields = {"year": str(year), "month": f"{month:02d}", "day": f"{day:02d}"}
    slots: dict[str, Piece] = {"y": (str(year), YEAR), "d": (str(day), DAY), "dd": (f"{day:02d}", DAY)}
    if rng.random() < _IN_NUMBERS:
        if day <= _LAST_MONTH:
            return None
        slots["MM"] = (f"{month:02d}", MONTH)
        sign = rng.choice(_SIGNS_OF_NUMBERS)
        return point(fill(pick(rng, _ORDERS_OF_NUMBERS).replace("-", sign), slots), fields, "odd: order")
    identifier = source.locale()
    names = forms(identifier).words[""].months[pick(rng, _WIDTHS)][month - 1]
    name = pick(rng, names)
    if (
        not name
        or any(map(str.isdecimal, name))
        or len(name) < _FEWEST_LETTERS
        or month_of(canonicalize(name)) != month
    ):
        return None
    slots["month"] = (name, MONTH)
    return point(fill(pick(rng, _ORDERS), slots), fields, "odd: order", locale=identifier)


def flourished(source: Source) -> Written:
    """A year in which somebody lived and worked, as catalogues have it: "floruit 1834" is about 1834."""
    year = str(source.rng.choice(_YEARS))
    pieces = fill(pick(source.rng, _FLOURISHED), {"y": (year, YEAR)}, QUALIFIER)
    return point(pieces, {"year": year, "qualifier": APPROXIMATE}, "odd: flourished")


_KINDS = Choice(
    {joined_roman_month: 2, year_in_words: 4, marked_year: 4, labelled_date: 8, marked_date: 30, unusual_order: 4}
    | {flourished: 0.5, part_of_month_or_year: 7, old_german_date: 2, day_and_month: 5, date_in_force: 50}
)


def odd_date(source: Source) -> Written | None:
    """A date of one of these kinds."""
    return _KINDS(source.rng)(source)
