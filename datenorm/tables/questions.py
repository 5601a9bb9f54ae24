"""Questions: what a table asks a Normalizer, and the part of its answers that a table has use for."""

import dataclasses
import datetime as dt
from typing import Any, NamedTuple

from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.result import Result


class Answer(NamedTuple):
    """The fields of a Result that a table has use for."""

    value: str | None
    confidence: float
    ambiguous: bool
    reason: str | None

    @classmethod
    def of(cls, result: Result) -> "Answer":
        """The answer of a result."""
        reason = None if result.reason is None else str(result.reason)
        return cls(result.value, result.confidence, result.ambiguous, reason)


Found = tuple[Answer, Result | None]
"""An answer, and the result that it is of where another reference can give another one."""


@dataclasses.dataclass(frozen=True)
class Questions:
    """Reads texts. It can be pickled.

    Attributes:
        normalizer: Reads them.
        order: As in `Normalizer.normalize_batch`, but for `infer`.
        locale: As in `Normalizer.normalize_batch`.
        reference: As in `Normalizer.normalize`.
        prefer: As in `Normalizer.normalize`.
    """

    normalizer: Normalizer
    order: Order = None
    locale: str | None = None
    reference: dt.datetime | None = None
    prefer: str | None = None

    def read(self, texts: list[Any], keep: bool = False) -> list[Found]:
        """The answer to each text, in order.

        Args:
            texts: The texts.
            keep: Whether to keep the results that depend on a reference.
        """
        results = self.normalizer.normalize_batch(
            texts, self.order, locale=self.locale, reference=self.reference, prefer=self.prefer
        )
        return [(Answer.of(each), each if keep and each.depends_on_reference else None) for each in results]
