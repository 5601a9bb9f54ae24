"""Windows: every character is decided on once, in a window that shows what is around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.reading.finding.pieces import Cutter
from datenorm.reading.finding.windows import Slider, Window

WIDTH = 64


def windows_of(text: str, width: int = WIDTH) -> list[Window]:
    slider = Slider(width)
    return list(slider.feed(Cutter(width).feed(text, is_last=True), is_last=True))


@given(st.text(st.sampled_from("ab 1.\n五月ﬁ\ufdfa"), max_size=1000))
def test_each_character_is_decided_on_once(text: str) -> None:
    last = 0
    for window in windows_of(text):
        assert len(window.text) <= WIDTH
        assert 0 <= window.start <= window.stop <= len(window.text)
        start = window.position + window.start
        assert start - last in (0, 1)  # 1 is a gap, which belongs to nothing
        last = window.position + window.stop


@given(st.lists(st.text("abcdef", min_size=1, max_size=12), min_size=30, max_size=90))
def test_what_is_decided_on_is_the_text(words: list[str]) -> None:
    text = " ".join(words)
    windows = windows_of(text)
    assert "".join(window.text[window.start : window.stop] for window in windows) == text
    for window in windows:
        at = window.position
        assert text[at : at + len(window.text)] == window.text
        # Within a paragraph there are characters around what a window decides on, on both sides.
        assert window.start == 0 or window.start >= 13 or at == 0
        assert window.start > 0 or at == 0


def test_text_without_spaces_has_windows_that_overlap() -> None:
    windows = windows_of("年" * 500)
    assert "".join(window.text[window.start : window.stop] for window in windows) == "年" * 500
    assert all(window.start >= 12 for window in windows[1:])


def test_no_window_has_two_paragraphs() -> None:
    assert [window.text for window in windows_of("a b\n\nc d")] == ["a b", "c d"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_ligature_longer_than_a_window_is_left_out(count: int) -> None:
    text = "\ufdfa" * 8
    assert [window.text for window in windows_of(f"a {text * count} b", width=40)] == ["a", "b"]
