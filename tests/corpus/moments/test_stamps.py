"""Stamps say the moment that the standard library reads in them."""

import datetime as dt
import email.utils

import pytest
from support.moment_examples import several_of, text_of

from datenorm.core.moments import CLOCK_GROUP, PM
from datenorm.core.numeric_dates import full_year
from datenorm.corpus.moments.stamps import Stamp, stamp, stamped_time
from datenorm.corpus.moments.zones import ABBREVIATIONS, UTC, offset, zone


@pytest.fixture(scope="module")
def stamps() -> list[Stamp]:
    return list(several_of(stamp, 6_000))


def digits_of(each: Stamp, *names: str) -> str:
    return "".join(each.fields[name] for name in names)


def test_stamps_in_iso_8601_are_read_by_the_standard_library(stamps: list[Stamp]) -> None:
    checked = 0
    for each in stamps:
        # The library takes any character for the T, and "_11-16" for an hour and an offset.
        if not each.pattern.startswith(("{y}-{MM}-{dd}T{hh}:", "{y}-{MM}-{dd} {hh}:", "{y}{MM}{dd}T{hh}{mm}")):
            continue
        try:
            moment = dt.datetime.fromisoformat(text_of(each.pieces))
        except ValueError:
            continue
        checked += 1
        assert digits_of(each, "year", "month", "day", "hour", "minute") == moment.strftime("%Y%m%d%H%M")
        zone_of = each.fields.get("zone", "").replace(UTC, "+0000")
        assert zone_of == (moment.strftime("%z") if moment.tzinfo else "")
    assert checked > 300


def test_stamps_of_mails_are_read_by_the_standard_library(stamps: list[Stamp]) -> None:
    mails = [each for each in stamps if each.pattern == "{EEE}, {dd} {MMM} {y} {hh}:{mm}:{ss} {offb}"]
    plain = [each for each in mails if each.fields["hour"] != "24" and each.fields["second"] != "60"]
    assert plain
    for each in plain:
        moment = email.utils.parsedate_to_datetime(text_of(each.pieces))
        names = ("year", "month", "day", "hour", "minute", "second")
        assert digits_of(each, *names) == moment.strftime("%Y%m%d%H%M%S")


def test_an_order_is_stated_or_shown_by_the_numbers(stamps: list[Stamp]) -> None:
    in_numbers = [each for each in stamps if each.pattern.startswith(("{dd}/{MM}/{y} ", "{MM}/{dd}/{y} "))]
    assert {each.order for each in in_numbers} == {"DMY", "MDY", ""}
    for each in in_numbers:
        if not each.order:
            assert int(each.fields["day"]) > 12 or each.fields["day"] == each.fields["month"]


def test_short_years_are_those_that_readers_take_them_for(stamps: list[Stamp]) -> None:
    short = [each for each in stamps if "{yy}" in each.pattern]
    assert short
    assert all(full_year(int(each.fields["year"]) % 100) == int(each.fields["year"]) for each in short)


def test_a_mark_says_the_half_of_the_day(stamps: list[Stamp]) -> None:
    marked = [each for each in stamps if each.fields["half"] == PM]
    assert marked
    assert all(1 <= int(each.fields["hour"]) <= 12 for each in marked)


def test_times_are_valid_and_no_years() -> None:
    for each in several_of(stamped_time, 2_000):
        unstated = {"second": "XX", "zone": "XXXXX"}
        machine = "".join((unstated | each.fields)[name] for name in ("hour", "half", "minute", "second", "zone"))
        assert CLOCK_GROUP.is_valid(machine)
        text = text_of(each.pieces)
        assert not (text.isdecimal() and 1000 <= int(text) <= 2199)


def test_offsets_state_their_digits() -> None:
    for text, machine in several_of(offset, 500):
        digits = "".join(c for c in text if c.isdecimal())
        assert int(digits if len(digits) > 2 else digits + "00") == int(machine[1:])
        assert machine[0] in text


def test_zones_are_abbreviations_or_offsets() -> None:
    found = dict(several_of(zone, 2_000))
    assert found.items() >= {"CST": "-0600", "IST": "+0530", "UTC": UTC}.items()
    assert all(ABBREVIATIONS.get(text, machine) == machine for text, machine in found.items())


def test_stamps_of_messages_and_logs_are_among_them(stamps: list[Stamp]) -> None:
    patterns = {each.pattern for each in stamps}
    assert {"{d} {MMMM} {y} at {hh}:{mm}", "{y}-{MM}-{dd} {hh}:{mm}Z"} <= patterns
