"""Parts and runs of years are the ones that their words name."""

import random
from collections.abc import Callable

import pytest
from support.moment_examples import several_of, text_of

from datenorm.core.moments import APPROXIMATE, BEFORE_CHRIST, DATE_GROUP, EXACT, SEASONS, split
from datenorm.corpus.languages.load import by_language
from datenorm.corpus.moments import year_parts, year_runs
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.written import Written
from datenorm.corpus.phrase import Piece

Write = Callable[[random.Random], Written]

PARTS: list[Write] = [year_parts.quarter, year_parts.half, year_parts.season, year_parts.week, year_parts.ordinal_day]
RUNS: list[Write] = [year_runs.decade, year_runs.century, year_runs.before_our_era]


def by_text(write: Write, tries: int = 8_000) -> dict[str, Written]:
    return {text_of(without_ends(written.pieces)): written for written in several_of(write, tries)}


@pytest.mark.parametrize("write", PARTS + RUNS, ids=lambda write: write.__name__)
def test_every_part_is_valid(write: Write) -> None:
    for written in several_of(write, 300):
        assert DATE_GROUP.is_valid(split(written.moment.to_machine())[0]), written


@pytest.mark.parametrize("write", PARTS, ids=lambda write: write.__name__)
def test_the_digits_of_the_year_are_the_year(write: Write) -> None:
    for written in several_of(write, 300):
        assert [text for text, fields, _ in written.pieces if fields == ("year",)] == [written.moment.year]


def test_every_season_of_every_language_has_a_number() -> None:
    seasons = {pattern for patterns in by_language("seasons").values() for pattern in patterns}
    assert {year_parts.season_of(pattern) for pattern in seasons} == set(SEASONS.values())


def test_another_word_is_no_season() -> None:
    with pytest.raises(ValueError, match=r"expected the name of a season. Received: 'monday \{y\}'"):
        year_parts.season_of("monday {y}")


def test_a_decade_has_three_digits_and_a_century_two() -> None:
    decades = by_text(year_runs.decade)
    years = {text: decades[text].moment.year for text in ("1890s", "1800s", "2000s", "'60s")}
    assert years == {"1890s": "189X", "1800s": "18XX", "2000s": "200X", "'60s": "196X"}
    assert by_text(year_runs.century, 15_000)["19th century"].moment.year == "18XX"


@pytest.mark.parametrize("write", [year_runs.decade, year_runs.century], ids=lambda write: write.__name__)
def test_a_part_of_a_run_is_approximate_and_its_word_says_so(write: Write) -> None:
    found = list(several_of(write, 3_000))
    parts = [written for written in found if written.moment.qualifier == APPROXIMATE]
    assert 0.1 < len(parts) / len(found) < 0.3
    for written in parts:
        assert any("qualifier" in fields for _, fields, _ in written.pieces), written
    english = {text_of(without_ends(written.pieces)) for written in parts if written.locale == "en"}
    assert any(text.startswith("late ") for text in english)
    assert not any(text.startswith("late ") for text in map(text_of, map(exact_pieces, found)))


def exact_pieces(written: Written) -> list[Piece]:
    return without_ends(written.pieces) if written.moment.qualifier == EXACT else []


def test_years_before_our_era_are_counted_as_they_are_said() -> None:
    for text, written in by_text(year_runs.before_our_era, 300).items():
        assert written.moment.calendar == BEFORE_CHRIST
        assert str(int(written.moment.year)) in text


@pytest.mark.parametrize(
    ("write", "text", "year"),
    [
        (year_runs.decade, "the nineties", "199X"),
        (year_runs.decade, "les années soixante", "196X"),
        (year_runs.decade, "neunziger Jahre", "199X"),
        (year_runs.century, "dix-neuvième siècle", "18XX"),
        (year_runs.century, "двадцатый век", "19XX"),
        (year_runs.century, "på artonhundratalet", "18XX"),
    ],
)
def test_a_run_of_years_has_a_name(write: Write, text: str, year: str) -> None:
    written = by_text(write, 12_000)[text]
    assert written.moment.year == year
