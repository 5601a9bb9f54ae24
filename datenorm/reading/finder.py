"""Finder: every moment in a text of any length, in one pass."""

import bisect
import collections
import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

import numpy as np

from datenorm.core.reasons import Reason
from datenorm.reading.batching import BATCH_SIZE, Executor
from datenorm.reading.finding.given import Given
from datenorm.reading.finding.pieces import Cutter
from datenorm.reading.finding.runs import Scanner
from datenorm.reading.finding.shared import Shared, shared_in
from datenorm.reading.finding.windows import Slider, Window
from datenorm.reading.memory import Memory, Read
from datenorm.reading.reference import FIRST
from datenorm.reading.result import Result
from datenorm.reading.several import divided, may_be_several
from datenorm.reading.trimming import trimmed

WIDTH = 256
"""Characters of a window. A network that reads both ways finds in long texts what it learned to find in short ones, and
of wide windows fewer characters are in two: at 256 it was a third faster than at 64 and found fewer words that are no
moments."""

CHARACTERS_AT_ONCE = 1 << 17
"""Characters of a text that are looked at together: enough to keep all threads busy."""

LEAST_FOUND = 0.3
"""The confidence below which what is found is left out: words of a text are less often a moment than a whole text."""

_WINDOWS_AT_ONCE = 16  # for one run of the network: what it calculates of so few stays in the processor's cache
_WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_NUMBER = re.compile(r"\d{1,2}\.?")  # alone it is anything in a text: "at 5" is an hour, "5" is not
_BETWEEN = "\n\n"  # nothing goes on behind an empty line

References = Sequence[dt.datetime | None] | str

Tags = Callable[[list[str]], list[np.ndarray]]
"""Gives the probabilities of `begin` and `inside` of each character of canonical texts, each of shape (L, 2)."""

Executors = Callable[[int], AbstractContextManager[Executor]]
"""Gives what runs the batches of so many texts."""


class Found(NamedTuple):
    """A moment in a text.

    Attributes:
        start: Where it starts in the text, in characters.
        stop: Where it stops.
        text: The characters from `start` to `stop`.
        result: What they were read as. It has a value, or the reason `needs a reference`. Where moments share a part,
            as in "3 and 4 May", its own text is that of the whole moment, such as "3 May".
    """

    start: int
    stop: int
    text: str
    result: Result


class Place(NamedTuple):
    """Where in a text a moment may be."""

    start: int
    stop: int
    text: str


def places(chunks: Iterable[str], tags: Tags, executor: Executors, width: int = WIDTH) -> Iterator[list[Place]]:
    """Where moments may be in a text, a list for each part of it that is looked at together.

    The places are in order and do not overlap. They do not depend on how the text is divided into chunks, and only a
    part of the text is in memory.

    Args:
        chunks: The text.
        tags: Asks the network.
        executor: Gives what runs `tags` for batches side by side, for as many single texts as would take that long.
        width: The most characters in a window.
    """
    cutter, slider, scanner, given = Cutter(width), Slider(width), Scanner(), Given()
    for part, is_last in _parts(chunks):
        stretch = cutter.feed(part, is_last=is_last)
        given.feed(part, stretch)
        windows = list(slider.feed(stretch, is_last=is_last))
        runs = scanner.feed(windows, _tags_of(windows, tags, executor), is_last=is_last)
        found = [Place(*place) for place in given.places(runs)]
        given.forget(scanner.position, cutter.offset)
        yield found


def found_in(parts: Iterable[list[Place]], read: Read, reference: dt.datetime | str | None) -> Iterator[Found]:
    """The moments of one text.

    Args:
        parts: As `places` gives them.
        read: Reads them.
        reference: When the text was written, or `FIRST`.
    """
    read = Memory(read)
    parts = iter(parts)
    beside = None if isinstance(reference, str) else reference
    if reference == FIRST:
        waiting: list[list[Place]] = []
        for part in parts:
            waiting.append(part)
            beside = _first_date(read([place.text for place in part], [None] * len(part)))
            if beside is not None:
                break
        parts = itertools.chain(waiting, parts)
    for part in parts:
        for _, found in _read(part, [beside] * len(part), read):
            yield found


def found_in_each(
    texts: Sequence[object], find: Callable[[Iterable[str]], Iterator[list[Place]]], read: Read, references: References
) -> list[list[Found]]:
    """The moments of each of many texts, which are looked at together. What is no text has none.

    Args:
        texts: Strings, and what takes no part.
        find: `places` of chunks.
        read: Reads them.
        references: Of each text; or `FIRST`, for the first whole date of each.
    """
    lengths = [len(text) + len(_BETWEEN) if isinstance(text, str) else 0 for text in texts]
    bases = list(itertools.accumulate(lengths, initial=0))
    chunks = (part for text in texts if isinstance(text, str) for part in (text, _BETWEEN))
    found: list[list[Found]] = [[] for _ in texts]
    read = Memory(read)
    for part in _by_text(find(chunks), bases):
        if isinstance(references, str):
            results = read([place.text for _, place in part], [None] * len(part))
            firsts: dict[int, dt.datetime | None] = {}
            for (row, _), result in zip(part, results, strict=True):
                if firsts.get(row) is None:
                    firsts[row] = _first_date([result])
            beside = [firsts[row] for row, _ in part]
        else:
            beside = [references[row] for row, _ in part]
        for place, moment in _read([place for _, place in part], beside, read):
            found[part[place][0]].append(moment)
    return found


