"""The check: whether some reader might find a date in a text, so that it is none of the non-dates."""

import calendar
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from num2words import num2words

from datenorm.core.canonical import canonicalize
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.negatives import tables
from datenorm.corpus.negatives.babel_words import all_locales, weekdays

# What may_be_date looks for. A word is whatever stands between spaces, digits and punctuation, in any script.
_WORDS = re.compile(r"[^\s\d.,;:!?/()'\"_-]+")
_GROUPS = re.compile(r"\d+(?:(?:\s?[.,/-]\s?|\s)\d+)*")
_PARTS = re.compile(r"\d+")
_TIMES_AND_SIZES = re.compile(r"\d+(?:\s?[:x×]\s?\d+)+(?:\.\d+)?")
_LAST_WORD = re.compile(r"([^\s\d.,;:!?/()'\"_#-]+|[#])[\s.:(-]*$")
_NEXT_WORD = re.compile(r"[\s-]?(%|[^\s\d.,;:!?/()'\"_-]+)")
_ATTACHED = re.compile(r"[^\W\d_][-_/#]?$")
_ALONE = re.compile(r"\W*(?:the |den |le |el )?\d{1,2}\W?\s?(?:st|nd|rd|th|er|ère|e|o|a|te|ter|ten)?\W*")
_ROMAN_MONTH = re.compile(r"\b\d{1,2}\s?[ ./-]\s?[ivx]+\b(?!\s?\d{1,3}\b)|(?<!\d )\b[ivx]+\s?[ ./-]\s?\d")
_IDEOGRAPHS = re.compile(
    r"[\d〇零一二三四五六七八九十百千]\s?[年月日號号년월일](?![前後后間间])|元年|令和|平成|昭和|大正|明治|民[国國]|พ\.?ศ"
)
_ERA = re.compile(
    r"\b[mtshr]\d{1,2}[./-]\d{1,2}\b|\d{4}-?w\d|\b(?:b\.?e\.? ?|ca?\.?)\d{4}\b"
    r"|\b(?:a\.?d|c\.?e)\.? ?\d{1,4}\b|\b\d{1,4} (?:a\.?d|c\.?e)\b"
)
_VERSIONED = frozenset({"v", "ver", "version", "python", "release", "firmware"})
_YEARS = range(1000, 3000)  # a number of four digits that is read as a year where nothing says otherwise


def may_be_date(text: str) -> bool:
    """Whether some reader might find a date, or a part of one, in this canonical text.

    >>> may_be_date("20/11"), may_be_date("page 3 of 10"), may_be_date("31 april 2013"), may_be_date("second of may")
    (True, False, False, True)

    Rather yes than no: it keeps dates out of the non-dates, and must not be used to find them. A number is harmless
    where a word or sign around it says what it counts ("page", "kg", "$") or it is part of a word ("a320"). Other
    numbers are dates where any order of them is a day that the calendar has, or a year, or a day or year and a month.
    A month's name in any language is a date unless there is a word that no date has, or a day that the month has not.
    """
    words = _WORDS.findall(text)
    months = [_months()[word] for word in words if word in _months()]
    if not months and not any(map(str.isdigit, text)):
        return bool(_IDEOGRAPHS.search(text))
    if _ALONE.fullmatch(text) or _ROMAN_MONTH.search(text) or _ERA.search(text):
        return True
    groups = list(_free_groups(_TIMES_AND_SIZES.sub(" ; ", text)))
    if months:
        return _fits_month(frozenset().union(*months), list(itertools.chain(*groups)), words)
    if _IDEOGRAPHS.search(text):
        numbers = _PARTS.findall(text)
        return len(numbers) != 3 or _is_date(numbers)
    has_weekday = not _weekday_words().isdisjoint(words)
    return any(_is_date(group) or (has_weekday and int(group[0]) <= 31) for group in groups)


def _free_groups(text: str) -> Iterator[list[str]]:
    """The numbers between which stand only separators, where no word or sign says what they are numbers of."""
    for group in _GROUPS.finditer(text):
        before, after = text[: group.start()], text[group.end() :]
        label, unit = _LAST_WORD.search(before), _NEXT_WORD.match(after)
        part_of_word = _ATTACHED.search(before)
        numbers = _PARTS.findall(group.group().partition(" ")[2] if part_of_word else group.group())
        is_labelled = label is not None and label[1] in _carriers()[0] and _can_follow(label[1], numbers)
        is_counted = unit is not None and unit[1] in _carriers()[1]
        if numbers and not is_labelled and not is_counted:
            yield numbers


