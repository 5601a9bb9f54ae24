"""Every moment that is written states what it means, and one thing alone."""

import collections
import dataclasses
import itertools
import re

import pytest
from support.date_examples import seeded
from support.moment_examples import draw_moments, moment_of, said

from datenorm.core.canonical import canonicalize
from datenorm.core.moments import DATE_GROUP, RANGE, Moment, is_valid, split
from datenorm.corpus.dates.orders import AMBIGUOUS
from datenorm.corpus.moments import points
from datenorm.corpus.moments.mixture import ASKS_FOR_END, examples
from datenorm.corpus.moments.pieces import EXTENT
from datenorm.corpus.noise.blots import BLOT
from datenorm.corpus.phrase import Choice, Example

FAMILIES = {"date", "time", "time, stamp", "date and time", "stamp", "relative", "quarter", "half", "season", "week"}
FAMILIES |= {"day of the year", "decade", "century", "year before our era", "lone day", "impossible", "double year"}
FAMILIES |= {
    "range",
    "range of numbers",
    "range of years",
    "range of days",
    "range of moments",
    "cut range",
    "open range",
    "range of times",
    "several",
    "relative range",
    "open relative range",
}
FAMILIES |= {"range of stamps", "range of centuries", "range of decades", "range of parts of years"}
FAMILIES |= {"none", "calendar", "duration", "recurrence", "odd", "formatted", "year"}


@pytest.fixture(scope="module")
def noisy() -> tuple[Example, ...]:
    return draw_moments(4_000, 11)


@pytest.fixture(scope="module", params=[6_000, pytest.param(80_000, marks=pytest.mark.slow)])
def clean(request: pytest.FixtureRequest) -> tuple[Example, ...]:
    return draw_moments(request.param, 12, noise=False)


def family_of(example: Example) -> str:
    return example.family.partition(":")[0]


def ranges_of(examples: tuple[Example, ...]) -> list[tuple[Example, Example]]:
    """The two examples of each range: its start and its end."""
    return [(one, two) for one, two in itertools.pairwise(examples) if two.order.endswith(ASKS_FOR_END)]


def test_the_same_seed_gives_the_same_examples() -> None:
    draw_again = draw_moments.__wrapped__
    assert draw_again(400, 5) == draw_again(400, 5) != draw_again(400, 6)


def test_every_machine_string_is_valid_or_of_an_impossible_day(noisy: tuple[Example, ...]) -> None:
    invalid = [example for example in noisy if not is_valid(example.machine)]
    assert {example.family for example in invalid} <= {"impossible"}
    assert all(DATE_GROUP.is_impossible(split(example.machine)[0]) for example in invalid)


def test_all_families_occur(clean: tuple[Example, ...]) -> None:
    assert {family_of(example) for example in clean} == FAMILIES


def test_spans_have_the_names_of_the_fields_and_lie_in_the_text(noisy: tuple[Example, ...]) -> None:
    names = {field.name for field in dataclasses.fields(Moment)} | {EXTENT}
    for example in noisy:
        assert example.spans.keys() <= names
        assert all(0 <= start < stop <= len(example.human) for span in example.spans.values() for start, stop in span)


def test_only_what_is_stated_has_spans(clean: tuple[Example, ...]) -> None:
    for example in clean:
        moment = vars(moment_of(example))
        fields = example.spans.keys() - {EXTENT}
        assert [name for name in fields if set(moment[name]) == {"X"}] == [], example


def test_the_extent_holds_all_that_is_stated(noisy: tuple[Example, ...]) -> None:
    for example in noisy:
        ranges = [edges for name, span in example.spans.items() if name != EXTENT for edges in span]
        if ranges:
            ((start, stop),) = example.spans[EXTENT]
            assert start <= min(ranges)[0], example
            assert stop >= max(edges[1] for edges in ranges), example


def test_both_ends_of_a_range_have_one_extent(noisy: tuple[Example, ...]) -> None:
    assert all(start.spans[EXTENT] == end.spans[EXTENT] for start, end in ranges_of(noisy))


@pytest.mark.parametrize("field", ["hour", "minute", "second", "day", "year"])
def test_digits_under_a_field_are_its_value(clean: tuple[Example, ...], field: str) -> None:
    stamps = [example for example in clean if example.family in ("stamp", "time, stamp")]
    checked = 0
    for example in stamps:
        for text in said(example, field):
            checked += 1
            assert int(text) == int(getattr(moment_of(example), field)[-len(text) :]), example
    assert checked > 100


def test_a_range_is_asked_for_its_end_right_after_its_start(noisy: tuple[Example, ...]) -> None:
    assert len(ranges_of(noisy)) > 100
    for start, end in ranges_of(noisy):
        assert (start.human, start.family, start.order + ASKS_FOR_END) == (end.human, end.family, end.order)
        assert moment_of(start).form == RANGE != moment_of(end).form
        assert start.machine != end.machine


def test_a_range_ends_after_it_starts(clean: tuple[Example, ...]) -> None:
    found = [(moment_of(start), moment_of(end)) for start, end in ranges_of(clean) if start.family != "range of times"]
    days = [((a.year, a.month, a.day), (b.year, b.month, b.day)) for a, b in found if "X" not in a.year + b.year]
    assert len(days) > 100
    assert [pair for pair in days if pair[1] < pair[0]] == []


def test_no_string_has_two_answers(clean: tuple[Example, ...]) -> None:
    answers = collections.defaultdict(set)
    for example in clean:
        if AMBIGUOUS not in example.family or example.order:
            answers[canonicalize(example.human), example.order].add(example.machine)
    assert {text: machines for text, machines in answers.items() if len(machines) > 1} == {}


def test_a_blot_takes_what_it_hides_and_nothing_else(noisy: tuple[Example, ...]) -> None:
    blotted = [example for example in noisy if BLOT in example.human]
    assert len(blotted) > 20
    for example in blotted:
        for field in ("year", "day"):
            for start, stop in example.spans.get(field, ()):
                text = example.human[start:stop]
                assert BLOT not in text or not text.replace(BLOT, "").isdigit()


def test_dates_that_sort_are_in_names_of_files() -> None:
    dates = Choice({points.date: 1, points.stamp: 1})
    written = itertools.islice(examples(seeded(5), kinds=dates, among_words=1.0), 2_000)
    endings = re.compile(r".*\.(jpg|pdf|csv|txt|log|zip|mp4)")
    named = [example for example in written if endings.fullmatch(example.human)]
    assert len(named) > 10
    for example in named:
        ((_, stop),) = example.spans[EXTENT]
        assert endings.fullmatch(example.human[stop:])
