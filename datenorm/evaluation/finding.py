"""Finding: how many of the moments in texts are found, and how exactly, by any of the cases' fields."""

import collections
import dataclasses
from collections.abc import Iterable, Sequence
from typing import Self

from datenorm.evaluation.cases import MOMENTS, Case, indices_by_order
from datenorm.evaluation.markdown import markdown_table
from datenorm.reading.normalizer import Normalizer

# Before a moment, up to two words as short as these are a preposition or an article, which an answer can have or not.
_SHORT_WORDS, _SHORT = 2, 5

Span = tuple[int, int]
"""Start and stop of a moment, in characters of the text."""


@dataclasses.dataclass(frozen=True)
class Search:
    """A text that was searched.

    Attributes:
        case: The case, whose field `moments` has the spans of all moments in its text.
        found: The spans that were found.
    """

    case: Case
    found: Sequence[Span]

    @property
    def expected(self) -> list[Span]:
        """The spans of all moments in the text."""
        return [(start, stop) for start, stop in self.case.fields[MOMENTS]]


@dataclasses.dataclass(frozen=True)
class Finding:
    """How well the moments of a group of texts were found.

    Attributes:
        texts: The number of texts.
        expected: The number of moments in them.
        found: The number of spans that were found.
        overlapping: Spans found that overlap a moment.
        overlapped: Moments that a span found overlaps.
        exact: Moments whose span was found exactly, with or without a preposition or an article.
    """

    texts: int = 0
    expected: int = 0
    found: int = 0
    overlapping: int = 0
    overlapped: int = 0
    exact: int = 0

    @classmethod
    def of(cls, searches: Iterable[Search]) -> Self:
        """The sums over texts."""
        counts = [_counts(search) for search in searches]
        return cls(*map(sum, zip(*counts, strict=True))) if counts else cls()

    @property
    def precision(self) -> float:
        """The share of the spans found that overlap a moment."""
        return _share(self.overlapping, self.found)

    @property
    def recall(self) -> float:
        """The share of the moments that a span found overlaps."""
        return _share(self.overlapped, self.expected)

    @property
    def exact_share(self) -> float:
        """The share of the overlapped moments whose span is exact."""
        return _share(self.exact, self.overlapped)

    @property
    def exact_f1(self) -> float:
        """The harmonic mean of precision and recall, where only exact spans count."""
        return _share(2 * self.exact, self.expected + self.found)


def search(normalizer: Normalizer, cases: Sequence[Case]) -> list[Search]:
    """Search the text of every case, with the order that the case gives.

    Returns:
        A Search for each case, in the order of the cases.
    """
    found: dict[int, list[Span]] = {}
    for order, indices in indices_by_order(cases, normalizer.task).items():
        of_texts = normalizer.find_batch([cases[i].text for i in indices], order)
        found.update((i, [(each.start, each.stop) for each in of]) for i, of in zip(indices, of_texts, strict=True))
    return [Search(case, found[i]) for i, case in enumerate(cases)]


def finding_table(searches: Sequence[Search], by: str | None = None) -> str:
    """A Markdown table: a row for each value of the field `by`, and one over all."""
    groups: dict[str, list[Search]] = collections.defaultdict(list)
    for each in searches if by else ():
        groups[str(each.case.fields.get(str(by)))].append(each)
    rows = [_row(name, Finding.of(group)) for name, group in sorted(groups.items())]
    columns = [by or "texts", "n", "moments", "found", "precision", "recall", "exact", "F1 of exact spans"]
    return markdown_table(columns, [*rows, _row("all", Finding.of(searches))])


def _row(name: str, found: Finding) -> list[str]:
    shares = (found.precision, found.recall, found.exact_share, found.exact_f1)
    return [name, *(f"{n:,}" for n in (found.texts, found.expected, found.found)), *(f"{x:.2%}" for x in shares)]


def _counts(each: Search) -> tuple[int, ...]:
    expected, found = each.expected, each.found
    return (
        1,
        len(expected),
        len(found),
        sum(any(_overlap(one, other) for other in expected) for one in found),
        sum(any(_overlap(one, other) for other in found) for one in expected),
        sum(any(_is_exact(each.case.text, one, other) for other in found) for one in expected),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_exact(text: str, one: Span, other: Span) -> bool:
    """Whether two spans are equal, but for short words before one of them."""
    if one[1] != other[1]:
        return False
    before = text[min(one[0], other[0]) : max(one[0], other[0])].split()
    return len(before) <= _SHORT_WORDS and all(word.isalpha() and len(word) <= _SHORT for word in before)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
