"""All-number dates, and parts of numbered years: the orders and separators that people use."""

import random

from datenorm.corpus.patterns.pattern import Pattern, parse
from datenorm.corpus.phrase import Choice

# Of the dates that people write in numbers. Day first is the habit of most countries and scripts; month first of the
# United States and of much software; year first with a short year, of China, Japan, Korea, Hungary and Sweden.
_ORDERS = Choice({"DMY": 58, "MDY": 27, "YMD": 15})

# Americans rarely use full stops: 03.04.2005 is nearly always 3 April.
_SEPARATORS = {
    "DMY": Choice(
        {"/": 36, ".": 30, "-": 17, " ": 6, ". ": 3, " / ": 1.5, " - ": 1, " . ": 0.5, ",": 0.5, ", ": 0.5, "\\": 0.3}
    ),
    "MDY": Choice({"/": 62, "-": 20, ".": 7, " ": 6, " / ": 2, " - ": 1.5, ", ": 0.5, "\\": 0.3}),
    "YMD": Choice({"-": 58, "/": 18, ".": 12, " ": 5, ". ": 3, " - ": 1, " / ": 1, ":": 0.5, "_": 0.5}),
}
_PADDED, _BARE = 0.6, 0.3  # both numbers with a leading zero, neither of them; in the rest one of them has it
_SHORT_YEAR = {"DMY": 0.28, "MDY": 0.3, "YMD": 0.07}

# Two numbers: day and month, or month and year. "02/13" is 13 February and "2/2013" is February 2013. Separated by a
# full stop or a hyphen they are written with zeros or a final stop, since 3.5 and 3-2 are quantities and scores.
_DAY_AND_MONTH = Choice(
    {"{d}/{M}": 20, "{dd}/{MM}": 20, "{M}/{d}": 16, "{MM}/{dd}": 14, "{dd}.{MM}.": 12, "{d}.{M}.": 12, "{dd}.{MM}": 6}
    | {"{d}. {M}.": 4, "{dd}-{MM}": 4, "{MM}-{dd}": 5, "{d}.{MM}.": 3, "{dd}. {MM}.": 1, "{d}/{MM}": 3, "{dd}/{M}": 1}
    | {"{d} / {M}": 1, "{M} / {d}": 1, "{dd} / {MM}": 1, "{dd} {MM}": 1, "--{MM}-{dd}": 0.6, "{d}.{M}": 2}
)
_MONTH_AND_YEAR = Choice(
    {"{M}/{y}": 20, "{MM}/{y}": 20, "{y}-{MM}": 20, "{MM}-{y}": 8, "{MM}.{y}": 9, "{M}.{y}": 5, "{y}/{MM}": 8}
    | {"{y}/{M}": 3, "{y}.{MM}": 4, "{y}.{M}": 2, "{M}-{y}": 3, "{MM} {y}": 2, "{y} {MM}": 2, "{y}-{M}": 2}
    | {"{M} / {y}": 1, "{MM} / {y}": 1, "{y}. {M}.": 1, "{M}. {y}": 1, "{MM}/{yy late}": 6, "{MM}-{yy late}": 2}
)
_COMPACT = Choice(
    {
        "{yyyy}{MM}{dd}": 60,
        "{dd}{MM}{yyyy}": 14,
        "{MM}{dd}{yyyy}": 8,
        "{yy}{MM}{dd}": 9,
        "{dd}{MM}{yy}": 6,
        "{MM}{dd}{yy}": 4,
    }
)
_PART_OF_YEAR = Choice(
    {"Q{Q} {y}": 20, "{y} Q{Q}": 10, "{y}-Q{Q}": 14, "{y}Q{Q}": 8, "Q{Q}-{y}": 6, "Q{Q}/{y}": 6, "Q{Q}, {y}": 2}
    | {"Q{Q} '{yy}": 3, "H{half} {y}": 6, "{y} H{half}": 3, "{y}-H{half}": 3, "{y}H{half}": 2, "{y}-S{half}": 1}
    | {"{y}-W{ww}": 14, "{y}W{ww}": 5, "W{ww} {y}": 4, "W{w}/{y}": 2, "{y} W{w}": 3, "KW {w}/{y}": 3, "KW {w} {y}": 3}
    | {"KW{ww}/{y}": 1, "CW {w}/{y}": 1, "week {w} {y}": 5, "week {w}, {y}": 4, "{y} week {w}": 3, "wk {w} {y}": 2}
    | {"week {w} of {y}": 3, "T{Q} {y}": 2, "S{half} {y}": 1, "{Q}Q {y}": 2}
    | {"{y} {Q}Q": 2, "{Q}Q{yy}": 1, "{y} {Q} Q": 1}
)
# What forms have in the place of a number that nobody knew, and patterns for it. Beside a year a number that can be the
# month is the month: who knows the day mostly knows the month.
_MASKS = Choice({"XX": 26, "??": 24, "xx": 16, "__": 12, "--": 12, "?": 6, "**": 4})
_MASKED = Choice(
    {"@/{MM}/{y}": 20, "@.{MM}.{y}": 14, "@-{MM}-{y}": 10, "{MM}/@/{y}": 10, "{y}-{MM}-@": 20, "{y}/{MM}/@": 4}
    | {"@/@/{y}": 8, "@.@.{y}": 6, "@-@-{y}": 4, "{y}-@-@": 12, "{y}/@/@": 3, "{y}-@": 4, "@/{y}": 3}
    | {"{y}-@-{dd}": 6, "{late day}/@/{y}": 4, "{late day}.@.{y}": 3, "{late day} @ {y}": 2}
    | {"@/{M}/{y}": 4, "{M}/@/{y}": 4, "@.{M}.{y}": 2, "@/{MM}/{yy}": 2, "@ {MM} {y}": 2}
)
# What databases and catalogues have there.
_ZEROS = Choice(
    {"{y}-00-00": 6, "{y}-{MM}-00": 6, "00/{MM}/{y}": 4, "00.{MM}.{y}": 3, "00-{MM}-{y}": 2, "00/00/{y}": 3}
    | {"00.00.{y}": 3, "{y}/{MM}/00": 2, "{y}/00/00": 2, "{y}-0-0": 2, "{y}-{M}-0": 2, "{MM}/00/{y}": 2, "0/0/{y}": 1}
)
_ZERO = 0.15  # of the masks
_THAI = 0.05  # of the dates that end with the year
_YEAR_IN_FULL = 0.88  # the others are '79


