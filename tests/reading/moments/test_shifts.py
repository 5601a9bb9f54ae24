import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.moments import EACH_DAY, LAST, Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.no_value import NoValueError
from datenorm.reading.moments.shifts import Amount, amounts, nth_in, quarter_of, shifted, week_of, weekend_of

DATETIMES = st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(3000, 1, 1))
BERLIN = ZoneInfo("Europe/Berlin")


@given(DATETIMES, st.integers(-9999, 9999), st.sampled_from("WDhms"))
def test_there_and_back_again_is_where_it_began(reference, number, unit):
    assert shifted(shifted(reference, [Amount(number, unit)]), [Amount(-number, unit)]) == reference


@given(DATETIMES, st.integers(-2000, 2000), st.sampled_from("YQM"))
def test_months_clip_to_the_last_day_and_keep_the_rest(reference, number, unit):
    number = number % 500
    found = shifted(reference, [Amount(number, unit)])
    months = {"Y": 12, "Q": 3, "M": 1}[unit] * number
    assert found.year * 12 + found.month == reference.year * 12 + reference.month + months
    assert found.day == reference.day or (found + dt.timedelta(days=1)).day == 1
    assert found.day <= reference.day
    assert found.time() == reference.time()


@pytest.mark.parametrize(
    ("reference", "by", "found"),
    [
        ("2027-01-31", [Amount(1, "M")], "2027-02-28"),
        ("2028-02-29", [Amount(-1, "Y")], "2027-02-28"),
        ("2026-11-29", [Amount(-1, "Y"), Amount(-11, "M")], "2024-12-29"),
        ("2026-11-29", [Amount(1, "W"), Amount(2, "D")], "2026-12-08"),
    ],
)
def test_amounts_move_a_day(reference, by, found):
    assert shifted(dt.datetime.fromisoformat(reference), by) == dt.datetime.fromisoformat(found)


def test_hours_pass_and_days_stay_on_the_wall_clock_when_clocks_change():
    before = dt.datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN)  # at 3 the clocks go back to 2
    assert shifted(before, [Amount(2, "h")]).isoformat() == "2026-10-25T02:30:00+01:00"
    assert shifted(before, [Amount(1, "D")]).isoformat() == "2026-10-26T01:30:00+01:00"
    assert shifted(before, [Amount(1, "D"), Amount(1, "h")]).isoformat() == "2026-10-26T02:30:00+01:00"


@given(DATETIMES, st.integers(-500, 500), st.sampled_from("hms"))
def test_an_aware_reference_keeps_its_zone(reference, number, unit):
    aware = reference.replace(tzinfo=BERLIN)
    found = shifted(aware, [Amount(number, unit)])
    assert found.tzinfo is BERLIN
    seconds = {"h": 3600, "m": 60, "s": 1}[unit] * number
    assert found.astimezone(dt.UTC) - aware.astimezone(dt.UTC) == dt.timedelta(seconds=seconds)


@pytest.mark.parametrize("by", [Amount(9999, "Y"), Amount(-2100, "Y"), Amount(9999999, "D"), Amount(-9999999, "D")])
def test_years_beyond_the_calendar_have_no_value(by):
    with pytest.raises(NoValueError) as error:
        shifted(dt.datetime(2026, 11, 29), [by])
    assert error.value.reason is Reason.OUT_OF_YEARS


def test_the_second_amount_has_the_sign_of_the_first():
    moment = Moment(amount="-0002", unit="h", second_amount="30", second_unit="m")
    assert amounts(moment) == [Amount(-2, "h"), Amount(-30, "m")]
    assert amounts(Moment()) == []


@given(st.dates(dt.date(1, 1, 8), dt.date(9999, 12, 20)))
def test_weeks_and_weekends_are_those_of_the_day(day):
    monday, sunday = map(dt.date.fromisoformat, week_of(day))
    saturday, last = map(dt.date.fromisoformat, weekend_of(day))
    assert monday.isoweekday() == 1
    assert monday <= day <= sunday == last
    assert (sunday - monday).days == 6
    assert (last - saturday).days == 1


@pytest.mark.parametrize(("month", "quarter"), [(1, "33"), (3, "33"), (4, "34"), (9, "35"), (10, "36"), (12, "36")])
def test_quarters_are_those_of_edtf(month, quarter):
    assert quarter_of(dt.date(2020, month, 1)) == f"2020-{quarter}"


@given(st.dates(dt.date(1, 2, 1), dt.date(9999, 11, 1)), st.sampled_from("1234567"), st.sampled_from("12345L"))
def test_the_nth_weekday_of_a_month_is_such_a_day(day, weekday, ordinal):
    first = day.replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    try:
        found = nth_in(first, last, weekday, ordinal)
    except NoValueError:
        assert ordinal == "5"
        return
    assert found.isoweekday() == int(weekday)
    assert first <= found <= last
    assert (found.day + 6) // 7 == int(ordinal) if ordinal != LAST else found.day + 7 > last.day


def test_the_nth_day_counts_every_day():
    first, last = dt.date(2024, 2, 1), dt.date(2024, 2, 29)
    assert nth_in(first, last, EACH_DAY, LAST) == last
    assert nth_in(first, last, EACH_DAY, "2") == dt.date(2024, 2, 2)
