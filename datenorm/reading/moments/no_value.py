"""No value: what stops a reading, with the reason that the user gets."""

from datenorm.core.reasons import Reason


class NoValueError(Exception):
    """A moment has no value.

    Attributes:
        reason: Why.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason
