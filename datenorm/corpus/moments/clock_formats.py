"""Clock formats: how CLDR writes the time of day in a locale, with its marks of the halves and the parts of the day."""

import dataclasses
import functools

from babel import localedata
from babel.dates import tokenize_pattern

from datenorm.core.moments import AFTERNOON, EVENING, MORNING, NIGHT
from datenorm.corpus.languages.load import language_of
from datenorm.corpus.languages.moment_words import ClockWords
from datenorm.corpus.locales.babel_data import locale_part
from datenorm.corpus.locales.chooser import HELD_OUT_LOCALES, identifiers
from datenorm.corpus.moments.zones import UTC
from datenorm.corpus.phrase import Choice

# CLDR's field and how often it is repeated -> our slot.
_SLOTS = {
    **{("H", 1): "{h}", ("H", 2): "{hh}", ("k", 1): "{h}", ("k", 2): "{hh}", ("a", 1): "{am}"},
    **{("h", 1): "{h12}", ("h", 2): "{hh12}", ("K", 1): "{h12}", ("m", 1): "{mm}", ("m", 2): "{mm}"},
    **{("s", 1): "{ss}", ("s", 2): "{ss}", ("b", 1): "{am}"},
}
_MORE_SLOTS = _SLOTS | {("B", 1): "{period}", ("z", 1): "{zone}", ("v", 1): "{zone}", ("z", 4): "{zone name}"}
_TIME_FORMATS = ("short", "short", "medium")
_SKELETONS = ("Hm", "Hms", "hm", "hms", "hm", "Hm")
_ALL_FORMATS = ("short",) * 6 + ("medium",) * 4 + ("long", "full")
_ALL_SKELETONS = ("hm",) * 4 + ("h",) * 2 + ("hms", "Bhm", "Bhm", "Bh", "Bhms", "Hm", "hmv", "hmsv")
_WIDTHS = ("abbreviated", "wide", "narrow")
_PARTS = {"morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING, "night": NIGHT}
_SECONDS_OF_HOUR = 3600
_NOON, _LATE_AFTERNOON = 12, 16
# CLDR's name of a zone -> the offsets of its standard time and of its daylight saving time.
_ZONES = {
    **{"GMT": (UTC, ""), "Europe_Western": (UTC, "+0100"), "Europe_Central": ("+0100", "+0200")},
    **{"Europe_Eastern": ("+0200", "+0300"), "Moscow": ("+0300", ""), "Arabian": ("+0300", ""), "Gulf": ("+0400", "")},
    **{"Israel": ("+0200", "+0300"), "India": ("+0530", ""), "Pakistan": ("+0500", ""), "Bangladesh": ("+0600", "")},
    **{"Indochina": ("+0700", ""), "Indonesia_Western": ("+0700", ""), "China": ("+0800", ""), "Japan": ("+0900", "")},
    **{"Korea": ("+0900", ""), "Australia_Eastern": ("+1000", "+1100"), "New_Zealand": ("+1200", "+1300")},
    **{"America_Eastern": ("-0500", "-0400"), "America_Central": ("-0600", "-0500"), "Brasilia": ("-0300", "")},
    **{"America_Mountain": ("-0700", "-0600"), "America_Pacific": ("-0800", "-0700"), "Argentina": ("-0300", "")},
    **{"Africa_Eastern": ("+0300", ""), "Africa_Southern": ("+0200", ""), "Africa_Central": ("+0200", "")},
}
_UTC_AMONG_ZONES = 6  # times as often as another zone


@dataclasses.dataclass(frozen=True, slots=True)
class Period:
    """A part of the day as CLDR has it.

    Attributes:
        hours: The hours that it is said of.
        half: The part of the day of the machine form.
        names: What it is called, in all widths.
    """

    hours: frozenset[int]
    half: str
    names: tuple[str, ...]


def minute_patterns(identifier: str) -> tuple[str, ...]:
    """CLDR's patterns of hours and minutes, with our slots, the commoner ones more than once."""
    found = _patterns(identifier, _TIME_FORMATS, _SKELETONS, _SLOTS)
    return tuple(text for text in found if "{mm}" in text)


@functools.cache
def all_patterns(identifier: str) -> tuple[str, ...]:
    """All of them, with {period}, {zone} and {zone name} as well; those with a mark of a half are the most."""
    found = _patterns(identifier, _ALL_FORMATS, _ALL_SKELETONS, _MORE_SLOTS)
    # "5" alone is no time, and a locale can lack the periods.
    return tuple(text for text in found if "{mm}" in text or "{am}" in text or "{period}" in text)


def _patterns(
    identifier: str, names: tuple[str, ...], skeletons: tuple[str, ...], slots: dict[tuple[str, int], str]
) -> tuple[str, ...]:
    formats, of_skeletons = locale_part(identifier, "time_formats"), locale_part(identifier, "datetime_skeletons")
    patterns = [str(formats[name].pattern) for name in names]
    patterns += [str(of_skeletons[name].pattern) for name in skeletons if name in of_skeletons]
    return tuple(text for text in (_from_cldr(pattern, slots) for pattern in patterns) if text)


def _from_cldr(pattern: str, slots: dict[tuple[str, int], str]) -> str | None:
    text = ""
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            text += str(value).replace("{", "").replace("}", "")
        elif value in slots:
            text += slots[value]
        else:
            return None
    return text


def half_marks(identifier: str, words: ClockWords) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The marks of the morning and of the afternoon, those of the language's file first; none if any is of both."""
    periods = locale_part(identifier, "day_periods")["format"]
    am: dict[str, None] = dict.fromkeys(words.am)
    pm: dict[str, None] = dict.fromkeys(words.pm)
    for width in _WIDTHS:
        names = periods.get(width, {})
        first, second = names.get("am", ""), names.get("pm", "")
        # A narrow mark is left out where it says both.
        if first and second and first not in pm and second not in am and first != second:
            am.setdefault(first)
            pm.setdefault(second)
    return tuple(am), tuple(pm)


@functools.cache
def periods(identifier: str) -> tuple[Period, ...]:
    """The parts of the day in CLDR; none where it has no hours or no names of them."""
    data = localedata.load(identifier)
    rules = data.get("day_period_rules", {}).get(None, {})
    formats = locale_part(identifier, "day_periods")["format"]
    # The file of the language says which part of the day a word is.
    own = {word: _PARTS[part.name] for part in language_of(identifier).clock.parts for word in part.words}
    found = []
    for name, spans in rules.items():
        half = _PARTS.get(name.rstrip("12"))
        names = dict.fromkeys(formats.get(width, {}).get(name, "") for width in _WIDTHS)
        texts = tuple(text for text in names if text)
        if half is None or not texts or "from" not in spans[0]:
            continue
        start, stop = (spans[0][edge] // _SECONDS_OF_HOUR for edge in ("from", "before"))
        hours = range(start, stop if start < stop else stop + 24)
        # "De la tarde" and its like, which begin at noon, are CLDR's evening in some languages.
        if half == EVENING and _NOON <= start < _LATE_AFTERNOON:
            half = AFTERNOON
        found.append(Period(frozenset(hour % 24 for hour in hours), own.get(texts[0], half), texts))
    return tuple(found)


@functools.cache
def zone_names(identifier: str) -> Choice[tuple[str, str]] | None:
    """A choice of what CLDR calls zones in full, each with its offset; None where it has no such names."""
    zones, cities = locale_part(identifier, "meta_zones"), locale_part(identifier, "time_zones")
    weights: dict[tuple[str, str], float] = {}
    for name, offsets in _ZONES.items():
        long = zones.get(name, {}).get("long", {})
        for season, offset in zip(("standard", "daylight"), offsets, strict=True):
            if offset and long.get(season):
                weights[long[season], offset] = 1.0
    universal = cities.get("Etc/UTC", {}).get("long", {}).get("standard")
    if universal:
        weights[universal, UTC] = float(_UTC_AMONG_ZONES)
    return Choice(weights) if weights else None


@functools.cache
def locales_with_own_marks() -> Choice[str]:
    """A choice of the locales whose marks of the halves of the day are not AM and PM, every language as often."""
    by_language: dict[str, list[str]] = {}
    for identifier in identifiers():
        names = locale_part(identifier, "day_periods")["format"]["abbreviated"]
        if identifier not in HELD_OUT_LOCALES and (names.get("am"), names.get("pm")) != ("AM", "PM"):
            by_language.setdefault(identifier.partition("_")[0], []).append(identifier)
    return Choice({name: 1 / len(names) for names in by_language.values() for name in names})
