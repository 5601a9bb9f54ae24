"""Date order: what the rows of a column say about the order of its all-number dates."""

import dataclasses
import re
from collections.abc import Iterable

from datenorm.core.canonical import canonicalize
from datenorm.core.numeric_dates import readings_by_order, without_clock

INFER = "infer"

# What speaks for an order is a date in numbers and nothing else, so that no price, time or page number does.
_NUMBERS_ALONE = re.compile(r"\d{8}|\d{1,2}/\d{1,2}|\d{1,2}\. ?\d{1,2}\.|\d{1,4}([ /.,_-]+)\d{1,2}\1\d{1,4}\.?")
_YEAR_FIRST = re.compile(r"\d{3}")
_MOST_CHARACTERS = 64  # far beyond any date in numbers


@dataclasses.dataclass(frozen=True)
class OrderEvidence:
    """What the rows of a column say about the order of its all-number dates.

    Attributes:
        DMY: How many rows are dates with the day first only, such as 13/07/2022.
        MDY: With the month first only.
        YMD: With the year first only.
        year_in_full: How many rows of `YMD` have the year in full. Standing first, it is plain to see, so that such
            rows say nothing against another order of the others.
        examples: For each order the first row that spoke for it.
    """

    DMY: int = 0
    MDY: int = 0
    YMD: int = 0
    year_in_full: int = 0
    examples: tuple[str, ...] = ()

    @property
    def order(self) -> str | None:
        """The order that the column is written in; None where no row says, or rows say different ones."""
        spoken = self._spoken
        if not spoken:
            return "YMD" if self.year_in_full else None
        return spoken[0] if len(spoken) == 1 else None

    @property
    def contradictory(self) -> bool:
        """Whether some rows can only be read in one order, and others only in another."""
        return len(self._spoken) > 1

    @property
    def _spoken(self) -> list[str]:
        rows = {"DMY": self.DMY, "MDY": self.MDY, "YMD": self.YMD - self.year_in_full}
        return [order for order, count in rows.items() if count]

    def order_of(self, text: str) -> str | None:
        """The column's order, if the canonical text is one that reads in several ways and also in this one."""
        found = readings_by_order(text) if self.order else {}
        return self.order if self.order in found and len(set(found.values())) > 1 else None

    def __str__(self) -> str:
        counts = f"{self.DMY:,} rows are DMY only, {self.MDY:,} MDY only, {self.YMD:,} YMD only"
        if self.examples:
            counts += f" (such as {', '.join(map(ascii, self.examples))})"
        if self.contradictory:
            return f"the column contradicts itself: {counts}; dates that read two ways stay marked as ambiguous"
        return f"order {self.order}: {counts}" if self.order else f"no row tells the order: {counts}"


def infer_order(texts: Iterable[str | None]) -> OrderEvidence:
    """What the rows of a column say about the order of its all-number dates.

    >>> infer_order(["13/07/2022", "12/07/2022", "25.12.", "3 May 2022", None]).order
    'DMY'

    A row speaks if it is a date in numbers alone, with or without a time of day, and only one order makes it one: 13
    can be no month. One bad row can make a column contradict itself, so the evidence names an example for each order.

    Args:
        texts: The column, row by row. What is no string says nothing.
    """
    counts = dict.fromkeys(("DMY", "MDY", "YMD"), 0)
    examples: dict[str, str] = {}
    year_in_full = 0
    for text in texts:
        if not isinstance(text, str) or len(text) > _MOST_CHARACTERS:
            continue
        canonical = canonicalize(text)
        date = without_clock(canonical).strip(" ,")
        if not _NUMBERS_ALONE.fullmatch(date):
            continue
        orders = list(readings_by_order(date))
        # A day and a month alone do not tell where the year would stand.
        order = "MDY" if orders == ["MDY", "YMD"] else orders[0] if len(orders) == 1 else None
        if order:
            counts[order] += 1
            examples.setdefault(order, canonical)
            year_in_full += order == "YMD" and bool(_YEAR_FIRST.match(date))
    return OrderEvidence(**counts, year_in_full=year_in_full, examples=tuple(examples.values()))
