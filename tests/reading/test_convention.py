import datetime as dt
import itertools
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.columns import Column, misread, random_column

from datenorm.core.canonical import canonicalize
from datenorm.reading.convention import Convention, infer
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.result import Result


@pytest.fixture(scope="module")
def dates() -> Normalizer:
    return Normalizer("date")


def days(first: str, count: int, step: int = 1) -> Iterator[dt.date]:
    start = dt.date.fromisoformat(first)
    return (start + dt.timedelta(days=i * step) for i in range(count))


def written(pattern: str, count: int = 300, first: str = "2022-01-01", step: int = 1) -> list[str]:
    return [day.strftime(pattern) for day in days(first, count, step)]


# The order.


@pytest.mark.parametrize(
    ("text", "order"),
    [
        *[("13/07/2022", "DMY"), ("13.7.2022", "DMY"), ("13-07-2022", "DMY"), (" 13/07/2022 ", "DMY")],
        *[("31/12/99", "DMY"), ("25/12", "DMY"), ("25.12.", "DMY"), ("25. 12.", "DMY"), ("13072022", "DMY")],
        *[("۱۳/۰۷/۲۰۲۲", "DMY"), ("07/13/2022", "MDY"), ("07132022", "MDY"), ("12/31/99", "MDY")],
        *[("99/12/31", "YMD"), ("13/07/2022 10:30", "DMY"), ("07/13/2022, 9:05:11 PM", "MDY")],
        # Both or all three, the same date in both, and no date in any.
        *[("03/04/2005", None), ("13/07/22", None), ("05/05/2005", None), ("13/13/2022", None), ("30/02/2020", None)],
        # The year in full in front is plain to see, and says nothing about other rows.
        *[("2022-07-13", None), ("2022/07/03", None), ("20220713", None), ("2022-07-13T10:30Z", None)],
        # What is no date in numbers alone.
        *[("13 May 07", None), ("12.25", None), ("10:30:15", None), ("page 13/20", None), ("1.13.2", None)],
        *[("", None), ("x", None), ("13/07/2022 13/07/2022", None), ("13/07-2022", None), ("9" * 10_000, None)],
    ],
)
def test_a_row_speaks_for_the_one_order_that_makes_it_a_date(text: str, order: str | None) -> None:
    found = infer([text])
    assert found.order == order
    assert found.rows == 1
    if order:
        assert found.examples[order] == ((0, canonicalize(text)),)
        assert found.counts[f"only: {order}"] == 1


@pytest.mark.parametrize(
    ("column", "order", "contradictory"),
    [
        (["13/07/2022", "07/13/2022"], None, True),
        (["13/07/2022", "99/12/31"], None, True),
        (["03/04/2005", "05/06/2007"], None, False),
        ([], None, False),
        (["2022-07-13", "13/07/2022"], "DMY", False),
        (["2022-07-13", "07/13/2022"], "MDY", False),
        (["2022-07-13"], None, False),
        (["2022-07-13", "99/12/31"], "YMD", False),
        # A day and a month alone do not show where a year would be.
        (["12/25"], None, False),
        (["12/25", "12/26/2020"], "MDY", False),
    ],
)
def test_the_rows_decide_the_order_in_any_sequence(column: list[str], order: str | None, contradictory: bool) -> None:
    for rows in itertools.permutations(column):
        found = infer(rows)
        assert (found.order, found.contradictory) == (order, contradictory)


@pytest.mark.parametrize("pattern", ["%d/%m/%y", "%m/%d/%y", "%y/%m/%d", "%d.%m.%Y", "%m-%d-%Y"])
@pytest.mark.parametrize("others", ["2023-01-01", "3 May 2022", "", "13/13/2022"])
def test_other_rows_do_not_change_the_order(pattern: str, others: str, dates: Normalizer) -> None:
    column = [*written(pattern), *[others] * 30]
    order = "".join(letter.upper() for letter in pattern if letter in "dmyY")
    assert infer(column).order == order
    values = [result.value for result in dates.normalize_batch(column, "infer")]
    assert values[:300] == [day.isoformat() for day in days("2022-01-01", 300)]


def test_a_few_contrary_rows_are_counted_and_change_nothing() -> None:
    found = infer([*written("%d/%m/%Y"), *written("%m/%d/%Y", 3, "2022-01-20")])
    assert (found.order, found.contradictory, found.contrary) == ("DMY", False, 3)


