"""Terminal: the attention map as shades under the text, in the colours of the fields."""

from datenorm.attention import glyphs
from datenorm.attention.colours import colour_of
from datenorm.attention.weights import AttentionWeights

_SHADES = " ·░▒▓█"
# Bidi controls that keep the letters of an Arabic text above their columns.
_LEFT_TO_RIGHT, _AS_BEFORE = "\u202d", "\u202c"


def draw(attention_map: AttentionWeights, *, in_colour: bool) -> str:
    """The text, and below it a row for each written character, with a shade under each letter.

    Args:
        attention_map: The map.
        in_colour: Whether to colour letters and rows by their field.
    """
    text = glyphs.inert(attention_map.text)
    clusters = glyphs.clusters(text)
    widths = [max(1, sum(map(glyphs.cells, text[start:stop]))) for start, stop in clusters]
    letters = "".join(
        _coloured(text[start:stop], attention_map.field_of_column(start) if in_colour else None)
        for start, stop in clusters
    )
    if glyphs.runs_right_to_left(text):
        letters = _LEFT_TO_RIGHT + letters + _AS_BEFORE
    lines = [f"   {letters}"]
    for row, (written, weights) in enumerate(zip(attention_map.machine, attention_map.weights, strict=True)):
        shades = "".join(
            _SHADES[round(min(1.0, float(weights[start:stop].sum())) * (len(_SHADES) - 1))] * width
            for (start, stop), width in zip(clusters, widths, strict=True)
        )
        part = attention_map.field_of_row(row) if in_colour else None
        lines.append(_coloured(f"{written}  {shades.rstrip()}", part.name if part else None))
    return "\n".join(lines)


def _coloured(text: str, field: str | None) -> str:
    if field is None:
        return text
    red, green, blue = bytes.fromhex(colour_of(field)[1:])
    return f"\x1b[38;2;{red};{green};{blue}m{text}\x1b[0m"
