"""In force: dates with the words of laws and of terms of use behind them, which say from when on they apply."""

from collections.abc import Mapping

from datenorm.corpus.moments.dates import fields_of
from datenorm.corpus.moments.pieces import NO_FIELD
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written, point
from datenorm.corpus.patterns.pattern import parse, pick
from datenorm.corpus.phrase import Piece

# {v} is a version. What is in front ends at the bar, and what is behind begins there.
_AROUND: Mapping[str, tuple[str, ...]] = {
    "hu": ("Hatályos: |-től", "Hatályos: |-tól", "Érvényes: |-től", "|-től hatályos"),
    "zh": ("|生效", "|起生效", "自|起施行", "*|生效*", "版本 {v}，|生效", "{v} 版，|生效"),
    "ja": ("|発効", "|施行", "|より有効", "バージョン {v}、|発効", "*|発効*", "施行日：|"),
    "ko": ("|부터 유효", "|부터 시행", "|자 시행", "버전 {v}, |부터 유효", "*|부터 유효*"),
    "tr": ("| tarihinden itibaren geçerli", "| tarihinde yürürlüğe girdi"),
    "fi": ("Voimassa | alkaen", "| alkaen voimassa"),
    "de": ("gültig ab |", "ab | gültig", "Stand: |", "Version {v}, gültig ab |"),
    "en": ("effective |", "| (effective)", "v{v} effective |", "*Effective |*"),
}


def date_in_force(source: Source) -> Written | None:
    """A whole date among such words; None where its language has none here."""
    rng, phrase = source.rng, next(source.dates)
    around = _AROUND.get(phrase.locale.partition("_")[0], ())
    if not around or not parse(phrase.pattern).full:
        return None
    before, _, behind = pick(rng, around).replace("{v}", f"{rng.randrange(1, 9)}.{rng.randrange(20)}").partition("|")
    pieces: list[Piece] = [(before, NO_FIELD), *phrase.pieces, (behind, NO_FIELD)]
    return point([piece for piece in pieces if piece[0]], fields_of(phrase), "odd: in force", date=phrase)