def test_one_decisive_row_among_many_decides_nothing() -> None:
    column = [day.strftime("%m/%d/%Y") for day in days("2022-01-01", 300) if day.day <= 12]
    found = infer([*column, "13/07/2022"])
    assert (found.order, found.contradictory) == (None, False)


def test_a_real_contradiction_leaves_ambiguous_rows_marked(dates: Normalizer) -> None:
    column = [*written("%d/%m/%Y", 40), *written("%m/%d/%Y", 40)]
    assert infer(column).contradictory
    assert dates.normalize_batch(column, "infer") == dates.normalize_batch(column)


@pytest.mark.parametrize(
    ("column", "text", "order"),
    [
        ("13/07/2022", "12/07/2022", "DMY"),
        ("13/07/2022", "3/4", "DMY"),
        ("13/07/2022", "fri 03/04/2005", "DMY"),
        ("13/07/2022", "13/07/22", "DMY"),
        ("07/13/2022", "03042005", "MDY"),
        ("99/12/31", "03/04/05", "YMD"),
        # One reading only, or none in the column's order: nothing is given.
        ("13/07/2022", "07/13/2022", None),
        ("13/07/2022", "2022-07-03", None),
        ("13/07/2022", "05/05/2005", None),
        ("2022-07-13", "03/04/2005", None),
        ("3 may 1979", "03/04/2005", None),
    ],
)
def test_the_order_is_given_to_the_rows_that_it_decides(column: str, text: str, order: str | None) -> None:
    assert infer([column]).order_of(text) == order


# Month and year against day and month.


@pytest.mark.parametrize(
    ("column", "number", "text", "values"),
    [
        (["Oct-23", "Mar-23", "Dec-24", "Jan-22"] * 4, "year", "Oct-23", ["2023-10"]),
        (["Oct-23", "Mar-45", "Dec-99"], "year", "Oct-23", ["2023-10"]),
        (["abr/18", "mai/18", "jun/19", "dez/17"] * 4, "year", "abr/18", ["2018-04"]),
        (written("%b-%d"), "day", "Oct-23", ["XXXX-10-23"]),
        (["Oct-23", "Oct-3", "May 7"], "day", "Oct-23", ["XXXX-10-23"]),
        (["Oct-23", "Mar-11"], None, "Oct-23", ["XXXX-10-23", "2023-10"]),
        (["Jan-01", "Feb-01", "Mar-01", "Apr-01"] * 5, None, "Jan-01", ["XXXX-01-01", "2001-01"]),
        ([], None, "13 Oct 2023", ["2023-10-13"]),
    ],
)
def test_a_month_and_a_number(
    column: list[str], number: str | None, text: str, values: list[str], dates: Normalizer
) -> None:
    convention = infer(column)
    assert convention.number == number
    (result,) = dates.normalize_batch([text], convention)
    assert result.value == values[0]
    assert result.ambiguous == (len(values) > 1)
    assert [value for value, _ in result.alternatives] == (values if len(values) > 1 else [])


# The century.


@pytest.mark.parametrize(
    ("convention", "text", "value"),
    [
        (infer([], pivot=30), "10 Dec '52", "1952-12-10"),
        (infer([], pivot=30), "16-07-30", "2030-07-16"),
        (infer([], pivot=67), "16-07-68", "1968-07-16"),
        (infer([], pivot=68), "16-07-68", "2068-07-16"),
        (infer([], pivot=30), "10 Dec 2052", "2052-12-10"),
        (infer([], not_after="2024-06-30"), "01/07/24", "1924-07-01"),
        (infer([], not_after=dt.date(2024, 6, 30)), "30/06/24", "2024-06-30"),
        (infer([], not_after="2024-06-30"), "Dec '52", "1952-12"),
        (infer([], pivot=30), "29 Feb '00", "2000-02-29"),
        (infer([], pivot=99), "29 Feb '72", "2072-02-29"),
        (infer(["3 May 1949", "3 May 1950", "4 June 1955"]), "10 Dec '52", "1952-12-10"),
        (infer(["3 May 1949", "3 May 1950"]), "10 Dec '52", "2052-12-10"),
        (infer(["1989-05-03", "03.05.1990", "4 June 1995"]), "5 June '92", "1992-06-05"),
        (infer(["1989-05-03", "03.05.2060", "4 June 1995"]), "5 June '52", "2052-06-05"),
        (infer([]), "10 Dec '52", "2052-12-10"),
    ],
)
def test_the_century_of_two_digits(convention: Convention, text: str, value: str, dates: Normalizer) -> None:
    (result,) = dates.normalize_batch([text], convention)
    assert result.value == value


