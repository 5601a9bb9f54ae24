"""Preset: finds, reads and checks the files of a trained model."""

import dataclasses
import itertools
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datenorm.core.package import PACKAGE
from datenorm.core.tasks import DATE, MOMENT, Task, get_task
from datenorm.core.vocab import Vocab, read_vocabs

CONFIG = "config.json"
VOCABS = "vocab.json"
ONNX = "model.onnx"
KERAS = "model.keras"
CARD = "README.md"
HELD_OUT = "held-out.jsonl"


def onnx_file(number: int) -> str:
    """The name of the file of a decoder, from 0: the first one has the encoder, too."""
    return f"model-{number + 1}.onnx" if number else ONNX


FORMAT = 1
"""The version of the files. It increases when an older datenorm would misread them."""

# The name of a task -> the preset that has it as a part.
_PARTS = {DATE.name: MOMENT.name}

_PRESETS = PACKAGE / "presets"


@dataclasses.dataclass(frozen=True)
class Preset:
    """The folder of a trained model: a preset that ships, or a run folder.

    Attributes:
        folder: The folder.
        task: What is read: the task of the model, or the date that is a part of its moments.
        human_vocab: The vocabulary of its input.
        machine_vocab: The vocabulary of its output.
        config: The content of config.json.
    """

    folder: Path
    task: Task
    human_vocab: Vocab
    machine_vocab: Vocab
    config: Mapping[str, Any]

    @property
    def decoders(self) -> tuple[int, ...]:
        """The lengths of what the decoders that are run write: of the date part those of the first group."""
        if not self.is_part:
            return self.task.decoders
        whole = get_task(self.config["task"])
        return tuple(
            length
            for length, stop in zip(whole.decoders, itertools.accumulate(whole.decoders), strict=True)
            if stop <= whole.groups[0].Ty
        )

    @property
    def is_part(self) -> bool:
        """Whether the task is a part of what the model reads."""
        return bool(self.config.get("task", self.task.name) != self.task.name)

    @property
    def calibration(self) -> dict[str, float]:
        """The fitted slope and offset of the confidences; empty if they were not fitted."""
        return dict(self.config.get("calibration", {}))

    @property
    def asked_in_vain(self) -> float:
        """The share of the texts without a part of the machine string for which the training asked its decoder."""
        return float(self.config.get("asked_in_vain", 1.0))

    @property
    def min_confidence(self) -> float:
        """The confidence below which answers are dropped."""
        return float(self.config.get("min_confidence", 0.0))

    @property
    def digest(self) -> str:
        """The name of the weights: the first 12 hexadecimal digits of the SHA-256 of the ONNX files.

        Of what has no ONNX files, because its training has not ended, it is that of the Keras weights.
        """
        import hashlib  # loads OpenSSL, and reading a text needs no digest

        has_ended = (self.folder / ONNX).is_file()
        files = map(onnx_file, range(len(self.decoders))) if has_ended else (KERAS,)
        return hashlib.sha256(b"".join((self.folder / file).read_bytes() for file in files)).hexdigest()[:12]


def preset_names() -> list[str]:
    """The names of the presets that ship."""
    return sorted(folder.name for folder in _PRESETS.iterdir() if (folder / CONFIG).exists())


def load_preset(name_or_folder: str | Path, *, to_run: bool = True) -> Preset:
    """Read a preset by its name, or a folder that `train.py` wrote by its path.

    Args:
        name_or_folder: The name or the path.
        to_run: Whether to run it, for which its ONNX files are needed. A training can start without them.

    Raises:
        FileNotFoundError: There is no such preset or folder, or a file of it is missing.
        ValueError: A file of it is damaged, or is of another version of datenorm.
    """
    folder = _find_folder(name_or_folder)
    _require(folder, CONFIG, VOCABS, *((ONNX,) if to_run else ()))
    config = read_config(folder)
    human_vocab, machine_vocab = read_vocabs(folder / VOCABS)
    task = get_task(str(name_or_folder) if _is_part(name_or_folder) else config["task"])
    preset = Preset(folder, task, human_vocab, machine_vocab, config)
    if to_run:
        _require(folder, *map(onnx_file, range(len(preset.decoders))))
    try:
        numbers = {"slope": 1.0, "offset": 0.0, **preset.calibration}
        is_valid = len(numbers) == 2 and all(map(math.isfinite, numbers.values())) and 0 <= preset.min_confidence <= 1
        is_valid = is_valid and 0 < preset.asked_in_vain <= 1
    except (TypeError, ValueError):
        is_valid = False
    if not is_valid:
        raise ValueError(
            f"{folder / CONFIG}: expected a calibration of slope and offset, a min_confidence and an asked_in_vain "
            f"from 0 to 1. Received: {[config.get(key) for key in ('calibration', 'min_confidence', 'asked_in_vain')]}"
        )
    return preset


def _require(folder: Path, *names: str) -> None:
    for name in names:
        if not (folder / name).is_file():
            raise FileNotFoundError(
                f"{folder} has no {name}: expected a folder that train.py wrote, of a finished training"
            )


def _find_folder(name_or_folder: str | Path) -> Path:
    """The folder of a preset with this name, or the run folder with this path.

    Raises:
        FileNotFoundError: There is no such preset or folder.
    """
    name = str(name_or_folder)
    if _is_part(name):
        return _PRESETS / _PARTS[name]
    folder = _PRESETS / name if name in preset_names() else Path(name_or_folder)
    if not folder.is_dir():
        names = ", ".join(sorted(filter(is_name, {*preset_names(), *_PARTS})))
        raise FileNotFoundError(f"expected a preset ({names}) or a folder that train.py wrote. Received: {name!r}")
    return folder


def is_name(name_or_folder: str | Path) -> bool:
    """Whether this names a preset that ships, or a part of one, and no folder."""
    return str(name_or_folder) in preset_names() or _is_part(name_or_folder)


def _is_part(name: str | Path) -> bool:
    """Whether this names a part of a preset that ships, and no preset of its own."""
    shipped = preset_names()
    return _PARTS.get(str(name)) in shipped and str(name) not in shipped


def read_config(folder: Path) -> dict[str, Any]:
    """Read a folder's config.json.

    Raises:
        FileNotFoundError: The folder has no config.json.
        ValueError: The file is damaged, or is of another version of datenorm.
    """
    path = folder / CONFIG
    if not path.is_file():
        raise FileNotFoundError(f"{folder} has no {CONFIG}: expected a folder that train.py wrote")
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is damaged: {error}") from error
    if not isinstance(config, dict) or config.get("format") != FORMAT or not isinstance(config.get("task"), str):
        found = config.get("format") if isinstance(config, dict) else config
        raise ValueError(
            f"{path}: expected format {FORMAT} and a task. Received: {found!r}; it is of another version of datenorm"
        )
    return config


def write_config(folder: Path, config: Mapping[str, Any]) -> None:
    """Write a folder's config.json with the current format."""
    body = json.dumps({"format": FORMAT, **config}, indent=2, ensure_ascii=False)
    (folder / CONFIG).write_text(body + "\n", encoding="utf-8")
