"""Film: the stamps of a film's frames, and how their clock runs beside the film's."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from datenorm.frames.images import film_frames
from datenorm.frames.reader import FrameReader
from datenorm.reading.result import Result

_SECONDS = {"s": 1.0, "m": 60.0, "h": 3600.0}


@dataclasses.dataclass(frozen=True)
class FilmFrame:
    """One frame of a film.

    Attributes:
        seconds: When it is shown, from the start of the film.
        result: What its stamp says.
    """

    seconds: float
    result: Result


@dataclasses.dataclass(frozen=True)
class Pace:
    """How the clock of the stamps runs.

    Attributes:
        start: What it shows at the start of the film.
        rate: How many seconds of it pass in a second of the film: 60 in a time lapse of a frame a minute that shows one
            a second.
        agreeing: The share of the frames with a value whose stamp agrees with `start` and `rate`, in [0, 1].
    """

    start: dt.datetime
    rate: float
    agreeing: float


def read_film(
    reader: FrameReader, path: str | Path, every: float = 1.0, order: str | None = None
) -> Iterator[FilmFrame]:
    """The stamp of a frame every few seconds. Needs PyAV (`datenorm[frames]`).

    Args:
        reader: Reads each frame.
        path: The film.
        every: Seconds between two frames.
        order: As in `FrameReader.read`.

    Raises:
        NotPictureError: The file is no film, or is damaged.
    """
    for seconds, picture in film_frames(path, every):
        yield FilmFrame(seconds, reader.read(picture, order))


def pace(frames: Sequence[FilmFrame]) -> Pace | None:
    """How the clock runs, or None if fewer than two frames state a day and a time.

    The rate is the median of those between any two frames, so that some misread stamps do not change it.
    """
    stated = [(frame.seconds, frame.result.start) for frame in frames if _states_both(frame.result)]
    known = [(seconds, start) for seconds, start in stated if start is not None]
    if len(known) < 2:
        return None
    first = known[0][1]
    shown = np.array([seconds for seconds, _ in known])
    clock = np.array([(start - first).total_seconds() for _, start in known])
    later = shown[:, None] < shown
    if not later.any():
        return None
    differences = (clock - clock[:, None])[later] / (shown - shown[:, None])[later]
    rate = float(np.median(differences))
    offset = float(np.median(clock - rate * shown))
    off = np.abs(clock - rate * shown - offset)
    return Pace(first + dt.timedelta(seconds=round(offset)), rate, float(np.mean(off <= max(1.5, 2 * abs(rate)))))


def _states_both(result: Result) -> bool:
    return result.value is not None and "T" in result.value


def seconds_of(text: str) -> float:
    """A duration such as `1s`, `0.5s`, `2m` or `1h`, in seconds.

    Raises:
        ValueError: It is no duration above 0.
    """
    number, unit = (text[:-1], text[-1]) if text[-1:] in _SECONDS else (text, "s")
    try:
        seconds = float(number) * _SECONDS[unit]
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise ValueError(f"expected a duration such as 1s, 0.5s or 2m. Received: {text!r}")
    return seconds
