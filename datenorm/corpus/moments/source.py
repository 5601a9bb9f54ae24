"""Source: what the kinds of moments draw from, the dates and times of one generator."""

import dataclasses
import functools
import random
from collections.abc import Iterator

from faker import Faker

from datenorm.corpus import negatives
from datenorm.corpus.dates import FAMILIES, REHEARSED, Phrase, phrases
from datenorm.corpus.languages.load import by_language, language_of, load
from datenorm.corpus.locales.chooser import chooser
from datenorm.corpus.locales.forms import suits_script
from datenorm.corpus.moments.clocks import ClockPhrase, clock_writer
from datenorm.corpus.moments.dates import bare_dates
from datenorm.corpus.phrase import Choice, Example

_OF_A_KNOWN_LANGUAGE = 0.7  # of the times are in a language whose file says them
_LEAST_WEIGHT = 3.0  # of those: the small ones have as many ways to say the time to learn
_MOST_WRITTEN, _OFTENER = 9.0, 1.7  # the languages of at least this weight have the longest lists of ways to learn

_OF_PARTS = ("phrase, part", "CLDR, part", "free order, part", "numbers, day and month", "numbers, month and year")
_PARTS = {name: FAMILIES[name] for name in _OF_PARTS}


@dataclasses.dataclass(slots=True)
class Source:
    """What the kinds of moments draw from.

    Attributes:
        rng: Draws everything.
        dates: Bare dates.
        rehearsed: Bare dates that are hard to learn.
        parts: Bare parts of dates, such as a day and its month.
        formatted: Bare dates in CLDR's formats, every language as often.
        impossible: Bare days that no calendar has.
        non_dates: Texts that state no date, some of which state a time.
        locales: A choice of locales.
    """

    rng: random.Random
    dates: Iterator[Phrase]
    rehearsed: Iterator[Phrase]
    parts: Iterator[Phrase]
    formatted: Iterator[Phrase]
    impossible: Iterator[Phrase]
    non_dates: Iterator[Example]
    locales: Choice[str]

    @classmethod
    def of(cls, faker: Faker, *, held_out: bool = False) -> "Source":
        """The source that a generator draws from.

        Args:
            faker: Draws everything: the same seed gives the same moments.
            held_out: Write the held-out patterns of dates, instead of those to train on.
        """
        return cls(
            faker.random,
            bare_dates(faker, held_out=held_out),
            bare_dates(faker, families=REHEARSED, held_out=held_out),
            bare_dates(faker, families=_PARTS, held_out=held_out),
            bare_dates(faker, families={"CLDR": REHEARSED["CLDR"]}, held_out=held_out),
            phrases(faker, impossible=True, bare=True),
            negatives.examples(faker, held_out=held_out),
            chooser(False),
        )

    def locale(self) -> str:
        """A locale, more often one whose language's file says times."""
        if self.rng.random() < _OF_A_KNOWN_LANGUAGE:
            return _language_with_clock()(self.rng)
        return self.locales(self.rng)

    def clock(self, identifier: str) -> ClockPhrase | None:
        """A time of day in a locale."""
        rng = self.rng
        return clock_writer(identifier).write(rng, rng.randrange(24), rng.randrange(60), rng.randrange(60))


@functools.cache
def _language_with_clock() -> Choice[str]:
    """A choice of these locales: by weight, the small languages often enough to be learnt."""
    return Choice(
        {
            each: weight * _OFTENER if weight >= _MOST_WRITTEN else max(_LEAST_WEIGHT, weight)
            for each in locales_with_clocks()
            for weight in [language_of(each).weight]
        }
    )


@functools.cache
def locales_with_clocks() -> tuple[str, ...]:
    """A locale of each language whose file says the time of day, one in the script of the file: Serbian in Latin."""
    return tuple(
        code if suits_script(code) else f"{code}_{load(code).phrase_scripts[0]}" for code in by_language("clock")
    )