def _by_text(parts: Iterable[list[Place]], bases: list[int]) -> Iterator[list[tuple[int, Place]]]:
    """Places in the texts at the bases, each with the row of its text. A text waits until the next one begins."""
    waiting: list[tuple[int, Place]] = []
    for part in parts:
        for place in part:
            row = bisect.bisect_right(bases, place.start) - 1
            while row + 1 < len(bases) and bases[row + 1] <= place.start:
                row += 1
            waiting.append((row, Place(place.start - bases[row], place.stop - bases[row], place.text)))
        if waiting:
            last = waiting[-1][0]
            ready = [each for each in waiting if each[0] != last]
            if ready:
                yield ready
                waiting = waiting[len(ready) :]
    if waiting:
        yield waiting


def _first_date(results: Iterable[Result]) -> dt.datetime | None:
    """The first whole date among what was read, at its midnight."""
    for result in results:
        if result.value and (date := _WHOLE_DATE.match(result.value)):
            return dt.datetime.fromisoformat(date[0])
    return None


def _read(part: Sequence[Place], beside: Sequence[dt.datetime | None], read: Read) -> Iterator[tuple[int, Found]]:
    """The moments at places, each with the index of its place. Those that share a part are read with it."""
    results = read([place.text for place in part], beside)
    shared = {
        index: parts
        for index, result in enumerate(results)
        if result.reason is Reason.SEVERAL and (parts := shared_in(part[index].text))
    }
    several = [index for index, result in enumerate(results) if may_be_several(result) and index not in shared]
    completed = _read_shared(part, shared, beside, read) | _read_divided(part, several, beside, read)
    single = [index for index in range(len(part)) if index not in completed]
    completed |= _read_single(part, {index: results[index] for index in single}, beside, read)
    for index, found in sorted(completed.items()):
        yield from (
            (index, each) for each in found if each.result.is_moment and not _NUMBER.fullmatch(each.result.text)
        )


def _read_single(
    part: Sequence[Place], results: Mapping[int, Result], beside: Sequence[dt.datetime | None], read: Read
) -> dict[int, list[Found]]:
    """Index of a place -> its moment, without what is around it."""
    rows = list(results)
    left = trimmed(list(results.values()), lambda texts, places: read(texts, [beside[rows[i]] for i in places]))
    found = {}
    for index, (cut, result) in zip(rows, left, strict=True):
        start = part[index].start + cut
        found[index] = [Found(start, start + len(result.text), result.text, result)]
    return found


def _read_shared(
    part: Sequence[Place], shared: Mapping[int, list[Shared]], beside: Sequence[dt.datetime | None], read: Read
) -> dict[int, list[Found]]:
    """Index of a place -> its moments, which share a part."""
    again = [(index, each) for index, parts in shared.items() for each in parts]
    completed: dict[int, list[Found]] = collections.defaultdict(list)
    results = read([each.text for _, each in again], [beside[index] for index, _ in again]) if again else []
    for (index, each), result in zip(again, results, strict=True):
        place = part[index]
        said = place.text[each.start : each.stop]
        completed[index].append(Found(place.start + each.start, place.start + each.stop, said, result))
    return completed


def _read_divided(
    part: Sequence[Place], rows: Sequence[int], beside: Sequence[dt.datetime | None], read: Read
) -> dict[int, list[Found]]:
    """Index of a place -> its moments, which stand side by side."""

    def read_of(texts: list[str], of_rows: Sequence[int]) -> list[Result]:
        return read(texts, [beside[rows[row]] for row in of_rows])

    edges = divided([part[index].text for index in rows], read_of) if rows else []
    again = [(row, *edge) for row, several in enumerate(edges) for edge in several]
    completed: dict[int, list[Found]] = collections.defaultdict(list)
    if again:
        of_rows = [row for row, *_ in again]
        texts = [part[rows[row]].text[start:stop] for row, start, stop in again]
        left = trimmed(
            read_of(texts, of_rows), lambda texts, places: read_of(texts, [of_rows[i] for i in places]), doubted=True
        )
        for (row, start, _), (cut, result) in zip(again, left, strict=True):
            first = part[rows[row]].start + start + cut
            completed[rows[row]].append(Found(first, first + len(result.text), result.text, result))
    return completed


def _parts(chunks: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """A text in parts of about equal length, and whether each is the last."""
    waiting: list[str] = []
    length = 0
    for chunk in chunks:
        if not isinstance(chunk, str):
            raise TypeError(f"expected chunks of text. Received: {type(chunk).__name__}")
        waiting.append(chunk)
        length += len(chunk)
        if length >= CHARACTERS_AT_ONCE:
            text = "".join(waiting)
            starts = range(0, length - CHARACTERS_AT_ONCE + 1, CHARACTERS_AT_ONCE)
            for start in starts:
                yield text[start : start + CHARACTERS_AT_ONCE], False
            rest = text[len(starts) * CHARACTERS_AT_ONCE :]
            waiting, length = [rest], len(rest)
    yield "".join(waiting), True


def _tags_of(windows: list[Window], tags: Tags, executor: Executors) -> list[np.ndarray]:
    """The tags of windows. Equal ones are looked at once."""
    different = sorted(dict.fromkeys(window.text for window in windows), key=len)
    batches = [different[start : start + _WINDOWS_AT_ONCE] for start in range(0, len(different), _WINDOWS_AT_ONCE)]
    with executor(len(windows) * BATCH_SIZE // _WINDOWS_AT_ONCE) as running:
        found = [running.submit(tags, batch) for batch in batches]
        each = itertools.chain(*(future.result() for future in found))
        known = dict(zip(itertools.chain(*batches), each, strict=True))
    return [known[window.text] for window in windows]
