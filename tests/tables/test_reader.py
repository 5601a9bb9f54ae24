import pytest

from datenorm.reading.normalizer import Normalizer
from datenorm.tables import reader
from datenorm.tables.reader import Answer, Reader


class Counting(Normalizer):
    """Notes the texts that it reads."""

    def __init__(self) -> None:
        super().__init__("date")
        self.read: list[str] = []

    def normalize_batch(self, texts, order=None, *, locale=None):  # type: ignore[no-untyped-def]
        self.read += texts
        return super().normalize_batch(texts, order, locale=locale)


def test_answers_come_in_the_order_of_the_texts() -> None:
    texts = ["3 May 1979", "03/04/2005", "", b"\xff", "3 May 1979"]
    answers = Reader(Normalizer("date"), locale="en_US").read(texts)
    assert [answer.value for answer in answers] == ["1979-05-03", "2005-03-04", None, None, "1979-05-03"]
    assert [answer.reason for answer in answers] == [None, None, "empty", "not text", None]
    assert answers == [Reader(Normalizer("date"), locale="en_US").read([text])[0] for text in texts]
    assert all(isinstance(answer, Answer) for answer in answers)


def test_a_text_that_comes_again_is_not_read_again() -> None:
    normalizer = Counting()
    texts = Reader(normalizer)
    texts.read(["3 May 1979", "x", "x"])
    texts.read(["x", "4 May 1979", "3 May 1979"])
    assert normalizer.read == ["3 May 1979", "x", "4 May 1979"]


def test_few_answers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_KNOWN", 2)
    normalizer = Counting()
    texts = Reader(normalizer)
    assert [answer.value for answer in texts.read(["1 May 1979", "2 May 1979", "3 May 1979", "1 May 1979"])] == [
        *("1979-05-01", "1979-05-02", "1979-05-03", "1979-05-01")
    ]
    texts.read(["2 May 1979", "3 May 1979"])
    assert normalizer.read == ["1 May 1979", "2 May 1979", "3 May 1979"]
    texts.read(["1 May 1979"])
    assert normalizer.read[3:] == ["1 May 1979"]
