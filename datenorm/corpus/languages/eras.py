"""Years that other calendars count while months and days stay ours: Buddhist, Japanese, the Republic of China's."""

from datenorm.corpus.languages.numerals import chinese_number

# Name, letter, first day, and the Western year before its year 1. Before 1873 Japan had another calendar.
_JAPANESE = (
    ("令和", "R", (2019, 5, 1), 2018),
    ("平成", "H", (1989, 1, 8), 1988),
    ("昭和", "S", (1926, 12, 25), 1925),
    ("大正", "T", (1912, 7, 30), 1911),
    ("明治", "M", (1873, 1, 1), 1867),
)
_LAST_REIWA = 2055  # years of an era that nobody lives in are not written

BUDDHIST_OFFSET = 543
MINGUO_OFFSET = 1911


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


def japanese_year(year: int, month: int, day: int) -> str:
    """Such as 令和2, and 元 for the first year."""
    era = japanese(year, month, day)
    if era is None:
        return ""
    return era[0] + ("元" if era[2] == 1 else str(era[2]))


def japanese_year_in_characters(year: int, month: int, day: int) -> str:
    """Such as 昭和六十."""
    era = japanese(year, month, day)
    if era is None:
        return ""
    return era[0] + ("元" if era[2] == 1 else chinese_number(era[2]))


def japanese_letter_year(year: int, month: int, day: int) -> str:
    """Such as R2."""
    era = japanese(year, month, day)
    return "" if era is None else f"{era[1]}{era[2]}"


def buddhist_year(year: int) -> str:
    """Such as 2567 for 2024; '' where Thai readers would take the year for a Western one."""
    return str(year + BUDDHIST_OFFSET) if 1857 <= year <= 2100 else ""


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
    if not MINGUO_OFFSET < year < MINGUO_OFFSET + 100:
        return ""
    return "元" if year == MINGUO_OFFSET + 1 else chinese_number(year - MINGUO_OFFSET)
