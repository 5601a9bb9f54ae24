"""Tasks: the valid machine strings of times and dates, and of no other form."""

import calendar
import datetime as dt
import doctest
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.core.tasks
from datenorm.core.forms import UNSPECIFIED
from datenorm.core.hints import END, HINTS
from datenorm.core.moments import Moment
from datenorm.core.tasks import DATE, MOMENT, TASKS, TIME, Task, get_task


def reads_as_time(text: str) -> bool:
    """Whether the standard library reads a time of padded ASCII digits, of which it reads other forms, too."""
    if not re.fullmatch("[0-9]{2}:[0-9]{2}", text):
        return False
    try:
        dt.datetime.strptime(text, "%H:%M")
    except ValueError:
        return False
    return True


def test_the_valid_times_are_the_minutes_of_the_day() -> None:
    near = map("".join, itertools.product("0123", TIME.alphabet, ":0", "056:", TIME.alphabet))
    minutes = [f"{hour:02d}:{minute:02d}" for hour in range(24) for minute in range(60)]
    assert all(map(TIME.is_valid, minutes))
    assert all(TIME.is_valid(text) == reads_as_time(text) for text in near)


@given(st.text(TIME.alphabet + "٣Xx -", max_size=7))
def test_is_valid_agrees_with_the_standard_library(text: str) -> None:
    assert TIME.is_valid(text) == reads_as_time(text)


@pytest.mark.parametrize("text", ["", "1715", "7:15", "17:1", "17:155", " 17:15", "17:15\n", "24:00", "29:71", "17-15"])
def test_odd_strings_are_invalid(text: str) -> None:
    assert not TIME.is_valid(text)


@pytest.mark.parametrize("task", TASKS.values(), ids=str)
def test_fields_and_alphabet_fit_the_machine_strings(task: Task) -> None:
    for group in task.groups:
        for product in group.valid:
            assert sum(len(segment[0]) for segment in product) == group.Ty
            for segment in product:
                assert len(set(map(len, segment))) == 1
                assert set("".join(segment)) <= set(task.alphabet)
    assert len(set(task.alphabet)) == len(task.alphabet)
    for field, other in itertools.pairwise(task.fields):
        assert 0 <= field.start < field.stop <= other.start < other.stop <= task.Ty


def test_time_has_the_reference_sizes() -> None:
    assert (TIME.Tx, TIME.Ty, len(TIME.alphabet)) == (41, 5, 11)
    assert {field.name: "17:45"[field.start : field.stop] for field in TIME.fields} == {"hour": "17", "minute": "45"}


def test_separators_are_those_of_every_machine_string() -> None:
    assert get_task("time").separators == ((2, ":"),)
    assert get_task("date").separators == ((4, "-"), (7, "-"))


def test_a_moment_is_valid_where_all_its_groups_are() -> None:
    moment, no_day, no_clock = "19790503P.G14.30XX", "20230229P.G14.30XX", "19790503P.G29.71XX"
    rest = UNSPECIFIED * (MOMENT.Ty - len(moment))
    assert MOMENT.split(moment + rest) == ("19790503P.G", "14.30XXXXXXX", UNSPECIFIED * 11)
    assert MOMENT.is_valid(moment + rest)
    assert MOMENT.is_valid(MOMENT.unspecified)
    assert MOMENT.is_impossible(no_day + rest)
    assert not any(MOMENT.is_valid(text + rest) for text in (no_day, no_clock, moment[1:]))
    assert not any(MOMENT.is_impossible(text + rest) for text in (moment, no_clock, moment[1:]))


def test_the_fields_of_a_moment_lie_in_its_machine_string() -> None:
    machine = Moment(year="1979", month="05", day="03", hour="14", minute="30", zone="+0530", unit="D").to_machine()
    stated = {field.name: machine[field.start : field.stop] for field in MOMENT.fields}
    assert stated == vars(Moment.from_machine(machine))
    assert (stated["zone"], stated["unit"]) == ("+0530", "D")


def test_only_ranges_are_asked_for_their_end() -> None:
    assert (DATE.hints, TIME.hints) == (("DMY", "MDY", "YMD"), ())
    assert MOMENT.hints == (*DATE.hints, END)
    assert set(MOMENT.hints) <= HINTS.keys()


def test_get_task_by_name() -> None:
    assert get_task("time") is TIME


def test_an_unknown_task_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"tasks .*time.*Received: 'tiem'"):
        get_task("tiem")


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.tasks, raise_on_error=True).attempted


@pytest.mark.parametrize("machine", ["17:15", "00:00"])
def test_the_value_of_a_time_is_its_machine_string(machine: str) -> None:
    assert TIME.to_value(machine) == machine
    assert TIME.to_machine(machine) == machine


@pytest.mark.parametrize(
    "machine", ["1979-05-03", "1979-05-XX", "XXXX-05-05", "2020-XX-31", "1979-XX-XX", "XXXX-XX-XX"]
)
def test_to_machine_undoes_to_value(machine: str) -> None:
    assert DATE.to_machine(DATE.to_value(machine)) == machine


# Dates.


@pytest.mark.parametrize(
    "machine", ["2023-02-29", "1900-02-29", "0000-02-29", "XXXX-02-30", "2024-06-31", "9999-11-31"]
)
def test_a_day_that_does_not_exist_is_impossible(machine: str) -> None:
    assert DATE.is_impossible(machine)
    assert not DATE.is_valid(machine)


@pytest.mark.parametrize(
    "machine", ["2024-02-29", "2024-02-28", "XXXX-02-29", "19X4-02-30", "2024-13-31", "2024-XX-31", ""]
)
def test_a_valid_day_or_another_form_is_not_impossible(machine: str) -> None:
    assert not DATE.is_impossible(machine)


def test_date_has_its_sizes() -> None:
    assert get_task("date") is DATE
    assert (DATE.Tx, DATE.Ty, len(DATE.alphabet)) == (41, 10, 12)
    assert all(set("".join(segment)) <= set(DATE.alphabet) for product in DATE.groups[0].valid for segment in product)


def test_only_leap_years_have_a_29th_of_february() -> None:
    for year in range(1, 10_000):
        assert DATE.is_valid(f"{year:04d}-02-29") == calendar.isleap(year)
        assert DATE.is_valid(f"{year:04d}-XX-XX")


@pytest.mark.parametrize(
    "machine", ["1979-05-03", "1979-05-XX", "XXXX-05-05", "XXXX-03-XX", "XXXX-02-29", "2020-XX-31", "XXXX-XX-XX"]
)
def test_valid_dates(machine: str) -> None:
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
def test_invalid_dates(machine: str) -> None:
    assert not DATE.is_valid(machine)


def test_no_segment_is_larger_than_a_year_of_days() -> None:
    assert max(len(segment) for product in DATE.groups[0].valid for segment in product) <= 366 + 12 + 31 + 1
