"""Names: what each locale calls months and weekdays, and whose a name is that means two months."""

import functools
import unicodedata

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import by_language, language_of, script_of
from datenorm.corpus.languages.year_words import years
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.patterns.pattern import Names, Words
from datenorm.corpus.patterns.prefixes import YEAR_PREFIXES

_LETTERS_TO_CUT = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})
# Where languages have one name for different months, its source counts, times the weight of its language: CLDR, the
# languages' files, and what is left of a name that is cut.
_OF_CLDR, _OF_FILE, _CUT = 1000.0, 100.0, 1.0
_ROOT_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # what Babel has where a language has none


def month_of(name: str) -> int | None:
    """The month, 1 to 12, that a name means to most of those who use it; None where nobody does."""
    month = _owners().get(_key(name))
    return None if month is None else month + 1


def weight_as_month(name: str) -> float:
    """The weight of the largest language in which CLDR calls a month so; 0 where none does."""
    return max(cldr_months().get(_key(name), {}).values(), default=0.0)


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


def months_as_given(identifier: str) -> Names:
    """The names of the twelve months that CLDR and the language's file have, in all grammatical cases.

    Also those that readers of larger languages take for another month.
    """
    sets = (
        *_raw_months(identifier).values(),
        *_other_names(identifier),
        language_of(identifier).months_after_in or ("",) * 12,
    )
    return tuple(tuple(filter(None, of_month)) for of_month in zip(*sets, strict=True))


def weekdays_as_given(identifier: str) -> Names:
    """The names of the seven weekdays, from Monday, that CLDR and the language's file have."""
    return _weekdays(identifier)["E"]


def _other_names(identifier: str) -> tuple[tuple[str, ...], ...]:
    """The sets of twelve names that the language's file has for the locale's script."""
    language = language_of(identifier)
    in_script = language.in_script.get(script_of(identifier) or language.bare_script)
    return in_script.other_month_names if in_script else language.other_month_names


def _key(name: str) -> str:
    """The name as it is compared with others: canonical, without a full stop."""
    return canonicalize(name).strip(" .")


def _cuts(name: str) -> list[str]:
    """The name cut to three and four letters, in the scripts that abbreviate so."""
    bare = name.rstrip(".")
    if len(bare) < 5 or not bare.isalpha() or unicodedata.name(bare[0]).split()[0] not in _LETTERS_TO_CUT:
        return []
    return [unicodedata.normalize("NFC", bare)[:length] for length in (3, 4) if len(bare) > length]


@functools.cache
def cldr_months() -> dict[str, dict[int, float]]:
    """Canonical name, as CLDR has it -> the months, 1 to 12, that it means, and by the weight of which language."""
    found: dict[str, dict[int, float]] = {}
    for identifier in identifiers():
        weight = language_of(identifier).weight
        for _, twelve in sorted(_raw_months(identifier).items()):
            for month, name in enumerate(twelve, 1):
                months = found.setdefault(_key(name), {})
                months[month] = max(months.get(month, 0.0), weight)
    return found


@functools.cache
def _owners() -> dict[str, int]:
    """Canonical name -> its month, 0 to 11: of several the one whose languages weigh most."""
    claims = {
        name: {month - 1: _OF_CLDR * weight for month, weight in months.items()}
        for name, months in cldr_months().items()
    }

    def claim(name: str, month: int, weight: float) -> None:
        months = claims.setdefault(_key(name), {})
        months[month] = max(months.get(month, 0.0), weight)

    for identifier in identifiers():
        weight = language_of(identifier).weight
        for twelve in _raw_months(identifier).values():
            for month, name in enumerate(twelve):
                for cut in _cuts(name):
                    claim(cut, month, _CUT * weight)
        for twelve in (*_other_names(identifier), language_of(identifier).months_after_in):
            for month, name in enumerate(twelve):
                claim(name, month, _OF_FILE * weight)
    return {name: max(sorted(months), key=lambda month: months[month]) for name, months in claims.items()}


