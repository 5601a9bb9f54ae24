"""Known networks: a locator and a reader that know what is in their pictures, in place of trained ones."""

import dataclasses

import numpy as np

from datenorm.frames.geometry import CELL, COLUMN
from datenorm.frames.task import CHARACTERS

HEIGHT, WIDTH = 480, 640
CAP = 14  # so that a crop has the pixels of the picture


@dataclasses.dataclass
class KnownLocator:
    """Sees a line wherever the picture is bright."""

    def run(self, _: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        (picture,) = inputs["picture"]
        rows, columns = picture.shape[0] // CELL, picture.shape[1] // CELL
        bright = picture.reshape(rows, CELL, columns, CELL, 3).mean(axis=(1, 3, 4))
        cells = np.zeros((1, rows, columns, 3), np.float32)
        cells[0, ..., 0] = np.where(bright > -0.5, 5, -5)
        cells[0, ..., 1] = np.log(CAP)
        return [cells]


@dataclasses.dataclass
class KnownReader:
    """Reads a text whose first character is where the crop becomes bright. Each character has three columns."""

    texts: dict[int, str]  # brightness -> what a line of it says
    sureness: float = 0.99

    def run(self, _: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        frames = inputs["frames"]
        count, _, width, _ = frames.shape
        characters = np.zeros((1, width // COLUMN, 1 + len(CHARACTERS)), np.float32)
        characters[..., 0] = 1
        column = int(np.argmax(frames[0].mean(axis=(0, 2)) > 0)) // COLUMN
        for character in self.texts[width]:
            if character != " ":
                characters[0, column + 1, 0] = 1 - self.sureness
                characters[0, column + 1, 1 + CHARACTERS.index(character)] = self.sureness
            column += 3
        weights = np.full((count, width // COLUMN), 1 / count, np.float32)
        return [characters, weights]


def picture(*lines: tuple[int, int, str]) -> tuple[np.ndarray, dict[int, str]]:
    """A black picture with a bright bar for each line (left, row, text), and what the reader will see in each crop."""
    pixels = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    texts = {}
    for left, row, text in lines:
        wide = 3 * COLUMN * len(text)
        pixels[row : row + 12, left : left + wide] = 255
        texts[_width(left, left + wide)] = text
    return pixels, texts


def _width(left: int, right: int) -> int:
    left, right = left // CELL * CELL, -(-right // CELL) * CELL
    return round((right - left + 2 * 1.1 * CAP) / COLUMN) * COLUMN
