"""FrameReader: from pictures of one moment to the moment that is burned into them."""

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.core.tasks import DATE
from datenorm.core.vocab import Vocab
from datenorm.frames.geometry import COLUMN, READER_CAP, READER_HEIGHT
from datenorm.frames.grammar import Structure, alike, blanked, structures
from datenorm.frames.images import NotPictureError, as_pictures
from datenorm.frames.locate import Box, Origin, boxes, crop, shrunk
from datenorm.frames.map import FrameMap, Region
from datenorm.frames.pixels import centred, standardized
from datenorm.frames.preset import LOCATOR, READER, load_frames_preset
from datenorm.frames.task import ALPHABET, CHARACTERS, NOTHING, STAMP, to_value
from datenorm.frames.transcript import Seen, transcripts
from datenorm.reading.decoder import Decoder
from datenorm.reading.result import Result, Said

_DATE = slice(STAMP.fields[0].start, STAMP.fields[2].stop)
_CLOCK = slice(STAMP.fields[3].start, STAMP.Ty)
_WHOLE = 8.0  # times as many stamps have a date and a time as one of them alone
_RARE = 0.02  # the share below which a reading of a date in numbers is not told
_OUTPUTS = ["characters", "frame_weights"]
_VOCAB = Vocab({character: i for i, character in enumerate(ALPHABET)})


@dataclasses.dataclass(frozen=True)
class Line:
    """What one line was read as.

    Attributes:
        box: Where the line is.
        origin: Where the crop lies in the picture: left edge, top edge, and pixels of the picture in one of the crop.
        seen: The characters.
        readings: What the line states, in each of the ways to take it apart, with the share of the way: the most
            frequent first. Empty if it states nothing.
        confidence: The probability of the characters that state the first reading, in [0, 1]. Where that takes another
            way to place them than the most probable one, it is as many times less as that way is less probable.
        places: Field -> the places in `seen` of the characters that state it.
        frame_weights: How much each frame counted where there are characters, shape (T,); they sum to 1.
    """

    box: Box
    origin: Origin
    seen: list[Seen]
    readings: tuple[tuple[str, float], ...]
    confidence: float
    places: dict[str, tuple[int, ...]]
    frame_weights: np.ndarray

    @property
    def text(self) -> str:
        """The characters, with blanks."""
        return blanked([each.character for each in self.seen], [each.column for each in self.seen])

    @property
    def machine(self) -> str:
        """What the line states, in its most frequent reading."""
        return self.readings[0][0] if self.readings else NOTHING


