"""Answering: values and reasons of what was said, by how sure it is and beside a reference."""

import datetime as dt
import itertools

import pytest

from datenorm.core.moments import AFTERNOON, AM, AS_WRITTEN, EVENING, MORNING, NIGHT, PM, UNSAID, Moment
from datenorm.core.reasons import Reason
from datenorm.core.tasks import DATE
from datenorm.reading.answering import answered, plain_value
from datenorm.reading.moments.answer import answer
from datenorm.reading.result import Reading, Said

TOMORROW = Said(Moment(amount="+0001", unit="D").to_machine())
REFERENCE = dt.datetime(2026, 11, 29)


@pytest.mark.parametrize(
    ("least", "reference", "value", "reason"),
    [
        (0.1, None, None, Reason.NEEDS_REFERENCE),
        (0.5, None, None, Reason.LOW_CONFIDENCE),
        (0.1, REFERENCE, "2026-11-30", None),
        (0.5, REFERENCE, None, Reason.LOW_CONFIDENCE),
    ],
)
def test_a_doubtful_text_has_no_value_with_a_reference_or_without_one(
    least: float, reference: dt.datetime | None, value: str | None, reason: Reason | None
) -> None:
    reading = Reading(None, 0.2, False, (), None, None, "moment", b"", (TOMORROW,))
    found = answered(reading, least, 0.0, reference)
    assert (found.value, found.reason, found.confidence) == (value, reason, 0.2)
    assert found.said == (TOMORROW,)  # so that another reference can be tried


def test_the_same_moment_in_two_zones_is_two_references() -> None:
    reading = Reading(None, 0.9, False, (), None, None, "moment", b"", (TOMORROW,))
    late = dt.datetime(2026, 11, 29, 23, 30, tzinfo=dt.UTC)
    values = [
        answered(reading, 0.1, 0.0, reference).value
        for reference in (late, late.astimezone(dt.timezone(dt.timedelta(hours=1))), late.replace(tzinfo=None))
    ]
    assert values == ["2026-11-30", "2026-12-01", "2026-11-30"]


@pytest.mark.parametrize("year", ["1900", "2000", "2023", "2024", "XXXX", "19XX"])
def test_plain_dates_are_the_days_of_a_stated_year(year: str) -> None:
    for month, day in itertools.product(range(14), range(33)):
        value = f"{year}-{month:02d}-{day:02d}"
        machine = Moment(year=year, month=f"{month:02d}", day=f"{day:02d}").to_machine()
        assert plain_value(machine) == (value if year.isdecimal() and DATE.is_valid(value) else None)


HALVES = (AS_WRITTEN, UNSAID, AM, PM, MORNING, AFTERNOON, EVENING, NIGHT)


@pytest.mark.parametrize("half", HALVES)
def test_a_plain_value_is_that_of_the_moment(half: str) -> None:
    day = Moment(year="1979", month="05", day="03")
    clocks = itertools.product(range(25), ("00", "30", "XX"), ("15", "XX"), ("XXXXX", "Z0000", "-0000", "+0530"))
    for hour, minute, second, zone in clocks:
        moment = day.but(hour=f"{hour:02d}", half=half, minute=minute, second=second, zone=zone)
        value = plain_value(moment.to_machine())
        assert (value is None) == (half in (UNSAID, EVENING))
        for reference in (None, REFERENCE, REFERENCE.replace(tzinfo=dt.UTC)):
            assert value in (None, answer(moment, reference=reference).value)


def test_what_states_more_has_no_plain_value() -> None:
    day = Moment(year="1979", month="05", day="03")
    assert plain_value(day.to_machine()) == "1979-05-03"
    assert plain_value(day.but(half="n").to_machine()) is None
    for fields in ({"form": "B"}, {"qualifier": "~"}, {"calendar": "H"}, {"weekday": "4"}):
        for also in (day, day.but(hour="14", half=".")):
            assert plain_value(also.but(**fields).to_machine()) is None
