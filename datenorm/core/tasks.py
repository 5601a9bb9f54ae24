"""The tasks: what a machine string looks like, and which ones are valid."""

import dataclasses
import functools
import itertools
from collections.abc import Callable, Mapping

UNSPECIFIED = "X"
"""A digit that the text does not state, as in EDTF (ISO 8601-2)."""


@dataclasses.dataclass(frozen=True)
class Field:
    """One part of a machine string: characters `start` to `stop` of it state, say, the hour."""

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
        valid: The valid machine strings as a union of products. Each product is a tuple of segments, each segment the
            strings that may stand there, all of one length: hours x ':' x minutes. A calendar is two products, one of
            them for the 29th of February.
        split_by_machine: Whether data are split by what they mean and not by how it is written: a day stands in
            training in all its forms or in none. There are too few clock times to leave any out.
        shared_words: Whether one word can state several fields, as "to" in "ten to five" does.
        orders: The orders that can be given for a text, as in `vocab.HINTS`.
        impossible: Strings of the right form that state what there is not, such as the 31st of April, as a union of
            products like `valid`, some strings of which may stand in it, too.
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
    def Ty(self) -> int:  # noqa: N802 - the field's name
        """The length of every machine string, in characters."""
        return sum(len(segment[0]) for segment in self.valid[0])

    def __reduce__(self) -> tuple[Callable[[str], "Task"], tuple[str]]:
        return get_task, (self.name,)  # by its name, which is all that another process needs

    def is_valid(self, machine: str) -> bool:
        """Whether `machine` is one of the task's machine strings, such as '17:15' for a time, never '29:71'."""
        return len(machine) == self.Ty and _holds(self._valid, machine)

    def is_impossible(self, machine: str) -> bool:
        """Whether `machine` states what there is not: '2023-02-29', a day of no calendar, but not '29-71-XX4'."""
        return len(machine) == self.Ty and _holds(self._impossible, machine) and not self.is_valid(machine)

    @staticmethod
    def to_value(machine: str) -> str | None:
        """What a person gets: the machine string without its trailing unspecified parts, None if nothing is left.

        >>> Task.to_value("1979-05-XX"), Task.to_value("XXXX-05-05"), Task.to_value("XXXX-XX-XX")
        ('1979-05', 'XXXX-05-05', None)
        """
        return machine.rstrip(UNSPECIFIED + "-:") or None

    def to_machine(self, value: str | None) -> str:
        """The machine string of a value: what `to_value` took away is put back."""
        value = value or ""
        return value + self.unspecified[len(value) :]

    @functools.cached_property
    def unspecified(self) -> str:
        """The machine string with every digit unspecified, such as XXXX-XX-XX."""
        return "".join(c if not c.isalnum() else UNSPECIFIED for c in "".join(segment[0] for segment in self.valid[0]))

    @property
    def separators(self) -> tuple[tuple[int, str], ...]:
        """Where what stands in every machine string, and what: ((4, "-"), (7, "-")) of dates."""
        return tuple((place, character) for place, character in enumerate(self.unspecified) if character != UNSPECIFIED)

    @functools.cached_property
    def _valid(self) -> "_Products":
        return _with_edges(self.valid)

    @functools.cached_property
    def _impossible(self) -> "_Products":
        return _with_edges(self.impossible)


_Products = list[list[tuple[int, int, frozenset[str]]]]
"""Products with where each segment starts and stops."""


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
    # Century x year of the century keeps each segment near a hundred candidates; the 29th of February, which hangs on
    # the year, is a product of its own for leap centuries and one for the leap years of any century.
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
