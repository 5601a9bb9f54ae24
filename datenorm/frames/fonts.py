"""Fonts: the characters of stamps as pictures, drawn from strokes, dots and segments, or from free fonts.

Free fonts come with packages: DejaVu (Bitstream Vera's licence), STIX (SIL OFL) and Computer Modern (BaKoMa's licence)
with matplotlib, Aileron (CC0) with Pillow, and Hershey's strokes (free use) with Hershey-Fonts (MIT).
"""

import dataclasses
import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from datenorm.frames import skeletons
from datenorm.frames.skeletons import Stroke

CAP = 40
"""The height of a capital letter, in pixels."""

TOP, CELL = 12, 64
"""The row where capital letters begin, and the height of every glyph."""

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz:.,-/'_#%+*()°="
"""What a font can hold. A blank is an empty column of `Font.blank` pixels."""

_SUPERSAMPLED = 3


@dataclasses.dataclass(frozen=True)
class Font:
    """The glyphs of one style.

    Attributes:
        name: Its name; it begins with its family: `stroke`, `dots`, `pixels`, `segments` or `outline`.
        glyphs: Character -> how much ink is where, shape (CELL, width), uint8. The width is the advance.
        blank: The width of a blank, in pixels.
    """

    name: str
    glyphs: Mapping[str, np.ndarray]
    blank: int

    @property
    def family(self) -> str:
        """The family of the font."""
        return self.name.partition(" ")[0]

    @property
    def has_lower_case(self) -> bool:
        """Whether it has small letters."""
        return "a" in self.glyphs

    def can_write(self, text: str) -> bool:
        """Whether the font has every character of `text`."""
        return all(character == " " or character in self.glyphs for character in text)


def all_fonts(seed: int = 0, variants: int = 240) -> list[Font]:
    """Every font: the free ones, and `variants` of each family that is drawn with random measures.

    Args:
        seed: Decides the measures.
        variants: How many fonts of strokes, of dots, of pixels and of segments.
    """
    rng = np.random.default_rng(seed)
    drawn: list[Font] = []
    for number in range(variants):
        drawn += [
            _stroke_font(rng, number),
            _dot_font(rng, number),
            _pixel_font(rng, number),
            _segment_font(rng, number),
        ]
    return [*_outline_fonts(), *_hershey_fonts(), *drawn]


# Strokes.


def _skeleton(rng: np.random.Generator) -> dict[str, tuple[Stroke, ...]]:
    """The strokes of every character, with one of the ways to draw each digit."""
    digits = {digit: ways[rng.integers(len(ways))] for digit, ways in skeletons.DIGITS.items()}
    return {**digits, **skeletons.LETTERS, **skeletons.SIGNS}


def _rounded(stroke: Stroke, times: int) -> Stroke:
    """The stroke with its corners cut, as often as `times` says (Chaikin 1974)."""
    points = stroke
    for _ in range(times if len(stroke) > 2 else 0):
        cut: list[tuple[float, float]] = [points[0]]
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            cut += [(0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1), (0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1)]
        points = (*cut, points[-1])
    return points


def _draw_strokes(
    strokes: Iterable[Stroke],
    place: Callable[[float, float], tuple[float, float]],
    thickness: float,
    size: tuple[int, int],
) -> np.ndarray:
    """Strokes with round ends, drawn larger and scaled down, shape (height, width), uint8."""
    s = _SUPERSAMPLED
    picture = Image.new("L", (size[0] * s, size[1] * s))
    draw = ImageDraw.Draw(picture)
    radius = thickness * s / 2
    for stroke in strokes:
        points = [(x * s, y * s) for x, y in (place(*point) for point in stroke)]
        draw.line(points, fill=255, width=max(1, round(2 * radius)), joint="curve")
        for x, y in points:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return np.asarray(picture.resize(size, Image.Resampling.BOX))


