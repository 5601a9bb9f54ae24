"""Riddles: misspelt months and years of which no reader can say what they were, so that none is written."""

import string
from collections.abc import Sequence

from datenorm.core.canonical import canonicalize
from datenorm.corpus.dates import Phrase
from datenorm.corpus.locales.chooser import weight_of
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.phrase import Piece

_ENOUGH = 6  # letters of a month's name to be known by, where one is wrong and nothing else says that it is one


def loses_meaning(pieces: Sequence[Piece], phrase: Phrase) -> bool:
    """Whether an edit has made the month's name another's, or like another's, or left too little of what is alone.

    Breton "Mez" typed as "Mrz" is March, and "Mar5" is not "Mars" but has a day. Basque "ots" typed as "okts" can be
    German "Okt". "Nos" is not the Turkish April to anybody, unless there is a day beside it, and "1/985s" no year 9855.

    Args:
        pieces: The phrase's pieces after the edit.
        phrase: The phrase before it.
    """
    intended, written = (
        {canonicalize(text).strip(" .") for text, fields in each if "month" in fields}
        for each in (phrase.pieces, pieces)
    )
    is_word = not any(map(str.isdigit, "".join(intended)))
    is_whole = not phrase.machine.endswith("XX")
    if not is_whole and not (intended and is_word) and _letters_of_year(pieces) > _letters_of_year(phrase.pieces):
        return True
    alone = phrase.machine.startswith("XXXX") and not is_whole
    for name in written - intended:
        month = int(phrase.machine[5:7])
        if month_of(name) not in (None, month) or (alone and len(name) < _ENOUGH):
            return True
        if name[-1:].isdigit() and month_of(name.rstrip(string.digits)) is not None:
            return True
        if is_word and _is_like_another(name, month, weight_of(phrase.locale.partition("_")[0])):
            return True
    return False


def _letters_of_year(pieces: Sequence[Piece]) -> int:
    return sum(map(str.isalpha, "".join(text for text, fields in pieces if "year" in fields)))


def _is_like_another(name: str, month: int, weight: float) -> bool:
    """Whether it is one slip from another month's name, in a language that is written at least as often."""
    return any(
        other_weight >= weight and other_month != month
        for _, months in near_months(name)
        for other_month, other_weight in months.items()
    )
