import pytest

from datenorm.corpus.numbers import compact_readings, full_year, readings


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("13", "07", "2022"), {"DMY": "2022-07-13"}),
        (("07", "13", "2022"), {"MDY": "2022-07-13"}),
        (("2022", "07", "13"), {"YMD": "2022-07-13"}),
        (("10", "11", "12"), {"DMY": "2012-11-10", "MDY": "2012-10-11", "YMD": "2010-11-12"}),
        (("29", "2", "2023"), {}),
        (("29", "2"), {"DM": "XXXX-02-29"}),
        (("20", "11"), {"DM": "XXXX-11-20"}),
        (("1", "2"), {"DM": "XXXX-02-01", "MD": "XXXX-01-02"}),
        (("31", "4"), {}),
        (("5", "6", "7"), {}),
    ],
)
def test_readings(numbers: tuple[str, ...], expected: dict[str, str]) -> None:
    assert readings(numbers) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("20130215", {"YMD": "2013-02-15"}),
        ("15022013", {"DMY": "2013-02-15"}),
        ("10112013", {"DMY": "2013-11-10", "MDY": "2013-10-11"}),
        ("20112012", {"DMY": "2012-11-20"}),
        ("130215", {"YMD": "2013-02-15", "DMY": "2015-02-13"}),
        ("99999999", {}),
    ],
)
def test_compact_readings(digits: str, expected: dict[str, str]) -> None:
    found = compact_readings(digits)
    assert found == expected


def test_short_years_turn_at_69() -> None:
    assert [full_year(short) for short in (0, 68, 69, 99)] == [2000, 2068, 1969, 1999]
