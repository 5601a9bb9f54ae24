"""HTML: the attention map as one self-contained, interactive page."""

import html
import itertools
import unicodedata
from collections.abc import Iterable, Sequence

from datenorm.attention import glyphs
from datenorm.attention.colours import colour_of
from datenorm.attention.weights import AttentionWeights

_NO_FIELD = "#888888"

_ROW_HEIGHT, _AROUND_ROWS = 27, 190  # pixels: the size of the frame in a notebook

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #6b6b6b; --paper: #fff; --line: #ddd }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --faint: #a0a0a0; --paper: #16181a; --line: #383b3e } }
body { margin: 1em; background: var(--paper); color: var(--ink); font: 15px/1.4 system-ui, sans-serif }
h1 { font-size: 1.3em } h2 { font-size: 1.1em; margin-top: 2em }
figure { margin: 0 0 1.5em; width: fit-content; max-width: 100% }
figcaption, output { color: var(--faint); font-size: .9em; display: block; min-height: 1.4em }
.sentence { font-size: 1.7em; margin: 0 0 .2em; unicode-bidi: plaintext; white-space: pre-wrap }
.sentence span { border-bottom: 3px solid transparent; border-radius: 3px 3px 0 0; transition: background .1s;
  background: color-mix(in srgb, var(--lit, transparent) var(--w, 0%), transparent) }
.sentence span.stated { border-bottom-color: var(--field) }
.map { overflow-x: auto } table { border-collapse: collapse }
th { font-weight: normal; padding: 0 .25em; text-align: center; min-width: 1.1em }
thead th { font-size: 1.05em } tbody th { font: 600 1em ui-monospace, monospace }
tbody th, .legend b { color: color-mix(in srgb, var(--field) 70%, var(--ink)) }
td { width: 1.6em; height: 1.5em; min-width: 1.2em; border: 1px solid var(--line); cursor: default;
  background: color-mix(in srgb, var(--field) var(--w), transparent) }
tbody tr:hover, tbody tr:focus-visible { outline: 2px solid var(--field); outline-offset: -1px }
.legend span { margin-inline-end: 1em }
"""

# Highlights in the sentence what the row at the pointer attends to. The script contains no data.
_SCRIPT = """
for (const figure of document.querySelectorAll('figure')) {
  const clusters = figure.querySelectorAll('.sentence span'), said = figure.querySelector('output');
  const light = (row, cell) => {
    const weights = row ? row.dataset.weights.split(' ') : [];
    clusters.forEach((cluster, i) => {
      cluster.style.setProperty('--w', (weights[i] || 0) + '%');
      cluster.style.setProperty('--lit', row ? row.style.getPropertyValue('--field') : 'transparent');
    });
    said.textContent = cell && cell.title ? cell.title : row ? row.title : said.dataset.rest;
  };
  for (const row of figure.querySelectorAll('tbody tr')) {
    row.addEventListener('mouseover', event => light(row, event.target));
    row.addEventListener('focus', () => light(row));
    for (const end of ['mouseleave', 'blur']) row.addEventListener(end, () => light());
  }
}
"""


def page(attention_maps: Iterable[tuple[str, AttentionWeights]], title: str = "Attention map") -> str:
    """A page of HTML, which needs no other file.

    Args:
        attention_maps: The heading of each map, '' for none, and the map.
        title: The title of the page.
    """
    figures = "\n".join(
        (f"<h2>{html.escape(glyphs.inert(heading))}</h2>\n" if heading else "") + _figure(attention_map)
        for heading, attention_map in attention_maps
    )
    name = html.escape(title)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{name}</title>\n<style>{_STYLE}</style>\n'
        f"<body>\n{figures}\n<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    )


def frame(attention_map: AttentionWeights) -> str:
    """The page in an inline frame, so that a notebook can hold several, and keeps its own style."""
    document = html.escape(page([("", attention_map)]))
    height = _AROUND_ROWS + _ROW_HEIGHT * len(attention_map.machine)
    style = f"width: 100%; height: {height}px; border: 0"
    return f'<iframe srcdoc="{document}" style="{style}" title="Attention map"></iframe>'


def _figure(attention_map: AttentionWeights) -> str:
    text = attention_map.text
    direction = "rtl" if glyphs.runs_right_to_left(text) else "ltr"
    columns = _columns(text) if direction == "rtl" else range(len(text))
    heads = "".join(f"<th>{html.escape(glyphs.label(text[i]))}</th>" for i in columns)
    rows = "\n".join(_row(attention_map, row, columns) for row in range(len(attention_map.machine)))
    rest = "Point at a row, or move to it with the tab key, to see what was read for it."
    return (
        f'<figure>\n<p class="sentence" dir="auto">{_sentence(attention_map)}</p>\n'
        f'<figcaption class="legend">{_legend(attention_map)}</figcaption>\n'
        f'<div class="map"><table dir="{direction}">\n<thead><tr><th></th>{heads}</tr></thead>\n'
        f'<tbody>\n{rows}\n</tbody></table></div>\n<output data-rest="{rest}">{rest}</output>\n</figure>'
    )


def _columns(text: str) -> list[int]:
    """The columns of a right-to-left text from the right, with numbers and left-to-right words reversed."""
    runs = itertools.groupby(range(len(text)), lambda i: unicodedata.bidirectional(text[i]) in {"L", "EN", "AN"})
    return [i for forward, run in runs for i in (reversed(list(run)) if forward else run)]


def _row(attention_map: AttentionWeights, row: int, columns: Sequence[int]) -> str:
    written, weights = attention_map.machine[row], attention_map.weights[row]
    part = attention_map.field_of_row(row)
    of_field = f" ({part.name})" if part else ""
    label = html.escape(written)
    cells = "".join(
        f'<td style="--w: {weights[i]:.0%}" title="for {label}{html.escape(of_field)}: '
        f'{html.escape(glyphs.label(attention_map.text[i]))}, {weights[i]:.1%}"></td>'
        for i in columns
    )
    by_cluster = (
        sum(float(weight) for weight in weights[start:stop]) for start, stop in glyphs.clusters(attention_map.text)
    )
    lit = " ".join(f"{100 * min(1.0, weight):.0f}" for weight in by_cluster)
    colour = colour_of(part.name) if part else _NO_FIELD
    return (
        f'<tr tabindex="0" style="--field: {colour}" title="for {label}{html.escape(of_field)}" '
        f'data-weights="{lit}"><th>{label}</th>{cells}</tr>'
    )


def _sentence(attention_map: AttentionWeights) -> str:
    """The text, with an element for each letter and its marks, underlined in the colour of its field."""
    shown = glyphs.inert(attention_map.text)
    elements = []
    for start, stop in glyphs.clusters(attention_map.text):
        field = attention_map.field_of_column(start)
        attributes = f' class="stated" style="--field: {colour_of(field)}"' if field else ""
        elements.append(f"<span{attributes}>{html.escape(shown[start:stop])}</span>")
    return "".join(elements)


def _legend(attention_map: AttentionWeights) -> str:
    values = (
        f'<span style="--field: {colour_of(part.name)}"><b>■</b> {html.escape(part.name)} '
        f"{html.escape(attention_map.machine[part.start : part.stop])}</span>"
        for part in attention_map.fields
    )
    return "".join(values)
