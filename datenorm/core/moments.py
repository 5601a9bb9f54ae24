"""Moments: the machine form of what a text states about when.

A moment has three groups:

    date      1979 0503 P.G         year, month and day, form, qualifier, calendar      11 characters
    clock     14 . 30 XX XXXXX      hour, half of the day, minute, second, zone         12 characters
    relative  -0003D XXX X X        amount and unit, a second pair, weekday, ordinal    11 characters

The blanks are for readers only. X is what the text does not state, as in EDTF (ISO 8601-2).
"""

import dataclasses
import itertools
import operator
from typing import Self

from datenorm.core.forms import UNSPECIFIED, Form, Product, fields, numbers

POINT, RANGE, BEFORE, AFTER, SPAN = "P", "R", "B", "A", "S"
"""Forms that have a value: a point, a range with two ends, an open start, an open end, a span ("the last 3 weeks")."""

NOTHING, DURATION, RECURRENCE, SEVERAL = "X", "D", "C", "T"
"""Forms that have none: no moment, "3 hours", "every Monday", "3 May or 5 May"."""

WITHOUT_VALUE = frozenset((NOTHING, DURATION, RECURRENCE, SEVERAL))

EXACT, APPROXIMATE, UNCERTAIN, BOTH = ".", "~", "?", "%"
"""Qualifiers, as in EDTF: none, approximate, uncertain, both."""

GREGORIAN, BEFORE_CHRIST = "G", "B"

CALENDARS = {
    GREGORIAN: "gregorian",
    BEFORE_CHRIST: "gregorian",
    "H": "islamic",
    "P": "persian",
    "W": "hebrew",
    "E": "ethiopic",
    "C": "coptic",
    "S": "indian",
    "F": "french republican",
}
"""Letter -> calendar. B counts the years before our era as they are said: 44 BC is year 44."""

LAST = "L"
"""The ordinal of the last weekday, or the last day, of its month."""

SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}
QUARTERS = ("33", "34", "35", "36")
HALVES = ("40", "41")
"""What can be in the place of a month, as in EDTF."""

AS_WRITTEN, UNSAID, AM, PM = ".", "X", "a", "p"
MORNING, AFTERNOON, EVENING, NIGHT = "m", "f", "e", "n"
"""Halves and parts of the day. "14:30" is as written, and "half past four" leaves the half of the day unsaid."""

UNITS = "YQMWDhmsE"
"""Units of relative amounts: year, quarter, month, week, day, hour, minute, second, weekend."""

EACH_DAY = "D"
"""In the place of a weekday where every day counts: "the last day of May"."""

_NO_ZONE = UNSPECIFIED * 5
_SPECIAL_MONTHS = (*SEASONS.values(), *QUARTERS, *HALVES)
_X2, _X4 = UNSPECIFIED * 2, UNSPECIFIED * 4


def _days(*, leap: bool) -> tuple[str, ...]:
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return tuple(f"{month:02d}{day:02d}" for month, length in enumerate(lengths, 1) for day in range(1, length + 1))


def _date_products() -> tuple[Product, ...]:
    # Century x year of the century keeps each segment at about a hundred strings, as in `tasks.DATE`.
    centuries, tens = numbers(0, 100), numbers(0, 100)
    months = tuple(f"{month}{_X2}" for month in numbers(1, 13))
    lone_days = tuple(f"{_X2}{day}" for day in numbers(1, 32))
    special = tuple(f"{month}{_X2}" for month in _SPECIAL_MONTHS)
    weeks = tuple(f"W{week}{day}" for week in numbers(1, 54) for day in f"1234567{UNSPECIFIED}")
    ordinals = tuple(f"D{day}" for day in numbers(1, 367, width=3))
    nothing = (_X4,)
    of_a_year = (*_days(leap=False), *months, *lone_days, *special, *weeks, *ordinals, *nothing)
    without_year = (*_days(leap=True), *months, *lone_days, *special, *weeks, *nothing)
    # The longest months of these calendars have 32 days, and the Ethiopic year has a 13th month.
    foreign_days = tuple(f"{month}{day}" for month in numbers(1, 14) for day in (_X2, *numbers(1, 33)))
    gregorian, before_christ = _flags(GREGORIAN), _flags(BEFORE_CHRIST)
    foreign = _flags(*sorted(CALENDARS.keys() - {GREGORIAN, BEFORE_CHRIST}))
    decades = tuple(f"{decade}{UNSPECIFIED}" for decade in numbers(0, 1000, width=3))
    whole_centuries = tuple(f"{century}{_X2}" for century in centuries)
    return (
        ((UNSPECIFIED * 8,), (NOTHING, DURATION, RECURRENCE, SEVERAL), (_X2,)),
        (centuries[1:], tens, of_a_year, *gregorian),
        (("00",), tens[1:], of_a_year, *gregorian),  # there is no year 0
        (centuries, tens[4::4], ("0229",), *gregorian),
        (centuries[4::4], tens[:1], ("0229",), *gregorian),
        (decades, nothing, *gregorian),
        (whole_centuries, nothing, *gregorian),
        ((_X4,), without_year, *gregorian),
        (centuries, tens, of_a_year, *before_christ),
        (whole_centuries, nothing, *before_christ),
        (centuries, tens, (*foreign_days, *nothing), *foreign),
        ((_X4,), foreign_days, *foreign),
    )


