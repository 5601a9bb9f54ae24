"""Hints: what is asked for before a text, such as the order of its numbers or the end of its range."""

from collections.abc import Mapping

END = "END"
"""The hint that asks for the end of a range in place of its start."""

HINTS: Mapping[str, str] = {"DMY": "\x01", "MDY": "\x02", "YMD": "\x03", END: "\x04"}
"""Order of an all-number date, or `END` -> its hint: the control character before a text, for the symbol `<DMY>` and
so on.

Canonical text has no control characters, so that no text can imitate a hint.
"""


def hint_of(order: str) -> str:
    """The characters before a text that ask for an order, for the end of a range, or for both.

    >>> hint_of("DMYEND") == HINTS[END] + HINTS["DMY"]
    True
    """
    stated = order.removesuffix(END)
    return (HINTS[END] if order.endswith(END) else "") + HINTS.get(stated, "")
