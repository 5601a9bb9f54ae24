import random

import pytest

from datenorm.corpus.languages import eras


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


def forms(write, *date: int) -> set[str]:  # type: ignore[no-untyped-def]
    rng = random.Random(3)
    return {write(*date, rng) for _ in range(3000)}


def test_the_first_year_of_an_era_and_the_ways_to_write_it() -> None:
    assert forms(eras.japanese_year, 2019, 12, 1) >= {"令和元", "令和1", "令和01", "平成31"}
    assert forms(eras.japanese_year_in_characters, 1985, 1, 1) == {"昭和六十", "昭和六〇", "昭和六零", "昭和六○"}
    assert forms(eras.japanese_initial_year, 1990, 1, 1) == {"平2", "平02", "昭65"}
    assert forms(eras.japanese_letter_year, 2055, 1, 1) == {"R37"}


def test_other_calendars() -> None:
    assert eras.buddhist_year(2024) == "2567"
    assert eras.minguo_year(2004) == "93"
    assert eras.minguo_year_in_characters(2004) == "九十三"
    assert eras.minguo_year_in_characters(2016) == "一百零五"
    assert eras.minguo_year_in_characters(2025) == "一百一十四"
    assert eras.minguo_year(1911) == eras.unmarked_minguo_year(2004) == ""
    assert eras.unmarked_minguo_year(2025) == "114"
    assert forms(lambda rng: eras.minguo_year_in_capitals(1934, rng)) >= {"貳拾參", "貳參"}
