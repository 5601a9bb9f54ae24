"""A typing error is one slip in a letter, and never turns a word into another known word."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.noise_phrases import MONTHS, NO_LETTERS, PHRASES, digits_of, distance, seeds, text_of

from datenorm.core.canonical import canonicalize
from datenorm.corpus.noise.typing_errors import letter_error, typing_error


@pytest.mark.parametrize("error", [typing_error, letter_error])
@given(rng=seeds, phrase=st.sampled_from(PHRASES))
def test_a_typing_error_is_one_edit_among_letters(error, rng, phrase):
    noisy = error(rng, phrase)
    assert noisy is not None
    before, after = canonicalize(text_of(phrase)), canonicalize(text_of(noisy))
    assert distance(before, after) == 1
    assert digits_of(before) == digits_of(after)


@pytest.mark.parametrize("phrase", NO_LETTERS, ids=text_of)
def test_where_no_letter_can_be_wrong_there_is_no_typing_error(phrase):
    assert typing_error(random.Random(1), phrase) is None


@pytest.mark.parametrize("error", [typing_error, letter_error])
@given(rng=seeds, month=st.sampled_from(MONTHS))
def test_no_typing_error_leads_to_another_month(error, rng, month):
    others = [other for other in MONTHS if other != month]
    noisy = error(rng, [(month, ("month",))], others)
    if noisy is not None:
        assert all(distance(text_of(noisy), other) > 1 for other in others)


@given(seeds, st.sampled_from(MONTHS))
def test_short_words_keep_their_letters_where_no_others_are_known(rng, month):
    noisy = typing_error(rng, [(month, ("month",))])
    if len(month) <= 4:
        assert noisy is not None
        assert set(text_of(noisy)) == set(month)


def test_any_letter_of_the_script_can_stand_in_the_place_of_another() -> None:
    rng = random.Random(4)
    noisy = {text_of(letter_error(rng, [("September", ("month",))]) or []) for _ in range(2000)}
    replaced = {word[4] for word in noisy if len(word) == 9 and word[:4] == "Sept" and word[5:] == "mber"}
    assert len(replaced) > 15
    assert replaced < set("abcdfghijklmnopqrstuvwxyz")