def whole(rng: random.Random) -> Pattern:
    """A pattern of three numbers with separators."""
    order = _ORDERS(rng)
    separator = _SEPARATORS[order](rng)
    padding = rng.random()
    day, month = ("dd", "MM") if padding < _PADDED else ("d", "M") if padding < _PADDED + _BARE else ("d", "MM")
    if padding > 1 - (1 - _PADDED - _BARE) / 4:
        day, month = "dd", "M"
    year = "yy" if separator != ":" and rng.random() < _SHORT_YEAR[order] else "y"  # 23:05:02 is a time
    if order == "DMY" and rng.random() < _THAI:
        year = "y thai"
    slots = {"D": f"{{{day}}}", "M": f"{{{month}}}", "Y": f"{{{year}}}"}
    text = separator.join(slots[initial] for initial in order)
    # The languages that put a full stop after each number put one after the last, too.
    if separator in (".", ". ") and rng.random() < (0.5 if order == "YMD" else 0.06):
        text += "."
    if separator == ", ":
        text = text.replace(", ", "/", 1)
    return parse(text)


def day_and_month(rng: random.Random) -> Pattern:
    """A pattern of a day and a month in numbers."""
    return parse(_DAY_AND_MONTH(rng))


def month_and_year(rng: random.Random) -> Pattern:
    """A pattern of a month and a year in numbers."""
    return parse(_MONTH_AND_YEAR(rng))


def year(rng: random.Random) -> Pattern:
    """A pattern of a year alone."""
    return parse("{y}" if rng.random() < _YEAR_IN_FULL else "'{yy}")


def part_of_year(rng: random.Random) -> Pattern:
    """A pattern of a quarter, a half or a week of a year, of which the machine form can say the year alone."""
    return parse(_PART_OF_YEAR(rng))


def masked(rng: random.Random) -> Pattern:
    """A pattern with a mask in the place of the day, or of the day and the month."""
    return parse(_ZEROS(rng) if rng.random() < _ZERO else _MASKED(rng).replace("@", _MASKS(rng)))


def compact(rng: random.Random) -> Pattern:
    """A pattern without separators, such as 20130215."""
    return parse(_COMPACT(rng))
