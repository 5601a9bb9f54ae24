"""Moment reader: reads canonical texts as moments, with a decoder for each group, run only where it is needed."""

import collections
import datetime as dt
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from datenorm.attention.map import AttentionMap
from datenorm.attention.spans import spans_of_fields
from datenorm.attention.weights import field_pooling
from datenorm.core.forms import UNSPECIFIED, Field
from datenorm.core.hints import END, hint_of
from datenorm.core.moments import AFTER, BEFORE, GREGORIAN, POINT, RANGE, SPAN
from datenorm.core.numeric_dates import (
    conflicting_orders,
    numbers_exclude,
    numeric_readings,
    readings_by_order,
    resolve,
    takes_order,
    where_numbers_may_matter,
)
from datenorm.core.reasons import Reason
from datenorm.core.spans import Ranges
from datenorm.reading.answering import answered, plain_value
from datenorm.reading.calibration import Calibration
from datenorm.reading.decoder import Decoder
from datenorm.reading.moments.values import may_be_value, moments_in
from datenorm.reading.onnx_model import OnnxModel
from datenorm.reading.preset import VOCABS, Preset
from datenorm.reading.result import END_PREFIX, Reading, Said, Ways, attention_in_bytes, pack_attention, said_in

# A group is read where a character belongs to it with at least this probability.
_MENTIONED = 0.2
# A group that states nothing, though a character belongs to it with more than this probability, is a part that is lost.
_LOST = 0.5
# Above this probability a numeric date keeps the network's confidence, as in `DateReader`.
_SURE = 0.99
# A text in the form of a value keeps the attention of a network that reads it so at least as surely.
_SURE_OF_VALUE = 0.5
_DIGITS, _FORM, _CALENDAR = slice(0, 8), 8, 10  # of the machine string
_WITH_VALUE = frozenset((POINT, RANGE, BEFORE, AFTER, SPAN))
# A whole date in numbers, among other things such as the other end of a range.
_NUMERIC_DATE = re.compile(r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{1,2}/\d{1,2})(?![\d/])")


class _Looks(NamedTuple):
    """What the network says of B texts, looked at once.

    Attributes:
        machines: The machine string of each.
        probabilities: Of the machine strings, shape (B,).
        attention: Of each field on each character, shape (B, fields, L), as `attention_in_bytes` returns it.
        hint_lengths: How many characters of hint each text stands behind.
        date: The distributions of the first group, shape (B, Ty of the group, V).
        date_probabilities: Of the string of the first group, shape (B,).
        tags: The probabilities of the tags of each character, shape (B, L, tags).
        weights: Of each group the rows of the texts that it was read of, and their attention weights, shape
            (rows, Ty of the group, L).
    """

    machines: list[str]
    probabilities: np.ndarray
    attention: np.ndarray
    hint_lengths: list[int]
    date: np.ndarray
    date_probabilities: np.ndarray
    tags: np.ndarray
    weights: list[tuple[Sequence[int], np.ndarray]]

    def weights_of(self, row: int) -> list[np.ndarray | None]:
        """Of each group the attention weights of a text, None where the group was not read."""
        return [weights[rows.index(row)] if row in rows else None for rows, weights in self.weights]


class _Read(NamedTuple):
    """What was read of a further group.

    Attributes:
        rows: The rows of the texts that it was read of.
        machine: The distributions, shape (rows, Ty of the group, V).
        scores: The probability of each string, shape (rows,).
    """

    rows: list[int]
    machine: np.ndarray
    scores: np.ndarray


