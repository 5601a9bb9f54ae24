"""Ranges share what their two ends have in common, and each piece knows its end."""

import random

import pytest
from support.moment_examples import several_of

from datenorm.corpus.languages.load import by_language
from datenorm.corpus.moments.pieces import END, START, one_end, without_ends
from datenorm.corpus.moments.ranges import DATES, TIMES, joint, merged
from datenorm.corpus.phrase import Piece, compose

ONE: list[Piece] = [("5", ("day",)), (" ", ()), ("May", ("month",)), (" ", ()), ("2019", ("year",))]
OTHER: list[Piece] = [("7", ("day",)), *ONE[1:]]
SPACED = ("", " - ", "")


def test_what_the_ends_share_is_written_once() -> None:
    pieces = merged(ONE, OTHER, ("", "-", ""), share=True)
    assert pieces
    text, spans = compose(one_end(pieces, START))
    assert text == "5-7 May 2019"
    assert spans == {"day": ((0, 1),), "month": ((4, 7),), "year": ((8, 12),)}
    assert compose(one_end(pieces, END))[1] == {"day": ((2, 3),), "month": ((4, 7),), "year": ((8, 12),)}


def test_each_end_can_have_all_its_words() -> None:
    pieces = merged(ONE, OTHER, ("from ", " to ", ""), share=False)
    assert pieces
    assert compose(without_ends(pieces))[0] == "from 5 May 2019 to 7 May 2019"
    assert compose(one_end(pieces, START))[1]["form"] == ((0, 4), (16, 18))
    assert "form" not in compose(one_end(pieces, END))[1]


def test_the_same_day_of_two_months_is_written_twice() -> None:
    pieces = merged(ONE, [*ONE[:2], ("July", ("month",)), *ONE[3:]], ("", "-", ""), share=True)
    assert pieces
    assert compose(without_ends(pieces))[0] == "5 May 2019-5 July 2019"


def test_the_full_stop_of_a_day_stays_with_both_days() -> None:
    one, other = ([(day, ("day",)), (". ", ()), ("Mai", ("month",))] for day in "57")
    pieces = merged(one, other, ("", "-", ""), share=True)
    assert pieces
    assert compose(without_ends(pieces))[0] == "5.-7. Mai"


@pytest.mark.parametrize("other", [ONE, ONE[:3]], ids=["alike", "shorter"])
def test_ends_that_are_alike_or_of_other_patterns_make_no_range(other: list[Piece]) -> None:
    assert merged(ONE, other, SPACED, share=True) is None


def test_ends_whose_digits_touch_make_no_range() -> None:
    assert merged(ONE[:1], OTHER[:1], ("", "", ""), share=False) is None


def test_a_language_has_its_words_and_all_signs() -> None:
    found = set(several_of(lambda rng: joint(rng, "de"), 500))
    assert {("von ", " bis ", ""), ("", "-", "")} <= found
    assert ("from ", " to ", "") not in found
    assert {before + behind for before, _, behind in several_of(lambda rng: joint(rng, ""), 200)} == {""}


@pytest.mark.parametrize("code", [code for code, words in by_language("ranges").items() if words.between])
def test_every_range_of_a_language_has_something_between_its_ends(code: str) -> None:
    rng = random.Random(1)
    assert all(joint(rng, code)[1] for _ in range(50))


def test_words_of_dates_and_of_times_are_kept_apart() -> None:
    joints = {of: set(several_of(lambda rng, of=of: joint(rng, "es", of), 800)) for of in ("", DATES, TIMES)}
    assert ("del ", " al ", "") in joints[DATES] - joints[TIMES] - joints[""]
    assert ("de las ", " a las ", "") in joints[TIMES] - joints[DATES] - joints[""]
