"""Plot: the attention map as a matplotlib heatmap, with each character in a font that has it."""

import functools
from typing import TYPE_CHECKING, Any

from datenorm.attention import glyphs
from datenorm.attention.weights import AttentionWeights

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCHES_PER_CHARACTER = 0.28
_ROWS_OF_A_NAME = 2
_ROWS_OF_A_DATE = 10  # longer maps have the long names of moments' fields
_CODE_POINT_SIZE = 6  # points, so that a code point fits its column


def save(attention_map: AttentionWeights, path: "Path") -> None:
    """Write the heatmap to `path` as a PNG."""
    figure = _new_figure(*attention_map.weights.shape)
    draw(attention_map, figure.subplots())
    figure.savefig(path, dpi=120)


def draw(attention_map: AttentionWeights, ax: "Axes | None" = None) -> "Axes":
    """Draw the heatmap, as `AttentionMap.plot` documents it."""
    if ax is None:
        ax = _new_figure(*attention_map.weights.shape).subplots()
    ax.imshow(attention_map.weights, cmap="magma_r", vmin=0, vmax=1, aspect="auto")
    _name_ticks(ax.xaxis, attention_map.text)
    _name_ticks(ax.yaxis, attention_map.machine)
    ax.yaxis.remove_overlapping_locs = False  # keeps a field's name beside its middle character
    middles = [(part.start + part.stop - 1) / 2 for part in attention_map.fields]
    names = [part.name.replace("_", " ") for part in attention_map.fields]
    # Beside a row or two an upright name would reach into those of its neighbours.
    is_cramped = any(part.stop - part.start < _ROWS_OF_A_NAME for part in attention_map.fields)
    ax.set_yticks(middles, names, minor=True, rotation=0 if is_cramped else 90, va="center")
    ax.tick_params(which="both", length=0)
    ax.tick_params(axis="y", which="minor", pad=18)
    ax.set_xlabel("read")
    ax.set_ylabel("written")
    return ax


def _new_figure(rows: int, columns: int) -> "Figure":
    # Without pyplot a figure needs no display, and is freed with its map.
    from matplotlib.figure import Figure

    width, height = (
        columns * _INCHES_PER_CHARACTER + (1.2 if rows <= _ROWS_OF_A_DATE else 2.2),
        rows * _INCHES_PER_CHARACTER + 0.8,
    )
    return Figure(figsize=(width, height), layout="constrained")


def _name_ticks(axis: Any, text: str) -> None:
    """Label a tick for each character of `text`: with the character if a font has it, or with its code point."""
    from matplotlib.font_manager import FontProperties

    labels = [glyphs.label(character) for character in text]
    paths = [_font_with(label) for label in labels]
    names = [label if path else glyphs.code_point(c) for c, label, path in zip(text, labels, paths, strict=True)]
    axis.set_ticks(range(len(text)), names)
    for name, path, tick in zip(names, paths, axis.get_ticklabels(), strict=True):
        size = tick.get_size() if len(name) <= len("◌̈") else _CODE_POINT_SIZE
        tick.set_fontproperties(FontProperties(fname=path, size=size))


def _font_with(text: str) -> str | None:
    """The path of a font that has every character of `text`: matplotlib's default, another one, or None."""
    from matplotlib.font_manager import FontProperties, findfont

    default: str = findfont(FontProperties())
    return default if _has(default, text) else _other_font_with(text)


@functools.cache
def _other_font_with(text: str) -> str | None:
    from matplotlib.font_manager import fontManager

    # Upright sans-serif fonts of normal weight come first.
    ranked = sorted(
        (font.style != "normal", font.weight != 400, "sans" not in font.name.lower(), font.name, font.fname)
        for font in fontManager.ttflist
        if "lastresort" not in font.name.lower().replace(" ", "")  # this font has only boxes
    )
    return next((path for *_, path in ranked if _has(path, text)), None)


def _has(path: str, text: str) -> bool:
    from matplotlib.font_manager import get_font

    try:
        font = get_font(path)
    except (OSError, RuntimeError):  # the font was removed, or is damaged
        return False
    return all(font.get_char_index(ord(character)) for character in text)
