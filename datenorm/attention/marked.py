"""Marked text: a text as a page of HTML, in which each moment is marked and shows how it was read."""

import html
import re
from collections.abc import Mapping

from datenorm.attention import glyphs
from datenorm.attention.colours import colour_of

_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --faint: #6b6b6b; --paper: #fff; --mark: #fff2b3; --line: #ddd }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --faint: #a0a0a0; --paper: #16181a; --mark: #4a4320; --line: #383b3e } }
body { margin: 1em auto; max-width: 60em; padding: 0 1em; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.1em; color: var(--faint) }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; margin: 0 }
mark { position: relative; background: var(--mark); color: inherit; border-radius: 3px; padding: 0 .1em; cursor: help }
mark i { font-style: normal; border-bottom: 2px solid var(--field) }
mark:focus { outline: 2px solid var(--faint) }
mark > span { display: none; position: absolute; z-index: 1; inset-block-start: 100%; inset-inline-start: 0;
  background: var(--paper); border: 1px solid var(--line); border-radius: 4px; padding: .3em .6em; width: max-content;
  max-width: 30em; font-size: .9em; line-height: 1.4; box-shadow: 0 2px 8px #0003 }
mark:hover > span, mark:focus > span { display: block }
mark > span b { font: 600 1em ui-monospace, monospace }
mark > span span { display: block; color: var(--faint) }
mark > span i { color: var(--ink) }
"""

_LINES = re.compile(r"[^\n\t]+")

TAIL = "</body>\n</html>\n"
"""The end of a page."""


def head(title: str) -> str:
    """The beginning of a page, which needs no other file."""
    name = plain(title)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{name}</title>\n'
        f"<style>{_STYLE}</style>\n<body>\n"
    )


def section(heading: str) -> str:
    """The beginning of a text; `SECTION_END` ends it. No element has the heading ''."""
    shown = f"<h1>{plain(heading)}</h1>\n" if heading else ""
    return f"{shown}<pre>"


SECTION_END = "</pre>\n"
"""The end of a text."""


def plain(text: str) -> str:
    """A part of a text that is not marked."""
    return html.escape(_shown(text))


def mark(text: str, value: str, note: str, spans: Mapping[str, tuple[tuple[int, int], ...]]) -> str:
    """A moment, marked. Pointing at it, or moving to it with the tab key, shows its value, a note, and its fields.

    Args:
        text: The characters of the moment.
        value: What they were read as.
        note: More to show below the value.
        spans: Field -> the (start, stop) ranges of `text` that state it.
    """
    fields = [(name, "".join(text[start:stop] for start, stop in ranges)) for name, ranges in spans.items()]
    rows = "".join(
        f'<span><i style="--field: {colour_of(name)}">{plain(said)}</i> {html.escape(name)}</span>'
        for name, said in fields
    )
    owner = {index: name for name, ranges in spans.items() for start, stop in ranges for index in range(start, stop)}
    parts: list[tuple[str | None, str]] = []
    for index, character in enumerate(text):
        name = owner.get(index)
        if parts and parts[-1][0] == name:
            parts[-1] = name, parts[-1][1] + character
        else:
            parts.append((name, character))
    shown = "".join(
        f'<i style="--field: {colour_of(name)}">{plain(part)}</i>' if name else plain(part) for name, part in parts
    )
    card = f"<b>{plain(value)}</b><span>{plain(note)}</span>{rows}"
    return f'<mark tabindex="0">{shown}<span>{card}</span></mark>'


def _shown(text: str) -> str:
    """The text, without characters that would change how the rest of the page is shown."""
    return _LINES.sub(lambda line: glyphs.inert(line[0]), text.replace("\r\n", "\n"))
