from collections.abc import Iterator

import pytest

from datenorm.benchmark.speed import Speed
from datenorm.reading.normalizer import Normalizer


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer("date")


def test_reading_one_by_one_stops_in_time_and_counts_right_answers() -> None:
    asked = []

    def pairs() -> Iterator[tuple[str, str]]:
        for i in range(10**9):
            yield str(i), str(i)

    def read(text: str) -> str | None:
        asked.append(text)
        return text if int(text) % 4 else None

    speed = Speed()
    speed.read_one_by_one(read, pairs(), seconds=0.05)
    speed.read_one_by_one(read, pairs(), seconds=0)
    assert speed.n == len(asked) == len(speed.latencies)
    assert asked[-1] == "0"  # at least one, however short the time
    assert speed.right == sum(int(text) % 4 > 0 for text in asked) > 0
    assert len(speed.rates) == 2
    assert sum(speed.latencies) < 5
    assert speed.rates[0] == pytest.approx((speed.n - 1) / sum(speed.latencies[:-1]), rel=0.01)


def test_reading_all_counts_right_answers(normalizer: Normalizer) -> None:
    speed = Speed()
    speed.read_all(normalizer, [("3 May 1979", "1979-05-03"), ("4 May 1979", "1979-05-03")])
    assert (speed.n, speed.right, len(speed.latencies), len(speed.rates)) == (2, 1, 2, 1)


@pytest.mark.parametrize(("locale", "right"), [("en_US", 1), ("en_GB", 0)])
def test_reading_all_takes_the_locale_of_the_column(normalizer: Normalizer, locale: str, right: int) -> None:
    speed = Speed()
    speed.read_all(normalizer, [("03/04/1979", "1979-03-04")], locale=locale)
    assert speed.right == right
