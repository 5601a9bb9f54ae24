"""Characters that the patterns and the words of texts without a date are written with."""

import itertools

from datenorm.core.canonical import canonicalize
from datenorm.corpus.languages.load import NO_DATE_KINDS
from datenorm.corpus.negatives.kinds import KINDS
from datenorm.corpus.negatives.language_words import words
from datenorm.corpus.negatives.tables import SIGNS

_OF_AMOUNTS = "±√"  # what `slots` puts before them


def human_characters() -> str:
    """The canonical characters of the patterns and words, sorted, without those that only Faker and Babel bring."""
    said = itertools.chain.from_iterable(words(kind) for kind in NO_DATE_KINDS if kind != "around_weekdays")
    texts = itertools.chain(said, SIGNS, (kind.written for kind in KINDS.values()), _OF_AMOUNTS)
    return "".join(sorted(set("".join(map(canonicalize, texts)))))
