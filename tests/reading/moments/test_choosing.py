import datetime as dt

import pytest

from datenorm.core.reasons import Reason
from datenorm.reading.moments.choosing import chosen, first_after
from datenorm.reading.moments.no_value import NoValueError

NOW = dt.datetime(2026, 11, 29, 10, 0)
YEARS = [("2025-12-01", "2025-12-01"), ("2026-12-01", "2026-12-01"), ("2027-12-01", "2027-12-01")]


@pytest.mark.parametrize(
    ("prefer", "found"),
    [
        (None, [YEARS[1], YEARS[0]]),
        ("future", [YEARS[1], YEARS[0]]),
        ("past", [YEARS[0], YEARS[1]]),
        ("nearest", [YEARS[1], YEARS[0]]),
    ],
)
def test_the_preference_comes_first_and_the_others_follow(prefer, found):
    assert chosen(YEARS, NOW, prefer) == found


def test_what_covers_the_reference_is_future_and_past():
    months = [("2025-11", "2025-11"), ("2026-11", "2026-11"), ("2027-11", "2027-11")]
    for prefer in ("future", "past", "nearest"):
        assert chosen(months, NOW, prefer) == [months[1]]


def test_today_can_be_the_nearest_alone():
    days = [("2026-11-22", "2026-11-22"), ("2026-11-29", "2026-11-29"), ("2026-12-06", "2026-12-06")]
    assert chosen(days, NOW, "future", without_today=True)[0] == days[2]
    assert chosen(days, NOW, "past", without_today=True)[0] == days[0]
    assert chosen(days, NOW, "nearest", without_today=True)[0] == days[1]


def test_of_two_that_are_as_near_the_later_one_counts():
    noon = dt.datetime(2026, 11, 29, 12, 0, 0)
    days = [("2026-11-27T12:00", "2026-11-28T11:59"), ("2026-11-30T11:59", "2026-11-30T12:00")]
    assert chosen(days, noon, "nearest")[0] == days[1]


def test_the_first_after_a_moment_begins_there_or_later():
    assert first_after(YEARS, dt.datetime(2026, 12, 1)) == [YEARS[1]]
    assert first_after(YEARS, dt.datetime(2026, 12, 1, 0, 1)) == [YEARS[2]]


def test_no_candidate_is_no_value():
    with pytest.raises(NoValueError) as error:
        chosen([], NOW, None)
    assert error.value.reason is Reason.IMPOSSIBLE
    with pytest.raises(NoValueError):
        first_after(YEARS, dt.datetime(2028, 1, 1))


def test_an_unknown_preference_is_an_error():
    with pytest.raises(ValueError, match=r"expected prefer 'future', 'past' or 'nearest'\. Received: 'soon'"):
        chosen(YEARS, NOW, "soon")
