"""Data sets: distinct strings, split so that training has no test string, in the reference JSON format."""

import collections
import datetime as dt
import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from datenorm.core.canonical import canonicalize
from datenorm.core.forms import UNSPECIFIED
from datenorm.core.hints import END
from datenorm.core.moments import RANGE, form_of, is_relative
from datenorm.core.spans import Pair, hinted, read_spans
from datenorm.core.tags import EXTENT
from datenorm.core.tasks import Task
from datenorm.corpus.phrase import Example

_FIRST_WRITING = dt.datetime(2000, 1, 1)
_MINUTES_OF_WRITING = 30 * 365 * 24 * 60

Part = Literal["train", "validation", "test"]

Unit = tuple[Example, ...]
"""An example alone, or the two of a range: its start, and the one that asks for its end."""

_PARTS_OF_100: tuple[tuple[int, Part], ...] = ((5, "test"), (10, "validation"), (100, "train"))


def part_of(key: str) -> Part:
    """The part of every data set that a key belongs to: 90 % train, 5 % validation, 5 % test.

    A hash of the key decides. So no data set, of any seed, trains on what another one tests on.

    Args:
        key: What `split_key` returns.
    """
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    share = int.from_bytes(digest, "big") % 100
    return next(part for limit, part in _PARTS_OF_100 if share < limit)


def split_key(example: Example, task: Task) -> str:
    """The key that decides an example's part: its canonical string, or the whole date that it states."""
    date = example.machine[: task.split_by]
    return date if date and UNSPECIFIED not in date else canonicalize(example.human)


def in_units(examples: Iterable[Example]) -> Iterator[Unit]:
    """The examples in units, which no part of the data and no batch separates."""
    unit: Unit = ()
    for example in examples:
        if unit and not asks_for_end(example):
            yield unit
            unit = ()
        unit = (*unit, example)
    if unit:
        yield unit


def asks_for_end(example: Example) -> bool:
    """Whether the example asks for the end of the range in the example before it."""
    return example.order.endswith(END)


def part_of_unit(unit: Unit, task: Task) -> Part | None:
    """The part of a unit: that of its first example. None where training would learn an end that is of another part."""
    parts = [part_of(split_key(example, task)) for example in unit]
    return parts[0] if parts[0] != "train" or set(parts) == {"train"} else None


def split(examples: Iterable[Example], task: Task) -> dict[Part, list[Example]]:
    """The examples of each part, in their order."""
    parts: dict[Part, list[Example]] = {part: [] for _, part in _PARTS_OF_100}
    for unit in in_units(examples):
        part = part_of_unit(unit, task)
        if part:
            parts[part] += unit
    return parts


def distinct(examples: Iterable[Example], task: Task) -> Iterator[Example]:
    """The examples whose canonical strings, with their hints, are new and fit the task's Tx."""
    seen = set()
    for unit in in_units(examples):
        texts = [hinted(example.human, example.order) for example in unit]
        if texts[0] not in seen and all(0 < len(text) <= task.Tx for text in texts):
            seen.add(texts[0])
            yield from unit


def pair_of(example: Example) -> Pair:
    """The pair that the network learns from an example."""
    return Pair.of(example.human, example.machine, example.spans, example.order)


def held_out_part(examples: Iterable[Example], task: Task) -> Iterator[Example]:
    """The distinct examples of the test part."""
    tests = (unit for unit in in_units(examples) if part_of_unit(unit, task) == "test")
    return distinct(itertools.chain.from_iterable(tests), task)


def cases(examples: Iterable[Example], task: Task) -> Iterator[dict[str, Any]]:
    """The cases of examples, one for each unit. A range whose end is not among them has none."""
    for unit in in_units(examples):
        if not task.ranges or len(unit) == 2 or form_of(unit[0].machine) != RANGE:
            yield case(*unit, task=task)


def case(example: Example, end: Example | None = None, *, task: Task) -> dict[str, Any]:
    """The example as `datenorm.evaluation.cases` reads it: text, expected, kind, and what else is known of it.

    Args:
        example: The example.
        end: The one that asks for the end of its range.
        task: The task. Of one with several groups the case has the machine strings, from which the reader of cases
            calculates what is expected.
    """
    expected: dict[str, Any] = {}
    if len(task.groups) == 1:
        expected["expected"] = None if task.is_impossible(example.machine) else task.to_value(example.machine)
    else:
        expected["machine"] = example.machine
        if any(is_relative(each.machine) for each in (example, end) if each):
            expected["reference"] = _reference_of(example)
    fields = {
        "text": example.human,
        **expected,
        "kind": task.name,
        "lang": example.locale.replace("_", "-"),
        "order": example.order,
        "family": example.family,
        "pattern": example.pattern,
        "spans": example.spans,
        **({"end": end.machine, "end_spans": end.spans} if end else {}),
    }
    return {name: value for name, value in fields.items() if value not in ("", {})}


