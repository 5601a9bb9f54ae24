"""Forms: how each locale writes dates, from Babel and from its language's file, read once."""

import dataclasses
import functools

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import Language, language_of, script_of
from datenorm.corpus.locales.babel_data import locale_data
from datenorm.corpus.locales.digits import digits_of
from datenorm.corpus.locales.names import words_of
from datenorm.corpus.patterns.pattern import NAMED_MONTHS, Pattern, Words, from_cldr, parse
from datenorm.corpus.patterns.shared import IN_WORDS

# Within one locale: the four patterns that it names short, medium, long and full are used more than its skeletons.
_FORMAT_REPEATS = 4
_MOST_REPEATS = 8
_FIELDS_OF_CLOCKS = frozenset("hHmsBv")


@dataclasses.dataclass(frozen=True, slots=True)
class Forms:
    """How one locale writes dates.

    Attributes:
        identifier: Babel's, such as 'pt_BR'.
        language: What its language says.
        words: Its names of months and weekdays: '' for any pattern, 'day' and 'year' for one that has a full stop
            after the day or the year. The full stop can show whose name a shared one is.
        order: The order of its all-number dates, such as 'DMY'.
        full: CLDR's patterns of whole dates, the commoner ones more than once.
        partial: CLDR's patterns of parts.
        phrases: The patterns of whole dates in the language's file.
        partial_phrases: The patterns of parts in the language's file.
        digits: A table from 0-9 to the script's own digits, empty if it has none.
        spelled: Whether its months are words (most) and not numbers with a unit (Chinese 1月).
    """

    identifier: str
    language: Language
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
    """How the locale writes dates.

    Args:
        identifier: Babel's, such as 'pt_BR'.
    """
    language = language_of(identifier)
    full, partial = _cldr_patterns(identifier)
    phrases = [parse(text) for text in _phrases(language)] if suits_script(identifier) else []
    words = words_of(identifier, "")
    shown = {stop: words_of(identifier, stop) if language.shared_month_names else words for stop in ("day", "year")}
    names = [name for months in words.months.values() for names in months for name in names]
    return Forms(
        identifier,
        language,
        {"": words, **shown},
        next((pattern.order for pattern in full if pattern.order), "YMD"),
        full,
        partial,
        tuple(pattern for pattern in phrases if pattern.full),
        tuple(pattern for pattern in phrases if not pattern.full),
        digits_of(identifier),
        bool(names) and not language.months_are_numbers and not _are_numbers(names),
    )


def phrases_in_words(language: Language) -> tuple[str, ...]:
    """The language's patterns with words for numbers, and those that all such languages share."""
    shared = bool(language.phrases_in_words) and not language.months_are_numbers
    return language.phrases_in_words + (IN_WORDS if shared else ())


def _phrases(language: Language) -> tuple[str, ...]:
    return language.phrases + phrases_in_words(language) + language.seasons


def suits_script(identifier: str) -> bool:
    """Whether the language's phrases are in the script that the locale writes."""
    language = language_of(identifier)
    script = script_of(identifier) or language.bare_script
    return not script or script in language.phrase_scripts


@functools.cache
def known_months(identifier: str) -> frozenset[str]:
    """The canonical names of a locale's months, none for '': noise must not turn one into another."""
    if not identifier:
        return frozenset()
    months = forms(identifier).words[""].months.values()
    return frozenset(canonicalize(name).strip(".") for names in months for month in names for name in month)


def _are_numbers(names: list[str]) -> bool:
    """Whether most have a digit: a few do in Levantine Arabic, which counts two pairs of its months."""
    return 2 * sum(any(map(str.isdigit, name)) for name in names) > len(names)


def _cldr_patterns(identifier: str) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    """CLDR's patterns of whole dates, and of parts, the commoner ones more than once."""
    data = locale_data(identifier)
    texts: dict[str, int] = {}
    for pattern in data["date_formats"].values():
        text = from_cldr(pattern.pattern)
        if text:
            texts[text] = texts.get(text, 0) + _FORMAT_REPEATS
    for skeleton, pattern in sorted(data["datetime_skeletons"].items()):
        text = None if _FIELDS_OF_CLOCKS & set(skeleton) else from_cldr(pattern.pattern)
        if text:
            texts[text] = texts.get(text, 0) + 1
    texts["{LLLL}"] = 1
    full: list[Pattern] = []
    partial: list[Pattern] = []
    for text, repeats in texts.items():
        pattern = parse(text)
        if _states_a_date(pattern) and not _is_read_otherwise(pattern, language_of(identifier)):
            (full if pattern.full else partial).extend([pattern] * min(repeats, _MOST_REPEATS))
    return tuple(full), tuple(partial)


def _states_a_date(pattern: Pattern) -> bool:
    """Whether a year or a named month is stated: a weekday, a day or the number of a month alone is no date."""
    return "year" in pattern.states or ("month" in pattern.states and (_is_named(pattern) or "day" in pattern.states))


def _is_read_otherwise(pattern: Pattern, language: Language) -> bool:
    """Whether readers take what the pattern writes for another date."""
    short_year_beside_name = _is_named(pattern) and "yy" in pattern.slots
    return (
        _is_quarter_like_month(pattern)
        # "13 Feb 15" is the 13th: a short year beside a named month is last or not there at all.
        or (short_year_beside_name and pattern.slots[-1] != "yy")
        # `phrases_with_eras` writes the short years of the other calendar.
        or (short_year_beside_name and language.calendar == "buddhist")
    )


def _is_quarter_like_month(pattern: Pattern) -> bool:
    """Whether a quarter is a number alone: "1942 3" is March to everybody."""
    return "Q" in pattern.slots and not any(map(str.isalpha, "".join(literal for literal, *_ in pattern.parts)))


def _is_named(pattern: Pattern) -> bool:
    return not NAMED_MONTHS.isdisjoint(pattern.slots)
