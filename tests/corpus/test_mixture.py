import itertools
import re
from collections.abc import Callable, Iterator

import pytest
from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE
from datenorm.corpus import dates, negatives
from datenorm.corpus.dataset import pair_of
from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.locales.names import month_of
from datenorm.corpus.mixture import blotted, edited, examples, human_characters, with_ocr_confusion, with_typing_error
from datenorm.corpus.noise.blots import BLOT
from datenorm.corpus.noise.chances import add_noise
from datenorm.corpus.phrase import Example

SIZE = 4_000
FEW_AND_MANY = [500, pytest.param(30_000, marks=pytest.mark.slow)]
SHARED = set(load("hr").shared_month_names)  # what is Croatian where a full stop shows it


def own_names(locale: str, month: int) -> set[str]:
    """What the locale calls the month, which may be another's name elsewhere: Ladin "ma" is May."""
    months = forms(locale).words[""].months.values() if locale else ()
    return {canonicalize(name).strip(" .") for names in months for name in names[month - 1]}


def seeded(seed: int) -> Faker:
    faker = Faker("en")
    faker.seed_instance(seed)
    return faker


@pytest.fixture(scope="module")
def mixed() -> list[Example]:
    return list(itertools.islice(examples(seeded(1)), SIZE))


def test_the_same_seed_gives_the_same_examples(mixed: list[Example]) -> None:
    assert list(itertools.islice(examples(seeded(1)), 200)) == mixed[:200]


def test_dates_non_dates_and_impossible_dates_have_their_shares(mixed: list[Example]) -> None:
    non_dates = sum(example.machine == negatives.MACHINE for example in mixed)
    impossible = sum(DATE.is_impossible(example.machine) for example in mixed)
    assert 0.25 < non_dates / SIZE < 0.34
    assert 0.01 < impossible / SIZE < 0.04


def test_every_machine_string_is_valid_or_a_day_of_no_calendar(mixed: list[Example]) -> None:
    assert all(DATE.is_valid(example.machine) != DATE.is_impossible(example.machine) for example in mixed)


def test_spans_lie_in_the_noisy_text(mixed: list[Example]) -> None:
    for example in mixed:
        for ranges in example.spans.values():
            assert all(0 <= start < stop <= len(example.human) for start, stop in ranges), example


def test_some_dates_have_noise_and_some_are_clean(mixed: list[Example]) -> None:
    wholes = [example.human for example in mixed if example.pattern == "{dd}/{MM}/{y}"]
    clean = sum(re.fullmatch(r"\d\d/\d\d/\d{4}", human) is not None for human in wholes)
    assert 0.3 < clean / len(wholes) < 0.95


def test_an_impossible_date_is_written_down_for_the_decoder_to_refuse(mixed: list[Example]) -> None:
    impossible = list(itertools.islice(edited(seeded(4), add_noise, impossible=True), 1000))
    written = [example for example in impossible if DATE.is_impossible(example.machine)]
    assert {example.machine for example in impossible if example not in written} == {negatives.MACHINE}
    assert 0.8 < len(written) / len(impossible) < 0.99  # the others have a 40th day of a month
    assert all({"month", "day"} <= set(example.spans) for example in written)
    assert len({example.locale.partition("_")[0] for example in impossible}) > 150
    assert not any(re.fullmatch(r"may (3[2-9]|[4-9]\d)", canonicalize(example.human)) for example in impossible)
    possible = {pair_of(example).text for example in itertools.islice(dates.examples(seeded(5)), 3_000)}
    assert possible.isdisjoint(pair_of(example).text for example in impossible)


@pytest.mark.parametrize("source", [with_typing_error, with_ocr_confusion])
def test_an_error_leaves_a_whole_answer(source: Callable[[Faker], Iterator[Example]]) -> None:
    for example in itertools.islice(source(seeded(3)), 300):
        assert DATE.is_valid(example.machine)
        assert example.machine != negatives.MACHINE


@pytest.mark.parametrize("source", [with_typing_error, with_ocr_confusion])
@pytest.mark.parametrize("size", FEW_AND_MANY)
def test_an_error_makes_no_other_month_of_a_name(source: Callable[[Faker], Iterator[Example]], size: int) -> None:
    assert month_of("Mrz.") == 3
    for example in itertools.islice(source(seeded(6)), size):
        named = [example.human[slice(*span)] for span in example.spans.get("month", ())]
        month = int(example.machine[5:7]) if named else 0
        if len(named) == 1 and canonicalize(named[0]).strip(" .") not in SHARED | own_names(example.locale, month):
            assert month_of(named[0]) in (None, month), example
        if example.pattern in ("{LLLL}", "{MMMM}"):
            assert len(canonicalize(example.human)) >= 6, example


@pytest.mark.parametrize("size", FEW_AND_MANY)
def test_no_digit_is_read_into_the_end_of_a_months_name(size: int) -> None:
    names = {"mar", "jul", "avr", "lug"}
    for example in itertools.islice(with_ocr_confusion(seeded(6)), size):
        for start, stop in example.spans.get("month", ()):
            name = canonicalize(example.human[start:stop])
            assert not (name[-1:].isdigit() and name.rstrip("0123456789") in names), example


def test_the_vocabulary_has_noise_and_signs_but_no_blot(mixed: list[Example]) -> None:
    characters = set(human_characters())
    assert list(human_characters()) == sorted(characters)
    assert BLOT not in characters
    assert set(dates.human_characters()) | set("|$€%&@*=") < characters
    for example in itertools.islice(with_ocr_confusion(seeded(7)), 500):
        assert set(canonicalize(example.human)) <= characters, example
    unknown = [e for e in mixed if BLOT not in e.human and not set(canonicalize(e.human)) <= characters]
    assert len(unknown) < 0.025 * SIZE


def test_a_blotted_date_states_what_is_left_of_it(mixed: list[Example]) -> None:
    found = list(itertools.islice(blotted(seeded(5)), 500))
    assert all(1 <= example.human.count(BLOT) <= 2 for example in found)
    assert all(DATE.is_valid(example.machine) for example in found)
    stated = [
        {field.name for field in DATE.fields if "X" not in example.machine[field.start : field.stop]}
        for example in found
    ]
    assert all(set(example.spans) == fields for example, fields in zip(found, stated, strict=True))
    assert 0.02 < sum(BLOT in example.human for example in mixed) / SIZE < 0.08
