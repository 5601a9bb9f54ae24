"""Parts of years: quarters, halves, seasons, weeks, and days by their number in the year."""

import functools
import random

from datenorm.core.moments import HALVES, QUARTERS, SEASONS
from datenorm.corpus.languages.load import by_language, load
from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.moments.numbers import english_ordinals
from datenorm.corpus.moments.pieces import DAY, MONTH, YEAR, fill
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Piece, listed

_YEARS = Choice({range(1950, 2040): 70, range(1800, 1950): 25, range(1000, 1800): 5})
_NAMED_QUARTERS, _QUARTERS_IN_WORDS = 0.5, 0.08
_LONG_NAME = 0.5
_DAYS_OF_WEEKS = 0.25

_QUARTER_FORMS = listed(
    """
    Q{n} {y}|{y} Q{n}|{y}-Q{n}|{y}Q{n}|Q{n}-{y}|Q{n}/{y}|Q{n}, {y}|{n}Q {y}|{y} {n}Q|{n}Q{y}|T{n} {y}|{n}T {y}|{y}/Q{n}
    Q{n} of {y}
    """
)
_NAMED_QUARTER_FORMS = ("{q} {y}", "{q} {y}", "{y} {q}", "{q}, {y}", "{q}/{y}")
_QUARTER_WORDS = ("{q} quarter of {y}", "{q} quarter {y}", "the {q} quarter of {y}")
_HALF_FORMS = listed("H{n} {y}|{y} H{n}|{y}-H{n}|{y}H{n}|S{n} {y}|{y}-S{n}|{n}H {y}|{n}H{y}|HY{n} {y}")
_WEEK_FORMS = listed(
    """
    {y}-W{ww}|{y}W{ww}|W{ww} {y}|W{w}/{y}|{y} W{w}|W{ww}/{y}|{y}/W{ww}|week {w} {y}|week {w}, {y}|{y} week {w}
    wk {w} {y}|week {w} of {y}|wk{ww} {y}|KW {w}/{y}|KW {w} {y}|KW{ww}/{y}|{w}. KW {y}|Kalenderwoche {w}/{y}
    Woche {w} {y}|CW {w}/{y}|semaine {w} {y}|S{ww}/{y}|semana {w} de {y}|settimana {w} {y}|week {w} {y}|uge {w} {y}
    vecka {w} {y}|v. {w} {y}|v {w} {y}|uke {w} {y}|tydzień {w} {y}|týden {w} {y}|viikko {w}/{y}|{y}年第{w}周
    {y}年第{w}週|неделя {w} {y}|{w}. hét {y}|hafta {w} {y}|semana {w} {y}|minggu {w} {y}|tuần {w} năm {y}
    """
)
_WEEK_DAY_FORMS = listed("{y}-W{ww}-{d}|{y}W{ww}{d}|{y}-W{ww}-{d}|{y}W{ww}-{d}")
_ORDINAL_FORMS = listed(
    "{y}-{ddd}|{y}-{ddd}|{y}{ddd}|day {n} of {y}|{y}, day {n}|Tag {n} {y}|{y}/{ddd}|day {n}, {y}|{y}.{ddd}"
)
_SEASON_NAMES = {
    "spring": """
        spring|spr|spr.|frühling|frühjahr|printemps|primavera|lente|voorjaar|wiosna|весна|jaro|forår|vår|våren|kevad
        kevät|pomlad|proljeće|primăvara|ilkbahar|άνοιξη|אביב|ربيع|春|春季|봄|tavasza|пролет|пролетта|mùa xuân
    """,
    "summer": """
        summer|sommer|été|verano|estiu|estate|zomer|lato|лето|léto|sommar|sommaren|suvi|kesä|poletje|ljeto|vara|yaz
        καλοκαίρι|קיץ|صيف|夏|夏季|여름|nyara|лято|лятото|літо|mùa hè|verão
    """,
    "autumn": """
        autumn|fall|aut|aut.|herbst|automne|otoño|tardor|autunno|herfst|najaar|jesień|осень|podzim|efterår|høst|höst
        hösten|sügis|syksy|jesen|toamna|sonbahar|φθινόπωρο|סתיו|خريف|秋|秋季|가을|ősze|есен|есента|осінь|mùa thu|outono
    """,
    "winter": """
        winter|win|win.|hiver|invierno|hivern|inverno|zima|зима|vinter|vintern|talv|talvi|iarna|kış|χειμώνας|חורף|شتاء
        冬|冬季|겨울|tele|зимата|mùa đông
    """,
}
_SEASON_OF = {name: SEASONS[season] for season, names in _SEASON_NAMES.items() for name in listed(names)}


