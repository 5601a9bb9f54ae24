import datetime as dt
from collections.abc import Iterator

import pytest
from support.scripted_model import scripted_normalizer

from datenorm.core.moments import Moment
from datenorm.reading.normalizer import Normalizer
from datenorm.tables import reader
from datenorm.tables.questions import Answer, Questions
from datenorm.tables.reader import Reader


class Counting(Normalizer):
    """Notes the texts that it reads."""

    def __init__(self) -> None:
        super().__init__("date")
        self.read: list[str] = []

    def normalize_batch(self, texts, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.read += texts
        return super().normalize_batch(texts, *args, **kwargs)


def test_answers_come_in_the_order_of_the_texts() -> None:
    texts = ["3 May 1979", "03/04/2005", "", b"\xff", "3 May 1979"]
    answers = Reader(Questions(Normalizer("date"), locale="en_US")).read(texts)
    assert [answer.value for answer in answers] == ["1979-05-03", "2005-03-04", None, None, "1979-05-03"]
    assert [answer.reason for answer in answers] == [None, None, "empty", "not text", None]
    assert answers == [Reader(Questions(Normalizer("date"), locale="en_US")).read([text])[0] for text in texts]
    assert all(isinstance(answer, Answer) for answer in answers)


def test_a_text_that_comes_again_is_not_read_again() -> None:
    normalizer = Counting()
    texts = Reader(Questions(normalizer))
    texts.read(["3 May 1979", "x", "x"])
    texts.read(["x", "4 May 1979", "3 May 1979"])
    assert normalizer.read == ["3 May 1979", "x", "4 May 1979"]


def test_few_answers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_KNOWN", 2)
    normalizer = Counting()
    texts = Reader(Questions(normalizer))
    assert [answer.value for answer in texts.read(["1 May 1979", "2 May 1979", "3 May 1979", "1 May 1979"])] == [
        *("1979-05-01", "1979-05-02", "1979-05-03", "1979-05-01")
    ]
    texts.read(["2 May 1979", "3 May 1979"])
    assert normalizer.read == ["1 May 1979", "2 May 1979", "3 May 1979"]
    texts.read(["1 May 1979"])
    assert normalizer.read[3:] == ["1 May 1979"]


def test_old_answers_are_looked_for_once_however_many_are_forgotten() -> None:
    class Entries(dict[int, int]):
        passes = 0

        def __iter__(self) -> Iterator[int]:
            self.passes += 1
            return super().__iter__()

    entries = Entries.fromkeys(range(10))
    reader._forget_oldest(entries, 3)
    assert entries.passes == 1
    assert entries == {7: None, 8: None, 9: None}


IN_THREE_DAYS = Moment(amount="+0003", unit="D")
SCRIPT = {
    "in three days": IN_THREE_DAYS,
    "5 may": Moment(month="05", day="05"),
    "3 may 1979": Moment(year="1979", month="05", day="03"),
    "3 may 2019 at 10": Moment(year="2019", month="05", day="03", hour="10", half=".", minute="00"),
    "may 2019": Moment(year="2019", month="05"),
}


def test_each_text_counts_from_its_own_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(Questions(scripted_normalizer(monkeypatch, SCRIPT)))
    texts = ["in three days", "in three days", "5 May", "3 May 1979", "in three days", "x"]
    days = [dt.datetime(2020, 1, 1), dt.datetime(2021, 1, 1), dt.datetime(2020, 6, 1), dt.datetime(2020, 1, 1), None]
    answers = reader.read(texts, [*days, dt.datetime(2020, 1, 1)])
    values = ["2020-01-04", "2021-01-04", "2021-05-05", "1979-05-03", None, None]
    assert [answer.value for answer in answers] == values
    assert [answer.reason for answer in answers[4:]] == ["needs a reference", "no moment in it"]


def test_a_text_beside_many_references_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    read: list[str] = []
    batch = normalizer.normalize_batch
    monkeypatch.setattr(
        normalizer, "normalize_batch", lambda texts, *a, **k: read.extend(texts) or batch(texts, *a, **k)
    )
    reader = Reader(Questions(normalizer))
    for year in range(2000, 2020):
        (answer,) = reader.read(["in three days"], [dt.datetime(year, 1, 1)])
        assert answer.value == f"{year}-01-04"
    assert read == ["in three days"]


@pytest.mark.parametrize("kept", [0, 1, 100])
def test_answers_are_the_same_however_many_are_kept(monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    normalizer = scripted_normalizer(monkeypatch, SCRIPT)
    monkeypatch.setattr(reader, "_KNOWN_RESULTS", kept)
    monkeypatch.setattr(reader, "_KNOWN", kept)
    kept_reader = Reader(Questions(normalizer, prefer="past"))
    for year in (2020, 2021, 2020):
        texts = ["in three days", "5 May", "3 May 1979"]
        answers = kept_reader.read(texts, [dt.datetime(year, 6, 1)] * 3)
        assert [answer.value for answer in answers] == [f"{year}-06-04", f"{year}-05-05", "1979-05-03"]


def test_one_reference_serves_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(
        Questions(scripted_normalizer(monkeypatch, SCRIPT), reference=dt.datetime(2020, 1, 1), prefer="past")
    )
    assert [answer.value for answer in reader.read(["5 May", "in three days"])] == ["2019-05-05", "2020-01-04"]


def test_references_of_one_moment_in_two_zones_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(Questions(scripted_normalizer(monkeypatch, SCRIPT)))
    midnight = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    references = [midnight, midnight.astimezone(dt.timezone(dt.timedelta(hours=-5)))]
    answers = reader.read(["in three days"] * 2, references)
    assert [answer.value for answer in answers] == ["2020-01-04", "2020-01-03"]


def test_references_are_read_in_iso_or_like_other_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(Questions(scripted_normalizer(monkeypatch, SCRIPT)))
    texts = ["2020-01-01T10:00+01:00", "2020-01-01", "3 May 1979", "3 May 2019 at 10"]
    assert [found.isoformat() if found else None for found in reader.references(texts)] == [
        *("2020-01-01T10:00:00+01:00", "2020-01-01T00:00:00", "1979-05-03T00:00:00", "2019-05-03T10:00:00")
    ]
    assert reader.references(["", "x", "May 2019", "5 May", "in three days", b"\xff", "03/04/2005"]) == [None] * 7
