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
from datenorm.corpus.negatives.impossible import impossible_date
from datenorm.corpus.negatives.kinds import KINDS
from datenorm.corpus.negatives.slots import CASES, Draw, fill
from datenorm.corpus.negatives.tables import HELD_OUT_LOCALES, LEADS, LOCALES
from datenorm.corpus.patterns.prefixes import FORM_PREFIXES
from datenorm.corpus.phrase import Choice, Example

MACHINE = DATE.to_machine(None)
_ENGLISH = 0.25  # of the examples: the language that is met most, and the one that other locales fall back to
# What stands around a date stands around the rest of a text too, or else the network finds a date in the company alone.
_AROUND = Choice(
    {"{}": 86, '"{}"': 3, "({})": 2, "[{}]": 1, "{}.": 2, "{},": 1, "- {}": 0.5, "{}:": 0.5, "* {}": 0.5, "'{}'": 2}
    | {"“{}”": 0.5, "«{}»": 0.5, "{};": 0.3, "{}!": 0.2}
)
_LED = 0.10  # of the examples: "from", "until", "nearly"


def examples(faker: Faker, *, held_out: bool = False) -> Iterator[Example]:
    """Non-dates without end, kinds drawn by their weights.

    >>> faker = Faker(); faker.seed_instance(3)
    >>> next(examples(faker)).machine
    'XXXX-XX-XX'

    Args:
        faker: Its random generator draws everything: the same seed gives the same examples. Its locale does not matter.
        held_out: Write what training never shows: the held-out patterns and kinds, in Faker's held-out locales.

    Yields:
        Examples without spans, of at most 41 canonical characters, none of which `may_be_date`, week dates apart.
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
                text = _led(rng, text)
        else:
            locale = "en_US" if not held_out and rng.random() < _ENGLISH else rng.choice(locales)
            text = CASES(rng)(fill(Draw(rng, locale), pattern))
            if not held_out:
                text = _AROUND(rng).format(_led(rng, text))
        canonical = canonicalize(text)
        if canonical and len(canonical) <= DATE.Tx and not (KINDS[kind].checked and may_be_date(canonical)):
            yield Example(text, MACHINE, {}, kind, pattern)


def _led(rng: random.Random, text: str) -> str:
    return rng.choice(_leads()) + text if rng.random() < _LED else text


@functools.cache
def _leads() -> tuple[str, ...]:
    """What precedes dates in any language, and other texts: "from", "until", "nearly"."""
    of_languages = (load(code).day_prefixes + load(code).labels for code in codes())
    return tuple(dict.fromkeys(itertools.chain(*of_languages, FORM_PREFIXES, [f"{lead} " for lead in LEADS])))
