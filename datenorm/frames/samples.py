"""Samples: crops and patches with their labels, by which the reader and the locator learn."""

import collections
import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from datenorm.frames import render, stamps
from datenorm.frames.fonts import CAP, Font
from datenorm.frames.geometry import CELL, COLUMN, LOCATOR_SIDE, READER_CAP, READER_HEIGHT
from datenorm.frames.stamps import Stamp
from datenorm.frames.task import ALPHABET, CHARACTERS, NOTHING, STAMP

WIDTHS = (128, 192, 256, 320, 384, 512, 640)
"""The widths of training crops, so that a batch has one."""

PATCH = (96, 256)
"""Rows and columns of a patch for the locator."""

_FAMILIES = {"outline": 0.2, "stroke": 0.2, "pixels": 0.23, "dots": 0.14, "segments": 0.23}
_TRIES = 6  # to find a background on which people see the line
_MARGIN = 3.0  # pixels of a crop beside the moment, at least


@dataclasses.dataclass(frozen=True)
class Crop:
    """A line as the reader gets it.

    Attributes:
        frames: Shape (T, READER_HEIGHT, width, 3), uint8.
        characters: The id of the character whose middle is in each column, shape (width / COLUMN,), int32.
        machine: What it states.
        guide: Where each field is stated: shape (fields, columns), float32. A row sums to 1, or to 0 for a field that
            is not stated.
    """

    frames: np.ndarray
    characters: np.ndarray
    machine: str
    guide: np.ndarray


@dataclasses.dataclass(frozen=True)
class Patch:
    """A part of a small picture as the locator gets it.

    Attributes:
        picture: Shape (*PATCH, 3), uint8.
        is_stamp: Whether a moment covers each cell, shape (rows, columns), float32.
        log_cap: The logarithm of the height of capital letters there, in pixels; 0 elsewhere.
        offset: How far below the middle of the cell the middle of the line is, in heights of a capital letter.
    """

    picture: np.ndarray
    is_stamp: np.ndarray
    log_cap: np.ndarray
    offset: np.ndarray


def split_fonts(fonts: Sequence[Font]) -> tuple[list[Font], list[Font]]:
    """The fonts that training renders, and those that are kept back: about an eighth of every family."""
    kept_back = {"outline DejaVuSansMono-Bold", "outline cmss10", "outline Hershey rowmand 5"}
    held = [font for font in fonts if font.name in kept_back or (font.name[-1] == "7" and font.family != "outline")]
    names = {font.name for font in held}
    return [font for font in fonts if font.name not in names], held


