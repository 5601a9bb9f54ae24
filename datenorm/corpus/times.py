"""English clock times, as people write them, with the time they mean.

The conventions that make every string mean one time stand in data/README.md.
"""

import dataclasses
import datetime as dt
import functools
import random
import string
from collections.abc import Callable, Iterator
from typing import Self

from babel import Locale, localedata
from babel.dates import DateTimeFormat, tokenize_pattern
from faker import Faker
from num2words import num2words

from datenorm.corpus.phrase import Choice, Example, Fields, Piece, compose

HUMAN_CHARACTERS = " '.:" + string.digits + string.ascii_lowercase.replace("j", "")
"""What English times are written with; no word of theirs has a j. The rest, such as "@" and "-", is `<unk>`."""


@dataclasses.dataclass(frozen=True)
class Family:
    """One way of saying the time.

    Attributes:
        weight: How often people write so, relative to the other families.
        patterns: Literal text with slots in braces; `_SLOTS` says what each slot writes.
        held_out: Patterns that are never trained on: their parts all occur in `patterns`, in other company.
    """

    weight: float
    patterns: tuple[str, ...]
    held_out: tuple[str, ...] = ()


# The weights follow how often each way is met in forms, logs and messages, with the ones that take arithmetic
# ("48 min before 10") written more often than met, because they are harder to learn.
FAMILIES: dict[str, Family] = {
    "clock": Family(  # 6:53, 3.20, 10 30, 10h30
        12,
        ("{h}{sep}{mm}", "{hh}{sep}{mm}", "{h}:{mm}", "{hh}:{mm}", "{h}.{mm}", "{h}h{mm}", "{h} h {mm}"),
        ("{hh}h{mm}",),
    ),
    "clock with a.m. or p.m.": Family(  # 5:54pm, 8.18 a.m, 3:15 in the afternoon, PM 3:15
        16,
        (
            "{h}:{mm}{period}",
            "{h}.{mm}{period}",
            "{h}{sep}{mm}{period}",
            "{hh}{sep}{mm}{period}",
            "{h}h{mm}{period}",
            "{period first}{joint}{h}{sep}{mm}",
            "{mark first}{h}:{mm}",
            "{h}:{mm}ish{period}",
        ),
        ("{hh}h{mm}{period}",),
    ),
    "T": Family(  # t11:36, T16.48, T10:30:00
        6,
        ("T{h}:{mm}", "T{h}.{mm}", "T{hh}{sep}{mm}", "T{h}{sep}{mm}{period}", "T{hh}:{mm}:{ss}{fraction}{zone}"),
        ("T{h}.{mm}.{ss}",),
    ),
    "seconds": Family(  # 15:23:24, 9:01:10 AM, 17:48:03.947, 9h22m23s
        5,
        (
            "{h}{sep}{mm}{sep}{ss}",
            "{h}{sep}{mm}{sep}{ss}{period}",
            "{hh}:{mm}:{ss}{fraction}",
            "{hh}:{mm}:{ss}{fraction}{period}",
            "{hh}:{mm}:{ss}{period}",
            "{h}:{mm} and {ss} seconds",
            "{h}h {mm}m {ss}s",
            "{h}h{mm}m{ss}s",
            "{h}h {mm}m {ss}s{period}",
        ),
        ("{h}h{mm}m{ss}s{period}",),
    ),
    "zone": Family(  # 09:55+0900, 10:30 UTC, 9:30 pm GMT
        3,
        (
            "{hh}:{mm}{zone}",
            "{h}:{mm}{period}{zone}",
            "{h}:{mm}:{ss}{period}{zone}",
            "{hh}:{mm}:{ss}{fraction}{zone}",
            "{h}{plain period}{zone}",
        ),
        ("{hh}:{mm}:{ss}{period}{zone}",),
    ),
    "compact": Family(  # 1030, 330 p.m., 0830 hours, 235521.123-0900
        6,
        (
            "{hh}{mm}",
            "{h}{mm}",
            "{h}{mm}{period}",
            "{hh}{mm}{period}",
            "{hh}{mm}{hundred hours}",
            "{hh}{mm}{ss}",
            "{hh}{mm}{ss}{fraction}{zone}",
            "{h}{mm}{ss}{fraction}{zone}",
            "T{hh}{mm}",
            "T{hh}{mm}{ss}{zone}",
            "{period first}{joint}{h}{mm}",
        ),
        ("{hh}{mm}{zone}",),
    ),
    "bare hour": Family(  # 11, 8pm, 7p, at three am, 15h, 3ish pm, 8 tonight
        9,
        (
            "{h}",
            "{hh}",
            "{hour words}",
            "{h}{plain period}",
            "{hh}{plain period}",
            "{hour words}{plain period}",
            "{h}h",
            "{h} h",
            "{h}h{plain period}",
            "{hour}ish",
            "{hour}-ish",
            "{hour}ish{plain period}",
            "{period first}{joint}{hour}",
            "{mark first}{hour}",
        ),
        ("{hour}-ish{plain period}",),
    ),
    "o'clock": Family(  # ten o'clock, 3 oclock am, ten o'clock twenty a.m, twelve o'clock one at midnight
        7,
        (
            "{hour}{oclock}",
            "{hour}{oclock}{period}",
            "{hour}{oclock} {minute}",
            "{hour}{oclock} {minute}{period}",
            "{hour}{oclock} and {minute}{unit}",
            "{period first}{joint}{hour}{oclock}",
            "{period first}{joint}{hour}{oclock} {minute}",
        ),
        ("{hour}{oclock} and {minute}{unit}{period}",),
    ),
    "hours and": Family(  # six hours and fifty five am, 6 hrs 55 min, 9h 22m, six hours
        7,
        (
            "{hour} {hours} and {minute}",
            "{hour} {hours} and {minute}{period}",
            "{hour} {hours} and {minute}{unit}",
            "{hour} {hours} {minute}{unit}",
            "{hour} {hours} {minute}{unit}{period}",
            "{hour} {hours}",
            "{h}h {mm}m",
            "{h}h{mm}m",
            "{h}h {mm}m{period}",
            "{h} h {mm} min",
        ),
        ("{hour} {hours} and {minute}{unit}{period}", "{h}h{mm}m{period}"),
    ),
    "spoken": Family(  # ten thirty, twelve oh three, nine fifty nine a m, ten-thirty
        8,
        (
            "{hour words} {spoken minute}",
            "{hour words} {spoken minute}{period}",
            "{hour words} {mm}",
            "{hour words} {mm}{period}",
            "{h} {spoken minute}",
            "{h} {spoken minute}{period}",
            "{period first}{joint}{hour words} {spoken minute}",
        ),
        ("{period first}{joint}{hour words} {mm}",),
    ),
    "military": Family(  # fifteen hundred hours, oh six thirty, zero eight hundred
        2,
        (
            "{military hour} hundred{hundred hours}",
            "{h} hundred{hundred hours}",
            "{military hour} {spoken minute}",
            "{military hour} {spoken minute}{hundred hours}",
        ),
    ),
    "after": Family(  # twelve after six p.m, 34 after eight before noon, 23 min after 20 p.m.
        10,
        (
            "{minute}{unit} {past} {hour}",
            "{minute}{unit} {past} {hour}{period}",
            "{minute} {past} {hour}{period}",
            "{minute} {past} {hour}{oclock}",
            "{minute}{unit} {past} {noon}",
            "{period first}{joint}{minute} {past} {hour}",
        ),
        ("{minute}{unit} {past} {hour}{oclock}{period}",),
    ),
    "before": Family(  # 48 min before 10 a.m, 27 before one at midnight, ten to five, 5 of 5
        12,
        (
            "{minute}{unit} {to} {hour}",
            "{minute}{unit} {to} {hour}{period}",
            "{minute} {to} {hour}{period}",
            "{minute} {to} {hour}{oclock}",
            "{minute}{unit} {to} {noon}",
            "{period first}{joint}{minute} {to} {hour}",
        ),
        ("{minute}{unit} {to} {hour}{oclock}{period}",),
    ),
    "quarter": Family(  # quarter past five pm, a quarter to noon
        5,
        (
            "{quarter} {past} {hour}",
            "{quarter} {past} {hour}{period}",
            "{quarter} {past} {noon}",
            "{quarter} {to} {hour}",
            "{quarter} {to} {hour}{period}",
            "{quarter} {to} {noon}",
            "{period first}{joint}{quarter} {past} {hour}",
        ),
        ("{period first}{joint}{quarter} {to} {hour}", "{quarter} {past} {hour}{oclock}{period}"),
    ),
    "half": Family(  # half past twelve a.m., half five, halfway to noon, half an hour before 3 pm
        5,
        (
            "{half} {past} {hour}",
            "{half} {past} {hour}{period}",
            "{half} {past} {noon}",
            "{half} {hour}",
            "{half} {hour}{period}",
            "{halfway to} {hour}",
            "{halfway to} {hour}{period}",
            "{halfway to} {noon}",
            "{halfway to} {noon}{noon mark}",
            "{half hour} {before} {hour}{period}",
            "{half hour} {past} {hour}{period}",
            "{period first}{joint}{half} {past} {hour}",
        ),
        ("{half} {past} {hour}{oclock}{period}", "{half hour} {before} {noon}"),
    ),
    "noon and midnight": Family(  # noon, 12 midnight, noon o'clock five, 24:00
        3,
        (
            "{noon}",
            "{noon}{noon mark}",
            "12 {noon}",
            "twelve {noon}",
            "the {noon}",
            "{noon} {hours} and {minute}",
            "{noon}{oclock} {minute}",
            "{24}:00",
            "{24}.00",
            "{24}00",
            "{24}h",
        ),
        ("{noon} {spoken minute}",),
    ),
    "CLDR": Family(4, ("",)),  # what Babel writes in the English locales: 3:15\u202fPM, 3:15 in the afternoon, 15.20
}

