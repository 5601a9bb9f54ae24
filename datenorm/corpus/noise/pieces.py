"""Edits of a phrase in pieces that keep the fields of each piece."""

from collections.abc import Sequence

from datenorm.corpus.phrase import Piece


def join(pieces: Sequence[Piece]) -> str:
    """The text of the phrase."""
    return "".join([text for text, _ in pieces])


def edit(pieces: Sequence[Piece], start: int, stop: int, new: str) -> list[Piece]:
    """The pieces with `new` in the place of the characters `start` to `stop` of their text.

    Text that is inserted between two pieces belongs to neither. If the replaced characters belong to several pieces,
    each piece takes as many new ones as it lost, and the last takes the rest.
    """
    edited: list[Piece] = []
    for text, fields in pieces:
        if start == stop == 0:
            edited += [(new, ()), (text, fields)]
            start, stop = -1, -1
        elif 0 <= start < len(text):
            kept = text[stop:]
            share = new if stop <= len(text) else new[: len(text) - start]
            edited.append((text[:start] + share + kept, fields))
            new = new[len(share) :]
            start, stop = (0, stop - len(text)) if stop > len(text) else (-1, -1)
        else:
            edited.append((text, fields))
            start, stop = start - len(text), stop - len(text)
    return [*edited, (new, ())] if start == stop == 0 else edited
