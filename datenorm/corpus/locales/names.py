"""Names: what each locale calls the months and weekdays, and to whom a month's name belongs that means two."""

import functools
import unicodedata

from babel import Locale

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.month_names import ALTERNATIVES, LOCATIVES, SHOWN_BY
from datenorm.corpus.languages.particles import NUMBERED_DAYS, YEAR_PREFIXES
from datenorm.corpus.languages.phrases import PHRASES
from datenorm.corpus.languages.spelled import days, years
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.locales.chooser import identifiers, weight_of
from datenorm.corpus.patterns.pattern import Names, Words

_LETTERS_TO_CUT = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})
# Ethiopian readers take a year with their era's sign for one of their own calendar, eight years behind.
_OTHER_ERA = frozenset({"am", "byn", "gez", "ti", "tig", "wal"})


def month_of(name: str) -> int | None:
    """The month, 1 to 12, that a name means to most who have it among theirs; None if nobody has."""
    month = _owners().get(_key(name))
    return None if month is None else month + 1


@functools.cache
def _raw_months(identifier: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, width) -> twelve names; empty where Babel has only M01, numbers or nothing."""
    months = locale_data(identifier)["months"]
    names = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            twelve = tuple(months[context][width][month] for month in range(1, 13))
            sane = all(any(map(str.isalpha, name)) and not name.startswith("M0") for name in twelve)
            names[context, width] = twelve if sane else ("",) * 12
    return names


def _alternatives(identifier: str) -> tuple[tuple[str, ...], ...]:
    language = identifier.partition("_")[0]
    if language == "sr" and "Latn" not in identifier:
        return ALTERNATIVES["sr_Cyrl"]
    return ALTERNATIVES.get(language, ()) if "Cyrl" not in identifier else ()


def _locatives(identifier: str) -> tuple[str, ...]:
    return LOCATIVES.get(identifier.partition("_")[0], ("",) * 12)


def _key(name: str) -> str:
    return canonicalize(name).strip(" .")


def _cuts(name: str) -> list[str]:
    bare = name.rstrip(".")
    if len(bare) < 5 or not bare.isalpha() or unicodedata.name(bare[0]).split()[0] not in _LETTERS_TO_CUT:
        return []
    return [unicodedata.normalize("NFC", bare)[:length] for length in (3, 4) if len(bare) > length]


@functools.cache
def cldr_months() -> dict[str, dict[int, float]]:
    """Canonical name, as CLDR has it -> the months, 1 to 12, that it means, and by the weight of which language."""
    found: dict[str, dict[int, float]] = {}
    for identifier in identifiers():
        weight = weight_of(identifier.partition("_")[0])
        for _, twelve in sorted(_raw_months(identifier).items()):
            for month, name in enumerate(twelve, 1):
                months = found.setdefault(_key(name), {})
                months[month] = max(months.get(month, 0.0), weight)
    return found


@functools.cache
def _owners() -> dict[str, int]:
    """Name -> its month: of several the one whose languages weigh most, own names before cut ones."""
    claims = {
        name: {month - 1: 1000.0 * weight for month, weight in months.items()} for name, months in cldr_months().items()
    }

    def claim(name: str, month: int, weight: float) -> None:
        months = claims.setdefault(_key(name), {})
        months[month] = max(months.get(month, 0.0), weight)

    for identifier in identifiers():
        weight = weight_of(identifier.partition("_")[0])
        for twelve in _raw_months(identifier).values():
            for month, name in enumerate(twelve):
                for cut in _cuts(name):
                    claim(cut, month, weight)
        for twelve in (*_alternatives(identifier), _locatives(identifier)):
            for month, name in enumerate(twelve):
                claim(name, month, 100.0 * weight)
    return {name: max(sorted(months), key=lambda month: months[month]) for name, months in claims.items()}


@functools.cache
def words_of(identifier: str, shown: str) -> Words:
    """The locale's names, those that other languages have for another month left out.

    Args:
        identifier: Babel's, such as 'pt_BR'.
        shown: '' for any pattern, 'd' or 'y' for one that has a full stop after the day or the year, which can show
            whose name a shared one is.
    """
    raw = _raw_months(identifier)
    locale = Locale.parse(identifier)
    wide, short = (
        _names(identifier, raw["format", "wide"], shown),
        _names(identifier, raw["format", "abbreviated"], shown),
    )
    alone, alone_short = (
        _names(identifier, raw["stand-alone", "wide"], shown),
        _names(identifier, raw["stand-alone", "abbreviated"], shown),
    )
    other = tuple(
        tuple(
            name for twelve in _alternatives(identifier) for name in _kept(identifier, (twelve[month],), month, shown)
        )
        for month in range(12)
    )
    short = tuple(_abbreviations(identifier, names, month, shown) for month, names in enumerate(short))
    alone_short = tuple(_abbreviations(identifier, names, month, shown) for month, names in enumerate(alone_short))
    cut = tuple(_kept_cuts(identifier, month) for month in range(12))
    months = {
        "MMMM": _join((wide, 8), (other, 1)),
        "LLLL": _join((alone, 8), (other, 1)),
        "MMM": _join((short, 3), (cut, 1), (other, 1)),
        "LLL": _join((alone_short, 3), (cut, 1)),
    }
    # What people put into any order and between any separators: also the name as it stands alone ("6 март").
    alike = _join((wide, 5), (short, 2), (cut, 1), (other, 1), (alone, 1), (alone_short, 1))
    months["month"] = tuple(tuple(_without_article(name) for name in names) for names in alike)
    months["in month"] = _names(identifier, _locatives(identifier), shown)
    for slot, fallback in (("MMM", "MMMM"), ("LLL", "LLLL")):
        months[slot] = tuple(names or months[fallback][month] for month, names in enumerate(months[slot]))
    language = locale.language
    era = "" if language in _OTHER_ERA else locale_data(identifier)["eras"].get("abbreviated", {}).get(1, "")
    numbered_days = NUMBERED_DAYS.get(language, _plain_day)
    return Words(months, _weekdays(locale), _quarters(identifier), era, numbered_days, days(language), years(language))


def _without_article(name: str) -> str:
    """Catalan and its neighbours have "de gener" and "d'abril" among CLDR's names: right, but only after a day."""
    for article in ("de ", "d’", "d'"):
        if name.startswith(article):
            return name.removeprefix(article)
    return name


