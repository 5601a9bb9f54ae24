"""Evidence: what a single row of a column shows about how the dates of the column are written."""

import re
import zlib
from typing import NamedTuple

from datenorm.core.counted_dates import BARE_NUMBER, SHORT_ORDINAL, counted_dates
from datenorm.core.forms import UNSPECIFIED
from datenorm.core.numeric_dates import readings_by_order, without_clock
from datenorm.reading.languages import names_shown

WORD_AND_NUMBER = re.compile(r"([^\W\d_]{3,12})[-/ .'’]{0,2}(\d{1,2})")
"""A month and a number in canonical text, such as "oct-23" and "abr/18"; and other words."""

# A date in numbers and nothing else bears on the order, so that no price, time or page number does.
_NUMBERS_ALONE = re.compile(r"\d{8}|\d{1,2}/\d{1,2}|\d{1,2}\. ?\d{1,2}\.|\d{1,4}([ /.,_-]+)\d{1,2}\1\d{1,4}\.?")
_YEAR_IN_FRONT = re.compile(r"\d{3}")
_TWO_DIGITS_EACH = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})\.?")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20|21)\d\d(?!\d)")
_MOST_CHARACTERS = 64  # far more than any date in numbers has
_WORDS = 1024  # classes of words, so that no column of codes makes the evidence large


class Evidence(NamedTuple):
    """What a row shows.

    Attributes:
        counted: What is counted, such as `orders: DMY/MDY` or `year: 1994`. Before the colon is the name of a group.
        exemplary: What of the row is worth an example and its place, such as `DMY` for an order that only it shows.
    """

    counted: list[str]
    exemplary: list[str]


def evidence_of(text: str) -> Evidence:
    """Returns what a canonical text shows."""
    if len(text) > _MOST_CHARACTERS:
        return Evidence([], [])
    if BARE_NUMBER.fullmatch(text) and not (len(text) == len("yyyymmdd") and text.isdecimal()):
        return Evidence(_of_bare_number(text), ["numbers"])
    date = without_clock(text).strip(" ,")
    if _NUMBERS_ALONE.fullmatch(date):
        counted = _of_numeric_date(date)
        only = [each.removeprefix("only: ") for each in counted if each.startswith("only: ")]
        return Evidence([*counted, *(_of_bare_number(date) if date.isdecimal() else ())], only)
    names = names_shown(text)
    if found := WORD_AND_NUMBER.fullmatch(text):
        counted, exemplary = _of_word_and_number(*found.groups())
        return Evidence([*counted, *names], exemplary)
    years = _YEAR.findall(text)
    return Evidence([f"year: {years[0]}", *names] if len(years) == 1 else names, [])


def _of_bare_number(number: str) -> list[str]:
    kinds = counted_dates(number)
    counted = ["numbers", *(f"kind: {kind}" for kind in kinds)]
    if SHORT_ORDINAL in kinds:
        counted.append(f"short year: {number[:2]}")
    if len(number) == len("dmmyyyy"):
        counted.append("seven digits")
    if len(number) in (5, 6) and number.isdecimal():
        digits = number.zfill(6)
        counted += (f"digits {place}: {int(digits[2 * place : 2 * place + 2])}" for place in range(3))
    return counted


def _of_numeric_date(date: str) -> list[str]:
    orders = readings_by_order(date)
    if not orders:
        return []
    if _YEAR_IN_FRONT.match(date) and list(orders) == ["YMD"]:
        return ["only: year in front", f"year: {orders['YMD'][:4]}"]
    counted = [f"orders: {'/'.join(orders)}"]
    # A day and a month alone do not show where the year would be.
    if len(orders) == 1 or (list(orders) == ["MDY", "YMD"] and orders["MDY"].startswith(UNSPECIFIED)):
        counted.append(f"only: {next(iter(orders))}")
    if found := _TWO_DIGITS_EACH.fullmatch(date):
        counted += (f"place {place}: {int(number)}" for place, number in enumerate(found.groups()))
    else:
        counted += sorted({f"year: {value[:4]}" for value in orders.values() if UNSPECIFIED not in value[:4]})
    return counted


def _of_word_and_number(word: str, number: str) -> Evidence:
    if len(number) == 1:
        return Evidence(["one digit", f"number: {number}"], [])
    return Evidence([f"number: {int(number)}", f"word: {zlib.crc32(word.encode()) % _WORDS}"], ["month"])
