"""Dates of other calendars, in the languages that use them and in those that write about them, as ICU has them."""

import dataclasses
import datetime as dt
import functools
import random
import re

from icu4py.messageformat import MessageFormat

from datenorm.core.forms import UNSPECIFIED
from datenorm.corpus.moments.numbers import english_nth
from datenorm.corpus.moments.pieces import CALENDAR, DAY, MONTH, NO_FIELD, YEAR, fill, has_letter
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import pick
from datenorm.corpus.phrase import Choice, Fields, Piece


@dataclasses.dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar that is not the Gregorian one.

    Attributes:
        name: ICU's.
        languages: Language -> how often it writes such a date.
        years: The Gregorian years of the dates.
        marks: What English puts behind such a year.
    """

    name: str
    languages: Choice[str]
    years: range
    marks: tuple[str, ...]


CALENDARS = {
    "H": Calendar(
        "islamic-umalqura",
        Choice(
            {"ar": 40, "en": 25, "ur": 8, "fa": 5, "tr": 8, "id": 6, "ms": 4, "fr": 4, "de": 4, "bn": 2, "so": 1}
            | {"ckb": 1}
        ),
        range(1938, 2070),
        (" AH", " A.H.", " H", "", "", ""),
    ),
    "P": Calendar(
        "persian",
        Choice({"fa": 60, "en": 20, "ps": 5, "ckb": 4, "de": 3, "fr": 3, "ar": 3, "uz_Arab": 1, "tr": 2}),
        range(1850, 2060),
        (" AP", " SH", "", "", ""),
    ),
    "W": Calendar(
        "hebrew",
        Choice({"he": 45, "en": 40, "fr": 5, "de": 4, "es": 4, "ru": 3, "yi": 1}),
        range(1800, 2100),
        (" AM", "", "", ""),
    ),
    "E": Calendar(
        "ethiopic", Choice({"am": 55, "en": 30, "ti": 8, "fr": 3, "de": 3}), range(1850, 2060), (" E.C.", "")
    ),
    "C": Calendar("coptic", Choice({"en": 50, "ar": 35, "fr": 8, "de": 7}), range(1850, 2060), (" AM", "")),
    "S": Calendar("indian", Choice({"hi": 45, "en": 40, "mr": 6, "bn": 5, "te": 4}), range(1900, 2060), (" Saka", "")),
}
"""Letter in the machine form -> calendar."""

_LETTERS = Choice({"H": 34, "P": 30, "W": 20, "E": 6, "C": 3, "S": 4})
_SKELETONS = Choice({"yMMMMd": 60, "yMMMMEEEEd": 8, "GyMMMMd": 12, "yMMMM": 10, "GyMMMM": 2, "yMMMd": 5})
_FORMS = Choice(
    {"{d} {m} {y}": 60, "{m} {d}, {y}": 15, "{d} {m}, {y}": 8, "{m} {y}": 8, "{d}. {m} {y}": 4, "{y} {m} {d}": 2}
    | {"{nth} {m} {y}": 5}
)
_OWN_FORM = 0.45
_ADAR_II = 6  # the month that ICU skips in a common Hebrew year
_DAYS_OF_YEAR = 365


def foreign_date(rng: random.Random) -> Written | None:
    """A date of another calendar; None where ICU lacks the language's words for it."""
    letter = _LETTERS(rng)
    calendar = CALENDARS[letter]
    language = calendar.languages(rng)
    day = dt.date(rng.choice(calendar.years), 1, 1) + dt.timedelta(rng.randrange(_DAYS_OF_YEAR))
    identifier = f"{language}@calendar={calendar.name}"
    fields = _fields(letter, day, identifier)
    parts = {slot: _write(day, identifier, skeleton) for slot, skeleton in (("y", "y"), ("m", "MMMM"), ("d", "d"))}
    parts |= {slot: _digits(parts[slot]) for slot in "yd"}
    if fields is None or not all(parts.values()) or any(map(str.isdigit, parts["m"])):
        return None
    if rng.random() < _OWN_FORM:
        form = _FORMS(rng)
        if language != "en":
            form = form.replace("{nth}", "{d}")
        nth = english_nth(int(fields["day"]))
        slots = {"y": (parts["y"], YEAR), "m": (parts["m"], MONTH), "d": (parts["d"], DAY), "nth": (nth, DAY)}
        mark = pick(rng, calendar.marks) if language == "en" else ""
        pieces = fill(form, slots) + ([(mark, CALENDAR)] if mark else [])
        has_day = "{d}" in form or "{nth}" in form
    else:
        skeleton = _SKELETONS(rng)
        has_day = skeleton.endswith("d")
        pieces = _located(_write(day, identifier, skeleton), parts if has_day else {**parts, "d": ""})
    if not has_day:
        fields["day"] = UNSPECIFIED * 2
    if {name for _, states in pieces for name in states} < {"year", "month"}:
        return None
    return point(pieces, fields, "calendar", locale=language)


@functools.cache
def _format(identifier: str, skeleton: str) -> MessageFormat:
    return MessageFormat("{d, date, ::" + skeleton + "}", identifier)


def _write(day: dt.date, identifier: str, skeleton: str) -> str:
    moment = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    return str(_format(identifier, skeleton).format({"d": moment}))


def _digits(text: str) -> str:
    found = re.search(r"\d+", text)
    return found[0] if found else ""


def _fields(letter: str, day: dt.date, identifier: str) -> dict[str, str] | None:
    """Year, month and day as ICU counts them."""
    latin = f"{identifier};numbers=latn"
    year, month, number = (int(_digits(_write(day, latin, skeleton)) or 0) for skeleton in ("y", "M", "d"))
    if not year or not 1 <= month <= 13 or not number:
        return None
    if letter == "W" and month >= _ADAR_II and not _is_hebrew_leap_year(year):
        month += 1
    return {"calendar": letter, "year": f"{year:04d}", "month": f"{month:02d}", "day": f"{number:02d}"}


def _is_hebrew_leap_year(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _located(text: str, parts: dict[str, str]) -> list[Piece]:
    """The text in pieces, its month, year and day found in it; other words name the calendar, or the weekday."""
    found: list[tuple[int, int, Fields]] = []
    for slot, states in (("m", MONTH), ("y", YEAR), ("d", DAY)):
        part = parts[slot]
        starts = (match.start() for match in re.finditer(re.escape(part), text)) if part else iter(())
        free = (s for s in starts if all(s >= stop or s + len(part) <= start for start, stop, _ in found))
        start = next(free, None)
        if start is not None:
            found.append((start, start + len(part), states))
    pieces: list[Piece] = []
    last = 0
    for start, stop, states in [*sorted(found), (len(text), len(text), NO_FIELD)]:
        between = text[last:start]
        if between:
            pieces.append((between, CALENDAR if last and start == len(text) and has_letter(between) else NO_FIELD))
        if start < stop:
            pieces.append((text[start:stop], states))
        last = stop
    return pieces
