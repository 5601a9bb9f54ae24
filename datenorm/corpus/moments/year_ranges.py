"""Ranges of years: "1914-1918", "1105 × 1131", "between 1720 and 1745", "1521-4"."""

import random

from datenorm.core.moments import RANGE, Moment
from datenorm.corpus.moments.pieces import BOTH_ENDS, NO_FIELD, START, YEAR, Sided, of_both, of_end
from datenorm.corpus.moments.ranges import DATES, joint, languages_with_ranges
from datenorm.corpus.moments.written import Written
from datenorm.corpus.phrase import Choice

_FIRSTS = Choice({range(1000, 1600): 30, range(1600, 1900): 30, range(1900, 2025): 40})
_LENGTHS = Choice({range(1, 2): 25, range(2, 10): 35, range(10, 60): 30, range(60, 400): 10})
_LAST_YEAR = 2099
# The sign of multiplication stands in charters between the first and the last year that are possible.
_SIGNS = Choice(
    {"-": 34, "–": 14, " - ": 16, " – ": 8, "/": 7, " / ": 1, " × ": 9, "×": 2, " x ": 2, "—": 3, "--": 1, "..": 1}
    | {" ~ ": 1, " > ": 0.3, " & ": 0.3}
)
_IN_WORDS, _ONE_DIGIT = 0.35, 0.12
_FRAMES = Choice({("", ""): 84, ("(", ")"): 8, ("[", "]"): 4, ("", "."): 2, ("", ";"): 2})


def range_of_years(rng: random.Random) -> Written | None:
    """A range of two years, of which the second can be cut to its last digit; None where that would be another year."""
    first = rng.choice(_FIRSTS(rng))
    last = first + rng.choice(_LENGTHS(rng))
    if last > _LAST_YEAR:
        return None
    code = ""
    around = ("", _SIGNS(rng), "")
    text = str(last)
    if rng.random() < _IN_WORDS:
        code = languages_with_ranges()(rng)
        around = joint(rng, code, DATES)
    elif rng.random() < _ONE_DIGIT:
        if last // 10 != first // 10 or around[1] not in ("-", "–", "/"):
            return None
        text = str(last % 10)
    left, right = _FRAMES(rng)
    before, between, behind = around
    pieces: list[Sided] = [
        *of_both([(left + before, NO_FIELD)]),
        (str(first), YEAR, BOTH_ENDS if len(text) == 1 else START),  # a cut year has the rest of the first
        *of_both([(between, NO_FIELD)]),
        *of_end([(text, YEAR)]),
        *of_both([(behind + right, NO_FIELD)]),
    ]
    start, end = Moment(year=str(first), form=RANGE), Moment(year=str(last))
    return Written([piece for piece in pieces if piece[0]], start, "range of years", end=end, locale=code)