def draw_year(rng: random.Random) -> int:
    """A year, most of them of our time."""
    years = _YEARS(rng)
    return years[int(rng.random() * len(years))]


def quarter(rng: random.Random) -> Written:
    """A quarter of a year: "Q2 1979"."""
    year, number = draw_year(rng), rng.randrange(4)
    fields = {"year": f"{year:04d}", "month": QUARTERS[number]}
    draw = rng.random()
    if draw < _NAMED_QUARTERS:
        code = _languages_with_quarters()(rng)
        width = "wide" if rng.random() < _LONG_NAME else "abbreviated"
        name = locale_part(code, "quarters")["format"][width][number + 1]
        pieces = fill(pick(rng, _NAMED_QUARTER_FORMS), {"q": (name, MONTH), "y": (str(year), YEAR)})
        return point(pieces, fields, "quarter", locale=code)
    if draw < _NAMED_QUARTERS + _QUARTERS_IN_WORDS:
        words = english_ordinals(5)[number + 1]
        pieces = fill(pick(rng, _QUARTER_WORDS), {"q": (words, MONTH), "y": (str(year), YEAR)}, MONTH)
        return point(pieces, fields, "quarter", locale="en")
    return point(_numbered(pick(rng, _QUARTER_FORMS), year, number + 1), fields, "quarter")


def half(rng: random.Random) -> Written:
    """A half of a year: "H1 1979"."""
    year, number = draw_year(rng), rng.randrange(2)
    pieces = _numbered(pick(rng, _HALF_FORMS), year, number + 1)
    return point(pieces, {"year": f"{year:04d}", "month": HALVES[number]}, "half")


def season(rng: random.Random) -> Written:
    """A season of a year: "spring 1979"."""
    year, code = draw_year(rng), _languages_with_seasons()(rng)
    pattern = pick(rng, load(code).seasons)
    before, _, behind = pattern.partition("{y}")
    number = season_of(pattern)
    pieces = [piece for piece in ((before, MONTH), (str(year), YEAR), (behind, MONTH)) if piece[0]]
    return point(pieces, {"year": f"{year:04d}", "month": number}, "season", locale=code)


def season_of(pattern: str) -> str:
    """EDTF's number of the season that a pattern names, such as 21 for spring.

    >>> season_of("in spring {y}")
    '21'

    Raises:
        ValueError: It names none.
    """
    words = pattern.replace("{y}", "").strip(" ,.年년").lower()
    for word in (words, *words.split()):
        if word in _SEASON_OF:
            return _SEASON_OF[word]
    raise ValueError(f"expected the name of a season. Received: {pattern!r}")


def week(rng: random.Random) -> Written:
    """A week of a year, or one of its days: "2013-W07-5"."""
    year, number = draw_year(rng), 1 + rng.randrange(52)
    fields = {"year": f"{year:04d}", "month": f"W{number // 10}"}
    slots = {"y": (str(year), YEAR), "w": (str(number), MONTH), "ww": (f"{number:02d}", MONTH)}
    if rng.random() < _DAYS_OF_WEEKS:
        day = 1 + rng.randrange(7)
        pieces = fill(pick(rng, _WEEK_DAY_FORMS), {**slots, "d": (str(day), DAY)}, MONTH)
        return point(pieces, fields | {"day": f"{number % 10}{day}"}, "week")
    return point(fill(pick(rng, _WEEK_FORMS), slots, MONTH), fields | {"day": f"{number % 10}X"}, "week")


def ordinal_day(rng: random.Random) -> Written:
    """A day by its number in the year: "2013-046"."""
    year, number = draw_year(rng), 1 + rng.randrange(365)
    both = MONTH + DAY
    slots = {"y": (str(year), YEAR), "n": (str(number), both), "ddd": (f"{number:03d}", both)}
    fields = {"year": f"{year:04d}", "month": f"D{number // 100}", "day": f"{number % 100:02d}"}
    return point(fill(pick(rng, _ORDINAL_FORMS), slots, both), fields, "day of the year")


def _numbered(form: str, year: int, number: int) -> list[Piece]:
    return fill(form, {"n": (str(number), MONTH), "y": (str(year), YEAR)}, MONTH)


@functools.cache
def _languages_with_seasons() -> Choice[str]:
    return Choice({code: load(code).weight for code in by_language("seasons")})


@functools.cache
def _languages_with_quarters() -> Choice[str]:
    """The languages that say the most; all have names of quarters in CLDR."""
    return Choice({code: load(code).weight for code, years in by_language("years").items() if years.decades})
