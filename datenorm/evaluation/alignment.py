"""Alignment: whether the attention for a field falls on the characters that state it, and whether they matter."""

import collections
import dataclasses
import functools
import random
from collections.abc import Mapping, Sequence

import numpy as np

from datenorm.attention.map import AttentionMap
from datenorm.core.canonical import canonicalize
from datenorm.core.forms import Field
from datenorm.core.numeric_dates import numeric_readings
from datenorm.core.spans import JOINS, Ranges, read_spans, to_canonical
from datenorm.core.tasks import Task
from datenorm.evaluation.cases import Case, indices_by_order
from datenorm.evaluation.markdown import markdown_table
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import END_PREFIX

_ERASED = "\ufffd"  # in no vocabulary, so the network reads <unk>

_HEADINGS = {
    "alignment": "alignment",
    "pointing": "pointing",
    "even_attention": "even attention",
    "span_exact": "span exact, if read right",
    "changed_by_erasing": "changed by erasing",
    "changed_by_chance": "changed by chance",
    "chance_hits": "chance hits",
    "changed_elsewhere": "changed elsewhere",
}
"""What is measured of each field, an attribute of `FieldAttention` -> its heading in the table."""


@dataclasses.dataclass(frozen=True)
class FieldAttention:
    """What was measured of the attention for one field of one case.

    Attributes:
        case: The case. Its spans say which characters state the field.
        field: The field's name.
        is_exact: Whether the case was read right.
        alignment: The share of the field's attention that falls on the characters that state it.
        pointing: Whether the field's most attended character is one of them.
        even_attention: The alignment that even attention would have: the share of the text's characters that state
            the field.
        span_exact: Whether the span read off the attention is exactly these characters. What joins words, such as a
            space, is left out of both.
        changed_by_erasing: Whether the field's output changes when its most attended characters are erased.
        changed_by_chance: Whether it changes when as many others are erased, drawn at random.
        chance_hits: Whether any of these others states the field too, as the other two digits of a year do. A reader
            that needs all that states the field cannot change less often.
        changed_elsewhere: Whether it changes when as many are erased, drawn at random, that do not state the field.
    """

    case: Case
    field: str
    is_exact: bool
    alignment: float
    pointing: bool
    even_attention: float
    span_exact: bool
    changed_by_erasing: bool
    changed_by_chance: bool
    chance_hits: bool
    changed_elsewhere: bool


def measure_attention(
    normalizer: Normalizer, cases: Sequence[Case], *, erased: int = 2, seed: int = 0
) -> list[FieldAttention]:
    """Measure the attention for each stated field of each case.

    Cases without spans and cases that cannot be read are left out. So are all-number dates that read two ways, unless
    their case gives an order: nobody knows which of their numbers states the month.

    Args:
        normalizer: Reads the cases, each with the order that its case gives.
        cases: What to read.
        erased: How many characters to erase, that is, to have read as `<unk>`. Fewer in a text of less than twice as
            many characters.
        seed: Draws the characters to erase by chance.

    Reference:
        Faithfulness by erasure: Li, Monroe, Jurafsky, Understanding Neural Networks through Representation Erasure,
        2016 (arXiv:1612.08220); against random erasure: Serrano, Smith, Is Attention Interpretable?, ACL 2019.
    """
    rng = random.Random(seed)
    task = normalizer.task
    measured: list[FieldAttention] = []
    for order, indices in indices_by_order(cases, task).items():
        group = [cases[i] for i in indices if _is_measurable(cases[i], order, task)]
        maps = normalizer.explain_batch([case.text for case in group], order)
        looks = [
            _Look(case, field, attention_map, ranges)
            for case, attention_map in zip(group, maps, strict=True)
            for field, ranges in _stated(case, attention_map)
            if attention_map
        ]
        erasures = [_Erasure.draw(look, erased, rng) for look in looks]
        texts = list(dict.fromkeys(text for erasure in erasures for text in erasure.texts))
        read = dict(zip(texts, normalizer.explain_batch(texts, order), strict=True))
        measured += [_measure(erasure, read, task) for erasure in erasures]
    return measured


def _is_measurable(case: Case, order: str | None, task: Task) -> bool:
    reads_two_ways = bool(task.orders) and not order and len(numeric_readings(canonicalize(case.text))) > 1
    return bool(case.spans) and not reads_two_ways


def _stated(case: Case, attention_map: AttentionMap | None) -> list[tuple[Field, Ranges]]:
    """The fields of a map that the case's text states, each with the characters of the map's text that state it."""
    of_end = {END_PREFIX + name: ranges for name, ranges in read_spans(case.fields.get("end_spans", {})).items()}
    spans = to_canonical(case.text, {**case.spans, **of_end})
    return [
        (field, spans[field.name]) for field in (attention_map.fields if attention_map else ()) if field.name in spans
    ]


@dataclasses.dataclass(frozen=True)
class _Look:
    """One field of a case that was read, with the attention map of its text, and where this states the field."""

    case: Case
    field: Field
    attention_map: AttentionMap
    ranges: Ranges

    @functools.cached_property
    def attention(self) -> np.ndarray:
        """The field's attention for each character of the map's text, shape (len(text),)."""
        mean: np.ndarray = self.attention_map.weights[self.field.start : self.field.stop].mean(axis=0)
        return mean

    @functools.cached_property
    def stating(self) -> np.ndarray:
        """Which characters of the map's text state the field, shape (len(text),), bool."""
        stating = np.zeros(len(self.attention_map.text), bool)
        for start, stop in self.ranges:
            stating[start:stop] = True
        return stating


