"""Locating: from the locator's cells to boxes, and from a box to the crop that the reader gets."""

import dataclasses

import numpy as np
from PIL import Image

from datenorm.frames.geometry import CELL, COLUMN, LOCATOR_SIDE, MAX_WIDTH, READER_CAP, READER_HEIGHT

_LIKELY, _POSSIBLE = 0.5, 0.15
_MARGIN = 1.1  # heights of a capital letter beside a moment
_GAP = 2.0  # heights of a capital letter between two parts of one line
_FEWEST_CELLS = 5.0  # the sum of their probabilities


Origin = tuple[float, float, float]
"""Where a crop lies in its picture: left edge, top edge, and pixels of the picture in one of the crop, across."""


@dataclasses.dataclass(frozen=True)
class Box:
    """Where a line may be, in pixels of the picture.

    Attributes:
        left: Its left edge.
        right: Its right edge.
        middle: The row in the middle of its capital letters.
        cap: The height of its capital letters.
        score: How sure the locator is, and of how many cells.
    """

    left: float
    right: float
    middle: float
    cap: float
    score: float


def shrunk(picture: Image.Image) -> Image.Image:
    """The picture at the size in which the locator searches: its longer side is `LOCATOR_SIDE`."""
    scale = LOCATOR_SIDE / max(picture.size)
    width, height = (max(CELL, round(side * scale / CELL) * CELL) for side in picture.size)
    return picture.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)


def boxes(cells: np.ndarray, size: tuple[int, int], most: int = 3) -> list[Box]:
    """The lines that may be moments, the most likely first.

    Args:
        cells: The locator's answer to one picture, shape (rows, columns, 3).
        size: Width and height of the picture, in pixels.
        most: How many lines to return at most.
    """
    likely = 1 / (1 + np.exp(-cells[..., 0].astype(np.float64)))
    found = []
    for members in _lines(likely, cells[..., 1]):
        rows, columns = members.T
        weights = likely[rows, columns]
        if weights.sum() < _FEWEST_CELLS:
            continue
        log_cap = np.median(cells[rows, columns, 1][weights >= np.median(weights)])
        cap = float(np.exp(np.clip(log_cap, np.log(2.5), np.log(60.0))))
        middles = (rows + 0.5) * CELL + cells[rows, columns, 2] * cap
        x_scale, y_scale = (side / (extent * CELL) for side, extent in zip(size, cells.shape[1::-1], strict=True))
        found.append(
            Box(
                left=float(columns.min() * CELL * x_scale),
                right=float((columns.max() + 1) * CELL * x_scale),
                middle=float(np.average(middles, weights=weights) * y_scale),
                cap=cap * y_scale,
                score=float(weights.sum()),
            )
        )
    return sorted(found, key=lambda box: -box.score)[:most]


def _lines(likely: np.ndarray, log_cap: np.ndarray) -> list[np.ndarray]:
    """The cells of each line, shape (cells, 2): likely ones that almost touch, and possible ones that touch them."""
    open_cells = {(int(y), int(x)) for y, x in np.argwhere(likely > _POSSIBLE)}
    lines = []
    while open_cells:
        waiting = [open_cells.pop()]
        members = []
        while waiting:
            y, x = waiting.pop()
            members.append((y, x))
            reach = 1
            if likely[y, x] > _LIKELY:
                reach = max(1, round(_GAP * float(np.exp(np.clip(log_cap[y, x], 0, 4))) / CELL))
            for near in [(y + dy, x + dx) for dx in range(-reach, reach + 1) for dy in (-1, 0, 1)]:
                if near in open_cells:
                    open_cells.remove(near)
                    waiting.append(near)
        if any(likely[y, x] > _LIKELY for y, x in members):
            lines.append(np.array(members))
    return lines


def crop(picture: Image.Image, box: Box) -> tuple[Image.Image, Origin]:
    """The line as the reader gets it.

    Args:
        picture: The whole picture.
        box: Where the line is.

    Returns:
        The crop, `READER_HEIGHT` high and a multiple of `COLUMN` wide, and where it lies in the picture.
    """
    scale = box.cap / READER_CAP
    height = READER_HEIGHT * scale
    left, right = box.left - _MARGIN * box.cap, box.right + _MARGIN * box.cap
    wide = (right - left) / scale
    width = max(8 * COLUMN, min(MAX_WIDTH, round(wide / COLUMN) * COLUMN))
    x_scale = max(scale, (right - left) / width)
    middle = (left + right) / 2
    left, right = middle - width * x_scale / 2, middle + width * x_scale / 2
    top = box.middle - height / 2
    padded, (dx, dy) = _padded(picture, left, top, right, top + height)
    part = padded.resize(
        (width, READER_HEIGHT),
        Image.Resampling.BILINEAR,
        box=(left + dx, top + dy, right + dx, top + height + dy),
    )
    return part, (left, top, x_scale)


def _padded(
    picture: Image.Image, left: float, top: float, right: float, bottom: float
) -> tuple[Image.Image, tuple[float, float]]:
    """The part around a box, with the edge repeated beyond the picture, and where the picture's origin lies in it."""
    x0, y0, x1, y1 = int(np.floor(left)), int(np.floor(top)), int(np.ceil(right)), int(np.ceil(bottom))
    inner = (max(0, x0), max(0, y0), min(picture.width, x1), min(picture.height, y1))
    part = picture.crop(inner)
    missing = (inner[0] - x0, inner[1] - y0, x1 - inner[2], y1 - inner[3])
    if any(missing):
        pad = ((missing[1], missing[3]), (missing[0], missing[2]), (0, 0))
        part = Image.fromarray(np.pad(np.asarray(part), pad, mode="edge"))
    return part, (-x0, -y0)