@functools.cache
def words_of(identifier: str, shown: str) -> Words:
    """The locale's names, without those that readers take for another month.

    Args:
        identifier: Babel's, such as 'pt_BR'.
        shown: '' for any pattern, 'day' or 'year' for one that has a full stop after the day or the year. The full stop
            can show whose name a shared one is.
    """
    language = language_of(identifier)
    wide, short, alone, alone_short = (
        _names(identifier, _raw_months(identifier)[context, width], shown)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    )
    sets = _other_names(identifier)
    other = tuple(_kept(identifier, tuple(twelve[month] for twelve in sets), month, shown) for month in range(12))
    short = tuple(_abbreviations(identifier, names, month, shown) for month, names in enumerate(short))
    alone_short = tuple(_abbreviations(identifier, names, month, shown) for month, names in enumerate(alone_short))
    cut = tuple(_kept_cuts(identifier, month) for month in range(12))
    months = {
        "MMMM": _join((wide, 8), (other, 1)),
        "LLLL": _join((alone, 8), (other, 1)),
        "MMM": _join((short, 3), (cut, 1), (other, 1)),
        "LLL": _join((alone_short, 3), (cut, 1)),
    }
    # What people put into any order and between any separators: also the name as it is alone ("6 март").
    alike = _join((wide, 5), (short, 2), (cut, 1), (other, 1), (alone, 1), (alone_short, 1))
    months["month"] = tuple(tuple(_without_article(name, language.month_articles) for name in names) for names in alike)
    months["in month"] = _names(identifier, language.months_after_in, shown)
    for slot, fallback in (("MMM", "MMMM"), ("LLL", "LLLL")):
        months[slot] = tuple(names or months[fallback][month] for month, names in enumerate(months[slot]))
    # Where the calendar is another one, readers take a year with CLDR's mark of the era for a year of that calendar.
    eras = locale_data(identifier)["eras"].get("abbreviated", {})
    return Words(
        months=months,
        weekdays=_weekdays(identifier),
        quarters=_quarters(identifier),
        era="" if language.calendar == "ethiopian" else eras.get(1, ""),
        numbered_days=language.numbered_days,
        day_words=language.day_words,
        month_words=language.month_words,
        weekday_words=language.weekday_words,
        year_words=years(language.code),
    )


def _without_article(name: str, articles: tuple[str, ...]) -> str:
    return next((name.removeprefix(article) for article in articles if name.startswith(article)), name)


def _names(identifier: str, twelve: tuple[str, ...], shown: str) -> Names:
    return tuple(_kept(identifier, (name,), month, shown) for month, name in enumerate(twelve))


def _kept(identifier: str, names: tuple[str, ...], month: int, shown: str) -> tuple[str, ...]:
    """The names that readers take for the locale's month."""
    shared = language_of(identifier).shared_month_names

    def is_kept(name: str) -> bool:
        key = _key(name)
        return key not in _before_years() and (_owners()[key] == month or shown in shared.get(key, ()))

    return tuple(name for name in names if name and is_kept(name))


@functools.cache
def _before_years() -> frozenset[str]:
    """What larger languages put before a year: "rok 2031" is the year in Czech, though Masai calls June so."""
    texts = (text for phrases in by_language("phrases").values() for text in phrases)
    phrases = (text.removesuffix("{y}") for text in texts if text.endswith(" {y}"))
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


def _weekdays(identifier: str) -> dict[str, Names]:
    language = language_of(identifier)
    days = locale_data(identifier)["days"]["format"]
    slots: dict[str, Names] = {}
    for slot, width in (("EEEE", "wide"), ("EEE", "abbreviated")):
        seven = tuple(days[width][day] for day in range(7))
        is_own = seven != _ROOT_WEEKDAYS or language.code == "en"
        is_named = is_own and all(any(map(str.isalpha, name)) for name in seven)
        slots[slot] = tuple(_weekday_forms(name) for name in seven) if is_named else ((),) * 7
    if language.other_weekday_names:
        others = zip(slots["EEE"], language.other_weekday_names, strict=True)
        slots["EEE"] = tuple((*names, other) for names, other in others)
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
    """With and without the full stop that some put after an abbreviation."""
    if name.endswith("."):
        return name, name, name[:-1]
    return (name, name, name, f"{name}.") if len(name) <= 3 and name.isalpha() and name.isascii() else (name,)