# Around the time, seldom: "at", "around", "sharp". Nothing here changes the answer.
_BEFORE = Choice(
    {
        "": 78,
        "at ": 9,
        "around ": 2,
        "about ": 2,
        "at about ": 1,
        "at around ": 1,
        "@ ": 2,
        "@": 1,
        "by ": 1,
        "from ": 1,
    }
    | dict.fromkeys(("until ", "till ", "for ", "approximately ", "approx. ", "circa ", "ca. ", "exactly "), 0.3)
    | dict.fromkeys(("time: ", "it's ", "its ", "almost ", "nearly ", "roughly ", "the time is "), 0.2)
)
_AFTER = Choice(
    {"": 94, " sharp": 1, " exactly": 1, " approximately": 1, " or so": 0.6, " on the dot": 0.4, ".": 1, " approx": 0.4}
    | dict.fromkeys((" precisely", " roughly", ",", " local time"), 0.3)
)

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

# Marks of the half of the day, by the letter that it begins with. A lone letter stands only after a digit.
_MARKS = Choice(
    {"{}m": 40, "{}.m.": 28, "{}.m": 18, "{} m": 3, "{}m.": 2, "{}. m.": 2, "{}": 4, "{}.": 1.5, "{} m.": 0.5}
)
_LONE_MARKS = ("{}", "{}.")

