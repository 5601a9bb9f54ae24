"""Preset of frames: the files of a trained locator and reader, and how they are opened."""

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnxruntime

from datenorm.core.package import PACKAGE

CONFIG, LOCATOR, READER = "config.json", "locator.onnx", "reader.onnx"

FORMAT = 1
"""The version of the files. It increases when an older datenorm would misread them."""

SHIPPED = PACKAGE / "frames" / "preset"
"""The folder of the preset that ships."""

_SILENT = 4  # ONNX Runtime's exceptions say what it would log


@dataclasses.dataclass(frozen=True)
class FramesPreset:
    """The folder of a trained locator and reader.

    Attributes:
        folder: The folder.
        config: The content of config.json.
    """

    folder: Path
    config: Mapping[str, Any]

    @property
    def min_confidence(self) -> float:
        """The confidence below which answers are dropped."""
        return float(self.config.get("min_confidence", 0.0))

    def open(self, name: str) -> onnxruntime.InferenceSession:
        """A session of one of the networks, in one thread.

        Raises:
            ValueError: The file is damaged.
        """
        options = onnxruntime.SessionOptions()
        options.log_severity_level = _SILENT
        options.intra_op_num_threads = 1
        try:
            return onnxruntime.InferenceSession((self.folder / name).read_bytes(), options)
        except OSError:
            raise
        except Exception as error:  # ONNX Runtime's exceptions share no base class
            raise ValueError(f"{self.folder / name} is damaged: {error}") from error


def load_frames_preset(folder: str | Path | None = None) -> FramesPreset:
    """The preset in a folder that `datenorm train --task frames` wrote; without one, the preset that ships.

    Raises:
        FileNotFoundError: There is none, or a file of it is missing.
        ValueError: A file of it is damaged, or is of another version of datenorm.
    """
    place = SHIPPED if folder is None else Path(folder)
    for name in (CONFIG, LOCATOR, READER):
        if not (place / name).is_file():
            raise FileNotFoundError(
                f"{place} has no {name}: expected a folder that `datenorm train --task frames` wrote"
            )
    try:
        config = json.loads((place / CONFIG).read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{place / CONFIG} is damaged: {error}") from error
    if not isinstance(config, dict) or config.get("format") != FORMAT or config.get("task") != "frames":
        raise ValueError(f"{place / CONFIG}: expected format {FORMAT} of the task frames. Received: {config!r:.80}")
    return FramesPreset(place, config)


def write_frames_config(folder: Path, config: Mapping[str, Any]) -> None:
    """Write a folder's config.json with the current format."""
    body = json.dumps({"format": FORMAT, "task": "frames", **config}, indent=2)
    (folder / CONFIG).write_text(body + "\n", encoding="utf-8")
