"""Decoder: the most probable valid machine string, compared with a search through all of them."""

import calendar
import datetime as dt
import itertools
import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.core.forms import Form
from datenorm.core.tasks import DATE, TIME
from datenorm.core.vocab import UNKNOWN, Vocab
from datenorm.reading.decoder import Decoder

MACHINE = Vocab.of(TIME.alphabet, specials=())
DECODE = Decoder(TIME.groups[0], MACHINE)

# Two products of segments of different widths, whose strings begin alike: Ty 3, V 4.
TOY = Form((), ((("ab", "ba", "dd"), ("c", "d")), (("a", "c"), ("bd", "cc", "aa"))))
TOY_STRINGS = ["abc", "abd", "bac", "bad", "ddc", "ddd", "abd", "acc", "aaa", "cbd", "ccc", "caa"]

TIMES = [f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in range(60)]


DATES = ["1979-05-03", "2024-02-29", "1900-02-29", "XXXX-04-31", "1979-05-XX", "XXXX-02-29", "XXXX-XX-XX", "0400-02-29"]
DAYS = ["-XX-XX", *(f"-{month:02d}-XX" for month in range(1, 13))]
DAYS += [f"-{day:%m-%d}" for day in (dt.date(2023, 1, 1) + dt.timedelta(i) for i in range(365))]


def random_distributions(seed: int, *shape: int, sharpness: float = 1.0) -> np.ndarray:
    energies = np.exp(sharpness * np.random.default_rng(seed).standard_normal(shape))
    return (energies / energies.sum(axis=-1, keepdims=True)).astype(np.float32)


def product_of(probabilities: np.ndarray, string: str, vocab: Vocab) -> float:
    return math.prod(float(row[vocab[character]]) for row, character in zip(probabilities, string, strict=True))


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(1, 5), st.sampled_from([0.1, 1.0, 5.0]))
def test_the_answer_is_the_best_of_all_1440_times(seed: int, size: int, sharpness: float) -> None:
    batch = random_distributions(seed, size, 5, 11, sharpness=sharpness)
    machines, probabilities = DECODE(batch)
    for rows, machine, probability in zip(batch, machines, probabilities, strict=True):
        best = max(product_of(rows, string, MACHINE) for string in TIMES)
        assert product_of(rows, machine, MACHINE) == pytest.approx(best, rel=1e-6)
        assert probability == pytest.approx(best, rel=1e-6)


@given(st.integers(0, 2**32), st.sampled_from([0.1, 1.0, 4.0]))
def test_the_answer_is_the_best_of_a_union_of_products(seed: int, sharpness: float) -> None:
    vocab = Vocab.of(TOY.alphabet, specials=())
    batch = random_distributions(seed, 6, 3, 4, sharpness=sharpness)
    machines, probabilities = Decoder(TOY, vocab)(batch)
    for rows, machine, probability in zip(batch, machines, probabilities, strict=True):
        assert machine == max(TOY_STRINGS, key=lambda string: product_of(rows, string, vocab))
        assert probability == pytest.approx(product_of(rows, machine, vocab), rel=1e-6)


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from([0.3, 2.0, 8.0]), st.sampled_from([*DATES, "2023-02-29", "19X4-13-0X"]))
def test_the_answer_is_the_best_of_all_dates_or_none_for_an_impossible_day(
    seed: int, sharpness: float, meant: str
) -> None:
    vocab = Vocab.of(DATE.alphabet, specials=())
    batch = random_distributions(seed, 4, 10, 12, sharpness=sharpness)
    # As a network does: most of the probability is on one string, valid or not.
    batch = (batch + 3 * np.eye(12, dtype=np.float32)[[vocab[character] for character in meant]]) / 4
    machines, probabilities = Decoder(DATE.groups[0], vocab)(batch)
    years = ["XXXX", *(f"{year:04d}" for year in range(1, 10_000))]
    year_ids = np.array([[vocab[character] for character in year] for year in years])
    may_be_leap = np.array([not year.isdigit() or calendar.isleap(int(year)) for year in years])
    characters = list(vocab)
    for rows, machine, probability in zip(batch, machines, probabilities, strict=True):
        likeliest = "".join(characters[i] for i in rows.argmax(axis=-1))
        if DATE.is_impossible(likeliest):
            assert machine == "XXXX-XX-XX"
            assert probability == pytest.approx(product_of(rows, likeliest, vocab), rel=1e-5)
            continue
        of_year = rows[np.arange(4), year_ids].prod(axis=1, dtype=float)
        of_day = max(product_of(rows[4:], day, vocab) for day in DAYS)
        of_no_month = max(product_of(rows[4:], f"-XX-{day:02d}", vocab) for day in range(1, 32))
        best = max(of_year.max() * of_day, of_year[1:].max() * of_no_month)
        best = max(best, of_year[may_be_leap].max() * product_of(rows[4:], "-02-29", vocab))
        assert DATE.is_valid(machine)
        assert product_of(rows, machine, vocab) == pytest.approx(best, rel=1e-5)
        assert probability == pytest.approx(best, rel=1e-5)


def test_every_valid_time_is_decoded_from_its_one_hot_code() -> None:
    batch = np.eye(11, dtype=np.float32)[[[MACHINE[character] for character in string] for string in TIMES]]
    machines, probabilities = DECODE(batch)
    assert machines == TIMES
    assert (probabilities == 1).all()