def _flags(*calendars: str) -> Product:
    forms, qualifiers = POINT + RANGE + BEFORE + AFTER + SPAN, EXACT + APPROXIMATE + UNCERTAIN + BOTH
    return tuple(forms), tuple(qualifiers), calendars


def _clock_products() -> tuple[Product, ...]:
    hours, sixties = numbers(0, 24), numbers(0, 60)
    halves = (AS_WRITTEN, UNSAID, AM, PM, MORNING, AFTERNOON, EVENING, NIGHT)
    offsets = (
        f"{sign}{hour}{minute}" for sign in "+-" for hour in numbers(0, 15) for minute in ("00", "15", "30", "45")
    )
    zones = (_NO_ZONE, "Z0000", *offsets)
    return (
        ((UNSPECIFIED * 12,),),
        (hours, halves, (_X4,), zones),
        (hours, halves, sixties, (*sixties, "60", _X2), zones),  # 60 is a leap second
        (("24",), (AS_WRITTEN,), ("00",), ("00", _X2), zones),
        ((_X2,), (MORNING, AFTERNOON, EVENING, NIGHT), (_X4,), (_NO_ZONE,)),  # "in the morning"
    )


def _relative_products() -> tuple[Product, ...]:
    amount = (tuple("+-"), numbers(0, 100), numbers(0, 100), tuple(UNITS))
    second = (*(f"{number}{unit}" for number in numbers(0, 100) for unit in UNITS), UNSPECIFIED * 3)
    weekdays, ordinals = (*"1234567", UNSPECIFIED), (*"12345", LAST, UNSPECIFIED)
    return (
        ((UNSPECIFIED * 11,),),
        (*amount, second, weekdays, (UNSPECIFIED,)),
        (*amount, (UNSPECIFIED * 3,), (*"1234567", EACH_DAY), ordinals[:-1]),  # "the first Monday of next month"
        ((UNSPECIFIED * 9,), (*"1234567", EACH_DAY), ordinals[:-1]),  # "the last day of May"
        ((UNSPECIFIED * 9,), tuple("1234567"), (UNSPECIFIED,)),
    )


_NO_DAYS = ("0229", "0230", "0231", "0431", "0631", "0931", "1131")

DATE_GROUP = Form(
    fields(("year", 4), ("month", 2), ("day", 2), ("form", 1), ("qualifier", 1), ("calendar", 1)),
    _date_products(),
    impossible=(
        (numbers(0, 100), numbers(0, 100), _NO_DAYS, *_flags(GREGORIAN)),
        ((_X4,), _NO_DAYS, *_flags(GREGORIAN)),
    ),
)
CLOCK_GROUP = Form(fields(("hour", 2), ("half", 1), ("minute", 2), ("second", 2), ("zone", 5)), _clock_products())
RELATIVE_GROUP = Form(
    fields(("amount", 5), ("unit", 1), ("second_amount", 2), ("second_unit", 1), ("weekday", 1), ("ordinal", 1)),
    _relative_products(),
)

UNMARKED = {"form": POINT, "qualifier": EXACT, "calendar": GREGORIAN, "half": AS_WRITTEN}
"""Field -> its value where the text says nothing about it."""

GROUPS = (DATE_GROUP, CLOCK_GROUP, RELATIVE_GROUP)
"""The groups, in their order in a machine string."""

MARKS = ("form", "qualifier", "calendar")
"""The fields of the date that most texts say nothing about."""

TAGS = ("begin", "inside", "date", "clock", "relative", "marks")
"""What is said of each character of a text: whether a moment begins there, whether the character belongs to one, which
groups the moment's part that it is of states, and whether it states one of the `MARKS`."""

TY = sum(group.Ty for group in GROUPS)
"""The length of a machine string with all its groups."""

DECODERS = (DATE_GROUP.Ty - len(MARKS), len(MARKS), CLOCK_GROUP.Ty, RELATIVE_GROUP.Ty)
"""The lengths of the parts of a machine string that are decoded apart: the marks only where a text has some."""

