"""Columns: random columns of dates under one convention, with the right answers, to measure what `infer` decides."""

import dataclasses
import datetime as dt
import random
from collections.abc import Callable

from datenorm.reading.normalizer import Normalizer

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
SPANS = (30, 365, 5 * 365, 25 * 365)
"""How many days the dates of a column are apart at most."""

Write = Callable[[dt.date], tuple[str, str]]
"""Returns a date as the column has it, and the value that this states."""


@dataclasses.dataclass(frozen=True)
class Column:
    """A column: its convention's name, its rows, and the right value of each; None for a row that is spoiled."""

    name: str
    texts: list[str]
    values: list[str | None]


def numeric(order: str, separator: str, *, short_year: bool, padded: bool) -> Write:
    """Returns a writer of dates in numbers."""

    def write(day: dt.date) -> tuple[str, str]:
        parts = {
            "D": f"{day.day:02}" if padded else str(day.day),
            "M": f"{day.month:02}" if padded else str(day.month),
            "Y": f"{day.year % 100:02}" if short_year else str(day.year),
        }
        return separator.join(parts[part] for part in order), day.isoformat()

    return write


def formatted(pattern: str, value: str = "%Y-%m-%d") -> Write:
    """Returns a writer of a pattern of `strftime`, whose dates state `value`."""
    return lambda day: (day.strftime(pattern), day.strftime(value))


def without_zero(pattern: str) -> Write:
    """Returns a writer of compact dates that a spreadsheet took for numbers."""
    return lambda day: (str(int(day.strftime(pattern))), day.isoformat())


def counted(unit: int) -> Write:
    """Returns a writer of Unix time in parts of a second."""
    return lambda day: (str(int((day - dt.date(1970, 1, 1)).total_seconds() + 40_000) * unit), day.isoformat())


def excel(day: dt.date) -> tuple[str, str]:
    """Returns a day of Excel, half of them with a fraction."""
    days = (day - dt.date(1899, 12, 30)).days
    return f"{days}.25" if days % 2 else str(days), day.isoformat()


def any_numeric(chance: random.Random, *, short_year: bool) -> Write:
    """Returns a writer of dates in numbers in some order."""
    order = chance.choice(["DMY", "MDY", "YMD"] if short_year else ["DMY", "DMY", "MDY"])
    return numeric(order, chance.choice("/.-"), short_year=short_year, padded=chance.random() < 0.7)


def any_numeric_of_both_widths(chance: random.Random) -> list[Write]:
    """Returns two writers of dates in numbers, in one order, with two and with four digits of the year."""
    order, separator = chance.choice(["DMY", "MDY"]), chance.choice("/.-")
    return [numeric(order, separator, short_year=short_year, padded=True) for short_year in (True, False)]


def two_orders(chance: random.Random) -> list[Write]:
    """Returns writers in two orders, of which the second writes one row in two to one in thirty."""
    orders = ["DMY", "MDY"]
    chance.shuffle(orders)
    one, other = (numeric(order, "/", short_year=False, padded=True) for order in orders)
    return [one] * chance.choice([1, 4, 9, 19, 29]) + [other]


def with_time(write: Write) -> Write:
    """Returns a writer of the same dates with a time of day."""

    def write_with_time(day: dt.date) -> tuple[str, str]:
        text, value = write(day)
        return f"{text} {day.toordinal() % 24:02}:{day.toordinal() % 60:02}", value

    return write_with_time


