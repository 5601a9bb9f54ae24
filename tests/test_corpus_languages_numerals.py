import random

import pytest

from datenorm.corpus.languages import numerals


@pytest.mark.parametrize(("number", "text"), [(5, "五"), (10, "十"), (15, "十五"), (20, "二十"), (31, "三十一")])
def test_chinese_numbers(number: int, text: str) -> None:
    assert numerals.chinese_number(number) == text


def test_chinese_years() -> None:
    rng = random.Random(1)
    assert {numerals.chinese_year(2013, rng) for _ in range(50)} == {"二〇一三年"[:4], "二零一三", "二○一三"}
    assert {numerals.counted_year(2004, rng) for _ in range(50)} == {"两千零四", "兩千零四", "二千零四"}
    assert numerals.counted_year(1987, rng) == "一千九百八十七"
    assert numerals.counted_year(1905, rng) == "一千九百零五"
    assert numerals.counted_year(1910, rng) == "一千九百一十"
    assert numerals.counted_year(900, rng) == ""
