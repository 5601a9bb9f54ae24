"""Calendars: days, months and years of other calendars as days of the Gregorian one.

Hijri dates from 1343 to 1500 are those of the Umm al-Qura calendar, which the library hijridate has in tables. The
others are calculated: no library does so without an astronomical one that takes milliseconds for a date.

References:
    Reingold and Dershowitz, Calendrical Calculations, 4th edition, 2018.
    Borkowski, The Persian Calendar for 3000 Years, Earth, Moon, and Planets 74, 1996: the Persian leap years.
"""

import datetime as dt
import functools
from collections.abc import Callable

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.reasons import Reason
from datenorm.reading.moments.days import Ends
from datenorm.reading.moments.no_value import NoValueError

_X2 = UNSPECIFIED * 2
_UMM_AL_QURA = range(1343, 1501)
_LONGEST_HIJRI_MONTH = 30

Lengths = tuple[tuple[int, int], ...]
"""The months of a year, each as its number and its length in days."""

Year = tuple[int, Lengths]
"""The ordinal of the first day of a year, as in `datetime.date`, and its months."""


def to_gregorian(letter: str, year: str, month: str, day: str) -> Ends:
    """The first and the last Gregorian day of a day, a month or a year of another calendar.

    >>> to_gregorian("W", "5780", "04", "12"), to_gregorian("H", "1442", "10", "XX")
    (('2020-01-09', '2020-01-09'), ('2021-05-13', '2021-06-10'))

    Args:
        letter: A key of `datenorm.core.moments.CALENDARS`.
        year: Four digits.
        month: Two digits, or XX. Hebrew months count from Tishri, Adar I is the 6th and Adar, or Adar II, the 7th.
        day: Two digits, or XX.

    Raises:
        NoValueError: The year has no such month or day, or it is not among the years 1 to 9999.
    """
    number = int(year)
    if not number:
        raise NoValueError(Reason.IMPOSSIBLE)
    ordinal, months = _year(letter, number)
    if month == _X2:
        first, last = ordinal, ordinal + sum(length for _, length in months) - 1
    else:
        for number_of_month, length in months:
            if number_of_month == int(month):
                break
            ordinal += length
        else:
            raise NoValueError(Reason.IMPOSSIBLE)
        first, last = ordinal, ordinal + length - 1
        if day != _X2:
            first = last = ordinal + int(day) - 1
            # A Hijri month begins when the moon is seen, so that a month of the tables has a 30th day elsewhere.
            if not 1 <= int(day) <= (_LONGEST_HIJRI_MONTH if letter == "H" else length):
                raise NoValueError(Reason.IMPOSSIBLE)
    try:
        return dt.date.fromordinal(first).isoformat(), dt.date.fromordinal(last).isoformat()
    except (ValueError, OverflowError):
        raise NoValueError(Reason.OUT_OF_YEARS) from None


def year_beside(letter: str, year: int) -> int:
    """The year of another calendar that begins in a Gregorian year, or up to a year from it."""
    if letter == "H":
        return (year - 622) * 33 // 32
    return year - _YEARS_BEFORE[letter]


_YEARS_BEFORE = {"P": 621, "W": -3760, "E": 8, "C": 284, "S": 78, "F": 1791}


@functools.lru_cache(maxsize=1000)
def _year(letter: str, year: int) -> Year:
    return _CALENDARS[letter](year)


def _islamic(year: int) -> Year:
    if year in _UMM_AL_QURA:
        from hijridate import Hijri  # most texts never need it

        lengths = tuple((month, Hijri(year, month, 1).month_length()) for month in range(1, 13))
        return dt.date(*Hijri(year, 1, 1).to_gregorian().datetuple()).toordinal(), lengths
    # The civil calendar of tables: 11 leap years in 30.
    is_leap = (14 + 11 * year) % 30 < 11
    lengths = tuple((month, 29 + month % 2 + (month == 12 and is_leap)) for month in range(1, 13))
    return 227015 + 354 * (year - 1) + (3 + 11 * year) // 30, lengths


