"""Presets and run folders: the files that make a trained model, found and checked before they are used."""

import dataclasses
import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datenorm.core.tasks import Task, get_task
from datenorm.core.vocab import Vocab, read_vocabs

CONFIG = "config.json"
VOCABS = "vocab.json"
ONNX = "model.onnx"
KERAS = "model.keras"
CARD = "README.md"
HELD_OUT = "held-out.jsonl"

FORMAT = 1
"""Raised when a change to the files would make an older datenorm misread them."""

_PRESETS = Path(__file__).parents[1] / "presets"


@dataclasses.dataclass(frozen=True)
class Preset:
    """A trained model's folder, read.

    Attributes:
        folder: Where it lies.
        task: What it translates into.
        human_vocab: The vocabulary that it reads.
        machine_vocab: The vocabulary that it writes.
        config: All of config.json.
    """

    folder: Path
    task: Task
    human_vocab: Vocab
    machine_vocab: Vocab
    config: Mapping[str, Any]

    @property
    def calibration(self) -> dict[str, float]:
        """The slope and offset of the confidences, if they were fitted."""
        return dict(self.config.get("calibration", {}))

    @property
    def min_confidence(self) -> float:
        """The confidence below which answers are dropped."""
        return float(self.config.get("min_confidence", 0.0))

    @property
    def digest(self) -> str:
        """Names the weights: the first 12 hexadecimal digits of the SHA-256 of the ONNX file."""
        return hashlib.sha256((self.folder / ONNX).read_bytes()).hexdigest()[:12]


def preset_names() -> list[str]:
    """The names of the presets that ship."""
    return sorted(folder.name for folder in _PRESETS.iterdir() if (folder / CONFIG).exists())


def load_preset(name_or_folder: str | Path) -> Preset:
    """Read a preset by its name, or a folder that `train.py` wrote by its path.

    Raises:
        FileNotFoundError: There is no such preset or folder, or a file of it is missing.
        ValueError: A file of it is damaged, or another version of datenorm wrote it.
    """
    folder = _find_folder(name_or_folder)
    for name in (CONFIG, VOCABS, ONNX):
        if not (folder / name).is_file():
            raise FileNotFoundError(f"{folder} has no {name}: its training did not finish, or it is no run folder")
    config = read_config(folder)
    human_vocab, machine_vocab = read_vocabs(folder / VOCABS)
    preset = Preset(folder, get_task(config["task"]), human_vocab, machine_vocab, config)
    try:
        numbers = {"slope": 1.0, "offset": 0.0, **preset.calibration}
        sane = len(numbers) == 2 and all(map(math.isfinite, numbers.values())) and 0 <= preset.min_confidence <= 1
    except (TypeError, ValueError):
        sane = False
    if not sane:
        raise ValueError(
            f"{folder / CONFIG}: expected a calibration of slope and offset, and a min_confidence from 0 to 1. "
            f"Received: {config.get('calibration')}, {config.get('min_confidence')}"
        )
    return preset


def _find_folder(name_or_folder: str | Path) -> Path:
    """The folder of a preset, by its name, or of a run, by its path.

    Raises:
        FileNotFoundError: There is no such preset or folder.
    """
    folder = _PRESETS / name_or_folder if str(name_or_folder) in preset_names() else Path(name_or_folder)
    if not folder.is_dir():
        raise FileNotFoundError(
            f"expected a preset ({', '.join(preset_names())}) or a folder that train.py wrote. Received: "
            f"{str(name_or_folder)!r}"
        )
    return folder


def read_config(folder: Path) -> dict[str, Any]:
    """Read a folder's config.json.

    Raises:
        FileNotFoundError: There is none.
        ValueError: It is damaged, or another version of datenorm wrote it.
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
        raise ValueError(f"{path}: expected format {FORMAT} and a task. Received: {found!r}; another version wrote it")
    return config


def write_config(folder: Path, config: Mapping[str, Any]) -> None:
    """Write a folder's config.json, marked with this format."""
    body = json.dumps({"format": FORMAT, **config}, indent=2, ensure_ascii=False)
    (folder / CONFIG).write_text(body + "\n", encoding="utf-8")
