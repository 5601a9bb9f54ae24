"""Cases: strings with their right answers, read from JSON lines and chosen by any of their fields."""

import collections
import dataclasses
import datetime as dt
import fnmatch
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from datenorm.core.moments import Moment
from datenorm.core.spans import Spans, read_spans
from datenorm.core.tasks import Task
from datenorm.reading.moments.answer import answer

MOMENTS = "moments"
"""The field of running text that has the span of each moment in it."""

FILE = "file"
"""The field of a picture: its file, beside that of the cases."""


@dataclasses.dataclass(frozen=True)
class Case:
    """One string with its right answer.

    Attributes:
        text: What a person wrote; of a picture, its file.
        expected: The machine form; None for a text that states none.
        fields: Everything else on the line, such as kind, lang, family and source, to group by. If there is a lang,
            its first part is added as language.
        spans: The characters of `text` that state each field of the machine form; empty where that is not known.
    """

    text: str
    expected: str | None
    fields: Mapping[str, Any]
    spans: Spans = dataclasses.field(default_factory=dict)


def read_cases(lines: Iterable[str]) -> Iterator[Case | str]:
    """Cases from JSON lines with text, expected, optionally spans, and any other fields.

    A case of a moment can have the machine string in place of what is expected: machine, for a range also that of its
    end as end, and reference, the time of writing in ISO format, for what counts from then. A case of running text has
    moments in its place, a list of the [start, stop] of each moment in the text. A case of a picture has file in place
    of text.

    Yields:
        A Case for each line. For a line that holds no case, a sentence that says which line and why. Blank lines are
        skipped.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
            if MOMENTS in fields:
                fields[MOMENTS] = [(int(start), int(stop)) for start, stop in fields[MOMENTS]]
                fields.setdefault("expected", None)
            expected = fields["expected"] if "expected" in fields else _value(fields)
            text, spans = fields[FILE if FILE in fields else "text"], read_spans(fields.pop("spans", {}))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield f"line {number}: expected a JSON object with text and expected. Received: {line.strip()[:60]!r}"
            continue
        if isinstance(text, str) and isinstance(expected, str | None):
            language = {"language": fields["lang"].partition("-")[0]} if isinstance(fields.get("lang"), str) else {}
            yield Case(text, expected, language | fields, spans)
        else:
            yield f"line {number}: expected text to be a string, and expected to be a string or null"


def _value(fields: Mapping[str, Any]) -> str | None:
    """The value of the machine strings of a case."""
    start = Moment.from_machine(fields["machine"])
    end = Moment.from_machine(fields["end"]) if "end" in fields else None
    reference = dt.datetime.fromisoformat(fields["reference"]) if "reference" in fields else None
    return answer(start, end, reference=reference).value


@dataclasses.dataclass(frozen=True)
class Condition:
    """A shell pattern that a field of a case must fit, or must not fit.

    >>> Condition.parse("lang=en*"), Condition.parse("expected!=*T*")
    (Condition(field='lang', pattern='en*', fits=True), Condition(field='expected', pattern='*T*', fits=False))
    """

    field: str
    pattern: str
    fits: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read FIELD=PATTERN or FIELD!=PATTERN.

        Raises:
            ValueError: The text is neither.
        """
        field, separator, pattern = text.partition("=")
        if not separator or not field.strip("!"):
            raise ValueError(f"expected FIELD=PATTERN or FIELD!=PATTERN. Received: {text!r}")
        return cls(field.removesuffix("!"), pattern, fits=not field.endswith("!"))

    def __call__(self, case: Case) -> bool:
        """Whether the case meets the condition. A field that the case lacks has the text `None`."""
        return fnmatch.fnmatchcase(str(case.fields.get(self.field)), self.pattern) == self.fits


def order_of(case: Case, task: Task) -> str | None:
    """The order to read a case in, or None if the case gives none or the task has no orders.

    A case gives it in its field `order`, or in `day_first`, which is true or false for an all-number date.
    """
    if not task.orders:
        return None
    day_first = case.fields.get("day_first")
    return case.fields.get("order") or (None if day_first is None else "DMY" if day_first else "MDY")


def indices_by_order(cases: Sequence[Case], task: Task) -> dict[str | None, list[int]]:
    """The order to read cases in -> the indices of those cases: a Normalizer takes one order for each batch."""
    indices: dict[str | None, list[int]] = collections.defaultdict(list)
    for i, case in enumerate(cases):
        indices[order_of(case, task)].append(i)
    return indices
