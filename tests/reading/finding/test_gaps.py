"""Gaps: white space joins words, and the end of a short line parts them."""

import numpy as np
import pytest

from datenorm.reading.finding.gaps import Gap, Lines
from datenorm.reading.finding.plain import plain_points

LONG = "a line that is long enough to go on"


def gaps_of(
    lines: Lines, text: str, pieces: list[tuple[int, int]], done: int, breaks: tuple[int, ...] = ()
) -> list[Gap]:
    starts, stops = np.array(pieces, int).reshape(-1, 2).T
    return list(map(Gap, lines.gaps(plain_points(text), starts, stops, list(breaks), done).tolist()))


@pytest.mark.parametrize(
    ("before", "between", "gap"),
    [
        (LONG, "", Gap.NONE),
        (LONG, " \t", Gap.SPACE),
        (LONG, "\n", Gap.SPACE),
        (LONG, "\n ", Gap.SPACE),
        (LONG, "\n\n", Gap.BREAK),
        (LONG, f"\n{' ' * 40}\n", Gap.BREAK),
        ("short", "\n", Gap.BREAK),
    ],
)
def test_the_gap_is_by_the_white_space_and_the_lines(before: str, between: str, gap: Gap) -> None:
    text = before + between + "x"
    pieces = [(0, len(before)), (len(before + between), len(text))]
    assert gaps_of(Lines(), text, pieces, len(text)) == [Gap.NONE, gap]


def test_a_gap_is_kept_until_its_piece_arrives() -> None:
    lines = Lines()
    assert gaps_of(lines, "short\n ", [(0, 5)], 7) == [Gap.NONE]
    assert gaps_of(lines, " ", [], 1) == []
    assert gaps_of(lines, "x", [(0, 1)], 1) == [Gap.BREAK]


def test_lines_are_counted_across_texts() -> None:
    lines = Lines()
    assert gaps_of(lines, LONG, [(0, len(LONG))], len(LONG)) == [Gap.NONE]
    assert gaps_of(lines, "x\nx", [(0, 1), (2, 3)], 3) == [Gap.NONE, Gap.SPACE]
    assert gaps_of(lines, "x\nx", [(0, 1), (2, 3)], 3) == [Gap.NONE, Gap.BREAK]


def test_a_place_can_end_what_is_before_it() -> None:
    assert gaps_of(Lines(), "a b c", [(0, 1), (4, 5)], 5, breaks=(2,)) == [Gap.NONE, Gap.BREAK]
