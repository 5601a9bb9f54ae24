import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.processes import assert_refused, call_datenorm

from datenorm.frames.export import export_locator, export_reader
from datenorm.frames.network import LocatorConfig, ReaderConfig, build_locator, build_reader
from datenorm.frames.preset import LOCATOR, READER, write_frames_config


@pytest.fixture(scope="module")
def preset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Networks that have learned nothing, and find no stamp anywhere."""
    folder = tmp_path_factory.mktemp("frames")
    locator = build_locator(LocatorConfig(channels=(3, 4, 5), dilations=(2,)))
    cells = locator.get_layer("cells")
    cells.set_weights([0 * cells.kernel.numpy(), np.array([-9.0, 2.0, 0.0])])
    export_locator(locator, folder / LOCATOR)
    export_reader(build_reader(ReaderConfig(channels=(3, 4, 5, 6), units=8, heads=2)), folder / READER)
    write_frames_config(folder, {"min_confidence": 0.1})
    return folder


@pytest.fixture
def photographs(tmp_path: Path) -> list[Path]:
    pixels = np.random.default_rng(0).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    paths = [tmp_path / name for name in ("a.png", "b.png")]
    for path in paths:
        Image.fromarray(pixels).save(path)
    return paths


def test_each_file_has_its_line_and_none_is_lost(preset: Path, photographs: list[Path], tmp_path: Path) -> None:
    damaged = tmp_path / "c.jpg"
    damaged.write_bytes(b"no picture")
    ran = call_datenorm("frames", photographs[0], damaged, photographs[1], "--preset", preset)
    assert ran.status == 0
    assert [line.split("\t") for line in ran.out.splitlines()] == [
        [str(photographs[0]), "", "0.00", "no stamp in it"],
        [str(damaged), "", "0.00", "not a picture"],
        [str(photographs[1]), "", "0.00", "no stamp in it"],
    ]


def test_json_has_a_line_for_each_file(preset: Path, photographs: list[Path]) -> None:
    ran = call_datenorm("frames", *photographs, "--preset", preset, "--json")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["file"] for answer in answers] == [str(path) for path in photographs]
    assert {(answer["value"], answer["reason"]) for answer in answers} == {(None, "no stamp in it")}


def test_a_burst_has_one_answer_and_a_map(preset: Path, photographs: list[Path], tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    ran = call_datenorm("frames", "--burst", *photographs, "--preset", preset, "--html", page, "--strict")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 1
    assert "no stamp in it" in page.read_text(encoding="utf-8")


def test_tables_of_pictures_are_not_written(preset: Path, photographs: list[Path], tmp_path: Path) -> None:
    cases = tmp_path / "pictures.jsonl"
    cases.write_text(json.dumps({"file": photographs[0].name, "expected": None}), encoding="utf-8")
    ran = call_datenorm("evaluate", cases, "--task", preset, "--into", tmp_path / "page.md")
    assert_refused(ran, "expected texts for --into. Received: pictures")


def test_wrong_use_is_refused(preset: Path, photographs: list[Path]) -> None:
    refused = call_datenorm("frames", *photographs, "--preset", preset, "--png", "map.png")
    assert_refused(refused, "expected one picture, or --burst, with --html and --png")
    assert_refused(call_datenorm("frames", "--burst", "a.mp4", "--preset", preset), "expected pictures with --burst")
    assert_refused(call_datenorm("frames", "a.mp4", "--every", "0s", "--preset", preset), "expected a duration")


def test_the_preset_that_ships_reads_no_moment_in_noise(photographs: list[Path]) -> None:
    ran = call_datenorm("frames", photographs[0])
    assert ran.status == 0
    assert ran.out.split("\t")[1] == ""


def test_a_folder_without_a_preset_is_refused_with_what_would_be_right(photographs: list[Path], tmp_path: Path) -> None:
    ran = call_datenorm("frames", photographs[0], "--preset", tmp_path)
    assert_refused(ran, "expected a folder that `datenorm train --task frames` wrote")


def test_evaluate_measures_pictures_beside_tesseract(preset: Path, photographs: list[Path], tmp_path: Path) -> None:
    cases = tmp_path / "pictures.jsonl"
    expected = ["2021-08-09T15:41", None, "1998-05-03"]
    lines = zip((*(path.name for path in photographs), "none.jpg"), expected, "ttf", strict=True)
    cases.write_text(
        "\n".join(json.dumps({"file": name, "expected": value, "kind": kind}) for name, value, kind in lines),
        encoding="utf-8",
    )
    ran = call_datenorm("evaluate", cases, "--task", preset, "--by", "kind", "--mistakes", 1)
    assert ran.status == 0
    assert [line.split("|")[1:4] for line in ran.out.splitlines()[2:5]] == [
        [" f ", " 1 ", " 0.00% "],
        [" t ", " 2 ", " 50.00% "],
        [" all ", " 3 ", " 33.33% "],
    ]
    assert "'a.png' was read as None (0.00), expected 2021-08-09T15:41" in ran.out
    assert ("Tesseract" in ran.out) == (shutil.which("tesseract") is not None)
