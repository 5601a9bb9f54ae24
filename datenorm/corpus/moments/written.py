"""Written: a text about a moment, before its pieces are joined."""

import dataclasses

from datenorm.core.moments import DURATION, NOTHING, RECURRENCE, SEVERAL, TY, Moment
from datenorm.corpus.dates import Phrase
from datenorm.corpus.moments.pieces import Sided, Stated, of_start
from datenorm.corpus.phrase import Piece


@dataclasses.dataclass(slots=True)
class Written:
    """A text about a moment before its pieces are joined.

    Attributes:
        pieces: The text, with what each piece states, and of which end.
        moment: What it states; of a range its start.
        family: The kind of text.
        end: The end of a range; None for all else.
        pattern: The pattern within the family.
        locale: The Babel identifier of the locale that writes so; '' where any does.
        order: The order that is stated beside the text; '' where none is.
        date: The date that is a part of it, whose meaning noise must not change; None where there is none.
    """

    pieces: list[Sided]
    moment: Moment
    family: str
    end: Moment | None = None
    pattern: str = ""
    locale: str = ""
    order: str = ""
    date: Phrase | None = None


def point(pieces: list[Piece], fields: Stated, family: str, *, date: Phrase | None = None, locale: str = "") -> Written:
    """What has one end alone.

    Args:
        pieces: The text, with what each piece states.
        fields: The fields of `Moment` that it states.
        family: The kind of text.
        date: The date that is a part of it, with its locale and order.
        locale: The locale, where there is no date.
    """
    written = Written(of_start(pieces), Moment(**fields), family, locale=locale, date=date)
    if date is not None:
        written.pattern, written.locale, written.order = date.pattern, date.locale, date.order
    return written


def without_value(text: str, form: str, family: str, *, locale: str = "", pattern: str = "") -> Written:
    """What states no moment that has a value.

    Args:
        text: The text.
        form: Why: one of `NOTHING`, `DURATION`, `RECURRENCE` and `SEVERAL`.
        family: The kind of text.
        locale: The locale that writes so.
        pattern: The pattern within the family.
    """
    return Written([(text, (), "")], WITHOUT_VALUE[form], family, locale=locale, pattern=pattern)


def _without_value(form: str) -> Moment:
    return Moment.from_machine(("X" * 8 + form).ljust(TY, "X"))


WITHOUT_VALUE = {form: _without_value(form) for form in (NOTHING, DURATION, RECURRENCE, SEVERAL)}
"""Form -> the moment that states nothing else."""
