"""The slots of clock times: what each writes of the time that is meant, and which fields it states."""

import dataclasses
import datetime as dt
import functools
import random
import string
from collections.abc import Callable
from typing import Self

from faker import Faker
from num2words import num2words

from datenorm.corpus.phrase import Choice, Fields

_SEPARATORS = Choice({":": 60, ".": 22, " ": 8, "h": 3, " : ": 1, ": ": 1, " :": 1, "-": 1.5, ",": 1.5, ";": 1})
_UNITS = Choice(
    {"": 40, " min": 25, " minutes": 15, " mins": 8, " min.": 3, " minute": 2, " m": 1, "min": 3, "mins": 1}
)
_HOURS = Choice({"hours": 60, "hrs": 12, "hour": 8, "hr": 6, "h": 8, "hours,": 3, "hrs.": 3})
_OCLOCK = Choice(
    {" o'clock": 60, " o clock": 12, " oclock": 15, "o'clock": 5, " o’clock": 5, " o' clock": 2, " o'c": 1}
)
_PAST = Choice({"past": 45, "after": 50, "from": 2})
_TO = Choice({"to": 40, "before": 45, "till": 5, "til": 2, "until": 2, "of": 6})
_QUARTERS = Choice({"quarter": 60, "a quarter": 35, "one quarter": 2, "a quarter of an hour": 3})
_HALVES = Choice({"half": 90, "a half": 10})
_HALF_HOURS = Choice({"half an hour": 70, "half hour": 20, "a half hour": 10})
_HALFWAY_TO = Choice({"halfway to": 80, "half way to": 20})
_NOON = Choice({"noon": 60, "midday": 32, "mid-day": 5, "noontime": 3})
_MIDNIGHT = Choice({"midnight": 94, "mid-night": 6})
_HUNDRED_HOURS = Choice({" hours": 60, " hrs": 15, "hrs": 8, " h": 5, "h": 8, "": 4})
_ZERO = Choice({"oh": 40, "o": 25, "zero": 30, "nought": 3, "ou": 2})
_ZONE_NAMES = tuple(
    "UTC GMT Z EST EDT CST CDT MST MDT PST PDT ET CT MT PT BST CET CEST EET WET IST JST AEST NZST lt".split()
)
_REGIONS = ("Pacific", "Mountain", "Central", "Eastern", "Atlantic", "Greenwich", "London", "Paris", "Berlin", "local")

_ZONES = (
    *(" {name}", " {name}", " ({name})", "Z", " UTC{sign}{hours}", " GMT{sign}{hours:02d}:{minutes:02d}"),
    *("UTC{sign}{hours:02d}:{minutes:02d}", " GMT{sign}{hours}", " {name} time", " {region}", " {region} time"),
    *("{sign}{hours:02d}:{minutes:02d}", "{sign}{hours:02d}{minutes:02d}", " {sign}{hours:02d}{minutes:02d}"),
    *("{sign}{hours:02d}", "[{sign}{hours}]", "[{sign}{hours}:{name}]"),  # in brackets: bank statements (OFX)
)

# Marks of the half of the day, with a place for its letter. A lone letter comes only after a digit.
_MARKS = Choice(
    {"{}m": 40, "{}.m.": 28, "{}.m": 18, "{} m": 3, "{}m.": 2, "{}. m.": 2, "{}": 4, "{}.": 1.5, "{} m.": 0.5}
)
_LONE_MARKS = ("{}", "{}.")

# Words for a half of the day, the half, and the hours of the 12-hour clock that people say them with. "At night" means
# both halves, but no hour of it means two times.
_PERIOD_WORDS: tuple[tuple[str, str, frozenset[int]], ...] = (
    ("in the morning", "a", frozenset({12, *range(1, 12)})),
    ("this morning", "a", frozenset(range(4, 12))),
    ("at night", "a", frozenset({12, *range(1, 5)})),
    ("before noon", "a", frozenset(range(1, 12))),
    ("at midnight", "a", frozenset({12})),
    ("after midnight", "a", frozenset({12, *range(1, 5)})),
    ("in the afternoon", "p", frozenset({12, *range(1, 7)})),
    ("this afternoon", "p", frozenset(range(1, 6))),
    ("afternoon", "p", frozenset({12, *range(1, 7)})),
    ("after noon", "p", frozenset({12, *range(1, 12)})),
    ("at noon", "p", frozenset({12})),
    ("in the evening", "p", frozenset(range(4, 12))),
    ("this evening", "p", frozenset(range(5, 12))),
    ("tonight", "p", frozenset(range(6, 12))),
    ("at night", "p", frozenset(range(6, 12))),
)
# After a bare number these would read as minutes: "ten after noon" is 12:10.
_READS_AS_MINUTES = frozenset({"before noon", "after noon", "after midnight"})
# Words that can precede the time: "in the evening at eight", "tonight at 8", "early morning @ 3".
_SAID_FIRST = frozenset(
    {
        "in the morning",
        "this morning",
        "in the afternoon",
        "this afternoon",
        "in the evening",
        "this evening",
        "tonight",
    }
)
_JOINTS = Choice({" at ": 60, " ": 15, ", ": 10, " @ ": 5, " around ": 4, " about ": 3, " by ": 3})