def _plain_day(day: int) -> tuple[str, ...]:
    return (str(day),)


def _names(identifier: str, twelve: tuple[str, ...], shown: str) -> Names:
    return tuple(_kept(identifier, (name,), month, shown) for month, name in enumerate(twelve))


def _kept(identifier: str, names: tuple[str, ...], month: int, shown: str) -> tuple[str, ...]:
    """Those names that are the locale's to write."""
    language = identifier.partition("_")[0]
    return tuple(
        name
        for name in names
        if name
        and _key(name) not in _before_years()
        and (_owners()[_key(name)] == month or shown in SHOWN_BY.get((language, _key(name)), ()))
    )


@functools.cache
def _before_years() -> frozenset[str]:
    """What larger languages put before a year: "rok 2031" is the year in Czech, though Masai calls June so."""
    phrases = (text.removesuffix("{y}") for texts in PHRASES.values() for text in texts if text.endswith(" {y}"))
    return frozenset(map(_key, (*YEAR_PREFIXES, *(text for text in phrases if "{" not in text))))


def _kept_cuts(identifier: str, month: int) -> tuple[str, ...]:
    """The month's name cut to three and four letters, where no other month of the language is cut so."""
    raw = _raw_months(identifier)
    cuts: list[str] = []
    for twelve in (raw["format", "wide"], raw["stand-alone", "wide"]):
        others = {_key(name)[:length] for i, name in enumerate(twelve) for length in (3, 4) if i != month}
        cuts += [cut for cut in _cuts(twelve[month]) if _key(cut) not in others and _owners()[_key(cut)] == month]
    return tuple(dict.fromkeys(cuts))


def _abbreviations(identifier: str, names: tuple[str, ...], month: int, shown: str) -> tuple[str, ...]:
    """With and without the full stop that CLDR gives or leaves out, in scripts that have one."""
    both = list(names)
    for name in names:
        if name.endswith("."):
            both += [name[:-1], name]
        elif _cuts(name + "xxxxx") and name not in _raw_months(identifier)["format", "wide"]:
            both += [name, name, f"{name}."]
    return _kept(identifier, tuple(both), month, shown)


def _join(*shares: tuple[Names, int]) -> Names:
    """One choice of names a month, each list as often as its share says."""
    joined = []
    for month in range(12):
        names: list[str] = []
        for twelve, share in shares:
            own = tuple(name for name in twelve[month] if name)
            names += [own[i % len(own)] for i in range(max(share, len(own)))] if own else []
        joined.append(tuple(names))
    return tuple(joined)


def _weekdays(locale: Locale) -> dict[str, Names]:
    days = locale_data(str(locale))["days"]
    root = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    slots: dict[str, Names] = {}
    for slot, width in (("EEEE", "wide"), ("EEE", "abbreviated")):
        seven = tuple(days["format"][width][day] for day in range(7))
        sane = all(any(map(str.isalpha, name)) for name in seven) and (seven != root or locale.language == "en")
        slots[slot] = tuple(_weekday_forms(name) for name in seven) if sane else ((),) * 7
    if locale.language == "en":
        slots["EEE"] = tuple(
            (*names, other)
            for names, other in zip(slots["EEE"], ("Mon", "Tues", "Weds", "Thurs", "Fri", "Sat", "Sun"), strict=True)
        )
    slots["E"] = tuple(a + b for a, b in zip(slots["EEEE"], slots["EEE"], strict=True))
    return slots


def _quarters(identifier: str) -> dict[str, tuple[str, ...]]:
    slots = {}
    for slot, width in (("QQQ", "abbreviated"), ("QQQQ", "wide")):
        names = locale_data(identifier)["quarters"]["format"][width]
        four = tuple(names[number] for number in range(1, 5))
        # Baluchi has "2/4", which beside a year is the second of April.
        slots[slot] = four if all(any(map(str.isalpha, name)) for name in four) else ("",) * 4
    return slots


def _weekday_forms(name: str) -> tuple[str, ...]:
    if name.endswith("."):
        return name, name, name[:-1]
    return (name, name, name, f"{name}.") if len(name) <= 3 and name.isalpha() and name.isascii() else (name,)
