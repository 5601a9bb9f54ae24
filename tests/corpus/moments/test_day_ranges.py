"""Ranges of days of one month."""

import random
import re

import pytest

from datenorm.corpus.moments.day_ranges import range_of_days
from datenorm.corpus.moments.pieces import END, START, one_end
from datenorm.corpus.moments.written import Written
from datenorm.corpus.phrase import compose


@pytest.fixture(scope="module")
def written() -> list[Written]:
    rng = random.Random(8)
    return [range_of_days(rng) for _ in range(12_000)]


def test_each_end_states_its_day_and_both_the_month(written: list[Written]) -> None:
    for each in written:
        assert each.end is not None
        assert int(each.moment.day) < int(each.end.day)
        assert (each.moment.year, each.moment.month) == (each.end.year, each.end.month)
        for end, moment in ((START, each.moment), (END, each.end)):
            text, spans = compose(one_end(each.pieces, end))
            ((start, stop),) = spans["day"]
            assert int(re.match(r"\d+", text[start:stop])[0]) == int(moment.day)  # type: ignore[index]
            assert ("month" in spans) == moment.month.isdecimal()


def test_first_days_have_their_form_and_lone_days_words_around_them(written: list[Written]) -> None:
    texts = {compose(one_end(each.pieces, START))[0]: each for each in written}
    assert any(text.startswith("du 1er au ") for text in texts)
    assert any(re.fullmatch(r"from the \d+\w\w to the \d+\w\w", text) for text in texts)
    assert all(text[0].isalpha() for text, each in texts.items() if not each.moment.month.isdecimal())
