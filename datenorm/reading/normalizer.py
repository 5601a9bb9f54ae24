"""Normalizer: reads texts with a trained model."""

import collections
import dataclasses
import datetime as dt
import functools
import numbers
import types
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from datenorm.attention.map import AttentionMap
from datenorm.core.canonical import canonicalize
from datenorm.core.locale_orders import order_of_locale
from datenorm.core.numeric_dates import INFER
from datenorm.core.reasons import Reason
from datenorm.core.tasks import MOMENT
from datenorm.reading.answering import answered
from datenorm.reading.batching import BATCH_SIZE, CHUNK_SIZE, Running, batches_by_length, executor_for
from datenorm.reading.moments.choosing import checked_preference
from datenorm.reading.preset import Preset, is_name, load_preset
from datenorm.reading.reference import FIRST, Reference, identity, is_reference, read_reference, read_references
from datenorm.reading.result import Reading, Result

# What a single text does not need is imported where it is used: the command `datenorm normalize` waits for each module.
if TYPE_CHECKING:
    from datenorm.reading.convention import Convention
    from datenorm.reading.date_reader import DateReader
    from datenorm.reading.finder import Found, Place
    from datenorm.reading.moment_reader import MomentReader

Order: TypeAlias = "str | Convention | None"
"""`DMY`, `MDY` or `YMD`, in any case; `infer`; the Convention that `infer` found in a column; or None."""

# The fields of a Reading as a bare tuple. The garbage collector forgets a tuple of strings and numbers, but no Reading,
# and a big list has one for each text.
_Fields: TypeAlias = tuple[Any, ...]

# Canonicalisation rarely shortens a text by much, so a text this many times longer than Tx is refused at once.
_MOST_SHORTENED = 16

# The confidence below which what is found is left out: words of a text are less often a moment than a whole text.
_LEAST_FOUND = 0.3


