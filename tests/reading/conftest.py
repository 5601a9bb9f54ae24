from pathlib import Path

import pytest

from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import CONFIG, ONNX, VOCABS, load_preset


@pytest.fixture(scope="session")
def times() -> Normalizer:
    return Normalizer("time")


@pytest.fixture(scope="session")
def dates() -> Normalizer:
    return Normalizer("date")


@pytest.fixture
def preset_copy(tmp_path: Path) -> Path:
    """A folder with a copy of the time preset, to be damaged."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in (CONFIG, VOCABS, ONNX):
        (folder / name).write_bytes((load_preset("time").folder / name).read_bytes())
    return folder
