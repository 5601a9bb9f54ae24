import pytest

from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.reading.moments.no_value import NoValueError
from datenorm.reading.moments.ranges import completed, in_order


def hours(start, end):
    return [(one.hour, other.hour) for one, other in completed(Moment(**start), Moment(**end))]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("05p", "07p", [("17", "19")]),
        ("11p", "01p", [("11", "13")]),  # "11 to 1 pm"
        ("10a", "01a", [("22", "01")]),
        ("11n", "02n", [("23", "02")]),
        ("11a", "01p", [("11", "13")]),
        ("05X", "07p", [("17", "19")]),
        ("11X", "01p", [("11", "13")]),
        ("10X", "02a", [("22", "02")]),
        ("05p", "07X", [("17", "19")]),
        ("10p", "02X", [("22", "02")]),
        ("09a", "05X", [("09", "17")]),
        ("09X", "05X", [("09", "17"), ("21", "05")]),
        ("11X", "01X", [("11", "13"), ("23", "01")]),
        ("22.", "06.", [("22", "06")]),
    ],
)
def test_halves_of_the_day_are_shared_by_both_hours(start, end, expected):
    assert hours({"hour": start[:2], "half": start[2]}, {"hour": end[:2], "half": end[2]}) == expected


def test_open_hours_of_two_days_are_as_written():
    start = {"year": "2019", "month": "05", "day": "03", "hour": "08", "half": "X"}
    assert hours(start, {**start, "day": "05", "hour": "01"}) == [("08", "01"), ("20", "13")]


@pytest.mark.parametrize(
    ("start", "end", "completed_start", "completed_end"),
    [
        ("XXXX0505", "20190607", "20190505", "20190607"),
        ("20190505", "XXXX0607", "20190505", "20190607"),
        ("XXXX1220", "20200105", "20191220", "20200105"),
        ("20191220", "XXXX0105", "20191220", "20200105"),
        ("XXXXXX05", "XXXX0507", "XXXX0505", "XXXX0507"),
        ("XXXX0505", "XXXXXX07", "XXXX0505", "XXXX0507"),
        ("XXXXXX05", "20190507", "20190505", "20190507"),
        ("192005XX", "192006XX", "192005XX", "192006XX"),
        ("XXXX05XX", "192006XX", "192005XX", "192006XX"),
    ],
)
def test_what_is_stated_once_is_of_both_ends(start, end, completed_start, completed_end):
    def moment(text):
        return Moment(year=text[:4], month=text[4:6], day=text[6:])

    assert completed(moment(start), moment(end)) == [(moment(completed_start), moment(completed_end))]


def test_a_day_and_a_zone_are_shared():
    start = Moment(year="2019", month="05", day="03", hour="10", half=".", minute="00")
    end = Moment(hour="12", half=".", minute="00", zone="+0100")
    [(one, other)] = completed(start, end)
    assert one.zone == other.zone == "+0100"
    assert (other.year, other.month, other.day) == ("2019", "05", "03")


def test_an_era_is_shared_where_the_years_fall():
    [(one, other)] = completed(Moment(year="0100"), Moment(year="0044", calendar="B"))
    assert one.calendar == other.calendar == "B"


def test_a_start_that_states_nothing_is_no_range():
    with pytest.raises(NoValueError) as error:
        completed(Moment(), Moment(year="1979"))
    assert error.value.reason is Reason.NO_MOMENT


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2019-05-05", "2019-05-05"),
        ("1979-05", "1979"),
        ("2020-05", "2020-34"),
        ("2020-33", "2020-05"),
        ("-0099", "-0043"),
        ("-0043", "0014"),
        ("XXXX-12-20", "XXXX-01-05"),
        ("189X", "191X"),
        ("10:00", "10:00"),
        ("2019-05-03T10:00+01:00", "2019-05-03T09:30Z"),
    ],
)
def test_ends_in_order_stay_as_they_are(first, last):
    assert in_order((first, first), (last, last)) == (first, last)


def test_an_earlier_time_is_of_the_next_day():
    night = "2019-05-31T22:00", "2019-05-31T06:00"
    assert in_order((night[0],) * 2, (night[1],) * 2) == ("2019-05-31T22:00", "2019-06-01T06:00")
    assert in_order(("18:00",) * 2, ("09:00",) * 2) == ("18:00", "09:00")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2019-05-05", "2019-05-04"),
        ("2019", "2018-12"),
        ("-0043", "-0099"),
        ("0014", "-0026"),
        ("-04XX", "-05XX"),
        ("09:00", "08:00"),
        ("2019-05-03T10:00", "2019-05-02T12:00"),
        ("2019-05-03T10:00Z", "2019-05-02"),
    ],
)
def test_an_end_before_the_start_has_no_value(first, last):
    with pytest.raises(NoValueError) as error:
        in_order((first, first), (last, last))
    assert error.value.reason is Reason.REVERSED
