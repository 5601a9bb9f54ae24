"""Tasks: the form of a machine string, and which machine strings are valid."""

import dataclasses
import functools
import itertools
from collections.abc import Callable, Mapping

from datenorm.core import moments
from datenorm.core.forms import UNSPECIFIED, Field, Form, Product, numbers
from datenorm.core.hints import END


@dataclasses.dataclass(frozen=True)
class Task:
    """What the network translates into.

    Attributes:
        name: The name on the command line and of the preset.
        Tx: The longest human string, in characters after `canonical.canonicalize`.
        alphabet: Every character that a machine string may hold, in the order of their ids.
        groups: The forms whose strings, joined, are the machine strings.
        split_by: How many of the first characters of a machine string decide its part of the data, where it states them
            all: those of a date. Then training has a day in all its forms or in none. Otherwise the human string
            decides: there are too few clock times to leave out any.
        shared_words: Whether one word can state several fields, as "to" in "ten to five" does.
        orders: The orders that can be given for a text, as in `hints.HINTS`.
        ranges: Whether a text can state a range, for whose end the hint `hints.END` asks.
        tags: What the network says of each character of a text; () if nothing.
        unmarked: Field -> its value where no character of the text states it.
        decoders: Lengths of the parts of the machine strings that have a decoder each, where these are not the groups:
            what few texts state is decoded apart.
    """

    name: str
    Tx: int
    alphabet: str
    groups: tuple[Form, ...]
    split_by: int = 0
    shared_words: bool = False
    orders: tuple[str, ...] = ()
    ranges: bool = False
    tags: tuple[str, ...] = ()
    unmarked: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)
    decoders: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not self.decoders:
            object.__setattr__(self, "decoders", tuple(group.Ty for group in self.groups))

    @functools.cached_property
    def Ty(self) -> int:  # noqa: N802 - the usual name of this length
        """The length of every machine string, in characters."""
        return sum(group.Ty for group in self.groups)

    @functools.cached_property
    def fields(self) -> tuple[Field, ...]:
        """The parts of the machine string that carry meaning."""
        return tuple(
            Field(field.name, start + field.start, start + field.stop)
            for group, (start, _) in zip(self.groups, self.edges, strict=True)
            for field in group.fields
        )

    @functools.cached_property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """The start and the stop of each group in the machine string."""
        return tuple(itertools.pairwise(itertools.accumulate((group.Ty for group in self.groups), initial=0)))

    @property
    def hints(self) -> tuple[str, ...]:
        """What can be asked for before a text: keys of `hints.HINTS`."""
        return (*self.orders, END) if self.ranges else self.orders

    def __reduce__(self) -> tuple[Callable[[str], "Task"], tuple[str]]:
        return get_task, (self.name,)  # another process finds the task by its name

    def is_valid(self, machine: str) -> bool:
        """Whether `machine` is a valid machine string of the task: for a time '17:15' is, and '29:71' is not."""
        return len(machine) == self.Ty and all(map(Form.is_valid, self.groups, self.split(machine)))

    def is_impossible(self, machine: str) -> bool:
        """Whether `machine` states what does not exist: '2023-02-29' does, and '29-71-XX4' is of another form."""
        if len(machine) != self.Ty:
            return False
        parts = [part for part in zip(self.groups, self.split(machine), strict=True) if not Form.is_valid(*part)]
        return bool(parts) and all(Form.is_impossible(*part) for part in parts)

    def stated(self, machine: str) -> dict[str, str]:
        """Field -> its characters in the machine string, for each field that the text states.

        >>> DATE.stated("1979-05-XX")
        {'year': '1979', 'month': '05'}
        """
        parts = {field.name: machine[field.start : field.stop] for field in self.fields}
        return {
            name: part for name, part in parts.items() if set(part) != {UNSPECIFIED} and part != self.unmarked.get(name)
        }

    def split(self, machine: str) -> tuple[str, ...]:
        """The machine string of each group."""
        return tuple(machine[start:stop] for start, stop in self.edges)

    @staticmethod
    def to_value(machine: str) -> str | None:
        """The value that users get: the machine string without unspecified parts at its end; None if nothing is left.

        >>> Task.to_value("1979-05-XX"), Task.to_value("XXXX-05-05"), Task.to_value("XXXX-XX-XX")
        ('1979-05', 'XXXX-05-05', None)
        """
        return machine.rstrip(UNSPECIFIED + "-:") or None

    def to_machine(self, value: str | None) -> str:
        """The machine string of a value, with the unspecified parts that `to_value` removed."""
        value = value or ""
        return value + self.unspecified[len(value) :]

    @functools.cached_property
    def unspecified(self) -> str:
        """The machine string with every digit unspecified, such as XXXX-XX-XX."""
        return "".join(group.unspecified for group in self.groups)

    @property
    def separators(self) -> tuple[tuple[int, str], ...]:
        """The position and the character of each separator: ((4, "-"), (7, "-")) for dates."""
        return tuple((place, character) for place, character in enumerate(self.unspecified) if character != UNSPECIFIED)


