"""Near names are those that one slip parts from a word, and no others."""

from hypothesis import given
from hypothesis import strategies as st

from datenorm.corpus.locales.names import cldr_months
from datenorm.corpus.locales.near_names import near_months
from datenorm.corpus.noise.words import is_within

NAMES = sorted(name for name in cldr_months() if not any(map(str.isdigit, name)))


@given(st.sampled_from(NAMES), st.integers(0, 20), st.sampled_from("aeksy"), st.integers(0, 2))
def test_they_are_what_a_search_among_all_finds(name, place, letter, lost):
    word = name[:place] + letter + name[place + lost :]
    assert {near for near, _ in near_months(word)} == {near for near in NAMES if is_within(word, near, 1)}


def test_each_says_which_months_it_means():
    assert all(dict(near_months(name))[name] == cldr_months()[name] for name in NAMES[::50])
