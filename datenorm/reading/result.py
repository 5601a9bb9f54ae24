"""Result: what a text was read as, and the reason where it has no value."""

import dataclasses
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from datenorm.attention.spans import spans_of_fields
from datenorm.core.canonical import canonicalize
from datenorm.core.reasons import Reason as Reason
from datenorm.core.spans import Spans, to_given
from datenorm.core.tasks import get_task

_FULL = 255  # the byte that stands for all of the attention


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


# Not frozen: a frozen dataclass takes five times as long to create, a sixteenth of the time of a text in a batch.
@dataclasses.dataclass(slots=True)
class Result:
    """What a text was read as.

    Attributes:
        text: The given text.
        value: Its machine form, or None.
        confidence: How sure the network is of its answer, in [0, 1]. With the reason `low confidence` it is that of the
            dropped answer. If the numbers alone determine the date, it is how sure the network is that there is one.
        ambiguous: Whether the text is an all-number date that different orders read differently.
        alternatives: For an ambiguous text each reading with its probability, the most probable first.
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

    @property
    def spans(self) -> Spans:
        """Field -> the (start, stop) ranges of `text` that state it, according to the attention.

        Every field of `value` has a span, unless its attention was spread evenly. Computed on each access.
        """
        if self.value is None or not self._attention:
            return {}
        task = get_task(self._task)
        canonical = canonicalize(self.text)
        attention = _unpack_attention(self._attention, len(task.fields))[:, : len(canonical)]
        return to_given(self.text, spans_of_fields(task, task.to_machine(self.value), canonical, attention))

    def to_dict(self) -> dict[str, Any]:
        """The attributes and the spans by their names, as JSON can hold them."""
        names = (field.name for field in dataclasses.fields(self) if field.compare)
        return {name: getattr(self, name) for name in names} | {"spans": self.spans}


class AmbiguousDateWarning(UserWarning):
    """A date that reads two ways was read without an order.

    Its message is the same for every date, so that Python shows it once for each place in the code.

    Attributes:
        result: The Result, with both readings in `alternatives`.
    """

    def __init__(self, result: Result) -> None:
        super().__init__(result)
        self.result = result

    def __str__(self) -> str:
        return (
            "the date reads two ways, and its more probable reading is returned: decide with order='DMY', 'MDY' or "
            "'YMD', or with a locale such as 'en_US' (Normalizer.normalize returns both readings)"
        )


def pack_attention(attention: np.ndarray, hint_lengths: Iterable[int]) -> list[bytes]:
    """The attention of each text in bytes, without the attention on its hint.

    Args:
        attention: Of each field, shape (B, fields, L), in [0, 1].
        hint_lengths: How many characters of hint each text begins with, 0 or 1.
    """
    packed = np.rint(_FULL * attention).astype(np.uint8)  # (B, fields, L)
    return [row[:, length:].tobytes() for row, length in zip(packed, hint_lengths, strict=True)]


def _unpack_attention(packed: bytes, fields: int) -> np.ndarray:
    """The attention of each field, shape (fields, L), in [0, 1]."""
    attention: np.ndarray = np.frombuffer(packed, np.uint8).reshape(fields, -1) / _FULL
    return attention
