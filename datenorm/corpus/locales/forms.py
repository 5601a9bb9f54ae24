"""Locales: what Babel knows of how each language and region writes dates, read once."""

import dataclasses
import functools
import random
import unicodedata
from collections.abc import Iterable

from babel import Locale, localedata

from datenorm.corpus.languages.month_names import ALTERNATIVES, SHOWN_BY
from datenorm.corpus.languages.particles import NUMBERED_DAYS
from datenorm.corpus.languages.phrases import PHRASES
from datenorm.corpus.languages.spelled import PATTERNS, days, years
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, Names, Pattern, Words, from_cldr, is_held_out, parse
from datenorm.corpus.phrase import Choice
from datenorm.text import canonicalize

# Whole region variants that training never sees.
HELD_OUT_LOCALES = frozenset({"ar_TN", "de_LI", "en_NZ", "es_UY", "fr_LU", "pt_CV", "ru_KG", "sv_AX", "ta_SG"})

# How often a language is written, about the square root of its readers on the web.
_LANGUAGE_WEIGHTS: dict[str, float] = {
    "en": 50,
    **dict.fromkeys(("de", "es", "fr"), 24),
    **dict.fromkeys(("it", "pt", "ru", "zh"), 18),
    **dict.fromkeys(("ar", "ja", "nl", "pl", "tr"), 13),
    **dict.fromkeys(
        ("cs", "da", "el", "fa", "fi", "he", "hi", "hu", "id", "ko", "nb", "ro", "sv", "th", "uk", "vi"), 9
    ),
    **dict.fromkeys(("bg", "bn", "ca", "hr", "lt", "lv", "et", "sk", "sl", "sr", "ms", "fil", "ur", "eu", "is"), 6),
    **dict.fromkeys("af az be bs cy eo ga gl gu hy ka kk km kn lo mk ml mn mr mt my nn no pa sq".split(), 3.5),
    **dict.fromkeys("sw ta te uz am fo fy gd gsw kl ky lb ne or ps si so tg tk tt ug yue zu".split(), 3),
}
_SMALL_LANGUAGE = 2.0  # each of the two hundred that are not named
# The region-less locale stands for the language's largest region; variants share the rest.
_PLAIN_SHARE = 0.45

# Within one locale: the four patterns that it names short, medium, long and full are used more than its skeletons.
_FORMAT_REPEATS = 4
_LETTERS_TO_CUT = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})
# Ethiopian readers take a year with their era's sign for one of their own calendar, eight years behind.
_OTHER_ERA = frozenset({"am", "byn", "gez", "ti", "tig", "wal"})
_MONTHS_ARE_NUMBERS = frozenset({"ja", "ko", "vi", "yue", "zh"})


@dataclasses.dataclass(frozen=True, slots=True)
class Forms:
    """How one locale writes dates.

    Attributes:
        identifier: Babel's, such as 'pt_BR'.
        language: Its language, such as 'pt'.
        words: Its names of months and weekdays: '' for any pattern, 'd' and 'y' for one that has a full stop after the
            day or the year, which can show whose name a shared one is.
        order: The order of its all-number dates, such as 'DMY'.
        full: CLDR's patterns of whole dates, the commoner ones more than once.
        partial: CLDR's patterns of parts.
        phrases: The hand-written patterns of the language, whole dates.
        partial_phrases: The hand-written patterns of parts.
        digits: A table from 0-9 to the script's own digits, empty if it has none.
        spelled: Whether its months are words (most) and not numbers with a unit (Chinese 1月).
    """

    identifier: str
    language: str
    words: dict[str, Words]
    order: str
    full: tuple[Pattern, ...]
    partial: tuple[Pattern, ...]
    phrases: tuple[Pattern, ...]
    partial_phrases: tuple[Pattern, ...]
    digits: dict[int, str]
    spelled: bool


def weight_of(language: str) -> float:
    """How often the language is written, relative to the others."""
    return _LANGUAGE_WEIGHTS.get(language, _SMALL_LANGUAGE)


@functools.cache
def identifiers() -> tuple[str, ...]:
    """Every locale that Babel has, sorted."""
    return tuple(sorted(localedata.locale_identifiers()))