def test_alternatives_are_in_the_columns_century(dates: Normalizer) -> None:
    (result,) = dates.normalize_batch(["03/04/52"], infer([], pivot=30))
    assert result.ambiguous
    assert {value for value, _ in result.alternatives} == {"1952-04-03", "1952-03-04"}
    assert result.value == result.alternatives[0][0]


@pytest.mark.parametrize(
    "options", [{"pivot": 100}, {"pivot": -1}, {"not_after": "soon"}, {"pivot": 30, "not_after": "2024-01-01"}]
)
def test_wrong_options_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"expected .*Received: "):
        infer([], **options)  # type: ignore[arg-type]


# Numbers that count.


def seconds(unit: int) -> list[str]:
    return [str(((day - dt.date(1970, 1, 1)).days * 86_400 + 40_000) * unit) for day in days("2022-01-01", 300)]


@pytest.mark.parametrize(
    ("texts", "counting", "first"),
    [
        (seconds(1), "Unix seconds", "2022-01-01"),
        (seconds(10**3), "Unix milliseconds", "2022-01-01"),
        (seconds(10**6), "Unix microseconds", "2022-01-01"),
        (seconds(10**9), "Unix nanoseconds", "2022-01-01"),
        ([f"{44_927 + i}.5" for i in range(300)], "Excel days", "2023-01-01"),
        (written("%Y%j"), "YYYYDDD", "2022-01-01"),
        (written("%y%j", 800), "YYDDD", "2022-01-01"),
        ([str(int(text)) for text in written("%d%m%Y")], "compact DMY of 8 digits", "2022-01-01"),
        ([str(int(text)) for text in written("%m%d%Y")], "compact MDY of 8 digits", "2022-01-01"),
        ([str(int(text)) for text in written("%d%m%y")], "compact DMY of 6 digits", "2022-01-01"),
        ([str(int(text)) for text in written("%y%m%d", 300, "2000-01-01")], "compact YMD of 6 digits", "2000-01-01"),
    ],
)
def test_numbers_that_count(texts: list[str], counting: str, first: str, dates: Normalizer) -> None:
    convention = infer(texts)
    assert convention.counting == counting
    assert f"numbers are {counting}" in str(convention)
    results = dates.normalize_batch(texts, convention)
    assert [result.value for result in results] == [day.isoformat() for day in days(first, len(texts))]
    assert {result.confidence for result in results} == {1.0}
    assert all(result.spans == {} and result.reason is None for result in results)


def test_excel_days_since_1904(dates: Normalizer) -> None:
    convention = infer(["43469", "43900", "44000"], excel_1904=True)
    assert convention.counting == "Excel days since 1904"
    assert dates.normalize_batch(["43469"], convention)[0].value == "2023-01-05"


@pytest.mark.parametrize(
    "texts",
    [
        ["44931"],
        ["44931", "44932"],
        ["1979", "1980", "1981"],
        ["202301", "202302", "202312"],
        ["20230105", "20230106", "20231231"],
        ["44931", "1672531200", "2023005", "x"],
        ["23001", "23002", "23300"],
    ],
)
def test_numbers_that_may_count_something_else_stay_as_they_are(texts: list[str], dates: Normalizer) -> None:
    assert infer(texts).counting is None
    assert dates.normalize_batch(texts, "infer") == dates.normalize_batch(texts)


def test_a_number_that_does_not_count_is_no_date_in_a_column_whose_numbers_do(dates: Normalizer) -> None:
    texts = [*(str(44_000 + 10 * i) for i in range(100)), "12", "1300"]
    results = dates.normalize_batch(texts, "infer")
    assert results[-1] == Result("1300", None, 1.0, reason=results[-1].reason)
    assert results[-1].reason == "no date in it"


def test_compact_numbers_of_an_unknown_order_are_marked(dates: Normalizer) -> None:
    texts = [f"{day}{month:02}{year}" for day in (10, 11, 12) for month in (10, 11) for year in (13, 14, 15)]
    results = dates.normalize_batch(texts, "infer")
    assert infer(texts).counting is None
    assert all(result.ambiguous or result.value is None for result in results)


# Two conventions in one column.


def test_the_row_where_the_convention_changes_is_said() -> None:
    column = [*written("%d/%m/%Y", 40), *written("%Y-%m-%d", 40)]
    assert infer(column).change == 40
    assert "from row 41 on the column is written in another way" in str(infer(column))
    assert infer(written("%d/%m/%Y", 40)).change is None
    assert infer([*column, *column]).change is None
    assert infer([*written("%d/%m/%Y", 40), "2022-01-01"]).change is None


