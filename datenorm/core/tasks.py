"""Tasks: the form of a machine string, and which machine strings are valid."""

import dataclasses
import functools
from collections.abc import Callable, Mapping

from datenorm.core.forms import UNSPECIFIED, Field, Form, Product, numbers


@dataclasses.dataclass(frozen=True)
class Task:
    """What the network translates into.

    Attributes:
        name: The name on the command line and of the preset.
        Tx: The longest human string, in characters after `canonical.canonicalize`.
        alphabet: Every character that a machine string may hold, in the order of their ids.
        form: The machine strings.
        split_by_machine: Whether data are split by the machine string, and not by the human string. Then training has a
            day in all its forms or in none. There are too few clock times to leave out any.
        shared_words: Whether one word can state several fields, as "to" in "ten to five" does.
        orders: The orders that can be given for a text, as in `vocab.HINTS`.
    """

    name: str
    Tx: int
    alphabet: str
    form: Form
    split_by_machine: bool = False
    shared_words: bool = False
    orders: tuple[str, ...] = ()

    @property
    def Ty(self) -> int:  # noqa: N802 - the usual name of this length
        """The length of every machine string, in characters."""
        return self.form.Ty

    @property
    def fields(self) -> tuple[Field, ...]:
        """The parts of the machine string that carry meaning."""
        return self.form.fields

    @property
    def valid(self) -> tuple[Product, ...]:
        """The valid machine strings as a union of products, as in `Form`."""
        return self.form.valid

    def __reduce__(self) -> tuple[Callable[[str], "Task"], tuple[str]]:
        return get_task, (self.name,)  # another process finds the task by its name

    def is_valid(self, machine: str) -> bool:
        """Whether `machine` is a valid machine string of the task: for a time '17:15' is, and '29:71' is not."""
        return self.form.is_valid(machine)

    def is_impossible(self, machine: str) -> bool:
        """Whether `machine` states what does not exist: '2023-02-29' does, and '29-71-XX4' is of another form."""
        return self.form.is_impossible(machine)

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
        return "".join(c if not c.isalnum() else UNSPECIFIED for c in "".join(segment[0] for segment in self.valid[0]))

    @property
    def separators(self) -> tuple[tuple[int, str], ...]:
        """The position and the character of each separator: ((4, "-"), (7, "-")) for dates."""
        return tuple((place, character) for place, character in enumerate(self.unspecified) if character != UNSPECIFIED)


TIME = Task(
    name="time",
    Tx=41,
    alphabet="0123456789:",
    form=Form((Field("hour", 0, 2), Field("minute", 3, 5)), valid=((numbers(0, 24), (":",), numbers(0, 60)),)),
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
    form=Form(
        (Field("year", 0, 4), Field("month", 5, 7), Field("day", 8, 10)),
        valid=_dates(),
        impossible=tuple(
            (*years, ("-02-29", "-02-30", "-02-31", "-04-31", "-06-31", "-09-31", "-11-31"))
            for years in ((numbers(0, 100), numbers(0, 100)), (("XXXX",),))
        ),
    ),
    split_by_machine=True,
    orders=("DMY", "MDY", "YMD"),
)

TASKS: Mapping[str, Task] = {task.name: task for task in (TIME, DATE)}


def get_task(name: str) -> Task:
    """The task called `name`.

    Raises:
        ValueError: There is no such task.
    """
    if name not in TASKS:
        raise ValueError(f"expected one of the tasks {', '.join(TASKS)}. Received: {name!r}")
    return TASKS[name]
