"""Reasons: why a text or a picture has no value."""

import enum

from datenorm.core.tasks import Task


class Reason(enum.StrEnum):
    """Why a text or a picture has no value.

    Each reason equals its string, and is shown and written as that string everywhere.
    """

    EMPTY = "empty"
    TOO_LONG = "too long"
    NOT_TEXT = "not text"
    NO_DATE = "no date in it"
    NO_TIME = "no time in it"
    NO_MOMENT = "no moment in it"
    LOW_CONFIDENCE = "low confidence"
    DURATION = "a duration"
    RECURRENCE = "a recurrence"
    SEVERAL = "several moments"
    NEEDS_REFERENCE = "needs a reference"
    IMPOSSIBLE = "does not exist"
    REVERSED = "ends before it starts"
    NO_END = "no end in it"
    NO_FORM = "no form for all that it states"
    OUT_OF_YEARS = "outside the years 1 to 9999"
    NO_STAMP = "no stamp in it"
    NOT_PICTURE = "not a picture"

    __repr__ = str.__repr__

    @classmethod
    def nothing_stated(cls, task: Task) -> "Reason":
        """The reason for a text that states nothing of the task: `NO_DATE` for dates."""
        return cls[f"NO_{task.name.upper()}"]
