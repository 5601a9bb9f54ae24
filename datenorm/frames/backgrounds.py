"""Backgrounds: what lies behind a stamp, calculated: dead leaves, clouds, lawns and plain walls."""

import numpy as np
from PIL import Image, ImageDraw

SIZE = 384
"""The height and the width of a background, in pixels."""


def all_backgrounds(seed: int = 0, count: int = 160) -> np.ndarray:
    """Backgrounds, shape (count, SIZE, SIZE, 3), uint8.

    Dead leaves, shapes of all sizes that cover each other, have the statistics of natural pictures.

    Args:
        seed: Decides all of them.
        count: How many.

    Reference:
        Lee, Mumford, Huang: Occlusion Models for Natural Images, IJCV 2001.
    """
    rng = np.random.default_rng(seed)
    makers = (_leaves, _leaves, _leaves, _clouds, _clouds, _lines)
    return np.stack([makers[number % len(makers)](rng) for number in range(count)])


def _palette(rng: np.random.Generator, colours: int) -> np.ndarray:
    """Colours around one or two, shape (colours, 3), as a wood, a yard or a night has them."""
    centres = rng.uniform(10, 210, (2, 1)) + rng.normal(0, 16, (2, 3))
    chosen = centres[(rng.random(colours) < 0.3).astype(int)]
    spread = rng.uniform(8, 60)
    varied = chosen + rng.normal(0, spread, (colours, 1)) + rng.normal(0, spread / 4, (colours, 3))
    palette: np.ndarray = np.clip(varied, 0, 255)
    return palette


def _leaves(rng: np.random.Generator) -> np.ndarray:
    count = int(rng.integers(300, 2500))
    radii = np.minimum(90, rng.uniform(2.0, 5.0) * (1 - rng.random(count)) ** -rng.uniform(0.5, 0.9))
    colours = _palette(rng, count).astype(int)
    picture = Image.fromarray(_clouds(rng))
    draw = ImageDraw.Draw(picture)
    long = rng.uniform(0.3, 1.0)
    for number in range(count):
        x, y = rng.uniform(0, SIZE, 2)
        angle, radius = rng.uniform(0, np.pi), radii[number]
        turns = np.linspace(0, 2 * np.pi, 3 + number % 7, endpoint=False)
        a, b = radius * np.cos(turns), radius * long * np.sin(turns)
        points = np.stack([x + a * np.cos(angle) - b * np.sin(angle), y + a * np.sin(angle) + b * np.cos(angle)], -1)
        draw.polygon([tuple(point) for point in points], fill=tuple(colours[number]))
    return _shaded(rng, np.asarray(picture))


def _clouds(rng: np.random.Generator) -> np.ndarray:
    """Noise whose amplitude falls with the frequency."""
    frequency = np.hypot(np.fft.fftfreq(SIZE)[:, None], np.fft.rfftfreq(SIZE))
    frequency[0, 0] = 1
    spectrum = np.fft.rfft2(rng.normal(size=(SIZE, SIZE))) / frequency ** rng.uniform(0.6, 2.0)
    noise = np.fft.irfft2(spectrum, (SIZE, SIZE))
    noise = (noise - noise.min()) / np.ptp(noise)
    low, high = _palette(rng, 2)
    picture: np.ndarray = (low + (high - low) * noise[..., None]).astype(np.uint8)
    return picture


def _lines(rng: np.random.Generator) -> np.ndarray:
    """Grass, branches, fences: thin lines in about one direction."""
    picture = Image.fromarray(_clouds(rng))
    draw = ImageDraw.Draw(picture)
    count = int(rng.integers(60, 700))
    colours = _palette(rng, count).astype(int)
    direction, spread = rng.uniform(0, np.pi), rng.uniform(0.02, 0.6)
    for number in range(count):
        x, y = rng.uniform(0, SIZE, 2)
        angle, length = direction + rng.normal(0, spread), rng.uniform(10, 200)
        end = (x + length * np.cos(angle), y + length * np.sin(angle))
        draw.line([(x, y), end], fill=tuple(colours[number]), width=int(rng.integers(1, 6)))
    return _shaded(rng, np.asarray(picture))


def _shaded(rng: np.random.Generator, picture: np.ndarray) -> np.ndarray:
    """The picture with light that falls off to one side."""
    across, down = np.linspace(-1, 1, SIZE), np.linspace(-1, 1, SIZE)[:, None]
    angle = rng.uniform(0, 2 * np.pi)
    light = 1 + rng.uniform(0, 0.6) * (across * np.cos(angle) + down * np.sin(angle))
    noisy = picture * light[..., None] + rng.normal(0, rng.uniform(0, 10), (SIZE, SIZE, 1))
    shaded: np.ndarray = np.clip(noisy, 0, 255).astype(np.uint8)
    return shaded
