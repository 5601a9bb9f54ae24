"""What has the form of a value, and a mark that people hardly write, is read as the value that it is."""

import pytest

from datenorm.core.canonical import canonicalize
from datenorm.reading.moments.answer import answer
from datenorm.reading.moments.values import moments_in

VALUES = [
    "1979-05-03/1979-05-07",
    "1920-05/1920-06",
    "2020-33/2020-35",
    "../1900",
    "2001-05/..",
    "../1900~",
    "189X",
    "18XX",
    "1890~",
    "1862?",
    "1890%/1900",
    "XXXX-05-03",
    "XXXX-XX-15",
    "2019-XX-27",
    "XXXX-05-03T14:30",
    "-0043-03-15",
    "-04XX",
    "-0099/0000",
    "22:00/06:00",
    "15:00~",
    "2013-02-15T22:30:05+01:00/2013-02-16T06:00:00Z",
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_says_itself(value: str) -> None:
    said = moments_in(canonicalize(value))
    assert said is not None
    assert answer(*said).value == value


@pytest.mark.parametrize(
    "text",
    [
        "1979-05-03",
        "14:30",
        "2020-33",
        "03/04/2005",
        "3/4",
        "1914/18",
        "24/7",
        "1979-13-03/1979-13-04",
        "1979-05-03/",
        "/1900",
        "../..",
        "189x-05",
        "xx/05/2005",
        "x",
        "?",
        "-5",
        "-1979",
        "before 1900?",
        "",
    ],
)
def test_what_people_write_is_no_value(text: str) -> None:
    assert moments_in(text) is None