_WORDY_PERIODS = 0.35  # of the halves of the day that are written; the others are marks
_DOUBLED_PERIOD = 0.06  # of those in words: "8 pm tonight"
_NEEDLESS_PERIOD = 0.06  # "23 min after 20 p.m.": the half of the day of an hour of the 24-hour clock
_ZERO_FOR_TWELVE = 0.05  # "0:30 a.m." and "00:30 PM": 12 o'clock of either half
_NO_PREPOSITION = 0.4  # of the halves of the day that come first; half of these with "early" or "late"
_ROUND_MINUTES = 0.25  # people say multiples of five more often than other minutes


@dataclasses.dataclass
class Draw:
    """A time that is meant, and what a phrase with certain slots says of it.

    Attributes:
        rng: Draws everything.
        hour: The hour that is meant, 0-23.
        minute: The minute that is meant, 0-59.
        slots: The slots of the pattern.
        after_digit: Whether the text so far ends in a digit.
    """

    rng: random.Random
    hour: int
    minute: int
    slots: frozenset[str]
    after_digit: bool = False

    @classmethod
    def of(cls, faker: Faker, slots: frozenset[str]) -> Self:
        """A random time that a pattern with these slots can state."""
        rng = faker.random
        time = faker.time_object(end_datetime=END)
        hour, minute = time.hour, time.minute
        before_the_hour = not slots.isdisjoint(_BEFORE_THE_HOUR)
        if not slots.isdisjoint(_NOONS):
            hour = rng.choice((0, 12)) - before_the_hour
        if "24" in slots:
            hour = 0
        if "quarter" in slots:
            minute = 45 if before_the_hour else 15
        elif not slots.isdisjoint(_HALF_PAST):
            minute = 30
        elif slots.isdisjoint(_ANY_MINUTE):
            minute = 0
        elif rng.random() < _ROUND_MINUTES:
            minute -= minute % 5
        if before_the_hour and not minute:
            minute = rng.randrange(1, 60)
        return cls(rng, hour % 24, minute, slots)

    @property
    def half(self) -> str:
        """The half of the day of the time that is meant: 'a' or 'p'."""
        return "ap"[self.hour >= 12]

    @property
    def before_the_hour(self) -> bool:
        """Whether the phrase counts back from the hour that it names."""
        return not self.slots.isdisjoint(_BEFORE_THE_HOUR)

    @property
    def stated_minute(self) -> int:
        """The minutes as the phrase says them."""
        return 60 - self.minute if self.before_the_hour else self.minute

    @functools.cached_property
    def stated_hour(self) -> int:
        """The hour as the phrase says it: of the 12-hour clock if the phrase names a half of the day."""
        hour = (self.hour + self.before_the_hour) % 24
        if self.slots.isdisjoint(_PERIODS):
            return hour
        if self.half == "p" and hour > 12 and not self.period_words and self.rng.random() < _NEEDLESS_PERIOD:
            return hour
        return hour % 12 or (12 if self.rng.random() >= _ZERO_FOR_TWELVE or self.period_words else 0)

    @functools.cached_property
    def period_words(self) -> str | None:
        """The words for the half of the day, or None if a mark such as p.m. names it."""
        if "mark first" in self.slots:
            return None
        if "period first" not in self.slots and self.rng.random() >= _WORDY_PERIODS:
            return None
        return self.rng.choice(
            [
                words
                for words, half, hours in _PERIOD_WORDS
                if half == self.half
                and (self.hour % 12 or 12) in hours
                and not ("plain period" in self.slots and words in _READS_AS_MINUTES)
                and not ("period first" in self.slots and words not in _SAID_FIRST)
            ]
        )

    def digits_or_words(self, number: int) -> str:
        """The number in digits, rarely with a leading zero, or in words."""
        if self.rng.random() < 0.5:
            return _words(number)
        return f"{number:02d}" if self.rng.random() < 0.15 else str(number)


END = dt.datetime(2000, 1, 1)
"""The end of Faker's range of times. Its default is the present moment, which no seed fixes."""

_BEFORE_THE_HOUR = frozenset({"to", "before", "halfway to"})
_HALF_PAST = frozenset({"half", "half hour", "halfway to"})
_ANY_MINUTE = frozenset({"mm", "minute", "spoken minute"})
_NOONS = frozenset({"noon", "noon hour"})
_PERIODS = frozenset({"period", "plain period", "period first", "mark first"})


@functools.cache
def _words(number: int) -> str:
    return str(num2words(number)).replace("-", " ")


