"""Result: what a text was read as, and the reason where it has no value."""

import dataclasses
import datetime as dt
import itertools
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from datenorm.attention.spans import spans_of_fields
from datenorm.core.canonical import canonicalize
from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import GREGORIAN, POINT, RELATIVE_GROUP, TY, WITHOUT_VALUE, Moment
from datenorm.core.reasons import Reason
from datenorm.core.spans import Spans, to_given
from datenorm.core.tasks import get_task
from datenorm.reading.moments.answer import RELATIVE, Answer, answer, kind_of
from datenorm.reading.moments.bounds import Bounds

END_PREFIX = "end_"
"""What the names of the fields of a range's end begin with."""

_FULL = 255  # the byte that stands for all of the attention
# Of the machine string of a moment.
_YEAR, _FORM, _CALENDAR, _AMOUNT = slice(0, 4), 8, 10, TY - RELATIVE_GROUP.Ty
_NO_YEAR = UNSPECIFIED * 4
_CLOCK = re.compile(r"T?\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")  # of a value


class Said(NamedTuple):
    """A way to read a moment: its machine string, that of its end, if it is a range, and the share of this way."""

    machine: str
    end: str | None = None
    share: float = 1.0

    @property
    def depends_on_reference(self) -> bool:
        """Whether a reference can change the value: it counts from the day of writing, or lacks its year."""
        if self.machine[_FORM] in WITHOUT_VALUE:
            return False
        return _is_dependent(self.machine) or (self.end is not None and _is_dependent(self.end))

    @property
    def states_itself(self) -> bool:
        """Whether its value says all that it says: no range, no other calendar, and nothing that needs a reference."""
        marks = self.machine[_FORM], self.machine[_CALENDAR]
        return marks == (POINT, GREGORIAN) and not self.depends_on_reference


Ways = tuple[Said | str, ...]
"""The ways to read a moment. One without an end that has the whole share is its machine string alone, as of most texts:
the garbage collector does not visit a tuple of strings."""


def said_in(ways: Ways) -> tuple[Said, ...]:
    """The ways, those that are strings too."""
    return tuple(Said(way) if isinstance(way, str) else way for way in ways)


def _is_dependent(machine: str) -> bool:
    return machine[_YEAR] == _NO_YEAR or machine[_AMOUNT] != UNSPECIFIED


class Reading(NamedTuple):
    """What one canonical text was read as: the fields of a Result after its text.

    Equal texts share a reading. It holds the attention as bytes, which the garbage collector does not visit.
    """

    value: str | None
    confidence: float
    ambiguous: bool
    alternatives: tuple[tuple[str, float], ...]
    order: str | None
    reason: Reason | None
    task: str
    attention: bytes
    ways: Ways = ()
    reference: dt.datetime | None = None
    prefer: str | None = None

    @property
    def said(self) -> tuple[Said, ...]:
        """The ways to read the text, if it is a moment."""
        return said_in(self.ways)


