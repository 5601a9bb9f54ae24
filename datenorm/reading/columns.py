"""Columns: the reading of a text as one of the rows of a column, by what its rows say together."""

from collections.abc import Sequence

from datenorm.core.forms import UNSPECIFIED
from datenorm.core.language_names import Meaning
from datenorm.core.moments import GREGORIAN, PLAIN, RANGE
from datenorm.core.reasons import Reason
from datenorm.core.tasks import DATE, MOMENT
from datenorm.reading.answering import answered
from datenorm.reading.convention import Convention
from datenorm.reading.renaming import renamed_date, renamed_moment
from datenorm.reading.result import Reading, Said

_DIGITS, _FORM, _CALENDAR = slice(0, 8), 8, 10  # of the machine string of a moment


def in_convention(
    text: str, reading: Reading, convention: Convention, min_confidence: float, min_share: float
) -> Reading:
    """The reading of a canonical text as one of a column.

    Args:
        text: The text.
        reading: How it reads alone.
        convention: What the rows of the column say together.
        min_confidence: As in `answering.answered`.
        min_share: As in `answering.answered`.
    """
    if convention.counts_with(text):
        value = convention.read_number(text, with_clock=reading.task == MOMENT.name)
        reason, confidence = (None, convention.counting_share) if value else (Reason.NO_DATE, 1.0)
        return Reading(value, confidence, False, (), reading.order, reason, reading.task, b"")
    meanings = convention.meanings_of(text)
    if alone := reading.said:
        renamed = _renamed(text, alone, meanings)
        if reading.value is None and renamed == alone:
            return reading
        said = _said_in(text, renamed, convention)
        return reading if said == alone else answered(reading._replace(ways=said), min_confidence, min_share)
    value = reading.value
    if value is None:
        return reading
    if meanings and not reading.alternatives:
        renamed_values = renamed_date(text, value, meanings)
        if renamed_values == [None]:
            return reading._replace(value=None, confidence=1.0, reason=Reason.NO_DATE)
        values = [each for each in renamed_values if each is not None]
        if len(values) == len(renamed_values):
            value, reading = values[0], _marked(reading, values)
    if reading.alternatives:
        alternatives = tuple((convention.in_century(text, each), share) for each, share in reading.alternatives)
        return reading._replace(value=alternatives[0][0], alternatives=alternatives)
    return _marked(reading, convention.readings_of(text, value))


def _marked(reading: Reading, values: Sequence[str]) -> Reading:
    """The reading with a value; with all of them, if there are several."""
    if len(values) == 1:
        return reading._replace(value=values[0])
    share = 1 / len(values)  # nothing in the column or the text speaks for one of them
    return reading._replace(
        value=values[0], confidence=share, ambiguous=True, alternatives=tuple((value, share) for value in values)
    )


def _renamed(text: str, said: tuple[Said, ...], meanings: frozenset[Meaning]) -> tuple[Said, ...]:
    """The ways to read a moment whose name has one of these meanings."""
    if not meanings or len(said) != 1:
        return said
    machines = renamed_moment(text, said[0].machine, meanings)
    if machines == [said[0].machine]:
        return said
    return tuple(Said(machine, share=1 / len(machines)) for machine in machines)


def _said_in(text: str, said: tuple[Said, ...], convention: Convention) -> tuple[Said, ...]:
    """The ways to read a moment as one of a column."""
    first = said[0]
    if len(said) == 1 and first.machine[_FORM:] == PLAIN:
        value = DATE.to_value(_date(first.machine)) or ""
        values = convention.readings_of(text, value)
        if values == (value,):  # as of most texts
            return said
        return tuple(Said(_digits(value) + PLAIN, share=1 / len(values)) for value in values)
    return tuple(
        each
        if each.machine[_FORM] == RANGE or each.machine[_CALENDAR] != GREGORIAN
        else each._replace(machine=_digits(convention.in_century(text, _date(each.machine))) + each.machine[_FORM:])
        for each in said
    )


def _date(machine: str) -> str:
    """The date of a moment in the form of the date task."""
    digits = machine[_DIGITS]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _digits(date: str) -> str:
    """The first characters of a moment's machine string, of a date as `_date` writes it or cut at its end."""
    return date.replace("-", "").ljust(8, UNSPECIFIED)