def _spoken_minute(draw: Draw) -> str:
    if draw.minute >= 10:
        return _words(draw.minute)
    return f"{_ZERO(draw.rng)} {_words(draw.minute) if draw.minute else _ZERO(draw.rng)}"


def _military_hour(draw: Draw) -> str:
    return _words(draw.hour) if draw.hour >= 10 else f"{_ZERO(draw.rng)} {_words(draw.hour)}"


def _period(draw: Draw) -> str:
    if not draw.period_words:
        return _mark(draw, draw.half)
    doubled = _mark(draw, draw.half) if draw.rng.random() < _DOUBLED_PERIOD else ""
    return f"{doubled} {draw.period_words}"


def _mark(draw: Draw, half: str) -> str:
    mark = _MARKS(draw.rng)
    if not draw.after_digit:
        return " " + ("{}m" if mark in _LONE_MARKS else mark).format(half)
    return " " * (draw.rng.random() < 0.5) + mark.format(half)


def _period_first(draw: Draw) -> str:
    words = draw.period_words or ""
    if words.startswith("in the "):
        # "morning at 3" and "early morning @ 3" drop the preposition that "in the morning at 3" has.
        chance = draw.rng.random()
        if chance < _NO_PREPOSITION:
            words = words.removeprefix("in the ")
        if chance < _NO_PREPOSITION / 2:
            words = f"{'early' if draw.hour % 12 < 7 else 'late'} {words}"
    return words


def _noon(draw: Draw) -> str:
    return (_NOON if draw.stated_hour == 12 else _MIDNIGHT)(draw.rng)


def _zone(draw: Draw) -> str:
    rng = draw.rng
    hours, minutes, sign = rng.randrange(15), rng.choice((0, 0, 0, 30, 45)), rng.choice("+-")
    form = rng.choice(_ZONES)
    return form.format(
        name=rng.choice(_ZONE_NAMES), region=rng.choice(_REGIONS), sign=sign, hours=hours, minutes=minutes
    )


def _fraction(draw: Draw) -> str:
    if draw.rng.random() < 0.5:
        return ""
    return draw.rng.choice(".,") + "".join(draw.rng.choices(string.digits, k=draw.rng.choice((1, 2, 3, 3, 6))))


HOUR: Fields = ("hour",)
MINUTE: Fields = ("minute",)
_BOTH: Fields = ("hour", "minute")
NO_FIELD: Fields = ()

Write = Callable[[Draw], str]

SLOTS: dict[str, tuple[Fields, Write]] = {
    "h": (HOUR, lambda draw: str(draw.stated_hour)),
    "hh": (HOUR, lambda draw: f"{draw.stated_hour:02d}"),
    "hour": (HOUR, lambda draw: draw.digits_or_words(draw.stated_hour)),
    "hour words": (HOUR, lambda draw: _words(draw.stated_hour)),
    "military hour": (HOUR, _military_hour),
    "period": (HOUR, _period),
    "plain period": (HOUR, _period),
    "period first": (HOUR, _period_first),
    "mm": (MINUTE, lambda draw: f"{draw.minute:02d}"),
    "minute": (MINUTE, lambda draw: draw.digits_or_words(draw.stated_minute)),
    "spoken minute": (MINUTE, _spoken_minute),
    "quarter": (MINUTE, lambda draw: _QUARTERS(draw.rng)),
    "half": (MINUTE, lambda draw: _HALVES(draw.rng)),
    "past": (MINUTE, lambda draw: _PAST(draw.rng)),
    "to": (_BOTH, lambda draw: _TO(draw.rng)),
    "before": (_BOTH, lambda draw: "before"),
    "half hour": (MINUTE, lambda draw: _HALF_HOURS(draw.rng)),
    "halfway to": (_BOTH, lambda draw: _HALFWAY_TO(draw.rng)),
    "noon": (_BOTH, _noon),
    "noon hour": (HOUR, _noon),  # where something else states the minute
    "noon mark": (HOUR, lambda draw: _mark(draw, "ap"[draw.stated_hour == 12])),
    "unit": (NO_FIELD, lambda draw: _UNITS(draw.rng)),
    "hours": (NO_FIELD, lambda draw: _HOURS(draw.rng)),
    "hundred hours": (NO_FIELD, lambda draw: _HUNDRED_HOURS(draw.rng)),
    "oclock": (NO_FIELD, lambda draw: _OCLOCK(draw.rng)),
    "mark first": (HOUR, lambda draw: _mark(draw, draw.half).strip() + " "),
    "24": (HOUR, lambda draw: "24"),
    "joint": (NO_FIELD, lambda draw: _JOINTS(draw.rng)),
    "sep": (NO_FIELD, lambda draw: _SEPARATORS(draw.rng)),
    "ss": (NO_FIELD, lambda draw: f"{draw.rng.randrange(60):02d}"),
    "fraction": (NO_FIELD, _fraction),
    "zone": (NO_FIELD, _zone),
}
"""Slot -> the fields that it states, and what it writes."""
