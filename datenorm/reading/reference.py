"""Reference: when a text was written, from which "tomorrow" and "in three days" count."""

import datetime as dt
import itertools
from collections.abc import Hashable, Iterable

Reference = dt.datetime | dt.date | str | None
"""A datetime, with its zone or without; a date, which stands for its midnight; a string in ISO 8601; or None."""

FIRST = "first"
"""The reference that stands for the first whole date of a text itself."""


def is_reference(reference: object) -> bool:
    """Whether this is one reference for all texts, or none, and no column of references."""
    return reference is None or isinstance(reference, dt.date | str)


def read_reference(reference: object) -> dt.datetime | None:
    """The reference as a datetime.

    >>> read_reference("2026-11-29T10:00")
    datetime.datetime(2026, 11, 29, 10, 0)

    Raises:
        ValueError: A string is not in ISO 8601.
        TypeError: It is of another type.
    """
    if reference is None or isinstance(reference, dt.datetime):
        return reference
    if isinstance(reference, dt.date):
        return dt.datetime(reference.year, reference.month, reference.day)
    if isinstance(reference, str):
        try:
            return dt.datetime.fromisoformat(reference)
        except ValueError:
            raise ValueError(
                f"expected a reference in ISO 8601, such as 2026-11-29T10:00. Received: {reference[:60]!r}"
            ) from None
    raise TypeError(
        f"expected a reference as a datetime, a date or an ISO string. Received: {type(reference).__name__}"
    )


def identity(reference: dt.datetime | None) -> Hashable:
    """What tells references apart: equal moments of different zones are different references, and equal datetimes."""
    return reference and (reference.replace(tzinfo=None), reference.fold, reference.tzinfo)


def read_references(references: "Reference | Iterable[Reference]", count: int) -> list[dt.datetime | None]:
    """The reference of each of `count` texts, from one for all, or from one for each.

    Raises:
        ValueError: There are more or fewer references than texts, or one is not in ISO 8601.
        TypeError: A reference is of another type.
    """
    if references is None or isinstance(references, dt.date | str):
        return list(itertools.repeat(read_reference(references), count))
    if not isinstance(references, Iterable):
        read_reference(references)  # says what is wrong
    found = [read_reference(each) for each in references]
    if len(found) != count:
        raise ValueError(f"expected a reference for each of {count} texts. Received: {len(found)}")
    return found
