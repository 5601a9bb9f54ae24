"""Grammar: which characters of a line state which field of the machine string.

It decides the structure alone: where the day is, where the hour. What each character is, the network says.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from datenorm.frames.stamps import FOREIGN_MONTHS, MONTHS, ORDERS, SEPARATORS, SHORT_YEARS, WEEKDAYS
from datenorm.frames.task import AM, AS_WRITTEN, NOTHING, PM, STAMP

Slots = tuple[str | int, ...]
"""For each character of a machine string: itself, or the place in the line of the digit that states it."""

_LAST_OF_2000 = 68  # a two-digit year above it is of 1900
_YEARS = range(1970, 2100)
# A blank is wider than the distance of close characters: this many times, and some for rounding. Where the line states
# little so, it may be one of the others: some cameras write narrow blanks, and some wide letters.
_BLANKS, _ROUNDING = (1.4, 1.1, 0.9, 1.9, 2.6), 0.5
# That distance is this percentile of those between letters and digits, since signs are narrow; the least of a few.
_CLOSE, _FEW = 15, 6

# Letters that look like digits. Beside digits they are digits, and digits in a month's name are letters.
_LIKE = str.maketrans("OQDILTZSBG", "0001112586")
_NAMES = {
    name.upper().translate(_LIKE): number
    for months in (MONTHS, [month[:3] for month in MONTHS], *FOREIGN_MONTHS)
    for number, name in enumerate(months, start=1)
}
_NAME = re.compile("|".join(sorted(_NAMES, key=len, reverse=True)))
_WEEKDAY = re.compile(
    "|".join(rf"(?<![A-Z])\(?{day[:3]}(?:{day[3:]})?(?![A-Z])\)?" for day in map(str.upper, WEEKDAYS))
)
_MONTH = "@"
"""Stands for each letter of a month's name."""
_STARTS = {field.name: field.start for field in STAMP.fields}


@dataclasses.dataclass(frozen=True)
class Structure:
    """One way to take a line apart.

    Attributes:
        slots: What states each character of the machine string.
        share: How often a line of this form is meant so, in [0, 1]; the shares of a line's structures sum to 1.
        places: Field -> the places in the line of the characters that state it.
    """

    slots: Slots
    share: float
    places: dict[str, tuple[int, ...]]


@dataclasses.dataclass(frozen=True)
class _Number:
    """Some digits of the line: their text and their places."""

    text: str
    places: tuple[int, ...]


@dataclasses.dataclass(frozen=True)
class _Date:
    """A date's parts, how often it is written so, and the places of the month's name, if it has one."""

    year: _Number | None
    month: _Number | int | None
    day: _Number | None
    weight: float
    name: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True)
class _Clock:
    """A time's parts, the places of the half of the day, and its first letter, empty if there is none."""

    hour: _Number
    minute: _Number
    second: _Number | None
    half: tuple[int, ...]
    letter: str


class _Line:
    """The characters of a line as a text with blanks, and the place of each character of that text.

    Args:
        written: The text with its blanks.
        places: Of its characters; -1 of a blank.
        is_usual: Whether its blanks are as wide as blanks usually are.
    """

    def __init__(self, written: str, places: Sequence[int], *, is_usual: bool) -> None:
        self.written, self.places, self.is_usual = written, places, is_usual
        self.text, self.month = _with_marked_month(_WEEKDAY.sub(_blank, _numeric(written)))

    def month_places(self) -> tuple[int, ...]:
        """The places of the month's name."""
        return tuple(place for place, character in zip(self.places, self.text, strict=True) if character == _MONTH)

    def number(self, match: re.Match[str], group: str | int) -> _Number:
        return _Number(match[group], self.group_places(match, group))

    def group_places(self, match: re.Match[str], group: str | int) -> tuple[int, ...]:
        return tuple(place for place in self.places[match.start(group) : match.end(group)] if place >= 0)


