import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.processes import run_datenorm

from datenorm.benchmark.speed import (
    COLUMNS,
    Report,
    Speed,
    multiply_adds,
    process_memory,
    process_seconds,
)
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import load_preset

PYTHON = [sys.executable, "-c"]


@pytest.fixture(scope="module")
def normalizer() -> Normalizer:
    return Normalizer("date")


def test_reading_one_by_one_stops_in_time_and_counts_what_is_right() -> None:
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


def test_reading_all_counts_what_is_right(normalizer: Normalizer) -> None:
    speed = Speed()
    speed.read_all(normalizer, [("3 May 1979", "1979-05-03"), ("4 May 1979", "1979-05-03")])
    assert (speed.n, speed.right, len(speed.latencies), len(speed.rates)) == (2, 1, 2, 1)


@pytest.mark.parametrize(("locale", "right"), [("en_US", 1), ("en_GB", 0)])
def test_the_locale_of_a_column_can_be_told(normalizer: Normalizer, locale: str, right: int) -> None:
    speed = Speed()
    speed.read_all(normalizer, [("03/04/1979", "1979-03-04")], locale=locale)
    assert speed.right == right


def test_multiply_adds_of_the_date_model(normalizer: Normalizer) -> None:
    config = normalizer.preset.config["model"]
    e, h, s = (config[name] for name in ("embedding_units", "encoder_units", "decoder_units"))
    # Kernel and recurrent kernel both ways, keys: for each character.
    encoder = 2 * (e * 4 * h + h * 4 * h) + 2 * h * 10
    # Eight steps: none is spent on the hyphens.
    attention = 8 * (10 + 2 * h)  # energies and context: for each character
    decoder = 8 * 2 * h * 4 * s + 7 * s * 4 * s + 7 * s * 10 + 8 * s * 12  # two kernels, query, output
    assert multiply_adds(normalizer, 1) == encoder + attention + decoder
    assert multiply_adds(normalizer, 20) == 20 * (encoder + attention) + decoder


def test_a_vocabulary_that_enters_one_hot_counts_its_symbols() -> None:
    time = Normalizer("time")
    per_character = multiply_adds(time, 2) - multiply_adds(time, 1)
    units, symbols = 32, len(time.preset.human_vocab)
    assert per_character == 2 * 4 * units * (symbols + units) + 2 * units * 10 + 5 * (10 + 2 * units)


def test_a_process_is_timed_whole() -> None:
    assert 0.3 < process_seconds([*PYTHON, "import time; time.sleep(0.3)"]) < 30


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak memory")
def test_memory_is_that_of_the_process_and_not_of_its_parent(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("200")
    ballast = bytearray(300_000_000)
    small = process_memory([*PYTHON, "pass"], tmp_path / "lines.txt")
    large = process_memory([*PYTHON, "bytearray(int(input()) * 1_000_000)"], tmp_path / "lines.txt")
    assert small is not None
    assert large is not None
    assert small < 100e6 < len(ballast)
    assert 190e6 < large - small < 210e6


def test_a_report_shows_medians_and_ratios_pair_by_pair() -> None:
    def speed(*rates: float) -> Speed:
        return Speed(list(rates), [0.001, 0.002, 0.003], 3, 4)

    speeds = {name: {"datenorm": speed(100, 200, 900), "peer": speed(10, 4, 30)} for name in COLUMNS}
    starts = {"import numpy": [0.1, 0.2, 0.4], "datenorm": [0.3, 0.5, 0.8], "peer": [1, 1, 1]}
    table = Report(speeds, starts, 1000, 123_000_000, 5e9, {"English": 0.42}, "caption").table()
    assert "| peer | 10 | 30 times | 75.0% | 10 | 30 times | 75.0% | 2 ms | 2.98 ms | 1000 ms |" in table
    assert "| datenorm | 200 |  | 75.0% | 200 |  | 75.0% | 2 ms | 2.98 ms | 500 ms |" in table
    assert "2.50 times" in table
    assert "1,000 lines | 123 MB" in table
    assert "5 G multiply-adds a second, English | 42%" in table


def test_the_command_writes_its_tables_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Speed\n\n<!-- benchmark -->\nof another day\n<!-- /benchmark -->\n\nAfter.\n", encoding="utf-8")
    ran = run_datenorm("benchmark", "--rows", 300, "--repeats", 1, "--seconds", 0.05, "--into", page)
    assert ran.status == 0, ran.err
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Speed\n\n<!-- benchmark -->\n| ")
    assert text.endswith("\n<!-- /benchmark -->\n\nAfter.\n")
    assert "of another day" not in text
    for wanted in ("| datenorm |", "| dateparser |", "| dateutil |", "300 lines", load_preset("date").digest):
        assert wanted in text
    assert text.partition("<!-- benchmark -->\n")[2].partition("\n<!-- /benchmark -->")[0] == ran.out.rstrip("\n")


def test_a_model_of_another_task_and_empty_columns_are_refused() -> None:
    ran = run_datenorm("benchmark", "--task", "time")
    assert (ran.status, ran.err) == (2, "datenorm: expected a model of the task date. Received: one of time\n")
    ran = run_datenorm("benchmark", "--rows", 0)
    assert (ran.status, ran.err) == (2, "datenorm: expected at least one row and one repeat. Received: 0 and 5\n")
