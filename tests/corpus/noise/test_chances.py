"""Noise keeps the date: digits stay, spans move with their fields, and no word turns into another one."""

import dataclasses
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.noise_phrases import MONTHS, PHRASES, digits_of, distance, phrases, seeds, text_of

from datenorm.core.canonical import canonicalize
from datenorm.corpus.noise.chances import Chances, add_noise
from datenorm.corpus.phrase import compose

NONE = Chances(*[0.0] * len(dataclasses.fields(Chances)))
ALL_OF_IT = dataclasses.replace(Chances(*[1.0] * len(dataclasses.fields(Chances))), ocr=0, spelled_accents=0.5)


@given(seeds, phrases)
def test_noise_other_than_ocr_leaves_every_digit(rng, phrase):
    assert digits_of(text_of(add_noise(rng, phrase, chances=ALL_OF_IT))) == digits_of(text_of(phrase))


@given(st.integers(0, 2**32), phrases)
def test_the_same_seed_gives_the_same_noise(seed, phrase):
    once, again = (add_noise(random.Random(seed), phrase, MONTHS, ALL_OF_IT) for _ in range(2))
    assert once == again


@given(seeds, phrases)
def test_spans_follow_the_fields(rng, phrase):
    noisy = add_noise(rng, phrase, chances=dataclasses.replace(ALL_OF_IT, lookalikes=0))
    assert [fields for _, fields in noisy if fields] == [fields for _, fields in phrase if fields]
    human, spans = compose(noisy)
    for intended, field in ((text, fields[0]) for text, fields in phrase if fields):
        stated = "".join(human[start:stop] for start, stop in spans[field])
        assert digits_of(stated) == digits_of(intended)
        assert distance(canonicalize(stated), canonicalize(intended)) <= 5


def test_without_chances_there_is_no_noise():
    for phrase in PHRASES:
        assert add_noise(random.Random(1), phrase, chances=NONE) == phrase


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("février", "fevrier"),
        ("Ağustos", "Agustos"),
        ("ćwiczeń", "cwiczen"),
        ("tháng bảy", "thang bay"),
        ("Ιανουάριος", "Ιανουαριος"),
        ("май ё", "май е"),
        ("grudnia łódź", "grudnia lodz"),
        ("März ß", "Marz ss"),
    ],
)
def test_accents_are_left_out_of_every_script_that_has_them(text, plain):
    noisy = add_noise(random.Random(1), [(text, ())], chances=dataclasses.replace(NONE, accents=1))
    assert noisy == [(plain, ())]


@settings(max_examples=50)
@given(seeds, st.text(max_size=60))
def test_any_text_can_have_noise(rng, text):
    chances = Chances(case=1, accents=1, punctuation=1, spaces=1, typing=1, second_typing=1, ocr=1)
    assert add_noise(rng, [(text, ())], MONTHS, chances)
