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


def test_other_calendars() -> None:
    assert eras.japanese_year(2019, 5, 1) == "令和元"
    assert eras.buddhist_year(2024) == "2567"
    assert eras.minguo_year(2004) == "93"
    assert eras.minguo_year_in_characters(2004) == "九十三"
    assert eras.minguo_year(1911) == ""
