import random

import pytest

from datenorm.corpus.languages import eras, numerals, spelled


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


@pytest.mark.parametrize(
    ("date", "era"),
    [
        ((2019, 4, 30), ("平成", "H", 31)),
        ((2019, 5, 1), ("令和", "R", 1)),
        ((1989, 1, 7), ("昭和", "S", 64)),
        ((1989, 1, 8), ("平成", "H", 1)),
        ((1926, 12, 25), ("昭和", "S", 1)),
        ((1912, 7, 29), ("明治", "M", 45)),
        ((1850, 1, 1), None),
    ],
)
def test_japanese_eras(date: tuple[int, int, int], era: tuple[str, str, int] | None) -> None:
    assert eras.japanese(*date) == era


def test_other_calendars() -> None:
    assert eras.japanese_year(2019, 5, 1) == "令和元"
    assert eras.buddhist_year(2024) == "2567"
    assert eras.minguo_year(2004) == "93"
    assert eras.minguo_year_in_characters(2004) == "九十三"
    assert eras.minguo_year(1911) == ""


@pytest.mark.parametrize(
    ("language", "day", "word"),
    [
        ("en", 21, "twenty-first"),
        ("de", 14, "vierzehnter"),
        ("es", 1, "primero"),
        ("pl", 22, "dwudziestego drugiego"),
        ("ru", 3, "третьего"),
        ("uk", 3, "третього"),
        ("hu", 6, "hatodika"),
        ("tr", 13, "on üç"),
        ("cs", 31, "třicátého prvního"),
        ("sl", 5, "petega"),
    ],
)
def test_days_in_words(language: str, day: int, word: str) -> None:
    assert word in spelled.days(language)(day)


@pytest.mark.parametrize("language", sorted(spelled.PATTERNS))
def test_the_days_of_a_language_have_different_words(language: str) -> None:
    say = spelled.days(language)
    words = [word for day in range(1, 32) for word in set(say(day))]
    assert len(words) == len(set(words)) >= 31


@pytest.mark.parametrize(
    ("language", "year", "words"),
    [
        ("en", 1987, "nineteen eighty-seven"),
        ("de", 2015, "zweitausendfünfzehn"),
        ("pt", 2013, "dois mil e treze"),
        ("ru", 2013, "две тысячи тринадцатого"),
        ("sv", 2013, "tjugohundratretton"),
    ],
)
def test_years_in_words(language: str, year: int, words: str) -> None:
    assert words in spelled.years(language)(year)
    assert spelled.years(language)(900) == ()
