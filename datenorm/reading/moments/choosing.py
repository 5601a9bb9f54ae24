"""Choosing: which of the days that fit a text is meant beside a reference."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple

from datenorm.core.reasons import Reason
from datenorm.reading.moments.bounds import bounds
from datenorm.reading.moments.days import Ends
from datenorm.reading.moments.no_value import NoValueError

Prefer = Literal["future", "past", "nearest"]

FUTURE, PAST, NEAREST = "future", "past", "nearest"
_NEXT_CHOICES = {FUTURE: (FUTURE, PAST, NEAREST), PAST: (PAST, FUTURE, NEAREST), NEAREST: (NEAREST, FUTURE, PAST)}


class _Candidate(NamedTuple):
    ends: Ends
    start: dt.datetime
    end: dt.datetime


def checked_preference(prefer: str | None) -> str:
    """The preference, `future` by default.

    Raises:
        ValueError: It is none of the three.
    """
    if prefer is None:
        return FUTURE
    if prefer not in _NEXT_CHOICES:
        raise ValueError(f"expected prefer 'future', 'past' or 'nearest'. Received: {prefer!r}")
    return prefer


def chosen(
    candidates: Iterable[Ends], now: dt.datetime, prefer: str | None, *, without_today: bool = False
) -> list[Ends]:
    """The candidate that a preference settles on, and behind it those of the other preferences.

    What covers the reference is of the future and of the past, and is the nearest.

    Args:
        candidates: Values in the order of time.
        now: The reference as a wall clock, without a zone.
        prefer: `future`, `past` or `nearest`; None for `future`.
        without_today: Whether the day of the reference counts for `nearest` alone, as for "Friday" said on a Friday.

    Raises:
        NoValueError: No candidate suits the preference.
    """
    timed = list(_timed(candidates))
    others = [one for one in timed if not (without_today and one.start.date() == now.date())]
    found = {
        FUTURE: next((one.ends for one in others if one.end >= now), None),
        PAST: next((one.ends for one in reversed(others) if one.start <= now), None),
        NEAREST: min(timed, key=lambda one: _distance(one, now)).ends if timed else None,
    }
    choices = [found[choice] for choice in _NEXT_CHOICES[checked_preference(prefer)]]
    if choices[0] is None:
        raise NoValueError(Reason.IMPOSSIBLE)
    return list(dict.fromkeys(ends for ends in choices if ends is not None))


def first_after(candidates: Iterable[Ends], start: dt.datetime) -> list[Ends]:
    """The first candidate that begins at a moment or after it.

    Raises:
        NoValueError: There is none.
    """
    for one in _timed(candidates):
        if one.start >= start:
            return [one.ends]
    raise NoValueError(Reason.IMPOSSIBLE)


def _timed(candidates: Iterable[Ends]) -> Iterable[_Candidate]:
    for ends in candidates:
        first, last = ends
        start, end = bounds(first if first == last else f"{first}/{last}")
        if start is not None and end is not None:
            yield _Candidate(ends, start.replace(tzinfo=None), end.replace(tzinfo=None))


def _distance(one: _Candidate, now: dt.datetime) -> tuple[dt.timedelta, bool]:
    """How far a candidate is from the reference; of two that are as far, the later one counts as nearer."""
    return max(one.start - now, now - one.end, dt.timedelta(0)), one.end < now
