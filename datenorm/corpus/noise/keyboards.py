"""Keyboards: Arabic as a Persian keyboard types it. `marks.without_accents` has the other way round."""

from datenorm.corpus.phrase import Piece

_PERSIAN = str.maketrans("يك٠١٢٣٤٥٦٧٨٩", "یک۰۱۲۳۴۵۶۷۸۹")


def with_persian_keys(pieces: list[Piece]) -> list[Piece]:
    """The phrase with the letters and digits that Persian has for the Arabic ones.

    >>> with_persian_keys([("يوليو", ("month",))])
    [('یولیو', ('month',))]
    """
    return [(text.translate(_PERSIAN), fields) for text, fields in pieces]
