"""Reader: the answers to a table's texts, of which each distinct one is read once."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from datenorm.reading.normalizer import Normalizer, Order

_KNOWN = 1 << 16  # answers that are kept, about 20 MB


class Answer(NamedTuple):
    """The fields of a Result that a table has use for."""

    value: str | None
    confidence: float
    ambiguous: bool
    reason: str | None


class Reader:
    """Reads texts and keeps the answers for those that come again, to the last 65,536 distinct texts.

    Args:
        normalizer: Reads the texts.
        order: As in `Normalizer.normalize_batch`, but for `infer`.
        locale: As in `Normalizer.normalize_batch`.
    """

    def __init__(self, normalizer: Normalizer, order: Order = None, locale: str | None = None) -> None:
        self._normalizer = normalizer
        self._order = order
        self._locale = locale
        self._known: dict[Any, Answer] = {}

    def read(self, texts: Iterable[Any]) -> list[Answer]:
        """Returns the answer to each text, in order."""
        texts = list(texts)
        known = self._known
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        for result in self._normalizer.normalize_batch(fresh, self._order, locale=self._locale):
            reason = None if result.reason is None else str(result.reason)
            known[result.text] = Answer(result.value, result.confidence, result.ambiguous, reason)
        answers = [known[text] for text in texts]
        while len(known) > _KNOWN:
            del known[next(iter(known))]  # the oldest
        return answers