def _reference_of(example: Example) -> str:
    """A moment of writing for what counts from it, always the same one for a text."""
    digest = hashlib.blake2b(example.human.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    minutes = int.from_bytes(digest, "big") % _MINUTES_OF_WRITING
    return (_FIRST_WRITING + dt.timedelta(minutes=minutes)).isoformat(timespec="minutes")


def settle(examples: Sequence[Example]) -> tuple[list[Example], int]:
    """Distinct examples, each canonical string with the answer that most of its examples have.

    A string with several answers that are equally frequent has no right one to learn, and is dropped.

    Returns:
        The distinct examples in their order, and the number of strings that had more than one answer.
    """
    answers: dict[str, collections.Counter[str]] = {}
    first: dict[tuple[str, str], Example] = {}
    for example in examples:
        text = canonicalize(example.human)
        answers.setdefault(text, collections.Counter())[example.machine] += 1
        first.setdefault((text, example.machine), example)
    settled = []
    for text, counts in answers.items():
        (machine, count), *others = counts.most_common(2)
        if not others or others[0][1] < count:
            settled.append(first[text, machine])
    return settled, sum(len(counts) > 1 for counts in answers.values())


def read_pairs(path: Path, task: Task) -> tuple[list[Example], list[str]]:
    """Read a `<Task> Dataset.json`: a list of [human, machine], or of [human, machine, spans] if spans are known.

    Returns:
        The usable pairs, and a sentence about each other row: it is no pair of strings, its human string is empty or
        longer than Tx, its machine string is invalid, or its spans are no ranges of the human string.

    Raises:
        ValueError: The file is not a JSON list.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path}: expected a JSON list of [human, machine] pairs. {error}") from error
    if not isinstance(rows, list):
        raise ValueError(f"{path}: expected a JSON list of [human, machine] pairs. Received: {type(rows).__name__}")
    examples, refused = [], []
    for number, row in enumerate(rows, start=1):
        complaint = _complaint(row, task)
        if complaint:
            refused.append(f"row {number}: {complaint}")
        else:
            human, machine, *spans = row
            examples.append(Example(human, machine, read_spans(spans[0]) if spans else {}, family="", pattern=""))
    return examples, refused


def _complaint(row: object, task: Task) -> str:
    if not (isinstance(row, list) and len(row) in (2, 3) and all(isinstance(side, str) for side in row[:2])):
        return f"expected a pair [human, machine] of strings. Received: {json.dumps(row)[:60]}"
    human, machine, *spans = row
    length = len(canonicalize(human))
    if not 0 < length <= task.Tx:
        return f"expected a human string of 1 to {task.Tx} characters. Received: {length} in {human[:60]!r}"
    try:
        human.encode()
    except UnicodeEncodeError:
        return f"expected text. Received: a lone surrogate in {human[:60]!r}"
    if not task.is_valid(machine) and not task.is_impossible(machine):
        return f"expected a valid {task.name} for {human!r}. Received: {machine[:60]!r}"
    if spans and not _are_spans(spans[0], human, task):
        expected = json.dumps({field.name: [["start", "stop"]] for field in task.fields})
        return f"expected spans such as {expected} within {human!r}. Received: {json.dumps(spans[0])[:60]}"
    return ""


def _are_spans(spans: object, human: str, task: Task) -> bool:
    try:
        ranges = {(field, start, stop) for field, ranges in read_spans(spans).items() for start, stop in ranges}
        names = {field.name for field in task.fields} | ({EXTENT} if task.tags else set())
        return all(field in names and 0 <= start < stop <= len(human) for field, start, stop in ranges)
    except (AttributeError, TypeError, ValueError):
        return False


def write_pairs(path: Path, examples: Iterable[Example], *, with_spans: bool = False) -> None:
    """Write the reference format: a JSON list of [human, machine] pairs, one a line, with spans as a third if asked.

    The format has no place for the question for the end of a range: only its start is written.
    """
    rows = (
        json.dumps([example.human, example.machine, *([example.spans] if with_spans else [])], ensure_ascii=False)
        for example in examples
        if not asks_for_end(example)
    )
    path.write_text("[" + ",\n".join(rows) + "]\n", encoding="utf-8")


def write_cases(path: Path, cases: Iterable[dict[str, Any]]) -> None:
    """Write cases as JSON lines."""
    lines = (json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    path.write_text("".join(lines), encoding="utf-8")
