"""Preset: a folder is found and read, or refused with the name of the file that is wrong."""

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT

import datenorm
from datenorm.core.tasks import TIME
from datenorm.core.vocab import Vocab, write_vocabs
from datenorm.reading.preset import CONFIG, FORMAT, ONNX, VOCABS, load_preset, preset_names, read_config, write_config


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds all that a preset needs, the ONNX file unread."""
    folder = tmp_path / "my run"
    folder.mkdir()
    write_config(folder, {"task": "time", "note": "ü"})
    write_vocabs(folder / VOCABS, Vocab.of("abc"), Vocab.of(TIME.alphabet, specials=()))
    (folder / ONNX).write_bytes(b"weights")
    return folder


@pytest.mark.parametrize("kind", [str, Path])
def test_a_folder_is_read_by_its_path(folder: Path, kind: type) -> None:
    preset = load_preset(kind(folder))
    assert preset.folder == folder
    assert preset.task is TIME
    assert list(preset.human_vocab) == ["a", "b", "c", "<unk>", "<pad>"]
    assert "".join(preset.machine_vocab) == TIME.alphabet
    assert preset.config["note"] == "ü"
    assert preset.digest == hashlib.sha256(b"weights").hexdigest()[:12]


def test_a_folder_is_read_by_a_relative_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert load_preset("my run").task is TIME


def test_config_round_trip(folder: Path) -> None:
    assert read_config(folder) == {"format": FORMAT, "task": "time", "note": "ü"}


def test_an_unknown_preset_is_refused_with_the_known_ones() -> None:
    with pytest.raises(FileNotFoundError, match="Received: 'tiem'") as caught:
        load_preset("tiem")
    assert all(name in str(caught.value) for name in preset_names())


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_a_folder_without_a_preset_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError):
        load_preset(name)


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "time.onnx").touch()
    with pytest.raises(FileNotFoundError, match=r"time\.onnx"):
        load_preset(tmp_path / "time.onnx")


@pytest.mark.parametrize("name", [CONFIG, VOCABS, ONNX])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(FileNotFoundError, match=rf"my run has no {name}"):
        load_preset(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe{}", b'{"format": 1, "task": "time"'])
@pytest.mark.parametrize("name", [CONFIG, VOCABS])
def test_damaged_json_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(ValueError, match=f"my run/{name}"):
        load_preset(folder)


@pytest.mark.parametrize("config", [{"format": FORMAT + 1}, {"format": "1"}, {}, {"format": None}, [], 1, None])
def test_another_format_is_refused_by_name(folder: Path, config: object) -> None:
    (folder / CONFIG).write_text(json.dumps(config))
    with pytest.raises(ValueError, match=rf"my run/{CONFIG}: expected format {FORMAT} and a task. Received: "):
        load_preset(folder)


def test_an_unknown_task_is_refused(folder: Path) -> None:
    write_config(folder, {"task": "moon"})
    with pytest.raises(ValueError, match="moon"):
        load_preset(folder)


def test_a_config_without_a_task_is_refused_by_name(folder: Path) -> None:
    write_config(folder, {})
    with pytest.raises(ValueError, match=f"my run/{CONFIG}"):
        load_preset(folder)


@pytest.mark.parametrize(
    "fields",
    [
        *[{"calibration": 5}, {"calibration": {"slope": "steep"}}, {"calibration": {"tilt": 1}}, {"calibration": None}],
        *[{"calibration": {"slope": float("nan")}}, {"min_confidence": "high"}, {"min_confidence": 2}],
        *[{"asked_in_vain": 0}, {"asked_in_vain": "seldom"}],
        *[{"min_confidence": None}, {"task": 5}, {"task": ["time"]}],
    ],
)
def test_a_config_with_wrong_values_is_named(folder: Path, fields: dict[str, object]) -> None:
    write_config(folder, {"task": "time"} | fields)
    with pytest.raises(ValueError, match=f"my run/{CONFIG}: expected "):
        load_preset(folder)


def test_a_preset_is_read_from_a_zipped_wheel(tmp_path: Path) -> None:
    package = Path(datenorm.__file__).parent
    with zipfile.ZipFile(tmp_path / "datenorm.zip", "w") as wheel:
        for path in package.rglob("*"):
            if path.suffix in (".py", ".json", ".onnx", ".toml"):
                wheel.write(path, path.relative_to(package.parent))
    code = "import datenorm; print(datenorm.__file__, datenorm.normalize('03/04/2005', locale='en_US'))"
    environment = ENVIRONMENT | {"PYTHONPATH": str(tmp_path / "datenorm.zip")}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    file, value = ran.stdout.split()
    assert "datenorm.zip" in file
    assert value == "2005-03-04"
