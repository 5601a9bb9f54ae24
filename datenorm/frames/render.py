"""Rendering: a stamp in a font, over a background, as a camera records it and a file keeps it."""

import dataclasses
import io

import numpy as np
from PIL import Image, ImageFilter

from datenorm.frames.backgrounds import SIZE
from datenorm.frames.fonts import CAP, CELL, TOP, Font
from datenorm.frames.stamps import MOON, Stamp

Colour = tuple[int, int, int]

_BRIGHT: tuple[Colour, ...] = (
    *((255, 255, 255),) * 5,
    *((255, 235, 60), (255, 200, 40), (240, 240, 200)),
    *((255, 140, 20), (255, 100, 30), (255, 60, 20), (250, 170, 60)),
    *((60, 255, 90), (120, 220, 255), (200, 255, 120)),
)
_DARK: tuple[Colour, ...] = ((0, 0, 0), (0, 0, 0), (20, 20, 60), (90, 10, 10), (40, 40, 40))
_STRIPS: tuple[Colour, ...] = (
    (0, 0, 0),
    (0, 0, 0),
    (0, 0, 0),
    (20, 20, 20),
    (60, 60, 70),
    (255, 255, 255),
    (200, 200, 200),
    (30, 50, 110),
)


_CALM = 30  # the standard deviation of a background's brightness above which cameras outline what they write
_GREYS = np.array([0.3, 0.59, 0.11], np.float32)  # of red, green and blue in brightness
# Characters that people read differ from what is behind them by so much of 255, and by so many of its deviations; those
# that shine by more of these.
_SEEN, _STANDS_OUT, _SHINES, _EVEN = 40, 0.9, 2.0, 8


@dataclasses.dataclass(frozen=True)
class Line:
    """A stamp in its font: ink, and where each character is.

    Attributes:
        ink: Shape (CELL, width), uint8. Capital letters are `CAP` high and begin at row `TOP`.
        edges: The first and the last column of each character, shape (characters, 2).
        stamp: What it says.
    """

    ink: np.ndarray
    edges: np.ndarray
    stamp: Stamp


def draw_line(rng: np.random.Generator, font: Font, stamp: Stamp) -> Line:
    """The line in this font. A font without small letters writes capital ones."""
    text = stamp.text if font.has_lower_case else stamp.text.upper()
    tracking = round(max(-1.0, rng.normal(0, 2.5)))
    blank = max(4, font.blank + tracking)
    pieces, edges, at = [], [], 0
    for character in text:
        if character == MOON:
            glyph = _moon(rng)
        elif character == " " or character not in font.glyphs:
            glyph = np.zeros((CELL, blank), np.uint8)
        else:
            glyph = font.glyphs[character]
            if tracking > 0:
                glyph = np.pad(glyph, ((0, 0), (0, tracking)))
        pieces.append(glyph)
        edges.append((at, at + glyph.shape[1]))
        at += glyph.shape[1]
    ink = np.concatenate(pieces, axis=1)
    if rng.random() < 0.15 and font.family in ("outline", "stroke"):
        picture = Image.fromarray(ink)
        ink = np.asarray(picture.filter(ImageFilter.MaxFilter(3) if rng.random() < 0.6 else ImageFilter.MinFilter(3)))
    return Line(ink, np.array(edges), stamp)


def _moon(rng: np.random.Generator) -> np.ndarray:
    size = int(rng.integers(24, 44))
    axis = np.arange(size) - (size - 1) / 2
    distance = np.hypot(axis[:, None], axis) / (size / 2)
    disc = distance < 0.95
    if rng.random() < 0.7:
        hollow = (distance > 0.75) | (axis * (1, -1)[rng.integers(2)] > rng.uniform(-size / 2, size / 2))
        disc = disc & hollow
    glyph = np.zeros((CELL, size + 8), np.uint8)
    top = TOP + (CAP - size) // 2
    glyph[top : top + size, 4 : 4 + size] = disc * 255
    return glyph


