import datetime as dt
import pickle
import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import CLOCK_GROUP, DATE_GROUP, RELATIVE_GROUP, Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.answer import answer, resolve
from datenorm.reading.moments.bounds import bounds
from datenorm.reading.moments.expressions import moments
from datenorm.reading.moments.values import moments_in

SUNDAY = dt.datetime(2026, 11, 29, 10, 0)
BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = dt.datetime(2026, 3, 31, 10, 0, tzinfo=BERLIN)

POINTS = [
    (Moment(year="1979"), "1979", "date"),
    (Moment(year="1979", month="05"), "1979-05", "date"),
    (Moment(year="1979", month="05", day="03"), "1979-05-03", "date"),
    (Moment(month="05", day="03"), "XXXX-05-03", "date"),
    (Moment(month="02", day="29"), "XXXX-02-29", "date"),
    (Moment(month="05"), "XXXX-05", "date"),
    (Moment(day="15"), "XXXX-XX-15", "date"),
    (Moment(year="2019", day="27"), "2019-XX-27", "date"),
    (Moment(year="189X"), "189X", "date"),
    (Moment(year="18XX"), "18XX", "date"),
    (Moment(year="2020", month="21"), "2020-21", "date"),
    (Moment(year="2020", month="33"), "2020-33", "date"),
    (Moment(year="2020", month="40"), "2020-40", "date"),
    (Moment(month="33"), "XXXX-33", "date"),
    (Moment(year="1890", qualifier="~"), "1890~", "date"),
    (Moment(year="1862", qualifier="?"), "1862?", "date"),
    (Moment(year="1890", qualifier="%"), "1890%", "date"),
    (Moment(year="0044", calendar="B"), "-0043", "date"),
    (Moment(year="0001", calendar="B"), "0000", "date"),
    (Moment(year="0044", month="03", day="15", calendar="B"), "-0043-03-15", "date"),
    (Moment(year="04XX", calendar="B"), "-04XX", "date"),
    (Moment(year="2013", month="W0", day="75"), "2013-02-15", "date"),
    (Moment(year="2013", month="D0", day="46"), "2013-02-15", "date"),
    (Moment(year="2013", month="W0", day="7X"), "2013-02-11/2013-02-17", "range"),
    (Moment(year="5780", month="04", day="12", calendar="W"), "2020-01-09", "date"),
    (Moment(year="1442", month="10", day="15", calendar="H"), "2021-05-27", "date"),
    (Moment(year="1442", month="10", calendar="H", qualifier="~"), "2021-05-13~/2021-06-10~", "range"),
    (Moment(hour="04", half="a", minute="30"), "04:30", "time"),
    (Moment(hour="03", half="p"), "15:00", "time"),
    (Moment(hour="03", half="p", qualifier="~"), "15:00~", "time"),
    (Moment(half="m"), "04:00/11:59", "range"),
    (Moment(year="1979", month="05", day="03", hour="14", half=".", minute="30"), "1979-05-03T14:30", "datetime"),
    (Moment(year="1979", month="05", day="03", hour="24", half=".", minute="00"), "1979-05-03T24:00", "datetime"),
    (Moment(month="05", day="03", hour="14", half=".", minute="30"), "XXXX-05-03T14:30", "datetime"),
    (Moment(year="1979", month="12", day="31", half="n"), "1979-12-31T21:00/1980-01-01T05:59", "range"),
    (Moment(year="1900", form="B"), "../1900", "range"),
    (Moment(year="2001", month="05", form="A"), "2001-05/..", "range"),
    (Moment(year="2013", month="W0", day="7X", form="B"), "../2013-02-17", "range"),
    (Moment(year="2013", month="W0", day="7X", form="A"), "2013-02-11/..", "range"),
    (Moment(year="1900", form="B", qualifier="~"), "../1900~", "range"),
    (Moment(hour="17", half=".", minute="00", form="B"), "../17:00", "range"),
    (Moment(year="2019", month="05", weekday="5", ordinal="L"), "2019-05-31", "date"),
    (Moment(year="2019", month="05", day="03", weekday="1"), "2019-05-03", "date"),
]


@pytest.mark.parametrize(("moment", "value", "kind"), POINTS)
def test_a_moment_has_a_value(moment, value, kind):
    found = answer(moment)
    assert (found.value, found.kind, found.reason, found.relative) == (value, kind, None, None)
    assert not found.ambiguous


