"""Characters: what the patterns and the tables of non-dates are written with."""

import itertools

from datenorm.core.canonical import canonicalize
from datenorm.corpus.negatives import tables
from datenorm.corpus.negatives.kinds import KINDS


def human_characters() -> str:
    """The canonical characters of the patterns and the tables, sorted; those of Faker and Babel are not among them."""
    words = itertools.chain(
        tables.LEADS,
        tables.LABELS,
        tables.UNITS,
        tables.SIGNS,
        tables.DURATIONS,
        tables.RELATIVE,
        tables.SENTENCES,
        tables.NOTHING,
        (kind.written for kind in KINDS.values()),
        "±√",  # what `slots` puts before amounts
    )
    return "".join(sorted(set("".join(map(canonicalize, words)))))
