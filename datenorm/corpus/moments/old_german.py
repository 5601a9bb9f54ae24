"""Old German: dates as German letters had them until about 1930."""

import functools
from collections.abc import Mapping

from babel import Locale

from datenorm.corpus.moments.pieces import DAY, MONTH, NO_FIELD, YEAR
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import days_in_month
from datenorm.corpus.phrase import Piece, listed

_YEARS = range(1680, 1930)
_OLD_NAMES, _WITH_YEAR = 0.4, 0.75
_ORDINALS = ("ten", "ten", "ten", "ten", "sten", "te", "tn", "tr")
_HEADS = ("", "", "den ", "d. ", "am ", "vom ")
_MONTHS: Mapping[int, tuple[str, ...]] = {
    **{1: listed("January|Jänner"), 2: listed("Hornung"), 3: listed("Maerz|Merz"), 4: listed("Aprill"), 5: ("May",)},
    **{6: ("Juny",), 7: ("July",), 10: ("Octbr.",), 11: ("Novbr.",), 12: ("Decbr.",)},
}


def old_german_date(source: Source) -> Written:
    """A date with an old ordinal, and sometimes an old name of the month: "den 4ten Merz 1834"."""
    rng = source.rng
    year, month = rng.choice(_YEARS), 1 + rng.randrange(12)
    day = 1 + rng.randrange(days_in_month(year, month))
    old = _MONTHS.get(month, ())
    name = rng.choice(old) if old and rng.random() < _OLD_NAMES else _names()[month]
    fields = {"month": f"{month:02d}", "day": f"{day:02d}"}
    pieces: list[Piece] = [(rng.choice(_HEADS), NO_FIELD), (f"{day}{rng.choice(_ORDINALS)}", DAY)]
    pieces += [(" ", NO_FIELD), (name, MONTH)]
    if rng.random() < _WITH_YEAR:
        pieces += [(rng.choice((" ", ", ")), NO_FIELD), (str(year), YEAR)]
        fields["year"] = str(year)
    return point([piece for piece in pieces if piece[0]], fields, "odd: old German", locale="de")


@functools.cache
def _names() -> Mapping[int, str]:
    return dict(Locale.parse("de").months["format"]["wide"])
