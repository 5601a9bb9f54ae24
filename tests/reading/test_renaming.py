import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scripted_model import scripted_normalizer

import datenorm.reading.renaming
from datenorm.core.language_names import MEANINGS, MONTH, WEEKDAY, Meaning
from datenorm.core.moments import RANGE, Moment, is_valid
from datenorm.core.tasks import DATE
from datenorm.reading.renaming import only_name, renamed_date, renamed_moment

MARCH, TUESDAY, OCTOBER, NOVEMBER = Meaning(MONTH, 3), Meaning(WEEKDAY, 2), Meaning(MONTH, 10), Meaning(MONTH, 11)


@pytest.mark.parametrize(
    ("text", "value", "meanings", "values"),
    [
        ("listopad 2013", "2013-11", [OCTOBER], ["2013-10"]),
        ("9. listopada", "XXXX-11-09", [OCTOBER], ["XXXX-10-09"]),
        ("9. listopada 2013, 10:30", "2013-11-09", [OCTOBER], ["2013-10-09"]),
        ("listopad 2013", "2013", [OCTOBER], ["2013-10"]),
        ("listopad", "XXXX-11", [NOVEMBER, OCTOBER], ["XXXX-10", "XXXX-11"]),
        ("mar 3", "XXXX-03-03", [TUESDAY], [None]),
        ("mar 3", "XXXX-03-03", [MARCH], ["XXXX-03-03"]),
        ("mar 3", "XXXX-03-03", [TUESDAY, MARCH], ["XXXX-03-03", None]),
        ("mar", "XXXX-03", [TUESDAY], [None]),
        # The year, or the numbers, say that it is no weekday; or the month is not the name's.
        ("mar 2013", "2013-03", [TUESDAY], ["2013-03"]),
        ("mar 3 2013", "2013-03-03", [TUESDAY], ["2013-03-03"]),
        ("mar 3/3/2013", "2013-03-03", [TUESDAY], ["2013-03-03"]),
        ("mar 3/3", "XXXX-03-03", [TUESDAY], ["XXXX-03-03"]),
        ("mar 3/4", "XXXX-04-03", [TUESDAY], ["XXXX-04-03"]),
        # No such day.
        ("31. lip", "XXXX-07-31", [Meaning(MONTH, 6)], ["XXXX-07-31"]),
    ],
)
def test_a_date_gets_the_month_that_its_name_means(
    text: str, value: str, meanings: list[Meaning], values: list[str | None]
) -> None:
    assert renamed_date(text, value, meanings) == values


@pytest.mark.parametrize(
    ("text", "moment", "meaning", "renamed"),
    [
        ("mar 3", Moment(month="03", day="03"), TUESDAY, Moment(day="03")),
        ("mar 3", Moment(day="03"), MARCH, Moment(month="03", day="03")),
        ("mar", Moment(month="03"), TUESDAY, Moment(weekday="2")),
        ("mar", Moment(weekday="2"), MARCH, Moment(month="03")),
        ("tor", Moment(weekday="4"), TUESDAY, Moment(weekday="2")),
        (
            "mar 3, 10:30",
            Moment(month="03", day="03", hour="10", half=".", minute="30"),
            TUESDAY,
            Moment(day="03", hour="10", half=".", minute="30"),
        ),
        ("listopad 2013", Moment("2013", "11"), OCTOBER, Moment("2013", "10")),
        ("c. listopad 2013", Moment("2013", "11", qualifier="~"), OCTOBER, Moment("2013", "10", qualifier="~")),
        # What the column does not decide.
        ("mar", Moment(month="03", form=RANGE), TUESDAY, Moment(month="03", form=RANGE)),
        ("mar 1400", Moment("1400", "03", calendar="P"), OCTOBER, Moment("1400", "03", calendar="P")),
        ("next mar", Moment(month="03", amount="+0001", unit="Y"), MARCH, Moment(month="03", amount="+0001", unit="Y")),
        ("next mar", Moment(amount="+0001", unit="W", weekday="2"), MARCH, None),
    ],
)
def test_a_moment_gets_what_its_name_means(text: str, moment: Moment, meaning: Meaning, renamed: Moment | None) -> None:
    machine = moment.to_machine()
    assert renamed_moment(text, machine, [meaning]) == [(renamed or moment).to_machine()]


@given(
    st.sampled_from(["mar", "lip", "so", "sen", "listopada"]),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from(MEANINGS),
)
def test_what_is_renamed_is_valid(name: str, month: int, day: int, meaning: Meaning) -> None:
    (value,) = renamed_date(f"{name} {day}", f"XXXX-{month:02d}-{day:02d}", [meaning])
    assert value is None or DATE.is_valid(DATE.to_machine(value))
    machine = Moment(month=f"{month:02d}", day=f"{day:02d}").to_machine()
    assert all(map(is_valid, renamed_moment(f"{name} {day}", machine, [meaning])))


def test_the_only_name_of_a_text() -> None:
    assert only_name("mar 3") == only_name("mar 3 mar") == "mar"
    assert only_name("mar 3 ene") is only_name("3") is None


@pytest.mark.parametrize(
    ("column", "values", "ambiguous"),
    [
        (["lun 2", "mar 3"], ["XXXX-XX-02", "XXXX-XX-03"], False),
        (["ene 5", "mar 3"], ["XXXX-01-05", "XXXX-03-03"], False),
        (["ene 5", "lun 2", "mar 3"], ["XXXX-01-05", "XXXX-XX-02", "XXXX-03-03"], True),
        (["mar 3", "x"], ["XXXX-03-03", None], False),
        (["lun", "mar"], [None, None], False),
        (["ene 5", "mar"], ["XXXX-01-05", "XXXX-03"], False),
    ],
)
def test_moments_are_read_in_the_language_of_their_column(
    monkeypatch: pytest.MonkeyPatch, column: list[str], values: list[str | None], ambiguous: bool
) -> None:
    script = {
        "lun 2": Moment(day="02"),
        "ene 5": Moment(month="01", day="05"),
        "mar 3": Moment(month="03", day="03"),
        "lun": Moment(weekday="1"),
        "mar": Moment(weekday="2"),
    }
    results = scripted_normalizer(monkeypatch, script).normalize_batch(column, "infer")
    assert [result.value for result in results] == values
    assert results[-1].ambiguous == ambiguous
    if ambiguous:
        assert results[-1].alternatives == (("XXXX-03-03", 0.5), ("XXXX-XX-03", 0.5))


def test_a_weekday_of_a_column_counts_from_a_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, {"lun": Moment(weekday="1"), "mar": Moment(month="03")})
    results = normalizer.normalize_batch(["lun", "mar"], "infer", reference="2026-11-29")
    assert [result.value for result in results] == ["2026-11-30", "2026-12-01"]


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.reading.renaming, raise_on_error=True).attempted
