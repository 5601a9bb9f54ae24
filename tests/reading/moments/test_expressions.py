import pytest

from datenorm.core.moments import Moment
from datenorm.reading.moments.expressions import expression, moments


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"amount": "+0003", "unit": "D"}, "+3 day"),
        ({"amount": "-0000", "unit": "h"}, "-0 hour"),
        ({"amount": "-0001", "unit": "Y", "second_amount": "11", "second_unit": "M"}, "-1 year -11 month"),
        ({"amount": "+0001", "unit": "W", "weekday": "5"}, "+1 week friday"),
        ({"amount": "+0001", "unit": "M", "weekday": "1", "ordinal": "1"}, "+1 month first monday"),
        ({"month": "05", "weekday": "D", "ordinal": "L"}, "last day XXXX-05"),
        ({"weekday": "7"}, "sunday"),
        ({"amount": "-0003", "unit": "W", "form": "S"}, "span -3 week"),
        ({"amount": "+0000", "unit": "D", "half": "n"}, "+0 day night"),
        ({"amount": "-0003", "unit": "D", "qualifier": "~"}, "-3 day~"),
        ({"amount": "+0001", "unit": "D", "form": "B"}, "../+1 day"),
        ({"amount": "-0001", "unit": "D", "form": "A", "qualifier": "?"}, "-1 day?/.."),
        ({"month": "10", "day": "15", "calendar": "H"}, "XXXX-10-15[u-ca=islamic]"),
        ({"year": "0002", "month": "11", "day": "09", "calendar": "F"}, "0002-11-09[u-ca=french-republican]"),
        ({"year": "0044", "calendar": "B"}, "0044[u-ca=before-christ]"),
        ({"month": "W0", "day": "7X"}, "XXXX-W07-X"),
        ({"year": "2013", "month": "D0", "day": "46"}, "2013-046"),
        ({"day": "15"}, "XXXX-XX-15"),
        ({"hour": "05", "half": "X", "minute": "00"}, "T05:00|17:00"),
        ({"hour": "10", "half": ".", "minute": "30", "second": "15", "zone": "+0100"}, "T10:30:15+01:00"),
        ({"hour": "10", "half": ".", "minute": "30", "zone": "Z0000"}, "T10:30Z"),
    ],
)
def test_an_expression_is_read_as_the_moment_it_was_written_from(fields, text):
    moment = Moment(**fields)
    assert expression(moment) == text
    assert moments(text) == (moment, None)


def test_halves_of_the_day_are_written_in_24_hours():
    assert expression(Moment(amount="+0001", unit="D", hour="05", half="p")) == "+1 day T17:00"


def test_a_range_has_both_ends():
    start, end = Moment(form="R", weekday="1"), Moment(weekday="5")
    assert expression(start, end) == "monday/friday"
    assert moments("monday/friday") == (start, end)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "+1", "+1 fortnight", "+1 day  friday", "XXXX-10-15[u-ca=mayan]", "/"]
)
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError, match="expected"):
        moments(text)
