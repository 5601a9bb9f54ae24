"""Checks: readers of the values of a language's file, each with errors that name the file and the key."""

import difflib
import itertools
import re
import string
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

Read = Callable[[str, Any], Any]
"""Takes the place of a value, for its errors, and the value as TOML has it. Returns the value, or raises ValueError."""

_FEW = 12  # names that a message lists
_ALTERNATIVES = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")


def wrong(where: str, expected: str, received: object) -> ValueError:
    """The error of a value that is not what was expected."""
    return ValueError(f"{where}: expected {expected}. Received: {received!r}")


def known(where: str, name: str, names: Collection[str]) -> str:
    """The name, if it is one of `names`; the error lists them or the likeliest ones."""
    if name not in names:
        near = " or ".join(map(repr, difflib.get_close_matches(name, names, 2)))
        expected = (
            f"one of {', '.join(names)}" if len(names) <= _FEW else "a name that docs/adding-a-language.md explains"
        )
        raise ValueError(
            f"{where}: expected {expected}. Received: {name!r}." + (f" Did you mean {near}?" if near else "")
        )
    return name


def text(where: str, value: Any) -> str:
    """A text."""
    if not isinstance(value, str):
        raise wrong(where, "a text in quotes", value)
    return value


def number(where: str, value: Any) -> float:
    """A number above 0."""
    if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
        raise wrong(where, "a number above 0", value)
    return value


def flag(where: str, value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise wrong(where, "true or false", value)
    return value


def one_of(*choices: str) -> Read:
    """A reader of one of a few texts."""
    return lambda where, value: known(where, text(where, value), choices)


def list_of(item: Read, *lengths: int) -> Read:
    """A reader of a list, of one of the lengths if there are any."""

    def read_list(where: str, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or (lengths and len(value) not in lengths):
            expected = f"a list of {' or '.join(map(str, lengths))}" if lengths else "a list in brackets"
            raise wrong(where, expected, value)
        return tuple(item(where, one) for one in value)

    return read_list


def list_with_alternatives(item: Read) -> Read:
    """A reader of a list of texts, each of which can have alternatives in parentheses, and then stands for several."""
    read = list_of(item)

    def read_list(where: str, value: Any) -> tuple[str, ...]:
        return tuple(text for one in read(where, value) for text in _alternatives(one))

    return read_list


def _alternatives(text: str) -> Iterator[str]:
    """The texts that a text with alternatives in parentheses stands for.

    >>> list(_alternatives("(last|past) week"))
    ['last week', 'past week']
    """
    pieces = _ALTERNATIVES.split(text)  # text, alternatives, text, ...
    choices = (piece.split("|") if place % 2 else [piece] for place, piece in enumerate(pieces))
    for chosen in itertools.product(*choices):
        yield "".join(chosen)


def with_slots(slots: Collection[str]) -> Read:
    """A reader of a pattern that may have these slots."""

    def read_pattern(where: str, value: Any) -> str:
        pattern = text(where, value)
        for slot in slots_of(where, pattern):
            known(f"{where}: {pattern!r}", slot, slots)
        return pattern

    return read_pattern


def slots_of(where: str, pattern: str) -> list[str]:
    """The slots of a pattern, in order."""
    try:
        return [slot for _, slot, _, _ in string.Formatter().parse(pattern) if slot is not None]
    except ValueError as error:
        raise wrong(where, "every brace to be closed", pattern) from error


def table_of(value_of: Read) -> Read:
    """A reader of a table with any keys, whose values are alike."""

    def read_table(where: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise wrong(where, "a table", value)
        return {key: value_of(f"{where}.{key}", one) for key, one in value.items()}

    return read_table


def table(where: str, value: Any, keys: Mapping[str, Read]) -> dict[str, Any]:
    """A table that may have these keys."""
    if not isinstance(value, dict):
        raise wrong(where, f"a table with {', '.join(keys)}", value)
    return {key: keys[known(where, key, keys)](f"{where}.{key}", one) for key, one in value.items()}
