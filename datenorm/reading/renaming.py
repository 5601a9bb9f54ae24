"""Renaming: the readings of a text whose one name means in its column what it does not mean elsewhere."""

import re
from collections.abc import Iterable

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.language_names import MONTH, Meaning, meanings_of, names_in
from datenorm.core.moments import GREGORIAN, POINT, Moment, is_valid
from datenorm.core.numeric_dates import without_clock
from datenorm.core.tasks import DATE

_NUMBER = re.compile(r"\d+")
_NO_YEAR, _NO_PART = UNSPECIFIED * 4, UNSPECIFIED * 2
_DAY_AND_YEAR = 2  # the most numbers beside a month's name; more of them state the month themselves


def only_name(text: str) -> str | None:
    """The name of a month or weekday in a canonical text; None if there is none, or several."""
    names = set(names_in(text))
    return names.pop() if len(names) == 1 else None


def renamed_date(text: str, value: str, meanings: Iterable[Meaning]) -> list[str | None]:
    """The values of a date whose one name has one of these meanings: different ones, sorted, None for no date.

    >>> renamed_date("listopad 2013", "2013-11", [Meaning(MONTH, 10)])
    ['2013-10']

    Args:
        text: Canonical.
        value: What it is read as alone.
        meanings: What its name can mean. A weekday and a day of the month are no date.
    """
    found = dict.fromkeys(_date(text, value, meaning) for meaning in sorted(meanings))
    return list(found) or [value]


def renamed_moment(text: str, machine: str, meanings: Iterable[Meaning]) -> list[str]:
    """The machine strings of a moment whose one name has one of these meanings: different ones, sorted.

    Args:
        text: Canonical.
        machine: What it is read as alone.
        meanings: What its name can mean.
    """
    found = dict.fromkeys(_moment(text, machine, meaning) for meaning in sorted(meanings))
    return list(found) or [machine]


def _date(text: str, value: str, meaning: Meaning) -> str | None:
    year, month, day = _parts(value)
    changed = _month(text, year, month, day, meaning)
    if changed is None:
        return value
    if changed == _NO_PART:
        return None
    found = DATE.to_value(f"{year}-{changed}-{day}")
    return found if found and DATE.is_valid(DATE.to_machine(found)) else value


def _moment(text: str, machine: str, meaning: Meaning) -> str:
    moment = Moment.from_machine(machine)
    if moment.form != POINT or moment.calendar != GREGORIAN or moment.ordinal != UNSPECIFIED:
        return machine
    changed = _month(text, moment.year, moment.month, moment.day, meaning)
    if changed is None or (meaning.kind == MONTH and moment.amount[0] != UNSPECIFIED):
        return machine
    # A weekday beside a day of the month states nothing.
    is_weekday = meaning.kind != MONTH and moment.day == _NO_PART
    weekday = str(meaning.number) if is_weekday else UNSPECIFIED
    found = moment.but(month=changed, weekday=weekday).to_machine()
    return found if is_valid(found) else machine


def _month(text: str, year: str, month: str, day: str, meaning: Meaning) -> str | None:
    """The month of a date whose name has a meaning, XX for a weekday; None if the name does not state the month."""
    name = only_name(text)
    others = meanings_of(name or "").values()
    months = {f"{each.number:02d}" for of_language in others for each in of_language if each.kind == MONTH}
    numbers = len(_NUMBER.findall(without_clock(text)))
    if month not in (_NO_PART, *months) or numbers > _DAY_AND_YEAR:
        return None
    if meaning.kind == MONTH:
        return f"{meaning.number:02d}"
    return _NO_PART if year == _NO_YEAR and numbers == (day != _NO_PART) else None


def _parts(value: str) -> tuple[str, str, str]:
    year, month, day = [*value.split("-"), _NO_PART, _NO_PART][:3]
    return year, month, day
