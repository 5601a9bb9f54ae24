"""Frame map: shows where in the picture each field was read, and how much each frame counted."""

import base64
import dataclasses
import html
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from datenorm.attention.colours import colour_of
from datenorm.frames.task import STAMP
from datenorm.reading.result import Result

Region = tuple[str, tuple[float, float, float, float]]
"""A field, and the part of the picture in which it was read: left, top, right and bottom, in pixels."""

_WIDE = 960  # pixels of the picture that is drawn, at most
_BAR = 160
_COLOURS = {"half": "hour"}


@dataclasses.dataclass(frozen=True)
class FrameMap:
    """Where in the picture each field was read, and how much each frame counted.

    Attributes:
        pictures: The frames.
        result: What they were read as.
        machine: The machine string, empty if there is none.
        regions: Each field that is stated, with left, top, right and bottom of where it was read, in pixels.
        frame_weights: Shape (T,): how much each frame counted. They sum to 1.
    """

    pictures: list[Image.Image] = dataclasses.field(repr=False)
    result: Result
    machine: str
    regions: tuple[Region, ...]
    frame_weights: np.ndarray

    @property
    def values(self) -> dict[str, str]:
        """What each field that is stated says, such as {'year': '2021'}."""
        stated = {name for name, _ in self.regions}
        return {part.name: self.machine[part.start : part.stop] for part in STAMP.fields if part.name in stated}

    def to_dict(self) -> dict[str, Any]:
        """The map as JSON can hold it."""
        return {
            **self.result.to_dict(),
            "fields": self.values,
            "regions": {name: [round(edge, 1) for edge in box] for name, box in self.regions},
            "frame_weights": [round(float(weight), 4) for weight in self.frame_weights],
        }

    def to_text(self) -> str:
        """The map for a terminal: the line that was read, each field with its place, and the weight of each frame."""
        lines = [f"{self.result.value or '(no value)'}  read: {self.result.text or '(nothing)'}"]
        boxes = dict(self.regions)
        for name, value in self.values.items():
            left, top, right, bottom = (round(edge) for edge in boxes[name])
            lines.append(f"{name:>7} {value:<5} at {left}, {top} to {right}, {bottom}")
        if len(self.frame_weights) > 1:
            for number, weight in enumerate(self.frame_weights, start=1):
                lines.append(f"frame {number:>3} {'█' * round(40 * float(weight))} {weight:.0%}")
        return "\n".join(lines)

    def to_image(self) -> Image.Image:
        """The frame that counted most, with a box around each field; below it, the part that was read, enlarged."""
        best = self.pictures[int(np.argmax(self.frame_weights))]
        scale = min(1.0, _WIDE / best.width)
        picture = best.resize((max(1, round(best.width * scale)), max(1, round(best.height * scale))))
        _draw_boxes(picture, [(name, tuple(edge * scale for edge in box)) for name, box in self.regions])
        if not self.regions:
            return picture
        boxes = np.array([box for _, box in self.regions])
        left, top, right, bottom = boxes[:, 0].min(), boxes[:, 1].min(), boxes[:, 2].max(), boxes[:, 3].max()
        near = bottom - top
        corner = (max(0, left - near), max(0, top - near / 2))
        area = (*corner, min(best.width, right + near), min(best.height, bottom + near / 2))
        zoom = picture.width / max(1.0, area[2] - area[0])
        size = (picture.width, max(1, round((area[3] - area[1]) * zoom)))
        enlarged = best.resize(size, Image.Resampling.BICUBIC, box=area)
        offset = np.array([corner[0], corner[1], corner[0], corner[1]])
        moved = [(name, tuple((np.array(box) - offset) * zoom)) for name, box in self.regions]
        _draw_boxes(enlarged, moved, self.values)
        both = Image.new("RGB", (picture.width, picture.height + enlarged.height + 4), "white")
        both.paste(picture, (0, 0))
        both.paste(enlarged, (0, picture.height + 4))
        return both

    def to_html(self) -> str:
        """The map as a page of HTML, which needs no other file."""
        fields = "".join(
            f'<span style="border-bottom: 3px solid {_colour(name)}">{name} <b>{html.escape(value)}</b></span> '
            for name, value in self.values.items()
        )
        frames = ""
        if len(self.pictures) > 1:
            cells = "".join(
                f'<figure><img alt="frame {number}" src="{_data_url(picture, _BAR)}"><figcaption>'
                f'<meter value="{weight:.4f}"></meter> {weight:.0%}</figcaption></figure>'
                for number, (picture, weight) in enumerate(zip(self.pictures, self.frame_weights, strict=True), start=1)
            )
            frames = f'<div class="frames">{cells}</div>'
        value = html.escape(self.result.value or f"no value: {self.result.reason}")
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Frame map</title>\n'
            "<style>:root { color-scheme: light dark } body { font: 15px/1.5 system-ui, sans-serif; margin: 1em }"
            " img { max-width: 100% } .frames { display: flex; flex-wrap: wrap; gap: 1em }"
            " figure { margin: 0 } span { margin-inline-end: 1em }</style>\n"
            f"<body>\n<h1>{value}</h1>\n<p>read: <code>{html.escape(self.result.text)}</code>, confidence "
            f'{self.result.confidence:.2f}</p>\n<p>{fields}</p>\n<img alt="where each field was read" '
            f'src="{_data_url(self.to_image())}">\n{frames}\n</body>\n</html>\n'
        )

    def _repr_html_(self) -> str:
        return f'<iframe srcdoc="{html.escape(self.to_html())}" style="width: 100%; height: 700px; border: 0"></iframe>'

    def save(self, path: str | Path) -> None:
        """Write the map to `path`, in the format of its suffix: .json, .html or .png.

        Raises:
            ValueError: `path` has another suffix.
        """
        path = Path(path)
        if path.suffix == ".json":
            path.write_text(json.dumps(self.to_dict(), ensure_ascii=False) + "\n", encoding="utf-8")
        elif path.suffix == ".html":
            path.write_text(self.to_html(), encoding="utf-8")
        elif path.suffix == ".png":
            self.to_image().save(path)
        else:
            raise ValueError(f"expected a path that ends in .json, .html or .png. Received: {str(path)!r}")


def _colour(name: str) -> str:
    return colour_of(_COLOURS.get(name, name))


def _draw_boxes(picture: Image.Image, regions: list[tuple[str, tuple[Any, ...]]], names: Any = ()) -> None:
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(14)
    for name, (left, top, right, bottom) in regions:
        draw.rectangle((left, top, max(left + 1, right), max(top + 1, bottom)), outline=_colour(name), width=2)
        if name in names:
            draw.text((left + 2, top + 1), name, fill=_colour(name), font=font)


def _data_url(picture: Image.Image, width: int | None = None) -> str:
    if width is not None:
        picture = picture.resize((width, max(1, round(picture.height * width / picture.width))))
    with io.BytesIO() as file:
        picture.save(file, "JPEG", quality=85)
        return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
