"""Relative words: what a language says about moments that hang on the day of writing, beside what CLDR has.

The class is the section `relative` of a language's file.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Any

from datenorm.corpus.languages import checks
from datenorm.corpus.languages.moment_words import PARTS_OF_DAY
from datenorm.corpus.languages.slots import (
    COUNTED_SLOTS,
    DATE_SLOTS,
    LAST_DAY_SLOTS,
    NTH_WEEKDAY_SLOTS,
    RELATIVE_WEEKDAY_SLOTS,
)

Texts = tuple[str, ...]

UNITS = {
    **{"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D", "hour": "h", "minute": "m", "second": "s"},
    "weekend": "E",
}
"""Unit -> its letter in the machine form."""

BARE = "bare"
"""The key of what states a weekday, or a month, and no amount."""

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
        counted: Amount of 1 or -1 -> patterns of a count of them: "{n} days ago".
        spans: Amount of 1 or -1 -> patterns of so many of them, all: "the last {n} days".
        weekdays: Amount, or None for a bare weekday -> patterns: "next {E}".
        weekday_names: The seven weekdays as `{E}` writes them, where they are not CLDR's.
        ordinals: First to fifth and last, as `{nth}` writes them.
        nth_weekdays: Amount of months, or None for a month that is named -> patterns: "{nth} {E} of next month".
        last_days: The same of the last day of a month: "the last day of {month}".
        parts_of_day: Days from now and the part of the day -> what says both: "tonight".
    """

    dates: Mapping[str, Amount] = dataclasses.field(default_factory=dict)
    named: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    counted: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    spans: Mapping[Amount, Texts] = dataclasses.field(default_factory=dict)
    weekdays: Mapping[Amount | None, Texts] = dataclasses.field(default_factory=dict)
    weekday_names: Texts = ()
    ordinals: Texts = ()
    nth_weekdays: Mapping[Amount | None, Texts] = dataclasses.field(default_factory=dict)
    last_days: Mapping[Amount | None, Texts] = dataclasses.field(default_factory=dict)
    parts_of_day: Mapping[tuple[int, str], Texts] = dataclasses.field(default_factory=dict)


def _amount(where: str, value: Any) -> Amount:
    """An amount, such as "-3 day"."""
    found = _AMOUNT.fullmatch(checks.text(where, value))
    if not found:
        raise checks.wrong(where, 'an amount such as "-3 day"', value)
    return Amount(int(found[1]), checks.known(where, found[2], UNITS))


def _one(where: str, value: str) -> Amount:
    """A direction and a unit, such as "-day"."""
    if value[:1] not in ("+", "-"):
        raise checks.wrong(where, 'a direction and a unit such as "-day"', value)
    return Amount(int(value[0] + "1"), checks.known(where, value[1:], UNITS))


def _amount_or_bare(where: str, value: str) -> Amount | None:
    return None if value == BARE else _amount(where, value)


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


def _patterns(slots: Mapping[str, str]) -> checks.Read:
    return checks.list_of(checks.with_slots(slots))


def _dates(where: str, value: Any) -> dict[str, Amount]:
    read = checks.with_slots(DATE_SLOTS)
    return {read(where, key): amount for key, amount in checks.table_of(_amount)(where, value).items()}


_texts = checks.list_of(checks.text)

RELATIVE_KEYS: dict[str, checks.Read] = {
    "dates": _dates,
    "named": _keyed(_amount, _texts),
    "counted": _keyed(_one, _patterns(COUNTED_SLOTS)),
    "spans": _keyed(_one, _patterns(COUNTED_SLOTS)),
    "weekdays": _keyed(_amount_or_bare, _patterns(RELATIVE_WEEKDAY_SLOTS)),
    "weekday_names": checks.list_of(checks.text, 7),
    "ordinals": checks.list_of(checks.text, 6),
    "nth_weekdays": _keyed(_amount_or_bare, _patterns(NTH_WEEKDAY_SLOTS)),
    "last_days": _keyed(_amount_or_bare, _patterns(LAST_DAY_SLOTS)),
    "parts_of_day": _keyed(_day_and_part, _texts),
}


def read_relative(where: str, value: Any) -> RelativeWords:
    """The section `relative`."""
    words = RelativeWords(**checks.table(where, value, RELATIVE_KEYS))
    if words.nth_weekdays and not words.ordinals:
        raise ValueError(f"{where}: expected ordinals beside nth_weekdays. Received none")
    return words
