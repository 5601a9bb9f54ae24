"""The check of a non-date: whether some reader might find a date in it."""

import itertools
import re
from collections.abc import Iterable, Sequence

from datenorm.corpus.negatives.calendar_readings import days_in, is_date
from datenorm.corpus.negatives.date_words import fillers, months_by_word, weekday_words, words_in
from datenorm.corpus.negatives.unclaimed_numbers import unclaimed_numbers

_TIME_OR_SIZE = re.compile(r"\d+(?:\s?[:x×]\s?\d+)+(?:\.\d+)?")
"""Numbers joined by a colon or a multiplication sign, "17:15" and "3 x 4": never a date."""

_LONE_DAY = re.compile(r"\W*(?:the |den |le |el )?\d{1,2}\W?\s?(?:st|nd|rd|th|er|ère|e|o|a|te|ter|ten)?\W*")
"""A text that is a small number and no more, "the 5th" and "12.": it may be a day of the month."""

_DAY_BEFORE_ROMAN = r"\b\d{1,2}\s?[ ./-]\s?[ivx]+\b(?!\s?\d{1,3}\b)"
_ROMAN_BEFORE_DAY = r"(?<!\d )\b[ivx]+\s?[ ./-]\s?\d"
_ROMAN_MONTH = re.compile(f"{_DAY_BEFORE_ROMAN}|{_ROMAN_BEFORE_DAY}")
"""A Roman numeral beside a number, "22 ix 1978": it may be a month. In "5 ii 120" a third small number rules it out."""

_EAST_ASIAN_UNIT = r"[\d〇零一二三四五六七八九十百千]\s?[年月日號号년월일](?![前後后間间])"
_ERA_NAME = r"元年|令和|平成|昭和|大正|明治|民[国國]|พ\.?ศ"
_ASIAN_DATE = re.compile(f"{_EAST_ASIAN_UNIT}|{_ERA_NAME}")
"""A number with the sign of a year, month or day, "5月", or an era by its name. "3日前" and "3年間" count time."""

_ERA_LETTER = r"\b[mtshr]\d{1,2}[./-]\d{1,2}\b"  # r2.5: the second year of Reiwa
_WEEK = r"\d{4}-?w\d"  # 2013-W07
_SHORT_LEAD = r"\b(?:b\.?e\.? ?|ca?\.?)\d{4}\b"  # b.e. 2556, c.1850
_BEHIND_ERA = r"\b(?:a\.?d|c\.?e)\.? ?\d{1,4}\b"  # ad 79
_BEFORE_ERA = r"\b\d{1,4} (?:a\.?d|c\.?e)\b"  # 640 ce
_YEAR_WITH_LETTERS = re.compile("|".join((_ERA_LETTER, _WEEK, _SHORT_LEAD, _BEHIND_ERA, _BEFORE_ERA)))
"""A number that Latin letters beside it make a year."""


def may_be_date(text: str) -> bool:
    """Whether some reader might find a date, or a part of one, in this canonical text.

    >>> may_be_date("20/11"), may_be_date("page 3 of 10"), may_be_date("31 april 2013"), may_be_date("second of may")
    (True, False, False, True)

    The check keeps dates out of the non-dates, so it says yes where it is in doubt. It is no way to find dates.

    - A number is harmless where a word or sign beside it says what it counts ("page", "kg", "$"), or where it is part
      of a word ("a320").
    - Other numbers are a date if some order of them is a day of the calendar, a year, or a month with a day or a year.
    - A month's name in any language is a date, unless the text has a word that no date has, or a day that the month
      lacks.
    """
    words = words_in(text)
    months = [months_by_word()[word] for word in words if word in months_by_word()]
    if not months and not any(map(str.isdigit, text)):
        return bool(_ASIAN_DATE.search(text))
    if _LONE_DAY.fullmatch(text) or _ROMAN_MONTH.search(text) or _YEAR_WITH_LETTERS.search(text):
        return True
    groups = list(unclaimed_numbers(_TIME_OR_SIZE.sub(" ; ", text)))
    if months:
        return _fits_month(frozenset().union(*months), list(itertools.chain(*groups)), words)
    if _ASIAN_DATE.search(text):
        numbers = re.findall(r"\d+", text)
        return len(numbers) != 3 or is_date(numbers)
    has_weekday = not weekday_words().isdisjoint(words)
    return any(is_date(group) or (has_weekday and int(group[0]) <= 31) for group in groups)


def _fits_month(months: Iterable[int], numbers: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a text that names one of the months may be a date.

    Args:
        months: The months that its names can mean.
        numbers: Its numbers that nothing else claims.
        words: Its words, the names of the months among them.
    """
    if not numbers:
        return all(
            len(word) < 3 or word in months_by_word() or word in weekday_words() or word in fillers() for word in words
        )
    years = [int(number) for number in numbers if len(number) > 2]
    days = [int(number) for number in numbers if len(number) < 3]
    # One number and no other: up to 29 it is a day of any month, beyond 31 a year.
    if not days or (len(days) == 1 and not years and days[0] not in (30, 31)):
        return True
    year = years[0] if years else 2000
    return any(1 <= day <= days_in(month, year) for day in days for month in months)
