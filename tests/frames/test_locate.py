import numpy as np
import pytest
from PIL import Image

from datenorm.frames.geometry import CELL, COLUMN, LOCATOR_SIDE, MAX_WIDTH, READER_CAP, READER_HEIGHT
from datenorm.frames.locate import Box, boxes, crop, shrunk

SIZE = (1280, 960)  # twice the size in which the locator searches
ROWS, COLUMNS = 120, 160


def cells(*lines: tuple[slice, slice, float]) -> np.ndarray:
    """The locator's answer where it sees lines: rows, columns and the height of their capital letters."""
    answer = np.zeros((ROWS, COLUMNS, 3), np.float32)
    answer[..., 0] = -6
    for rows, columns, cap in lines:
        answer[rows, columns, 0] = 4
        answer[rows, columns, 1] = np.log(cap)
        middle = (rows.start + rows.stop) / 2 * CELL
        own = (np.arange(rows.start, rows.stop) + 0.5) * CELL
        answer[rows, columns, 2] = ((middle - own) / cap)[:, None]
    return answer


def test_the_longer_side_decides_the_size() -> None:
    for size in ((2048, 1536), (1536, 2048), (320, 240), (999, 333)):
        small = shrunk(Image.new("RGB", size))
        assert max(small.size) == LOCATOR_SIDE
        assert all(side % CELL == 0 for side in small.size)
        assert small.width / small.height == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_line_becomes_a_box_in_pixels_of_the_picture() -> None:
    (box,) = boxes(cells((slice(100, 103), slice(20, 60), 9.0)), SIZE)
    assert (box.left, box.right) == (20 * CELL * 2, 60 * CELL * 2)
    assert box.middle == pytest.approx(101.5 * CELL * 2)
    assert box.cap == pytest.approx(18, rel=1e-4)


def test_two_parts_of_a_line_are_one_and_two_lines_are_two() -> None:
    together = boxes(cells((slice(9, 11), slice(20, 40), 8.0), (slice(9, 11), slice(43, 60), 8.0)), SIZE)
    assert [(box.left, box.right) for box in together] == [(20 * CELL * 2, 60 * CELL * 2)]
    apart = boxes(cells((slice(9, 11), slice(20, 40), 8.0), (slice(9, 11), slice(60, 90), 8.0)), SIZE)
    assert [box.left for box in apart] == [60 * CELL * 2, 20 * CELL * 2]  # the longer one first
    below = boxes(cells((slice(9, 11), slice(20, 40), 8.0), (slice(14, 16), slice(20, 45), 8.0)), SIZE)
    assert len(below) == 2


def test_a_few_cells_are_no_line_and_no_more_lines_are_returned_than_asked_for() -> None:
    assert boxes(cells(), SIZE) == []
    assert boxes(cells((slice(5, 6), slice(5, 8), 8.0)), SIZE) == []
    many = cells(*((slice(10 * i, 10 * i + 2), slice(5, 20 + i), 8.0) for i in range(1, 9)))
    assert len(boxes(many, SIZE)) == 3
    assert len(boxes(many, SIZE, most=5)) == 5


def test_a_crop_shows_the_line_at_the_readers_height() -> None:
    pixels = np.zeros((960, 1280, 3), np.uint8)
    pixels[400:428, 300:700] = 255  # a bar of 28 rows, twice as high as the reader's capital letters
    part, (left, top, scale) = crop(Image.fromarray(pixels), Box(300, 700, 414, 2 * READER_CAP, 1.0))
    assert part.height == READER_HEIGHT
    assert part.width % COLUMN == 0
    rows = np.flatnonzero(np.asarray(part)[:, part.width // 2, 0] > 127)
    assert len(rows) == READER_CAP
    assert rows[0] == (READER_HEIGHT - READER_CAP) // 2
    assert scale == pytest.approx(2)
    assert top == pytest.approx(400 - 2 * (READER_HEIGHT - READER_CAP) / 2)
    columns = np.flatnonzero(np.asarray(part)[READER_HEIGHT // 2, :, 0] > 127)
    assert left + columns[0] * scale == pytest.approx(300, abs=2 * scale)
    assert left + (columns[-1] + 1) * scale == pytest.approx(700, abs=2 * scale)


def test_a_crop_at_the_edge_repeats_the_edge() -> None:
    pixels = np.full((200, 300, 3), 90, np.uint8)
    part, _ = crop(Image.fromarray(pixels), Box(0, 300, 4, 14, 1.0))
    assert part.height == READER_HEIGHT
    assert abs(np.asarray(part).astype(int) - 90).max() <= 1


def test_a_very_long_line_is_scaled_down() -> None:
    part, (_, _, scale) = crop(Image.new("RGB", (4000, 300)), Box(0, 4000, 150, READER_CAP, 1.0))
    assert part.width == MAX_WIDTH
    assert scale > 6
