"""Lost meaning: whether an edit has made a month or a year unreadable, so that the text is not written."""

import string
from collections.abc import Sequence

from datenorm.core.canonical import canonicalize
from datenorm.corpus.dates import Phrase
from datenorm.corpus.languages.load import language_of
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.phrase import Piece

_FEWEST_LETTERS = 6
"""Letters by which a misspelt month is known without a day or a year. A shorter one may be any word."""


def loses_meaning(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether no reader could tell, after an edit, which month or year a phrase meant.

    Each of these loses its meaning:

    - the name of another month: Breton "Mez", typed as "Mrz", is the German March;
    - a name with a digit behind it: "Mar5" is not "Mars", it has a day;
    - a name one slip from another month's, in a language that is written at least as much: Basque "ots", typed as
      "okts", can be German "Okt";
    - a short name with neither a day nor a year: the Turkish April "nis", typed as "nos";
    - a year with letters, alone or beside a month in digits: "1/985s" is the speed of a shutter.

    Args:
        pieces: The phrase's pieces after the edit.
        phrase: The phrase before the edit.
    """
    if _obscures_year(pieces, phrase):
        return True
    intended, written = _months_in(phrase.pieces), _months_in(pieces)
    return any(_may_be_another(name, phrase, is_named=not _has_digit(intended)) for name in written - intended)


def _may_be_another(name: str, phrase: Phrase, *, is_named: bool) -> bool:
    """Whether a month as the edit left it may be another month or no month at all.

    Args:
        name: The canonical name after the edit.
        phrase: The phrase before the edit.
        is_named: Whether the phrase has the month's name, not its number.
    """
    month = int(phrase.machine[5:7])
    is_alone = phrase.machine.startswith("XXXX") and phrase.machine.endswith("XX")
    return (
        month_of(name) not in (None, month)
        or (is_alone and len(name) < _FEWEST_LETTERS)
        or (name[-1:].isdigit() and month_of(name.rstrip(string.digits)) is not None)
        or (is_named and _is_like_another(name, month, language_of(phrase.locale).weight))
    )


def _months_in(pieces: Sequence[Piece]) -> set[str]:
    return {canonicalize(text).strip(" .") for text, fields in pieces if "month" in fields}


def _has_digit(names: set[str]) -> bool:
    return any(map(str.isdigit, "".join(names)))


def _obscures_year(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether the edit put a letter into a year that neither a day nor a month's name makes one."""
    months = _months_in(phrase.pieces)
    has_day = not phrase.machine.endswith("XX")
    has_named_month = bool(months) and not _has_digit(months)
    return not has_day and not has_named_month and _letters_of_year(pieces) > _letters_of_year(phrase.pieces)


def _letters_of_year(pieces: Sequence[Piece]) -> int:
    return sum(map(str.isalpha, "".join(text for text, fields in pieces if "year" in fields)))


def _is_like_another(name: str, month: int, weight: float) -> bool:
    """Whether the name is one slip from another month's name, in a language that is written at least as often."""
    return any(
        other_weight >= weight and other_month != month
        for _, months in near_months(name)
        for other_month, other_weight in months.items()
    )
