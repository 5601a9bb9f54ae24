"""Numbers of moments: in words, as ICU says them, in Roman numerals, and as English counts."""

import functools

from icu4py.messageformat import MessageFormat

_SOFT_HYPHEN = "\u00ad"
_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


@functools.cache
def cardinals(language: str, stop: int) -> tuple[str, ...]:
    """The numbers below `stop` in words; in digits where ICU does not know the language's words.

    >>> cardinals("de", 22)[21]
    'einundzwanzig'
    """
    write = MessageFormat("{n,spellout}", language)
    return tuple(str(write.format({"n": number})).replace(_SOFT_HYPHEN, "") for number in range(stop))


@functools.cache
def english_ordinals(stop: int) -> tuple[str, ...]:
    """The ordinal numbers below `stop` in English words, from "zeroth" on."""
    write = MessageFormat("{n,spellout,%spellout-ordinal}", "en")
    return tuple(str(write.format({"n": number})) for number in range(stop))


def english_nth(number: int) -> str:
    """The number as English counts.

    >>> english_nth(11), english_nth(22)
    ('11th', '22nd')
    """
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def roman(number: int) -> str:
    """The number in Roman numerals, up to 39.

    >>> roman(19)
    'XIX'
    """
    text = ""
    for sign, value in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
