"""The wheel: small, with all that reads, and without the Keras weights that a training starts from."""

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support.processes import ROOT

PACKAGE = ROOT / "datenorm"
MOST_BYTES = 8_000_000
MOST_BYTES_OF_PRESETS = 12_000_000


def data_files() -> set[Path]:
    """The files of the package that are no modules, as they are in a clone."""
    files = {path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    return {path for path in files if path.suffix not in {".py", ".pyc"}}


def test_every_data_file_but_the_keras_weights_is_packed() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg")
    patterns = config["options.package_data"]["datenorm"].split()
    packed = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    assert data_files() - packed == set(PACKAGE.glob("presets/*/model.keras"))


def test_presets_are_small() -> None:
    assert sum(path.stat().st_size for path in PACKAGE.glob("presets/*/*")) < MOST_BYTES_OF_PRESETS


@pytest.mark.slow
def test_wheel_is_small_and_holds_no_keras_weights(tmp_path: Path) -> None:
    source = tmp_path / "source"  # a build leaves folders beside what it builds
    shutil.copytree(PACKAGE, source / "datenorm", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(source)]
    subprocess.run(build, check=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.stat().st_size < MOST_BYTES
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert not [name for name in names if name.endswith(".keras")]
    expected = {path for path in data_files() if path.suffix != ".keras"} | set(PACKAGE.rglob("*.py"))
    assert {path.relative_to(ROOT).as_posix() for path in expected} <= names
