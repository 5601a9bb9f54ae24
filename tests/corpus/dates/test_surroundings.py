"""What is around a date changes nothing."""

import re

from datenorm.core.canonical import canonicalize
from datenorm.corpus.phrase import Example


def test_a_time_of_day_comes_with_some_days_and_states_nothing(written: list[Example]) -> None:
    timed = [example for example in written if re.search(r"\d?\d:\d\d(:\d\d)?( [ap]m)?$", canonicalize(example.human))]
    timed = [example for example in timed if ":" not in example.pattern]
    assert 0.01 < len(timed) / len(written) < 0.05
    for example in timed:
        assert {"month", "day"} <= example.spans.keys(), example
        assert all(example.human.rindex(":") >= stop for ranges in example.spans.values() for _, stop in ranges), (
            example
        )


def test_computers_write_the_time_of_day_before_the_year(written: list[Example]) -> None:
    inside = [
        example for example in written if re.search(r"\d \d\d:\d\d(:\d\d)?.* \d{3,4}$", canonicalize(example.human))
    ]
    assert inside
    for example in inside:
        (start, stop), *_ = example.spans["year"]
        assert int(example.human[start:stop]) == int(example.machine[:4]), example
