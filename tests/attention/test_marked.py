"""Marked text: a page is inert for hostile texts and holds all of them."""

import pytest

from datenorm.attention import marked

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="x',
    "</pre><b>",
    "&lt;",
    "\u202e3 yam",
    "\x00\x1b[31m",
    "\ud800",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_text(text: str) -> None:
    page = "".join(
        (
            marked.head(text),
            marked.section(text),
            marked.plain(text),
            marked.mark(text, text, text, {"year": ((0, 2),)}),
            marked.SECTION_END,
            marked.TAIL,
        )
    )
    assert "<script" not in page
    assert '" onmouseover' not in page
    assert "</pre><q>" not in page
    assert page.count("<b>") == 1
    assert not {"\u202e", "\x00", "\x1b", "\ud800"} & set(page)


def test_a_mark_shows_the_value_and_each_field_in_its_colour() -> None:
    shown = marked.mark("3 May 1979", "1979-05-03", "confidence 0.98", {"day": ((0, 1),), "year": ((6, 10),)})
    assert "<b>1979-05-03</b>" in shown
    assert "confidence 0.98" in shown
    assert shown.count(">1979</i>") == 2  # in the text, and below it
    assert ">3</i> May <i" in shown


def test_lines_and_tabs_stay() -> None:
    assert marked.plain("a\r\nb\tc\n") == "a\nb\tc\n"