# Words for the half of the day: the half that they name and the hours of the 12-hour clock that they are said of.
# In these words "night" joins two evenings' ends without naming any hour twice.
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
# What stands before the time: "in the evening at eight", "tonight at 8", "early morning @ 3".
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

_WORDY_PERIODS = 0.35  # of the periods that are written, the rest being marks
_DOUBLED_PERIOD = 0.06  # of those in words: "8 pm tonight"
_NEEDLESS_PERIOD = 0.06  # "23 min after 20 p.m.": an hour of the 24-hour clock with a half of the day
_ZERO_FOR_TWELVE = 0.05  # "0:30 a.m." and "00:30 PM": 12 o'clock of either half
_NO_PREPOSITION = 0.4  # of the halves of the day that are said first; half of these with "early" or "late"
_ROUND_MINUTES = 0.25  # people name multiples of five more often than chance would
_HYPHENS = 0.06  # "ten-thirty", "quarter-past"
_TIGHT = 0.04  # the spaces between digits and letters forgotten
_CASES: Choice[Callable[[str], str]] = Choice({str.lower: 60, str: 25, str.upper: 8, str.capitalize: 5, str.title: 2})


@dataclasses.dataclass
class _Draw:
    """A time on its way to being written: what is meant, and so what the phrase states of it."""

    rng: random.Random
    hour: int  # of the time that is meant, 0-23
    minute: int
    slots: frozenset[str]
    after_digit: bool = False  # whether the text so far ends in a digit

    @classmethod
    def of(cls, faker: Faker, slots: frozenset[str]) -> Self:
        """A random time that a pattern with these slots can state."""
        rng = faker.random
        time = faker.time_object(end_datetime=_END)
        hour, minute = time.hour, time.minute
        before_the_hour = not slots.isdisjoint(_BEFORE_THE_HOUR)
        if "noon" in slots:
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
        """The half of the day, which belongs to the time that is meant: a or p."""
        return "ap"[self.hour >= 12]

    @property
    def before_the_hour(self) -> bool:
        return not self.slots.isdisjoint(_BEFORE_THE_HOUR)

    @property
    def stated_minute(self) -> int:
        return 60 - self.minute if self.before_the_hour else self.minute

    @functools.cached_property
    def stated_hour(self) -> int:
        """The hour as the phrase says it: of the 12-hour clock where a half of the day is named."""
        hour = (self.hour + self.before_the_hour) % 24
        if self.slots.isdisjoint(_PERIODS):
            return hour
        if self.half == "p" and hour > 12 and not self.period_words and self.rng.random() < _NEEDLESS_PERIOD:
            return hour
        return hour % 12 or (12 if self.rng.random() >= _ZERO_FOR_TWELVE or self.period_words else 0)

    @functools.cached_property
    def period_words(self) -> str | None:
        """The words for the half of the day, or None where a mark such as p.m. names it."""
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
        if self.rng.random() < 0.5:
            return _words(number)
        return f"{number:02d}" if self.rng.random() < 0.15 else str(number)