# Not frozen: a frozen dataclass takes five times as long to create, a sixteenth of the time of a text in a batch.
@dataclasses.dataclass(slots=True)
class Result:
    """What a text was read as.

    Attributes:
        text: The given text.
        value: Its machine form, or None.
        confidence: How sure the network is of its answer, in [0, 1]. With the reason `low confidence` it is that of the
            dropped answer. If the numbers alone determine the date, it is how sure the network is that there is one.
        ambiguous: Whether the text reads in several ways: an all-number date that different orders read differently, or
            an hour that may be of the morning or of the afternoon, such as "at 5".
        alternatives: For an ambiguous text each reading with its probability, the most probable first. Beside a
            reference also those of the other preferences, such as the last and the coming Friday.
        order: The given order, `DMY`, `MDY` or `YMD`, or None.
        reason: Why there is no value; None if there is one.
    """

    text: str
    value: str | None
    confidence: float = 0.0
    ambiguous: bool = False
    alternatives: tuple[tuple[str, float], ...] = ()
    order: str | None = None
    reason: Reason | None = None
    _task: str = dataclasses.field(default="", repr=False, compare=False)
    _attention: bytes = dataclasses.field(default=b"", repr=False, compare=False)
    _ways: Ways = dataclasses.field(default=(), repr=False, compare=False)
    _reference: dt.datetime | None = dataclasses.field(default=None, repr=False, compare=False)
    _prefer: str | None = dataclasses.field(default=None, repr=False, compare=False)
    _found: Answer | None = dataclasses.field(default=None, repr=False, compare=False)

    @property
    def kind(self) -> str | None:
        """What the text states: `date`, `time`, `datetime`, `range` or `relative`; None if nothing."""
        return self._answer.kind

    @property
    def calendar(self) -> str:
        """The calendar that the text is written in, such as `hebrew`. The value is always Gregorian."""
        return self._answer.calendar

    @property
    def relative(self) -> str | None:
        """What was read before it was resolved, such as `+3 day`; None if no reference is needed or used."""
        return self._answer.relative

    @property
    def depends_on_reference(self) -> bool:
        """Whether a reference can give the text another value, as it does to "in three days" and to "5 May"."""
        return any(said.depends_on_reference for said in self._said)

    @property
    def is_moment(self) -> bool:
        """Whether the text states a moment: it has a value, or would have one beside a reference."""
        return self.value is not None or self.reason is Reason.NEEDS_REFERENCE

    def states_the_same(self, other: "Result") -> bool:
        """Whether both texts state the same, with a reference or without one."""
        return (self.value, self.reason) == (other.value, other.reason) and self.says_the_same(other)

    def says_the_same(self, other: "Result") -> bool:
        """Whether the network reads both texts alike, however surely."""
        return [said[:2] for said in self._said] == [said[:2] for said in other._said]

    @property
    def start(self) -> dt.datetime | None:
        """The first moment that the value covers, aware where a zone is stated; None where the value does not say."""
        return self.bounds[0]

    @property
    def end(self) -> dt.datetime | None:
        """The last moment that the value covers, to the microsecond; None like `start`."""
        return self.bounds[1]

    @property
    def bounds(self) -> Bounds:
        """`start` and `end`. Computed on each access, so that who wants both asks once."""
        return self._answer.bounds if self.value else (None, None)

    @property
    def _said(self) -> tuple[Said, ...]:
        return said_in(self._ways)

    @property
    def _answer(self) -> Answer:
        if self._found is None:
            self._found = self._find_answer()
        return self._found

    def _find_answer(self) -> Answer:
        said = self._chosen
        if said is None or (self.value and said.states_itself):
            return Answer(self.value, kind_of(self.value) if self.value else None)
        return self._answer_of(said)

    @property
    def _chosen(self) -> Said | None:
        """The way to read the text that has the value; the first one if none has."""
        ways = self._said
        if len(ways) > 1:
            for said in ways:
                if self._answer_of(said).value == self.value:
                    return said
        return ways[0] if ways else None

    def _answer_of(self, said: Said) -> Answer:
        moments = [Moment.from_machine(machine) for machine in said[:2] if machine]
        return answer(*moments, reference=self._reference, prefer=self._prefer)

    @property
    def spans(self) -> Spans:
        """Field -> the (start, stop) ranges of `text` that state it, according to the attention.

        Every field of `value` has a span, unless its attention was spread evenly. Those of the end of a range begin
        with `end_`. Computed on each access.
        """
        if self.value is None or not self._attention:
            return {}
        task = get_task(self._task)
        canonical = canonicalize(self.text)
        machine, end, _ = self._chosen or Said(task.to_machine(self.value))
        # One way of several can be a range of which the network looked at one end alone.
        has_both = len(self._attention) == 2 * len(task.fields) * len(canonical)
        attention = _unpack_attention(self._attention, len(task.fields) * (2 if has_both else 1))[:, : len(canonical)]
        spans = spans_of_fields(task, machine, canonical, attention[: len(task.fields)])
        if end and has_both:
            of_end = spans_of_fields(task, end, canonical, attention[len(task.fields) :])
            spans = {**spans, **{END_PREFIX + field: ranges for field, ranges in of_end.items()}}
        return to_given(self.text, spans)

    def to_dict(self) -> dict[str, Any]:
        """The attributes and the spans by their names, as JSON can hold them."""
        names = (field.name for field in dataclasses.fields(self) if field.compare)
        found, (start, end) = self._answer, self.bounds
        return {name: getattr(self, name) for name in names} | {
            "kind": found.kind,
            "start": start and start.isoformat(),
            "end": end and end.isoformat(),
            "calendar": found.calendar,
            "relative": found.relative,
            "spans": self.spans,
        }


class AmbiguousDateWarning(UserWarning):
    """A text that reads two ways was read: a date without an order, or an hour without its half of the day.

    Its message is one of three, so that Python shows each once for each place in the code.

    Attributes:
        result: The Result, with both readings in `alternatives`.
    """

    def __init__(self, result: Result) -> None:
        super().__init__(result)
        self.result = result

    def __str__(self) -> str:
        both = "(Normalizer.normalize returns both readings)"
        clocks = {clock and clock[0] for clock in (_CLOCK.search(value) for value, _ in self.result.alternatives)}
        if len(clocks) > 1:
            return f"the hour reads two ways, and it is returned as written: say a.m. or p.m., or 17:00 {both}"
        if self.result.kind == RELATIVE:
            return f"the text reads two ways, and its more probable reading is returned {both}"
        return (
            "the date reads two ways, and its more probable reading is returned: decide with order='DMY', 'MDY' or "
            f"'YMD', or with a locale such as 'en_US' {both}"
        )


def attention_in_bytes(attention: np.ndarray) -> np.ndarray:
    """Attention in [0, 1] as uint8, of the same shape."""
    scaled = _FULL * attention
    in_bytes: np.ndarray = np.rint(scaled, out=scaled).astype(np.uint8)
    return in_bytes


def pack_attention(attention: np.ndarray, hint_lengths: Iterable[int], texts: Iterable[str]) -> list[bytes]:
    """The attention of each text in bytes, without the attention on its hint.

    Args:
        attention: Of each field, shape (B, fields, L), as `attention_in_bytes` returns it.
        hint_lengths: How many characters of hint stand before each text.
        texts: The texts without their hints.
    """
    packed: list[bytes] = []
    # Texts of one length, which lie side by side in a batch, are cut from the same bytes.
    for (start, length), run in itertools.groupby(zip(hint_lengths, map(len, texts), strict=True)):
        first = len(packed)
        count = len(list(run))
        size = attention.shape[1] * length
        joined = attention[first : first + count, :, start : start + length].tobytes()
        packed += [joined[place * size : (place + 1) * size] for place in range(count)]
    return packed


def _unpack_attention(packed: bytes, fields: int) -> np.ndarray:
    """The attention of each field, shape (fields, L), in [0, 1]."""
    attention: np.ndarray = np.frombuffer(packed, np.uint8).reshape(fields, -1) / _FULL
    return attention
