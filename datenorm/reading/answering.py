"""Answering: from the ways in which a moment was read to its reading, with or without a reference."""

import datetime as dt
import functools

from datenorm.core.moments import DATE_GROUP, EVENING, UNSAID, Moment, is_relative
from datenorm.core.reasons import Reason
from datenorm.core.tasks import DATE
from datenorm.reading.moments.answer import Answer, answer
from datenorm.reading.moments.hours import clocks
from datenorm.reading.result import Reading, Said

_LEAP_DAY = "-02-29"
_TIME = DATE_GROUP.Ty  # where the time of day begins in a machine string
_NO_DATE, _NO_TIME = Moment().to_machine()[:_TIME], Moment().to_machine()[_TIME:]
_UNMARKED = _NO_DATE[len("19790503") :]


def answered(
    reading: Reading,
    min_confidence: float,
    min_share: float,
    reference: dt.datetime | None = None,
    prefer: str | None = None,
) -> Reading:
    """A reading with the value of what was said, or with the reason why it has none.

    Args:
        reading: Has `ways`, and the network's confidence.
        min_confidence: A value below it is dropped.
        min_share: The most probable of several ways below it is dropped.
        reference: When the text was written, as in `moments.answer`.
        prefer: As in `moments.answer`.
    """
    ways = reading.said
    first, *others = ways
    if not others and (value := plain_value(first.machine)) is not None:
        return _checked(reading, value, False, (), reading.confidence, min_confidence)
    if others:
        shares: dict[str, float] = {}
        for said in ways:
            each = plain_value(said.machine) or _answer(said, reference, prefer).value
            if each:
                shares[each] = shares.get(each, 0) + said.share
        if len(shares) > 1:
            ranked = tuple(sorted(shares.items(), key=lambda pair: -pair[1]))
            return _checked(reading, ranked[0][0], True, ranked, ranked[0][1], min_share, reference, prefer)
    found = _answer(first, reference, prefer)
    if found.value is None:
        is_doubtful = found.reason is Reason.NEEDS_REFERENCE and reading.confidence < min_confidence
        reason = Reason.LOW_CONFIDENCE if is_doubtful else found.reason
        return reading._replace(value=None, reason=reason, reference=reference, prefer=prefer)
    alternatives: tuple[tuple[str, float], ...] = ()
    if found.alternatives:  # nothing in the text speaks for one of them
        values = (found.value, *found.alternatives)
        alternatives = tuple((value, reading.confidence / len(values)) for value in values)
    return _checked(
        reading, found.value, found.ambiguous, alternatives, reading.confidence, min_confidence, reference, prefer
    )


def plain_value(machine: str) -> str | None:
    """The value of a whole date that exists, alone or with a time of day; None for all other moments."""
    end = _plain_ends().get(machine[4:_TIME])
    if end is None or not machine[:4].isdecimal():
        return None
    time = "" if machine.endswith(_NO_TIME) else _plain_time(machine[_TIME:])
    value = machine[:4] + end
    if time is None or (end == _LEAP_DAY and not DATE.is_valid(value)):
        return None
    return value + time


@functools.cache
def _plain_ends() -> dict[str, str]:
    """What follows the year in the date of each plain machine string -> what follows it in its value."""
    days = [dt.date(2000, 1, 1) + dt.timedelta(days) for days in range(366)]  # of a leap year
    return {f"{day:%m%d}{_UNMARKED}": f"-{day:%m-%d}" for day in days}


@functools.lru_cache(maxsize=4096)
def _plain_time(machine: str) -> str | None:
    """What stands behind a day in its value, for what a valid machine string has behind the date; None for the rest."""
    whole = _NO_DATE + machine
    moment = Moment.from_machine(whole)
    # An unsaid half has two readings, and half past twelve in the evening is of the day after.
    if moment.half in (UNSAID, EVENING) or not moment.hour.isdecimal() or is_relative(whole):
        return None
    ((clock, _),) = clocks(moment)
    return f"T{clock}"


def _answer(said: Said, reference: dt.datetime | None, prefer: str | None) -> Answer:
    if reference is not None and reference.tzinfo is not None:  # equal ones of two zones are different references
        return _answer_beside.__wrapped__(said.machine, said.end, reference, prefer)
    return _answer_beside(said.machine, said.end, reference, prefer)


@functools.lru_cache(maxsize=4096)  # many texts say the same hour, or the same day beside one reference or their own
def _answer_beside(machine: str, end: str | None, reference: dt.datetime | None, prefer: str | None) -> Answer:
    """The answer to a way to read a moment."""
    moments = [Moment.from_machine(each) for each in (machine, end) if each]
    return answer(*moments, reference=reference, prefer=prefer)


def _checked(
    reading: Reading,
    value: str,
    ambiguous: bool,
    alternatives: tuple[tuple[str, float], ...],
    confidence: float,
    least: float,
    reference: dt.datetime | None = None,
    prefer: str | None = None,
) -> Reading:
    is_sure = confidence >= least
    return Reading(
        value if is_sure else None,
        confidence,
        ambiguous,
        alternatives,
        reading.order,
        None if is_sure else Reason.LOW_CONFIDENCE,
        reading.task,
        reading.attention,
        reading.ways,
        reference,
        prefer,
    )
