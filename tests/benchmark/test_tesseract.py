import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from datenorm.benchmark.tesseract import moments_in, read_with_tesseract, tesseract_version


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("2021-08-09 15:41:12", {"2021-08-09T15:41"}),
        ("03/04/2021 4:05 PM 12C", {"2021-03-04T16:05", "2021-04-03T16:05"}),
        ("25.12.2021 12:05AM", {"2021-12-25T00:05"}),
        ("09 AUG 2021 11:48", {"2021-08-09T11:48"}),
        ("15 20:39", {"XXXX-XX-15T20:39"}),
        ("7 8:05", {"XXXX-XX-07T08:05"}),
        ("2021-08-09", {"2021-08-09"}),
        ("M 1/3 12°C", set()),
        ("", set()),
    ],
)
def test_patterns_find_a_moment_in_every_order(text: str, moments: set[str]) -> None:
    assert moments_in(text) == moments


def test_a_file_that_is_no_picture_states_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"no picture")
    assert read_with_tesseract(path) == frozenset()


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_the_program_reads_plain_letters_at_the_bottom(tmp_path: Path) -> None:
    image = Image.new("RGB", (1200, 800), "white")
    ImageDraw.Draw(image).text((40, 735), "2021-08-09 15:41:12", "black", ImageFont.load_default(48))
    image.save(tmp_path / "a.png")
    assert read_with_tesseract(tmp_path / "a.png") == {"2021-08-09T15:41"}
    assert tesseract_version()
