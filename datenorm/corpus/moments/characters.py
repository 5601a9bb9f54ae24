"""Characters of moments: what their canonical texts are written with."""

import itertools

from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.corpus import mixture
from datenorm.corpus.moments.mixture import examples

_SAMPLE = 20_000
"""Texts that are looked at. What none of them has is too rare for its embedding to be learned."""


def human_characters() -> str:
    """The characters of canonical dates and of a sample of moments, the same in each call, sorted.

    Moments are written from too many sources, such as ICU and Babel, to ask each of them for its characters.
    """
    faker = Faker("en")
    faker.seed_instance("characters")
    texts = (canonicalize(example.human) for example in itertools.islice(examples(faker), _SAMPLE))
    return "".join(sorted({*mixture.human_characters(), *itertools.chain.from_iterable(texts)}))