def _can_follow(label: str, numbers: Sequence[str]) -> bool:
    """Whether such numbers after a label are no date: "invoice 5.12.2013" is dated, "version 5.12.3" is not."""
    if len(numbers) < 3:
        return all(int(number) not in _YEARS for number in numbers) or len(numbers) == 1 or not _is_date(numbers)
    return label in _VERSIONED


def _is_date(numbers: Sequence[str]) -> bool:
    if len(numbers) == 1:
        return _is_date_in_one(numbers[0])
    if len(numbers) == 2:
        return _is_part_of_date(*numbers) or _is_part_of_date(*reversed(numbers))
    if len(numbers) > 3:
        windows = zip(numbers, numbers[1:], numbers[2:], strict=False)
        return any(_is_date(window) for window in windows if any(len(number) == 4 for number in window))
    return any(
        len(year) != 3 and len(month) < 3 and len(day) < 3 and _exists(int(year), int(month), int(day))
        for year, month, day in itertools.permutations(numbers)
    )


def _is_date_in_one(number: str) -> bool:
    if len(number) == 4:
        return int(number) in _YEARS
    if len(number) == 6 and int(number[:4]) in range(1800, 2200) and 1 <= int(number[4:]) <= 12:
        return True
    if len(number) not in (6, 8):
        return False
    cuts = ((0, 4, 6, 8), (0, 2, 4, 8)) if len(number) == 8 else ((0, 2, 4, 6),)
    return any(_is_date([number[start:stop] for start, stop in itertools.pairwise(cut)]) for cut in cuts)


def _is_part_of_date(one: str, other: str) -> bool:
    """Whether the first can be a month or a year, and the second its day or month or the end of a span of years."""
    if len(one) == 4 and int(one) in _YEARS:
        return len(other) < 3 or int(other) in _YEARS
    return len(one) < 3 and len(other) < 3 and 1 <= int(one) <= 12


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _days(month, year)


def _days(month: int, year: int = 2000) -> int:
    return calendar.monthrange(2000 + year % 400, month)[1]


def _fits_month(months: Iterable[int], numbers: Sequence[str], words: Sequence[str]) -> bool:
    years = [int(number) for number in numbers if len(number) > 2]
    days = [int(number) for number in numbers if len(number) < 3]
    if not numbers:
        return all(len(word) < 3 or word in _months() or word in _weekday_words() or word in _said() for word in words)
    if not days or (len(days) == 1 and not years and not 30 <= days[0] <= 31):
        return True
    year = years[0] if years else 2000
    return any(1 <= day <= _days(month, year) for day in days for month in months)


@functools.cache
def _months() -> dict[str, frozenset[int]]:
    """Canonical word -> the months that it means in some language; of names of several words, the longest."""
    found: dict[str, set[int]] = {}
    for locale in all_locales():
        for context, width in itertools.product(("format", "stand-alone"), ("wide", "abbreviated")):
            for month, name in locale["months"][context][width].items():
                word = max(_WORDS.findall(canonicalize(name)), key=len, default="")
                if len(word) > 1 + word.isascii():
                    found.setdefault(word, set()).add(month)
    # What some small language calls a month; everybody else reads a weekday.
    for name in itertools.chain(
        *(locale_data("en")["days"]["format"][width].values() for width in ("wide", "abbreviated"))
    ):
        found.pop(canonicalize(name), None)
    return {word: frozenset(months) for word, months in found.items()}


@functools.cache
def _weekday_words() -> frozenset[str]:
    words = (canonicalize(name).strip(".") for name in weekdays())
    return frozenset(word for word in words if len(word) > 1 + word.isascii())


@functools.cache
def _said() -> frozenset[str]:
    """Words that stand in dates beside the month: English ordinals and numbers, and what joins them."""
    forms = (num2words(day, to=kind) for day in range(1, 32) for kind in ("ordinal", "cardinal"))
    return frozenset(_WORDS.findall(" ".join(forms))) | frozenset("the year anno day date dated del den der".split())


@functools.cache
def _carriers() -> tuple[frozenset[str], frozenset[str]]:
    """The words that make a number after them, and before them, one of something else than days and years."""
    before = {_LAST_WORD.search(canonicalize(label)) for label in (*tables.LABELS, *tables.CURRENCIES, *tables.BOOKS)}
    labels = {found[1] for found in before if found} | set("#§$€£¥₹₽₺₩₪฿₴₫~<>±∞") | {"v", "ios"}
    after = {_NEXT_WORD.match(canonicalize(unit)) for unit in (*tables.UNITS, *tables.DURATIONS, *tables.CURRENCIES)}
    units = {found[1] for found in after if found} | set("$€£¥₹₽₺₩₪฿₴₫°") | {"of", "von", "из", "sur", "de"}
    return frozenset(labels - _months().keys()), frozenset(units - _months().keys())
