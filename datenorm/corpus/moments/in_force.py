"""In force: dates among the words of laws and of terms of use, which say from when on they apply."""

from datenorm.corpus.languages.load import language_of
from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.pieces import NO_FIELD
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import parse, pick
from datenorm.corpus.phrase import Piece

_DATE = "|"


def date_in_force(source: Source) -> Written | None:
    """A whole date among such words; None where its language has none."""
    rng, phrase = source.rng, next(source.dates)
    around = language_of(phrase.locale).surroundings.in_force if phrase.locale else ()
    if not around or not parse(phrase.pattern).full:
        return None
    version = f"{rng.randrange(1, 9)}.{rng.randrange(20)}"
    before, _, behind = pick(rng, around).replace("{v}", version).partition(_DATE)
    pieces: list[Piece] = [(before, NO_FIELD), *phrase.pieces, (behind, NO_FIELD)]
    return point([piece for piece in pieces if piece[0]], fields_of(phrase), "odd: in force", date=phrase)
