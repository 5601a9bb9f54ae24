"""Shared parts: each of several days gets what they share."""

import pytest

from datenorm.reading.finding.shared import shared_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3 and 4 May", [("3", "3 May"), ("4 May", "4 May")]),
        ("May 3, 4 and 7", [("May 3", "May 3"), ("4", "May 4"), ("7", "May 7")]),
        ("3. und 4. Mai 2020", [("3.", "3. Mai 2020"), ("4. Mai 2020", "4. Mai 2020")]),
        ("the 3rd and 4th of May", [("the 3rd", "the 3rd of May"), ("4th of May", "the 4th of May")]),
        ("3-4 May", []),
        ("3 May 2020 and 5 June 2020", []),
        ("10:00 and 11:30", []),
        ("3/5/2020 and 4/5/2020", []),
        ("May 2020", []),
        ("", []),
    ],
)
def test_each_day_gets_what_the_days_share(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(text[each.start : each.stop], each.text) for each in shared_in(text)] == parts
