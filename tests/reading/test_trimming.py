"""Trimming: what stands behind a moment and adds nothing to it."""

from collections.abc import Sequence

from datenorm.core.moments import Moment
from datenorm.core.reasons import Reason
from datenorm.reading.result import Result, Said
from datenorm.reading.trimming import trimmed

TOMORROW = (Said(Moment(amount="+0001", unit="D").to_machine()),)
YESTERDAY = (Said(Moment(amount="-0001", unit="D").to_machine()),)


def dated(text: str, confidence: float = 0.9, value: str = "2005-04-03") -> Result:
    return Result(text, value, confidence)


def relative(text: str, said: tuple[Said, ...] = TOMORROW) -> Result:
    return Result(text, None, 0.9, reason=Reason.NEEDS_REFERENCE, _said=said)


def trim(result: Result, *known: Result) -> str:
    """The text that is left of a result, where these are known and all other texts state nothing."""
    by_text = {each.text: each for each in known}

    def read(texts: list[str], rows: Sequence[int]) -> list[Result]:
        assert list(rows) == [0]
        return [by_text.get(text, Result(text, None, reason=Reason.NO_MOMENT)) for text in texts]

    (left,) = trimmed([result], read)
    return left.text


def test_signs_and_words_that_add_nothing_are_cut_off() -> None:
    whole, bare = dated("3 April 2005,"), dated("3 April 2005")
    assert trim(whole, bare) == "3 April 2005"
    longer = dated("3 April 2005, easily")
    assert trim(longer, whole, bare) == "3 April 2005"


def test_what_changes_the_value_stays() -> None:
    assert trim(dated("3 April 2005"), dated("3 April", value="XXXX-04-03")) == "3 April 2005"
    assert trim(dated("3 a.m.", value="03:00"), dated("3 a.m", 0.8, value="03:00")) == "3 a.m."


def test_what_makes_it_surer_stays() -> None:
    assert trim(dated("8 Uhr", 0.9), dated("8", 0.8)) == "8 Uhr"
    assert trim(dated("8 Uhr", 0.8), dated("8", 0.8)) == "8"


def test_a_moment_that_lacks_a_reference_is_compared_by_what_it_says() -> None:
    assert trim(relative("tomorrow easily"), relative("tomorrow")) == "tomorrow"
    assert trim(relative("tomorrow easily"), relative("tomorrow", YESTERDAY)) == "tomorrow easily"


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
    assert [each.text for each in left] == ["3 April 2005", "4 April 2005", "5 April 2005"]
