"""Trimming: what stands around a moment and adds nothing to it."""

from collections.abc import Sequence

import pytest

from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.reading.result import Result, Said
from datenorm.reading.trimming import Trimmed, trimmed

TOMORROW = (Said(Moment(amount="+0001", unit="D").to_machine()),)
YESTERDAY = (Said(Moment(amount="-0001", unit="D").to_machine()),)


def dated(text: str, confidence: float = 0.9, value: str = "2005-04-03") -> Result:
    return Result(text, value, confidence)


def relative(text: str, confidence: float = 0.9, said: tuple[Said, ...] = TOMORROW) -> Result:
    return Result(text, None, confidence, reason=Reason.NEEDS_REFERENCE, _ways=said)


def trim(result: Result, *known: Result) -> str:
    """The text that is left of a result, where these are known and all other texts state nothing."""
    return part_of(result, *known).result.text


def part_of(result: Result, *known: Result) -> Trimmed:
    by_text = {each.text: each for each in known}

    def read(texts: list[str], rows: Sequence[int]) -> list[Result]:
        assert set(rows) == {0}
        return [by_text.get(text, Result(text, None, reason=Reason.NO_MOMENT)) for text in texts]

    (left,) = trimmed([result], read)
    assert result.text[left.start :].startswith(left.result.text)
    return left


def test_signs_and_words_that_add_nothing_are_cut_off() -> None:
    whole, bare = dated("3 April 2005,"), dated("3 April 2005")
    assert trim(whole, bare) == "3 April 2005"
    longer = dated("3 April 2005, easily")
    assert trim(longer, whole, bare) == "3 April 2005"


def test_what_changes_the_value_stays() -> None:
    assert trim(dated("3 April 2005"), dated("3 April", value="XXXX-04-03")) == "3 April 2005"
    assert trim(dated("3 a.m.", value="03:00"), dated("3 a.m", 0.8, value="03:00")) == "3 a.m."


def test_a_number_that_states_a_field_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, shorter = dated("3 to 5 April 2005"), dated("3 to 5 April")
    assert trim(whole, shorter) == "3 to 5 April"
    monkeypatch.setattr(Result, "spans", {"end_year": ((13, 17),)})
    assert trim(whole, shorter) == "3 to 5 April 2005"
    known = dated("3 to 5 April 2005, room"), dated("3 to 5 April 2005,"), whole, shorter
    assert trim(dated("3 to 5 April 2005, room 5"), *known) == "3 to 5 April 2005"


def test_what_makes_it_surer_stays() -> None:
    assert trim(dated("8 Uhr", 0.9), dated("8", 0.8)) == "8 Uhr"
    assert trim(dated("8 Uhr", 0.8), dated("8", 0.8)) == "8"


def test_the_full_stop_of_a_sentence_is_cut_off_though_it_makes_a_moment_a_little_surer() -> None:
    assert trim(dated("8 Uhr.", 0.9), dated("8 Uhr", 0.89)) == "8 Uhr"
    assert trim(dated("8 Uhr.", 0.9), dated("8 Uhr", 0.8)) == "8 Uhr."
    assert trim(dated("8 p.m.", 0.9), dated("8 p.m", 0.89)) == "8 p.m."
    assert trim(dated("12.09.", 0.9), dated("12.09", 0.89)) == "12.09."


def test_what_belongs_to_an_abbreviation_or_closes_a_bracket_stays_though_it_adds_nothing() -> None:
    assert trim(dated("8 p.m.", 0.9), dated("8 p.m", 0.95)) == "8 p.m."
    assert trim(dated("12.09.", 0.9), dated("12.09", 0.95)) == "12.09."
    assert trim(dated("3 May (Monday)", 0.9), dated("3 May (Monday", 0.95)) == "3 May (Monday)"
    assert trim(dated("3 May)", 0.9), dated("3 May", 0.95)) == "3 May"


def test_of_an_unsure_moment_the_surest_part_that_says_the_same_is_left() -> None:
    unsure = relative("see you tomorrow easily", 0.3)
    assert part_of(unsure, relative("you tomorrow", 0.5), relative("tomorrow")) == (8, relative("tomorrow"))
    assert trim(unsure, relative("tomorrow", said=YESTERDAY)) == unsure.text
    assert trim(relative("see you tomorrow", 0.8), relative("tomorrow")) == "see you tomorrow"


def test_what_was_too_unsure_for_an_answer_has_one_without_the_words_around_it() -> None:
    dropped = Result("see you tomorrow", None, 0.1, reason=Reason.LOW_CONFIDENCE, _ways=TOMORROW)
    assert part_of(dropped, relative("tomorrow")) == (8, relative("tomorrow"))
    assert trim(dropped) == "see you tomorrow"


def test_a_moment_that_lacks_a_reference_is_compared_by_what_it_says() -> None:
    assert trim(relative("tomorrow easily"), relative("tomorrow")) == "tomorrow"
    assert trim(relative("tomorrow easily"), relative("tomorrow", said=YESTERDAY)) == "tomorrow easily"


def test_what_states_nothing_and_a_single_word_stay() -> None:
    assert trim(Result("or so.", None, reason=Reason.NO_MOMENT), Result("or so", None, reason=Reason.NO_MOMENT)) == (
        "or so."
    )
    assert trim(dated("...")) == "..."


def test_rows_are_cut_apart() -> None:
    texts = ["3 April 2005 x", "4 April 2005", "5 April 2005 y z"]

    def read(cut: list[str], rows: Sequence[int]) -> list[Result]:
        assert all(texts[row].startswith(text) for text, row in zip(cut, rows, strict=True))
        return [dated(text) if len(text.split()) >= 3 else dated(text, 0.1) for text in cut]

    left = trimmed([dated(text) for text in texts], read)
    assert [each.result.text for each in left] == ["3 April 2005", "4 April 2005", "5 April 2005"]


def test_no_number_is_cut_off_an_unsure_moment() -> None:
    unsure = Result("3 April 2005 easily", None, 0.1, reason=Reason.LOW_CONFIDENCE)
    assert part_of(unsure, dated("3 April"), dated("April 2005")).result is unsure
    assert part_of(unsure, dated("3 April"), dated("3 April 2005")).result.text == "3 April 2005"


def test_of_a_doubted_moment_the_shortest_part_is_left_that_is_about_as_sure() -> None:
    whole, bare = dated("and closed on 3 April 2005", 0.99), dated("3 April 2005", 0.98)

    def read(texts: list[str], rows: Sequence[int]) -> list[Result]:
        return [bare if text == bare.text else Result(text, None, reason=Reason.NO_MOMENT) for text in texts]

    assert trimmed([whole], read) == [Trimmed(0, whole)]
    assert trimmed([whole], read, doubted=True) == [Trimmed(14, bare)]