_END = dt.datetime(2000, 1, 1)  # the explicit bound: Faker's own is the present moment
_BEFORE_THE_HOUR = frozenset({"to", "before", "halfway to"})
_HALF_PAST = frozenset({"half", "half hour", "halfway to", "half past"})
_ANY_MINUTE = frozenset({"mm", "minute", "spoken minute"})
_PERIODS = frozenset({"period", "plain period", "period first", "mark first"})


@functools.cache
def _words(number: int) -> str:
    return str(num2words(number)).replace("-", " ")


def _spoken_minute(draw: _Draw) -> str:
    if draw.minute >= 10:
        return _words(draw.minute)
    return f"{_ZERO(draw.rng)} {_words(draw.minute) if draw.minute else _ZERO(draw.rng)}"


def _military_hour(draw: _Draw) -> str:
    return _words(draw.hour) if draw.hour >= 10 else f"{_ZERO(draw.rng)} {_words(draw.hour)}"


def _period(draw: _Draw) -> str:
    if not draw.period_words:
        return _mark(draw, draw.half)
    doubled = _mark(draw, draw.half) if draw.rng.random() < _DOUBLED_PERIOD else ""
    return f"{doubled} {draw.period_words}"


def _mark(draw: _Draw, half: str) -> str:
    mark = _MARKS(draw.rng)
    if not draw.after_digit:
        return " " + ("{}m" if mark in _LONE_MARKS else mark).format(half)
    return " " * (draw.rng.random() < 0.5) + mark.format(half)


def _period_first(draw: _Draw) -> str:
    words = draw.period_words or ""
    if words.startswith("in the "):
        # "morning at 3" and "early morning @ 3" drop the preposition that "in the morning at 3" has.
        chance = draw.rng.random()
        if chance < _NO_PREPOSITION:
            words = words.removeprefix("in the ")
        if chance < _NO_PREPOSITION / 2:
            words = f"{'early' if draw.hour % 12 < 7 else 'late'} {words}"
    return words


