import pytest

from datenorm.corpus.patterns.pattern import days_in_month, parse


@pytest.mark.parametrize(
    ("pattern", "order", "states"),
    [
        ("{d}/{M}/{y}", "DMY", {"year", "month", "day"}),
        ("{y}年{M}月{d}日", "", {"year", "month", "day"}),
        ("ngày {d} tháng {M}", "", {"month", "day"}),
        ("{d} {MMMM} {y}", "", {"year", "month", "day"}),
        ("{M}/{d} ({E})", "MD", {"month", "day"}),
        ("{M}/{y}", "", {"year", "month"}),
        ("{dd}.{MM}.{y} г.", "DMY", {"year", "month", "day"}),
    ],
)
def test_patterns_know_what_they_state(pattern: str, order: str, states: set[str]) -> None:
    parsed = parse(pattern)
    assert (parsed.order, parsed.states) == (order, states)


def test_an_unknown_year_may_be_a_leap_year() -> None:
    assert [days_in_month(year, 2) for year in (0, 1900, 2000, 2023, 2024)] == [29, 28, 29, 28, 29]
