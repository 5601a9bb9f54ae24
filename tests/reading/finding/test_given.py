"""Given: the places of runs in the given text, of which only what is needed is kept."""

from datenorm.reading.finding.given import Given
from datenorm.reading.finding.pieces import Cutter
from datenorm.reading.finding.runs import Run


def test_places_are_those_of_the_given_characters() -> None:
    given, cutter = Given(), Cutter(256)
    text = "x  ＭＡＹ ﬁn"
    given.feed(text, cutter.feed(text, is_last=True))  # its canonical text is "x may fin"
    assert list(given.places([Run(2, 5, 1.0), Run(6, 7, 1.0), Run(7, 9, 1.0)])) == [
        (3, 6, "ＭＡＹ"),
        (7, 8, "ﬁ"),
        (8, 9, "n"),
    ]


def test_what_is_before_a_position_is_dropped() -> None:
    given, cutter = Given(), Cutter(256)
    for chunk in ("one two ", "three "):
        given.feed(chunk, cutter.feed(chunk))
    given.forget(4, cutter.offset)
    assert list(given.places([Run(4, 7, 1.0), Run(8, 13, 1.0)])) == [(4, 7, "two"), (8, 13, "three")]
    given.forget(13, cutter.offset)
    assert (given._text, given._starts.size) == (" ", 0)
