"""Tesseract: how stamps are read without this package, by character recognition of a picture's edges and patterns."""

import calendar
import io
import itertools
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

_PROGRAM = "tesseract"
_EDGE = 8  # the top and the bottom eighth of a picture are read
_ONE_BLOCK = "6"
_MONTHS = {name.upper(): number for number, name in enumerate(calendar.month_abbr) if name}
_NUMERIC = re.compile(r"(?<!\d)(\d{4}|\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{1,2})(?!\d)")
_NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})[-/. ]?({'|'.join(_MONTHS)})[A-Z]*[-/. ,]*(\d{{4}})", re.IGNORECASE)
_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s*([AP])?", re.IGNORECASE)
_DAY_AND_TIME = re.compile(r"(?<!\d)(\d{1,2})\s+(\d{1,2}:\d{2})")


def tesseract_version() -> str | None:
    """The version of the program; None where it is not installed."""
    if shutil.which(_PROGRAM) is None:
        return None
    shown = subprocess.run([_PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout
    return shown.split()[1]


def read_with_tesseract(path: Path) -> frozenset[str]:
    """Every moment, to the minute and in every order of its date, that a pattern finds in the text of a picture.

    A file that is no picture has none.
    """
    try:
        with Image.open(path) as image:
            width, height = image.size
            picture = image.convert("L")
    except OSError:
        return frozenset()
    edge = height // _EDGE
    strips = (picture.crop((0, 0, width, edge)), picture.crop((0, height - edge, width, height)))
    return frozenset().union(*(moments_in(_text_of(strip)) for strip in strips))


def moments_in(text: str) -> frozenset[str]:
    """The moments that a text can state: its dates in every order, with its times.

    >>> sorted(moments_in("03-04-2021 4:05PM"))
    ['2021-03-04T16:05', '2021-04-03T16:05']
    """
    dates, times = list(_dates(text)), list(_times(text))
    found = {f"{date}T{time}" for date, time in itertools.product(dates, times)} if times else set(dates)
    if not dates:
        found = {f"XXXX-XX-{int(day):02d}T{time.zfill(5)}" for day, time in _DAY_AND_TIME.findall(text)}
    return frozenset(found)


def _dates(text: str) -> Iterator[str]:
    for day, month, year in _NAMED.findall(text):
        yield f"{year}-{_MONTHS[month[:3].upper()]:02d}-{int(day):02d}"
    for first, second, third in _NUMERIC.findall(text):
        for year, month, day in ((first, second, third), (third, first, second), (third, second, first)):
            if len(year) == len("2021") and 1 <= int(month) <= 12:
                yield f"{year}-{int(month):02d}-{int(day):02d}"


def _times(text: str) -> Iterator[str]:
    for hour, minute, half in _TIME.findall(text):
        number = int(hour) % 12 + 12 * (half in "pP") if half else int(hour)
        yield f"{number:02d}:{minute}"


def _text_of(strip: Image.Image) -> str:
    content = io.BytesIO()
    strip.save(content, "PNG")
    command = [_PROGRAM, "stdin", "stdout", "--psm", _ONE_BLOCK]
    one_thread = os.environ | {"OMP_THREAD_LIMIT": "1"}  # its threads wait for each other longer than they work
    shown = subprocess.run(command, input=content.getvalue(), capture_output=True, check=True, env=one_thread).stdout
    return shown.decode("utf-8", "replace")