class FrameReader:
    """Reads the moment that a camera burned into its pictures.

    >>> reader = datenorm.FrameReader("runs/frames-1")
    >>> reader.read("IMG_0001.JPG").value
    '2021-08-09T15:41:12'

    Args:
        preset: A folder that `datenorm train --task frames` wrote. Without one, the preset that ships.
        min_confidence: The confidence below which answers are dropped, 0 to 1; the preset's by default.

    Raises:
        FileNotFoundError: There is no such preset.
        ValueError: The preset is damaged, or `min_confidence` is not in [0, 1].
    """

    def __init__(self, preset: str | Path | None = None, min_confidence: float | None = None) -> None:
        self._preset = load_frames_preset(preset)
        if min_confidence is not None and not 0 <= min_confidence <= 1:
            raise ValueError(f"expected a min_confidence from 0 to 1. Received: {min_confidence}")
        self.min_confidence = self._preset.min_confidence if min_confidence is None else min_confidence
        self._locator, self._reader = self._preset.open(LOCATOR), self._preset.open(READER)
        self._decoder = Decoder(STAMP, _VOCAB)

    def read(self, images: Any, order: str | None = None) -> Result:
        """The moment of one picture, or of several that belong together, such as a burst.

        The value of several has no seconds, since these differ from frame to frame.

        Args:
            images: An array, shape (H, W), (H, W, 3) or (T, H, W, 3), uint8; a path; or a sequence of paths or arrays
                of one picture each. All have one size.
            order: How to read a date in numbers: `DMY`, `MDY` or `YMD`. Without it, one that reads in two ways is
                marked ambiguous.

        Returns:
            A Result. Its `text` is the line that was read. Without a stamp it has no value, and the reason `no stamp in
            it`.

        Raises:
            TypeError: `images` is something else.
            ValueError: The order is unknown, or the pictures differ in size.
            NotPictureError: A file is no picture; it is a ValueError.
        """
        return self._answer(as_pictures(images), order)[0]

    def read_each(self, images: Iterable[Any], order: str | None = None) -> Iterator[Result]:
        """The moment of each of many pictures. A file that is no picture loses no other.

        Args:
            images: Paths or arrays of one picture each.
            order: As in `read`.

        Yields:
            A Result for each, in order. That of what is no picture has the reason `not a picture`.
        """
        for image in images:
            try:
                yield self.read(image, order)
            except (NotPictureError, OSError):
                yield Result("", None, reason=Reason.NOT_PICTURE)

    def explain(self, images: Any, order: str | None = None) -> FrameMap:
        """Where the moment was read, and how much each frame counted. Arguments and errors are those of `read`."""
        pictures = as_pictures(images)
        result, lines, machine = self._answer(pictures, order)
        if not lines:
            return FrameMap(pictures, result, "", (), np.full(len(pictures), 1 / len(pictures)))
        regions = tuple(region for line in lines for region in _regions(line))
        return FrameMap(pictures, result, machine, regions, np.mean([line.frame_weights for line in lines], axis=0))

    def lines(self, images: Any, order: str | None = None) -> list[Line]:
        """Every line that may be a moment, the most likely first, whether it is one or not."""
        return self._lines(as_pictures(images), order)

    def _answer(self, pictures: list[Image.Image], order: str | None) -> tuple[Result, list[Line], str]:
        if order is not None and order.upper() not in DATE.orders:
            raise ValueError(f"expected one of the orders {', '.join(DATE.orders)}. Received: {order!r}")
        order = order and order.upper()
        lines = self._lines(pictures, order)
        stated = _chosen([line for line in lines if line.readings])
        if not stated:
            return Result(lines[0].text if lines else "", None, order=order, reason=Reason.NO_STAMP), [], ""
        confidence = float(np.prod([line.confidence for line in stated]))
        text = " ".join(line.text for line in stated)
        if confidence < self.min_confidence:
            return Result(text, None, confidence, order=order, reason=Reason.LOW_CONFIDENCE), [], ""
        seconds = len(pictures) == 1
        joined = [(_joined(machines), share) for machines, share in _together(stated)]
        values = [(str(to_value(machine, seconds=seconds)), share) for machine, share in joined if share >= _RARE]
        ambiguous = len({value for value, _ in values}) > 1
        alternatives = tuple(values) if ambiguous else ()
        said = tuple(Said(_moment(machine, seconds=seconds), None, share) for machine, share in joined)
        result = Result(text, values[0][0], confidence, ambiguous, alternatives, order, _ways=said)
        return result, stated, joined[0][0]

    def _lines(self, pictures: list[Image.Image], order: str | None) -> list[Line]:
        small = (centred(np.asarray(shrunk(picture))) for picture in pictures)
        cells = np.concatenate([self._locator.run(["cells"], {"picture": each[None]})[0] for each in small])
        # A cell is that of the frame in which it is clearest.
        clearest = np.broadcast_to(cells[..., :1].argmax(axis=0, keepdims=True), (1, *cells.shape[1:]))
        cells = np.take_along_axis(cells, clearest, axis=0)[0]
        return [self._line(pictures, box, order) for box in boxes(cells, pictures[0].size)]

    def _line(self, pictures: list[Image.Image], box: Box, order: str | None) -> Line:
        crops = [crop(picture, box) for picture in pictures]
        return self.read_crop(np.stack([np.asarray(part) for part, _ in crops]), box, crops[0][1], order)

    def read_crop(
        self, frames: np.ndarray, box: Box | None = None, origin: Origin = (0.0, 0.0, 1.0), order: str | None = None
    ) -> Line:
        """A line of which nothing but itself is in the picture.

        Args:
            frames: Shape (T, READER_HEIGHT, width, 3), uint8. The width is a multiple of `COLUMN`.
            box: Where the line is in a whole picture.
            origin: Where the crop lies in it, as in `Line`.
            order: As in `read`.
        """
        box = box or Box(0.0, frames.shape[2], READER_HEIGHT / 2, READER_CAP, 1.0)
        characters, weights = self._reader.run(_OUTPUTS, {"frames": standardized(frames)})
        paths = transcripts(characters[0])
        stated = [(path, share, found) for path, share in paths if (found := self._found(path, order))]
        seen, share, found = max(stated, key=_weight, default=(paths[0][0], 0.0, []))
        inked = 1 - characters[0, :, 0]  # (columns,)
        total = sum(way.share for _, _, way in found)
        return Line(
            box=box,
            origin=origin,
            seen=seen,
            readings=tuple((machine, way.share / total) for machine, _, way in found),
            confidence=found[0][1] * share / paths[0][1] if found else 0.0,
            places=found[0][2].places if found else {},
            frame_weights=weights @ (inked / max(inked.sum(), 1e-9)),
        )

    def _found(self, seen: list[Seen], order: str | None) -> list[tuple[str, float, Structure]]:
        """What characters state, in each of the ways to take them apart: the machine string and its probability."""
        ways = structures([each.character for each in seen], [each.column for each in seen], order)
        found = ((*self._most_probable(way, seen), way) for way in ways)
        return [each for each in found if each[0] != NOTHING]

    def _most_probable(self, way: Structure, seen: list[Seen]) -> tuple[str, float]:
        """The most probable valid machine string of a structure, and its probability."""
        probabilities = np.zeros((1, STAMP.Ty, len(ALPHABET)), np.float32)
        for position, slot in enumerate(way.slots):
            if isinstance(slot, str):
                probabilities[0, position, _VOCAB[slot]] = 1
            else:
                probabilities[0, position, _DIGIT_IDS] = _digits(seen[slot].probabilities)
        (machine,), (probability,) = self._decoder(probabilities)
        # The letters of a month's name and of a half of the day count, too.
        others = {place for places in way.places.values() for place in places} - set(way.slots)
        return machine, float(probability * np.prod([seen[place].probabilities.max() for place in others]))