FAMILIES: dict[str, Callable[[random.Random], list[Write]]] = {
    "numeric": lambda chance: [any_numeric(chance, short_year=False)],
    "numeric, short years": lambda chance: [any_numeric(chance, short_year=True)],
    "ISO among short years": lambda chance: [any_numeric(chance, short_year=True), formatted("%Y-%m-%d")],
    "ISO": lambda chance: [formatted("%Y-%m-%d")],
    "month and year": lambda chance: [formatted(chance.choice(["%b-%y", "%b/%y", "%B %y"]), "%Y-%m")],
    "month and day": lambda chance: [formatted(chance.choice(["%b-%d", "%b %d"]), "XXXX-%m-%d")],
    "short years among full ones": lambda chance: [formatted("%d %b '%y"), formatted("%d %B %Y")],
    "Unix": lambda chance: [counted(10 ** chance.choice([0, 3, 6, 9]))],
    "Excel": lambda chance: [excel],
    "ordinal": lambda chance: [formatted(chance.choice(["%Y%j", "%y%j"]))],
    "compact": lambda chance: [without_zero(chance.choice(["%d%m%Y", "%m%d%Y", "%d%m%y", "%m%d%y", "%y%m%d"]))],
    "numeric, short and full years": any_numeric_of_both_widths,
    "numeric with a time": lambda chance: [with_time(any_numeric(chance, short_year=chance.random() < 0.5))],
    "day and month in numbers": lambda chance: [formatted(chance.choice(["%d/%m", "%m/%d", "%d.%m."]), "XXXX-%m-%d")],
    "two orders": two_orders,
    "words": lambda chance: [formatted(chance.choice(["%d %B %Y", "%b %d, %Y", "%A, %d %B %Y"]))],
}
"""Convention -> what writes its rows: one way, or several in turn."""

FIRST_DAYS = {"short years among full ones": dt.date(1930, 1, 1), "Excel": dt.date(1975, 1, 1)}
"""Convention -> its first possible day, where that is not 1 January 1975."""


SCHEDULES: tuple[Callable[[dt.date, dt.date], dt.date], ...] = (
    *[lambda start, day: day] * 4,
    lambda start, day: day - (day - start) % dt.timedelta(days=7),
    lambda start, day: day.replace(day=min(start.day, 28)),
)
"""What makes a day regular: most columns have any days, some those of one weekday or one day of the month."""


def random_column(chance: random.Random, rows: int) -> Column:
    """Returns a column of which one row in a hundred is spoiled."""
    name = chance.choice(sorted(FAMILIES))
    writers = FAMILIES[name](chance)
    first = FIRST_DAYS.get(name, dt.date(1975, 1, 1))
    span = chance.choice(SPANS)
    last_year = {"numeric, short years": 2035, "ISO among short years": 2035}.get(name, 2030)
    start = first + dt.timedelta(days=chance.randrange((dt.date(last_year, 1, 1) - first).days - span))
    texts, values = [], []
    regular = chance.choice(SCHEDULES)
    for _ in range(rows):
        day = regular(start, start + dt.timedelta(days=chance.randrange(span)))
        text, value = chance.choice(writers)(day)
        if chance.random() < 0.01:
            texts.append(spoiled(chance, text, day))
            values.append(None)
        else:
            texts.append(text)
            values.append(value)
    return Column(name, texts, values)


def spoiled(chance: random.Random, text: str, day: dt.date) -> str:
    """Returns a text in place of a row: a wrong digit, no date, another order or another convention."""
    digits = [i for i, character in enumerate(text) if character.isdecimal()]
    match chance.randrange(4):
        case 0 if digits:
            place = chance.choice(digits)
            return text[:place] + str(chance.randrange(10)) + text[place + 1 :]
        case 1:
            return chance.choice(["", "n/a", "unknown", "-", "?", "see note 3"])
        case 2:
            return any_numeric(chance, short_year=chance.random() < 0.5)(day)[0]
    return chance.choice([formatted("%Y-%m-%d"), formatted("%d %B %Y"), excel])(day)[0]


def misread(normalizer: Normalizer, column: Column) -> list[tuple[str, str, str]]:
    """Returns text, right value and value of each row that comes back wrong and unmarked. Spoiled rows do not count."""
    results = normalizer.normalize_batch(column.texts, order="infer")
    return [
        (result.text, value, result.value)
        for result, value in zip(results, column.values, strict=True)
        if value and result.value and result.value != value and not result.ambiguous
    ]
