"""Reader: the answers to a table's texts, of which each distinct one is read once."""

import datetime as dt
import itertools
from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from datenorm.reading.normalizer import Normalizer, Order
from datenorm.reading.reference import Reference, identity, read_reference
from datenorm.reading.result import Result
from datenorm.tables.precision import DAY, MINUTE, SECOND, precision_of

_KNOWN = 1 << 14  # answers that are kept, about 5 MB
_KNOWN_RESULTS = 1 << 13  # Results, and answers beside a reference: about 20 MB
_OF_REFERENCES = (DAY, MINUTE, SECOND)


class Answer(NamedTuple):
    """The fields of a Result that a table has use for."""

    value: str | None
    confidence: float
    ambiguous: bool
    reason: str | None


class Reader:
    """Reads texts and keeps the answers for those that come again, to the last 16,384 distinct texts.

    A text that depends on a reference is read once, too, and resolved beside each reference.

    Args:
        normalizer: Reads the texts.
        order: As in `Normalizer.normalize_batch`, but for `infer`.
        locale: As in `Normalizer.normalize_batch`.
        reference: As in `Normalizer.normalize`, for rows without a reference of their own.
        prefer: As in `Normalizer.normalize`.
    """

    def __init__(
        self,
        normalizer: Normalizer,
        order: Order = None,
        locale: str | None = None,
        reference: Reference = None,
        prefer: str | None = None,
    ) -> None:
        self._normalizer = normalizer
        self._order = order
        self._locale = locale
        self._reference = read_reference(reference)
        self._prefer = prefer
        self._known: dict[Any, Answer] = {}
        self._dependent: dict[Any, Result] = {}
        self._resolved: dict[tuple[Any, Hashable], Answer] = {}
        self._references: dict[Any, dt.datetime | None] = {}

    def read(self, texts: Iterable[Any], references: Iterable[dt.datetime | None] | None = None) -> list[Answer]:
        """Returns the answer to each text, in order.

        Args:
            texts: The texts.
            references: The reference of each text, None for a text that has none.
        """
        texts = list(texts)
        known = self._known
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        uses_references = references is not None or self._reference is not None
        for result in self._normalizer.normalize_batch(fresh, self._order, locale=self._locale):
            known[result.text] = _answer(result)
            if uses_references and result.depends_on_reference:
                self._dependent[result.text] = result
        if not uses_references:
            answers = [known[text] for text in texts]
        else:
            beside = itertools.repeat(self._reference, len(texts)) if references is None else references
            answers = [self._beside(text, each) for text, each in zip(texts, beside, strict=True)]
        _forget_oldest(known, _KNOWN)
        _forget_oldest(self._resolved, _KNOWN_RESULTS)
        for text in _forget_oldest(self._dependent, _KNOWN_RESULTS):
            known.pop(text, None)
        return answers

    def references(self, texts: Iterable[Any]) -> list[dt.datetime | None]:
        """Returns the references that texts state, in order; None for a text that states no day.

        Texts in ISO 8601 are references as they are. Others are read like the column, and are references where they
        state one day, or one time of a day.
        """
        texts = list(texts)
        known = self._references
        others = []
        for text in dict.fromkeys(texts):
            if text not in known:
                try:
                    known[text] = read_reference(text) if isinstance(text, str) and text else None
                except ValueError:
                    others.append(text)
        order = self._order if isinstance(self._order, str) else None  # a convention is of the other column
        for result in self._normalizer.normalize_batch(others, order, locale=self._locale):
            precision = precision_of(result.value) if result.value and not result.ambiguous else None
            known[result.text] = result.start if precision in _OF_REFERENCES else None
        found = [known[text] for text in texts]
        _forget_oldest(known, _KNOWN)
        return found

    def _beside(self, text: Any, reference: dt.datetime | None) -> Answer:
        if reference is None or text not in self._dependent:
            return self._known[text]
        key = text, identity(reference)
        answer = self._resolved.get(key)
        if answer is None:
            answer = _answer(self._normalizer.resolve(self._dependent[text], reference, self._prefer))
            self._resolved[key] = answer
        return answer


def _answer(result: Result) -> Answer:
    reason = None if result.reason is None else str(result.reason)
    return Answer(result.value, result.confidence, result.ambiguous, reason)


def _forget_oldest(known: dict[Any, Any], most: int) -> list[Any]:
    """Forgets all but `most` entries, and returns the keys of those it forgot."""
    # Listed in one go: to find the first key, a dict passes over the places of all that were deleted before it.
    oldest = list(itertools.islice(known, max(0, len(known) - most)))
    for key in oldest:
        del known[key]
    return oldest