def _weight(way: tuple[list[Seen], float, list[tuple[str, float, Structure]]]) -> float:
    """How probable a way to place characters is that states something: nearly all stamps have a date and a time."""
    _, share, found = way
    machine = found[0][0]
    is_whole = machine[_DATE] != NOTHING[_DATE] and machine[_CLOCK] != NOTHING[_CLOCK]
    return share * (_WHOLE if is_whole else 1.0)


_DIGIT_IDS = [_VOCAB[digit] for digit in "0123456789"]
_LOOK_ALIKE = [[CHARACTERS.index(c) for c in (digit, *alike(digit))] for digit in "0123456789"]


def _digits(probabilities: np.ndarray) -> list[float]:
    """The probability of each digit, with those of the letters that look like it."""
    return [float(probabilities[ids].sum()) for ids in _LOOK_ALIKE]


def _chosen(lines: list[Line]) -> list[Line]:
    """The line that states most, by its confidence; or one with a date and one with a clock."""
    whole = [line for line in lines if _has(line, _DATE) and _has(line, _CLOCK)]
    if whole:
        return [max(whole, key=lambda line: line.confidence)]
    parts = [
        max(found, key=lambda line: line.confidence)
        for found in ([line for line in lines if _has(line, part)] for part in (_DATE, _CLOCK))
        if found
    ]
    return sorted(parts, key=lambda line: -line.confidence)


def _has(line: Line, part: slice) -> bool:
    return line.machine[part] != NOTHING[part]


def _joined(machines: list[str]) -> str:
    """One machine string of those that state different parts."""
    joined = NOTHING
    for machine in machines:
        joined = "".join(old if new == UNSPECIFIED else new for new, old in zip(machine, joined, strict=True))
    return joined


def _moment(machine: str, *, seconds: bool) -> str:
    """The machine string of the task `moment` that says the same."""
    parts = {field.name: machine[field.start : field.stop] for field in STAMP.fields}
    if not seconds:
        parts["second"] = UNSPECIFIED * 2
    return Moment(**parts).to_machine()


def _together(lines: list[Line]) -> list[tuple[list[str], float]]:
    """The readings of lines that state different parts: each of one line with each of the other."""
    together: list[tuple[list[str], float]] = [([], 1.0)]
    for line in lines:
        together = [([*machines, machine], s * share) for machines, s in together for machine, share in line.readings]
    return together


def _regions(line: Line) -> Iterator[Region]:
    """The part of the picture in which each field was read."""
    left, top, scale = line.origin
    columns = [each.column for each in line.seen]
    half = 0.5 * float(np.median(np.diff(columns))) if len(columns) > 1 else 1.0
    for name, places in line.places.items():
        first, last = columns[places[0]] + 0.5 - half, columns[places[-1]] + 0.5 + half
        bottom = top + READER_HEIGHT * line.box.cap / READER_CAP
        yield name, (left + first * COLUMN * scale, top, left + last * COLUMN * scale, bottom)