class MomentReader:
    """Reads canonical texts as moments.

    The first group, the date, is read of every text; the clock and the relative expression only where the tags say that
    a character belongs to one. The end of a range takes a second look, with the hint `END`.

    Args:
        preset: A trained model of the task.
        min_confidence: Answers below it are dropped.
        min_share: The most probable readings of ambiguous texts below it are dropped.

    Raises:
        ValueError: A file of the preset is damaged, or does not belong to the others.
    """

    def __init__(self, preset: Preset, min_confidence: float, min_share: float) -> None:
        self.task = preset.task
        self.min_confidence = min_confidence
        self._min_share = min_share
        try:
            shares = (1.0, preset.asked_in_vain, preset.asked_in_vain)  # the first group is asked of every text
            self._decoders = [
                Decoder(group, preset.machine_vocab, keeps_impossible=True, asked_in_vain=share)
                for group, share in zip(self.task.groups, shares, strict=True)
            ]
        except ValueError as error:
            raise ValueError(f"{preset.folder / VOCABS}: {error}") from error
        self._model = OnnxModel(preset)
        self._calibrate = Calibration(**preset.calibration)
        self._poolings = [field_pooling(group.fields, group.Ty) for group in self.task.groups]
        edges = itertools.accumulate((len(group.fields) for group in self.task.groups), initial=0)
        self._rows = list(itertools.starmap(slice, itertools.pairwise(edges)))
        # The groups behind the first one, each with its tag.
        self._further = [(group, self.task.tags.index(tag)) for group, tag in ((1, "clock"), (2, "relative"))]
        self._date_tag = self.task.tags.index("date")
        self._edge_tags = [self.task.tags.index("begin"), self.task.tags.index("inside")]

    def read(
        self, texts: list[str], order: str | None, reference: dt.datetime | None = None, prefer: str | None = None
    ) -> list[Reading]:
        """The readings of canonical texts.

        Args:
            texts: The texts.
            order: As in `Normalizer.normalize`.
            reference: When all of them were written, as in `answering.answered`.
            prefer: As in `answering.answered`.
        """
        orders = [order] * len(texts)
        looks = self._look(texts, orders)
        numbered = where_numbers_may_matter(texts)
        determined = self._settle_by_numbers(texts, numbered, looks, order)
        doubtful = [i for i in numbered if i not in determined]
        ends = self._ends(texts, looks, orders)
        ways = self._ways(texts, doubtful, looks, ends, order)
        excluded = {i for i in doubtful if len(ways[i]) == 1 and self._is_excluded(texts[i], looks.machines[i])}
        confidences = self._calibrate(looks.probabilities).tolist()
        packed = _packed(texts, looks, ends)
        own_values = _own_values(texts)
        name, least, least_share = self.task.name, self.min_confidence, self._min_share
        rows = zip(map(plain_value, looks.machines), confidences, packed, ways, strict=True)
        readings = []
        for i, (value, confidence, attention, of_text) in enumerate(rows):
            if (own := own_values.get(i)) and (own[:2] != said_in(of_text)[0][:2] or confidence < _SURE_OF_VALUE):
                reading = Reading(None, 1.0, False, (), order, None, name, b"", (own,))
                readings.append(answered(reading, least, least_share, reference, prefer))
            elif i in excluded:
                readings.append(Reading(None, 1.0, False, (), order, Reason.IMPOSSIBLE, name, attention))
            elif value and confidence >= least and len(of_text) == 1:
                readings.append(Reading(value, confidence, False, (), order, None, name, attention, of_text))
            else:
                reading = Reading(None, confidence, False, (), order, None, name, attention, of_text)
                readings.append(answered(reading, least, least_share, reference, prefer))
        return readings

    def explain(self, texts: list[str], order: str | None) -> list[AttentionMap]:
        """The attention weights with which canonical texts are read; of a range those of its start, then of its end."""
        orders = [order] * len(texts)
        looks = self._look(texts, orders)
        self._settle_by_numbers(texts, where_numbers_may_matter(texts), looks, order)
        ends = self._ends(texts, looks, orders)
        return [self._map(text, i, looks, ends) for i, text in enumerate(texts)]

    def edges(self, texts: list[str]) -> list[np.ndarray]:
        """Of each character of canonical texts, whether a moment begins there, and whether it belongs to one.

        Returns:
            For each text its probabilities, shape (L, 2), float32.
        """
        tags = self._model.predict_tags(texts)[:, :, self._edge_tags]
        return [row[: len(text)] for row, text in zip(tags, texts, strict=True)]

    def _look(self, texts: list[str], orders: Sequence[str | None], *, end: bool = False) -> _Looks:
        """Look at texts once, each with the hint of its order, if that matters, and of the end of a range, if asked."""
        hints, hinted = [""] * len(texts), texts
        if end or any(orders):
            hints = [
                hint_of((order if order and self._takes_hint(text) else "") + (END if end else ""))
                for text, order in zip(texts, orders, strict=True)
            ]
            hinted = [hint + text for hint, text in zip(hints, texts, strict=True)]
        seen = self._model.predict(hinted)
        dates, of_dates = self._decoders[0](seen.machine)
        parts = [dates]
        read: dict[int, _Read] = {}
        weights: list[tuple[Sequence[int], np.ndarray]] = [(range(len(texts)), seen.attention)]
        attention = np.zeros((len(texts), self._rows[-1].stop, seen.ids.shape[1]), np.uint8)
        attention[:, self._rows[0]] = attention_in_bytes(self._poolings[0] @ seen.attention)
        for group, tag in self._further:
            nothing = self.task.groups[group].unspecified
            mentioned = seen.tags[:, :, tag].max(axis=1)
            rows = [row for row in (mentioned > _MENTIONED).nonzero()[0].tolist() if dates[row][_FORM] in _WITH_VALUE]
            strings, looked = [nothing] * len(texts), seen.attention[:0]
            if rows:
                machine, looked = self._model.predict_group(group, seen, np.array(rows))
                found, scores = self._decoders[group](machine)
                read[group] = _Read(rows, machine, scores)
                attention[rows, self._rows[group]] = attention_in_bytes(self._poolings[group] @ looked)
                for place, (row, string) in enumerate(zip(rows, found, strict=True)):
                    strings[row] = string
                    if string == nothing and mentioned[row] > _LOST:
                        scores[place] *= 1 - mentioned[row]
            weights.append((rows, looked))
            parts.append(strings)
        probabilities = of_dates.copy()
        if read:
            self._state_something(parts, read)
            for rows, _, scores in read.values():
                probabilities[rows] *= scores
        machines = ["".join(groups) for groups in zip(*parts, strict=True)]
        return _Looks(
            machines, probabilities, attention, list(map(len, hints)), seen.machine, of_dates, seen.tags, weights
        )

    def _takes_hint(self, text: str) -> bool:
        # A text that fills Tx is no all-number date. The training shows hints beside dates in numbers alone.
        return len(text) < self.task.Tx and takes_order(text)

    def _state_something(self, parts: list[list[str]], read: dict[int, _Read]) -> None:
        """Where the first group says that there is a moment, and no group states one, the surest of the others does.

        Args:
            parts: Of each group the string of each text. They are changed in place.
            read: What was read of each further group. Its scores are changed in place.
        """
        found: dict[int, list[tuple[float, int, str, int]]] = collections.defaultdict(list)
        for group, (rows, machine, _) in read.items():
            nothing = self.task.groups[group].unspecified
            silent = [
                place
                for place, row in enumerate(rows)
                if parts[group][row] == nothing and self._is_silent([part[row] for part in parts])
            ]
            if silent:
                strings, of_strings = self._decoders[group].stating(machine[silent])
                for place, string, score in zip(silent, strings, of_strings.tolist(), strict=True):
                    found[rows[place]].append((score, group, string, place))
        for row, several in found.items():
            score, group, string, place = max(several)
            parts[group][row], read[group].scores[place] = string, score

    def _is_silent(self, strings: list[str]) -> bool:
        """Whether the strings of a text's groups state nothing but that there is a moment."""
        date, *others = strings
        if date[_FORM] not in _WITH_VALUE or not date.startswith(self.task.groups[0].unspecified[_DIGITS]):
            return False
        return all(string == group.unspecified for string, group in zip(others, self.task.groups[1:], strict=True))

    def _ends(self, texts: list[str], looks: _Looks, orders: Sequence[str | None]) -> dict[int, tuple[int, _Looks]]:
        """Index of each range -> where its end is, among looks at the ends. Its probability counts with the start's."""
        ranges = [i for i, machine in enumerate(looks.machines) if machine[_FORM] == RANGE]
        if not ranges:
            return {}
        ends = self._look([texts[i] for i in ranges], [orders[i] for i in ranges], end=True)
        looks.probabilities[ranges] *= ends.probabilities
        return {i: (place, ends) for place, i in enumerate(ranges)}

    def _settle_by_numbers(self, texts: list[str], numbered: list[int], looks: _Looks, order: str | None) -> set[int]:
        """Where the numbers of a text determine its date, the date is theirs, and the network says that it is one.

        Returns:
            The indices of these texts.
        """
        form = self.task.groups[0]
        determined, settled = set(), []
        for i in numbered:
            machine = looks.machines[i]
            if not (machine[_FORM] == POINT and machine[_CALENDAR] == GREGORIAN and machine[_DIGITS].isdecimal()):
                continue
            date = resolve(texts[i], order)
            if date is None:
                continue
            determined.add(i)
            digits = date.replace("-", "")
            if machine[_DIGITS] != digits or looks.probabilities[i] < _SURE:
                looks.machines[i] = digits + machine[_FORM:]
                settled.append(i)
        if settled:
            pairs = [(looks.machines[i][: form.Ty], form.unspecified) for i in settled]
            shares = [share for share, _ in self._decoders[0].shares(pairs, looks.date[settled])]
            rest = looks.probabilities[settled] / np.maximum(1e-9, looks.date_probabilities[settled])
            looks.probabilities[settled] = shares * np.minimum(1.0, rest)
        return determined

    def _is_excluded(self, text: str, machine: str) -> bool:
        """Whether the numbers of a text show that it states neither this date nor another one."""
        digits = machine[_DIGITS]
        if machine[_FORM] != POINT or machine[_CALENDAR] != GREGORIAN:
            return False
        return numbers_exclude(text, f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")

    def _ways(
        self,
        texts: list[str],
        doubtful: list[int],
        looks: _Looks,
        ends: dict[int, tuple[int, _Looks]],
        order: str | None,
    ) -> list[Ways]:
        """The ways to read each text: one, or one for each order that reads it differently, if it is doubtful."""
        ways = _ways(looks, ends)
        if order is not None or not doubtful:
            return ways
        found: dict[int, list[Said]] = {}
        asked: list[tuple[int, str]] = []
        dates = self._date_texts(texts, doubtful, looks)
        for i in doubtful:
            orders = self._conflicting_orders(texts[i], dates.get(i, texts[i]), looks.machines[i])
            if not orders:
                continue
            machine = looks.machines[i]
            days = [date.replace("-", "") for date in numeric_readings(texts[i])]
            if machine[_FORM] != RANGE and machine[_DIGITS] in days:
                found[i] = [Said(day + machine[_FORM:]) for day in days]
            else:
                asked += ((i, each) for each in orders)
        again = self._said_in([texts[i] for i, _ in asked], [each for _, each in asked])
        for (i, _), said in zip(asked, again, strict=True):
            if said.machine[_FORM] in _WITH_VALUE and said not in found.setdefault(i, []):
                found[i].append(said)
        for i, several in self._shared(found, looks.date).items():
            if several:
                ways[i] = tuple(several)
        return ways

    def _said_in(self, texts: list[str], orders: Sequence[str]) -> list[Said]:
        """What each text says in its order."""
        if not texts:
            return []
        looks = self._look(texts, orders)
        return [said for way in _ways(looks, self._ends(texts, looks, orders)) for said in said_in(way)]

    def _conflicting_orders(self, text: str, date: str, machine: str) -> tuple[str, ...]:
        """The orders that read a text differently; one order if only it reads all dates of a range; or none.

        Args:
            text: The text.
            date: Its part that states its date.
            machine: Its machine string.
        """
        if machine[_FORM] not in _WITH_VALUE or UNSPECIFIED in machine[4:8]:
            return ()
        if machine[_FORM] == RANGE:
            dates = [found[0] for found in _NUMERIC_DATE.finditer(text)]
            readings = list(map(readings_by_order, dates))
            orders = [order for order in self.task.orders if all(order in each for each in readings)]
            different = {tuple(each[order] for each in readings): order for order in reversed(orders)}
            return tuple(reversed(different.values())) if any(map(conflicting_orders, dates)) else ()
        return conflicting_orders(date)

    def _date_texts(self, texts: list[str], doubtful: list[int], looks: _Looks) -> dict[int, str]:
        """Index of each doubtful text that states a time of day -> its part that states its date.

        Args:
            texts: The texts, looked at without hints.
            doubtful: The indices of the doubtful ones.
            looks: What the network says of all of them.
        """
        clock, (start, _) = self.task.groups[1].unspecified, self.task.edges[1]
        rows = [i for i in doubtful if not looks.machines[i].startswith(clock, start)]
        if not rows:
            return {}
        is_date = looks.tags[rows, :, self._date_tag] > _LOST
        is_date &= np.arange(is_date.shape[1]) < np.array([[len(texts[row])] for row in rows])
        firsts = is_date.argmax(axis=1)
        stops = is_date.shape[1] - is_date[:, ::-1].argmax(axis=1)  # L where no character states a date
        parts = map(slice, firsts.tolist(), stops.tolist())
        return {row: texts[row][part] for row, part in zip(rows, parts, strict=True)}

    def _shared(self, found: dict[int, list[Said]], distributions: np.ndarray) -> dict[int, list[Said]]:
        """Index of each text -> the ways to read it, with their shares by the distributions of the first group."""
        stop = self.task.groups[0].Ty
        dates = {i: list(dict.fromkeys(each.machine[:stop] for each in several)) for i, several in found.items()}
        differ = [i for i, different in dates.items() if len(different) > 1]
        shares = {i: dict.fromkeys(different, 1 / max(1, len(found[i]))) for i, different in dates.items()}
        if differ:
            different = [dates[i] for i in differ]
            for i, of_text in zip(differ, self._decoders[0].shares(different, distributions[differ]), strict=True):
                shares[i] = dict(zip(dates[i], of_text, strict=True))
        return {
            i: [Said(machine, end, shares[i][machine[:stop]]) for machine, end, _ in several]
            for i, several in found.items()
        }

    def _map(self, text: str, i: int, looks: _Looks, ends: dict[int, tuple[int, _Looks]]) -> AttentionMap:
        """The attention map of a text: of the groups that state something, and of both ends of a range."""
        looked = [(looks, i, "")]
        if i in ends:
            place, of_ends = ends[i]
            looked.append((of_ends, place, END_PREFIX))
        machine = ""
        fields: list[Field] = []
        spans: dict[str, Ranges] = {}
        rows: list[np.ndarray] = []
        for of_look, row, prefix in looked:
            hint = of_look.hint_lengths[row]
            whole = of_look.machines[row]
            of_groups = [
                np.zeros((group.Ty, len(text)), np.float32) if weights is None else weights[:, hint : hint + len(text)]
                for group, weights in zip(self.task.groups, of_look.weights_of(row), strict=True)
            ]
            attention = list(map(np.matmul, self._poolings, of_groups))
            found = spans_of_fields(self.task, whole, text, np.concatenate(attention))
            spans.update({prefix + name: ranges for name, ranges in found.items()})
            for group, (start, stop), weights in zip(self.task.groups, self.task.edges, of_groups, strict=True):
                part = whole[start:stop]
                if part == group.unspecified and rows:
                    continue
                fields += [
                    Field(prefix + field.name, len(machine) + field.start, len(machine) + field.stop)
                    for field in group.fields
                ]
                machine += part
                rows.append(weights)
        return AttentionMap(text, machine, np.concatenate(rows), tuple(fields), spans)


def _ways(looks: _Looks, ends: dict[int, tuple[int, _Looks]]) -> list[Ways]:
    """The way to read each text, a range with its end."""
    ways: list[Ways] = list(zip(looks.machines, strict=True))
    for i, (place, of_ends) in ends.items():
        ways[i] = (Said(looks.machines[i], of_ends.machines[place]),)
    return ways


def _own_values(texts: list[str]) -> dict[int, Said]:
    """Index of each text that has the form of a value -> what it says."""
    own = {i: moments for i, text in enumerate(texts) if may_be_value(text) and (moments := moments_in(text))}
    return {i: Said(start.to_machine(), end.to_machine() if end else None) for i, (start, end) in own.items()}


def _packed(texts: list[str], looks: _Looks, ends: dict[int, tuple[int, _Looks]]) -> list[bytes]:
    """The attention of each text in bytes; of a range that of its start, then of its end."""
    packed = pack_attention(looks.attention, looks.hint_lengths, texts)
    if ends:
        _, of_ends = next(iter(ends.values()))
        behind = pack_attention(of_ends.attention, of_ends.hint_lengths, [texts[i] for i in ends])
        for i, (place, _) in ends.items():
            packed[i] += behind[place]
    return packed