def _lines(characters: Sequence[str], columns: Sequence[float]) -> Iterator[_Line]:
    """The ways to see blanks in a line, the most usual first."""
    gaps = np.diff(columns)
    is_wide = np.array([character.isalnum() for character in characters], bool)
    between = gaps[is_wide[1:] & is_wide[:-1]]
    between = between if between.size else gaps
    usual = float(np.percentile(between, _CLOSE if len(between) > _FEW else 0)) if between.size else 0.0
    told = set()
    for times in _BLANKS:
        text, places = "", list[int]()
        for place, character in enumerate(characters):
            if place and gaps[place - 1] > times * usual + _ROUNDING:
                text += " "
                places.append(-1)
            text += character
            places.append(place)
        for parted, kept in _parted(text, places, columns):
            if parted not in told:
                told.add(parted)
                yield _Line(parted, kept, is_usual=times == _BLANKS[0])


# Digits that touch a clock, or a date with a whole year.
_TOUCHING = re.compile(r"\d{3,}(?= ?:\d\d(?!\d)|[/.-]\d{1,2}[/.-]\d{4}(?!\d))")


def _parted(text: str, places: list[int], columns: Sequence[float]) -> Iterator[tuple[str, list[int]]]:
    """The text with a blank before an hour, a day or a month that touches digits, where the gap is widest first."""
    match = _TOUCHING.search(text)
    if match is None:
        yield text, places
        return
    first, last = match.span()
    numbers = [at for at in (last - 2, last - 1) if at > first and int(text[at:last]) < 32]
    for at in sorted(numbers, key=lambda at: columns[places[at - 1]] - columns[places[at]]):
        yield from _parted(text[:at] + " " + text[at:], [*places[:at], -1, *places[at:]], columns)
    if not numbers:
        yield text, places


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _numeric(text: str) -> str:
    """The text with digits in place of single letters that look like them, beside a digit or a sign.

    Z can mean UTC, and T part a date from a time.
    """
    return re.sub(r"(?<![A-Z])(?:[OQDILSBG](?![A-Z])|Z(?=\d)|(?<=\d)T(?=:))", lambda match: _digit(text, match), text)


def _digit(text: str, match: re.Match[str]) -> str:
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return match[0].translate(_LIKE) if re.search(r"[\d:/.-]", around) else match[0]


def _with_marked_month(text: str) -> tuple[str, int | None]:
    """The text with the name of a month marked, and its number."""
    for match in _NAME.finditer(text.translate(_LIKE)):
        letters = sum(character.isalpha() for character in text[match.start() : match.end()])
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if letters >= 2 and not any(character.isalpha() and character != "T" for character in around):
            marked = text[: match.start()] + _MONTH * len(match[0]) + text[match.end() :]
            return marked, _NAMES[match[0]]
    return text, None


def alike(digit: str) -> str:
    """The letters that look like a digit."""
    return "".join(chr(letter) for letter, like in _LIKE.items() if chr(int(like)) == digit)


def blanked(characters: Sequence[str], columns: Sequence[float]) -> str:
    """The characters as a text, with a blank where two are further apart than usual."""
    return next(_lines(characters, columns)).written


def structures(characters: Sequence[str], columns: Sequence[float], order: str | None = None) -> list[Structure]:
    """Every way to take a line apart, the most frequent first; none if it states no moment.

    Args:
        characters: The characters of the line, from the left.
        columns: Where each is.
        order: How to read a date in numbers: `DMY`, `MDY` or `YMD`.
    """
    best: list[Structure] = []
    for line in _lines(characters, columns):
        found = _structures(line, order)
        if _said(found) > _said(best):
            best = found
        if _said(best).is_whole:
            break
    return best


class _Stated(NamedTuple):
    """How much a line states: whether a date and a time, and with how many characters."""

    is_whole: bool
    characters: int


def _said(found: Sequence[Structure]) -> _Stated:
    places = found[0].places if found else {}
    return _Stated({"month", "hour"} <= places.keys(), sum(map(len, places.values())))


