"""Alignment: whether the attention for a field falls on the characters that state it, and whether they matter."""

import collections
import dataclasses
import itertools
import random
from collections.abc import Callable, Sequence

import numpy as np

from datenorm.attention.map import AttentionMap
from datenorm.core.canonical import canonicalize
from datenorm.core.numeric_dates import numeric_readings
from datenorm.core.spans import JOINS, Ranges, to_canonical
from datenorm.core.tasks import Field
from datenorm.evaluation.evaluate import Case, order_of
from datenorm.reading.normalizer import Normalizer

_ERASED = "\ufffd"  # in no vocabulary, so that the network reads <unk>


@dataclasses.dataclass(frozen=True)
class Look:
    """How the network looked at one field of one case.

    Attributes:
        case: The case, whose spans say which characters state the field.
        field: The field's name.
        is_exact: Whether the case was read right.
        mass: The share of the field's attention that fell on the characters that state it: its alignment.
        points: Whether the field's strongest character is one of them.
        uniform: The share of the text's characters that state it: what even attention has of both.
        span_is_exact: Whether the span that is made of the attention is just these characters, what joins words apart.
        changed: Whether the field's output changed when its most attended characters were erased.
        changed_by_chance: Whether it changed when as many others were erased, drawn at random.
        hit_by_chance: Whether these others state the field, too: they do with two random digits of a year. No reader
            who needs all that states the field can change less often.
        changed_elsewhere: Whether it changed when as many were erased, drawn at random, that do not state the field.
    """

    case: Case
    field: str
    is_exact: bool
    mass: float
    points: bool
    uniform: float
    span_is_exact: bool
    changed: bool
    changed_by_chance: bool
    hit_by_chance: bool
    changed_elsewhere: bool


def looks(normalizer: Normalizer, cases: Sequence[Case], *, erased: int = 2, seed: int = 0) -> list[Look]:
    """How the attention for each stated field of each case fell.

    Args:
        normalizer: Reads the cases, each with the order that it tells.
        cases: Those without spans, and those that cannot be read, are passed over, and numbers that read two ways
            without an order: nobody knows which of them states the month.
        erased: How many characters are erased, that is read as `<unk>`; fewer where a text has not twice as many.
        seed: Draws those to erase by chance.

    Reference:
        Faithfulness by erasure: Li, Monroe, Jurafsky, Understanding Neural Networks through Representation Erasure,
        2016 (arXiv:1612.08220); against random erasure: Serrano, Smith, Is Attention Interpretable?, ACL 2019.
    """
    rng = random.Random(seed)
    by_order: dict[str | None, list[Case]] = collections.defaultdict(list)
    for case in cases:
        order = order_of(case, normalizer)
        reads_two_ways = normalizer.task.orders and not order and len(numeric_readings(canonicalize(case.text))) > 1
        if case.spans and not reads_two_ways:
            by_order[order].append(case)
    found = []
    for order, group in by_order.items():
        maps = normalizer.explain_batch([case.text for case in group], order)
        seen = [
            (case, attention_map, field)
            for case, attention_map in zip(group, maps, strict=True)
            for field in normalizer.task.fields
            if attention_map and field.name in case.spans
        ]
        places = [_places(case, attention_map, field, erased, rng) for case, attention_map, field in seen]
        texts = [
            _without(attention_map.text, some)
            for (_, attention_map, _), each in zip(seen, places, strict=True)
            for some in each
        ]
        erasures = iter(normalizer.explain_batch(texts, order))
        for (case, attention_map, field), (_, by_chance, _) in zip(seen, places, strict=True):
            before, changed, changed_by_chance, changed_elsewhere = (
                (read or attention_map).machine[field.start : field.stop]
                for read in (attention_map, *itertools.islice(erasures, 3))
            )
            found.append(
                Look(
                    case,
                    field.name,
                    normalizer.task.to_value(attention_map.machine) == case.expected,
                    *_look(case, field, attention_map),
                    changed != before,
                    changed_by_chance != before,
                    bool(_stating(case, field, attention_map)[by_chance].any()),
                    changed_elsewhere != before,
                )
            )
    return found