@dataclasses.dataclass(frozen=True)
class _Erasure:
    """Three choices of characters to erase from a text, as indices.

    Attributes:
        look: The field and the text.
        most_attended: Those that the field attends to most.
        by_chance: As many others.
        elsewhere: As many that do not state the field, or all of these if there are fewer.
    """

    look: _Look
    most_attended: list[int]
    by_chance: list[int]
    elsewhere: list[int]

    @classmethod
    def draw(cls, look: _Look, erased: int, rng: random.Random) -> "_Erasure":
        """Choose at most `erased` characters each."""
        ranked = np.argsort(-look.attention, kind="stable").tolist()
        elsewhere = np.flatnonzero(~look.stating).tolist()
        count = min(erased, len(ranked) // 2)
        return cls(
            look=look,
            most_attended=ranked[:count],
            by_chance=rng.sample(ranked[count:], count),
            elsewhere=rng.sample(elsewhere, min(count, len(elsewhere))),
        )

    @property
    def texts(self) -> tuple[str, str, str]:
        """The text without each of the three."""
        without = self.without
        return without(self.most_attended), without(self.by_chance), without(self.elsewhere)

    def without(self, indices: Sequence[int]) -> str:
        """The text with the characters at these indices erased."""
        text = self.look.attention_map.text
        return "".join(_ERASED if i in indices else character for i, character in enumerate(text))


def _measure(erasure: _Erasure, read: Mapping[str, AttentionMap | None], task: Task) -> FieldAttention:
    """Measure one field, whose erased texts were `read`: text -> attention map, None if it has none."""
    look = erasure.look
    attention, stating, before = look.attention, look.stating, look.attention_map

    def changed(indices: Sequence[int]) -> bool:
        after = read[erasure.without(indices)] or before
        return _written(after, look.field.name) != _written(before, look.field.name)

    return FieldAttention(
        case=look.case,
        field=look.field.name,
        is_exact=_is_exact(look, task),
        alignment=float(attention[stating].sum()),
        pointing=bool(stating[attention.argmax()]),
        even_attention=float(stating.mean()),
        span_exact=_words(before.text, before.spans.get(look.field.name, ())) == _words(before.text, look.ranges),
        changed_by_erasing=changed(erasure.most_attended),
        changed_by_chance=changed(erasure.by_chance),
        chance_hits=bool(stating[erasure.by_chance].any()),
        changed_elsewhere=changed(erasure.elsewhere),
    )


def _written(attention_map: AttentionMap, name: str) -> str:
    """What a map's machine string has for a field; '' where it leaves out the field's group, which states nothing."""
    parts = (attention_map.machine[field.start : field.stop] for field in attention_map.fields if field.name == name)
    return next(parts, "")


def _is_exact(look: _Look, task: Task) -> bool:
    """Whether a case was read right."""
    expected = look.case.fields.get("machine")
    if expected is None:
        return task.to_value(look.attention_map.machine) == look.case.expected
    ends = {"": expected, END_PREFIX: look.case.fields.get("end", task.unspecified)}
    return all(
        _written(look.attention_map, prefix + name) == part
        for prefix, machine in ends.items()
        for name, part in task.stated(machine).items()
    )


def _words(text: str, ranges: Ranges) -> set[int]:
    """The indices of the characters in the ranges, without those that only join words."""
    return {i for start, stop in ranges for i in range(start, stop) if text[i] not in JOINS}


def attention_table(measured: Sequence[FieldAttention], by: str | None = None) -> str:
    """A Markdown table of means: a row for each field, or for each value of the cases' field `by` and each field.

    The column of exact spans is over the cases read right alone: another value has other spans.

    Raises:
        ValueError: Nothing was measured.
    """
    if not measured:
        raise ValueError("expected cases whose spans are known. Received: none")
    groups: dict[tuple[str, ...], list[FieldAttention]] = collections.defaultdict(list)
    for each in measured:
        value = [str(each.case.fields.get(by))] if by else []
        groups[*value, each.field].append(each)
    names = [*([by] if by else []), "field"]
    rows = [
        [*values, f"{len(group):,}", *(f"{mean(group, measure):.2%}" for measure in _HEADINGS)]
        for values, group in sorted(groups.items())
    ]
    return markdown_table([*names, "n", *_HEADINGS.values()], rows, text_columns=len(names))


def mean(measured: Sequence[FieldAttention], measure: str) -> float:
    """The mean of an attribute of `FieldAttention`, that of span_exact over the cases read right; 0 of none."""
    counted = [each for each in measured if each.is_exact or measure != "span_exact"]
    return sum(getattr(each, measure) for each in counted) / len(counted) if counted else 0.0


def all_spans_exact(measured: Sequence[FieldAttention]) -> float:
    """The share of the cases read right whose fields all have exact spans; 0 of none."""
    by_case: dict[int, bool] = {}
    for each in measured:
        if each.is_exact:
            by_case[id(each.case)] = by_case.get(id(each.case), True) and each.span_exact
    return sum(by_case.values()) / len(by_case) if by_case else 0.0