@dataclasses.dataclass(frozen=True)
class Look:
    """How a camera writes and records. Lengths are parts of the height of a capital letter.

    Attributes:
        colour: Of the characters.
        edge: The colour of their outline, or None.
        strip: The colour of the strip behind them, or None.
        strip_share: How much of the strip's colour covers the picture.
        glow: How far light spreads on film; 0 for characters that cover the picture.
        strength: How much the characters cover, or how bright they shine.
        blur: The radius of the lens's and the scaling's blur.
        noise: The standard deviation of the sensor's noise.
        quality: Of JPEG.
        grey: Whether the picture has no colours, as in infrared light.
        gain: The exposure.
        slope: How far the line rises, in rows a column.
        stretch: How much wider than drawn the characters are.
    """

    colour: Colour
    edge: Colour | None
    strip: Colour | None
    strip_share: float
    glow: float
    strength: float
    blur: float
    noise: float
    quality: int
    grey: bool
    gain: float
    slope: float
    stretch: float


def random_look(rng: np.random.Generator, font: Font) -> Look:
    """How some camera writes with this font."""
    film = font.family == "segments" and rng.random() < 0.85
    grey = rng.random() < 0.25
    colour: Colour
    if film:
        colour = (255, int(rng.integers(40, 200)), int(rng.integers(0, 90)))
        strip, edge = None, None
    else:
        strip = _STRIPS[rng.integers(len(_STRIPS))] if rng.random() < 0.5 else None
        is_dark = rng.random() < 0.07 if strip is None else sum(strip) > 400
        colours = _DARK if is_dark else _BRIGHT
        colour = colours[rng.integers(len(colours))]
        outlined = strip is None and rng.random() < 0.45
        edge = ((255, 255, 255) if is_dark else (0, 0, 0)) if outlined else None
    return Look(
        colour=colour,
        edge=edge,
        strip=strip,
        strip_share=1.0 if rng.random() < 0.75 else rng.uniform(0.4, 1.0),
        glow=rng.uniform(0.05, 0.3) if film else 0.0,
        strength=rng.uniform(0.5, 1.0) if film else rng.uniform(0.75, 1.0),
        blur=rng.uniform(0, 0.07) if rng.random() < 0.9 else rng.uniform(0.07, 0.12),
        noise=rng.exponential(4.0),
        quality=int(rng.integers(30, 96)),
        grey=grey and not (film and rng.random() < 0.8),
        gain=float(np.exp(rng.normal(-0.15, 0.3))),
        slope=rng.normal(0, 0.008) if rng.random() < (0.6 if film else 0.1) else 0.0,
        stretch=float(np.exp(rng.normal(0.0, 0.16))),
    )


@dataclasses.dataclass(frozen=True)
class Placed:
    """A line at its place in a picture that has no background yet.

    Attributes:
        ink: Shape (height, width), in [0, 1].
        edges: The left and the right edge of each character, in pixels, shape (characters, 2).
        top: The row where capital letters begin.
        cap: The height of capital letters, in pixels.
        stamp: What the line says.
    """

    ink: np.ndarray
    edges: np.ndarray
    top: float
    cap: float
    stamp: Stamp


def place(line: Line, look: Look, height: int, width: int, left: float, top: float, cap: float) -> Placed:
    """The line in an empty picture of this height and width.

    Args:
        line: The line.
        look: Gives stretch and slope.
        height: Of the picture.
        width: Of the picture.
        left: The column where the line begins; what lies outside the picture is cut.
        top: The row where capital letters begin.
        cap: The height of capital letters, in pixels.
    """
    scale = cap / CAP
    wide = scale * look.stretch
    size = (max(1, round(line.ink.shape[1] * wide)), max(1, round(CELL * scale)))
    small = Image.fromarray(line.ink).resize(size, Image.Resampling.BILINEAR)
    if look.slope:
        middle = size[0] / 2
        small = small.transform(
            size, Image.Transform.AFFINE, (1, 0, 0, look.slope, 1, -look.slope * middle), Image.Resampling.BILINEAR
        )
    canvas = Image.new("L", (width, height))
    canvas.paste(small, (round(left), round(top - TOP * scale)))
    edges = round(left) + line.edges * (size[0] / line.ink.shape[1])
    return Placed(np.asarray(canvas, np.float32) / 255, edges, top, cap, line.stamp)


