"""Texts that state no date, of the kinds that a date reader meets: words, names, numbers, prices, impossible dates."""

import functools
import itertools
import random
from collections.abc import Iterator

from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE
from datenorm.corpus.languages.load import codes, load
from datenorm.corpus.negatives.check import may_be_date
from datenorm.corpus.negatives.draw import Draw
from datenorm.corpus.negatives.impossible import impossible_date
from datenorm.corpus.negatives.kinds import KINDS
from datenorm.corpus.negatives.language_words import words
from datenorm.corpus.negatives.slots import CASES, fill
from datenorm.corpus.negatives.tables import HELD_OUT_LOCALES, LOCALES
from datenorm.corpus.patterns.prefixes import FORM_PREFIXES
from datenorm.corpus.phrase import Choice, Example

MACHINE = DATE.to_machine(None)
"""The machine string of a text that states no date."""

# What surrounds dates must surround other texts too. Otherwise the network finds a date in the surroundings alone.
_SURROUNDINGS = Choice(
    {"{}": 86, '"{}"': 3, "({})": 2, "[{}]": 1, "{}.": 2, "{},": 1, "- {}": 0.5, "{}:": 0.5, "* {}": 0.5, "'{}'": 2}
    | {"“{}”": 0.5, "«{}»": 0.5, "{};": 0.3, "{}!": 0.2}
)
_ENGLISH = 0.25  # of the examples: it is met most, and Faker's other locales fall back to it
_WITH_LEAD = 0.10  # of the examples: "from", "until", "nearly"


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """Texts without a date, endlessly, their kinds drawn by their weights.

    >>> faker = Faker(); faker.seed_instance(3)
    >>> next(examples(faker)).machine
    'XXXX-XX-XX'

    Args:
        faker: Its random generator draws everything: the same seed gives the same examples. Its locale does not matter.
        held_out: Whether to write what training never shows: held-out patterns and kinds, in held-out locales.

    Yields:
        Examples without spans, of at most 41 canonical characters. Those that `may_be_date` are left out, except of the
        kinds that are not `checked`.
    """
    rng = faker.random
    patterns = {name: kind.patterns(held_out=held_out) for name, kind in KINDS.items()}
    choose_kind = Choice({name: KINDS[name].weight for name in patterns if patterns[name]})
    locales = HELD_OUT_LOCALES if held_out else LOCALES
    while True:
        kind = choose_kind(rng)
        pattern = rng.choice(patterns[kind])
        if kind == "impossible date":
            text = impossible_date(rng, pattern, locales, held_out=held_out)
            if not held_out:
                text = _with_lead(rng, text)
        else:
            locale = "en_US" if not held_out and rng.random() < _ENGLISH else rng.choice(locales)
            text = CASES(rng)(fill(Draw(rng, locale), pattern))
            if not held_out:
                text = _SURROUNDINGS(rng).format(_with_lead(rng, text))
        canonical = canonicalize(text)
        if canonical and len(canonical) <= DATE.Tx and not (KINDS[kind].checked and may_be_date(canonical)):
            yield Example(text, MACHINE, {}, kind, pattern)


def _with_lead(rng: random.Random, text: str) -> str:
    return rng.choice(_leads()) + text if rng.random() < _WITH_LEAD else text


@functools.cache
def _leads() -> tuple[str, ...]:
    """What precedes dates in any language, and what precedes other texts: "from", "until", "nearly"."""
    of_dates = (load(code).day_prefixes + load(code).labels for code in codes())
    return tuple(dict.fromkeys(itertools.chain(*of_dates, FORM_PREFIXES, [f"{lead} " for lead in words("leads")])))