# Adding up.


COLUMNS = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=12),
        st.none(),
        st.dates(dt.date(1000, 1, 1)).map(lambda day: day.strftime("%d/%m/%y")),
        st.sampled_from(["Oct-23", "44931", "2022-07-13", "13/07/2022", "3 May 1979", "160108", "May 7"]),
    ),
    max_size=12,
)


@given(COLUMNS, COLUMNS, COLUMNS)
def test_conventions_of_parts_add_up(one: list[str], two: list[str], three: list[str]) -> None:
    a, b, c = map(infer, (one, two, three))
    whole = infer([*one, *two, *three])
    assert (a + b) + c == a + (b + c) == sum([a, b, c]) == whole
    assert str(sum([a, b, c])) == str(whole)
    assert whole.rows == len(one) + len(two) + len(three)


@given(COLUMNS)
def test_a_convention_survives_json(column: list[str]) -> None:
    found = infer(column)
    assert Convention.from_json(found.to_json()) == found
    assert hash(Convention.from_json(found.to_json())) == hash(found)


def test_the_repr_of_a_convention_is_short() -> None:
    assert (
        repr(infer(written("%d/%m/%y"), pivot=30)) == "Convention(rows=300, pivot=30, not_after=None, excel_1904=False)"
    )


def test_options_survive_adding_and_json() -> None:
    parts = [infer(["31/12/22"], pivot=30), infer([], pivot=30), infer(["x"], pivot=30)]
    assert sum(parts).pivot == 30
    assert Convention.from_json(parts[0].to_json()) == parts[0]
    with pytest.raises(ValueError, match="expected parts with equal options"):
        parts[0] + infer(["x"])


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"rows": 1, "more": 2}'])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Convention|Expecting value"):
        Convention.from_json(text)


def test_a_long_column_is_gathered_in_parts() -> None:
    texts = ["13/07/2022", "x"] * 70_000
    found = infer(iter(texts))
    assert (found.rows, found.counts["only: DMY"], found.places["DMY"]) == (140_000, 70_000, (0, 139_998))


@pytest.mark.parametrize("column", ["13/07/2022", b"13/07/2022"])
def test_a_single_text_is_no_column(column: object) -> None:
    with pytest.raises(TypeError, match="expected a list of texts"):
        infer(column)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (["13/07/2022", "14/07/2022"], ["order DMY: 2 rows are DMY only, 0 MDY only", "'13/07/2022'"]),
        (["13/07/2022", "07/13/2022"], ["contradicts itself", "1 rows are DMY only, 1 MDY only", "stay marked"]),
        (["03/04/2005"], ["no row determines the order", "0 rows"]),
        (["2022-07-13"], ["1 rows have the year in front"]),
        (["Oct-23"], ["a number behind a month may be a day or a year (such as 'oct-23')"]),
        (["Oct-45", "Nov-46"], ["the number behind a month is a year (such as 'oct-45', 'nov-46')"]),
        (["1 May 1949", "2 May 1950", "3 May 1951", "31/12/52"], ["years of two digits are 1901-2000"]),
    ],
)
def test_a_convention_can_be_read(column: list[str], words: list[str]) -> None:
    assert all(word in str(infer(column)) for word in words)


@pytest.mark.parametrize(("year", "value"), [("1933", "1983-10"), ("1983", "1983-10")])
def test_the_number_behind_a_month_corrects_one_digit_of_the_year(year: str, value: str) -> None:
    assert infer(["oct/83", "nov/45"]).readings_of("oct/83", f"{year}-10") == (value,)


def test_a_year_of_another_calendar_stays_behind_a_month() -> None:
    assert infer(["oct/26", "nov/45"]).readings_of("oct/26", "1983-10") == ("1983-10",)


# How much comes back wrong.


def columns(count: int) -> Iterator[Column]:
    return (random_column(random.Random(seed), 200) for seed in range(count))


def test_few_rows_of_random_columns_come_back_wrong_and_unmarked(dates: Normalizer) -> None:
    wrong = list(itertools.chain(*(misread(dates, column) for column in columns(60))))
    assert len(wrong) <= 3, wrong


@pytest.mark.slow
def test_at_most_one_row_of_ten_thousand_comes_back_wrong_and_unmarked(dates: Normalizer) -> None:
    wrong = list(itertools.chain(*(misread(dates, column) for column in columns(10_000))))
    print(f"{len(wrong)} of 2,000,000 rows are wrong and unmarked: {wrong[:20]}")
    assert len(wrong) <= 200