@functools.cache
def chooser(held_out: bool) -> Choice[str]:
    """A weighted choice of locales; with `held_out` those kept from training get half of the whole weight."""
    by_language: dict[str, list[str]] = {}
    for identifier in identifiers():
        if held_out or identifier not in HELD_OUT_LOCALES:
            by_language.setdefault(identifier.partition("_")[0], []).append(identifier)
    weights: dict[str, float] = {}
    for language, members in by_language.items():
        weight = weight_of(language)
        plain = weight if len(members) == 1 else weight * _PLAIN_SHARE
        weights[members[0]] = plain
        weights |= dict.fromkeys(members[1:], weight * (1 - _PLAIN_SHARE) / max(1, len(members) - 1))
    if held_out:
        total = sum(weights.values())
        weights |= dict.fromkeys(sorted(HELD_OUT_LOCALES), total / len(HELD_OUT_LOCALES))
    return Choice(weights)


@functools.cache
def forms(identifier: str) -> Forms:
    """What Babel and the hand-written tables say of one locale."""
    locale = Locale.parse(identifier)
    language = locale.language
    full, partial = _cldr_patterns(locale)
    phrases = (
        [parse(text) for text in PHRASES.get(language, ()) + PATTERNS.get(language, ())]
        if _is_main_script(identifier)
        else []
    )
    words = {shown: _words(identifier, shown) for shown in ("", "d", "y")}
    names = [name for months in words[""].months.values() for names in months for name in names]
    return Forms(
        identifier,
        language,
        words,
        next((pattern.order for pattern in full if pattern.order), "YMD"),
        full,
        partial,
        tuple(pattern for pattern in phrases if pattern.full),
        tuple(pattern for pattern in phrases if not pattern.full),
        _digits(locale),
        bool(names) and language not in _MONTHS_ARE_NUMBERS and not any(map(str.isdigit, "".join(names))),
    )


def _is_main_script(identifier: str) -> bool:
    """Whether the hand-written phrases, which are in the language's main script, suit the locale."""
    script = identifier.split("_")[1] if identifier.count("_") else ""
    language = identifier.partition("_")[0]
    usual = {"sr": "Latn", "bs": "Latn", "uz": "Latn", "az": "Latn", "kk": "Cyrl"}.get(language)
    if language == "sr" and len(script) != 4:
        return False
    return len(script) != 4 or script in (usual, "Hans", "Hant")


def _cldr_patterns(locale: Locale) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    texts: dict[str, int] = {}
    for pattern in locale_data(str(locale))["date_formats"].values():
        text = from_cldr(pattern.pattern)
        if text:
            texts[text] = texts.get(text, 0) + _FORMAT_REPEATS
    for skeleton, pattern in sorted(locale_data(str(locale))["datetime_skeletons"].items()):
        text = from_cldr(pattern.pattern) if not set(skeleton) & set("hHmsBvQ") else None
        if text:
            texts[text] = texts.get(text, 0) + 1
    texts["{LLLL}"] = 1
    full: list[Pattern] = []
    partial: list[Pattern] = []
    for text, repeats in texts.items():
        pattern = parse(text)
        named = bool(NAMED_MONTHS & set(pattern.slots))
        if not pattern.states or ("month" not in pattern.states and "year" not in pattern.states):
            continue
        # "13 Feb 15" is the 13th: a short year beside a named month stands last or not at all.
        if named and "yy" in pattern.slots and pattern.slots[-1] != "yy":
            continue
        # In Thai a short year is Buddhist; `eras` writes it.
        if locale.language == "th" and named and "yy" in pattern.slots:
            continue
        if pattern.states == {"month"} and not named:
            continue
        (full if pattern.full else partial).extend([pattern] * min(repeats, 8))
    return tuple(full), tuple(partial)


def month_of(name: str) -> int | None:
    """The month, 1 to 12, that a name means to most who have it among theirs; None if nobody has."""
    month = _owners().get(_key(name))
    return None if month is None else month + 1


def usable(patterns: Iterable[Pattern], held_out: bool, whole_locale: bool) -> tuple[Pattern, ...]:
    """Those patterns that training or the held-out part writes; a held-out locale writes all of its own."""
    return tuple(pattern for pattern in patterns if whole_locale or is_held_out(pattern.text) == held_out)


