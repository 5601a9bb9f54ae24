"""Moment words: what a language says about times of day, ranges, runs of years, and all else but dates.

Each class is a section of a language's file. `load.Language` holds them; `slots` has the slots of their patterns.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from datenorm.corpus.languages import checks
from datenorm.corpus.languages.slots import (
    AROUND_TIME_SLOTS,
    CENTURY_SLOTS,
    DECADE_SLOTS,
    DURATION_SLOTS,
    RECURRENCE_SLOTS,
    TIME_SLOTS,
    TIME_SLOTS_WITH_CASE,
)

Texts = tuple[str, ...]

PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
HOURS = "hours"
"""The case of the hours that a slot without a case has."""


@dataclasses.dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of the day, or a part of a part, such as the early morning.

    Attributes:
        name: One of `PARTS_OF_DAY`.
        hours: From which hour to before which. The night's hours run over midnight.
        words: What follows a time: "in the evening".
        alone: What states the part alone: "evening".
    """

    name: str
    hours: tuple[int, int]
    words: Texts = ()
    alone: Texts = ()

    def holds(self, hour: int) -> bool:
        """Whether the hour lies in the part."""
        start, stop = self.hours
        return start <= hour < stop if start < stop else hour >= start or hour < stop


@dataclasses.dataclass(frozen=True, slots=True)
class TwelveWords:
    """How a language counts minutes from noon and midnight. Its patterns have the slot {twelve}.

    Attributes:
        names: Case -> what noon and midnight are called; '' for the one that has no name.
        past: Patterns of any minute past.
        to: Patterns of minutes that are left.
        quarter_past: Patterns of a quarter past.
        half_past: Patterns of half an hour past.
        quarter_to: Patterns of a quarter that is left.
    """

    names: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    past: Texts = ()
    to: Texts = ()
    quarter_past: Texts = ()
    half_past: Texts = ()
    quarter_to: Texts = ()


@dataclasses.dataclass(frozen=True, slots=True)
class ClockWords:
    """How a language says the time of day: the section `clock`. Its patterns have the slots of `slots.TIME_SLOTS`.

    Attributes:
        whole: Patterns of full hours.
        digits: Patterns of hours and minutes in digits.
        any: Patterns of any minute in words.
        past: Patterns of minutes past the hour.
        to: Patterns of minutes left to the next hour.
        spoken: Minute -> patterns that say it, such as "half past {hour}" for 30.
        late: Patterns of the hours from 13 to 23, and 0, in words.
        spelt: Patterns of minutes or hours below ten, with a word for their zero.
        zero: The words for that zero, each with the space that follows it.
        twelve: How minutes are counted from noon and midnight.
        noon: Minutes past noon -> what says them.
        midnight: Minutes past midnight -> what says them.
        hours: The hours from one to twelve in words, where they are not the cardinal numbers.
        hour_cases: Case -> the hours from one to twelve, or from 0 to 23, in the case that a pattern asks for; '' for
            an hour that has none.
        late_cases: Case -> the hours from 13 to 23, then 0, in words; '' for an hour that has none.
        minute_cases: Case -> minute -> its word.
        endings: Case -> the endings of the numbers from 0 to 59 in digits: Turkish "te" of "15:45'te".
        am: The marks of the morning, beside those of CLDR.
        pm: The marks of the afternoon.
        parts: The parts of the day.
        with_part: Patterns of a time and a part of the day.
        at: Patterns around a time that change nothing.
        bare: Patterns around bare digits that make a time of them: "at 1145".
        about: Patterns that make a time approximate.
        from_: Patterns that make an open end of a time: "from {clock}".
        until: Patterns that make an open start of a time: "until {clock}".
        after_date: Patterns of a date and a time.
        before_date: Patterns of a time and a date.
    """

    whole: Texts = ()
    digits: Texts = ("{h}:{mm}", "{hh}:{mm}", "{hh}:{mm}:{ss}", "{hh}.{mm}")
    any: Texts = ()
    past: Texts = ()
    to: Texts = ()
    spoken: Mapping[int, Texts] = dataclasses.field(default_factory=dict)
    late: Texts = ()
    spelt: Texts = ()
    zero: Texts = ()
    twelve: TwelveWords = TwelveWords()
    noon: Mapping[int, Texts] = dataclasses.field(default_factory=dict)
    midnight: Mapping[int, Texts] = dataclasses.field(default_factory=dict)
    hours: Texts = ()
    hour_cases: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    late_cases: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    minute_cases: Mapping[str, Mapping[int, str]] = dataclasses.field(default_factory=dict)
    endings: Mapping[str, Texts] = dataclasses.field(default_factory=dict)
    am: Texts = ()
    pm: Texts = ()
    parts: tuple[PartOfDay, ...] = ()
    with_part: Texts = ()
    at: Texts = ()
    bare: Texts = ()
    about: Texts = ()
    from_: Texts = ()
    until: Texts = ()
    after_date: Texts = ("{date} {clock}", "{date}, {clock}")
    before_date: Texts = ("{clock} {date}", "{clock}, {date}")