def _structures(line: _Line, order: str | None) -> list[Structure]:
    clock, rest = _find_clock(line)
    dates = list(_find_dates(line, rest, has_clock=clock is not None))
    if clock is None and (rare := _find_rare_clock(line, dates)):
        clock = rare
    if not dates and clock is not None:
        dates = list(_lone_day(line, clock))
    if not dates and clock is not None and _UNREAD_DATE.search(rest):
        return []
    if order is not None:
        dates = [date for date in dates if _is_in(date, order)] or dates
    if not dates and clock is None:
        return []
    if not dates:
        return [_structure(None, clock, 1.0)]
    total = sum(date.weight for date in dates)
    return sorted((_structure(date, clock, date.weight / total) for date in dates), key=lambda each: -each.share)


def _is_in(date: _Date, order: str) -> bool:
    """Whether the numbers of a date stand in an order; its year may be missing."""
    parts = {"Y": date.year, "M": date.month, "D": date.day}
    if not isinstance(date.month, _Number):
        return True
    placed = sorted((part.places[0], letter) for letter, part in parts.items() if isinstance(part, _Number))
    written = "".join(letter for _, letter in placed)
    return written == "".join(letter for letter in order if letter in written)


# As many digits as a date has, beside the clock, which is blanked out.
_UNREAD_DATE = re.compile(r"(?:\d[/. -]{0,2}){6,}(?=\n)|(?<=\n)(?:[/. -]{0,2}\d){6,}")

# Clocks.

_HALF = r"(?: ?(?P<said>(?P<half>[AP])(?:[.,]? ?M[.,]?(?![A-Z])|[.,]?(?![A-Z0-9]))))?"
_AHEAD = r"(?:(?<![A-Z])(?P<ahead>(?P<first>[AP])[.,]? ?M[.,]?) ?)?"  # camcorders write "PM 3:45"
_CLOCK = re.compile(
    _AHEAD + r"(?<!\d)(?<!\d:)(?P<hour>\d{1,2}) ?: ?(?P<minute>\d\d)"
    r"(?: ?[:.] ?(?P<second>\d\d)(?:[.,:]\d{1,3})?)?(?!\d)" + _HALF
)
_RARE_CLOCK = re.compile(
    _AHEAD + r"(?<![\d.])(?P<hour>\d{1,2}) ?[.H] ?(?P<minute>\d\d)"
    r"(?: ?[.M] ?(?P<second>\d\d)(?:[.,]\d{1,3}|S)?)?(?![\d.])" + _HALF
)
# Behind a whole date, as in the names of files.
_FILE_CLOCK = re.compile(
    r"[ _T-]{1,2}(?P<hour>\d\d)(?P<sign>-?)(?P<minute>\d\d)(?P=sign)(?P<second>\d\d)(?![\d-])(?P<half>)(?P<first>)"
)


def _find_clock(line: _Line) -> tuple[_Clock | None, str]:
    """The first possible clock, and the text without it."""
    for match in _CLOCK.finditer(line.text):
        if clock := _clock(line, match):
            return clock, _without(line.text, match)
    return None, line.text


def _find_rare_clock(line: _Line, dates: Sequence[_Date]) -> _Clock | None:
    """A clock without colons, where a date of another form or AM and PM show what it is."""
    taken = {place for date in dates for place in _places_of(date)}
    for match in _RARE_CLOCK.finditer(line.text):
        clock = _clock(line, match)
        if clock and (dates or clock.letter) and taken.isdisjoint(line.group_places(match, 0)):
            return clock
    if dates and dates[0].year and len(dates[0].year.text) == 4:
        behind = _FILE_CLOCK.match(line.text, line.places.index(max(taken)) + 1)
        return _clock(line, behind) if behind else None
    return None


def _clock(line: _Line, match: re.Match[str]) -> _Clock | None:
    hour, minute = line.number(match, "hour"), line.number(match, "minute")
    second = line.number(match, "second") if match["second"] else None
    half = match["first"] or match["half"] or ""
    valid_hours = range(1, 13) if half else range(24)
    if int(hour.text) not in valid_hours or int(minute.text) > 59 or (second and int(second.text) > 59):
        return None
    said = "ahead" if match["first"] else "said"
    return _Clock(hour, minute, second, line.group_places(match, said) if half else (), half)


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "\n" * (match.end() - match.start()) + text[match.end() :]