class Normalizer:
    """Reads texts with a trained model.

    >>> Normalizer().normalize("the 3rd of May, 1979, at 2:30 pm").value
    '1979-05-03T14:30'

    One Normalizer serves many threads. It can be pickled, sent to other processes, and used after a fork: each process
    opens the model's file again. A child of a bare `os.fork` has to end with `os._exit`, as those of `multiprocessing`
    do: at any other end ONNX Runtime waits for threads that the fork did not copy.

    Args:
        preset: The name of a preset that ships, "moment" or "time"; "date", which is the date part of "moment"; or a
            folder that `train.py` wrote.
        min_confidence: Answers below it are dropped. The preset's own by default: it costs one right answer in 330,
            and no date that reads two ways, since those are marked. What is found in a text has at least 0.3.
        threads: How many threads read a batch; one for each core by default. An engine that starts a worker for each
            core needs 1.

    Raises:
        FileNotFoundError: There is no such preset or folder, or a file of it is missing.
        ValueError: A file of it is damaged, or does not belong to the others; or `min_confidence` is not in [0, 1], or
            `threads` is below 1.
        TypeError: An argument is of another type.
    """

    def __init__(
        self, preset: str | Path = MOMENT.name, min_confidence: float | None = None, threads: int | None = None
    ) -> None:
        _check_type(preset, str | Path, "the name of a preset, or a folder")
        _check_type(min_confidence, numbers.Real | None, "a min_confidence from 0 to 1")
        _check_type(threads, numbers.Integral | None, "a number of threads")
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise ValueError(f"expected a min_confidence from 0 to 1. Received: {min_confidence}")
        if threads is not None and threads < 1:
            raise ValueError(f"expected at least one thread. Received: {threads}")
        self.threads = threads
        self.preset = load_preset(preset)
        # A preset's name finds it wherever datenorm is installed.
        name = preset if is_name(preset) else self.preset.folder.absolute()
        self._arguments = (name, min_confidence, threads)
        self.min_confidence = self.preset.min_confidence if min_confidence is None else min_confidence
        self.task = self.preset.task
        self._least_found = max(self.min_confidence, _LEAST_FOUND) if min_confidence is None else min_confidence
        self._min_share = min_confidence or 0.0  # of the most probable reading of an ambiguous text
        self._reader = _reader_of(self.preset)(self.preset, self.min_confidence, self._min_share)

    def __reduce__(self) -> tuple[type["Normalizer"], tuple[str | Path, float | None, int | None]]:
        return Normalizer, self._arguments

    def normalize(
        self,
        text: str,
        order: Order = None,
        *,
        locale: str | None = None,
        reference: Reference = None,
        prefer: str | None = None,
    ) -> Result:
        """Read one text.

        Args:
            text: What a person wrote.
            order: How to read an all-number date: `DMY`, `MDY` or `YMD`. Without an order a date that reads two ways is
                marked as ambiguous.
            locale: Gives the order of its region, such as `en_US`, in place of `order`.
            reference: When the text was written, from which "tomorrow" and "in three days" count: a datetime, whose
                zone is kept if it has one, a date, or a string in ISO 8601. Without it they have no value.
            prefer: Which "Friday", "May" or "10:30" is meant beside a reference: the coming one, `future`, which is the
                default; the last one, `past`; or the `nearest`. The others are in `alternatives`.

        Raises:
            TypeError: `text` is not a string, or `reference` is of another type.
            ValueError: `order` is not one of the task's, `locale` is unknown, or both are given; `reference` is not in
                ISO 8601, or the task has no use for one; or `prefer` is none of the three.
        """
        _check_text(text)
        return self.normalize_batch([text], order, locale=locale, reference=reference, prefer=prefer)[0]

    def normalize_batch(
        self,
        texts: Iterable[str],
        order: Order = None,
        *,
        locale: str | None = None,
        reference: Reference | Iterable[Reference] = None,
        prefer: str | None = None,
    ) -> list[Result]:
        """Read many texts. A text that cannot be read does not affect the others.

        Args:
            texts: Strings. Anything else among them, such as None, gets a Result without a value, reason `not text`.
            order: As in `normalize`, for all texts. With `infer` the texts are a column: the rows that read one way
                decide the order of those that read two ways. If the rows contradict each other, those that read two
                ways stay marked. What `infer` found in a whole column can be given for a part of it.
            locale: As in `normalize`.
            reference: As in `normalize`, for all texts; or a reference for each text, None where there is none.
            prefer: As in `normalize`.

        Returns:
            One Result for each text, in order. A Result does not depend on the other texts, except with `infer`.

        Raises:
            TypeError: `texts` is one text, or a reference is of another type.
            ValueError: As in `normalize`; or there are more or fewer references than texts.
        """
        _check_batch(texts)
        texts = list(texts)
        order = self._check_order(order, locale)
        is_beside = reference is not None or prefer is not None
        if is_beside and not self.task.ranges:
            name = "prefer" if reference is None else "reference"
            raise ValueError(f"expected no {name} beside the task {self.task.name}, which reads nothing relative")
        checked_preference(prefer)
        references = read_references(reference, len(texts)) if is_beside else []
        if order == INFER:
            order = _infer(texts)
        given = order if isinstance(order, str) else None
        # What a column says comes before what a reference says.
        at_once = is_reference(reference) and isinstance(order, str | None)
        beside = {"reference": read_reference(reference), "prefer": prefer} if is_beside and at_once else {}
        prepared, readings = self._read(texts, order, **beside)
        if at_once or not is_beside:
            return [
                Result(text, None, order=given, reason=canonical)
                if isinstance(canonical, Reason)
                else Result(text, *readings[canonical])
                for text, canonical in zip(texts, prepared, strict=True)
            ]

        known: dict[tuple[str, Hashable], Reading] = {}  # a column has few different texts, and fewer references

        def resolved(canonical: str, beside: dt.datetime | None) -> Reading:
            reading = Reading._make(readings[canonical])
            if not reading.ways:
                return reading
            key = canonical, identity(beside)
            if key not in known:
                known[key] = answered(reading, self.min_confidence, self._min_share, beside, prefer)
            return known[key]

        return [
            Result(text, None, order=given, reason=canonical)
            if isinstance(canonical, Reason)
            else Result(text, *resolved(canonical, beside))
            for text, canonical, beside in zip(texts, prepared, references, strict=True)
        ]

    def resolve(self, result: Result, reference: Reference, prefer: str | None = None) -> Result:
        """A result beside another reference. Its text is not read again, so that a table is read once.

        Args:
            result: A result of this Normalizer, whether it was read beside a reference or without one.
            reference: As in `normalize`.
            prefer: As in `normalize`.

        Raises:
            TypeError, ValueError: As in `normalize`.
        """
        _check_type(result, Result, "a Result of a Normalizer")
        beside = read_reference(reference)
        checked_preference(prefer)
        if not result.depends_on_reference:
            return result
        _, *fields = dataclasses.fields(result)[: 1 + len(Reading._fields)]
        reading = Reading(*(getattr(result, field.name) for field in fields))
        return Result(result.text, *answered(reading, self.min_confidence, self._min_share, beside, prefer))

    def find(
        self,
        text: str,
        order: Order = None,
        *,
        locale: str | None = None,
        reference: Reference = None,
        prefer: str | None = None,
    ) -> "list[Found]":
        """Find every moment in a text of any length.

        Args:
            text: What a person wrote.
            order: As in `normalize`. With `infer` all that is found decides together, as the rows of a column do.
            locale: As in `normalize`.
            reference: As in `normalize`; or `first`, for the first whole date of the text itself, as a letter has it.
            prefer: As in `normalize`.

        Returns:
            The moments in their order. They do not overlap. Each has a value, or lacks only a reference: "tomorrow",
            with the reason `needs a reference`. Durations, recurrences and what has no value are left out.

        Raises:
            TypeError: `text` is not a string, or `reference` is of another type.
            ValueError: As in `normalize`; or the preset finds no moments.
        """
        _check_text(text)
        return list(self.find_iter([text], order, locale=locale, reference=reference, prefer=prefer))

    def find_iter(
        self,
        chunks: Iterable[str],
        order: Order = None,
        *,
        locale: str | None = None,
        reference: Reference = None,
        prefer: str | None = None,
    ) -> "Iterator[Found]":
        """Find every moment in a stream of text, such as an open file. Only a part of it is in memory at once.

        Args:
            chunks: The text in lines or other chunks, which are joined. Where one ends makes no difference.
            order: As in `find`. With `infer` the whole stream is looked at before the first moment is returned.
            locale: As in `find`.
            reference: As in `find`.
            prefer: As in `find`.

        Yields:
            The moments as `find` returns them.

        Raises:
            TypeError: `chunks` is one text or has others than strings, or `reference` is of another type.
            ValueError: As in `find`.
        """
        if isinstance(chunks, str | bytes | bytearray) or not isinstance(chunks, Iterable):
            raise TypeError(f"expected chunks of text, such as an open file. Received: one {type(chunks).__name__}")
        order = self._check_finding(order, locale, prefer)
        beside = FIRST if reference == FIRST else read_reference(reference)
        return self._found_in(chunks, order, beside, prefer)

    def find_batch(
        self,
        texts: Iterable[str],
        order: Order = None,
        *,
        locale: str | None = None,
        reference: Reference | Iterable[Reference] = None,
        prefer: str | None = None,
    ) -> "list[list[Found]]":
        """Find every moment in each of many texts.

        Args:
            texts: Strings. Anything else among them, such as None, has no moments.
            order: As in `find`. With `infer` all that is found in all texts decides together.
            locale: As in `find`.
            reference: As in `find`, for all texts; or a reference for each text. With `first` each text has its own.
            prefer: As in `find`.

        Returns:
            What `find` returns for each text. It does not depend on the other texts, except with `infer`.

        Raises:
            TypeError: `texts` is one text, or a reference is of another type.
            ValueError: As in `find`; or there are more or fewer references than texts.
        """
        from datenorm.reading.finder import found_in_each

        _check_batch(texts)
        texts = list(texts)
        references = FIRST if reference == FIRST else read_references(reference, len(texts))
        order = self._check_finding(order, locale, prefer)
        if order == INFER:
            parts = list(self._places(text for text in texts if isinstance(text, str)))
            order = _infer([place.text for part in parts for place in part])
        read = functools.partial(self._read_found, order, prefer)
        found = found_in_each(texts, self._places, read, references)
        return [list(filter(self._is_sure, of_text)) for of_text in found]

    def _check_finding(self, order: Order, locale: str | None, prefer: str | None) -> Order:
        """The order to read what is found in."""
        if not self.task.tags:
            raise ValueError(f"expected a preset that finds moments. Received: one of the task {self.task.name}")
        checked_preference(prefer)
        return self._check_order(order, locale)

    def _found_in(
        self, chunks: Iterable[str], order: Order, reference: dt.datetime | str | None, prefer: str | None
    ) -> "Iterator[Found]":
        from datenorm.reading.finder import found_in

        parts: Iterable[list[Place]] = self._places(chunks)
        if order == INFER:
            parts = list(parts)
            order = _infer([place.text for part in parts for place in part])
        found = found_in(parts, functools.partial(self._read_found, order, prefer), reference)
        yield from filter(self._is_sure, found)

    def _is_sure(self, found: "Found") -> bool:
        return found.result.confidence >= self._least_found

    def _places(self, chunks: Iterable[str]) -> "Iterator[list[Place]]":
        from datenorm.reading.finder import places

        reader: Any = self._reader  # that of a task with tags
        return places(chunks, reader.edges, lambda count: executor_for(count, self.threads))

    def _read_found(
        self, order: Order, prefer: str | None, texts: list[str], references: Sequence[dt.datetime | None]
    ) -> list[Result]:
        return self.normalize_batch(texts, order, reference=references, prefer=prefer)

    def explain(self, text: str, order: str | None = None, *, locale: str | None = None) -> AttentionMap:
        """The attention weights with which `text` is read.

        Args:
            text: What a person wrote.
            order: As in `normalize`. The map leaves out the attention on the order's hint, so its rows sum to less
                than 1.
            locale: As in `normalize`.

        Raises:
            TypeError: `text` is not a string.
            ValueError: As in `normalize`; or the text is empty or too long to be read.
        """
        _check_text(text)
        order = self._check_order_of_text(order, locale)
        (attention_map,) = self.explain_batch([text], order)
        if attention_map is None:
            reason = self._prepare(text)
            raise ValueError(f"expected a text of 1 to {self.task.Tx} characters. Received: {text[:60]!r}, {reason}")
        return attention_map

    def explain_batch(self, texts: Iterable[str], order: str | None = None) -> list[AttentionMap | None]:
        """The attention weights with which each text is read; None for a text that cannot be read.

        Args:
            texts: Strings.
            order: As in `explain`, for all texts.

        Raises:
            TypeError: `texts` is one text.
            ValueError: `order` is not one of the task's.
        """
        _check_batch(texts)
        order = self._check_order_of_text(order, None)
        prepared = [self._prepare(text) for text in texts]
        found: list[AttentionMap | None] = [None] * len(prepared)
        readable = [i for i, canonical in enumerate(prepared) if not isinstance(canonical, Reason)]
        for start in range(0, len(readable), BATCH_SIZE):
            batch = readable[start : start + BATCH_SIZE]
            maps = self._reader.explain([prepared[i] for i in batch], order)
            for i, attention_map in zip(batch, maps, strict=True):
                found[i] = attention_map
        return found

    def _check_order(self, order: Order, locale: str | None) -> Order:
        """The order to read in: one of the task's, `infer`, evidence or None."""
        if locale is not None:
            if order is not None:
                raise ValueError(f"expected an order or a locale. Received: {order} and {locale}")
            _check_type(locale, str, "a locale, such as 'en_US'")
            order = order_of_locale(locale)
        if order is None:
            return order
        known = [*self.task.orders, INFER] if self.task.orders else []
        if isinstance(order, str):
            for name in known:
                if order.casefold() == name.casefold():
                    return name
        elif known and _is_convention(order):
            return order
        names = ", ".join(known) or "none, because the task has no orders"
        raise ValueError(f"expected an order of {names}. Received: {order!r}")

    def _check_order_of_text(self, order: Order, locale: str | None) -> str | None:
        """The order to read a single text in, which no column decides."""
        order = self._check_order(order, locale)
        if order == INFER or not isinstance(order, str | None):
            raise ValueError(f"expected an order of one text. Received: {order!r}, of a column")
        return order

    def _prepare(self, text: object) -> str | Reason:
        """The canonical text, or the reason why it cannot be read."""
        if not isinstance(text, str):
            return Reason.NOT_TEXT
        if len(text) > _MOST_SHORTENED * self.task.Tx:
            return Reason.TOO_LONG
        canonical = canonicalize(text)
        if not canonical:
            return Reason.EMPTY
        return Reason.TOO_LONG if len(canonical) > self.task.Tx else canonical

    def _read(self, texts: list[str], order: Order, **beside: Any) -> tuple[list[str | Reason], dict[str, _Fields]]:
        """Each text as `_prepare` returns it, and the reading of each canonical text. Equal texts are read once.

        Args:
            texts: The texts.
            order: The order.
            beside: What else the reader takes: the reference of all texts, and the preference.
        """
        given, convention = (order, None) if isinstance(order, str | None) else (None, order)
        prepared: list[str | Reason] = []
        batches: list[tuple[list[str], Running[list[_Fields]]]] = []
        readings: dict[str, _Fields] = {}
        known: set[str] = set()
        with executor_for(len(texts), self.threads) as executor:
            # While the network reads one chunk, the next is prepared.
            for start in range(0, len(texts), CHUNK_SIZE):
                chunk = [self._prepare(text) for text in texts[start : start + CHUNK_SIZE]]
                prepared += chunk
                fresh = {each: None for each in chunk if not isinstance(each, Reason) and each not in known}
                known.update(fresh)
                groups: dict[str | None, list[str]] = {given: list(fresh)}
                if convention:
                    groups = collections.defaultdict(list)
                    for canonical in fresh:
                        groups[convention.order_of(canonical)].append(canonical)
                for order_of_group, group in groups.items():
                    for batch in batches_by_length(group):
                        batches.append((batch, executor.submit(self._fields, batch, order_of_group, **beside)))
            # Collected before the block ends: a signal that interrupts the wait for threads leaves them running.
            for batch, running in batches:
                readings.update(zip(batch, running.result(), strict=True))
        if convention is None:
            return prepared, readings
        from datenorm.reading.columns import in_convention

        return prepared, {
            text: tuple(in_convention(text, Reading._make(fields), convention, self.min_confidence, self._min_share))
            for text, fields in readings.items()
        }

    def _fields(self, texts: list[str], order: str | None, **beside: Any) -> list[_Fields]:
        """The fields of the reading of each canonical text."""
        return list(map(tuple, self._reader.read(texts, order, **beside)))


def _reader_of(preset: Preset) -> "type[MomentReader | DateReader]":
    """The reader of what a preset reads."""
    if len(preset.task.groups) > 1:
        from datenorm.reading.moment_reader import MomentReader

        return MomentReader
    if preset.is_part:
        from datenorm.reading.date_part import DatePartReader

        return DatePartReader
    from datenorm.reading.date_reader import DateReader

    return DateReader


def _infer(texts: Iterable[object]) -> "Convention":
    """What the texts say together about how their dates are written."""
    from datenorm.reading.convention import infer

    return infer(texts)


def _is_convention(order: object) -> bool:
    from datenorm.reading.convention import Convention

    return isinstance(order, Convention)


def _check_type(value: object, kinds: type | types.UnionType, what: str) -> None:
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise TypeError(f"expected {what}. Received: {value!r}, of type {type(value).__name__}")


def _check_text(text: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"expected a str. Received: {type(text).__name__}")


def _check_batch(texts: object) -> None:
    """Refuse a single text, whose characters would be read one by one."""
    if isinstance(texts, str | bytes | bytearray) or not isinstance(texts, Iterable):
        raise TypeError(f'expected a list of texts, such as ["3 May 1979"]. Received: one {type(texts).__name__}')
