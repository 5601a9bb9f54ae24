"""Lookalikes state nothing, and are not what states a moment to most readers."""

import re

import pytest
from support.date_examples import seeded
from support.moment_examples import text_of

from datenorm.core.moments import NOTHING
from datenorm.corpus.moments.lookalikes import lookalike
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.points import date
from datenorm.corpus.moments.source import Source


@pytest.fixture(scope="module")
def source() -> Source:
    return Source.of(seeded(3))


@pytest.fixture(scope="module")
def texts(source: Source) -> set[str]:
    found = [written for written in (lookalike(source) for _ in range(4_000)) if written is not None]
    assert {written.moment.form for written in found} == {NOTHING}
    return {text_of(without_ends(written.pieces)) for written in found}


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?i)john \d+:\d+",
        r"4-4-2",
        r"24/7",
        r"16:9",
        r"(?i)gcc[ =/-]+\d+\.\d+.*",
        r"(\d+)\.\1\.\1\.\1",
        r"(?i)locker \d{4}",
        r"(?i)\d{4} euros",
        r"(?i)room \d{4}",
        r"(?i)may \w+",
        r"(?i)hello",
    ],
)
def test_what_people_take_for_dates_is_written(texts: set[str], pattern: str) -> None:
    assert any(re.fullmatch(pattern, text) for text in texts)


def test_no_ratio_is_a_time_of_day(texts: set[str]) -> None:
    assert [text for text in texts if re.fullmatch(r"\d?\d:\d\d", text)] == []


def test_no_date_is_what_means_always(source: Source) -> None:
    written = (date(source) for _ in range(4_000))
    assert "24/7" not in {text_of(without_ends(one.pieces)) for one in written if one is not None}
