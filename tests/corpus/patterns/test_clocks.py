"""Clocks are times of day, in every form that is written beside a date."""

import random
import re

import pytest

from datenorm.corpus.languages.load import codes, load
from datenorm.corpus.patterns.clocks import CLOCKS_AFTER, CLOCKS_BEFORE, COMPACT_CLOCKS, ISO_CLOCKS, clock

SHARED = (*CLOCKS_AFTER, *CLOCKS_BEFORE, *COMPACT_CLOCKS, *ISO_CLOCKS)


@pytest.mark.parametrize("form", SHARED)
def test_a_clock_has_a_digit_unless_it_says_the_part_of_the_day_or_the_zone(form: str) -> None:
    assert re.search(r"\d|Z", clock(random.Random(1), form))


def test_a_clock_of_a_language_has_no_open_slot() -> None:
    rng = random.Random(2)
    for language in map(load, codes()):
        for form in language.clocks_after + language.clocks_before + language.clocks_inside:
            assert not set("{}") & set(clock(rng, form))


def test_hours_minutes_and_halves_of_the_day_agree() -> None:
    rng = random.Random(3)
    for _ in range(200):
        hour, half_hour, half, minute = clock(rng, "{hh} {h12} {m} {mm}").split(" ")
        assert int(hour) % 12 == int(half_hour) % 12
        assert (int(hour) >= 12) is half.lower().startswith("p")
        assert 0 <= int(minute) < 60