@dataclasses.dataclass(frozen=True, slots=True)
class RangeWords:
    """How a language says ranges and lists: the section `ranges`.

    Attributes:
        between: Patterns of a range: "from {a} to {b}".
        dates: Those that suit dates alone: German "vom {a} bis {b}".
        times: Those that suit times alone: Spanish "de las {a} a las {b}".
        open: What follows the start of a range that goes on: " - present".
        several: What joins moments that make no range: " or ".
        days: Patterns of a range of days that can stand without a month: French "du {a} au {b}".
        days_of_month: Those that need one: Polish "od {a} do {b}" alone are hours.
        day: How such a day is written: German "{n}."; {th} is an English ending.
        first_day: How the first one is written, where it has a form of its own.
        before_month: What stands between the day and the month.
    """

    between: Texts = ()
    dates: Texts = ()
    times: Texts = ()
    open: Texts = ()
    several: Texts = ()
    days: Texts = ()
    days_of_month: Texts = ()
    day: Texts = ("{n}",)
    first_day: str = ""
    before_month: str = " "


@dataclasses.dataclass(frozen=True, slots=True)
class YearWords:
    """How a language says runs of years and the years before our era: the section `years`.

    Attributes:
        decades: Patterns of decades: "the {y}s".
        centuries: Patterns of centuries: "{nth} century".
        parts_of_decades: Patterns of the beginning, the middle and the end of decades: "late {y}s".
        parts_of_centuries: The same of centuries: "early {nth} century".
        parts_of_years: The same of years: "late {y}".
        parts_of_months: The same of months, of a year or none: "mid-{month} {y}".
        before_our_era: Patterns of years before our era: "{n} BC".
        of_our_era: Patterns of years that say that they are of ours: "AD {n}".
        before_mark: What follows the number of a year or a century before our era: "BC".
        decade_words: What the nine decades from the tens to the nineties are called; '' for one that has no name.
        decades_in_words: Patterns of decades that are called so: "the {words}".
        century_words: The centuries from the 15th to the 21st as ordinal numbers in words.
        centuries_in_words: Patterns of centuries that are called so: "{words} siècle".
    """

    decades: Texts = ()
    centuries: Texts = ()
    parts_of_decades: Texts = ()
    parts_of_centuries: Texts = ()
    parts_of_years: Texts = ()
    parts_of_months: Texts = ()
    before_our_era: Texts = ()
    of_our_era: Texts = ()
    before_mark: Texts = ()
    decade_words: Texts = ()
    decades_in_words: Texts = ()
    century_words: Texts = ()
    centuries_in_words: Texts = ()


@dataclasses.dataclass(frozen=True, slots=True)
class SenseWords:
    """What the words before a date make of it: the section `senses`. All others change nothing.

    Attributes:
        before: Those of an open start: "until".
        after: Those of an open end: "since".
        about: Those of an approximate date: "circa".
    """

    before: Texts = ()
    after: Texts = ()
    about: Texts = ()


