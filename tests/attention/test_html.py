"""HTML: the page is complete, self-contained, and inert for hostile texts."""

import html
import html.parser
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.attention.html import page
from datenorm.attention.map import AttentionMap
from datenorm.core.tasks import TIME

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="x',
    "</style><b>",
    "&lt;",
    "'); drop",
    "\u202e3 yam",
    "-->",
    "\x00",
]


def attention_map(text: str) -> AttentionMap:
    weights = np.random.default_rng(0).dirichlet(np.ones(len(text)), 5).astype(np.float32)
    return AttentionMap(text, "10:03", weights, TIME.fields, {"hour": ((0, 1),)})


class Reader(html.parser.HTMLParser):
    """The tags of a page in order, their attributes, and the texts in each tag, as a browser reads them."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attributes
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)


def test_the_page_needs_no_other_file() -> None:
    document = attention_map("ten past 3").to_html()
    reader = Reader(document)
    assert not {"link", "img", "iframe"} & set(reader.tags)
    assert not [value for name, value in reader.attributes if name in ("src", "href")]
    assert not re.search(r"https?:|@import|url\(", document)


def test_the_table_has_a_row_for_each_written_character_and_a_column_for_each_read() -> None:
    reader = Reader(attention_map("ten past 3").to_html())
    assert reader.tags.count("tr") == 1 + 5
    assert reader.tags.count("td") == 5 * len("ten past 3")
    assert "".join(reader.texts["th"]) == "ten␣past␣310:03"


def test_every_cell_names_its_weight() -> None:
    drawn = attention_map("ten 3")
    titles = [value for name, value in Reader(drawn.to_html()).attributes if name == "title" and "%" in str(value)]
    assert len(titles) == drawn.weights.size
    assert titles[0] == f"for 1 (hour): t, {drawn.weights[0, 0]:.1%}"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    harmless = Reader(page([("x" * len(text), attention_map("x" * len(text)))]))
    hostile = Reader(page([(text, attention_map(text))]))
    assert hostile.tags == harmless.tags
    assert [name for name, _ in hostile.attributes] == [name for name, _ in harmless.attributes]
    assert "\u202e" not in attention_map(text).to_html()


@given(st.text(min_size=1, max_size=12))
def test_the_page_of_any_text_is_complete_and_can_be_encoded(text: str) -> None:
    document = attention_map(text).to_html()
    document.encode()
    reader = Reader(document)
    assert reader.tags.count("td") == 5 * len(text)
    assert reader.tags.count("script") == 1


def test_numbers_in_a_right_to_left_text_run_from_the_left() -> None:
    document = attention_map("15 مايو").to_html()
    assert '<table dir="rtl">' in document
    assert "".join(Reader(document).texts["th"]).startswith("51␣مايو")
    assert '<table dir="ltr">' in attention_map("15 mai").to_html()


def test_a_mark_is_with_its_letter_in_the_sentence_and_on_a_circle_in_its_column() -> None:
    reader = Reader(attention_map("कि 3").to_html())
    assert reader.texts["span"][0] == "कि"
    assert "◌ि" in reader.texts["th"]


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    (frame,) = re.findall(r'<iframe srcdoc="([^"]*)"', attention_map("ten")._repr_html_())
    assert html.unescape(frame) == attention_map("ten").to_html()