_PERSIAN_BREAKS = (
    *(-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456),
    3178,
)
"""Years in which the cycle of the Persian leap years begins again."""


def _persian(year: int) -> Year:
    first = _persian_new_year(year)
    last_month = _persian_new_year(year + 1) - first - 336
    return first, tuple(enumerate((*[31] * 6, *[30] * 5, last_month), 1))


def _persian_new_year(year: int) -> int:
    if year >= _PERSIAN_BREAKS[-1]:
        raise NoValueError(Reason.OUT_OF_YEARS)
    start, leaps, length = _PERSIAN_BREAKS[0], -14, 0
    for stop in _PERSIAN_BREAKS[1:]:
        length = stop - start
        if year < stop:
            break
        leaps += length // 33 * 8 + length % 33 // 4
        start = stop
    since = year - start
    leaps += since // 33 * 8 + (since % 33 + 3) // 4
    if length % 33 == 4 and length - since == 4:
        leaps += 1
    gregorian = year + 621
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return dt.date(gregorian, 3, 1).toordinal() + 19 + leaps - gregorian_leaps


_BEFORE_HEBREW = -1373427
"""The ordinal of the day before the first of Tishri of the Hebrew year 1."""


def _hebrew(year: int) -> Year:
    first, length = _hebrew_new_year(year), _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    is_leap = (7 * year + 1) % 19 < 7
    heshvan, kislev = 29 + (length % 10 == 5), 30 - (length % 10 == 3)
    adar = ((6, 30), (7, 29)) if is_leap else ((7, 29),)
    rest = tuple(enumerate((30, 29, 30, 29, 30, 29), 8))
    return first, ((1, 30), (2, heshvan), (3, kislev), (4, 29), (5, 30), *adar, *rest)


def _hebrew_new_year(year: int) -> int:
    before, this, after = (_hebrew_delay(number) for number in (year - 1, year, year + 1))
    late = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _BEFORE_HEBREW + this + late


def _hebrew_delay(year: int) -> int:
    """The days from the epoch to the new moon of Tishri, moved from Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


_THIRTY = tuple((month, 30) for month in range(1, 13))
_BEFORE_COPTIC, _BEFORE_ETHIOPIC = 103604, 2795
"""The ordinals of the days before the first year."""


def _coptic(year: int, before: int = _BEFORE_COPTIC) -> Year:
    return before + 365 * (year - 1) + year // 4 + 1, (*_THIRTY, (13, 5 + (year % 4 == 3)))


def _ethiopic(year: int) -> Year:
    return _coptic(year, _BEFORE_ETHIOPIC)


def _indian(year: int) -> Year:
    if year + 78 > dt.MAXYEAR:
        raise NoValueError(Reason.OUT_OF_YEARS)
    first = dt.date(year + 78, 3, 22)
    is_leap = (first - dt.date(year + 78, 1, 1)).days == 81
    lengths = (30 + is_leap, *[31] * 5, *[30] * 6)
    return first.toordinal() - is_leap, tuple(enumerate(lengths, 1))


_FRENCH_LAST, _FRENCH_EPOCH = 14, dt.date(1792, 9, 22).toordinal()


def _french(year: int) -> Year:
    """The years 1 to 14, in which the calendar was in use: the leap years were 3, 7 and 11."""
    if year > _FRENCH_LAST:
        raise NoValueError(Reason.IMPOSSIBLE)
    return _FRENCH_EPOCH + 365 * (year - 1) + year // 4, (*_THIRTY, (13, 5 + (year % 4 == 3)))


_CALENDARS: dict[str, Callable[[int], Year]] = {
    "H": _islamic,
    "P": _persian,
    "W": _hebrew,
    "E": _ethiopic,
    "C": _coptic,
    "S": _indian,
    "F": _french,
}
