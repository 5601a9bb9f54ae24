"""Answering: values and reasons of what was said, by how sure it is and beside a reference."""

import datetime as dt
import itertools

import pytest

from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.core.tasks import DATE
from datenorm.reading.answering import answered, plain_date
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
        assert plain_date(machine) == (value if year.isdecimal() and DATE.is_valid(value) else None)


def test_what_states_more_is_no_plain_date() -> None:
    day = Moment(year="1979", month="05", day="03")
    assert plain_date(day.to_machine()) == "1979-05-03"
    for fields in ({"hour": "14", "half": "."}, {"form": "B"}, {"qualifier": "~"}, {"calendar": "H"}, {"weekday": "4"}):
        assert plain_date(day.but(**fields).to_machine()) is None