# Dates.

_BETWEEN = r"[ .,/'-]{0,3}"
_LONG, _SHORT, _DAY = r"(?P<year>\d{4})", r"(?P<year>\d\d)", r"(?P<day>\d{1,2})"
_NAMED = [
    re.compile(r"(?<!\d)" + _BETWEEN.join(parts) + r"(?!\d)")
    for parts in (
        *((_LONG, "@+", _DAY), (_DAY, "@+", _LONG), ("@+", _DAY, _LONG), ("@+", _DAY + " ?\n+", _LONG)),
        *((_DAY, "@+", _SHORT), ("@+", _DAY, _SHORT), (_DAY, "@+"), ("@+", _DAY)),
    )
]
_SEPARATED = re.compile(
    r"(?<![\d/.-])(?P<a>'? ?\d{4}|'? ?\d{1,2}) ?(?P<sign>[/.-]) ?(?P<b>\d{1,2})"
    r" ?(?P=sign) ?(?P<c>'? ?\d{4}|'? ?\d{1,2})(?!\d)"
)
_SPACED = re.compile(
    r"(?<![\dA-Z/.-])(?P<a>'? ?\d{4}|'? ?\d{1,2})(?P<sign> )(?P<b>\d{1,2})(?: |(?='))"
    r"(?P<c>'? ?\d{4}|'? ?\d{1,2})(?![\d/.]|-(?!\n))"
)
# Small signs are misread most easily, so with a whole year they may differ.
_MIXED = re.compile(
    r"(?<![\d/.-])(?=(?:\d{1,2} ?[ /.-] ?){0,2}\d{4})"
    r"(?P<a>\d{4}|\d{1,2}) ?(?P<sign>[ /.-]) ?(?P<b>\d{1,2}) ?[ /.-] ?(?P<c>\d{4}|\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
# Beside the clock, which is blanked out, and not behind a letter: "M 1/3" counts pictures.
_WITHOUT_YEAR = re.compile(
    r"(?<![\dA-Z/.-])(?<![A-Z] )(?P<a>\d{1,2}) ?(?P<sign>[/-]) ?(?P<b>\d{1,2})(?= *[T_,]? *\n)"
    r"|(?<=\n )(?P<c>\d{1,2}) ?(?P<other>[/-]) ?(?P<d>\d{1,2})(?![\d/.-])"
)


def _find_dates(line: _Line, rest: str, *, has_clock: bool) -> Iterator[_Date]:
    """The readings of the date in the text that is left, of the first form that has any."""
    for pattern in _NAMED if line.month else ():
        for match in pattern.finditer(rest):
            parts = match.groupdict()
            year = line.number(match, "year") if "year" in parts else None
            day = line.number(match, "day")
            if _is_day(day) and (_full_year(year.text) in _YEARS if year else has_clock):
                yield _Date(year, line.month, day, 1.0, line.month_places())
                return
    for pattern in (_SEPARATED, _SPACED, _MIXED):
        for match in _nearest_first(pattern, rest):
            is_bare = (
                match["sign"] == " " and not has_clock and "'" not in match[0] and not re.search(r"\d{4}", match[0])
            )
            # The number of a picture is no date, however its digits are parted.
            if is_bare and not (line.is_usual and match[0].strip() == rest.strip()):
                continue
            if readings := list(_three_numbers(line, match)):
                yield from readings
                return
    for match in _COMPACT.finditer(rest):
        year, month, day = (line.number(match, name) for name in ("year", "month", "day"))
        if int(year.text) in _YEARS and _is_month(month) and _is_day(day):
            yield _Date(year, month, day, 1.0)
            return
    if has_clock:
        for match in _WITHOUT_YEAR.finditer(rest):
            a, b = (line.number(match, name) for name in (("a", "b") if match["a"] else ("c", "d")))
            found = [
                _Date(None, month, day, SEPARATORS[order][match["sign"] or match["other"]])
                for order, month, day in (("MDY", a, b), ("DMY", b, a))
                if _is_month(month) and _is_day(day)
            ]
            if found:
                yield from found
                return


def _nearest_first(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Every match, also of those that overlap, with those next to the clock first."""
    found = list(filter(None, (pattern.match(text, start) for start in range(len(text)))))
    clock = text.find("\n")
    if clock < 0:
        return found
    end = text.rfind("\n")
    return sorted(found, key=lambda match: min(abs(match.end() - clock), abs(match.start() - end)))


def _three_numbers(line: _Line, match: re.Match[str]) -> Iterator[_Date]:
    """The readings of three numbers that may be a date, in every order that is possible."""
    given = [match["a"], match["b"], match["c"]]
    numbers = [_Number(re.sub(r"\D", "", text), ()) for text in given]
    numbers = [
        _Number(number.text, line.group_places(match, name)[-len(number.text) :])
        for number, name in zip(numbers, "abc", strict=True)
    ]
    marked = [i for i, text in enumerate(given) if "'" in text or len(numbers[i].text) == 4]
    for order in ORDERS:
        at_year = order.index("Y")
        year, month, day = (numbers[order.index(letter)] for letter in "YMD")
        if (marked and at_year not in marked) or len(year.text) not in (2, 4):
            continue
        if _full_year(year.text) not in _YEARS or not _is_month(month) or not _is_day(day):
            continue
        short = SHORT_YEARS[order]
        weight = ORDERS[order] * SEPARATORS[order][match["sign"]] * (short if len(year.text) == 2 else 1 - short)
        yield _Date(year, month, day, weight)


def _lone_day(line: _Line, clock: _Clock) -> Iterator[_Date]:
    """A day before the clock and nothing else, as on film. A sign beside it is a spot in the picture."""
    before = list(range(clock.hour.places[0]))
    characters = "".join(line.text[line.places.index(place)] for place in before)
    digits = characters.strip(":.,-/'°_")
    if 1 <= len(digits) <= 2 and digits.isdigit():
        first = characters.index(digits)
        day = _Number(digits, tuple(before[first : first + len(digits)]))
        if _is_day(day) and not clock.letter and clock.second is None:
            yield _Date(None, None, day, 1.0)


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year <= _LAST_OF_2000 else 1900)


def _is_month(number: _Number) -> bool:
    return len(number.text) <= 2 and 1 <= int(number.text) <= 12


def _is_day(number: _Number) -> bool:
    return len(number.text) <= 2 and 1 <= int(number.text) <= 31


def _places_of(date: _Date) -> set[int]:
    numbers = (part for part in (date.year, date.month, date.day) if isinstance(part, _Number))
    return {place for number in numbers for place in number.places} | set(date.name)


def _structure(date: _Date | None, clock: _Clock | None, share: float) -> Structure:
    slots: list[str | int] = list(NOTHING)
    places: dict[str, tuple[int, ...]] = {}

    def put(name: str, number: _Number, ahead: str = "0") -> None:
        start = _STARTS[name]
        width = 4 if name == "year" else 2
        filled = ahead * (width - len(number.places)) if name != "year" else ahead
        slots[start : start + width] = [*filled, *number.places]
        places[name] = number.places

    if date is not None:
        if date.year is not None:
            put("year", date.year, str(_full_year(date.year.text))[: 4 - len(date.year.text)])
        if isinstance(date.month, _Number):
            put("month", date.month)
        elif date.month is not None:
            start = _STARTS["month"]
            slots[start : start + 2] = f"{date.month:02d}"
            places["month"] = date.name
        if date.day is not None:
            put("day", date.day)
    if clock is not None:
        put("hour", clock.hour)
        put("minute", clock.minute)
        if clock.second is not None:
            put("second", clock.second)
        slots[_STARTS["half"]] = {"": AS_WRITTEN, "A": AM, "P": PM}[clock.letter]
        if clock.half:
            places["half"] = clock.half
    return Structure(tuple(slots), share, places)
