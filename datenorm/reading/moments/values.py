"""Values: a text that has the form of a value is what the value says, so that what was read once can be read again."""

import re

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.moments import AFTER, AS_WRITTEN, BEFORE, BEFORE_CHRIST, EXACT, POINT, RANGE, Moment, is_valid

_OPEN = ".."
# How a value begins, and what it has that people hardly write. Other values are texts that people write, too.
may_be_value = re.compile(r"(?=-?[\dx]{4}|t?\d\d:|\.\./).*[/x~%?]|-\d{4}-\d\d", re.DOTALL).match
"""Whether a canonical text may be one of which `moments_in` is not None: a quick test, which few texts pass."""

_CLOCK = re.compile(r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>z|[+-]\d\d:\d\d)?")
_DATE = re.compile(r"(?P<sign>-?)(?P<year>\d{4}|\d{3}x|\d\dxx|xxxx)(?:-(?P<month>\d\d|xx)(?:-(?P<day>\d\d))?)?")
_MARKS = ("~", "?", "%")


def moments_in(text: str) -> tuple[Moment, Moment | None] | None:
    """What a value says, such as "1979-05-03/1979-05-07" or "189x", as `answer.answer` takes it.

    Args:
        text: A canonical text.

    Returns:
        None if it is no value, or has nothing that marks it as one: "1979-05-03" is read like other texts, and
        "2020-33", the first quarter of 2020, as the years 2020 to 2033, which people mean by it.
    """
    if not may_be_value(text):
        return None
    first, slash, last = text.partition("/")
    if not slash:
        start, end = _moment(first, POINT), None
    elif first == _OPEN:
        start, end = _moment(last, BEFORE), None
    elif last == _OPEN:
        start, end = _moment(first, AFTER), None
    else:
        start, end = _moment(first, RANGE), _moment(last, POINT)
        if end is None:
            return None
    return None if start is None else (start, end)


def _moment(text: str, form: str) -> Moment | None:
    """The moment of a value without a range, if there is such a moment."""
    mark = text[-1:] if text[-1:] in _MARKS else ""
    date, _, clock = text.removesuffix(mark).partition("t")
    if not clock and ":" in date:
        date, clock = "", date
    of_date = _DATE.fullmatch(date) if date else None
    of_clock = _CLOCK.fullmatch(clock) if clock else None
    if bool(date) != bool(of_date) or bool(clock) != bool(of_clock):
        return None
    fields = (_of_date(of_date) if of_date else {}) | (_of_clock(of_clock) if of_clock else {})
    moment = Moment(form=form, qualifier=mark or EXACT, **fields)
    return moment if fields and is_valid(moment.to_machine()) else None


def _of_date(found: re.Match[str]) -> dict[str, str]:
    year, month, day = (found[name] and found[name].upper() for name in ("year", "month", "day"))
    fields = {"month": month or UNSPECIFIED * 2, "day": day or UNSPECIFIED * 2}
    if not found["sign"] and year != "0000":
        return fields | {"year": year}
    # The value counts as astronomers do, and the moment as people: -0043 is 44 BC.
    return fields | {"year": f"{int(year) + 1:04d}" if year.isdecimal() else year, "calendar": BEFORE_CHRIST}


def _of_clock(found: re.Match[str]) -> dict[str, str]:
    zone = (found["zone"] or UNSPECIFIED * 5).replace(":", "").replace("z", "Z0000")
    second = found["second"] or UNSPECIFIED * 2
    return {"hour": found["hour"], "half": AS_WRITTEN, "minute": found["minute"], "second": second, "zone": zone}