@pytest.mark.parametrize(
    ("zone", "written"), [("+0100", "+01:00"), ("Z0000", "Z"), ("-0330", "-03:30"), ("+0000", "+00:00")]
)
def test_a_stated_zone_makes_the_bounds_aware(zone, written):
    stamp = Moment(year="2013", month="02", day="15", hour="22", half=".", minute="30", second="05", zone=zone)
    found = answer(stamp)
    assert found.value == f"2013-02-15T22:30:05{written}"
    assert found.start == dt.datetime.fromisoformat(found.value)


def test_an_open_hour_is_ambiguous():
    found = answer(Moment(hour="05", half="X"))
    assert (found.value, found.alternatives, found.ambiguous) == ("05:00", ("17:00",), True)


def test_a_leap_second_is_kept():
    found = answer(Moment(year="2016", month="12", day="31", hour="23", half=".", minute="59", second="60"))
    assert found.value == "2016-12-31T23:59:60"
    assert found.end == dt.datetime(2016, 12, 31, 23, 59, 59, 999999)


RANGES = [
    (
        {"year": "2019", "month": "05", "day": "05"},
        {"year": "2019", "month": "05", "day": "07"},
        "2019-05-05/2019-05-07",
    ),
    ({"year": "1920", "month": "05"}, {"year": "1920", "month": "06"}, "1920-05/1920-06"),
    ({"hour": "22", "half": "."}, {"hour": "06", "half": "."}, "22:00/06:00"),
    ({"hour": "05", "half": "p"}, {"hour": "07", "half": "p"}, "17:00/19:00"),
    ({"year": "1890", "qualifier": "~"}, {"year": "1900", "qualifier": "~"}, "1890~/1900~"),
    ({"year": "1890", "qualifier": "~"}, {"year": "1900"}, "1890~/1900"),
    ({"year": "0100", "calendar": "B"}, {"year": "0044", "calendar": "B"}, "-0099/-0043"),
    (
        {"year": "2013", "month": "W0", "day": "7X"},
        {"year": "2013", "month": "W0", "day": "8X"},
        "2013-02-11/2013-02-24",
    ),
    ({"month": "05", "day": "05"}, {"month": "05", "day": "07"}, "XXXX-05-05/XXXX-05-07"),
    (
        {"year": "2019", "month": "05", "day": "03", "hour": "22", "half": "."},
        {"year": "2019", "month": "05", "day": "03", "hour": "06", "half": "."},
        "2019-05-03T22:00/2019-05-04T06:00",
    ),
]


@pytest.mark.parametrize(("start", "end", "value"), RANGES)
def test_a_range_has_both_ends(start, end, value):
    found = answer(Moment(form="R", **start), Moment(**end))
    assert (found.value, found.kind, found.reason) == (value, "range", None)