class Studio:
    """Draws samples.

    Args:
        fonts: To choose from, by families.
        backgrounds: What `all_backgrounds` returned.
        seed: Decides every sample.
    """

    def __init__(self, fonts: Sequence[Font], backgrounds: np.ndarray, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self._backgrounds = backgrounds
        self._fonts: dict[str, list[Font]] = collections.defaultdict(list)
        for font in fonts:
            self._fonts[font.family].append(font)
        self._families = [family for family in _FAMILIES if self._fonts[family]]
        shares = np.array([_FAMILIES[family] for family in self._families])
        self._shares = shares / shares.sum()

    def font(self) -> Font:
        """A random font."""
        family = self._families[self.rng.choice(len(self._families), p=self._shares)]
        return self._fonts[family][self.rng.integers(len(self._fonts[family]))]

    def stamp(self, font: Font, share_of_others: float = 0.4) -> Stamp:
        """A random moment that the font can write, with other texts beside it."""
        segments = font.family == "segments"
        while True:
            stamp = stamps.write_moment(self.rng, segments=segments)
            text = stamp.text if font.has_lower_case else stamp.text.upper()
            if font.can_write(text):
                return stamp if segments else stamps.beside_others(self.rng, stamp, share_of_others)

    def crop(self, frames: int = 1, spoiled: float | frozenset[int] = 0.0, states_nothing: float = 0.16) -> Crop:
        """A crop.

        Args:
            frames: How many frames of the same line to draw.
            spoiled: How likely it is that a frame is spoiled, where one never is; or the numbers of those that are.
            states_nothing: How likely it is that the line states no moment.
        """
        rng, font = self.rng, self.font()
        is_empty = rng.random() < states_nothing
        if is_empty:
            stamp = stamps.write_nothing(rng, segments=font.family == "segments")
            if not font.can_write(stamp.text.replace(stamps.MOON, "").upper()):
                stamp = Stamp((("8", None),), NOTHING)
        else:
            stamp = self.stamp(font)
        line, look = render.draw_line(rng, font, stamp), render.random_look(rng, font)
        cap = READER_CAP * float(np.exp(rng.normal(0, 0.13)))
        cap = float(np.clip(cap, 10, 18.5))
        # The moment fits, and what is beside it may be cut.
        start, stop = (
            (line.edges[stamp.start, 0], line.edges[stamp.stop - 1, 1]) if stamp.stop else (0, line.ink.shape[1])
        )
        most = WIDTHS[-2] - 2 * _MARGIN - 2
        wide = (stop - start) * cap / CAP * look.stretch
        if wide > most:
            look = dataclasses.replace(look, stretch=look.stretch * most / wide)
            wide = most
        left = rng.uniform(_MARGIN, 20)
        if is_empty:
            left = rng.uniform(-20, 20)
        fits = next(i for i, w in enumerate(WIDTHS) if w >= min(WIDTHS[-1], wide + left + _MARGIN))
        # The locator can take what is beside a moment for a part of it.
        wider = int(rng.integers(1, 3)) if rng.random() < 0.2 else 0
        width = WIDTHS[min(len(WIDTHS) - 1, fits + wider)]
        room = max(_MARGIN, width - wide - _MARGIN)
        left = min(left, room) if not wider else rng.uniform(_MARGIN, room)
        top = (READER_HEIGHT - cap) / 2 + rng.normal(0, 1.2)
        # The stamp had another size in its picture.
        factor = float(np.exp(rng.uniform(np.log(6.5), np.log(30)))) / cap
        height, wide_canvas = round(READER_HEIGHT * factor), round(width * factor)
        x_factor = wide_canvas / width
        offset = start * cap / CAP * look.stretch
        placed = render.place(line, look, height, wide_canvas, (left - offset) * x_factor, top * factor, cap * factor)
        without_text = is_empty and rng.random() < 0.5
        images = self._frames(placed, look, frames, spoiled, without_text)
        size = (width, READER_HEIGHT)
        pixels = np.stack([np.asarray(image.resize(size, Image.Resampling.BILINEAR)) for image in images])
        edges = placed.edges / x_factor
        characters = np.zeros(width // COLUMN, np.int32) if without_text else _character_ids(line, edges, width, font)
        return Crop(pixels, characters, stamp.machine, _guide(stamp, edges, width))

    def _frames(
        self, placed: render.Placed, look: render.Look, frames: int, spoiled: float | frozenset[int], without_text: bool
    ) -> list[Image.Image]:
        rng = self.rng
        behind, look = self._behind(placed, look)
        above = self._neighbour(placed, look) if rng.random() < 0.15 else None
        kept = rng.integers(frames)
        images = []
        for number in range(frames):
            picture = behind if number == 0 else behind * rng.uniform(0.8, 1.2) if look.strip is None else behind
            if above is not None:
                picture = render.burn(picture, above, look)
            if not without_text:
                picture = render.burn(picture, placed, look)
            image = render.record(rng, picture, look, placed.cap)
            if number in spoiled if isinstance(spoiled, frozenset) else number != kept and rng.random() < spoiled:
                image = render.spoil(rng, image, placed.cap)
            images.append(image)
        return images

    def _behind(self, placed: render.Placed, look: render.Look) -> tuple[np.ndarray, render.Look]:
        """What is behind the line of a crop, such that it is seen, and the look with the colour that this needs."""
        rng = self.rng
        for _ in range(_TRIES):
            behind = render.background(rng, self._backgrounds, *placed.ink.shape) * look.gain
            if look.strip is not None:
                top = int(placed.top - placed.cap * rng.uniform(0.1, 0.8))
                bottom = int(placed.top + placed.cap * rng.uniform(1.15, 2.0))
                render.lay_strip(behind, look, top, bottom)
            suited = render.legible(behind, look, placed)
            if render.is_seen(behind, suited, placed):
                break
        return behind, suited

    def _neighbour(self, placed: render.Placed, look: render.Look) -> render.Placed:
        """Another line, above or below."""
        font = self.font()
        stamp = stamps.write_nothing(self.rng)
        line = render.draw_line(self.rng, font, stamp)
        away = placed.cap * self.rng.uniform(1.35, 1.9) * (-1, 1)[self.rng.integers(2)]
        left = self.rng.uniform(0, placed.ink.shape[1] / 2)
        height, width = placed.ink.shape
        return render.place(line, look, height, width, left, placed.top + away, placed.cap)

    def patch(self, states_nothing: float = 0.3) -> Patch:
        """A patch.

        Args:
            states_nothing: How likely it is that no moment is in it.
        """
        cap = float(np.exp(self.rng.uniform(np.log(4.8), np.log(20))))
        factor = min(2.0, float(np.exp(self.rng.exponential(0.3))))
        is_empty = self.rng.random() < states_nothing
        image, placed = self._compose(*PATCH, cap, factor, is_empty=is_empty)
        small = image.resize(PATCH[::-1], Image.Resampling.BILINEAR)
        return _label(np.asarray(small), placed, factor, (0 if is_empty else 1))

    def picture(self, states_nothing: float = 0.0) -> tuple[Image.Image, str]:
        """A whole picture, of 960 to 1,920 by 720 to 1,440 pixels, and what its stamp states.

        Args:
            states_nothing: How likely it is that it has no stamp. Other texts can be in it all the same.
        """
        cap = float(np.exp(self.rng.uniform(np.log(5.5), np.log(16))))
        is_empty = self.rng.random() < states_nothing
        factor = self.rng.uniform(1.5, 3.0)
        image, placed = self._compose(480, LOCATOR_SIDE, cap, factor, is_empty=is_empty)
        return image, NOTHING if is_empty else placed.stamp.machine

    def _compose(
        self, rows: int, columns: int, cap: float, factor: float, *, is_empty: bool
    ) -> tuple[Image.Image, render.Placed]:
        """A picture with a line in it, `factor` times as large as is said, and where the line is, or would be."""
        rng, font = self.rng, self.font()
        look = render.random_look(rng, font)
        height, width = round(rows * factor), round(columns * factor)
        stamp = self.stamp(font, 0.5)
        line = render.draw_line(rng, font, stamp)
        start, stop = line.edges[stamp.start, 0], line.edges[stamp.stop - 1, 1]
        scale = cap / CAP * look.stretch
        wide = (stop - start) * scale
        left = rng.uniform(min(0, columns - wide), max(0, columns - wide)) - start * scale
        if rng.random() < 0.5:  # at the edge of the picture
            near = rng.uniform(0.1, 1.2) * cap
            top = near if rng.random() < 0.5 else rows - cap - near
        else:
            top = rng.uniform(0, rows - cap)
        placed = render.place(line, look, height, width, left * factor, top * factor, cap * factor)
        for _ in range(_TRIES):
            picture = render.background(rng, self._backgrounds, height, width) * look.gain
            if look.strip is not None:
                self._lay_patch_strip(picture, placed, look)
            suited = render.legible(picture, look, placed)
            if render.is_seen(picture, suited, placed):
                break
        look = suited
        if not is_empty:
            picture = render.burn(picture, placed, look)
        if rng.random() < 0.5:
            picture = self._other_line(picture, look, placed, is_empty)
        return render.record(rng, picture, look, placed.cap), placed

    def _lay_patch_strip(self, picture: np.ndarray, placed: render.Placed, look: render.Look) -> None:
        rng = self.rng
        top = placed.top - placed.cap * rng.uniform(0.1, 0.9)
        bottom = placed.top + placed.cap * rng.uniform(1.15, 2.0)
        height = len(picture)
        if placed.top < height / 3:
            top = 0
        elif placed.top > height * 2 / 3:
            bottom = height
        if rng.random() < 0.75:
            render.lay_strip(picture, look, int(top), int(bottom))
        else:
            pad = placed.cap * rng.uniform(0.1, 0.6)
            left, right = placed.edges[0, 0] - pad, placed.edges[-1, 1] + pad
            render.lay_strip(picture, look, int(top), int(bottom), max(0, int(left)), max(0, int(right)))

    def _other_line(self, picture: np.ndarray, look: render.Look, placed: render.Placed, is_empty: bool) -> np.ndarray:
        """A line that states nothing, beside the moment or in its place."""
        rng, font = self.rng, self.font()
        line = render.draw_line(rng, font, stamps.write_nothing(rng))
        height, width = placed.ink.shape
        top = placed.top
        if not is_empty:
            top += placed.cap * rng.uniform(1.4, 4) * (-1, 1)[rng.integers(2)]
        other = render.place(line, look, height, width, rng.uniform(-0.2, 0.8) * width, top, placed.cap)
        return render.burn(picture, other, look)


def _character_ids(line: render.Line, edges: np.ndarray, width: int, font: Font) -> np.ndarray:
    ids = np.zeros(width // COLUMN, np.int32)
    middles = edges.mean(axis=1) / COLUMN
    for character, middle in zip(line.stamp.text.upper(), middles, strict=True):
        if 0 <= middle < len(ids) and (character in font.glyphs or character.lower() in font.glyphs):
            ids[int(middle)] = CHARACTERS.find(character) + 1
    return ids


def _guide(stamp: Stamp, edges: np.ndarray, width: int) -> np.ndarray:
    guide = np.zeros((len(STAMP.fields), width // COLUMN), np.float32)
    rows = {field.name: row for row, field in enumerate(STAMP.fields)}
    for field, (left, right) in zip(stamp.fields, edges, strict=True):
        if field is not None:
            guide[rows[field], max(0, int(left / COLUMN)) : max(0, int(np.ceil(right / COLUMN)))] = 1
    sums = guide.sum(axis=1, keepdims=True)
    shares: np.ndarray = guide / np.maximum(sums, 1)
    return shares


def _label(picture: np.ndarray, placed: render.Placed, factor: float, present: float) -> Patch:
    rows, columns = PATCH[0] // CELL, PATCH[1] // CELL
    stamp, cap = placed.stamp, placed.cap / factor
    left, right = placed.edges[stamp.start, 0] / factor, placed.edges[stamp.stop - 1, 1] / factor
    x, y = (np.arange(columns) + 0.5) * CELL, (np.arange(rows) + 0.5) * CELL
    middle = placed.top / factor + cap / 2
    inside = (abs(y[:, None] - middle) <= max(CELL / 2, cap * 0.55)) & (x >= left) & (x <= right)
    is_stamp = inside.astype(np.float32) * present
    log_cap = np.float32(np.log(cap)) * is_stamp
    return Patch(picture, is_stamp, log_cap, ((middle - y[:, None]) / cap * is_stamp).astype(np.float32))


def machine_ids(machines: Sequence[str]) -> np.ndarray:
    """The ids of machine strings in `ALPHABET`, shape (B, Ty), int32."""
    return np.array([[ALPHABET.index(character) for character in machine] for machine in machines], np.int32)


def crop_batches(studio: Studio, batch_size: int, frames: int = 1, spoiled: float = 0.0) -> Iterator[list[Crop]]:
    """Crops of one width in each batch, forever."""
    waiting: dict[int, list[Crop]] = collections.defaultdict(list)
    while True:
        crop = studio.crop(frames, spoiled)
        same = waiting[crop.frames.shape[2]]
        same.append(crop)
        if len(same) == batch_size:
            yield same
            waiting[crop.frames.shape[2]] = []
