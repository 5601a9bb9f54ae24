"""Noise keeps the date: digits stay, spans follow, and no word turns into another one."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.corpus.noise.chances import OCR_DIGITS, OCR_LETTERS, Chances, add_noise, ocr_confusion, typing_error
from datenorm.corpus.phrase import Piece, compose
from datenorm.text import canonicalize

PHRASES: list[list[Piece]] = [
    [("3", ("day",)), (" ", ()), ("September", ("month",)), (" ", ()), ("2013", ("year",))],
    [("le ", ()), ("1er", ("day",)), (" ", ()), ("février", ("month",)), (" ", ()), ("1950", ("year",))],
    [("12", ("day",)), (" ", ()), ("марта", ("month",)), (" ", ()), ("2013", ("year",)), (" г.", ())],
    [("Sat, ", ()), ("Jul", ("month",)), (". ", ()), ("3rd", ("day",)), (", ", ()), ("1987", ("year",))],
    [("15", ("day",)), (". ", ()), ("Ağustos", ("month",)), (" ", ()), ("1968", ("year",))],
    [("26", ("day",)), (" ", ()), ("Φεβρουαρίου", ("month",)), (" ", ()), ("1804", ("year",))],
    [("twenty-first", ("day",)), (" of ", ()), ("June", ("month",)), (" ", ()), ("nineteen ten", ("year",))],
]
NO_LETTERS: list[list[Piece]] = [
    [("2013", ("year",)), ("-", ()), ("05", ("month",)), ("-", ()), ("03", ("day",))],
    [("2013", ("year",)), ("年", ()), ("5", ("month",)), ("月", ()), ("3", ("day",)), ("日", ())],
    [("22", ("day",)), (" ", ()), ("IX", ("month",)), (" ", ()), ("1978", ("year",))],
]
ALL_OF_IT = Chances(case=1, accents=1, spelled_accents=0.5, punctuation=1, spaces=1, typing=1, second_typing=0.5, ocr=0)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec mai mars juni juli mayo marzo março maio".split()

phrases = st.sampled_from(PHRASES + NO_LETTERS)
seeds = st.integers(0, 2**32).map(random.Random)


def text_of(pieces):
    return "".join(text for text, _ in pieces)


def digits_of(text):
    return [character for character in text if character.isdigit()]


def distance(one, other):
    """Dropped, inserted, replaced and swapped letters between two words, by the textbook's table."""
    table = {(row, 0): row for row in range(len(one) + 1)} | {(0, column): column for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            differs = one[row - 1] != other[column - 1]
            choices = [table[row - 1, column] + 1, table[row, column - 1] + 1, table[row - 1, column - 1] + differs]
            if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
                choices.append(table[row - 2, column - 2] + 1)
            table[row, column] = min(choices)
    return table[len(one), len(other)]


@given(seeds, phrases)
def test_noise_but_ocr_leaves_every_digit(rng, phrase):
    assert digits_of(text_of(add_noise(rng, phrase, chances=ALL_OF_IT))) == digits_of(text_of(phrase))


@given(st.integers(0, 2**32), phrases)
def test_the_same_seed_gives_the_same_noise(seed, phrase):
    once, again = (add_noise(random.Random(seed), phrase, MONTHS, ALL_OF_IT) for _ in range(2))
    assert once == again


@given(seeds, phrases)
def test_spans_follow_the_fields(rng, phrase):
    noisy = add_noise(rng, phrase, chances=ALL_OF_IT)
    assert [fields for _, fields in noisy if fields] == [fields for _, fields in phrase if fields]
    human, spans = compose(noisy)
    for intended, field in ((text, fields[0]) for text, fields in phrase if fields):
        stated = "".join(human[start:stop] for start, stop in spans[field])
        assert digits_of(stated) == digits_of(intended)
        assert distance(canonicalize(stated), canonicalize(intended)) <= 5


def test_no_chances_no_noise():
    none = Chances(*[0.0] * 8)
    for phrase in PHRASES:
        assert add_noise(random.Random(1), phrase, chances=none) == phrase


@given(seeds, st.sampled_from(PHRASES))
def test_a_typing_error_is_one_edit_among_letters(rng, phrase):
    noisy = typing_error(rng, phrase)
    assert noisy is not None
    before, after = canonicalize(text_of(phrase)), canonicalize(text_of(noisy))
    assert distance(before, after) == 1
    assert digits_of(before) == digits_of(after)


@pytest.mark.parametrize("phrase", NO_LETTERS, ids=text_of)
def test_where_no_letter_can_be_wrong_there_is_no_typing_error(phrase):
    assert typing_error(random.Random(1), phrase) is None


@given(seeds, st.sampled_from(MONTHS))
def test_no_typing_error_leads_to_another_month(rng, month):
    others = [other for other in MONTHS if other != month]
    noisy = typing_error(rng, [(month, ("month",))], others)
    if noisy is not None:
        assert all(distance(text_of(noisy), other) > 1 for other in others)


@given(seeds, st.sampled_from(MONTHS))
def test_short_words_keep_their_letters_where_no_others_are_known(rng, month):
    noisy = typing_error(rng, [(month, ("month",))])
    if len(month) <= 4:
        assert noisy is not None
        assert set(text_of(noisy)) == set(month)


@given(seeds, phrases)
def test_an_ocr_confusion_can_be_undone_by_the_table(rng, phrase):
    noisy = ocr_confusion(rng, phrase, MONTHS[:1])
    assert noisy is not None
    before, after = text_of(phrase), text_of(noisy)
    assert before != after
    start = next(place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1])
    tail = next(size for size in range(len(before)) if before[::-1][size : size + 1] != after[::-1][size : size + 1])
    lost, found = before[start : len(before) - tail], after[start : len(after) - tail]
    if lost.isdigit():
        assert len(lost) == 1
        assert found in OCR_DIGITS.get(lost, "") + "ОоЗз"
    elif found.isdigit():
        assert OCR_LETTERS[lost] == found
    else:
        assert digits_of(before) == digits_of(after)


def test_every_digits_lookalike_means_that_digit_alone():
    canonical = [(canonicalize(letter), digit) for digit, letters in OCR_DIGITS.items() for letter in set(letters)]
    assert len({letter for letter, _ in canonical}) == len(set(canonical))


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
def test_missing_accents(text, plain):
    chances = Chances(*[0.0] * 8)
    noisy = add_noise(random.Random(1), [(text, ())], chances=Chances(**(vars(chances) | {"accents": 1.0})))
    assert noisy == [(plain, ())]


@settings(max_examples=50)
@given(seeds, st.text(max_size=60))
def test_any_text_can_have_noise(rng, text):
    chances = Chances(case=1, accents=1, punctuation=1, spaces=1, typing=1, second_typing=1, ocr=1)
    assert add_noise(rng, [(text, ())], MONTHS, chances)