PLAIN = (POINT + EXACT + GREGORIAN).ljust(TY - 8, UNSPECIFIED)
"""The machine string of a plain date behind its eight digits."""


def split(machine: str) -> tuple[str, ...]:
    """The machine string of each group.

    Raises:
        ValueError: The length is wrong.
    """
    _check_length(machine)
    return tuple(machine[start:stop] for start, stop in _EDGES)


def _check_length(machine: str) -> None:
    if len(machine) != TY:
        raise ValueError(f"expected {TY} characters. Received: {machine!r}")


def form_of(machine: str) -> str:
    """The form that a machine string states, such as `POINT`.

    >>> form_of(Moment(form=RANGE).to_machine())
    'R'
    """
    return machine[_FORM]


def is_relative(machine: str) -> bool:
    """Whether a machine string states something that counts from the time of writing.

    >>> is_relative(Moment(amount="+0001", unit="D").to_machine()), is_relative(Moment(year="1979").to_machine())
    (True, False)
    """
    return split(machine)[GROUPS.index(RELATIVE_GROUP)] != RELATIVE_GROUP.unspecified


def is_valid(machine: str) -> bool:
    """Whether each group of a machine string is valid."""
    return len(machine) == TY and all(map(Form.is_valid, GROUPS, split(machine)))


# Not frozen: a frozen dataclass takes three times as long to create, and a column has a moment for each text.
@dataclasses.dataclass(unsafe_hash=True)
class Moment:
    """What a text states about when, field by field. X is what it does not state.

    >>> Moment(year="1979", month="05", day="03", hour="14", half=".", minute="30").to_machine()
    '19790503P.G14.30XXXXXXXXXXXXXXXXXX'

    Attributes:
        year: Four digits; a decade as 189X, a century as 18XX.
        month: Two digits: a month, or one of `SEASONS`, `QUARTERS` and `HALVES`. The Friday of week 7 is W0 and 75, and
            day 46 of a year is D0 and 46, in month and day.
        day: Two digits.
        form: One of the forms, such as `POINT`.
        qualifier: One of the qualifiers, such as `APPROXIMATE`.
        calendar: A key of `CALENDARS`.
        hour: 00-24, as it is said: 05 for "5 pm".
        half: Half or part of the day.
        minute: 00-59.
        second: 00-60.
        zone: Offset from UTC, such as +0530; Z0000 for UTC.
        amount: Sign and four digits.
        unit: One of `UNITS`.
        second_amount: Two digits, as in "1 year and 11 months".
        second_unit: One of `UNITS`.
        weekday: 1-7 from Monday, or `EACH_DAY`.
        ordinal: 1-5 or `LAST`: which of these weekdays, or days, of its month or year.
    """

    year: str = _X4
    month: str = _X2
    day: str = _X2
    form: str = POINT
    qualifier: str = EXACT
    calendar: str = GREGORIAN
    hour: str = _X2
    half: str = UNSPECIFIED
    minute: str = _X2
    second: str = _X2
    zone: str = _NO_ZONE
    amount: str = UNSPECIFIED * 5
    unit: str = UNSPECIFIED
    second_amount: str = _X2
    second_unit: str = UNSPECIFIED
    weekday: str = UNSPECIFIED
    ordinal: str = UNSPECIFIED

    def to_machine(self) -> str:
        """The machine string: those of all groups, joined."""
        return "".join(_PARTS_OF_MOMENT(self))

    def but(self, **fields: str) -> Self:
        """The moment with other fields, in a sixth of the time that `dataclasses.replace` takes.

        >>> Moment(year="1979").but(month="05") == Moment(year="1979", month="05")
        True
        """
        other = object.__new__(type(self))
        other.__dict__ = self.__dict__ | fields
        return other

    @classmethod
    def from_machine(cls, machine: str) -> Self:
        """The moment of a machine string.

        Raises:
            ValueError: The length is wrong.
        """
        _check_length(machine)
        return cls(*_PARTS_OF_MACHINE(machine))


_FORM = next(field.start for field in DATE_GROUP.fields if field.name == "form")
_EDGES = tuple(itertools.pairwise(itertools.accumulate((group.Ty for group in GROUPS), initial=0)))
_PARTS_OF_MACHINE = operator.itemgetter(
    *(
        slice(start + field.start, start + field.stop)
        for group, (start, _) in zip(GROUPS, _EDGES, strict=True)
        for field in group.fields
    )
)
_PARTS_OF_MOMENT = operator.attrgetter(*(field.name for field in dataclasses.fields(Moment)))
