"""A stated order decides how numbers are read; without one they are read as the world reads them."""

import re

from datenorm.core.canonical import canonicalize
from datenorm.core.numeric_dates import readings, readings_by_order
from datenorm.corpus.dates.orders import AMBIGUOUS
from datenorm.corpus.phrase import Example


def test_ambiguous_numbers_are_read_as_the_world_reads_them(written: list[Example]) -> None:
    month_first = [
        readings(tuple(numbers)).get("MDY" if len(numbers) == 3 else "MD") == example.machine
        for example in written
        if example.family == AMBIGUOUS
        and not example.order
        and len(numbers := re.findall(r"\d+", canonicalize(example.human))) in (2, 3)
    ]
    assert 0.1 < sum(month_first) / len(month_first) < 0.5


def test_a_stated_order_decides_ambiguous_numbers(written: list[Example]) -> None:
    stated = [example for example in written if example.family == AMBIGUOUS and example.order and example.locale == ""]
    assert len(stated) > 0.005 * len(written)
    for example in stated:
        found = readings_by_order(canonicalize(example.human))
        if example.order in found:
            assert example.machine == found[example.order]
