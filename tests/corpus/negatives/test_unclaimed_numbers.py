"""A number is unclaimed where no word or sign beside it says what it counts."""

import pytest

from datenorm.corpus.negatives.unclaimed_numbers import unclaimed_numbers


@pytest.mark.parametrize("text", ["page 3", "no. 5", "#4711", "$12.50", "3 kg", "12.5 kg", "50 %", "20 days", "a320"])
def test_a_word_or_sign_claims_its_number(text: str) -> None:
    assert list(unclaimed_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("20. 11. 2013", [["20", "11", "2013"]]),
        ("on 3/5, and 7", [["3", "5"], ["7"]]),
        ("page 3; 5.12.2013; 4 kg", [["5", "12", "2013"]]),
        ("", []),
    ],
)
def test_the_others_come_in_groups_that_only_separators_join(text: str, groups: list[list[str]]) -> None:
    assert list(unclaimed_numbers(text)) == groups


def test_only_a_version_claims_what_could_be_a_whole_date() -> None:
    assert list(unclaimed_numbers("invoice 5.12.2013")) == [["5", "12", "2013"]]
    assert list(unclaimed_numbers("version 5.12.3")) == []


def test_a_word_claims_only_the_first_number_of_a_group_that_it_runs_into() -> None:
    assert list(unclaimed_numbers("a320 5.2013")) == [["5", "2013"]]
