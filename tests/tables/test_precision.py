import pytest

from datenorm.tables.precision import is_exact, precision_of


@pytest.mark.parametrize(
    ("precision", "values"),
    [
        ("day", ["1979-05-03", "1979-05-03~", "-0043-03-15"]),
        ("month", ["1979-05", "1979-12?", "-0043-03"]),
        ("year", ["1979", "-0043", "0000", "1890~", "1890%"]),
        ("decade", ["189X", "189X~", "-018X"]),
        ("century", ["18XX", "-04XX"]),
        ("season", ["1979-21", "1979-24"]),
        ("quarter", ["2020-33", "2020-36"]),
        ("half", ["2020-40", "2020-41"]),
        ("minute", ["04:30", "1979-05-03T04:30", "04:30Z", "1979-05-03T04:30-05:00", "24:00"]),
        ("second", ["04:30:15", "1979-05-03T04:30:60Z", "1979-05-03T04:30:15+05:30"]),
        ("part", ["XXXX-05-03", "XXXX-05", "1979-XX-03", "XXXX-05-03T10:30", "XXXX-21"]),
        ("range", ["1979/1980", "../1900", "1900/..", "09:00/17:00", "XXXX-05-03/XXXX-05-05", "189X/190X"]),
    ],
)
def test_each_value_has_its_precision(precision: str, values: list[str]) -> None:
    assert {precision_of(value) for value in values} == {precision}


def test_only_qualified_values_are_not_exact() -> None:
    assert [is_exact(value) for value in ("1890", "1979-05-03T10:30-05:00", "1890~", "1890?", "1890%/1900")] == [
        *(True, True, False, False, False)
    ]
