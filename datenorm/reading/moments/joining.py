"""Joining: a date and a time of day in one value."""

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.days import Ends, day_after
from datenorm.reading.moments.hours import is_past_midnight
from datenorm.reading.moments.no_value import NoValueError

_SHORTEST_DAY = len("1979-05-03")


def joined(date: Ends | None, clock: Ends | None, moment: Moment) -> Ends:
    """The values of a moment's date with its time of day.

    >>> joined(("1979-05-03", "1979-05-03"), ("14:30", "14:30"), Moment())
    ('1979-05-03T14:30', '1979-05-03T14:30')

    Args:
        date: What is known of the date.
        clock: One reading of the time of day.
        moment: Where both come from.

    Raises:
        NoValueError: Nothing is stated, or a time stands beside a month or a year.
    """
    if clock is None:
        if date is None:
            raise NoValueError(Reason.NO_MOMENT)
        return date
    if date is None:
        return clock
    day, last = date
    if day != last or not is_day(day) or is_past_midnight(moment):
        raise NoValueError(Reason.NO_FORM)
    if clock[1] < clock[0]:  # a night
        last = day_after(day)
    return f"{day}T{clock[0]}", f"{last}T{clock[1]}"


def is_day(date: str) -> bool:
    """Whether a date states a day.

    >>> is_day("XXXX-05-03"), is_day("1979-05"), is_day("-0043-03")
    (True, False, False)
    """
    return len(date) - date.startswith("-") >= _SHORTEST_DAY and not date.endswith(UNSPECIFIED)
