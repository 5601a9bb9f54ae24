import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.corpus.languages import numerals


@pytest.mark.parametrize(("number", "text"), [(5, "五"), (10, "十"), (15, "十五"), (20, "二十"), (31, "三十一")])
def test_chinese_numbers(number: int, text: str) -> None:
    assert numerals.chinese_number(number) == text


def test_chinese_digits() -> None:
    rng = random.Random(1)
    assert {numerals.chinese_digits(2013, rng) for _ in range(50)} == {"二〇一三", "二零一三", "二○一三"}
    assert {numerals.counted_year(2004, rng) for _ in range(50)} == {"两千零四", "兩千零四", "二千零四"}
    assert numerals.counted_year(1987, rng) == "一千九百八十七"
    assert numerals.counted_year(1905, rng) == "一千九百零五"
    assert numerals.counted_year(1910, rng) == "一千九百一十"
    assert numerals.counted_year(900, rng) == ""


@given(st.integers(1, 9999))
def test_roman_years_count_back_to_what_they_were(year: int) -> None:
    text = numerals.roman_year(year)
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[sign] for sign in text]
    # A sign before a larger one is taken from it.
    total = sum(-value if value < following else value for value, following in itertools.pairwise([*values, 0]))
    assert total == (year if text else 0)
    assert bool(text) <= (1400 <= year <= 2100)
    assert not any(sign * 4 in text for sign in "IXCM")


@pytest.mark.parametrize(("year", "text"), [(1994, "MCMXCIV"), (2023, "MMXXIII"), (2000, ""), (1009, "")])
def test_roman_years(year: int, text: str) -> None:
    assert numerals.roman_year(year) == text
