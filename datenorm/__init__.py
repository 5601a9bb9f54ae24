"""Human dates and times into machine form, with a character-level attention network.

>>> import datenorm
>>> datenorm.normalize("the 3rd of May, 1979")
'1979-05-03'
>>> datenorm.normalize("quarter past five pm", task="time")
'17:15'
"""

import functools

from datenorm.attention import AttentionMap
from datenorm.normalizer import Normalizer, Result

__all__ = ["AttentionMap", "Normalizer", "Result", "normalize"]


def normalize(text: str, *, task: str = "date") -> str | None:
    """The machine form of one text, or None where it has none.

    Args:
        text: What a person wrote.
        task: The preset that reads it.

    Raises:
        TypeError: `text` is not a string.
        FileNotFoundError: There is no such preset.
    """
    return _normalizer(task).normalize(text).value


@functools.cache
def _normalizer(task: str) -> Normalizer:
    return Normalizer(task)
