"""Reader: the answers to a table's texts, of which each distinct one is read once."""

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from datenorm.reading.batching import Running
from datenorm.reading.reference import identity, read_reference
from datenorm.tables.precision import DAY, MINUTE, SECOND, precision_of
from datenorm.tables.questions import Answer, Found, Questions
from datenorm.tables.workers import Workers

_KNOWN = 1 << 14  # answers that are kept, about 5 MB
_KNOWN_RESULTS = 1 << 13  # Results, and answers beside a reference: about 20 MB
_OF_REFERENCES = (DAY, MINUTE, SECOND)


class _Batch:
    """Texts that are read together."""

    def __init__(self, running: Running[list[Found]]) -> None:
        self._running = running

    @functools.cached_property
    def found(self) -> list[Found]:
        """What they were read as, once they are."""
        return self._running.result()


class Reader:
    """Reads texts and keeps the answers for those that come again, to the last 16,384 distinct texts.

    A text that depends on a reference is read once, too, and resolved beside each reference.

    Args:
        questions: How the texts are read. Its reference is that of all rows, if rows have none of their own.
        workers: What reads them; this process alone by default.
    """

    def __init__(self, questions: Questions, workers: Workers | None = None) -> None:
        self._questions = questions
        self._workers = workers or Workers(questions)
        self._known: dict[Any, tuple[_Batch, int]] = {}  # where the answer to a text is
        self._resolved: dict[tuple[Any, Hashable], Answer] = {}
        self._references: dict[Any, dt.datetime | None] = {}

    def begin(
        self, texts: Iterable[Any], references: Sequence[dt.datetime | None] | None = None
    ) -> Callable[[], list[Answer]]:
        """Begins to read texts. When that ends makes no difference to what is read next.

        Args:
            texts: The texts.
            references: The reference of each text, None for a text that has none. All calls have some, or none has.

        Returns:
            A function that waits for the answer to each text, and returns them in order.
        """
        texts = list(texts)
        known = self._known
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        if fresh:
            batch = _Batch(self._workers.submit(fresh, keep=references is not None))
            known.update((text, (batch, place)) for place, text in enumerate(fresh))
        places = [known[text] for text in texts]
        _forget_oldest(known, _KNOWN if references is None else _KNOWN_RESULTS)
        if references is None:
            return lambda: [batch.found[place][0] for batch, place in places]
        return lambda: self._beside(texts, [batch.found[place] for batch, place in places], references)

    def read(self, texts: Iterable[Any], references: Sequence[dt.datetime | None] | None = None) -> list[Answer]:
        """Returns the answer to each text, as `begin` says."""
        return self.begin(texts, references)()

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
        questions = self._questions
        order = questions.order if isinstance(questions.order, str) else None  # a convention is of the other column
        for result in questions.normalizer.normalize_batch(others, order, locale=questions.locale):
            precision = precision_of(result.value) if result.value and not result.ambiguous else None
            known[result.text] = result.start if precision in _OF_REFERENCES else None
        found = [known[text] for text in texts]
        _forget_oldest(known, _KNOWN)
        return found

    def _beside(self, texts: list[Any], found: list[Found], references: Sequence[dt.datetime | None]) -> list[Answer]:
        answers = []
        for text, (answer, result), reference in zip(texts, found, references, strict=True):
            if result is not None and reference is not None:
                key = text, identity(reference)
                if key not in self._resolved:
                    resolved = self._questions.normalizer.resolve(result, reference, self._questions.prefer)
                    self._resolved[key] = Answer.of(resolved)
                answer = self._resolved[key]
            answers.append(answer)
        _forget_oldest(self._resolved, _KNOWN_RESULTS)
        return answers


def _forget_oldest(known: dict[Any, Any], most: int) -> None:
    """Forgets all but `most` entries."""
    # Listed in one go: to find the first key, a dict passes over the places of all that were deleted before it.
    for key in list(itertools.islice(known, max(0, len(known) - most))):
        del known[key]
