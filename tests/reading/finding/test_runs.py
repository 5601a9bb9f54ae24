"""Runs: which characters the tags make one moment."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.reading.finding.runs import Run, Scanner
from datenorm.reading.finding.windows import Window


def runs_of(text: str, inside: list[float], begin: list[float] | None = None) -> list[str]:
    tags = np.array([begin or [0.0] * len(text), inside], np.float32).T
    scanner = Scanner()
    runs = scanner.feed([Window(text, 0, 0, len(text))], [tags], is_last=True)
    return [text[run.start : run.stop] for run in runs]


def marked(pattern: str, text: str) -> list[float]:
    inside = [0.1] * len(text)
    for found in re.finditer(pattern, text):
        inside[found.start() : found.end()] = [0.9] * len(found[0])
    return inside


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("on 3 may 2019, he", "3 may 2019", ["3 may 2019"]),
        ("on 3 may 2019, he", " 3 may 2019, ", ["3 may 2019"]),
        ("(3 may) [5 may]", r"\(3 may\)|\[5 may\]", ["3 may", "5 may"]),
        ('"3 may" he', '3 may"', ["3 may"]),
        ("3 may (monday) he", r"3 may \(monday\)", ["3 may (monday)"]),
        ("3 may (monday) he", r"3 may \(monday", ["3 may (monday)"]),
        ("(on 3 may) he", "3 may", ["3 may"]),
        ("am 12.09. um", r"12\.09\.", ["12.09."]),
        ("may 2019?", r"may 2019\?", ["may 2019?"]),
        ("may 20195", "may 201", ["may 20195"]),
        ("dismay 2019", "may 2019", ["2019"]),
        ("in january he", "in januar", ["in january"]),
        ("maybe 2019", "2019", ["2019"]),
        ("no moment", "x", []),
        ("(),; he", r"\(\),;", []),
    ],
)
def test_runs_are_whole_words_without_what_is_around_them(text: str, pattern: str, found: list[str]) -> None:
    assert runs_of(text, marked(pattern, text)) == found


def test_a_run_is_split_where_a_moment_begins() -> None:
    text = "3 may 2019 5 may 2019"
    begin = [0.0] * len(text)
    begin[0], begin[11] = 0.9, 0.8
    assert runs_of(text, [0.9] * len(text), begin) == ["3 may 2019", "5 may 2019"]
    begin[12] = 0.7  # beside a surer one
    assert runs_of(text, [0.9] * len(text), begin) == ["3 may 2019", "5 may 2019"]


def test_a_run_that_is_too_long_is_none() -> None:
    text = "2019 " * 100 + "x 5 may"
    inside = [0.9] * 500 + marked("5 may", "x 5 may")
    assert runs_of(text, inside) == ["5 may"]


@given(st.text("ab 1.", min_size=1, max_size=300), st.lists(st.integers(1, 20), min_size=1), st.randoms())
def test_runs_do_not_depend_on_how_windows_come(text: str, sizes: list[int], random: object) -> None:
    rng = np.random.default_rng(len(text))
    tags = np.repeat(rng.random((len(text) // 4 + 1, 2)), 4, axis=0)[: len(text)].astype(np.float32)
    windows, at = [], 0
    while at < len(text):
        size = sizes[len(windows) % len(sizes)]
        windows.append(Window(text[at : at + size], at, 0, min(size, len(text) - at)))
        at += size
    rows = [tags[each.position : each.position + len(each.text)] for each in windows]
    one = Scanner()
    together = list(one.feed(windows, rows, is_last=True))
    many = Scanner()
    apart: list[Run] = []
    for window, row in zip(windows, rows, strict=True):
        apart += many.feed([window], [row])
    apart += many.feed([], [], is_last=True)
    assert [run[:2] for run in apart] == [run[:2] for run in together]


def test_a_run_without_end_takes_no_memory() -> None:
    scanner = Scanner()
    for place in range(100):
        window = Window("2019 " * 100, place * 500, 0, 500)
        assert not list(scanner.feed([window], [np.full((500, 2), 0.9, np.float32)]))
    assert len(scanner._text) < 2000
    tail = Window("x 5 may", 50_000, 0, 7)
    tags = np.array([[0.0] * 7, marked("5 may", "x 5 may")], np.float32).T
    (run,) = scanner.feed([tail], [tags], is_last=True)
    assert (run.start, run.stop) == (50_002, 50_007)