def test_a_range_from_a_date_to_the_same_date_is_that_date() -> None:
    day = {"year": "2019", "month": "05", "day": "07"}
    found = answer(Moment(**day, form="R"), Moment(**day))
    assert (found.value, found.kind) == ("2019-05-07", "date")
    found = answer(Moment(hour="10", half=".", minute="00", form="R"), Moment(hour="10", half=".", minute="00"))
    assert (found.value, found.kind) == ("10:00/10:00", "range")


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        (Moment(form="X"), None, Reason.NO_MOMENT),
        (Moment(), None, Reason.NO_MOMENT),
        (Moment(form="D"), None, Reason.DURATION),
        (Moment(form="C"), None, Reason.RECURRENCE),
        (Moment(form="T"), None, Reason.SEVERAL),
        (Moment(year="2023", month="02", day="29"), None, Reason.IMPOSSIBLE),
        (Moment(month="04", day="31"), None, Reason.IMPOSSIBLE),
        (Moment(year="2013", month="D3", day="66"), None, Reason.IMPOSSIBLE),
        (Moment(year="5785", month="06", calendar="W"), None, Reason.IMPOSSIBLE),
        (Moment(year="0000", calendar="B"), None, Reason.IMPOSSIBLE),
        (Moment(year="0044", month="W0", day="7X", calendar="B"), None, Reason.NO_FORM),
        (Moment(year="1442", month="W0", day="7X", calendar="H"), None, Reason.NO_FORM),
        (Moment(year="144X", calendar="H"), None, Reason.NO_FORM),
        (Moment(year="1979", month="05", hour="14", half="."), None, Reason.NO_FORM),
        (Moment(year="2013", month="W0", day="7X", half="m"), None, Reason.NO_FORM),
        (Moment(month="02", day="28", half="n"), None, Reason.NO_FORM),
        (Moment(year="2019", month="05", weekday="5"), None, Reason.NO_FORM),
        (Moment(amount="+0003", unit="D"), None, Reason.NEEDS_REFERENCE),
        (Moment(weekday="5"), None, Reason.NEEDS_REFERENCE),
        (Moment(month="05", weekday="5", ordinal="L"), None, Reason.NEEDS_REFERENCE),
        (Moment(amount="-0003", unit="W", form="S"), None, Reason.NEEDS_REFERENCE),
        (Moment(month="10", day="15", calendar="H"), None, Reason.NEEDS_REFERENCE),
        (Moment(month="W0", day="7X"), None, Reason.NEEDS_REFERENCE),
        (Moment(year="2019", form="R"), None, Reason.NO_END),
        (Moment(year="2019", form="R"), Moment(), Reason.NO_END),
        (Moment(year="2019", form="R"), Moment(year="2018"), Reason.REVERSED),
        (Moment(hour="09", half=".", form="R"), Moment(hour="08", half="."), Reason.REVERSED),
    ],
)
def test_what_has_no_value_has_a_reason(start, end, reason):
    found = answer(start, end)
    assert (found.value, found.reason) == (None, reason)
    assert (found.start, found.end) == (None, None)


def test_the_calendar_is_that_of_the_text():
    assert answer(Moment(year="5780", month="04", day="12", calendar="W")).calendar == "hebrew"
    assert answer(Moment(year="0044", calendar="B")).calendar == "gregorian"


RELATIVE = [
    # The examples of a Sunday, 29 November 2026, 10:00.
    ("+3 day", "2026-12-02"),
    ("-2 hour", "2026-11-29T08:00"),
    ("+1 week friday T17:00", "2026-12-04T17:00"),
    ("-1 year -11 month", "2024-12"),
    ("-1 month", "2026-10"),
    ("+0 week", "2026-11-23/2026-11-29"),
    ("span -3 week", "2026-11-02/2026-11-22"),
    ("+1 month first monday", "2026-12-07"),
    ("+1 day T08:00", "2026-11-30T08:00"),
    ("-1 day T20:13", "2026-11-28T20:13"),
    # Grains.
    ("-2 year", "2024"),
    ("-3 month", "2026-08"),
    ("-1 week", "2026-11-16/2026-11-22"),
    ("-3 week", "2026-11-08"),
    ("+1 week T12:00", "2026-12-06T12:00"),
    ("+1 quarter", "2027-33"),
    ("+0 weekend", "2026-11-28/2026-11-29"),
    ("+1 weekend", "2026-12-05/2026-12-06"),
    ("+1 weekend saturday", "2026-12-05"),
    ("+90 minute", "2026-11-29T11:30"),
    ("-15 second", "2026-11-29T09:59:45"),
    ("+0 second", "2026-11-29T10:00:00"),
    ("+0 hour", "2026-11-29T10:00/2026-11-29T10:59"),
    ("+12 day +5 hour", "2026-12-11T15:00"),
    ("+1 week +2 day", "2026-12-08"),
    # Weekdays.
    ("friday", "2026-12-04"),
    ("sunday", "2026-12-06"),
    ("+0 week friday", "2026-11-27"),
    ("-1 week friday", "2026-11-20"),
    ("+1 day monday", "2026-11-30"),
    # Months and days beside an amount.
    ("-1 year XXXX-05", "2025-05"),
    ("-1 year XXXX-05-03", "2025-05-03"),
    ("+0 year XXXX-05-03", "2026-05-03"),
    ("-1 month XXXX-05", "2026-05"),
    ("-1 month XXXX-11", "2025-11"),
    ("+1 month XXXX-11", "2027-11"),
    ("+1 month XXXX-12", "2026-12"),
    ("+0 month XXXX-05", "2026-05"),
    ("-1 month XXXX-11-28", "2026-11-28"),
    ("-1 month XXXX-11-29", "2025-11-29"),
    ("+1 month XXXX-XX-20", "2026-12-20"),
    ("+1 day XXXX-11-30", "2026-11-30"),
    ("-1 year XXXX-21", "2025-21"),
    ("+1 year XXXX-W07-5", "2027-02-19"),
    # The nth.
    ("-1 month last day", "2026-10-31"),
    ("+0 year last day", "2026-12-31"),
    ("+1 week first day", "2026-11-30"),
    ("last friday XXXX-05", "2027-05-28"),
    ("fifth tuesday XXXX-09", "2031-09-30"),
    ("fifth friday XXXX-02", "2036-02-29"),
    ("fifth monday", "2026-11-30"),
    # Spans.
    ("span -2 month", "2026-09/2026-10"),
    ("span +2 year", "2027/2028"),
    ("span -3 day", "2026-11-26/2026-11-28"),
    ("span +3 day", "2026-11-30/2026-12-02"),
    ("span -2 hour", "2026-11-29T08:00/2026-11-29T09:59"),
    ("span -1 month", "2026-10"),
    ("span -2 quarter", "2026-34/2026-35"),
    ("span -1 year -6 month", "2025-05/2026-11"),
    # Open, approximate, and parts of the day.
    ("../+1 day", "../2026-11-30"),
    ("-1 week/..", "2026-11-16/.."),
    ("-3 day~", "2026-11-26~"),
    ("+0 day night", "2026-11-29T21:00/2026-11-30T05:59"),
    ("friday morning", "2026-12-04T04:00/2026-12-04T11:59"),
    # Ranges.
    ("monday/friday", "2026-11-30/2026-12-04"),
    ("friday/monday", "2026-12-04/2026-12-07"),
    ("+1 day T22:00/+1 day T06:00", "2026-11-30T22:00/2026-12-01T06:00"),
    ("-1 day/+1 day", "2026-11-28/2026-11-30"),
]


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_a_relative_moment_has_a_value_beside_its_reference(text, value):
    start, end = moments(text)
    found = answer(start, end, reference=SUNDAY)
    assert (found.value, found.kind, found.relative) == (value, "relative", text)
    without = answer(start, end)
    assert (without.value, without.reason, without.relative) == (None, Reason.NEEDS_REFERENCE, text)


