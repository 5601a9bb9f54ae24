import numpy as np
import pytest

from datenorm.core.moments import DURATION, NOTHING, RANGE, RECURRENCE, SEVERAL, Moment
from datenorm.core.spans import Pair, Spans
from datenorm.core.tags import EXTENT, UNKNOWN, UNSURE, encode_tags
from datenorm.core.tasks import DATE, MOMENT

BEGIN, INSIDE, OF_DATE, CLOCK, RELATIVE, MARK = (1 << tag for tag in range(6))


def tags_of(*pairs: Pair, follows: tuple[bool, ...] = (False,)) -> list[list[int]]:
    tags = encode_tags(pairs, np.array(follows), MOMENT)
    assert (tags.shape, tags.dtype) == ((len(pairs), MOMENT.Tx), np.uint8)
    return [row[: len(pair.text)].tolist() for row, pair in zip(tags, pairs, strict=True)]


def pair(text: str, moment: Moment | None, spans: Spans) -> Pair:
    return Pair(text, moment.to_machine() if moment else "", spans)


def test_order_of_the_bits_is_that_of_the_tags() -> None:
    assert MOMENT.tags == ("begin", "inside", "date", "clock", "relative", "marks")


def test_characters_have_the_tags_of_what_they_state() -> None:
    spans = {"month": ((1, 3),), "hour": ((4, 5),), "weekday": ((2, 3),), EXTENT: ((1, 5),)}
    (row,) = tags_of(pair("a5m 7 b", Moment(month="05", hour="07"), spans))
    inside = INSIDE
    assert row == [0, BEGIN | inside | OF_DATE, inside | OF_DATE | RELATIVE, inside, inside | CLOCK, 0, 0]


def test_marks_are_of_the_date_and_apart() -> None:
    spans = {"year": ((2, 3),), "qualifier": ((0, 1),), EXTENT: ((0, 3),)}
    (row,) = tags_of(pair("~ 7", Moment(year="0007", qualifier="~"), spans))
    assert row == [BEGIN | INSIDE | OF_DATE | MARK, INSIDE, INSIDE | OF_DATE]


def test_whole_moment_states_a_mark_without_characters_of_its_own() -> None:
    spans = {"month": ((0, 1),), "year": ((1, 2),), EXTENT: ((0, 2),)}
    (persian,) = tags_of(pair("m7 b", Moment(year="0007", month="01", calendar="P"), spans))
    assert persian == [BEGIN | INSIDE | OF_DATE | MARK, INSIDE | OF_DATE | MARK, 0, 0]
    (gregorian,) = tags_of(pair("m7 b", Moment(year="0007", month="01"), spans))
    assert gregorian == [tag & ~MARK for tag in persian]


def test_padding_is_unknown() -> None:
    tags = encode_tags([pair("7", Moment(hour="07"), {EXTENT: ((0, 1),)})], np.array([False]), MOMENT)
    assert (tags[0, 1:] == UNKNOWN).all()
    assert tags[0, 0] == BEGIN | INSIDE


@pytest.mark.parametrize("form", [NOTHING, DURATION, RECURRENCE])
def test_what_has_no_value_belongs_to_nothing(form: str) -> None:
    assert tags_of(pair("3 h", Moment(form=form), {})) == [[0, 0, 0]]


def test_several_moments_and_unknown_spans_are_unknown() -> None:
    assert tags_of(pair("3 h", Moment(form=SEVERAL), {})) == [[UNKNOWN] * 3]
    assert tags_of(pair("3 h", Moment(hour="03"), {"hour": ((0, 1),)})) == [[UNKNOWN] * 3]


def test_ends_of_a_range_share_their_tags() -> None:
    start = pair("5-7pm", Moment(form=RANGE, hour="05"), {"hour": ((0, 1),), "form": ((1, 2),), EXTENT: ((0, 5),)})
    end = pair("\x045-7pm", Moment(hour="07"), {"hour": ((3, 4),), "half": ((4, 6),), EXTENT: ((1, 6),)})
    alone, with_hint = tags_of(start, end, follows=(False, True))
    joins = INSIDE | OF_DATE | MARK
    assert alone == [BEGIN | INSIDE | CLOCK, joins, *[INSIDE | CLOCK] * 3]
    assert with_hint == [0, *alone]
    other, apart = tags_of(start, end, follows=(False, False))
    assert other == [BEGIN | INSIDE | CLOCK, joins, *[INSIDE] * 3]
    assert apart == [0, BEGIN | INSIDE, INSIDE, *[INSIDE | CLOCK] * 3]


def test_passage_has_several_moments_and_unsure_parts() -> None:
    spans = {"hour": ((0, 1), (4, 5)), EXTENT: ((0, 1), (4, 5)), UNSURE: ((6, 8),)}
    first, last = BEGIN | INSIDE | CLOCK, BEGIN | INSIDE | CLOCK
    assert tags_of(pair("3 a 4 is", None, spans)) == [[first, 0, 0, 0, last, 0, UNKNOWN, UNKNOWN]]
    assert tags_of(pair("ab", None, {UNSURE: ()})) == [[0, 0]]


def test_dates_have_no_tags() -> None:
    assert encode_tags([Pair("3", "XXXX-XX-XX", {})], np.array([False]), DATE).shape == (1, 0)
