"""Tasks: the form of a machine string, and which machine strings are valid."""

import dataclasses
import functools
import itertools
from collections.abc import Callable, Mapping

UNSPECIFIED = "X"
"""A digit that the text does not state, as in EDTF (ISO 8601-2)."""


@dataclasses.dataclass(frozen=True)
class Field:
    """One part of a machine string, such as the hour: its characters from `start` to `stop`."""

    name: str
    start: int
    stop: int


@dataclasses.dataclass(frozen=True)
class Task:
    """What the network translates into.

    Attributes:
        name: The name on the command line and of the preset.
        Tx: The longest human string, in characters after `canonical.canonicalize`.
        alphabet: Every character that a machine string may hold, in the order of their ids.
        fields: The parts of the machine string that carry meaning.
        valid: The valid machine strings as a union of products. A product is a tuple of segments. A segment is a tuple
            of the strings that are possible at its place, all of one length. So times are hours x ':' x minutes.
        split_by_machine: Whether data are split by the machine string, and not by the human string. Then training has a
            day in all its forms or in none. There are too few clock times to leave out any.
        shared_words: Whether one word can state several fields, as "to" in "ten to five" does.
        orders: The orders that can be given for a text, as in `vocab.HINTS`.
        impossible: Strings of the right form for what does not exist, such as the 31st of April, as a union of
            products. It may overlap with `valid`, which takes precedence.
    """

    name: str
    Tx: int
    alphabet: str
    fields: tuple[Field, ...]
    valid: tuple[tuple[tuple[str, ...], ...], ...]
    split_by_machine: bool = False
    shared_words: bool = False
    orders: tuple[str, ...] = ()
    impossible: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @functools.cached_property
    def Ty(self) -> int:  # noqa: N802 - the usual name of this length
        """The length of every machine string, in characters."""
        return sum(len(segment[0]) for segment in self.valid[0])

    def __reduce__(self) -> tuple[Callable[[str], "Task"], tuple[str]]:
        return get_task, (self.name,)  # another process finds the task by its name

    def is_valid(self, machine: str) -> bool:
        """Whether `machine` is a valid machine string of the task: for a time '17:15' is, and '29:71' is not."""
        return len(machine) == self.Ty and _holds(self._valid, machine)

    def is_impossible(self, machine: str) -> bool:
        """Whether `machine` states what does not exist: '2023-02-29' does, and '29-71-XX4' is of another form."""
        return len(machine) == self.Ty and _holds(self._impossible, machine) and not self.is_valid(machine)

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

    @functools.cached_property
    def _valid(self) -> "_Products":
        return _with_edges(self.valid)

    @functools.cached_property
    def _impossible(self) -> "_Products":
        return _with_edges(self.impossible)


_Products = list[list[tuple[int, int, frozenset[str]]]]
"""Products as lists of segments, each with its start, its stop and its strings."""


def _with_edges(products: tuple[tuple[tuple[str, ...], ...], ...]) -> _Products:
    found = []
    for product in products:
        edges = itertools.accumulate((len(segment[0]) for segment in product), initial=0)
        pairs = zip(itertools.pairwise(edges), product, strict=True)
        found.append([(start, stop, frozenset(segment)) for (start, stop), segment in pairs])
    return found


def _holds(products: _Products, machine: str) -> bool:
    for product in products:
        for start, stop, strings in product:
            if machine[start:stop] not in strings:
                break
        else:
            return True
    return False


def _numbers(start: int, stop: int) -> tuple[str, ...]:
    return tuple(f"{number:02d}" for number in range(start, stop))


TIME = Task(
    name="time",
    Tx=41,
    alphabet="0123456789:",
    fields=(Field("hour", 0, 2), Field("minute", 3, 5)),
    valid=((_numbers(0, 24), (":",), _numbers(0, 60)),),
    shared_words=True,
)


def _dates() -> tuple[tuple[tuple[str, ...], ...], ...]:
    # Century x year of the century keeps each segment at about a hundred strings. The 29th of February depends on the
    # year, so it has separate products: for the leap years of any century, and for the years that end a leap century.
    centuries, first_century, tens = _numbers(0, 100), ("00",), _numbers(0, 100)
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
    fields=(Field("year", 0, 4), Field("month", 5, 7), Field("day", 8, 10)),
    valid=_dates(),
    split_by_machine=True,
    orders=("DMY", "MDY", "YMD"),
    impossible=tuple(
        (*years, ("-02-29", "-02-30", "-02-31", "-04-31", "-06-31", "-09-31", "-11-31"))
        for years in ((_numbers(0, 100), _numbers(0, 100)), (("XXXX",),))
    ),
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
