import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.counted_dates import BARE_NUMBER, EXCEL, EXCEL_1904, counted_date, counted_dates, counted_moment

DAYS = st.dates(dt.date(1976, 1, 1), dt.date(2068, 12, 31))


@pytest.mark.parametrize(
    ("number", "kinds"),
    [
        ("1672531200", {"Unix seconds": "2023-01-01"}),
        ("1672531200.25", {"Unix seconds": "2023-01-01"}),
        ("1672531200000", {"Unix milliseconds": "2023-01-01"}),
        ("1672531200000000", {"Unix microseconds": "2023-01-01"}),
        ("1672531200000000000", {"Unix nanoseconds": "2023-01-01"}),
        ("44931", {"Excel days": "2023-01-05"}),
        ("44931,75", {"Excel days": "2023-01-05"}),
        ("2023005", {"YYYYDDD": "2023-01-05"}),
        ("2024366", {"YYYYDDD": "2024-12-31"}),
        ("2023366", {}),
        ("2023000", {}),
        ("23005", {"Excel days": "1962-12-25", "YYDDD": "2023-01-05"}),
        ("202301", {"YYYYMM": "2023-01"}),
        ("1979", {"YYYY": "1979"}),
        ("160108", {"compact DMY of 6 digits": "2008-01-16", "compact YMD of 6 digits": "2016-01-08"}),
        ("1022008", {"compact DMY of 8 digits": "2008-02-01", "compact MDY of 8 digits": "2008-01-02"}),
        ("103", {"compact YMD of 6 digits": "2000-01-03"}),
        ("999999", {}),
        ("99999999999", {}),
    ],
)
def test_a_number_has_every_kind_that_makes_it_a_date(number: str, kinds: dict[str, str]) -> None:
    assert counted_dates(number) == kinds
    assert all(counted_date(number, kind) == value for kind, value in kinds.items())


def test_excel_of_1904_begins_four_years_and_a_day_later() -> None:
    assert counted_date("43469", EXCEL_1904) == counted_date(str(43469 + 1462), EXCEL) == "2023-01-05"


@pytest.mark.parametrize("text", ["44931", "103", "1672531200000000000", "44931.5"])
def test_bare_numbers(text: str) -> None:
    assert BARE_NUMBER.fullmatch(text)


@pytest.mark.parametrize("text", ["", "12", "4 4931", "-44931", "44931.", "1e5", "2023-01", "44931x"])
def test_other_texts_are_no_bare_numbers(text: str) -> None:
    assert not BARE_NUMBER.fullmatch(text)


@given(DAYS)
def test_every_way_of_counting_a_day_gives_this_day(day: dt.date) -> None:
    seconds = (day - dt.date(1970, 1, 1)).days * 86_400 + 1
    numbers = {
        **{f"Unix {unit}": seconds * 1000**i for i, unit in enumerate(("seconds", "milliseconds"))},
        "Excel days": (day - dt.date(1899, 12, 30)).days,
        "YYYYDDD": day.strftime("%Y%j"),
        "YYDDD": day.strftime("%y%j"),
        **{f"compact {order} of 6 digits": day.strftime(pattern) for order, pattern in SHORT.items()},
        **{f"compact {order} of 8 digits": day.strftime(pattern.replace("y", "Y")) for order, pattern in SHORT.items()},
    }
    short = 1969 <= day.year <= 2068
    for kind, number in numbers.items():
        if short or ("6" not in kind and kind != "YYDDD"):
            assert counted_dates(str(number))[kind] == day.isoformat()


SHORT = {"DMY": "%d%m%y", "MDY": "%m%d%y", "YMD": "%y%m%d"}


@given(st.integers(100, 10**19 - 1).map(str) | st.integers(0, 10**8).map("{:03}".format))
def test_any_bare_number_gives_valid_dates(number: str) -> None:
    for value in counted_dates(number).values():
        assert dt.date.fromisoformat((value + "-01-01")[:10])


@pytest.mark.parametrize(
    ("number", "kind", "value"),
    [
        ("1672914600", "Unix seconds", "2023-01-05T10:30:00Z"),
        ("1672914600.75", "Unix seconds", "2023-01-05T10:30:00Z"),
        ("1672914600123", "Unix milliseconds", "2023-01-05T10:30:00Z"),
        ("1672876799", "Unix seconds", "2023-01-04T23:59:59Z"),
        ("44931", EXCEL, "2023-01-05"),
        ("44931.5", EXCEL, "2023-01-05T12:00"),
        ("44931,0", EXCEL, "2023-01-05T00:00"),
        ("44931.437673611", EXCEL, "2023-01-05T10:30:15"),
        ("44931.999999999", EXCEL, "2023-01-06T00:00"),
        ("43469.5", EXCEL_1904, "2023-01-05T12:00"),
        ("2023005", "YYYYDDD", "2023-01-05"),
        ("5", EXCEL, None),
    ],
)
def test_a_counted_moment_has_the_time_that_the_number_states(number: str, kind: str, value: str | None) -> None:
    assert counted_moment(number, kind) == value
