"""Plain numbers: a day and a month as two numbers that stand apart, "3 - 22" or "le 24 6"."""

import functools

from datenorm.corpus.languages.load import by_language
from datenorm.corpus.moments.pieces import DAY, MONTH, NO_FIELD
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import days_in_month
from datenorm.corpus.phrase import Choice, Piece

_LEAP_YEAR = 2024
_LAST_MONTH = 12
_SIGNS = Choice({" - ": 30, "-": 25, " / ": 12, ".": 8, " . ": 5, " ": 10, "/": 6})
_WITH_HEAD, _MONTH_FIRST = 0.35, 0.4


def day_and_month(source: Source) -> Written | None:
    """A day beyond 12 and a month, in either order; None where both numbers can be the month."""
    rng = source.rng
    month = 1 + rng.randrange(_LAST_MONTH)
    day = 1 + rng.randrange(days_in_month(_LEAP_YEAR, month))
    sign = _SIGNS(rng)
    has_head = sign in (" ", ".") or rng.random() < _WITH_HEAD  # "9.27" alone is a time, too
    month_first = rng.random() < _MONTH_FIRST and not has_head
    if month_first and day <= _LAST_MONTH:
        return None
    if day <= _LAST_MONTH and not has_head:
        return None
    numbers: list[Piece] = [(str(day), DAY), (sign, NO_FIELD), (str(month), MONTH)]
    if month_first:
        numbers.reverse()
    head = [(rng.choice(_heads()), NO_FIELD)] if has_head else []
    return point([*head, *numbers], {"month": f"{month:02d}", "day": f"{day:02d}"}, "odd: plain numbers")


@functools.cache
def _heads() -> tuple[str, ...]:
    return tuple(head for words in by_language("surroundings").values() for head in words.before_day)
