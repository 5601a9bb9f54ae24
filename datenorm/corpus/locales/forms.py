"""Forms: what Babel and the hand-written tables say of how each locale writes dates, read once."""

import dataclasses
import functools

from babel import Locale

from datenorm.corpus.languages.phrases import PHRASES
from datenorm.corpus.languages.seasons import SEASONS
from datenorm.corpus.languages.spelled import PATTERNS
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.locales.names import words_of
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, Pattern, Words, from_cldr, parse

# Within one locale: the four patterns that it names short, medium, long and full are used more than its skeletons.
_FORMAT_REPEATS = 4
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


@functools.cache
def forms(identifier: str) -> Forms:
    """What Babel and the hand-written tables say of one locale."""
    locale = Locale.parse(identifier)
    language = locale.language
    full, partial = _cldr_patterns(locale)
    phrases = (
        [parse(text) for text in PHRASES.get(language, ()) + PATTERNS.get(language, ()) + SEASONS.get(language, ())]
        if _is_main_script(identifier)
        else []
    )
    words = {shown: words_of(identifier, shown) for shown in ("", "d", "y")}
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
        bool(names) and language not in _MONTHS_ARE_NUMBERS and not _are_numbers(names),
    )


def _are_numbers(names: list[str]) -> bool:
    """Whether most have a digit: a few do in Levantine Arabic, which counts two pairs of its months."""
    return 2 * sum(any(map(str.isdigit, name)) for name in names) > len(names)


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
        text = from_cldr(pattern.pattern) if not set(skeleton) & set("hHmsBv") else None
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
        # "1942 3", a year and a quarter to CLDR, is March to everybody.
        if "Q" in pattern.slots and not any(map(str.isalpha, "".join(literal for literal, *_ in pattern.parts))):
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
