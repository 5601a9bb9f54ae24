import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.tasks import DATE
from datenorm.corpus.noise.blots import BLOT, blot
from datenorm.corpus.phrase import Piece

MONTHS = "january february march april may june july august september october november december jan jun jul".split()
MAY: list[Piece] = [("13", ("day",)), (" ", ()), ("May", ("month",)), (" ", ()), ("2013", ("year",))]
JUNE: list[Piece] = [("13", ("day",)), (" ", ()), ("Jun", ("month",))]
NUMBERS: list[Piece] = [("13", ("day",)), ("/", ()), ("05", ("month",)), ("/", ()), ("2013", ("year",))]
EARLY: list[Piece] = [("03", ("day",)), ("/", ()), ("05", ("month",)), ("/", ()), ("2013", ("year",))]
ISO: list[Piece] = [("2013", ("year",)), ("-", ()), ("05", ("month",)), ("-", ()), ("13", ("day",))]
SHORT: list[Piece] = [("13", ("day",)), ("/", ()), ("05", ("month",)), ("/", ()), ("79", ("year",))]
WORDS: list[Piece] = [("thirteenth", ("day",)), (" of ", ()), ("May", ("month",))]
ROMAN: list[Piece] = [("13", ("day",)), (" ", ()), ("VI", ("month",)), (" ", ()), ("2013", ("year",))]
MACHINES = [
    *[(MAY, "2013-05-13"), (JUNE, "XXXX-06-13"), (NUMBERS, "2013-05-13"), (ISO, "2013-05-13")],
    *[(SHORT, "1979-05-13"), (WORDS, "XXXX-05-13"), (ROMAN, "2013-06-13")],
]


def order_of(pieces: list[Piece]) -> str:
    numbers = [fields[0][0].upper() for text, fields in pieces if fields and text.isdecimal()]
    return "".join(numbers) if len(numbers) == 3 else ""


seeds = st.integers(0, 2**32).map(random.Random)


def outcomes(pieces: list[Piece], machine: str, order: str = "") -> dict[str, str]:
    """Blotted text -> machine string, over many draws."""
    found = (blot(random.Random(seed), pieces, machine, MONTHS, order_of(pieces), order) for seed in range(400))
    return {"".join(text for text, _ in blotted): stated for blotted, stated in filter(None, found)}


@given(seeds, st.sampled_from(MACHINES))
def test_one_or_two_characters_are_blotted_and_what_is_left_is_stated(rng, phrase) -> None:  # type: ignore[no-untyped-def]
    pieces, machine = phrase
    blotted, stated = blot(rng, pieces, machine, MONTHS, order_of(pieces)) or ([], machine)
    before, after = ("".join(text for text, _ in each) for each in (pieces, blotted or pieces))
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == after.count(BLOT) <= 2
    assert DATE.is_valid(stated)
    for field in DATE.fields:
        kept = any(field.name in fields for _, fields in blotted or pieces)
        assert stated[field.start : field.stop] == (machine if kept else DATE.unspecified)[field.start : field.stop]


@pytest.mark.parametrize(
    ("pieces", "machine", "order", "text", "stated"),
    [
        (MAY, "2013-05-13", "", f"1{BLOT} May 2013", "2013-05-XX"),
        (MAY, "2013-05-13", "", f"13 May 20{BLOT}3", "XXXX-05-13"),
        (MAY, "2013-05-13", "", f"13 {BLOT}ay 2013", "2013-05-13"),
        (MAY, "2013-05-13", "", f"13{BLOT}May 2013", "2013-05-13"),
        (JUNE, "XXXX-06-13", "", f"13 Ju{BLOT}", "XXXX-XX-XX"),  # June or July
        (NUMBERS, "2013-05-13", "", f"1{BLOT}/05/2013", "2013-XX-XX"),  # the 1xth of May or the fifth of the 1xth month
        (NUMBERS, "2013-05-13", "", f"13/0{BLOT}/2013", "2013-XX-13"),  # no thirteenth month
        (EARLY, "2013-05-03", "", f"03/0{BLOT}/2013", "2013-XX-XX"),
        (ISO, "2013-05-13", "", f"2013-05-1{BLOT}", "2013-05-XX"),
        (ISO, "2013-05-13", "", f"20{BLOT}3-05-13", "XXXX-05-13"),
        (ROMAN, "2013-06-13", "", f"13 {BLOT}I 2013", "2013-XX-13"),
        (EARLY, "2013-05-03", "DMY", f"0{BLOT}/05/2013", "2013-05-XX"),
        (EARLY, "2013-05-03", "DMY", f"03/{BLOT}5/2013", "2013-XX-03"),
        (SHORT, "1979-05-13", "DMY", f"13/05/{BLOT}9", "XXXX-05-13"),
    ],
)
def test_a_blot_takes_what_its_character_stated(
    pieces: list[Piece], machine: str, order: str, text: str, stated: str
) -> None:
    assert outcomes(pieces, machine, order)[text] == stated


def test_an_order_that_the_numbers_overrule_tells_nothing() -> None:
    texts = outcomes(NUMBERS, "2013-05-13", "MDY")
    assert f"13/0{BLOT}/2013" in texts
    assert f"1{BLOT}/05/2013" not in texts  # a reader with that order reads the fifth of the 1xth month


@pytest.mark.parametrize(
    ("pieces", "machine", "untouched"), [(SHORT, "1979-05-13", "79"), (WORDS, "XXXX-05-13", "thirt")]
)
def test_what_is_left_of_a_date_is_never_a_guess(pieces: list[Piece], machine: str, untouched: str) -> None:
    texts = outcomes(pieces, machine)
    assert texts
    assert all(untouched in text for text in texts)
