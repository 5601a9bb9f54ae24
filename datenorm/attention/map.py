"""AttentionMap: which characters the network looked at for each one that it wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

from datenorm.attention.weights import AttentionWeights

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class AttentionMap(AttentionWeights):
    """The attention weights of one string, to look at.

    A notebook shows it as its HTML. `AttentionWeights` says what its text, machine, weights, fields and spans are.
    """

    def to_html(self) -> str:
        """The map as a page of HTML that needs nothing else, to look at and to point into."""
        # Here and below: whoever only normalises does not wait for what draws.
        from datenorm.attention.html import page

        return page([("", self)])

    def _repr_html_(self) -> str:
        from datenorm.attention.html import frame

        return frame(self)

    def plot(self, ax: "Axes | None" = None) -> "Axes":
        """Draw a heatmap: the machine string's characters as rows, the text's as columns, first at the left.

        Each character is drawn in a font of this machine that has it, alone: Arabic letters are not joined, and a
        combining mark stands on a dotted circle. One that no font has is given as its code point, such as 0E21.

        Args:
            ax: Where to draw; a new figure of fitting size if None. Needs matplotlib (`datenorm[plot]`).

        Returns:
            The axes drawn on.
        """
        from datenorm.attention.plot import draw

        return draw(self, ax)

    def save(self, path: str | Path) -> None:
        """Write the map to `path`, as its suffix says: .json, .html or .png.

        Raises:
            ValueError: The suffix is another one.
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
