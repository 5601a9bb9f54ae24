import random
import unicodedata

import pytest

from datenorm.corpus.noise.marks import with_lookalikes, without_accents


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ožujak", "ozujak"),
        ("août", "aout"),
        ("3 май, пётр", "3 май, петр"),
        ("أكتوبر", "اكتوبر"),
        ("ئاپرېل", "ئاپرېل"),
    ],
)
def test_accents_are_left_out(text: str, plain: str) -> None:
    assert without_accents([(text, ("month",))], (), spelled=False) == [(plain, ("month",))]


def test_accents_stay_where_the_name_without_them_is_another() -> None:
    assert without_accents([("märz", ("month",))], {"marz"}, spelled=False) == [("märz", ("month",))]


@pytest.mark.parametrize("text", ["21 февруари 2015", "ЯНВАРЬ", "3 Αύγουστος 2020", "12 жовтня"])
def test_cyrillic_and_greek_letters_turn_into_latin_lookalikes(text: str) -> None:
    found = {with_lookalikes(random.Random(seed), [(text, ("month",))])[0] for seed in range(30)}
    assert len(found) > 1
    for written, fields in found:
        assert fields == ("month",)
        assert len(written) == len(text)
        changed = [new for old, new in zip(text, written, strict=True) if old != new]
        assert all("LATIN" in unicodedata.name(new) for new in changed)


def test_all_letters_with_a_lookalike_can_turn_together() -> None:
    found = [with_lookalikes(random.Random(seed), [("РОСА", ())])[0][0] for seed in range(10)]
    assert "POCA" in found


def test_letters_of_other_scripts_have_no_lookalikes() -> None:
    assert with_lookalikes(random.Random(1), [("3 März 平成", ())]) == [("3 März 平成", ())]