def _zone(draw: _Draw) -> str:
    rng = draw.rng
    hours, minutes, sign = rng.randrange(15), rng.choice((0, 0, 0, 30, 45)), rng.choice("+-")
    form = rng.choice(_ZONES)
    return form.format(
        name=rng.choice(_ZONE_NAMES), region=rng.choice(_REGIONS), sign=sign, hours=hours, minutes=minutes
    )


def _fraction(draw: _Draw) -> str:
    if draw.rng.random() < 0.5:
        return ""
    return draw.rng.choice(".,") + "".join(draw.rng.choices(string.digits, k=draw.rng.choice((1, 2, 3, 3, 6))))


_HOUR: Fields = ("hour",)
_MINUTE: Fields = ("minute",)
_BOTH: Fields = ("hour", "minute")
_NONE: Fields = ()

_Write = Callable[[_Draw], str]

# Slot -> the fields that it states, and what it writes.
_SLOTS: dict[str, tuple[Fields, _Write]] = {
    "h": (_HOUR, lambda draw: str(draw.stated_hour)),
    "hh": (_HOUR, lambda draw: f"{draw.stated_hour:02d}"),
    "hour": (_HOUR, lambda draw: draw.digits_or_words(draw.stated_hour)),
    "hour words": (_HOUR, lambda draw: _words(draw.stated_hour)),
    "military hour": (_HOUR, _military_hour),
    "period": (_HOUR, _period),
    "plain period": (_HOUR, _period),
    "period first": (_HOUR, _period_first),
    "mm": (_MINUTE, lambda draw: f"{draw.minute:02d}"),
    "minute": (_MINUTE, lambda draw: draw.digits_or_words(draw.stated_minute)),
    "spoken minute": (_MINUTE, _spoken_minute),
    "quarter": (_MINUTE, lambda draw: _QUARTERS(draw.rng)),
    "half": (_MINUTE, lambda draw: _HALVES(draw.rng)),
    "past": (_BOTH, lambda draw: _PAST(draw.rng)),
    "to": (_BOTH, lambda draw: _TO(draw.rng)),
    "before": (_BOTH, lambda draw: "before"),
    "half hour": (_MINUTE, lambda draw: _HALF_HOURS(draw.rng)),
    "halfway to": (_BOTH, lambda draw: _HALFWAY_TO(draw.rng)),
    "noon": (_BOTH, lambda draw: (_NOON if draw.stated_hour == 12 else _MIDNIGHT)(draw.rng)),
    "noon mark": (_HOUR, lambda draw: _mark(draw, "ap"[draw.stated_hour == 12])),
    "unit": (_NONE, lambda draw: _UNITS(draw.rng)),
    "hours": (_NONE, lambda draw: _HOURS(draw.rng)),
    "hundred hours": (_NONE, lambda draw: _HUNDRED_HOURS(draw.rng)),
    "oclock": (_NONE, lambda draw: _OCLOCK(draw.rng)),
    "mark first": (_HOUR, lambda draw: _mark(draw, draw.half).strip() + " "),
    "24": (_HOUR, lambda draw: "24"),
    "joint": (_NONE, lambda draw: _JOINTS(draw.rng)),
    "sep": (_NONE, lambda draw: _SEPARATORS(draw.rng)),
    "ss": (_NONE, lambda draw: f"{draw.rng.randrange(60):02d}"),
    "fraction": (_NONE, _fraction),
    "zone": (_NONE, _zone),
}


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """English clock times without end, families drawn by their weights.

    >>> faker = Faker("en"); faker.seed_instance(3)
    >>> next(examples(faker)).machine
    '01:22'

    Args:
        faker: Draws the times and everything else: the same seed gives the same examples.
        held_out: Write the held-out patterns instead of those to train on.

    Yields:
        Examples whose spans have the fields hour and minute. No canonical string is ever given two answers.
    """
    patterns = {
        name: family.held_out if held_out else family.patterns
        for name, family in FAMILIES.items()
        if not held_out or family.held_out
    }
    choose_family = Choice({name: FAMILIES[name].weight for name in patterns})
    while True:
        family = choose_family(faker.random)
        pattern = faker.random.choice(patterns[family])
        pieces, machine = _write(faker, pattern) if pattern else _write_cldr(faker)
        human, spans = compose(_roughen(faker.random, pieces))
        yield Example(human, machine, spans, family, pattern)