@dataclasses.dataclass(frozen=True, slots=True)
class NoMomentWords:
    """How a language speaks of time without a moment: the section `no_moment`.

    Attributes:
        durations: Patterns around a duration: "for {d}".
        recurrences: Patterns of recurrences: "every {E}".
    """

    durations: Texts = ()
    recurrences: Texts = ()


@dataclasses.dataclass(frozen=True, slots=True)
class SurroundingWords:
    """What is put around moments, and changes nothing: the section `surroundings`.

    Attributes:
        labels: What forms, web pages and catalogues put before a date: "Last modified:".
        prose: The commonest words of running text, without those that state when.
        in_force: What laws and terms of use put around the day from which on they apply, with a bar in its place.
        before_day: What stands before a day and a month that are two numbers: French "le ".
    """

    labels: Texts = ()
    prose: Texts = ()
    in_force: Texts = ()
    before_day: Texts = ()


_texts = checks.list_of(checks.text)


def _patterns(*slots: str) -> checks.Read:
    return checks.list_of(checks.with_slots(slots))


def _times(where: str, value: Any) -> Texts:
    """Patterns of times. A slot can have a case behind it: {hour genitive}."""
    patterns: Texts = _texts(where, value)
    for pattern in patterns:
        for slot in checks.slots_of(where, pattern):
            name, _, case = slot.partition(" ")
            if slot not in TIME_SLOTS and not (case and name in TIME_SLOTS_WITH_CASE):
                checks.known(f"{where}: {pattern!r}", slot, TIME_SLOTS)
    return patterns


def _around_times(where: str, value: Any) -> Texts:
    """Patterns around a time, which can have the ending of its last number: "{clock}'{ending locative}"."""
    patterns: Texts = _texts(where, value)
    for pattern in patterns:
        for slot in checks.slots_of(where, pattern):
            checks.known(f"{where}: {pattern!r}", slot.partition(" ")[0], AROUND_TIME_SLOTS)
    return patterns


def _by_minute(read: checks.Read) -> checks.Read:
    def read_minutes(where: str, value: Any) -> dict[int, Any]:
        found = checks.table_of(read)(where, value)
        for key in found:
            if not (key.isdecimal() and int(key) < 60):
                raise checks.wrong(where, "minutes from 0 to 59", key)
        return {int(key): one for key, one in found.items()}

    return read_minutes