_SCRIPT_DIGITS = {
    **{"ar": "arab", "ckb": "arab", "fa": "arabext", "ur": "arabext", "ps": "arabext", "hi": "deva", "mr": "deva"},
    **{"ne": "deva", "sa": "deva", "bn": "beng", "as": "beng", "my": "mymr", "km": "khmr", "lo": "laoo", "th": "thai"},
    **{"gu": "gujr", "pa": "guru", "kn": "knda", "ml": "mlym", "or": "orya", "ta": "tamldec", "te": "telu"},
    **{"bo": "tibt", "dz": "tibt", "mn_Mong": "mong", "ff_Adlm": "adlm", "sat": "olck", "ccp": "cakm", "nqo": "nkoo"},
}
_ZEROS = {
    **{"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040, "khmr": 0x17E0, "laoo": 0xED0},
    **{"thai": 0xE50, "gujr": 0xAE6, "guru": 0xA66, "knda": 0xCE6, "mlym": 0xD66, "orya": 0xB66, "tamldec": 0xBE6},
    **{"telu": 0xC66, "tibt": 0xF20, "mong": 0x1810, "adlm": 0x1E950, "olck": 0x1C50, "cakm": 0x11136, "nkoo": 0x7C0},
    **{"mtei": 0xABF0, "hmnp": 0x1E140},
}


def _digits(locale: Locale) -> dict[int, str]:
    language, script = locale.language, locale.script
    system = _SCRIPT_DIGITS.get(f"{language}_{script}", None if script else _SCRIPT_DIGITS.get(language))
    zero = _ZEROS.get(system or locale.default_numbering_system)
    return {} if zero is None else {ord("0") + value: chr(zero + value) for value in range(10)}


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


def _key(name: str) -> str:
    return canonicalize(name).strip(" .")


def _cuts(name: str) -> list[str]:
    bare = name.rstrip(".")
    if len(bare) < 5 or not bare.isalpha() or unicodedata.name(bare[0]).split()[0] not in _LETTERS_TO_CUT:
        return []
    return [unicodedata.normalize("NFC", bare)[:length] for length in (3, 4) if len(bare) > length]


@functools.cache
def _owners() -> dict[str, int]:
    """Name -> its month: of several the one whose languages weigh most, own names before cut ones."""
    claims: dict[str, dict[int, float]] = {}
    for identifier in identifiers():
        weight = weight_of(identifier.partition("_")[0])
        for _, twelve in sorted(_raw_months(identifier).items()):
            for month, name in enumerate(twelve):
                for text, share in ((name, 1000.0), *((cut, 1.0) for cut in _cuts(name))):
                    months = claims.setdefault(_key(text), {})
                    months[month] = max(months.get(month, 0.0), weight * share)
        for twelve in _alternatives(identifier):
            for month, name in enumerate(twelve):
                months = claims.setdefault(_key(name), {})
                months[month] = max(months.get(month, 0.0), weight * 100.0)
    return {name: max(sorted(months), key=lambda month: months[month]) for name, months in claims.items()}


@functools.cache
def _words(identifier: str, shown: str) -> Words:
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
    for slot, fallback in (("MMM", "MMMM"), ("LLL", "LLLL")):
        months[slot] = tuple(names or months[fallback][month] for month, names in enumerate(months[slot]))
    language = locale.language
    era = "" if language in _OTHER_ERA else locale_data(identifier)["eras"].get("abbreviated", {}).get(1, "")
    return Words(
        months, _weekdays(locale), era, NUMBERED_DAYS.get(language, _plain_day), days(language), years(language)
    )


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
        if name and (_owners()[_key(name)] == month or shown in SHOWN_BY.get((language, _key(name)), ()))
    )


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


def _weekday_forms(name: str) -> tuple[str, ...]:
    if name.endswith("."):
        return name, name, name[:-1]
    return (name, name, name, f"{name}.") if len(name) <= 3 and name.isalpha() and name.isascii() else (name,)


def random_locale(rng: random.Random, held_out: bool) -> Forms:
    """A locale drawn by its weight."""
    return forms(chooser(held_out)(rng))
