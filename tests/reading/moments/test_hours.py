import pytest

from datenorm.core.moments import Moment
from datenorm.reading.moments.hours import clocks, readings, zone_of


@pytest.mark.parametrize(
    ("hour", "half", "on_the_clock"),
    [
        ("14", ".", ("14",)),
        ("24", ".", ("24",)),
        ("05", "X", ("05", "17")),
        ("12", "X", ("12", "00")),
        ("00", "X", ("00",)),
        ("13", "X", ("13",)),
        ("12", "a", ("00",)),
        ("11", "a", ("11",)),
        ("12", "p", ("12",)),
        ("00", "p", ("12",)),
        ("05", "p", ("17",)),
        ("20", "p", ("20",)),
        ("12", "m", ("00",)),
        ("03", "f", ("15",)),
        ("12", "f", ("12",)),
        ("07", "e", ("19",)),
        ("12", "e", ("24",)),
        ("12", "n", ("00",)),
        ("05", "n", ("05",)),
        ("06", "n", ("18",)),
        ("11", "n", ("23",)),
        ("22", "n", ("22",)),
    ],
)
def test_the_half_of_the_day_settles_the_hour(hour, half, on_the_clock):
    assert readings(hour, half) == on_the_clock


@pytest.mark.parametrize(
    ("fields", "clock"),
    [
        ({"hour": "03", "half": "p"}, "15:00"),
        ({"hour": "23", "half": ".", "minute": "59", "second": "60", "zone": "Z0000"}, "23:59:60Z"),
        ({"hour": "22", "half": ".", "minute": "30", "zone": "+0100"}, "22:30+01:00"),
        ({"hour": "24", "half": ".", "minute": "00"}, "24:00"),
        ({"hour": "12", "half": "e", "minute": "30"}, "00:30"),
    ],
)
def test_a_clock_has_a_value(fields, clock):
    assert clocks(Moment(**fields)) == ((clock, clock),)


def test_a_part_of_the_day_is_its_first_and_last_minute():
    assert clocks(Moment(half="m")) == (("04:00", "11:59"),)
    assert clocks(Moment(half="n")) == (("21:00", "05:59"),)


def test_nothing_stated_is_no_clock():
    assert clocks(Moment(year="1979")) == ()


def test_zones_are_those_of_iso_8601():
    assert [zone_of(zone) for zone in ("+0545", "-0330", "+0000", "-0000", "Z0000")] == [
        "+05:45",
        "-03:30",
        "+00:00",
        "+00:00",
        "Z",
    ]
