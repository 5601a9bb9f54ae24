"""Language names: what a word means as the name of a month or a weekday, in which language."""

import functools
import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from datenorm.core.package import PACKAGE

LANGUAGE_NAMES = PACKAGE / "core" / "language_names.json"
"""The version of CLDR, and language -> its names of the twelve months and the seven weekdays from Monday, with commas
between them and spaces between the names of one. `datenorm.corpus.locales.language_names` writes it."""

MONTH, WEEKDAY = "month", "weekday"

_MONTHS = 12
_BETWEEN_WORDS = re.compile(r"[\s\d.,;:/()'’_-]+")


class Meaning(NamedTuple):
    """What a name means: the kind, `MONTH` or `WEEKDAY`, and the number from 1."""

    kind: str
    number: int


MEANINGS = tuple(
    Meaning(kind, number) for kind, count in ((MONTH, _MONTHS), (WEEKDAY, 7)) for number in range(1, count + 1)
)
"""The meanings, in the order of the table."""


def words_of(text: str) -> list[str]:
    """The words of a canonical text.

    >>> words_of("15. listopada 2013, 10:30")
    ['listopada']
    """
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def names_in(text: str) -> list[str]:
    """The words of a canonical text that are names of months or weekdays in a language of the table.

    >>> names_in("lun 2 de marzo")
    ['lun', 'marzo']
    """
    known = _names()
    return [word for word in words_of(text) if word in known]


def meanings_of(name: str) -> Mapping[str, frozenset[Meaning]]:
    """Language -> what the name means in it. Empty for other words.

    >>> meanings_of("listopad")["hr"] == {Meaning(MONTH, 10)}, meanings_of("listopad")["pl"] == {Meaning(MONTH, 11)}
    (True, True)
    """
    return _names().get(name, {})


@functools.cache
def is_shared(name: str) -> bool:
    """Whether a name has more than one meaning, in one language or in several.

    >>> is_shared("mar"), is_shared("marzo")
    (True, False)
    """
    return len(frozenset[Meaning]().union(*meanings_of(name).values())) > 1


@functools.cache
def _names() -> dict[str, dict[str, frozenset[Meaning]]]:
    found: dict[str, dict[str, frozenset[Meaning]]] = {}
    for language, names in json.loads(LANGUAGE_NAMES.read_text(encoding="utf-8"))["names"].items():
        for meaning, of_meaning in zip(MEANINGS, names.split(","), strict=True):
            for name in of_meaning.split():
                of_name = found.setdefault(name, {})
                of_name[language] = of_name.get(language, frozenset()) | {meaning}
    return found