@given(st.lists(st.lists(st.sampled_from([0.0, 1e-45, 1e-7, 0.3, 1.0]), min_size=55, max_size=55), max_size=3))
def test_any_input_is_decoded_to_valid_strings(batch: list[list[float]]) -> None:
    machines, probabilities = DECODE(np.array(batch, np.float32).reshape(-1, 5, 11))
    assert len(machines) == len(probabilities) == len(batch)
    assert all(map(TIME.is_valid, machines))
    assert ((probabilities >= 0) & (probabilities <= 1)).all()


@pytest.mark.parametrize("string", ["29:71", "99:99", ":::::", "00000", "24:60"])
def test_a_certain_but_invalid_string_gives_its_nearest_valid_one(string: str) -> None:
    code = np.eye(11, dtype=np.float32)[[[MACHINE[character] for character in string]]]
    (machine,), (probability,) = DECODE(code)
    assert TIME.is_valid(machine)
    agreement = sum(map(str.__eq__, machine, string))
    assert agreement == max(sum(map(str.__eq__, time, string)) for time in TIMES)
    assert probability < 1e-30


def test_all_zero_rows_give_a_valid_time_without_confidence() -> None:
    (machine,), (probability,) = DECODE(np.zeros((1, 5, 11), np.float32))
    assert TIME.is_valid(machine)
    assert probability < 1e-30


def test_a_batch_of_one_equals_a_batch_of_many() -> None:
    batch = random_distributions(7, 50, 5, 11)
    machines, probabilities = DECODE(batch)
    for i in range(50):
        (machine,), (probability,) = DECODE(batch[i : i + 1])
        assert (machine, probability) == (machines[i], probabilities[i])
    order = random.Random(0).sample(range(50), 50)
    permuted, _ = DECODE(batch[order])
    assert permuted == [machines[i] for i in order]


def test_an_empty_batch_gives_no_strings() -> None:
    machines, probabilities = DECODE(np.zeros((0, 5, 11), np.float32))
    assert machines == []
    assert probabilities.shape == (0,)


@pytest.mark.parametrize(
    ("share", "machine", "probability"), [(1.0, "1979-05-03", 0.5), (0.25, "XXXX-XX-XX", 0.8 / (0.8 + 0.8))]
)
def test_what_a_training_seldom_showed_counts_as_often_as_it_is(share: float, machine: str, probability: float) -> None:
    vocab = Vocab.of(DATE.alphabet, specials=())
    batch = np.zeros((1, DATE.Ty, len(vocab)), np.float32)
    for text, of_text in (("1979-05-03", 0.5), ("XXXX-XX-XX", 0.2)):
        for place, character in enumerate(text):
            batch[0, place, vocab[character]] = 1.0 if character == "-" else of_text ** (1 / 8)
    machines, probabilities = Decoder(DATE.groups[0], vocab, asked_in_vain=share)(batch)
    assert machines == [machine]
    assert probabilities[0] == pytest.approx(probability, rel=1e-5)


@given(st.integers(0, 2**32), st.sampled_from([0.1, 1.0, 4.0]), st.sampled_from([0.05, 0.5]))
def test_no_probability_exceeds_one_where_nothing_counts_more(seed: int, sharpness: float, share: float) -> None:
    vocab = Vocab.of(DATE.alphabet, specials=())
    batch = random_distributions(seed, 4, DATE.Ty, len(vocab), sharpness=sharpness)
    machines, probabilities = Decoder(DATE.groups[0], vocab, asked_in_vain=share)(batch)
    plain_machines, plain = Decoder(DATE.groups[0], vocab)(batch)
    assert ((probabilities >= 0) & (probabilities <= 1 + 1e-9)).all()
    for machine, before, probability, plain_probability in zip(
        machines, plain_machines, probabilities, plain, strict=True
    ):
        assert machine in (before, "XXXX-XX-XX")
        assert (probability > plain_probability) == (machine == "XXXX-XX-XX") or probability == plain_probability


def test_the_order_of_machine_ids_does_not_matter() -> None:
    batch = random_distributions(3, 20, 5, 11)
    order = random.Random(1).sample(range(11), 11)
    vocab = Vocab({TIME.alphabet[old]: new for new, old in enumerate(order)})
    machines, probabilities = DECODE(batch)
    permuted_machines, permuted_probabilities = Decoder(TIME.groups[0], vocab)(batch[..., order])
    assert permuted_machines == machines
    np.testing.assert_allclose(permuted_probabilities, probabilities, rtol=1e-12)


def test_a_machine_vocabulary_may_hold_more_than_the_alphabet() -> None:
    vocab = Vocab.of(TIME.alphabet)
    batch = np.full((1, 5, 13), 1e-3, np.float32)
    batch[..., vocab[UNKNOWN]] = 0.9
    machines, _ = Decoder(TIME.groups[0], vocab)(batch)
    assert TIME.is_valid(machines[0])


@pytest.mark.parametrize("shape", [(5, 11), (2, 11, 5), (2, 5, 10), (2, 6, 11), (2, 5, 11, 1), (11,)])
def test_another_shape_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="expected probabilities of shape") as caught:
        DECODE(np.ones(shape, np.float32))
    assert str(shape) in str(caught.value)


def test_a_vocabulary_that_lacks_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match=r"vocabulary with .0123456789:.\. Missing: \['9', ':'\]"):
        Decoder(TIME.groups[0], Vocab.of("012345678", specials=()))


def test_the_toy_strings_are_the_valid_ones() -> None:
    every = map("".join, itertools.product("abcd", repeat=3))
    assert {string for string in every if TOY.is_valid(string)} == set(TOY_STRINGS)