def _look(case: Case, field: Field, attention_map: AttentionMap) -> tuple[float, bool, float, bool]:
    attention = attention_map.weights[field.start : field.stop].mean(axis=0)
    stating = _stating(case, field, attention_map)
    return (
        float(attention[stating].sum()),
        bool(stating[attention.argmax()]),
        float(stating.mean()),
        _said(attention_map, attention_map.spans.get(field.name, ()))
        == _said(attention_map, to_canonical(case.text, case.spans)[field.name]),
    )


def _said(attention_map: AttentionMap, ranges: Ranges) -> set[int]:
    """The characters of the ranges, without what only joins words."""
    return {i for start, stop in ranges for i in range(start, stop) if attention_map.text[i] not in JOINS}


def _stating(case: Case, field: Field, attention_map: AttentionMap) -> np.ndarray:
    """Which characters of the map's text state the field."""
    stating = np.zeros(len(attention_map.text), bool)
    for start, stop in to_canonical(case.text, case.spans)[field.name]:
        stating[start:stop] = True
    return stating


def _places(
    case: Case, attention_map: AttentionMap, field: Field, erased: int, rng: random.Random
) -> tuple[list[int], list[int], list[int]]:
    """Where to erase: the field's most attended characters, as many others, and as many that do not state it."""
    ranked = np.argsort(-attention_map.weights[field.start : field.stop].mean(axis=0), kind="stable").tolist()
    count = min(erased, len(ranked) // 2)
    elsewhere = np.flatnonzero(~_stating(case, field, attention_map)).tolist()
    by_chance = rng.sample(ranked[count:], count)
    return ranked[:count], by_chance, rng.sample(elsewhere, min(count, len(elsewhere)))


def _without(text: str, places: Sequence[int]) -> str:
    return "".join(_ERASED if i in places else character for i, character in enumerate(text))


def table(found: Sequence[Look], by: str | None = None) -> str:
    """A Markdown table of looks: a row for each field, or each value of the cases' field `by` and each field.

    Raises:
        ValueError: There are no looks.
    """
    if not found:
        raise ValueError("expected cases whose spans are known. Received: none")
    groups: dict[tuple[str, ...], list[Look]] = collections.defaultdict(list)
    for look in found:
        value = [str(look.case.fields.get(by))] if by else []
        groups[*value, look.field].append(look)
    columns = [
        *([by] if by else []),
        "field",
        "n",
        "alignment",
        "pointing",
        "even attention",
        "span exact, if read right",
    ]
    columns += ["changed by erasing", "by chance", "chance hits it", "elsewhere"]
    lines = [columns, ["---"] * (len(columns) - 9) + ["--:"] * 9]
    for names, group in sorted(groups.items()):
        right = [look for look in group if look.is_exact]
        shares = [
            _share(group, lambda look: look.mass),
            _share(group, lambda look: look.points),
            _share(group, lambda look: look.uniform),
            _share(right, lambda look: look.span_is_exact),
            _share(group, lambda look: look.changed),
            _share(group, lambda look: look.changed_by_chance),
            _share(group, lambda look: look.hit_by_chance),
            _share(group, lambda look: look.changed_elsewhere),
        ]
        lines.append([*names, f"{len(group):,}", *(f"{share:.2%}" for share in shares)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def spans_exact(found: Sequence[Look]) -> float:
    """The share of the cases read right whose fields all have exact spans."""
    by_case: dict[int, bool] = {}
    for look in found:
        if look.is_exact:
            by_case[id(look.case)] = by_case.get(id(look.case), True) and look.span_is_exact
    return sum(by_case.values()) / len(by_case) if by_case else 0.0


def _share(found: Sequence[Look], value: Callable[[Look], float]) -> float:
    return sum(map(value, found)) / len(found) if found else 0.0
