"""Extent: which characters belong to a moment."""

import pytest

from datenorm.corpus.moments.extent import edges_of, with_extent, with_lead
from datenorm.corpus.moments.pieces import DAY, END, EXTENT, HOUR, MONTH, NO_END, NO_FIELD, START, YEAR, Sided

WHOLE: list[Sided] = [("3", DAY, START), (". ", NO_FIELD, NO_END), ("May", MONTH, START), (" 1979", YEAR, START)]


def extent(lead: str, behind: list[Sided], locale: str = "en", *, is_range: bool = False) -> str:
    pieces = [(lead, NO_FIELD, NO_END), *behind] if lead else behind
    marked = with_extent(with_lead(pieces, locale, is_range=is_range))
    assert "".join(text for text, *_ in marked) == "".join(text for text, *_ in pieces)
    return "".join(text for text, fields, _ in marked if EXTENT in fields)


@pytest.mark.parametrize(
    ("lead", "locale", "kept"),
    [
        ("", "en", ""),
        ("born on ", "en", ""),
        ("on Monday, ", "en", "Monday, "),
        ("(Mon.) ", "en", "(Mon.) "),
        ("am Montag, dem ", "de_AT", "Montag, dem "),
        ("im Jahre ", "de", "Jahre "),
        ("jaargang ", "nl", ""),
        ("西元", "zh", "西元"),
        ("Case 123, filed ", "", ""),
        ("T", "", "T"),
    ],
)
def test_weekdays_and_years_lead_a_moment(lead: str, locale: str, kept: str) -> None:
    assert extent(lead, WHOLE, locale) == f"{kept}3. May 1979"


def test_a_bare_number_keeps_its_word() -> None:
    assert extent("on den ", [("15", DAY, START), (".", NO_FIELD, NO_END)]) == "den 15."
    assert extent("see you at ", [("five", HOUR, START)]) == "at five"
    assert extent("at ", [("5 o'clock", HOUR, START)]) == "5 o'clock"


def test_a_range_keeps_all_before_it() -> None:
    years: list[Sided] = [("1914", YEAR, START), (" and ", NO_FIELD, NO_END), ("1918", YEAR, END)]
    assert extent("between ", years, is_range=True) == "between 1914 and 1918"


@pytest.mark.parametrize(
    ("text", "start", "stop", "found"),
    [
        ("am 12.09.", 3, 8, "12.09."),
        ("9 p.m.", 0, 5, "9 p.m."),
        ("on 12 May 2019.", 3, 14, "12 May 2019"),
        ("(15:14)", 1, 7, "15:14"),
        ("12 May (Monday)", 0, 15, "12 May (Monday)"),
        ('"spring 1882"', 1, 13, "spring 1882"),
    ],
)
def test_marks_belong_to_a_moment_and_brackets_around_it_do_not(text: str, start: int, stop: int, found: str) -> None:
    first, last = edges_of(text, start, stop)
    assert text[first:last] == found
