"""A stand-in for the network of moments, which says what a script has for each text."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from support.tagging import tagging

from datenorm.core.moments import Moment
from datenorm.core.tasks import MOMENT
from datenorm.core.vocab import PAD, UNKNOWN, Vocab
from datenorm.reading.moment_reader import MomentReader
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.onnx_model import Prediction
from datenorm.reading.preset import Preset

MACHINE = Vocab.of(MOMENT.alphabet, specials=())
HUMAN = Vocab.of("abcdefghijklmnopqrstuvwxyz0123456789 .,:/-", specials=(UNKNOWN, PAD))
_CERTAIN = 0.999


class ScriptedModel:
    """Says what a script has for a text behind its hint, and nothing of other texts. It tags every character of a group
    that states something.

    Args:
        script: Text with its hint -> its machine string.
        silent: Groups that it never tags, and `run`, which counts the rows of each further group that were asked for.
    """

    def __init__(
        self, script: Mapping[str, str], untagged: frozenset[str] = frozenset(), pattern: str = "(?!)"
    ) -> None:
        self._script = script
        self._edges = tagging(pattern)
        self._untagged = untagged
        self.rows_of_groups = {1: 0, 2: 0}

    def predict(self, texts: list[str]) -> Prediction:
        """As `OnnxModel.predict`."""
        ids = HUMAN.encode_batch(texts, max(map(len, texts)))
        self._machines = [self._script.get(text, MOMENT.unspecified) for text in texts]
        tags = np.zeros((*ids.shape, len(MOMENT.tags)), np.float32)
        for row, machine in enumerate(self._machines):
            for tag, group, part in zip(
                ("date", "clock", "relative"), MOMENT.groups, MOMENT.split(machine), strict=True
            ):
                if part != group.unspecified and tag not in self._untagged:
                    tags[row, : len(texts[row]), MOMENT.tags.index(tag)] = 1
        encoded = np.repeat(np.arange(len(texts), dtype=np.float32)[:, None, None], ids.shape[1], axis=1)
        return Prediction(*self._distributions(0, range(len(texts)), ids), ids, list(encoded), tags)

    def predict_tags(self, texts: list[str]) -> np.ndarray:
        """As `OnnxModel.predict_tags`: the matches of the pattern are the moments."""
        tags = np.zeros((len(texts), max(map(len, texts)), len(MOMENT.tags)), np.float32)
        for row, edges in zip(tags, self._edges(texts), strict=True):
            row[: len(edges), [MOMENT.tags.index("begin"), MOMENT.tags.index("inside")]] = edges
        return tags

    def predict_group(self, group: int, seen: Prediction, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """As `OnnxModel.predict_group`."""
        self.rows_of_groups[group] += len(rows)
        return self._distributions(group, [int(seen.encoded[row][0, 0]) for row in rows], seen.ids)

    def _distributions(self, group: int, rows: Any, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        start, stop = MOMENT.edges[group]
        machine = np.full((len(rows), stop - start, len(MACHINE)), (1 - _CERTAIN) / (len(MACHINE) - 1), np.float32)
        for place, row in enumerate(rows):
            for position, character in enumerate(self._machines[row][start:stop]):
                machine[place, position, MACHINE[character]] = _CERTAIN
        return machine, np.full((len(rows), stop - start, ids.shape[1]), 1 / ids.shape[1], np.float32)


def scripted_reader(
    monkeypatch: Any,
    script: Mapping[str, Moment | str],
    untagged: frozenset[str] = frozenset(),
    pattern: str = "(?!)",
) -> tuple[MomentReader, ScriptedModel]:
    """A reader whose network says what the script has."""
    machines = {text: said if isinstance(said, str) else said.to_machine() for text, said in script.items()}
    model = ScriptedModel(machines, untagged, pattern)
    monkeypatch.setattr("datenorm.reading.moment_reader.OnnxModel", lambda preset: model)
    preset: Any = Preset(None, MOMENT, HUMAN, MACHINE, {})  # type: ignore[arg-type]
    return MomentReader(preset, 0.0, 0.0), model


def scripted_normalizer(monkeypatch: Any, script: Mapping[str, Moment | str], pattern: str = "(?!)") -> Normalizer:
    """A Normalizer of moments whose network says what the script has; so does any that a command opens from now on.

    In running text it finds what matches the pattern.
    """
    scripted_reader(monkeypatch, script, pattern=pattern)
    preset = Preset(Path("scripted"), MOMENT, HUMAN, MACHINE, {})
    monkeypatch.setattr("datenorm.reading.normalizer.load_preset", lambda name: preset)
    return Normalizer("scripted")
