"""Answer: from what the network read of a moment to what users get."""

import datetime as dt
from typing import NamedTuple

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import (
    AFTER,
    BEFORE,
    CALENDARS,
    DURATION,
    EXACT,
    GREGORIAN,
    NOTHING,
    POINT,
    RANGE,
    RECURRENCE,
    SEVERAL,
    SPAN,
    Moment,
)
from datenorm.core.reasons import Reason
from datenorm.reading.moments.bounds import Bounds, bounds
from datenorm.reading.moments.choosing import PAST, checked_preference
from datenorm.reading.moments.days import Ends
from datenorm.reading.moments.expressions import expression, moments
from datenorm.reading.moments.no_value import NoValueError
from datenorm.reading.moments.ranges import completed, in_order, states_clock, states_day
from datenorm.reading.moments.resolution import is_open, needs_reference, resolved, span, stated

_X2, _X4 = UNSPECIFIED * 2, UNSPECIFIED * 4

DATE, TIME, DATETIME, RANGE_KIND, RELATIVE = "date", "time", "datetime", "range", "relative"
"""The kinds of moments."""

_WITHOUT_VALUE = {
    NOTHING: Reason.NO_MOMENT,
    DURATION: Reason.DURATION,
    RECURRENCE: Reason.RECURRENCE,
    SEVERAL: Reason.SEVERAL,
}


class Answer(NamedTuple):
    """What a text states about when.

    Attributes:
        value: In EDTF (ISO 8601-2), or None.
        kind: `date`, a whole or a partial one; `time`; `datetime`; `range`, also an open one and what only a range can
            say, such as a week; `relative`, whatever counts from the day of writing. None if there is no moment.
        calendar: The calendar of the text, such as `hebrew`. The value is always Gregorian.
        relative: What was read before a reference was used, as `expressions.expression` writes it, such as `+3 day` or
            `XXXX-05-05`; None if the value needs no reference and used none.
        reason: Why there is no value; None if there is one.
        ambiguous: Whether the text itself leaves open which value is meant, as "at 5" does.
        alternatives: The other values: of an open hour, and of other preferences.
        zone: The zone of the reference, for a value that came from an aware one.
    """

    value: str | None
    kind: str | None
    calendar: str = CALENDARS[GREGORIAN]
    relative: str | None = None
    reason: Reason | None = None
    ambiguous: bool = False
    alternatives: tuple[str, ...] = ()
    zone: dt.tzinfo | None = None

    @property
    def bounds(self) -> Bounds:
        """The first and the last moment that the value covers, as `bounds.bounds` says. Computed on each access."""
        return bounds(self.value, self.zone) if self.value else (None, None)

    @property
    def start(self) -> dt.datetime | None:
        """The first moment that the value covers; None for an open start, without a year, or outside 1 to 9999."""
        return self.bounds[0]

    @property
    def end(self) -> dt.datetime | None:
        """The last moment that the value covers, to the microsecond; None like `start`."""
        return self.bounds[1]


_ANSWERS = {form: Answer(None, None, reason=reason) for form, reason in _WITHOUT_VALUE.items()}


def answer(
    start: Moment, end: Moment | None = None, *, reference: dt.datetime | None = None, prefer: str | None = None
) -> Answer:
    """The value of a moment, or the reason why it has none. What is stated is never dropped in silence.

    >>> answer(Moment(year="1979", month="05", day="03", hour="14", half=".", minute="30")).value
    '1979-05-03T14:30'

    Args:
        start: What the text states.
        end: What it states of the end of a range; it counts only if the form of `start` is `RANGE`.
        reference: When the text was written, for what counts from then, and for dates that lack their year.
        prefer: Which of the moments around the reference is meant where the text does not say: the coming one
            (`future`, the default), the last one (`past`) or the `nearest`.

    Raises:
        ValueError: `prefer` is none of these.
    """
    if prefer is not None:
        checked_preference(prefer)
    form = start.form
    if form in _WITHOUT_VALUE:
        return _ANSWERS[form]
    if not (states_day(start) or states_clock(start)):
        return _ANSWERS[NOTHING]
    if form == POINT and not needs_reference(start) and (reference is None or not is_open(start)):
        return _absolute(start)
    if form != RANGE:
        end = None
    elif end is None or not (states_day(end) or states_clock(end)):
        return Answer(None, RANGE_KIND, CALENDARS[start.calendar], None, Reason.NO_END)
    elif end.form in _WITHOUT_VALUE:  # its date group says nothing, another one does
        end = end.but(form=POINT, qualifier=EXACT, calendar=GREGORIAN)
    return _beside_reference(start, end, reference, prefer)


def _absolute(moment: Moment) -> Answer:
    """The answer of a moment that no reference says more of."""
    calendar = CALENDARS[moment.calendar]
    try:
        found = stated(moment)
    except NoValueError as error:
        return Answer(None, _kind_of(moment), calendar, None, error.reason)
    value = _value(POINT, found[0], moment.qualifier)
    if len(found) == 1:
        return Answer(value, kind_of(value), calendar)
    others = tuple([_value(POINT, ends, moment.qualifier) for ends in found[1:]])
    return Answer(value, kind_of(value), calendar, ambiguous=True, alternatives=others)


