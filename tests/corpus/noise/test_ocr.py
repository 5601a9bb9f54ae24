"""The text before an OCR confusion can be recovered from the text behind it."""

from hypothesis import given
from support.noise_phrases import MONTHS, digits_of, phrases, seeds, text_of

from datenorm.core.canonical import canonicalize
from datenorm.corpus.noise.ocr import OCR_DIGITS, OCR_LETTERS, ocr_confusion


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


@given(seeds)
def test_the_last_digit_of_a_text_is_never_misread_as_an_exclamation_mark(rng):
    noisy = ocr_confusion(rng, [("Feb", ("month",)), (".1", ("day",))], ["feb"])
    assert noisy is not None
    assert not text_of(noisy).endswith("!")


@given(seeds)
def test_a_day_is_never_misread_as_an_ordinal(rng):
    for day in ("14", "10"):
        noisy = ocr_confusion(rng, [(day, ("day",)), (" maj 2004", ("month", "year"))], ["maj"])
        assert noisy is not None
        assert noisy[0][0][1] == day[1]


def test_a_lookalike_means_one_digit_only():
    canonical = [(canonicalize(letter), digit) for digit, letters in OCR_DIGITS.items() for letter in set(letters)]
    assert len({letter for letter, _ in canonical}) == len(set(canonical))