def _write(faker: Faker, pattern: str) -> tuple[list[Piece], str]:
    parts, slots = _parse(pattern)
    draw = _Draw.of(faker, slots)
    pieces: list[Piece] = [] if "period first" in slots else [(_BEFORE(draw.rng), _NONE)]
    for text, slot in parts:
        fields = _NONE
        if slot:
            fields, write_slot = _SLOTS[slot]
            text = write_slot(draw)
        draw.after_digit = text[-1:].isdigit() if text else draw.after_digit
        pieces.append((text, fields))
    pieces.append((_AFTER(draw.rng), _NONE))
    return pieces, f"{draw.hour:02d}:{draw.minute:02d}"


@functools.cache
def _parse(pattern: str) -> tuple[tuple[tuple[str, str | None], ...], frozenset[str]]:
    """The pattern's parts in order, each a literal or a slot, and the set of its slots."""
    parts: list[tuple[str, str | None]] = []
    for literal, slot, _, _ in string.Formatter().parse(pattern):
        if literal:
            parts.append((literal, None))
        if slot:
            parts.append(("", slot))
    return tuple(parts), frozenset(slot for _, slot in parts if slot)


# CLDR's field letters: the hours of either clock, the day period (am/pm, noon, in the morning), the minute.
_CLDR_FIELDS = {**dict.fromkeys("hHkKabB", _HOUR), "m": _MINUTE}


@functools.cache
def _cldr_patterns() -> tuple[tuple[Locale, str], ...]:
    """Every time pattern of the English locales that states an hour and no zone, which has a family of its own."""
    found = []
    for identifier in sorted(localedata.locale_identifiers()):
        locale = Locale.parse(identifier)
        if locale.language == "en" and locale.script in (None, "Latn"):
            skeletons = locale.datetime_skeletons.items()
            patterns = {pattern.pattern for skeleton, pattern in skeletons if set(skeleton) <= set("hHmsB")}
            patterns |= {pattern.pattern for pattern in locale.time_formats.values()}
            found += [
                (locale, pattern) for pattern in sorted(patterns) if "z" not in pattern and set(pattern) & set("hH")
            ]
    return tuple(found)


def _write_cldr(faker: Faker) -> tuple[list[Piece], str]:
    locale, pattern = faker.random.choice(_cldr_patterns())
    time = faker.time_object(end_datetime=_END)
    if "m" not in pattern:
        time = time.replace(minute=0)
    formatted = DateTimeFormat(time, locale)
    pieces: list[Piece] = []
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            pieces.append((value, _NONE))
        else:
            letter, count = value
            pieces.append((formatted[letter * count], _CLDR_FIELDS.get(letter, _NONE)))
    return pieces, f"{time:%H:%M}"


def _roughen(rng: random.Random, pieces: list[Piece]) -> list[Piece]:
    """The same phrase as somebody in a hurry types it: case, hyphens for spaces, "10min before5"."""
    case = _CASES(rng)
    hyphens, tight = rng.random() < _HYPHENS, rng.random() < _TIGHT
    text = "".join(piece for piece, _ in pieces)
    rough: list[Piece] = []
    position = 0
    for piece, fields in pieces:
        characters = []
        for character in case(piece):
            position += 1
            beside = text[position - 2 : position - 1] + text[position : position + 1]
            if character == " " and hyphens and beside.isalpha() and rng.random() < 0.7:
                character = "-"
            elif character == " " and tight and beside.isalnum() and not beside.isalpha() and not beside.isdigit():
                character = ""
            characters.append(character)
        rough.append(("".join(characters), fields))
    return rough
