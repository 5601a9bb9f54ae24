"""The random draws of one text without a date: numbers, and what Faker says in a locale."""

import functools
import random
import re

from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.corpus.negatives.babel_words import months_in
from datenorm.corpus.negatives.tables import UNSTABLE
from datenorm.corpus.phrase import Choice

_POOL = 300  # values of each provider in each locale: Faker is slow, and the patterns recombine them endlessly
_COUNTS = Choice({(1, 9): 30, (10, 31): 25, (32, 99): 20, (100, 999): 15, (1000, 9999): 10})  # most counts are small
_PROSE = frozenset({"word", "sentence"})  # providers whose words are months' names, too, in some languages


class Draw:
    """The random generator and the locale of one text.

    Args:
        rng: Draws everything.
        locale: Faker's, such as 'pl_PL'.
    """

    def __init__(self, rng: random.Random, locale: str) -> None:
        self.rng = rng
        self.locale = locale

    def provided(self, provider: str) -> str:
        """One value of Faker's provider in the locale."""
        return self.rng.choice(pool(self.locale, provider))

    def renumbered(self, provider: str) -> str:
        """One value with other digits: a form has few shapes and countless numbers."""
        return re.sub("[1-9]", lambda _: self.rng.choice("123456789"), self.provided(provider))

    def count(self) -> int:
        """A number as things are counted: most are small."""
        return self.rng.randint(*_COUNTS(self.rng))


@functools.cache
def pool(locale: str, provider: str) -> tuple[str, ...]:
    """Values of a provider in a locale, the same in every process; in English if the locale has no such provider."""
    faker = _faker(locale)
    if (locale, provider) in UNSTABLE or not hasattr(faker, provider):
        return pool("en_US", provider)
    faker.seed_instance(f"{locale} {provider}")
    values = [str(getattr(faker, provider)()).replace("\n", ", ") for _ in range(_POOL)]
    if provider in _PROSE:
        months = months_in(locale.partition("_")[0])
        values = [value for value in values if months.isdisjoint(re.findall(r"\w+", canonicalize(value)))]
    return tuple(dict.fromkeys(values))


@functools.cache
def _faker(locale: str) -> Faker:
    return Faker(locale)
