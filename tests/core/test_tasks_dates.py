import calendar

import pytest

from datenorm.core.tasks import DATE, get_task


@pytest.mark.parametrize(
    "machine", ["2023-02-29", "1900-02-29", "0000-02-29", "XXXX-02-30", "2024-06-31", "9999-11-31"]
)
def test_a_day_of_no_calendar_is_impossible(machine: str) -> None:
    assert DATE.is_impossible(machine)
    assert not DATE.is_valid(machine)


@pytest.mark.parametrize(
    "machine", ["2024-02-29", "2024-02-28", "XXXX-02-29", "19X4-02-30", "2024-13-31", "2024-XX-31", ""]
)
def test_what_is_a_day_or_no_day_at_all_is_not_impossible(machine: str) -> None:
    assert not DATE.is_impossible(machine)


def test_the_date_task() -> None:
    assert get_task("date") is DATE
    assert (DATE.Tx, DATE.Ty, len(DATE.alphabet)) == (41, 10, 12)
    assert all(set("".join(segment)) <= set(DATE.alphabet) for product in DATE.valid for segment in product)


def test_every_year_has_its_days() -> None:
    for year in range(1, 10_000):
        assert DATE.is_valid(f"{year:04d}-02-29") == calendar.isleap(year)
        assert DATE.is_valid(f"{year:04d}-XX-XX")


@pytest.mark.parametrize(
    "machine", ["1979-05-03", "1979-05-XX", "XXXX-05-05", "XXXX-03-XX", "XXXX-02-29", "2020-XX-31", "XXXX-XX-XX"]
)
def test_valid(machine: str) -> None:
    assert DATE.is_valid(machine)


@pytest.mark.parametrize(
    "machine",
    [
        "2023-02-29",
        "2020-02-30",
        "0000-01-01",
        "2020-13-01",
        "2020-00-01",
        "2020-XX-32",
        "2020-XX-00",
        "XXXX-XX-05",
        "20XX-01-01",
        "2020-1-1",
    ],
)
def test_invalid(machine: str) -> None:
    assert not DATE.is_valid(machine)


def test_no_segment_is_larger_than_a_year_of_days() -> None:
    assert max(len(segment) for product in DATE.valid for segment in product) <= 366 + 12 + 31 + 1
