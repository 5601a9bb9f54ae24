"""Agreement: what of a value a case can leave out, and what it cannot."""

import pytest

from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.evaluation.agreement import agrees
from datenorm.evaluation.cases import Case
from datenorm.reading.result import Result, Said


def result(*moments: Moment, value: str | None) -> Result:
    machines = [moment.to_machine() for moment in moments]
    said = (Said(machines[0], machines[1] if len(machines) > 1 else None),) if machines else ()
    reason = Reason.NO_MOMENT if value is None else None
    return Result("", value, 1.0, reason=reason, _task="moment", _ways=said)


DAY = Moment(year="1979", month="05", day="03")
RANGE_OF_DAYS = (Moment(year="1979", month="05", day="03", form="R"), Moment(year="1979", month="05", day="05"))
MINUTE = Moment(year="1979", month="05", day="03", hour="14", half=".", minute="30", second="15", zone="+0100")


@pytest.mark.parametrize(
    ("expected", "agree"),
    [("1979-05-03", True), ("1979-05-04", False), ("1979-05", False), ("1979-05-03T00:00", False), (None, False)],
)
def test_a_day_agrees_with_itself_alone(expected: str | None, agree: bool) -> None:
    assert agrees(Case("", expected, {}), result(DAY, value="1979-05-03")) == agree


def test_nothing_agrees_with_nothing() -> None:
    assert agrees(Case("", None, {}), result(value=None))
    assert not agrees(Case("", "1979", {}), result(value=None))


@pytest.mark.parametrize("expected", ["1979-05-03T14:30", "1979-05-03T14:30:15", "1979-05-03T14:30:15+01:00"])
def test_seconds_and_zone_can_be_left_out(expected: str) -> None:
    assert agrees(Case("", expected, {}), result(MINUTE, value="1979-05-03T14:30:15+01:00"))


@pytest.mark.parametrize(
    ("expected", "agree"),
    [
        ("1979-05-03/1979-05-05", True),
        ("1979-05-03T00:00/1979-05-05T00:00", True),
        ("1979-05-03T00:00/1979-05-06T00:00", True),
        ("1979-05-03T00:00/1979-05-07T00:00", True),
        ("1979-05-03T00:00/1979-05-08T00:00", False),
        ("1979-05-04T00:00/1979-05-06T00:00", False),
        ("../1979-05-05", False),
        ("1979-05-03/..", False),
    ],
)
def test_a_range_ends_in_one_of_three_ways(expected: str, agree: bool) -> None:
    case = Case("", expected, {"grain": "Day"})
    assert agrees(case, result(*RANGE_OF_DAYS, value="1979-05-03/1979-05-05")) == agree


def test_an_open_range_agrees_with_one_of_the_same_side() -> None:
    since = result(Moment(year="1979", month="05", day="03", form="A"), value="1979-05-03/..")
    assert agrees(Case("", "1979-05-03/..", {}), since)
    assert not agrees(Case("", "../1979-05-03", {}), since)


@pytest.mark.parametrize(("grain", "agree"), [("Month", True), (None, False)])
def test_a_coarser_value_agrees_where_the_case_names_its_grain(grain: str | None, agree: bool) -> None:
    year = result(Moment(year="2011"), value="2011")
    assert agrees(Case("", "2011-02", {"grain": grain} if grain else {}), year) == agree
    assert not agrees(Case("", "2011-02-03", {"grain": "Day"}), year)