TIME = Task(
    name="time",
    Tx=41,
    alphabet="0123456789:",
    groups=(Form((Field("hour", 0, 2), Field("minute", 3, 5)), valid=((numbers(0, 24), (":",), numbers(0, 60)),)),),
    shared_words=True,
)


def _dates() -> tuple[Product, ...]:
    # Century x year of the century keeps each segment at about a hundred strings. The 29th of February depends on the
    # year, so it has separate products: for the leap years of any century, and for the years that end a leap century.
    centuries, first_century, tens = numbers(0, 100), ("00",), numbers(0, 100)
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    days = tuple(f"-{m:02d}-{d:02d}" for m, length in enumerate(lengths, 1) for d in range(1, length + 1))
    months = tuple(f"-{month:02d}-XX" for month in range(1, 13))
    no_month = tuple(f"-XX-{day:02d}" for day in range(1, 32))
    leap_day, nothing, no_year = ("-02-29",), ("-XX-XX",), ("XXXX",)
    parts = tuple(sorted({*days, *months, *nothing}))
    of_a_year = tuple(sorted({*parts, *no_month}))
    return (
        (centuries[1:], tens, of_a_year),
        (first_century, tens[1:], of_a_year),  # there is no year 0
        (centuries, tens[4::4], leap_day),
        (centuries[4::4], tens[:1], leap_day),
        (no_year, tuple(sorted({*parts, *leap_day}))),
    )


DATE = Task(
    name="date",
    Tx=41,
    alphabet="0123456789-X",
    groups=(
        Form(
            (Field("year", 0, 4), Field("month", 5, 7), Field("day", 8, 10)),
            valid=_dates(),
            impossible=tuple(
                (*years, ("-02-29", "-02-30", "-02-31", "-04-31", "-06-31", "-09-31", "-11-31"))
                for years in ((numbers(0, 100), numbers(0, 100)), (("XXXX",),))
            ),
        ),
    ),
    split_by=10,
    orders=("DMY", "MDY", "YMD"),
)

MOMENT = Task(
    name="moment",
    Tx=64,
    alphabet="".join(sorted({character for group in moments.GROUPS for character in group.alphabet})),
    groups=moments.GROUPS,
    split_by=8,
    orders=DATE.orders,
    shared_words=True,
    ranges=True,
    tags=moments.TAGS,
    unmarked=moments.UNMARKED,
    decoders=moments.DECODERS,
)

TASKS: Mapping[str, Task] = {task.name: task for task in (TIME, DATE, MOMENT)}


def get_task(name: str) -> Task:
    """The task called `name`.

    Raises:
        ValueError: There is no such task.
    """
    if name not in TASKS:
        raise ValueError(f"expected one of the tasks {', '.join(TASKS)}. Received: {name!r}")
    return TASKS[name]