PARTIAL = [
    ("XXXX-XX-15", "2026-12-15", ("2026-11-15",)),
    ("XXXX-XX-29", "2026-11-29", ()),
    ("XXXX-XX-31", "2026-12-31", ("2026-10-31",)),
    ("XXXX-05", "2027-05", ("2026-05",)),
    ("XXXX-11", "2026-11", ()),
    ("XXXX-05-05", "2027-05-05", ("2026-05-05",)),
    ("XXXX-02-29", "2028-02-29", ("2024-02-29",)),
    ("XXXX-33", "2027-33", ("2026-33",)),
    ("XXXX-W07-X", "2027-02-15/2027-02-21", ("2026-02-09/2026-02-15",)),
    ("XXXX-W53-X", "2026-12-28/2027-01-03", ("2020-12-28/2021-01-03",)),
    ("T10:30", "2026-11-29T10:30", ("2026-11-28T10:30",)),
    ("T09:30", "2026-11-30T09:30", ("2026-11-29T09:30",)),
    ("XXXX-10-15[u-ca=islamic]", "2027-03-23", ("2026-04-03",)),
    ("XXXX-05-05/XXXX-05-07", "2027-05-05/2027-05-07", ("2026-05-05/2026-05-07",)),
    ("XXXX-12-30/XXXX-01-05", "2026-12-30/2027-01-05", ("2025-12-30/2026-01-05",)),
    ("XXXX-11-28/XXXX-11-30", "2026-11-28/2026-11-30", ("2027-11-28/2027-11-30",)),
    ("T09:00/T17:00", "2026-11-29T09:00/2026-11-29T17:00", ("2026-11-30T09:00/2026-11-30T17:00",)),
]


@pytest.mark.parametrize(("text", "value", "alternatives"), PARTIAL)
def test_a_reference_completes_what_lacks_its_year(text, value, alternatives):
    start, end = moments(text)
    found = answer(start, end, reference=SUNDAY)
    assert (found.value, found.alternatives, found.relative) == (value, alternatives, text)
    assert not found.ambiguous


