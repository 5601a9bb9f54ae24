"""Memory: no text is read twice beside one reference."""

import datetime as dt
from collections.abc import Sequence

import pytest

from datenorm.reading.memory import Memory
from datenorm.reading.result import Result

NOW, UTC = dt.datetime(2020, 1, 1), dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def asked() -> list[tuple[str, dt.datetime | None]]:
    return []


@pytest.fixture
def memory(asked: list[tuple[str, dt.datetime | None]]) -> Memory:
    def read(texts: list[str], references: Sequence[dt.datetime | None]) -> list[Result]:
        asked.extend(zip(texts, references, strict=True))
        return [Result(text, str(beside)) for text, beside in zip(texts, references, strict=True)]

    return Memory(read)


def test_each_text_is_read_once_beside_a_reference(memory: Memory, asked: list[tuple[str, dt.datetime | None]]) -> None:
    for _ in range(2):
        results = memory(["a", "b", "a", "a", "a"], [None, None, None, NOW, UTC])
        assert [result.text for result in results] == ["a", "b", "a", "a", "a"]
        assert [result.value for result in results] == ["None", "None", "None", str(NOW), str(UTC)]
    assert sorted(asked, key=str) == sorted([("a", None), ("b", None), ("a", NOW), ("a", UTC)], key=str)


def test_the_memory_is_bounded(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.reading.memory.MOST", 3)
    for first in range(0, 40, 2):
        assert [each.text for each in memory([str(first), str(first + 1)], [None, None])] == [
            str(first),
            str(first + 1),
        ]
    assert len(memory._known) <= 5


def test_texts_of_one_canonical_form_are_read_once(memory: Memory, asked: list[tuple[str, dt.datetime | None]]) -> None:
    assert [each.text for each in memory(["may", "MAY"], [None, None])] == ["may", "MAY"]
    assert [each.text for each in memory(["May"], [None])] == ["May"]
    assert len(asked) == 1
