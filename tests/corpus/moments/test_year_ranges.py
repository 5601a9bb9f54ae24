"""Ranges of years, in all their spellings."""

import random

from datenorm.core.moments import RANGE
from datenorm.corpus.moments.pieces import END, START, one_end
from datenorm.corpus.moments.written import Written
from datenorm.corpus.moments.year_ranges import range_of_years
from datenorm.corpus.phrase import compose


def drawn(count: int = 2_000) -> list[Written]:
    rng = random.Random(4)
    return [written for _ in range(count) if (written := range_of_years(rng))]


def test_both_years_are_stated_and_the_first_comes_first() -> None:
    for written in drawn():
        assert written.end is not None
        assert written.moment.form == RANGE
        assert int(written.moment.year) < int(written.end.year)
        text, spans = compose(one_end(written.pieces, START))
        ((start, stop),) = spans["year"]
        assert text[start:stop] == written.moment.year
        text, spans = compose(one_end(written.pieces, END))
        start, stop = spans["year"][-1]
        assert written.end.year.endswith(text[start:stop])


def test_a_year_that_is_cut_has_the_rest_of_the_first() -> None:
    cut = []
    for written in drawn():
        text, spans = compose(one_end(written.pieces, END))
        if len(spans["year"]) == 2:
            cut.append(written)
            assert written.end is not None
            (first, _), (start, stop) = spans["year"]
            assert text[first : first + 3] + text[start:stop] == written.end.year
    assert cut


def test_charters_and_languages_are_among_them() -> None:
    texts = {compose(one_end(written.pieces, START))[0] for written in drawn()}
    assert any(" × " in text for text in texts)
    assert any(text.startswith("between ") for text in texts)
    assert any(text.startswith("von ") for text in texts)