def _hour(where: str, value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= 24:
        raise checks.wrong(where, "an hour from 0 to 24", value)
    return value


def _parts(where: str, value: Any) -> tuple[PartOfDay, ...]:
    """The parts of the day, each a table or a list of tables."""
    parts: list[PartOfDay] = []
    said = value if isinstance(value, dict) else {}
    for name, one in checks.table(where, said, dict.fromkeys(PARTS_OF_DAY, lambda _, part: part)).items():
        for part in one if isinstance(one, list) else [one]:
            read = checks.table(f"{where}.{name}", part, _PART)
            if "hours" not in read:
                raise checks.wrong(f"{where}.{name}", "the hours of the part", part)
            parts.append(PartOfDay(name, **read))
    if not parts:
        raise checks.wrong(where, f"a table with {', '.join(PARTS_OF_DAY)}", value)
    return tuple(parts)


_TWELVE: dict[str, checks.Read] = {
    "names": checks.table_of(checks.list_of(checks.text, 2)),
    **dict.fromkeys(("past", "to", "quarter_past", "half_past", "quarter_to"), _times),
}


def _twelve(where: str, value: Any) -> TwelveWords:
    return TwelveWords(**checks.table(where, value, _TWELVE))


_PART: dict[str, checks.Read] = {"hours": checks.list_of(_hour, 2), "words": _texts, "alone": _texts}
_CLOCK: dict[str, checks.Read] = {
    **dict.fromkeys(("whole", "digits", "any", "past", "to", "late", "spelt"), _times),
    "zero": _texts,
    "twelve": _twelve,
    "spoken": _by_minute(_times),
    **dict.fromkeys(("noon", "midnight"), _by_minute(_texts)),
    "hours": checks.list_of(checks.text, 12),
    "hour_cases": checks.table_of(checks.list_of(checks.text, 12, 24)),
    "late_cases": checks.table_of(checks.list_of(checks.text, 12)),
    "minute_cases": checks.table_of(_by_minute(checks.text)),
    "endings": checks.table_of(checks.list_of(checks.text, 60)),
    **dict.fromkeys(("am", "pm"), _texts),
    "parts": _parts,
    "with_part": _patterns("clock", "part"),
    "bare": _patterns("clock"),
    **dict.fromkeys(("at", "about", "from", "until"), _around_times),
    **dict.fromkeys(("after_date", "before_date"), _patterns("date", "clock")),
}


def read_clock(where: str, value: Any) -> ClockWords:
    """The section `clock`; every case that a pattern names must be there."""
    said = checks.table(where, value, _CLOCK)
    if "from" in said:
        said["from_"] = said.pop("from")
    words = ClockWords(**said)
    spoken = [text for texts in words.spoken.values() for text in texts]
    twelve = words.twelve
    of_twelve = (*twelve.past, *twelve.to, *twelve.quarter_past, *twelve.half_past, *twelve.quarter_to)
    of_hours = (*words.whole, *words.digits, *words.any, *words.past, *words.to, *words.late, *words.spelt)
    for pattern in (*of_hours, *spoken, *of_twelve):
        for slot in checks.slots_of(where, pattern):
            name, _, case = slot.partition(" ")
            if case and slot not in TIME_SLOTS:
                cases = {
                    **dict.fromkeys(("minute", "left"), words.minute_cases),
                    **{"late": words.late_cases, "twelve": twelve.names},
                }.get(name, words.hour_cases)
                checks.known(f"{where}: {pattern!r}", case, [*cases])
    for pattern in (*words.at, *words.about, *words.from_, *words.until):
        for slot in checks.slots_of(where, pattern):
            name, _, case = slot.partition(" ")
            if name == "ending":
                checks.known(f"{where}: {pattern!r}", case, [*words.endings])
    return words


def _two_ends(where: str, value: Any) -> str:
    """A pattern of a range, with its start before its end."""
    pattern = checks.text(where, value)
    if checks.slots_of(where, pattern) != ["a", "b"]:
        raise checks.wrong(where, "{a} and {b}, each once, in this order", pattern)
    return pattern


Section = TypeVar("Section")


def _section(of: Callable[..., Section], keys: Mapping[str, checks.Read]) -> Callable[[str, Any], Section]:
    return lambda where, value: of(**checks.table(where, value, keys))


SECTIONS: dict[str, checks.Read] = {
    "clock": read_clock,
    "ranges": _section(
        RangeWords,
        dict.fromkeys(("between", "dates", "times", "days", "days_of_month"), checks.list_of(_two_ends))
        | dict.fromkeys(("open", "several", "day"), _texts)
        | dict.fromkeys(("first_day", "before_month"), checks.text),
    ),
    "years": _section(
        YearWords,
        {
            **dict.fromkeys(("decades", "parts_of_decades"), _patterns(*DECADE_SLOTS)),
            **dict.fromkeys(("centuries", "parts_of_centuries"), _patterns(*CENTURY_SLOTS)),
            "parts_of_years": checks.list_with_alternatives(checks.with_slots(("y",))),
            "parts_of_months": checks.list_with_alternatives(checks.with_slots(("month", "y"))),
            **dict.fromkeys(("before_our_era", "of_our_era"), _patterns("n")),
            "before_mark": _texts,
            "decade_words": checks.list_of(checks.text, 9),
            "century_words": checks.list_of(checks.text, 7),
            **dict.fromkeys(("decades_in_words", "centuries_in_words"), _patterns("words")),
        },
    ),
    "surroundings": _section(SurroundingWords, dict.fromkeys(("labels", "prose", "in_force", "before_day"), _texts)),
    "senses": _section(SenseWords, dict.fromkeys(("before", "after", "about"), _texts)),
    "no_moment": _section(
        NoMomentWords, {"durations": _patterns(*DURATION_SLOTS), "recurrences": _patterns(*RECURRENCE_SLOTS)}
    ),
}
"""Section of a language's file -> its reader."""
