"""AttentionMap: which characters the network looked at for each one that it wrote."""

import dataclasses
import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from datenorm.tasks import Field

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INCHES_PER_CHARACTER = 0.28


@dataclasses.dataclass(frozen=True, eq=False)
class AttentionMap:
    """The attention weights of one string.

    Attributes:
        text: The canonical text, as the network read it.
        machine: The machine string that was decoded from it.
        weights: Shape (Ty, len(text)), float32: row i is how much of the attention for `machine[i]` fell on each
            character of `text`. Each row sums to 1.
    """

    text: str
    machine: str
    weights: np.ndarray
    fields: tuple[Field, ...] = ()
    spans: Mapping[str, tuple[tuple[int, int], ...]] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.weights.shape != (len(self.machine), len(self.text)):
            raise ValueError(
                f"expected weights of shape {(len(self.machine), len(self.text))}. Received: {self.weights.shape}"
            )

    def to_json(self) -> str:
        """The map as a JSON object with text, machine and weights, rounded to six decimals."""
        rows = [[round(float(weight), 6) for weight in row] for row in self.weights]
        return json.dumps({"text": self.text, "machine": self.machine, "weights": rows})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The map that `to_json` wrote."""
        fields = json.loads(text)
        return cls(fields["text"], fields["machine"], np.array(fields["weights"], np.float32))

    def plot(self, ax: "Axes | None" = None) -> "Axes":
        """Draw a heatmap: the machine string's characters as rows, the text's as columns.

        Args:
            ax: Where to draw; a new figure of fitting size if None. Needs matplotlib (`datenorm[plot]`).

        Returns:
            The axes drawn on.
        """
        if ax is None:
            ax = self._new_figure().subplots()
        ax.imshow(self.weights, cmap="magma_r", vmin=0, vmax=1, aspect="auto")
        ax.set_xticks(range(len(self.text)), [_visible(character) for character in self.text])
        ax.set_yticks(range(len(self.machine)), list(self.machine))
        ax.tick_params(length=0)
        ax.set_xlabel("read")
        ax.set_ylabel("written")
        return ax

    def save(self, path: str | Path) -> None:
        """Write the map to `path`, as its suffix says: .json or .png.

        Raises:
            ValueError: The suffix is another one.
        """
        path = Path(path)
        if path.suffix == ".json":
            path.write_text(self.to_json() + "\n", encoding="utf-8")
        elif path.suffix == ".png":
            figure = self._new_figure()
            self.plot(figure.subplots())
            figure.savefig(path, dpi=120)
        else:
            raise ValueError(f"expected a path that ends in .json or .png. Received: {str(path)!r}")

    def _new_figure(self) -> "Figure":
        # Outside pyplot a figure is freed with its map and needs no display.
        from matplotlib.figure import Figure

        width, height = np.array(self.weights.shape[::-1]) * _INCHES_PER_CHARACTER + (1.0, 0.8)
        return Figure(figsize=(float(width), float(height)), layout="constrained")


def _visible(character: str) -> str:
    if character == " ":
        return "␣"
    return "\ufffd" if unicodedata.category(character) == "Cs" else character  # no font draws a lone surrogate
