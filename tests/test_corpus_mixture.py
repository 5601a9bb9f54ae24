import itertools
from collections.abc import Callable, Iterator

import pytest
from faker import Faker

from datenorm.corpus import dates, negatives
from datenorm.corpus.mixture import examples, with_ocr_confusion, with_typing_error
from datenorm.corpus.phrase import Example
from datenorm.tasks import DATE
from datenorm.text import canonicalize

SIZE = 20_000


def seeded(seed: int) -> Faker:
    faker = Faker("en")
    faker.seed_instance(seed)
    return faker


@pytest.fixture(scope="module")
def mixed() -> list[Example]:
    return list(itertools.islice(examples(seeded(1)), SIZE))


def test_the_same_seed_gives_the_same_examples(mixed: list[Example]) -> None:
    assert list(itertools.islice(examples(seeded(1)), 500)) == mixed[:500]


def test_dates_and_non_dates_mix(mixed: list[Example]) -> None:
    non_dates = sum(example.machine == negatives.MACHINE for example in mixed)
    assert 0.18 < non_dates / SIZE < 0.26


def test_every_machine_string_is_valid(mixed: list[Example]) -> None:
    assert all(DATE.is_valid(example.machine) for example in mixed)


def test_spans_lie_in_the_noisy_text(mixed: list[Example]) -> None:
    for example in mixed:
        for ranges in example.spans.values():
            assert all(0 <= start < stop <= len(example.human) for start, stop in ranges), example


def test_noise_is_dealt_to_some(mixed: list[Example]) -> None:
    clean = {canonicalize(example.human) for example in itertools.islice(dates.examples(seeded(2)), 200_000)}
    months = [example for example in mixed if example.family == "CLDR, part" and example.locale.startswith("en")]
    noisy = sum(canonicalize(example.human) not in clean for example in months)
    assert 0.1 < noisy / len(months) < 0.7


@pytest.mark.parametrize("source", [with_typing_error, with_ocr_confusion])
def test_an_error_leaves_what_is_meant(source: Callable[[Faker], Iterator[Example]]) -> None:
    for example in itertools.islice(source(seeded(3)), 2000):
        assert DATE.is_valid(example.machine)
        assert example.machine != negatives.MACHINE
