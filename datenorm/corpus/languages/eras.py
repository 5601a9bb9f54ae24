"""Eras: years that another calendar counts while months and days stay ours.

They are Japanese, Buddhist, and of the Republic of China.
"""

import itertools
import random

from datenorm.core.numeric_dates import BUDDHIST_OFFSET, BUDDHIST_YEARS
from datenorm.corpus.languages.numerals import capital_number, capital_year, chinese_digits, chinese_number

# Name, letter, first day, and the Western year before its year 1. Before 1873 Japan had another calendar.
_JAPANESE = (
    ("令和", "R", (2019, 5, 1), 2018),
    ("平成", "H", (1989, 1, 8), 1988),
    ("昭和", "S", (1926, 12, 25), 1925),
    ("大正", "T", (1912, 7, 30), 1911),
    ("明治", "M", (1873, 1, 1), 1867),
)
_LAST_REIWA = 2055  # nobody writes later years of this era yet
_OUTLIVED = 0.03
_LAST_PRINTED = {
    "平成": 43,
    "昭和": 70,
}  # the last years that forms and licences have which were printed before the era's end
_FIRST = 0.7  # of the first years are 元, the others 1
_PADDED, _LETTER_PADDED = 0.06, 0.25

MINGUO_OFFSET = 1911
UNMARKED_MINGUO = range(100, 151)
"""Years of three digits that readers take for the Republic's if 年 follows them."""


def japanese(year: int, month: int, day: int) -> tuple[str, str, int] | None:
    """Name, letter and year of the Japanese era.

    >>> japanese(1989, 1, 7)
    ('昭和', 'S', 64)
    """
    if year > _LAST_REIWA:
        return None
    for name, letter, first, before in _JAPANESE:
        if (year, month, day) >= first:
            return name, letter, year - before
    return None


def _as_counted(year: int, month: int, day: int, rng: random.Random) -> tuple[str, str, int] | None:
    """The era, or rarely the one before: what was printed in it counts on, as 平成33年 for 2021."""
    era = japanese(year, month, day)
    if era is None or rng.random() >= _OUTLIVED:
        return era
    before = next((older for newer, older in itertools.pairwise(_JAPANESE) if newer[0] == era[0]), None)
    if before is None or before[0] not in _LAST_PRINTED or year - before[3] > _LAST_PRINTED[before[0]]:
        return era
    return before[0], before[1], year - before[3]


def japanese_year(year: int, month: int, day: int, rng: random.Random) -> str:
    """Such as 令和2, and 元 or 1 for the first year."""
    era = _as_counted(year, month, day, rng)
    return "" if era is None else era[0] + _number(era[2], rng)


def japanese_year_in_characters(year: int, month: int, day: int, rng: random.Random) -> str:
    """Such as 昭和六十 or, digit by digit as in columns of print, 昭和六〇."""
    era = _as_counted(year, month, day, rng)
    if era is None:
        return ""
    if era[2] == 1 and rng.random() < _FIRST:
        return era[0] + "元"
    return era[0] + (chinese_number(era[2]) if rng.random() < 0.8 else chinese_digits(era[2], rng))


def japanese_initial_year(year: int, month: int, day: int, rng: random.Random) -> str:
    """Such as 昭60, as in tables and on coupons."""
    era = _as_counted(year, month, day, rng)
    return "" if era is None else era[0][0] + _number(era[2], rng)


def japanese_letter_year(year: int, month: int, day: int, rng: random.Random) -> str:
    """Such as R2 and, as computers print it, R02."""
    era = _as_counted(year, month, day, rng)
    return "" if era is None else f"{era[1]}{era[2]:0{2 if rng.random() < _LETTER_PADDED else 1}d}"


def _number(number: int, rng: random.Random) -> str:
    if number == 1 and rng.random() < _FIRST:
        return "元"
    return f"{number:0{2 if rng.random() < _PADDED else 1}d}"


def buddhist_year(year: int) -> str:
    """Such as 2567 for 2024; '' where Thai readers would take the year for a Western one."""
    return str(year + BUDDHIST_OFFSET) if 1857 <= year <= 2100 else ""


def buddhist_year_in_numbers(year: int) -> str:
    """The same where numbers alone are read by it, by `numeric_dates.readings`."""
    return str(year + BUDDHIST_OFFSET) if year + BUDDHIST_OFFSET in BUDDHIST_YEARS else ""


def short_buddhist_year(year: int) -> str:
    """Such as 56 for 2013: of the years that are short in Thai, the century 25xx."""
    return f"{year + BUDDHIST_OFFSET - 2500:02d}" if 1957 <= year <= 2056 else ""


def minguo_year(year: int) -> str:
    """Such as 93 for 2004, the year of the Republic."""
    if not MINGUO_OFFSET < year <= MINGUO_OFFSET + 150:
        return ""
    return "元" if year == MINGUO_OFFSET + 1 else str(year - MINGUO_OFFSET)


def minguo_year_in_characters(year: int) -> str:
    """Such as 九十三."""
    if not MINGUO_OFFSET < year <= MINGUO_OFFSET + 150:
        return ""
    hundreds, rest = divmod(year - MINGUO_OFFSET, 100)
    if not hundreds:
        return "元" if rest == 1 else chinese_number(rest)
    return "一百" + ("零" if 0 < rest < 10 else "") + (chinese_number(rest, one="一") if rest else "")


def minguo_year_in_capitals(year: int, rng: random.Random) -> str:
    """Such as 玖拾參 or, digit by digit, 玖參, as contracts have it."""
    if not MINGUO_OFFSET + 1 < year < MINGUO_OFFSET + 100:
        return ""
    write = capital_number if rng.random() < 0.5 else capital_year
    return write(year - MINGUO_OFFSET, rng)


def unmarked_minguo_year(year: int) -> str:
    """Such as 114 for 2025: beside 年 and a month such a year needs no mark."""
    return str(year - MINGUO_OFFSET) if year - MINGUO_OFFSET in UNMARKED_MINGUO else ""
