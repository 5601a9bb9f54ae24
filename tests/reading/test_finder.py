"""Finder: the moments of a text of any length, with a network that says what a script has."""

import datetime as dt
import itertools
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.scripted_model import scripted_normalizer
from support.tagging import tagging

from datenorm.core.hints import HINTS
from datenorm.core.moments import DURATION, SEVERAL, Moment
from datenorm.core.tasks import MOMENT
from datenorm.reading.batching import InlineExecutor
from datenorm.reading.finder import Place, places
from datenorm.reading.normalizer import Normalizer

DATE = r"\d{4}-\d\d-\d\d"
PATTERN = rf"{DATE}|tomorrow|\d\d/\d\d/\d{{4}}|\d hours"
SCRIPT: dict[str, Moment | str] = {
    "2005-04-03": Moment(year="2005", month="04", day="03"),
    "2006-01-02": Moment(year="2006", month="01", day="02"),
    "tomorrow": Moment(amount="+0001", unit="D"),
    "3 hours": (MOMENT.unspecified[:8] + DURATION).ljust(MOMENT.Ty, "X"),
    "03/04/2005": Moment(year="2005", month="04", day="03"),
    HINTS["DMY"] + "03/04/2005": Moment(year="2005", month="04", day="03"),
    HINTS["MDY"] + "03/04/2005": Moment(year="2005", month="03", day="04"),
    "04/13/2005": Moment(year="2005", month="04", day="13"),
    HINTS["MDY"] + "04/13/2005": Moment(year="2005", month="04", day="13"),
}


@pytest.fixture
def normalizer(monkeypatch: pytest.MonkeyPatch) -> Normalizer:
    return scripted_normalizer(monkeypatch, SCRIPT, pattern=PATTERN)


def places_of(chunks: list[str], pattern: str = DATE) -> list[Place]:
    found = places(chunks, tagging(pattern), lambda _: InlineExecutor(), width=64)
    return list(itertools.chain(*found))


PROSE = st.lists(
    st.one_of(
        st.text(st.sampled_from("ab ,.()\n\t-"), max_size=20),
        st.sampled_from(["2005-04-03", "２００５-04-03", "ﬁn", "年月", "e\u0301", "\u200e", "x" * 90, "1999-1-1"]),
    ),
    max_size=60,
).map("".join)


@given(PROSE, st.lists(st.integers(1, 50), min_size=1))
def test_places_lie_in_the_text_in_order_and_do_not_depend_on_the_chunks(text: str, sizes: list[int]) -> None:
    found = places_of([text])
    last = 0
    for place in found:
        assert last <= place.start < place.stop <= len(text)
        assert place.text == text[place.start : place.stop]
        last = place.stop
    chunks, at = [], 0
    for size in itertools.cycle(sizes):
        if at >= len(text):
            break
        chunks.append(text[at : at + size])
        at += size
    assert places_of(chunks) == found


def test_places_do_not_depend_on_how_much_is_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"word{'s' * (i % 17)} {'2005-04-03' if i % 3 == 0 else ''}" for i in range(400))
    whole = places_of([text])
    assert len(whole) == 134
    for size in (1, 37, 1000):
        monkeypatch.setattr("datenorm.reading.finder.CHARACTERS_AT_ONCE", size)
        assert places_of([text]) == whole


