"""Relative words: what a language says about moments that hang on the day of writing, beside what CLDR has.

The class is the section `relative` of a language's file.
"""

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from datenorm.core.moments import SEASONS
from datenorm.corpus.languages import checks
from datenorm.corpus.languages.moment_words import PARTS_OF_DAY
from datenorm.corpus.languages.slots import (
    BETWEEN_SLOTS,
    BOUND_SLOTS,
    COUNTED_SLOTS,
    DATE_SLOTS,
    LAST_DAY_SLOTS,
    LONE_DAY_SLOTS,
    NTH_WEEKDAY_SLOTS,
    PAIR_SLOTS,
    RELATIVE_WEEKDAY_SLOTS,
)

Texts = tuple[str, ...]

UNITS = {
    **{"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D", "hour": "h", "minute": "m", "second": "s"},
    "weekend": "E",
}
"""Unit -> its letter in the machine form."""

UNITS_WITH_HALVES = ("year", "day", "hour", "minute")
"""Units whose half is a number of a smaller unit: half a day is 12 hours."""

BARE = "bare"
"""The key of what states a weekday, or a month, and no amount."""

ANY = "any"
"""The key of what suits any relative expression."""

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories, which the key of a count can name."""

_AMOUNT = re.compile(r"([+-]?\d{1,4}) (\w+)")


@dataclasses.dataclass(frozen=True, slots=True)
class Amount:
    """A distance from the day of writing.

    Attributes:
        number: How many units; negative ones are past.
        unit: A key of `UNITS`.
    """

    number: int
    unit: str

    def to_machine(self) -> str:
        """Sign, four digits and the unit's letter.

        >>> Amount(-3, "day").to_machine()
        '-0003D'
        """
        return f"{'-' if self.number < 0 else '+'}{abs(self.number):04d}{UNITS[self.unit]}"


@dataclasses.dataclass(frozen=True, slots=True)
class RelativeWords:
    """How a language says moments by the day of writing: the section `relative`.

    Attributes:
        dates: Those of its `phrases` that hang on the day of writing -> by how much: "last {month}".
        named: Amount -> what says it: "tomorrow".
        counted: Amount of 1 or -1 and plural category, '' for any -> patterns of a count of them: "{n} days ago".
        halves: The same -> patterns of a count and a half: "in {n} and a half hours".
        pairs: "+" or "-" -> what is around two counts, beside what CLDR has: "{pair} from now".
        spans: As for counts -> patterns of so many of them, all: "the last {n} days".
        named_spans: Amount -> what says all of them: "the next few days".
        weekdays: Amount, or None for a bare weekday -> patterns: "next {E}".
        weekday_names: The seven weekdays as `{E}` writes them, where they are not CLDR's; "|" is between two ways.
        weekday_forms: Slot -> what it writes for each weekday: its name in another case, "E genitive", or a word that
            agrees with it.
        lone_days: Patterns of a day without its month, with or without its weekday: "Friday the {nth}".
        ordinals: First to fifth and last, as `{nth}` writes them; or one for each weekday, with "|" between them.
        ordinals_with_article: The same as `{the nth}` writes them: Italian "il primo" and "l'ultimo".
        nth_weekdays: Amount of months, or None for a month that is named -> patterns: "{nth} {E} of next month".
        last_days: The same of the last day of a month: "the last day of {month}".
        parts: Amount of weeks, months or years -> what says the beginning, middle or end of one: "early next week".
        months: Amount of years or months -> patterns of dates, beside those of `dates`: "{MMMM} last year".
        seasons: Amount of years and season -> what says both: "last winter".
        parts_of_day: Days from now and the part of the day -> what says both: "tonight".
        starts: Amount, `BARE` for a weekday or `ANY` -> what begins a range, "from {r}".
        ends: The same of what ends one: "until {r}".
        after: The same of an open end, alone: "since {r}".
        before: The same of an open start, alone: "by {r}".
        between: Patterns of two relative expressions: "between {a} and {b}".
        no_bounds: First or last words of expressions that no such words can be beside: "in" of "in 3 days".
    """

    dates: Mapping[str, Amount] = dataclasses.field(default_factory=dict)
    named: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    counted: Mapping[tuple[Amount, str], Texts] = dataclasses.field(default_factory=dict)
    halves: Mapping[tuple[Amount, str], Texts] = dataclasses.field(default_factory=dict)
    pairs: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    spans: Mapping[tuple[Amount, str], Texts] = dataclasses.field(default_factory=dict)
    named_spans: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    weekdays: Mapping[Amount | None, Texts] = dataclasses.field(default_factory=dict)
    weekday_names: Texts = ()
    weekday_forms: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    lone_days: Texts = ()
    ordinals: Texts = ()
    ordinals_with_article: Texts = ()
    nth_weekdays: Mapping[Amount | None, Texts] = dataclasses.field(default_factory=dict)
    last_days: Mapping[Amount | None, Texts] = dataclasses.field(default_factory=dict)
    parts: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    months: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    seasons: Mapping[tuple[Amount, str], Texts] = dataclasses.field(default_factory=dict)
    parts_of_day: Mapping[tuple[int, str], Texts] = dataclasses.field(default_factory=dict)
    starts: Mapping[Amount | str, Texts] = dataclasses.field(default_factory=dict)
    ends: Mapping[Amount | str, Texts] = dataclasses.field(default_factory=dict)
    after: Mapping[Amount | str, Texts] = dataclasses.field(default_factory=dict)
    before: Mapping[Amount | str, Texts] = dataclasses.field(default_factory=dict)
    between: Texts = ()
    no_bounds: Texts = ()


def _amount(where: str, value: Any) -> Amount:
    """An amount, such as "-3 day"."""
    found = _AMOUNT.fullmatch(checks.text(where, value))
    if not found:
        raise checks.wrong(where, 'an amount such as "-3 day"', value)
    return Amount(int(found[1]), checks.known(where, found[2], UNITS))


def _one(where: str, value: str) -> tuple[Amount, str]:
    """A direction, a unit and perhaps a plural category, such as "-day" and "-day few"."""
    unit, _, plural = value[1:].partition(" ")
    if value[:1] not in ("+", "-"):
        raise checks.wrong(where, 'a direction and a unit such as "-day"', value)
    if plural:
        checks.known(where, plural, PLURALS)
    return Amount(int(value[0] + "1"), checks.known(where, unit, UNITS)), plural


def _of_halves(where: str, value: str) -> tuple[Amount, str]:
    """A direction and a unit whose half is counted in another one: half an hour is 30 minutes."""
    amount, plural = _one(where, value)
    checks.known(where, amount.unit, UNITS_WITH_HALVES)
    return amount, plural


def _direction(where: str, value: str) -> str:
    return checks.known(where, value, ("+", "-"))


def _season(where: str, value: str) -> tuple[Amount, str]:
    """Years from now and a season, such as "-1 winter"."""
    years, _, season = value.partition(" ")
    if not re.fullmatch(r"[+-]?\d", years):
        raise checks.wrong(where, 'years and a season, such as "-1 winter"', value)
    return Amount(int(years), "year"), checks.known(where, season, SEASONS)


def _amount_or_bare(where: str, value: str) -> Amount | None:
    return None if value == BARE else _amount(where, value)


def _amount_or_word(where: str, value: str) -> Amount | str:
    return value if value in (BARE, ANY) else _amount(where, value)


def _day_and_part(where: str, value: str) -> tuple[int, str]:
    """Days from now and a part of the day, such as "+1 morning"."""
    days, _, part = value.partition(" ")
    if not re.fullmatch(r"[+-]?\d", days):
        raise checks.wrong(where, 'days and a part of the day, such as "+1 morning"', value)
    return int(days), checks.known(where, part, PARTS_OF_DAY)


def _keyed(read_key: Callable[[str, str], Any], read: checks.Read) -> checks.Read:
    """A reader of a table whose keys are read, too."""

    def read_table(where: str, value: Any) -> dict[Any, Any]:
        return {read_key(where, key): one for key, one in checks.table_of(read)(where, value).items()}

    return read_table


def _patterns(slots: Collection[str]) -> checks.Read:
    return checks.list_with_alternatives(checks.with_slots(slots))


def _dates(where: str, value: Any) -> dict[str, Amount]:
    read = checks.with_slots(DATE_SLOTS)
    return {read(where, key): amount for key, amount in checks.table_of(_amount)(where, value).items()}


_BOUNDS = ("starts", "ends", "after", "before")
_texts = checks.list_with_alternatives(checks.text)
_seven = checks.list_of(checks.text, 7)


def _ordinal(where: str, value: Any) -> str:
    """An ordinal number, or seven that agree with the weekdays."""
    ordinal = checks.text(where, value)
    if ordinal.count("|") not in (0, 6):
        raise checks.wrong(where, 'one ordinal, or seven with "|" between them', value)
    return ordinal


def _keys(forms: Collection[str]) -> dict[str, checks.Read]:
    """The readers of all keys.

    Args:
        forms: The language's own slots: the keys of `weekday_forms`.
    """
    return {
        "dates": _dates,
        "named": _keyed(_amount, _texts),
        "counted": _keyed(_one, _patterns(COUNTED_SLOTS)),
        "halves": _keyed(_of_halves, _patterns(COUNTED_SLOTS)),
        "pairs": _keyed(_direction, _patterns(PAIR_SLOTS)),
        "spans": _keyed(_one, _patterns(COUNTED_SLOTS)),
        "named_spans": _keyed(_amount, _texts),
        "weekdays": _keyed(_amount_or_bare, _patterns({*RELATIVE_WEEKDAY_SLOTS, *forms})),
        "weekday_names": _seven,
        "weekday_forms": checks.table_of(_seven),
        "lone_days": _patterns({*LONE_DAY_SLOTS, *forms}),
        **dict.fromkeys(("ordinals", "ordinals_with_article"), checks.list_of(_ordinal, 6)),
        "nth_weekdays": _keyed(_amount_or_bare, _patterns({*NTH_WEEKDAY_SLOTS, *forms})),
        "last_days": _keyed(_amount_or_bare, _patterns(LAST_DAY_SLOTS)),
        "parts": _keyed(_amount, _texts),
        "months": _keyed(_amount, _patterns(DATE_SLOTS)),
        "seasons": _keyed(_season, _texts),
        "parts_of_day": _keyed(_day_and_part, _texts),
        **dict.fromkeys(_BOUNDS, _keyed(_amount_or_word, _patterns({*BOUND_SLOTS, *forms}))),
        "between": _patterns(BETWEEN_SLOTS),
        "no_bounds": _texts,
    }


def read_relative(where: str, value: Any) -> RelativeWords:
    """The section `relative`."""
    forms = value.get("weekday_forms") if isinstance(value, dict) else None
    words = RelativeWords(**checks.table(where, value, _keys(forms if isinstance(forms, dict) else ())))
    if words.nth_weekdays and not words.ordinals:
        raise ValueError(f"{where}: expected ordinals beside nth_weekdays. Received none")
    have_article = any("{the nth}" in text for texts in words.nth_weekdays.values() for text in texts)
    if have_article and not words.ordinals_with_article:
        raise ValueError(f"{where}: expected ordinals_with_article beside {{the nth}}. Received none")
    return words
