"""The machine form of moments: what it can say, and what it refuses."""

import calendar
import dataclasses
import doctest
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.core.moments
from datenorm.core.forms import Form
from datenorm.core.moments import (
    CALENDARS,
    CLOCK_GROUP,
    DATE_GROUP,
    GROUPS,
    RELATIVE_GROUP,
    TY,
    Moment,
    is_valid,
    split,
)


def test_a_moment_with_other_fields_is_another_one() -> None:
    moment = Moment(year="1979", month="05")
    assert moment.but(month="06", day="03") == dataclasses.replace(moment, month="06", day="03")
    assert moment == Moment(year="1979", month="05")


def strings_of(form: Form) -> st.SearchStrategy[str]:
    """Valid strings of a group, from every product."""
    products = [st.tuples(*map(st.sampled_from, product)).map("".join) for product in form.valid]
    return st.one_of(products)


machines = st.tuples(*map(strings_of, GROUPS)).map("".join)


@given(machines)
def test_every_moment_of_valid_parts_round_trips(machine: str) -> None:
    assert is_valid(machine)
    assert Moment.from_machine(machine).to_machine() == machine


@given(machines, st.integers(0, TY - 1), st.characters(codec="utf-8"))
def test_a_character_outside_the_alphabet_is_invalid(machine: str, place: int, character: str) -> None:
    changed = machine[:place] + character + machine[place + 1 :]
    alphabet = {c for group in GROUPS for c in group.alphabet}
    assert character in alphabet or not is_valid(changed)


@pytest.mark.parametrize("machine", ["", "X" * (TY - 1), "X" * (TY + 1)])
def test_a_wrong_length_is_refused(machine: str) -> None:
    assert not is_valid(machine)
    with pytest.raises(ValueError, match=rf"expected {TY} characters. Received: '{machine}'"):
        split(machine)


def test_the_fields_of_the_groups_are_those_of_a_moment_in_their_order() -> None:
    names = [field.name for group in GROUPS for field in group.fields]
    assert names == [field.name for field in dataclasses.fields(Moment)]


@pytest.mark.parametrize("group", GROUPS, ids=["date", "clock", "relative"])
def test_fields_cover_each_group(group: Form) -> None:
    edges = [0, *(field.stop for field in group.fields)]
    assert [field.start for field in group.fields] == edges[:-1]
    assert edges[-1] == group.Ty
    assert {sum(map(len, next(zip(*product, strict=False)))) for product in group.valid} == {group.Ty}
    assert all(len(set(map(len, segment))) == 1 for product in group.valid for segment in product)


def test_only_leap_years_have_a_29th_of_february() -> None:
    for year in range(1, 10_000):
        assert DATE_GROUP.is_valid(f"{year:04d}0229P.G") == calendar.isleap(year)
        assert DATE_GROUP.is_impossible(f"{year:04d}0229P.G") != calendar.isleap(year)


@pytest.mark.parametrize(
    "machine",
    """
    197905XXP.G XXXX0503P.G XXXXXX15P.G 189XXXXXP~G 18XXXXXXR.G 197933XXP.G 197921XXB?G 2013W075P.G
    2013W07XP.G 2013D046P.G 14421015P.H 20121305P.E 0044XXXXP.B XXXX0229A%G XXXXXXXXXXX XXXXXXXXDXX
    XXXXXXXXP.G
    """.split(),
)
def test_valid_dates(machine: str) -> None:
    assert DATE_GROUP.is_valid(machine)


@pytest.mark.parametrize(
    "machine",
    """
    00000101P.G 20131301P.G 20130132P.G 2013W540P.G 2013W548P.G 2013D367P.G 2013D000P.G 189X05XXP.G
    20133301P.G 14421015P.Z 1979XXXXX.G 1979XXXXQ.G XXXXXXXXP.H
    """.split(),
)
def test_invalid_dates(machine: str) -> None:
    assert not DATE_GROUP.is_valid(machine)
    assert not DATE_GROUP.is_impossible(machine)


@pytest.mark.parametrize("machine", ["20230431P.G", "XXXX0230R~G", "19000229B.G"])
def test_a_day_that_no_calendar_has_is_impossible(machine: str) -> None:
    assert DATE_GROUP.is_impossible(machine)


@pytest.mark.parametrize(
    "machine",
    """
    14.30XXXXXXX 05p00XXXXXXX 04X30XXXXXXX 24.00XXXXXXX 24.0000Z0000 23.5960+0100 XXfXXXXXXXXX
    08mXXXXXXXXX 09.00XX-0330 XXXXXXXXXXXX
    """.split(),
)
def test_valid_clocks(machine: str) -> None:
    assert CLOCK_GROUP.is_valid(machine)


@pytest.mark.parametrize(
    "machine", ["24.01XXXXXXX", "25.00XXXXXXX", "14.60XXXXXXX", "14.3061XXXXX", "14.30XX+1500", "XXaXXXXXXXXX"]
)
def test_invalid_clocks(machine: str) -> None:
    assert not CLOCK_GROUP.is_valid(machine)


@pytest.mark.parametrize("machine", ["-0003DXXXXX", "+0001WXXX5X", "-0001Y11MXX", "+0001MXXX11", "XXXXXXXXXDL"])
def test_valid_relative_moments(machine: str) -> None:
    assert RELATIVE_GROUP.is_valid(machine)


@pytest.mark.parametrize("machine", ["0003DXXXXXX", "-0003XXXXXX", "XXXXXXXXXX1", "XXXXXX11MXX", "+0001MXXX8X"])
def test_invalid_relative_moments(machine: str) -> None:
    assert not RELATIVE_GROUP.is_valid(machine)


@pytest.mark.parametrize("letter", CALENDARS)
def test_every_calendar_has_years(letter: str) -> None:
    assert DATE_GROUP.is_valid(f"1442XXXXP.{letter}")


def test_the_groups_split_where_they_are_joined() -> None:
    moment = Moment(year="1979", hour="14", half=".", minute="30", amount="-0003", unit="D")
    date, clock, relative = split(moment.to_machine())
    assert (date, clock, relative) == ("1979XXXXP.G", "14.30XXXXXXX", "-0003DXXXXX")
    assert "".join(itertools.chain(date, clock, relative)) == moment.to_machine()


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.moments, raise_on_error=True).attempted
