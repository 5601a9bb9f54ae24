import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.reading.evidence import Evidence, evidence_of

FRONT = ["only: year in front", "year: 2022"]


@pytest.mark.parametrize(
    ("text", "counted", "exemplary"),
    [
        ("13/07/2022", ["orders: DMY", "only: DMY", "year: 2022"], ["DMY"]),
        ("03/04/2005", ["orders: DMY/MDY", "year: 2005"], []),
        ("31/12/22", ["orders: DMY/YMD", "place 0: 31", "place 1: 12", "place 2: 22"], []),
        ("12/25", ["orders: MDY/YMD", "only: MDY"], ["MDY"]),
        ("13/07/2022 10:30", ["orders: DMY", "only: DMY", "year: 2022"], ["DMY"]),
        ("2022-07-13", FRONT, ["year in front"]),
        (
            "20220713",
            ["only: year in front", "year: 2022", "numbers", "kind: compact YMD of 8 digits"],
            ["year in front"],
        ),
        ("44931", ["numbers", "kind: Excel days", "digits 0: 4", "digits 1: 49", "digits 2: 31"], ["numbers"]),
        ("2023005", ["numbers", "kind: YYYYDDD", "seven digits"], ["numbers"]),
        ("may 7", ["one digit", "number: 7", "name: may"], []),
        ("oct-23", ["number: 23", "word: 78", "name: oct"], ["month"]),
        ("3 may 1979", ["year: 1979", "name: may"], []),
        ("lun 2 marzo", ["names: lun", "names: marzo"], []),
        ("march", ["name: march"], []),
        ("from 1979 till 1980", [], []),
        ("13/13/2022", [], []),
        ("", [], []),
        ("9" * 65, [], []),
    ],
)
def test_a_row_shows(text: str, counted: list[str], exemplary: list[str]) -> None:
    assert evidence_of(text) == Evidence(counted, exemplary)


@given(st.text(st.characters(), max_size=80))
def test_any_row_shows_something_or_nothing(text: str) -> None:
    found = evidence_of(canonicalize(text))
    assert len(found.counted) == len(set(found.counted))
    assert set(found.exemplary) <= {"DMY", "MDY", "YMD", "year in front", "numbers", "month"}
