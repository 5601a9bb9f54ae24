"""Attention map: shows which characters of the text the network attended to for each character that it wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

from datenorm.attention.weights import AttentionWeights

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class AttentionMap(AttentionWeights):
    """The attention weights of one string, shown as a page, a heatmap or JSON. A notebook shows the page.

    `AttentionWeights` documents the attributes: text, machine, weights, fields and spans.
    """

    def to_html(self) -> str:
        """The map as an interactive page of HTML, which needs no other file."""
        # Imported here and below, so that normalising does not load what draws.
        from datenorm.attention.html import page

        return page([("", self)])

    def _repr_html_(self) -> str:
        from datenorm.attention.html import frame

        return frame(self)

    def plot(self, ax: "Axes | None" = None) -> "Axes":
        """Draw a heatmap: a row for each character of the machine string, a column for each character of the text.

        The columns run from left to right in every script. Each label is a single character, in an installed font that
        has it: Arabic letters are not joined, and a combining mark is on a dotted circle. If no font has the character,
        the label is its code point, such as 0E21.

        Args:
            ax: The axes to draw on; a new figure of fitting size if None. Needs matplotlib (`datenorm[plot]`).

        Returns:
            The axes.
        """
        from datenorm.attention.plot import draw

        return draw(self, ax)

    def save(self, path: str | Path) -> None:
        """Write the map to `path`, in the format of its suffix: .json, .html or .png.

        Raises:
            ValueError: `path` has another suffix.
        """
        path = Path(path)
        if path.suffix == ".json":
            path.write_text(self.to_json() + "\n", encoding="utf-8")
        elif path.suffix == ".html":
            path.write_text(self.to_html(), encoding="utf-8")
        elif path.suffix == ".png":
            from datenorm.attention.plot import save

            save(self, path)
        else:
            raise ValueError(f"expected a path that ends in .json, .html or .png. Received: {str(path)!r}")
