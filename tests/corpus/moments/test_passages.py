import itertools
import random

import pytest
from support.moment_examples import draw_moments

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import NOTHING, RANGE, SEVERAL, Moment
from datenorm.core.tags import EXTENT, UNSURE
from datenorm.core.tasks import MOMENT
from datenorm.corpus.dataset import Unit, in_units
from datenorm.corpus.moments.passages import passage, passages, with_passages
from datenorm.corpus.phrase import Example

DATE = Moment(year="1979", month="05", day="03")


@pytest.fixture(autouse=True)
def _no_everyday_moments(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "everyday" not in request.node.name:
        monkeypatch.setattr("datenorm.corpus.moments.passages.everyday_moments", lambda language: ())
        monkeypatch.setattr("datenorm.corpus.moments.passages._PLAIN_YEAR", 0.0)


def unit(human: str, moment: Moment, *, extent: bool = True, order: str = "") -> Unit:
    spans = {"year": ((0, 4),), EXTENT: ((0, len(human)),)} if extent else {}
    return (Example(human, moment.to_machine(), spans, "date", "", "en", order),)


def passages_of(units: list[Unit], count: int) -> list[Example]:
    drawn = (passage(random.Random(seed), units) for seed in itertools.count())
    return list(itertools.islice((example for example in drawn if example), count))


def test_passages_come_between_the_units_which_stay_as_they_are() -> None:
    units = list(in_units(draw_moments(3000, 5)))
    mixed = list(with_passages(random.Random(1), iter(units)))
    assert [each for each in mixed if each[0].machine] == units
    share = sum(not each[0].machine for each in mixed) / len(mixed)
    assert 0.2 < share < 0.32


def test_passages_are_canonical_and_fit() -> None:
    units = list(in_units(draw_moments(3000, 5)))
    found = [each[0] for each in with_passages(random.Random(1), iter(units)) if not each[0].machine]
    assert len(found) > 60
    for example in found:
        assert canonicalize(example.human) == example.human
        assert 0 < len(example.human) <= MOMENT.Tx
        assert all(
            0 <= start < stop <= len(example.human) for ranges in example.spans.values() for start, stop in ranges
        )
    assert sum(len(example.spans.get(EXTENT, ())) for example in found) > 50
    assert any(len(example.spans.get(EXTENT, ())) > 1 for example in found)
    assert any(not example.spans.get(EXTENT) and UNSURE not in example.spans for example in found)


def test_moments_of_a_passage_are_where_their_spans_say() -> None:
    cut = 0
    for example in passages_of([unit("1979-05-03", DATE)], 400):
        extents = [example.human[start:stop] for start, stop in example.spans.get(EXTENT, ())]
        assert set(extents) <= {"1979-05-03"}
        for start, stop in example.spans.get(UNSURE, ()):
            cut += 1
            assert start == 0 or stop == len(example.human)
            assert example.human[start:stop] in "1979-05-03"
        assert example.human.count("1979-05-03") == len(extents)
    assert cut > 3


def test_both_ends_of_a_range_are_stated() -> None:
    start = Example("5-7 pm", "", {"hour": ((0, 1),), EXTENT: ((0, 6),)}, "range", "", "en")
    start = Example("5-7 pm", Moment(form=RANGE, hour="05", minute="00").to_machine(), start.spans, "range", "", "en")
    end = Example(
        "5-7 pm", Moment(hour="07").to_machine(), {"hour": ((2, 3),), EXTENT: ((0, 6),)}, "r", "", "en", "END"
    )
    for example in passages_of([(start, end)], 20):
        for first, last in example.spans.get(EXTENT, ()):
            hours = [each for each in example.spans["hour"] if first <= each[0] < last]
            assert hours == [(first, first + 1), (first + 2, first + 3)]


@pytest.mark.parametrize(
    "unknown",
    [
        unit("5 o'clock", Moment(hour="05", half="X")),
        unit("1979-05-03", DATE, order="DMY"),
        unit("1979-05-03 or 1979-05-04", Moment(form=SEVERAL), extent=False),
        unit("on the third of the month that is called may, in the year 1979", DATE),
    ],
)
def test_what_is_not_known_in_a_sentence_is_in_no_passage(unknown: Unit) -> None:
    units = [unknown, *[unit("page 3", Moment(form=NOTHING), extent=False)] * 30] * 30
    for (example,) in with_passages(random.Random(3), iter(units)):
        assert example.machine or unknown[0].human[:12] not in example.human


def test_everyday_moments_are_in_passages_though_nothing_was_written_before() -> None:
    found = passages_of([unit("page 3", Moment(form=NOTHING), extent=False)] * 3, 300)
    said = {example.human[start:stop] for example in found for start, stop in example.spans.get(EXTENT, ())}
    assert said & {"today", "yesterday", "tomorrow"}
    assert said & {"monday", "thursday", "friday", "saturday"}
    assert any(len(each) == 4 and each.isdecimal() for each in said)


def test_held_out_passages_are_whole_and_made_of_what_is_given() -> None:
    words = [unit("page 3", Moment(form=NOTHING), extent=False)] * 10
    found = passages(random.Random(1), itertools.cycle([unit("1979-05-03", DATE), *words]), 40)
    assert len(found) == 40
    assert all(example.locale and UNSURE not in example.spans and not example.machine for example in found)
    said = [example.human[start:stop] for example in found for start, stop in example.spans.get(EXTENT, ())]
    assert "1979-05-03" in said
    assert any(not example.spans.get(EXTENT) for example in found)
