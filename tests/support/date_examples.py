"""Dates as the generator writes them, for tests of what is true of all."""

import itertools

from faker import Faker

from datenorm.corpus.dates.families import FAMILIES
from datenorm.corpus.dates.writing import Phrase, examples, phrases
from datenorm.corpus.phrase import Example


def seeded(seed: int) -> Faker:
    faker = Faker("en")
    faker.seed_instance(seed)
    return faker


def draw(count: int, seed: int = 1, held_out: bool = False) -> list[Example]:
    return list(itertools.islice(examples(seeded(seed), held_out=held_out), count))


def draw_phrases(count: int, seed: int, families=FAMILIES) -> list[Phrase]:
    return list(itertools.islice(phrases(seeded(seed), families=families), count))