@pytest.mark.parametrize(
    ("text", "future", "past", "nearest"),
    [
        ("friday", "2026-12-04", "2026-11-27", "2026-11-27"),
        ("sunday", "2026-12-06", "2026-11-22", "2026-11-29"),
        ("XXXX-12-01", "2026-12-01", "2025-12-01", "2026-12-01"),
        ("XXXX-10", "2027-10", "2026-10", "2026-10"),
        ("T09:30", "2026-11-30T09:30", "2026-11-29T09:30", "2026-11-29T09:30"),
    ],
)
def test_a_preference_settles_which_one_is_meant(text, future, past, nearest):
    found = {prefer: resolve(text, SUNDAY, prefer) for prefer in ("future", "past", "nearest")}
    assert {prefer: answer.value for prefer, answer in found.items()} == {
        "future": future,
        "past": past,
        "nearest": nearest,
    }
    for answered in found.values():
        assert {answered.value, *answered.alternatives} == {future, past, nearest}


def test_an_open_hour_beside_a_reference_stays_ambiguous():
    found = resolve("+1 day T05:00|17:00", SUNDAY)
    assert (found.value, found.alternatives, found.ambiguous) == ("2026-11-30T05:00", ("2026-11-30T17:00",), True)


@pytest.mark.parametrize(
    "text",
    [
        "+2 hour T17:00",
        "+1 month friday",
        "+1 month T17:00",
        "+1 day tuesday",
        "+1 day XXXX-05-03",
        "+1 year XXXX-XX-15",
    ],
)
def test_what_no_value_can_carry_has_none(text):
    assert resolve(text, SUNDAY).reason is Reason.NO_FORM


@pytest.mark.parametrize("text", ["+1 month fifth monday", "XXXX-02-30", "+3 month XXXX-XX-31", "+1 year XXXX-02-29"])
def test_a_day_that_the_calendar_lacks_does_not_exist(text):
    assert resolve(text, SUNDAY).reason is Reason.IMPOSSIBLE


def test_an_aware_reference_keeps_its_zone():
    assert resolve("-60 hour", TUESDAY).value == "2026-03-28T21:00+01:00"
    noon = resolve("-3 day T12:00", TUESDAY)
    assert noon.value == "2026-03-28T12:00+01:00"
    day = resolve("-2 day", TUESDAY)
    assert day.value == "2026-03-29"
    assert day.start == dt.datetime(2026, 3, 28, 23, tzinfo=dt.UTC)
    assert day.end == dt.datetime(2026, 3, 29, 21, 59, 59, 999999, tzinfo=dt.UTC)
    assert resolve("+2 hour", TUESDAY.astimezone(dt.UTC)).value == "2026-03-31T10:00Z"


def test_a_stated_zone_decides_which_day_it_is():
    late = dt.datetime(2026, 11, 29, 23, 30, tzinfo=dt.UTC)
    assert resolve("+1 day T09:00+09:00", late).value == "2026-12-01T09:00+09:00"
    assert resolve("+1 day T09:00Z", late).value == "2026-11-30T09:00Z"


def test_an_absolute_moment_is_the_same_beside_a_reference():
    moment = Moment(year="1979", month="05", day="03", hour="14", half=".", minute="30")
    assert answer(moment, reference=TUESDAY) == answer(moment)


def test_an_unknown_preference_is_an_error_for_every_moment():
    with pytest.raises(ValueError, match="expected prefer"):
        answer(Moment(year="1979"), prefer="soon")


def test_answers_can_be_pickled():
    found = resolve("-2 day", TUESDAY)
    assert pickle.loads(pickle.dumps(found)) == found


def one_of(group):
    return st.sampled_from(group.valid).flatmap(lambda product: st.tuples(*map(st.sampled_from, product))).map("".join)


MACHINES = st.tuples(one_of(DATE_GROUP), one_of(CLOCK_GROUP), one_of(RELATIVE_GROUP)).map("".join)
NO_RELATIVE = st.tuples(one_of(DATE_GROUP), one_of(CLOCK_GROUP)).map("".join).map(lambda text: text + "X" * 11)
NO_DATE = st.tuples(one_of(CLOCK_GROUP), one_of(RELATIVE_GROUP)).map("".join).map(lambda text: "XXXXXXXXP.G" + text)
ANY = st.one_of(MACHINES, NO_RELATIVE, NO_DATE).map(Moment.from_machine)
REFERENCES = st.one_of(
    st.none(),
    st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(3000, 1, 1)),
    st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(BERLIN)),
)
PREFERENCES = st.sampled_from([None, "future", "past", "nearest"])


