"""Plain characters: canonical one by one, whatever is beside them."""

import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.canonical import canonicalize
from datenorm.reading.finding.plain import NEWLINE, OTHER, SPACE, plain_points

KINDS = "aZéﬁＡ１五ㄱ가가é\u0301ßİﾊﾞ´“—\u200e\u00a8\x00\ud800٣月"


@given(st.text(st.one_of(st.sampled_from(KINDS), st.characters())))
def test_a_text_of_plain_characters_is_canonical_character_by_character(text: str) -> None:
    points = plain_points(text)
    is_plain = (points > SPACE) & (points < OTHER)
    plain = "".join(np.array(list(text))[is_plain]) if text else ""
    assert canonicalize(plain) == "".join(map(chr, points[is_plain].tolist()))


def test_white_space_and_other_characters_are_told_apart() -> None:
    assert plain_points("A \t\u00a0\nﬁ\u0301\x00\u200e").tolist() == [ord("a"), *[SPACE] * 3, NEWLINE, *[OTHER] * 4]


def test_white_space_is_that_of_the_language() -> None:
    spaces = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()]
    assert plain_points("".join(spaces)).max() == SPACE


def test_letters_of_many_languages_are_plain() -> None:
    assert plain_points("Aäöéşđжцώ年월あ１٣").max() < OTHER
