"""Date order: which order the rows of a column are written in."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.reading.date_order import OrderEvidence, infer_order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        *[("13/07/2022", "DMY"), ("13.7.2022", "DMY"), ("13-07-2022", "DMY"), (" 13/07/2022 ", "DMY")],
        *[("31/12/99", "DMY"), ("25/12", "DMY"), ("25.12.", "DMY"), ("25. 12.", "DMY"), ("13072022", "DMY")],
        *[("۱۳/۰۷/۲۰۲۲", "DMY"), ("07/13/2022", "MDY"), ("12/25", "MDY"), ("07132022", "MDY"), ("12/31/99", "MDY")],
        *[("2022-07-13", "YMD"), ("2022/07/03", "YMD"), ("20220713", "YMD"), ("99/12/31", "YMD")],
        *[("13/07/2022 10:30", "DMY"), ("07/13/2022, 9:05:11 PM", "MDY"), ("2022-07-13T10:30Z", "YMD")],
        # Both or all three, the same date in both, and no date in any.
        *[("03/04/2005", None), ("13/07/22", None), ("05/05/2005", None), ("13/13/2022", None), ("30/02/2020", None)],
        # What is no date in numbers alone.
        *[("13 May 07", None), ("12.25", None), ("10:30:15", None), ("page 13/20", None), ("1.13.2", None)],
        *[("", None), ("x", None), ("13/07/2022 13/07/2022", None), ("13/07-2022", None), ("9" * 10_000, None)],
    ],
)
def test_a_row_speaks_for_the_one_order_that_makes_it_a_date(text: str, order: str | None) -> None:
    evidence = infer_order([text])
    assert {name: getattr(evidence, name) for name in ("DMY", "MDY", "YMD")} == {
        name: int(name == order) for name in ("DMY", "MDY", "YMD")
    }
    assert evidence.order == order
    assert evidence.examples == ((canonicalize(text),) if order else ())


def test_rows_are_counted_and_an_example_of_each_order_is_kept() -> None:
    column = ["13/07/2022", "03/04/2005", None, "14/07/2022", "2022-07-13", 5, "3 May 1979"]
    evidence = infer_order(column)  # type: ignore[arg-type]
    assert evidence == OrderEvidence(2, 0, 1, 1, ("13/07/2022", "2022-07-13"))


@pytest.mark.parametrize(
    ("column", "order", "contradictory"),
    [
        (["13/07/2022", "07/13/2022"], None, True),
        (["13/07/2022", "99/12/31"], None, True),
        (["03/04/2005", "05/06/2007"], None, False),
        ([], None, False),
        # A year in full that stands first is plain to see, whatever the others do.
        (["2022-07-13", "13/07/2022"], "DMY", False),
        (["2022-07-13", "07/13/2022"], "MDY", False),
        (["2022-07-13"], "YMD", False),
        (["2022-07-13", "99/12/31"], "YMD", False),
    ],
)
def test_the_column_decides(column: list[str], order: str | None, contradictory: bool) -> None:
    for rows in itertools.permutations(column):
        evidence = infer_order(rows)
        assert (evidence.order, evidence.contradictory) == (order, contradictory)


@pytest.mark.parametrize(
    ("column", "text", "order"),
    [
        ("13/07/2022", "12/07/2022", "DMY"),
        ("13/07/2022", "3/4", "DMY"),
        ("13/07/2022", "fri 03/04/2005", "DMY"),
        ("13/07/2022", "13/07/22", "DMY"),
        ("07/13/2022", "03042005", "MDY"),
        ("2022-07-13", "03/04/05", "YMD"),
        # One reading only, or none in the column's order: nothing is told.
        ("13/07/2022", "07/13/2022", None),
        ("13/07/2022", "2022-07-03", None),
        ("13/07/2022", "05/05/2005", None),
        ("2022-07-13", "03/04/2005", None),
        ("3 may 1979", "03/04/2005", None),
    ],
)
def test_the_order_is_told_to_the_rows_that_it_decides(column: str, text: str, order: str | None) -> None:
    assert infer_order([column]).order_of(text) == order


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (["13/07/2022", "14/07/2022"], ["order DMY: 2 rows are DMY only, 0 MDY only", "'13/07/2022'"]),
        (["13/07/2022", "07/13/2022"], ["contradicts itself", "1 rows are DMY only, 1 MDY only", "stay marked"]),
        (["03/04/2005"], ["no row tells the order", "0 rows"]),
    ],
)
def test_the_evidence_can_be_read(column: list[str], words: list[str]) -> None:
    assert all(word in str(infer_order(column)) for word in words)


@given(st.lists(st.text(st.characters(), max_size=12) | st.none()))
def test_any_column_has_evidence(column: list[str | None]) -> None:
    evidence = infer_order(column)
    assert 0 <= evidence.DMY + evidence.MDY + evidence.YMD <= len(column)
    assert str(evidence)


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d"]))
def test_a_date_never_speaks_for_an_order_that_it_was_not_written_in(date, pattern: str) -> None:  # type: ignore[no-untyped-def]
    evidence = infer_order([date.strftime(pattern)])
    assert evidence.order in (None, {"d": "DMY", "m": "MDY", "Y": "YMD"}[pattern[1]])
