"""The reader around its networks, which are replaced by what is known of the pictures."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from support.known_networks import HEIGHT, WIDTH, KnownLocator, KnownReader, picture

from datenorm.frames.geometry import COLUMN, READER_HEIGHT
from datenorm.frames.preset import FramesPreset, write_frames_config
from datenorm.frames.reader import FrameReader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_frames_config(tmp_path, {"min_confidence": 0.25})
    for name in ("locator.onnx", "reader.onnx"):
        (tmp_path / name).write_bytes(b"known")
    return tmp_path


def reader_of(
    folder: Path, texts: dict[int, str], monkeypatch: pytest.MonkeyPatch, sureness: float = 0.99, **options: Any
) -> FrameReader:
    networks = {"locator.onnx": KnownLocator(), "reader.onnx": KnownReader(texts, sureness)}
    monkeypatch.setattr(FramesPreset, "open", lambda _, name: networks[name])
    return FrameReader(folder, **options)


def read(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: tuple[int, int, str], **options: Any) -> Any:
    pixels, texts = picture(*lines)
    order = options.pop("order", None)
    return reader_of(folder, texts, monkeypatch, **options).read(pixels, order)


def test_the_moment_of_a_picture(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(folder, monkeypatch, (40, 440, "2021-08-09 3:41:12 PM"))
    assert result.value == "2021-08-09T15:41:12"
    assert result.text == "2021-08-09 3:41:12 PM"
    assert result.reason is None
    assert not result.ambiguous
    assert result.confidence == pytest.approx(0.99**15, rel=0.02)
    assert result.start is not None
    assert result.start.isoformat() == "2021-08-09T15:41:12"
    assert result.kind == "datetime"


def test_a_day_and_a_time_of_film(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(folder, monkeypatch, (400, 420, "15  20:39"))
    assert result.value == "XXXX-XX-15T20:39"
    assert result.start is None


def test_a_picture_without_a_line_has_no_stamp(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(folder, monkeypatch)
    assert (result.value, result.reason, result.text) == (None, "no stamp in it", "")


def test_a_line_that_states_nothing_is_shown_with_the_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(folder, monkeypatch, (40, 440, "M 1/3 12°C"))
    assert (result.value, result.reason, result.text) == (None, "no stamp in it", "M 1/3 12°C")


def test_unsure_answers_are_dropped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = (40, 440, "2021-08-09 15:41")
    result = read(folder, monkeypatch, line, sureness=0.8)
    assert (result.value, result.reason) == (None, "low confidence")
    assert result.confidence == pytest.approx(0.8**12, rel=0.02)
    assert read(folder, monkeypatch, line, sureness=0.8, min_confidence=0.0).value == "2021-08-09T15:41"


def test_a_date_and_a_time_in_two_lines_are_joined(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(folder, monkeypatch, (40, 20, "2021-08-09"), (400, 440, "15:41:12"))
    assert result.value == "2021-08-09T15:41:12"


def test_a_line_with_both_is_preferred(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = read(folder, monkeypatch, (40, 20, "2020-01-02"), (40, 440, "2021-08-09 15:41"))
    assert result.value == "2021-08-09T15:41"


def test_a_date_that_reads_in_two_ways_is_marked_and_an_order_decides(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = (40, 440, "03/04/2021 15:41")
    result = read(folder, monkeypatch, line)
    assert result.ambiguous
    assert {value for value, _ in result.alternatives} == {"2021-03-04T15:41", "2021-04-03T15:41"}
    assert result.alternatives[0][0] == result.value
    assert sum(share for _, share in result.alternatives) == pytest.approx(1)
    for order, value in (("dmy", "2021-04-03T15:41"), ("MDY", "2021-03-04T15:41")):
        result = read(folder, monkeypatch, line, order=order)
        assert (result.value, result.ambiguous, result.order) == (value, False, order.upper())


def test_a_day_that_does_not_exist_has_no_value(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(folder, monkeypatch, (40, 440, "2021-02-30 15:41")).value is None


def test_the_value_of_a_burst_has_no_seconds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pixels, texts = picture((40, 440, "2021-08-09 15:41:12"))
    reader = reader_of(folder, texts, monkeypatch)
    assert reader.read(np.stack([pixels, pixels])).value == "2021-08-09T15:41"
    assert reader.read([pixels, pixels, pixels]).value == "2021-08-09T15:41"


def test_the_line_is_taken_from_the_frame_in_which_it_is_clearest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels, texts = picture((40, 440, "2021-08-09 15:41:12"))
    reader = reader_of(folder, texts, monkeypatch)
    assert reader.read(np.stack([np.zeros_like(pixels), pixels])).text == "2021-08-09 15:41:12"


def test_a_map_shows_where_each_field_was_read(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pixels, texts = picture((40, 440, "2021-08-09 15:41"))
    frame_map = reader_of(folder, texts, monkeypatch).explain(np.stack([pixels, pixels]))
    assert frame_map.values == {"year": "2021", "month": "08", "day": "09", "hour": "15", "minute": "41"}
    np.testing.assert_allclose(frame_map.frame_weights, 0.5, atol=1e-6)
    character = 3 * COLUMN
    for name, start, stop in (("year", 0, 4), ("month", 5, 7), ("minute", 14, 16)):
        left, top, right, bottom = dict(frame_map.regions)[name]
        assert left == pytest.approx(40 + start * character, abs=character)
        assert right == pytest.approx(40 + stop * character, abs=character)
        assert top < 446 < bottom
        assert bottom - top == pytest.approx(READER_HEIGHT, abs=1)
    for suffix in ("png", "html", "json"):
        frame_map.save(tmp_path / f"map.{suffix}")
    assert Image.open(tmp_path / "map.png").width == WIDTH
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "2021-08-09T15:41" in page
    assert page.count("<meter") == 2
    assert "frame   2" in frame_map.to_text()
    with pytest.raises(ValueError, match=r"expected a path that ends in \.json, \.html or \.png"):
        frame_map.save("map.gif")


def test_a_map_without_a_stamp_shows_the_picture(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frame_map = reader_of(folder, {}, monkeypatch).explain(picture()[0])
    assert (frame_map.machine, frame_map.regions) == ("", ())
    assert frame_map.to_image().size == (WIDTH, HEIGHT)
    assert "no value" in frame_map.to_text()
    assert "no stamp in it" in frame_map.to_html()


def test_a_file_that_is_no_picture_loses_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pixels, texts = picture((40, 440, "2021-08-09 15:41"))
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    results = list(reader_of(folder, texts, monkeypatch).read_each([tmp_path / "a.jpg", pixels, tmp_path / "b.jpg"]))
    assert [result.value for result in results] == [None, "2021-08-09T15:41", None]
    assert [result.reason for result in results] == ["not a picture", None, "not a picture"]


def test_wrong_use_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reader = reader_of(folder, {}, monkeypatch)
    with pytest.raises(ValueError, match=r"expected one of the orders DMY, MDY, YMD\. Received: 'YDM'"):
        reader.read(picture()[0], "YDM")
    with pytest.raises(ValueError, match=r"expected a min_confidence from 0 to 1\. Received: 2"):
        FrameReader(folder, min_confidence=2)
    with pytest.raises(FileNotFoundError, match=r"has no config\.json: expected a folder that"):
        FrameReader(tmp_path / "nowhere")


def test_damaged_presets_are_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"locator\.onnx is damaged"):
        FrameReader(folder)
    (folder / "config.json").write_text('{"format": 1, "task": "date"}')
    with pytest.raises(ValueError, match=r"expected format 1 of the task frames\. Received"):
        FrameReader(folder)
    (folder / "config.json").write_text("{")
    with pytest.raises(ValueError, match=r"config\.json is damaged"):
        FrameReader(folder)