def background(rng: np.random.Generator, backgrounds: np.ndarray, height: int, width: int) -> np.ndarray:
    """A part of some background at some scale, shape (height, width, 3), float32, in [0, 255]."""
    source = backgrounds[rng.integers(len(backgrounds))]
    scale = float(np.exp(rng.uniform(np.log(0.25), np.log(1.6))))
    need = (min(SIZE, max(8, int(width * scale))), min(SIZE, max(8, int(height * scale))))
    x, y = (int(rng.integers(0, SIZE - length + 1)) for length in need)
    part = source[y : y + need[1], x : x + need[0]]
    if rng.random() < 0.5:
        part = part[:, ::-1]
    picture = Image.fromarray(np.ascontiguousarray(part)).resize((width, height), Image.Resampling.BILINEAR)
    return np.asarray(picture, np.float32)


def blurred(array: np.ndarray, radius: float) -> np.ndarray:
    """A picture in [0, 1], shape (height, width), blurred by about a Gaussian of this standard deviation."""
    picture = Image.fromarray((array * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(radius))
    return np.asarray(picture, np.float32) / 255


def burn(picture: np.ndarray, placed: Placed, look: Look) -> np.ndarray:
    """The picture with the line in it, shape (height, width, 3), float32, in [0, 255]."""
    ink = placed.ink[..., None] * look.strength
    colour = np.array(look.colour, np.float32)
    if look.glow:
        halo = blurred(placed.ink, look.glow * placed.cap)[..., None] * look.strength
        core = blurred(placed.ink, 0.06 * placed.cap)[..., None] * look.strength
        picture = picture + halo * colour * np.array([0.9, 0.5, 0.3], np.float32)
        return picture * (1 - 0.8 * core) + core * (0.7 * colour + np.array([76, 60, 20], np.float32))
    if look.edge is not None:
        wide = max(3, 2 * round(0.07 * placed.cap) + 1)
        spread = Image.fromarray((placed.ink * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(wide))
        around = np.asarray(spread, np.float32)[..., None] / 255 * look.strength
        picture = picture * (1 - around) + around * np.array(look.edge, np.float32)
    return picture * (1 - ink) + ink * colour


def lay_strip(picture: np.ndarray, look: Look, top: int, bottom: int, left: int = 0, right: int | None = None) -> None:
    """Cover rows of the picture, in place, with the strip of `look`, if it has one."""
    if look.strip is not None:
        part = picture[max(0, top) : max(0, bottom), left:right]
        part += look.strip_share * (np.array(look.strip, np.float32) - part)


def legible(picture: np.ndarray, look: Look, placed: Placed) -> Look:
    """The look with a colour that differs from what lies behind the line, and an outline where that is not calm.

    Film has no outline: it can only shine.
    """
    rows = slice(max(0, int(placed.top)), max(1, int(placed.top + placed.cap)))
    left, right = (int(np.clip(x, 0, picture.shape[1] - 1)) for x in (placed.edges[0, 0], placed.edges[-1, 1]))
    part = picture[rows, left : right + 1].reshape(-1, 3)
    behind = part.mean(axis=0)
    if look.strip is None and not look.glow and part.mean(axis=1).std() > _CALM:
        look = dataclasses.replace(look, edge=(0, 0, 0) if sum(look.colour) > 3 * 128 else (255, 255, 255))
    if look.edge is not None or abs(behind - np.array(look.colour)).sum() > 150:
        return look
    return dataclasses.replace(look, colour=(255, 255, 255) if behind.mean() < 128 else (0, 0, 0))


def is_seen(picture: np.ndarray, look: Look, placed: Placed) -> bool:
    """Whether people would see the line in this picture: light over an uneven white sky is lost."""
    rows = slice(max(0, int(placed.top)), max(1, int(placed.top + placed.cap)))
    left, right = (int(np.clip(x, 0, picture.shape[1] - 1)) for x in (placed.edges[0, 0], placed.edges[-1, 1]))
    box = rows, slice(left, right + 1)
    line = dataclasses.replace(placed, ink=placed.ink[box])
    inked = line.ink > 0.5 * line.ink.max(initial=0.1)
    if not inked.any():
        return False
    before = np.clip(picture[box], 0, 255)
    difference = np.clip(burn(before, line, look), 0, 255)[inked] - before[inked]
    seen = abs(difference @ _GREYS).mean() if look.grey else abs(difference).max(axis=-1).mean()
    uneven = (before[inked] @ _GREYS).std() + look.noise + _EVEN
    return bool(seen > _SEEN and seen > (_SHINES if look.glow else _STANDS_OUT) * uneven)


def record(rng: np.random.Generator, picture: np.ndarray, look: Look, cap: float) -> Image.Image:
    """The picture as a sensor and a file keep it: exposed, blurred, noisy, compressed.

    Args:
        rng: Draws the noise.
        picture: Shape (height, width, 3), float32, in [0, 255].
        look: The camera.
        cap: The height of capital letters, in pixels, the unit of the blur.
    """
    if look.grey:
        picture = np.broadcast_to((picture @ _GREYS)[..., None], picture.shape)
    if look.noise > 1:
        picture = picture + rng.standard_normal(picture.shape[:2], np.float32)[..., None] * look.noise
    image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
    if look.blur * cap > 0.3:
        image = image.filter(ImageFilter.GaussianBlur(look.blur * cap))
    if look.quality < 90:
        image = compressed(image, look.quality)
    return image


def compressed(image: Image.Image, quality: int) -> Image.Image:
    """The image after JPEG of this quality."""
    with io.BytesIO() as file:
        image.save(file, "JPEG", quality=quality)
        file.seek(0)
        return Image.open(file).convert("RGB")


def spoil(rng: np.random.Generator, image: Image.Image, cap: float) -> Image.Image:
    """A frame whose stamp is hard or impossible to read: out of focus, overexposed, dark, covered or damaged."""
    kind = rng.integers(6)
    if kind == 0:
        return image.filter(ImageFilter.GaussianBlur(cap * rng.uniform(0.25, 0.7)))
    pixels: np.ndarray = np.asarray(image, np.float32)
    height, width = pixels.shape[:2]
    if kind == 1:  # light that drowns most of it
        centre, reach = rng.uniform(0, width), width * rng.uniform(0.3, 1.0)
        light = np.exp(-(((np.arange(width) - centre) / reach) ** 2))[:, None] * rng.uniform(0.75, 1.0)
        pixels = pixels + (255 - pixels) * light
    elif kind == 2:
        noise = rng.standard_normal(pixels.shape[:2], np.float32)[..., None]
        pixels = pixels * rng.uniform(0, 0.12) + noise * rng.uniform(8, 40) + 10
    elif kind == 3:  # a leaf, a hand, an insect
        middle, half = rng.uniform(0.2, 0.8) * width, width * rng.uniform(0.15, 0.4)
        pixels = pixels.copy()
        pixels[:, max(0, int(middle - half)) : int(middle + half)] = rng.uniform(0, 255, 3)
    elif kind == 4:  # moved while it was exposed
        steps = max(2, int(cap * rng.uniform(0.6, 1.6)))
        cumulated = np.cumsum(np.pad(pixels, ((0, 0), (steps, 0), (0, 0)), mode="edge"), axis=1)
        pixels = (cumulated[:, steps:] - cumulated[:, :-steps]) / steps
    else:
        small = image.resize((max(2, round(width / cap * 2)), max(2, round(height / cap * 2))), Image.Resampling.BOX)
        pixels = np.asarray(small.resize((width, height), Image.Resampling.NEAREST), np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