def _beside_reference(start: Moment, end: Moment | None, reference: dt.datetime | None, prefer: str | None) -> Answer:
    """The answer of a moment of any form, whether it needs a reference or not."""
    form, calendar = start.form, CALENDARS[start.calendar]
    both = (start,) if end is None else (start, end)
    is_relative = form == SPAN or any(map(needs_reference, both))
    kind = RELATIVE if is_relative else None
    used = reference if is_relative or any(map(is_open, both)) else None
    relative = expression(start, end) if is_relative or used is not None else None
    if is_relative and used is None:
        return Answer(None, kind, calendar, relative, Reason.NEEDS_REFERENCE)
    try:
        if end is not None:
            values = _range(start, end, used, prefer)
        elif form == SPAN:
            assert used is not None  # a span is relative
            values = [_value(POINT, span(start, used), start.qualifier)]
        else:
            found = stated(start) if used is None else resolved(start, used, prefer)
            values = [_value(form, ends, start.qualifier) for ends in found]
    except NoValueError as error:
        return Answer(None, kind or _kind_of(start), calendar, relative, error.reason)
    value, *others = dict.fromkeys(values)
    zone = used.tzinfo if used is not None else None
    is_ambiguous = bool(others) and any(map(_has_open_hour, both))
    return Answer(value, kind or kind_of(value), calendar, relative, None, is_ambiguous, tuple(others), zone)


def resolve(relative: str, reference: dt.datetime, prefer: str | None = None) -> Answer:
    """The answer to `Answer.relative`, so that texts can be read once and resolved later.

    >>> resolve("+3 day", dt.datetime(2026, 11, 29)).value
    '2026-12-02'

    Raises:
        ValueError: `relative` is no such expression, or `prefer` none of its values.
    """
    start, end = moments(relative)
    return answer(start, end, reference=reference, prefer=prefer)


def _value(form: str, ends: Ends, qualifier: str) -> str:
    first, last = ends
    mark = "" if qualifier == EXACT else qualifier
    if form == BEFORE:
        return f"../{last}{mark}"
    if form == AFTER:
        return f"{first}{mark}/.."
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"


def _range(start: Moment, end: Moment, reference: dt.datetime | None, prefer: str | None) -> list[str]:
    values: list[str] = []
    for one, other in completed(start, end):
        if reference is None:
            firsts, lasts = stated(one), stated(other)
        else:
            firsts = resolved(one, reference, prefer)
            lasts = [_last(other, first, reference, prefer) for first in firsts]
            if is_open(one) and not needs_reference(one) and prefer != PAST:
                _put_current_first(firsts, lasts, reference)
        marks = ["" if moment.qualifier == EXACT else moment.qualifier for moment in (start, end)]
        for first, last in zip(firsts, lasts, strict=False):
            begin, stop = map(str.__add__, in_order(first, last), marks)
            is_one_date = begin == stop and ":" not in begin  # which covers what its interval with itself does
            values.append(begin if is_one_date else f"{begin}/{stop}")
    return values


def _put_current_first(firsts: list[Ends], lasts: list[Ends], reference: dt.datetime) -> None:
    """Move the range that covers the reference to the front, such as "5-7 May" said on 6 May."""
    for place, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        start, end = bounds("/".join(in_order(first, last)))
        now = reference.replace(tzinfo=None)
        if start and end and start.replace(tzinfo=None) <= now <= end.replace(tzinfo=None):
            firsts.insert(0, firsts.pop(place))
            lasts.insert(0, lasts.pop(place))
            return


def _last(end: Moment, first: Ends, reference: dt.datetime, prefer: str | None) -> Ends:
    """The end of a range whose start is resolved: the first one that fits behind it."""
    begin = bounds(first[0])[0]
    after = begin.replace(tzinfo=None) if begin is not None and is_open(end) else None
    return resolved(end, reference, prefer, after)[0]


def _has_open_hour(moment: Moment) -> bool:
    return moment.half == UNSPECIFIED and moment.hour != _X2


def kind_of(value: str) -> str:
    """The kind of an absolute value.

    >>> kind_of("1979-05"), kind_of("1979-05-03T14:30"), kind_of("../1900")
    ('date', 'datetime', 'range')
    """
    return RANGE_KIND if "/" in value else DATETIME if "T" in value else TIME if ":" in value else DATE


def _kind_of(moment: Moment) -> str:
    """The kind of a moment without a value."""
    if moment.form != POINT:
        return RANGE_KIND
    has_date = (moment.year, moment.month, moment.day) != (_X4, _X2, _X2)
    has_clock = moment.half != UNSPECIFIED or moment.hour != _X2
    return DATETIME if has_date and has_clock else TIME if has_clock else DATE
