"""Formatted moments are those of CLDR's formats in every locale, with its own marks."""

import functools

from support.date_examples import seeded
from support.moment_examples import text_of

from datenorm.core.moments import AM, AS_WRITTEN, PM, is_valid
from datenorm.corpus.moments.formatted import formatted_date_and_time, formatted_time
from datenorm.corpus.moments.pieces import without_ends
from datenorm.corpus.moments.source import Source
from datenorm.corpus.moments.written import Written


@functools.cache
def written() -> tuple[tuple[Written, ...], tuple[Written, ...]]:
    source = Source.of(seeded(3))
    times, both = (
        tuple(found for found in (kind(source) for _ in range(2_000)) if found is not None)
        for kind in (formatted_time, formatted_date_and_time)
    )
    return times, both


def test_every_language_is_written_and_none_prevails() -> None:
    for found in written():
        languages = [each.locale.partition("_")[0] for each in found]
        assert len(set(languages)) > 250
        assert max(map(languages.count, set(languages))) < len(languages) / 50


def test_machine_strings_are_valid() -> None:
    assert all(is_valid(each.moment.to_machine()) for found in written() for each in found)


def test_half_of_the_times_have_a_mark() -> None:
    halves = [each.moment.half for each in written()[0]]
    assert 0.4 < sum(half in (AM, PM) for half in halves) / len(halves) < 0.9
    assert AS_WRITTEN in halves


def test_a_date_with_a_time_states_both() -> None:
    for each in written()[1]:
        assert each.moment.day.isdecimal()
        assert each.moment.hour.isdecimal()
        assert "{" not in text_of(without_ends(each.pieces))