def test_a_moment_is_found_wherever_it_is(normalizer: Normalizer) -> None:
    for before in range(0, 600, 7):
        text = "x" * (before % 9) + " ab" * (before // 2) + " 2005-04-03 " + "cd " * 150
        (found,) = normalizer.find(text)
        assert (found.text, found.result.value) == ("2005-04-03", "2005-04-03")
        assert text[found.start : found.stop] == found.text


def test_what_has_no_value_is_left_out_unless_it_lacks_only_a_reference(normalizer: Normalizer) -> None:
    text = "For 3 hours, from 2005-04-03 on, or tomorrow."
    found = normalizer.find(text)
    assert [(each.text, each.result.value, each.result.reason and str(each.result.reason)) for each in found] == [
        ("2005-04-03", "2005-04-03", None),
        ("tomorrow", None, "needs a reference"),
    ]
    assert [each.result.value for each in normalizer.find(text, reference="2020-01-01")] == ["2005-04-03", "2020-01-02"]


def test_a_number_alone_is_no_moment_in_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    script: dict[str, Moment | str] = {"5": Moment(hour="05"), "at 5": Moment(hour="05"), "1979": Moment(year="1979")}
    normalizer = scripted_normalizer(monkeypatch, script, pattern=r"(at )?\d+")
    assert normalizer.normalize("5").value == "05:00"
    assert [each.text for each in normalizer.find("Room 5 is open at 5, since 1979.")] == ["at 5", "1979"]


def test_the_first_date_of_the_text_is_its_reference(normalizer: Normalizer) -> None:
    text = "Tomorrow! Written on 2005-04-03, not 2006-01-02. Tomorrow."
    values = [each.result.value for each in normalizer.find(text, reference="first")]
    assert values == ["2005-04-04", "2005-04-03", "2006-01-02", "2005-04-04"]
    (alone,) = normalizer.find("Tomorrow.", reference="first")
    assert alone.result.value is None


def test_all_that_is_found_decides_on_the_order(normalizer: Normalizer) -> None:
    text = "From 03/04/2005 to whenever, and 04/13/2005."
    assert [each.result.ambiguous for each in normalizer.find(text)] == [True, False]
    assert [each.result.value for each in normalizer.find(text, "infer")] == ["2005-03-04", "2005-04-13"]
    assert normalizer.find(text, locale="en_GB")[0].result.value == "2005-04-03"


def test_days_that_share_a_month_are_moments_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    several = (MOMENT.unspecified[:8] + SEVERAL).ljust(MOMENT.Ty, "X")
    script: dict[str, Moment | str] = {f"{day} april": Moment(month="04", day=f"0{day}") for day in (3, 4)}
    text = "on 3 and 4 April it rains"
    normalizer = scripted_normalizer(monkeypatch, script | {"3 and 4 april": several}, pattern="3 and 4 april")
    found = normalizer.find(text)
    assert [(each.text, each.result.value) for each in found] == [("3", "XXXX-04-03"), ("4 April", "XXXX-04-04")]
    assert all(text[each.start : each.stop] == each.text for each in found)
    assert normalizer.find_batch(["", text]) == [[], found]


def test_moments_side_by_side_are_moments_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    several = (MOMENT.unspecified[:8] + SEVERAL).ljust(MOMENT.Ty, "X")
    script = SCRIPT | {"2005-04-03, 2006-01-02": several}
    normalizer = scripted_normalizer(monkeypatch, script, pattern="2005-04-03, 2006-01-02")
    text = "On 2005-04-03, 2006-01-02 it rained"
    found = normalizer.find(text)
    assert [each.result.value for each in found] == ["2005-04-03", "2006-01-02"]
    assert all(text[each.start : each.stop] == each.text == each.result.value for each in found)
    assert normalizer.find_batch(["", text]) == [[], found]


def test_many_texts_are_found_as_each_alone(normalizer: Normalizer) -> None:
    texts: list[Any] = [
        "2005-04-03",
        "",
        "tomorrow 2006-01-02 tomorrow",
        None,
        "nothing",
        "x 2005-04-03 tomorrow\n\n",
        "tomorrow",
    ]
    for reference in (None, "first", dt.date(2020, 1, 1)):
        alone = [normalizer.find(text, reference=reference) if text else [] for text in texts]
        assert normalizer.find_batch(texts, reference=reference) == alone
    by_text = normalizer.find_batch(texts, reference=[None] * 6 + ["2020-01-01"])
    assert by_text[-1][0].result.value == "2020-01-02"
    assert by_text[2][0].result.value is None


def test_a_stream_is_read_while_it_arrives(normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.reading.finder.CHARACTERS_AT_ONCE", 500)
    seen = 0

    def lines() -> Iterator[str]:
        nonlocal seen
        for seen in range(1000):
            yield f"line {seen} of a long letter, 2005-04-03\n"

    found = normalizer.find_iter(lines())
    first = next(found)
    assert first.start == 25
    assert seen < 30
    assert sum(1 for _ in found) == 999


def test_a_long_text_takes_flat_memory(normalizer: Normalizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.reading.finder.CHARACTERS_AT_ONCE", 1 << 13)
    lines = ["many words that state nothing at all, but for 2005-04-03 here\n", *["and many more of them\n"] * 49]

    def peak(times: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in normalizer.find_iter(itertools.chain(*[lines] * times))) == times
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(40)  # fills caches
    assert peak(400) < 1.1 * peak(100)


@pytest.mark.parametrize("text", ["2005" * 5000, "a" * 20_000, " " * 20_000, "\u0301" * 5000, "2005 " * 4000])
def test_monstrous_texts_have_no_moments(normalizer: Normalizer, text: str) -> None:
    assert normalizer.find(text) == []


def test_wrong_use_is_refused(normalizer: Normalizer) -> None:
    with pytest.raises(TypeError, match="expected a str"):
        normalizer.find(b"2005-04-03")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="chunks of text"):
        normalizer.find_iter("2005-04-03")
    with pytest.raises(TypeError, match="chunks of text"):
        list(normalizer.find_iter([b"2005-04-03"]))  # type: ignore[list-item]
    with pytest.raises(TypeError, match="list of texts"):
        normalizer.find_batch("2005-04-03")
    with pytest.raises(ValueError, match="ISO 8601"):
        normalizer.find_iter([], reference="second")


def test_a_preset_without_tags_finds_nothing() -> None:
    with pytest.raises(ValueError, match="finds moments"):
        Normalizer("time").find("10:30")