def _stroke_font(rng: np.random.Generator, number: int) -> Font:
    thickness = rng.uniform(3, 9.5)
    unit = (CAP - thickness) / skeletons.HEIGHT
    wide = unit * rng.uniform(0.7, 1.5)
    slant = max(0.0, rng.uniform(-0.25, 0.25))
    gap = rng.uniform(0.25, 0.7) * 10
    times = int(rng.integers(0, 3))
    width = round(wide * skeletons.WIDTH + thickness + gap)

    def place(x: float, y: float) -> tuple[float, float]:
        row = TOP + thickness / 2 + y * unit
        return gap / 2 + thickness / 2 + x * wide + slant * (TOP + CAP - row) - slant * CAP / 2, row

    glyphs = {
        character: _draw_strokes((_rounded(stroke, times) for stroke in strokes), place, thickness, (width, CELL))
        for character, strokes in _skeleton(rng).items()
    }
    if rng.random() < 0.4:  # signs are often narrower than digits
        for sign in ":.,'":
            glyphs[sign] = np.ascontiguousarray(glyphs[sign][:, width // 4 : -(width // 4)])
    return Font(f"stroke {number}", glyphs, blank=round(width * rng.uniform(0.5, 1.0)))


def _grid(strokes: Iterable[Stroke], columns: int, rows: int, thick: int) -> np.ndarray:
    """Strokes on a coarse grid, as a character generator has them, shape (rows + below, columns), bool."""
    below = max(1, rows // 5)
    picture = Image.new("1", (columns, rows + below))
    draw = ImageDraw.Draw(picture)
    x_scale, y_scale = (columns - thick) / skeletons.WIDTH, (rows - thick) / skeletons.HEIGHT
    for stroke in strokes:
        points = [(round(x * x_scale), round(y * y_scale)) for x, y in stroke]
        for dx, dy in itertools.product(range(thick), repeat=2):
            draw.line([(x + dx, y + dy) for x, y in points], fill=1)
    return np.asarray(picture)


def _from_grid(bits: np.ndarray, rows: int, wide: float, gap: float, dot: np.ndarray | None) -> np.ndarray:
    """A glyph of square pixels, or of dots of the shape `dot`."""
    size = CAP / rows
    inked = np.kron(bits, dot).astype(np.uint8) if dot is not None else bits.astype(np.uint8) * 255
    picture = Image.fromarray(inked).resize(
        (max(1, round(bits.shape[1] * size * wide)), max(1, round(bits.shape[0] * size))),
        Image.Resampling.NEAREST if dot is None else Image.Resampling.BOX,
    )
    glyph = np.zeros((CELL, picture.width + round(gap)), np.uint8)
    left, height = round(gap / 2), min(CELL - TOP, picture.height)
    glyph[TOP : TOP + height, left : left + picture.width] = np.asarray(picture)[:height]
    return glyph


def _dot_font(rng: np.random.Generator, number: int) -> Font:
    """A matrix of 5 by 7 dots, with dark lines between them."""
    radius = rng.uniform(0.32, 0.62)
    axis = (np.arange(8) - 3.5) / 8
    square = rng.random() < 0.4
    distance = np.maximum(abs(axis[:, None]), abs(axis)) if square else np.hypot(axis[:, None], axis)
    dot = (255 * np.clip((radius - distance) * 8 + 0.5, 0, 1)).astype(np.uint8)
    wide, gap = rng.uniform(0.7, 1.6), CAP / 7 * rng.uniform(0.8, 1.4)
    glyphs = {
        character: _from_grid(_grid(strokes, 5, 7, 1), 7, wide, gap, dot)
        for character, strokes in _skeleton(rng).items()
    }
    return Font(f"dots {number}", glyphs, blank=glyphs["0"].shape[1])


def _pixel_font(rng: np.random.Generator, number: int) -> Font:
    """Square pixels, as on-screen displays have them: our strokes, or a free font, on a coarse grid."""
    rows = int(rng.integers(7, 17))
    wide = rng.uniform(0.75, 1.9)
    gap = CAP / rows * rng.integers(1, 3)
    free = _free_paths()
    if rng.random() < 0.5:
        thick = 1 if rows < 10 else int(rng.integers(1, 3))
        columns = max(5, round(rows * rng.uniform(0.55, 0.8)))
        grids = {character: _grid(strokes, columns, rows, thick) for character, strokes in _skeleton(rng).items()}
    else:
        mono = [path for path in free if "Mono" in path.name or "tt10" in path.name or "DejaVuSans" in path.name]
        grids = _bits_of(mono[rng.integers(len(mono))], rows)
    glyphs = {character: _from_grid(bits, rows, wide, gap, None) for character, bits in grids.items()}
    return Font(f"pixels {number}", glyphs, blank=glyphs["0"].shape[1])


def _bits_of(path: Path, rows: int) -> dict[str, np.ndarray]:
    font = _sized(path, rows)
    below = max(1, rows // 4)
    width = max(1, round(font.getlength("0")))
    grids = {}
    for character in CHARACTERS:
        picture = Image.new("1", (max(width, round(font.getlength(character))), rows + below))
        draw = ImageDraw.Draw(picture)
        draw.fontmode = "1"
        draw.text((0, rows), character, fill=1, font=font, anchor="ls")
        grids[character] = np.asarray(picture)
    return {character: bits for character, bits in grids.items() if bits.any()}  # some signs fall between the pixels


# Segments.


def _segment_font(rng: np.random.Generator, number: int) -> Font:
    """Seven segments, as calculators and the backs of film cameras have them."""
    thickness, width = rng.uniform(3.5, 8.5), rng.uniform(14, 28)
    slant, apart = max(0.0, rng.uniform(-0.1, 0.2)), rng.uniform(0, 3)
    pointed = rng.random() < 0.6
    gap = rng.uniform(5, 16)
    top, middle, bottom = TOP + thickness / 2, TOP + CAP / 2, TOP + CAP - thickness / 2
    left, right = gap / 2 + thickness / 2, gap / 2 + thickness / 2 + width
    ends = {
        "a": (left, top, right, top),
        "b": (right, top, right, middle),
        "c": (right, middle, right, bottom),
        "d": (left, bottom, right, bottom),
        "e": (left, middle, left, bottom),
        "f": (left, top, left, middle),
        "g": (left, middle, right, middle),
    }
    advance = round(width + thickness + gap)

    def lean(x: float, y: float) -> tuple[float, float]:
        return x + slant * (middle - y), y

    def segment(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float]]:
        half = thickness / 2
        flat = y0 == y1
        tip = half if pointed else 0.0
        inset = apart + (0 if pointed else half * 0.6)
        if flat:
            x0, x1 = x0 + inset, x1 - inset
            body = [
                (x0, y0),
                (x0 + tip, y0 - half),
                (x1 - tip, y0 - half),
                (x1, y0),
                (x1 - tip, y0 + half),
                (x0 + tip, y0 + half),
            ]
        else:
            y0, y1 = y0 + inset, y1 - inset
            body = [
                (x0, y0),
                (x0 + half, y0 + tip),
                (x0 + half, y1 - tip),
                (x0, y1),
                (x0 - half, y1 - tip),
                (x0 - half, y0 + tip),
            ]
        return [lean(*point) for point in body]

    variants = {c: lit for c, lit in skeletons.SEGMENT_VARIANTS.items() if rng.random() < 0.25}
    glyphs = {}
    s = _SUPERSAMPLED
    for character, lit in {**skeletons.SEGMENTS, **variants}.items():
        picture = Image.new("L", (advance * s, CELL * s))
        draw = ImageDraw.Draw(picture)
        for name in lit:
            draw.polygon([(x * s, y * s) for x, y in segment(*ends[name])], fill=255)
        glyphs[character] = np.asarray(picture.resize((advance, CELL), Image.Resampling.BOX))
    narrow = round(thickness + gap * rng.uniform(0.7, 1.2))
    dots = {":": (0.3, 0.7), ".": (0.96,), "'": (0.04,)}
    for character, rows in dots.items():
        picture = Image.new("L", (narrow * s, CELL * s))
        draw = ImageDraw.Draw(picture)
        for row in rows:
            x, y = lean(narrow / 2, TOP + CAP * row)
            half, tall = thickness / 2 * 1.1, thickness / 2 * (2 if character == "'" else 1.1)
            draw.rectangle([(x - half) * s, (y - tall) * s, (x + half) * s, (y + tall) * s], fill=255)
        glyphs[character] = np.asarray(picture.resize((narrow, CELL), Image.Resampling.BOX))
    return Font(f"segments {number}", glyphs, blank=round(advance * rng.uniform(0.4, 1.0)))


# Free fonts.

_FREE = (
    *("DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DejaVuSansMono-Bold", "DejaVuSans-Oblique"),
    *("DejaVuSerif", "DejaVuSerif-Bold", "STIXGeneral", "STIXGeneralBol", "cmss10", "cmtt10", "cmr10"),
)
_PILLOW = "Aileron"


@functools.cache
def _free_paths() -> tuple[Path, ...]:
    import matplotlib

    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return (*(folder / f"{name}.ttf" for name in _FREE), Path(_PILLOW))


def _sized(path: Path, cap: int) -> ImageFont.FreeTypeFont:
    """The font in the size that makes capital letters `cap` pixels high."""
    size = cap * 1.4
    for _ in range(3):
        font = _opened(path, size)
        _, top, _, bottom = font.getbbox("H", anchor="ls")
        size *= cap / max(1.0, bottom - top)
    return _opened(path, size)


def _opened(path: Path, size: float) -> ImageFont.FreeTypeFont:
    if path.name == _PILLOW:
        font = ImageFont.load_default(size)
        assert isinstance(font, ImageFont.FreeTypeFont)
        return font
    return ImageFont.truetype(str(path), size)


def _outline_fonts() -> list[Font]:
    fonts = []
    for path in _free_paths():
        font = _sized(path, CAP)
        glyphs = {}
        for character in CHARACTERS:
            picture = Image.new("L", (max(1, round(font.getlength(character))), CELL))
            ImageDraw.Draw(picture).text((0, TOP + CAP), character, fill=255, font=font, anchor="ls")
            glyphs[character] = np.asarray(picture)
        fonts.append(Font(f"outline {path.stem}", glyphs, blank=round(font.getlength(" "))))
    return fonts


_HERSHEY = ("futural", "futuram", "rowmans", "rowmand", "timesr")


def _hershey_fonts() -> list[Font]:
    from HersheyFonts import HersheyFonts

    fonts = []
    for name, thickness in itertools.product(_HERSHEY, (3.0, 5.0, 7.0)):
        source = HersheyFonts()
        source.load_default_font(name)
        lines = {character: list(source.lines_for_text(character)) for character in CHARACTERS if character != "°"}
        rows = [y for line in lines["H"] for _, y in line]
        top, unit = min(rows), (CAP - thickness) / (max(rows) - min(rows))
        fonts.append(_hershey_font(f"outline Hershey {name} {thickness:.0f}", lines, top, unit, thickness))
    return fonts


def _hershey_font(
    name: str, lines: Mapping[str, Sequence[Sequence[tuple[float, float]]]], top: float, unit: float, thickness: float
) -> Font:
    glyphs = {}
    for character, strokes in lines.items():
        columns = [x for line in strokes for x, _ in line]
        if not columns:
            continue
        left, space = min(columns), thickness + 5

        def place(x: float, y: float, left: float = left, space: float = space) -> tuple[float, float]:
            return (x - left) * unit + space / 2 + thickness / 2, TOP + thickness / 2 + (y - top) * unit

        width = round((max(columns) - left) * unit + thickness + space)
        glyphs[character] = _draw_strokes(
            [tuple((x, y) for x, y in line) for line in strokes], place, thickness, (width, CELL)
        )
    return Font(name, glyphs, blank=round(CAP * 0.5))
