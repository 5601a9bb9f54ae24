"""Extent: which characters belong to a moment. Prepositions, articles and labels that state nothing do not."""

import functools
import re
from collections.abc import Sequence

from babel import localedata

from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.moments.pieces import EXTENT, Sided
from datenorm.corpus.phrase import listed

_ENGLISH = "en"
_FEWEST_LETTERS = 2
# What years and eras are called, before a year: it belongs to the year as "年" behind it does.
_YEAR = listed(
    """
    year|jahr|jahre|jahres|année|an|l'an|año|anno|ano|any|jaar|jaren|rok|roku|roce|år|året|år|vuonna|vuoden|tahun|năm
    год|году|года|годом|рік|році|року|годзе|година|година|έτος|an|anul|aastal|aasta|gads|metai|leto|godina|ár|árið
    year of|yılı|il|yil|жыл|שנת|عام|سنة|سال|year:|वर्ष|सन्|সাল|anno domini|taon|mwaka|urtea|ปี
    AD|A.D.|CE|公元|西元|西暦|서기|ค.ศ.
    """
)
_MASK = r"[X?_]{2}|T(?=$)"
_BARE = frozenset(("day", "month", "hour"))
_OPENING = {")": "(", "]": "[", "）": "（", "»": "«", "”": "“", '"': '"'}
# A final full stop belongs to "12.09.", "9 p.m." and "44 v. Chr.", and not to a sentence that a date ends.
_MARKED_END = re.compile(r"(?:\d\.\s?\d{1,2}|(?<!\w)\w{1,2}\.\s?\w{1,3})$")


def with_lead(pieces: Sequence[Sided], locale: str, *, is_range: bool = False) -> list[Sided]:
    """The pieces of a moment, with `EXTENT` for what belongs to it before what states a field.

    Weekdays and the word for a year do, and nothing else: "Monday, " of "on Monday, 3 May", and "" of "born on 3 May".
    "den 15." and "at five" keep their word: "15" and "five" alone are no moments.

    Args:
        pieces: The moment, with what surrounds it in its own pattern, such as a label, before errors are made in it.
        locale: The Babel identifier of the locale that writes so; '' where any does.
        is_range: Whether the moment is a range. All that is before it belongs to it: of "between 1914 and 1918"
            nothing else shows what it is.
    """
    first = next((place for place, (_, fields, _) in enumerate(pieces) if fields), 0)
    lead = "".join(text for text, _, _ in pieces[:first])
    found = _leads(locale.partition("_")[0] or _ENGLISH).search(lead)
    start = 0 if is_range else found.start() if found else len(lead)
    stated = {name for _, fields, _ in pieces for name in fields}
    if start and not found and _is_bare("".join(text for text, _, _ in pieces[first:]), stated):
        start = lead.rstrip().rfind(" ") + 1
    marked: list[Sided] = []
    for text, fields, end in pieces[:first]:
        outside = max(0, min(len(text), start))
        start -= len(text)
        if text[:outside]:
            marked.append((text[:outside], fields, end))
        if text[outside:]:
            marked.append((text[outside:], (*fields, EXTENT), end))
    return [*marked, *pieces[first:]]


def with_extent(pieces: Sequence[Sided]) -> list[Sided]:
    """The pieces of a moment with `EXTENT` from the first one on that has a field: all behind it belongs to it."""
    first = next((place for place, (_, fields, _) in enumerate(pieces) if fields), 0)
    behind = ((text, fields if EXTENT in fields else (*fields, EXTENT), end) for text, fields, end in pieces[first:])
    return [*pieces[:first], *behind]


def edges_of(text: str, start: int, stop: int) -> tuple[int, int]:
    """The edges of a moment whose pieces run from `start` to `stop`.

    The full stop of an abbreviation or a number belongs to it, a bracket or quote without its opening does not.

    >>> edges_of("am 12.09.", 3, 8), edges_of("on 12 May 2019.", 3, 14), edges_of("(15:14)", 1, 7)
    ((3, 9), (3, 14), (1, 6))
    """
    if text[stop : stop + 1] == "." and _MARKED_END.search(text[start:stop]):
        stop += 1
    while stop - start > 1 and (opening := _OPENING.get(text[stop - 1])):
        inside = text[start:stop]
        is_closed = (
            inside.count('"') % 2 == 0 if opening == '"' else inside.count(opening) >= inside.count(text[stop - 1])
        )
        if is_closed:
            break
        stop -= 1
    return start, stop


def _is_bare(text: str, fields: set[str]) -> bool:
    """Whether a moment is none without the word before it: a number of a day, of a month or of an hour alone."""
    if not fields <= _BARE:
        return False
    digits, letters = any(map(str.isdecimal, text)), any(map(str.isalpha, text))
    return not (digits and letters) and (digits or "hour" in fields)


@functools.cache
def _leads(code: str) -> re.Pattern[str]:
    """What belongs to a moment before what it states: the weekdays of a language, and what it calls a year."""
    names: set[str] = set()
    if localedata.exists(code):
        tables = locale_data(code)["days"].values()
        names.update(name for widths in tables for width in ("wide", "abbreviated") for name in widths[width].values())
    language = load(code)
    names.update(
        name for each in language.other_weekday_names for name in (each if isinstance(each, tuple) else [each])
    )
    names.update(language.weekday_words)
    names = {name.strip(".") for name in names if len(name.strip(".")) >= _FEWEST_LETTERS} | set(_YEAR)
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    # Between letters of a script with spaces a name is a part of another word. The word for a year touches the number.
    return re.compile(
        rf"(?<![^\W\d_])(?:[(\[]?(?:{'|'.join(map(re.escape, longest_first))})(?![^\W\d_])|{_MASK})", re.IGNORECASE
    )