@given(ANY, st.one_of(st.none(), ANY), REFERENCES, PREFERENCES)
def test_every_valid_moment_has_a_value_or_a_reason(start, end, reference, prefer):
    found = answer(start, end, reference=reference, prefer=prefer)
    assert (found.value is None) == (found.reason is not None)
    assert found.value or not found.alternatives
    assert found.value not in found.alternatives
    if found.reason is Reason.NEEDS_REFERENCE:
        assert reference is None
    if found.start and found.end and (found.start.tzinfo is None) == (found.end.tzinfo is None):
        assert found.start <= found.end
    for value in (found.value, *found.alternatives):
        if value and value[:4].isdigit() and value[4:5] in ("-", "/", "") and value[:4] not in ("0000", "9999"):
            assert bounds(value)[0] is not None


@given(ANY, st.one_of(st.none(), ANY), REFERENCES)
def test_a_value_with_a_mark_of_its_own_is_read_as_itself(start, end, reference):
    found = answer(start, end, reference=reference)
    first, _, last = (found.value or "").partition("/")
    leaves_year = last not in ("", "..") and ("XXXX" in first) != ("XXXX" in last)  # to the other end
    if found.value and re.search(r"[/X~%?]|^-\d{4}-", found.value) and not leaves_year:
        said = moments_in(canonicalize(found.value))
        assert said is not None
        assert answer(*said).value == found.value


@given(ANY, st.one_of(st.none(), ANY), REFERENCES.filter(bool), PREFERENCES)
def test_a_moment_can_be_resolved_later(start, end, reference, prefer):
    found = answer(start, end, reference=reference, prefer=prefer)
    if found.relative:
        later = resolve(found.relative, reference, prefer)
        assert (later.value, later.alternatives, later.reason) == (found.value, found.alternatives, found.reason)


@given(st.datetimes(dt.datetime(1, 1, 15), dt.datetime(9999, 12, 15)), st.integers(1, 7), PREFERENCES)
def test_a_weekday_is_a_day_of_that_name(reference, weekday, prefer):
    found = answer(Moment(weekday=str(weekday)), reference=reference, prefer=prefer)
    for value in (found.value, *found.alternatives):
        assert dt.date.fromisoformat(value).isoweekday() == weekday
        assert abs((dt.date.fromisoformat(value) - reference.date()).days) <= 7
    for number in (-1, 0, 1):
        amount = f"{number:+05d}"
        day = answer(Moment(amount=amount, unit="W", weekday=str(weekday)), reference=reference).start.date()
        assert day.isoweekday() == weekday
        weeks = (day.toordinal() - weekday) - (reference.toordinal() - reference.isoweekday())
        assert weeks == 7 * number


@given(st.dates(dt.date(1500, 1, 1), dt.date(2500, 1, 1)), st.integers(0, 9999))
def test_days_there_and_back_again(date, number):
    midnight = dt.datetime.combine(date, dt.time())
    there = answer(Moment(amount=f"+{number:04d}", unit="D"), reference=midnight).start
    assert there is not None
    back = answer(Moment(amount=f"-{number:04d}", unit="D"), reference=there)
    assert back.value == date.isoformat()


def test_an_open_hour_is_the_coming_one_of_both() -> None:
    at_five = Moment(hour="05", half="X", minute="00")
    found = answer(at_five, reference=dt.datetime(2026, 11, 29, 16, 0))
    assert (found.value, found.ambiguous) == ("2026-11-29T17:00", True)
    assert "2026-11-30T05:00" in found.alternatives
    assert answer(at_five, reference=dt.datetime(2026, 11, 29, 18, 0)).value == "2026-11-30T05:00"
    on_friday = answer(Moment(hour="05", half="X", minute="00", weekday="5"), reference=SUNDAY)
    assert on_friday.value == "2026-12-04T05:00"
    assert "2026-12-04T17:00" in on_friday.alternatives
