"""Stamps: what cameras write into their pictures, and which characters state which field."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence

import numpy as np

from datenorm.core.forms import UNSPECIFIED
from datenorm.frames.task import AM, AS_WRITTEN, NOTHING, PM

Piece = tuple[str, str | None]
"""Some characters and the field that they state, or None."""

_X2, _X4 = UNSPECIFIED * 2, UNSPECIFIED * 4
_FIRST, _LAST = dt.datetime(1975, 1, 1), dt.datetime(2039, 1, 1)

MOON = "○"
"""A sign that each picture draws in its own way: a moon, a battery, a dot."""

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FOREIGN_MONTHS = (
    "JAN FEV MAR AVR MAI JUN JUL AOU SEP OCT NOV DEC".split(),
    "JAN FEB MRZ APR MAI JUN JUL AUG SEP OKT NOV DEZ".split(),
    "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC".split(),
)


@dataclasses.dataclass(frozen=True)
class Stamp:
    """One line of a picture.

    Attributes:
        pieces: Its characters in order, with the field that each states.
        machine: The machine string of all that it states.
        start: Where the moment begins, in characters.
        stop: Where it ends. Before and behind it is what else the camera writes.
    """

    pieces: tuple[Piece, ...]
    machine: str
    start: int = 0
    stop: int = 0

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(text for text, _ in self.pieces)

    @property
    def fields(self) -> list[str | None]:
        """The field of each character, or None."""
        return [field for text, field in self.pieces for _ in text]


def _pick(rng: np.random.Generator, weights: dict[str, float]) -> str:
    names = list(weights)
    shares = np.array([weights[name] for name in names])
    return names[rng.choice(len(names), p=shares / shares.sum())]


# How often each order is written, and each separator in it. Camera traps and CCTV often write the year first.
ORDERS = {"YMD": 0.40, "MDY": 0.30, "DMY": 0.30}
SEPARATORS = {
    "YMD": {"-": 0.46, "/": 0.36, ".": 0.12, " ": 0.06},
    "MDY": {"-": 0.36, "/": 0.50, ".": 0.05, " ": 0.09},
    "DMY": {"-": 0.26, "/": 0.36, ".": 0.30, " ": 0.08},
}
SHORT_YEARS = {"YMD": 0.12, "MDY": 0.3, "DMY": 0.3}
"""How often the year of each order has two digits."""

_BETWEEN = {" ": 0.55, "  ": 0.25, "   ": 0.08, "_": 0.01, "T": 0.02, "-": 0.01, ", ": 0.03, " - ": 0.02, "    ": 0.03}


def date_pieces(rng: np.random.Generator, moment: dt.datetime) -> tuple[list[Piece], str]:
    """A date as a camera writes it, and the first eight characters of its machine string."""
    kind = _pick(rng, {"numbers": 0.83, "name": 0.12, "compact": 0.02, "no year": 0.03})
    order = _pick(rng, ORDERS)
    separator = _pick(rng, SEPARATORS[order])
    padded = rng.random() < 0.85
    short = rng.random() < SHORT_YEARS[order] and 1970 <= moment.year <= 2068
    year = f"{moment.year % 100:02d}" if short else f"{moment.year}"
    if kind == "name" and order == "YMD":
        short, year = False, f"{moment.year}"  # "12 MAR 20" is of 2020
    apostrophe = "'" if short and rng.random() < 0.25 else ""
    machine = f"{moment:%Y%m%d}"
    # Without a name, a separator that tells a date from a time is needed.
    day, month = (f"{number:02d}" if padded else f"{number}" for number in (moment.day, moment.month))
    if kind == "compact":
        return [(f"{moment:%Y}", "year"), (f"{moment:%m}", "month"), (f"{moment:%d}", "day")], machine
    if kind == "name":
        month = _month_name(rng, moment.month)
        separator = _pick(rng, {" ": 0.5, "-": 0.3, ".": 0.06, "/": 0.1, "": 0.04})
        if separator == "":
            day, year, apostrophe, order = f"{moment.day:02d}", f"{moment.year}", "", "DMY"
        comma = ", " if order == "MDY" and separator == " " and rng.random() < 0.5 else separator
    else:
        comma = separator
    parts: dict[str, list[Piece]] = {
        "Y": [*([(apostrophe, None)] if apostrophe else []), (year, "year")],
        "M": [(month, "month")],
        "D": [(day, "day")],
    }
    if kind == "no year":
        order = order.replace("Y", "")
        machine = _X4 + machine[4:]
        separator = comma = "-" if separator in " ." else separator
    pieces: list[Piece] = []
    for i, letter in enumerate(order):
        if i:
            pieces.append((comma if i == 2 else separator, None))
        pieces += parts[letter]
    return [piece for piece in pieces if piece[0]], machine


def _month_name(rng: np.random.Generator, month: int) -> str:
    if rng.random() < 0.15:
        return FOREIGN_MONTHS[rng.integers(len(FOREIGN_MONTHS))][month - 1]
    name = MONTHS[month - 1]
    name = name if rng.random() < 0.15 else name[:3]
    return name.upper() if rng.random() < 0.6 else name


def clock_pieces(rng: np.random.Generator, moment: dt.datetime) -> tuple[list[Piece], str]:
    """A time of day as a camera writes it, and the last seven characters of its machine string."""
    halves = rng.random() < 0.33
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    written = f"{hour:02d}" if rng.random() < (0.55 if halves else 0.88) else f"{hour}"
    colon = _pick(rng, {":": 0.93, ".": 0.04, "h": 0.01, " : ": 0.02})
    pieces: list[Piece] = [(written, "hour"), (colon, None), (f"{moment:%M}", "minute")]
    second = _X2
    if rng.random() < 0.55 and colon != "h":
        second = f"{moment:%S}"
        pieces += [(colon, None), (second, "second")]
        if rng.random() < 0.05:
            pieces.append((f".{rng.integers(1000):03d}", None))
    half = AS_WRITTEN
    if halves:
        half = AM if moment.hour < 12 else PM
        word = _pick(rng, {"M": 0.75, "m": 0.12, ".": 0.03, "": 0.10})
        letter = half.upper() if word in ("M", "") else half
        text = {"M": f"{letter}M", "m": f"{letter}m", ".": f"{letter}.m.", "": letter}[word]
        blank: list[Piece] = [(" ", None)] if rng.random() < 0.7 else []
        ahead = word in ("M", "m") and rng.random() < 0.08  # as camcorders do
        pieces = [(text, "half"), *blank, *pieces] if ahead else [*pieces, *blank, (text, "half")]
    return pieces, f"{hour:02d}{half}{moment:%M}{second}"


def _film(rng: np.random.Generator, moment: dt.datetime) -> tuple[list[Piece], str]:
    """What the back of a film camera writes: numbers and blanks, in one of its modes."""

    def blank() -> Piece:
        return (" " * int(rng.integers(1, 3)), None)

    year = [("'", None), (f"{moment:%y}", "year")] if rng.random() < 0.7 else [(f"{moment:%y}", "year")]
    if rng.random() < 0.15:
        year = [(f"{moment:%Y}", "year")]
    month: Piece = (f"{moment.month}", "month")
    day: Piece = (f"{moment.day}" if rng.random() < 0.75 else f"{moment:%d}", "day")
    clock: list[Piece] = [
        (f"{moment.hour}" if rng.random() < 0.6 else f"{moment:%H}", "hour"),
        (":", None),
        (f"{moment:%M}", "minute"),
    ]
    mode = _pick(rng, {"day": 0.5, "YMD": 0.14, "MDY": 0.13, "DMY": 0.13, "all": 0.1})
    clock_machine = f"{moment:%H}{AS_WRITTEN}{moment:%M}{_X2}"
    if mode == "day":
        return [day, blank(), *clock], f"{_X4}{_X2}{moment:%d}{clock_machine}"
    order = mode if mode != "all" else _pick(rng, ORDERS)
    parts = {"Y": year, "M": [month], "D": [day]}
    pieces: list[Piece] = []
    for i, letter in enumerate(order):
        pieces += [*([blank()] if i else []), *parts[letter]]
    if mode == "all":
        return [*pieces, blank(), *clock], f"{moment:%Y%m%d}{clock_machine}"
    return pieces, f"{moment:%Y%m%d}{UNSPECIFIED * 7}"


def write_moment(rng: np.random.Generator, *, segments: bool = False, moment: dt.datetime | None = None) -> Stamp:
    """A moment as a camera writes it, with nothing else beside it.

    Args:
        rng: Decides the moment and its form.
        segments: Whether seven segments write it, which have only digits and a few signs.
        moment: The moment; a random one if None.
    """
    if moment is None:
        moment = _FIRST + (_LAST - _FIRST) * rng.beta(3, 1.6)
    if segments and rng.random() < 0.85:
        pieces, machine = _film(rng, moment)
        return _stamp(pieces, machine)
    while True:
        kind = _pick(rng, {"both": 0.78, "swapped": 0.07, "date": 0.09, "clock": 0.06})
        date, date_machine = date_pieces(rng, moment)
        clock, clock_machine = clock_pieces(rng, moment)
        between: Piece = (_pick(rng, _BETWEEN), None)
        is_compact = all(text.isdigit() for text, _ in date) and len(date) == 3
        if kind == "both" and is_compact and rng.random() < 0.5:  # as in the names of files
            clock = [(f"{moment:%H}", "hour"), (f"{moment:%M}", "minute"), (f"{moment:%S}", "second")]
            clock_machine = f"{moment:%H}{AS_WRITTEN}{moment:%M%S}"
            between = ("_" if rng.random() < 0.7 else " ", None)
        if kind == "date":
            pieces, machine = date, date_machine + UNSPECIFIED * 7
        elif kind == "clock":
            pieces, machine = clock, UNSPECIFIED * 8 + clock_machine
        else:
            first, last = (clock, date) if kind == "swapped" else (date, clock)
            if kind == "swapped" and not between[0].isspace():
                between = (" ", None)
            if rng.random() < 0.08:
                weekday = WEEKDAYS[moment.weekday()][: 3 if rng.random() < 0.8 else None]
                weekday = weekday.upper() if rng.random() < 0.6 else weekday
                between = (f" {weekday} " if rng.random() < 0.6 else f" ({weekday}) ", None)
            pieces, machine = [*first, between, *last], date_machine + clock_machine
        # "5 3 98" or "06-01" without a time beside it could be anything, but on film.
        if kind == "date" and (date_machine.startswith(_X4) or all(text == " " or text.isdigit() for text, _ in date)):
            continue
        return _stamp(pieces, machine)


def _stamp(pieces: Sequence[Piece], machine: str) -> Stamp:
    length = sum(len(text) for text, _ in pieces)
    return Stamp(tuple(pieces), machine, 0, length)


# What else a camera writes. None of it is a date or a time.

_MAKES = (
    *(
        "CAMERA",
        "HUNT CAM",
        "WILD EYE",
        "TRAIL PRO",
        "SCOUT",
        "CAM",
        "NVR",
        "DVR",
        "CH",
        "Channel",
        "IPC",
        "DASHCAM",
        "GARAGE",
    ),
    *(
        "FRONT DOOR",
        "ENTRANCE",
        "PARKING",
        "SITE",
        "PLOT",
        "Station",
        "Creek",
        "North Ridge",
        "Backyard",
        "HD",
        "PRO",
        "M",
        "T",
    ),
)


def _temperature(rng: np.random.Generator) -> str:
    celsius = int(rng.integers(-30, 45))
    sign = _pick(rng, {"°": 0.7, "": 0.2, " ": 0.1})
    c, f = f"{celsius}{sign}C", f"{round(celsius * 1.8 + 32)}{sign}F"
    return (c, f, f"{c} {f}", f"{f} {c}", f"{c}/{f}")[rng.integers(5)]


def _counter(rng: np.random.Generator) -> str:
    number = int(rng.integers(1, 10_000))
    return (
        f"{number:04d}",
        f"#{number}",
        f"M {rng.integers(1, 4)}/{rng.integers(3, 6)}",
        f"{number:05d}",
        f"S{number % 100:02d}",
    )[rng.integers(5)]


def _other(rng: np.random.Generator) -> str:
    kind = rng.integers(8)
    if kind == 0:
        return f"{rng.integers(10, 32)}.{rng.integers(100):02d}inHg"
    if kind == 1:
        return f"{rng.integers(0, 160)} {('KM/H', 'MPH', 'km/h')[rng.integers(3)]}"
    if kind == 2:
        return f"N{rng.uniform(0, 90):.4f} W{rng.uniform(0, 180):.4f}"
    if kind == 3:
        return f"{rng.integers(0, 101)}%"
    if kind == 4:
        return f"{rng.uniform(8, 14):.1f}V"
    if kind > 5:
        return MOON
    return f"{('1080P', '4K', '720P', '2K')[rng.integers(4)]} {rng.integers(15, 61)}FPS"


def _make(rng: np.random.Generator) -> str:
    name = _MAKES[rng.integers(len(_MAKES))]
    return f"{name}{('', ' ')[rng.integers(2)]}{rng.integers(1, 100):02d}" if rng.random() < 0.5 else name


_OTHERS: tuple[Callable[[np.random.Generator], str], ...] = (
    _make,
    _make,
    _temperature,
    _temperature,
    _counter,
    _counter,
    _other,
)


def write_other(rng: np.random.Generator, pieces: int = 1) -> str:
    """What a camera writes beside a moment: its make, a temperature, a counter and so on."""
    texts = (_OTHERS[rng.integers(len(_OTHERS))](rng) for _ in range(pieces))
    return (" " * int(rng.integers(1, 5))).join(texts)


def write_nothing(rng: np.random.Generator, *, segments: bool = False) -> Stamp:
    """A line that states no moment."""
    text = f"{rng.integers(10_000)}" if segments else write_other(rng, int(rng.integers(1, 4)))
    return Stamp(((text, None),), NOTHING, 0, 0)


def beside_others(rng: np.random.Generator, stamp: Stamp, share: float = 0.4) -> Stamp:
    """The stamp with other texts before and behind it, each with the probability `share`."""
    before: list[Piece] = []
    behind: list[Piece] = []
    if rng.random() < share:
        before = [(write_other(rng), None), (" " * int(rng.integers(2, 6)), None)]
    if rng.random() < share:
        behind = [(" " * int(rng.integers(2, 6)), None), (write_other(rng), None)]
    start = sum(len(text) for text, _ in before)
    return Stamp((*before, *stamp.pieces, *behind), stamp.machine, start, start + stamp.stop)
