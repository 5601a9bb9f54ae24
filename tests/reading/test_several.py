"""Several moments that were taken for one are divided where both sides state one."""

from collections.abc import Sequence

from datenorm.core.reasons import Reason
from datenorm.reading.result import Result
from datenorm.reading.several import divided, may_be_several


def parts_of(text: str, known: dict[str, float], several: Sequence[str] = ()) -> list[str]:
    """The parts of a text, where these state a moment this surely, those state several, and all others none."""

    def read(texts: list[str], rows: Sequence[int]) -> list[Result]:
        assert set(rows) == {0}
        return [
            Result(each, "2005-04-03", known[each])
            if each in known
            else Result(each, None, 0.9, reason=Reason.SEVERAL if each in several else Reason.NO_MOMENT)
            for each in texts
        ]

    (edges,) = divided([text], read)
    return [text[start:stop] for start, stop in edges]


def test_a_text_is_divided_where_both_sides_are_surest() -> None:
    known = {
        "3 May": 0.9,
        "2019 and 4 May": 0.6,
        "3 May 2019": 0.99,
        "and 4 May": 0.8,
        "3 May 2019 and": 0.7,
        "4 May": 0.9,
    }
    assert parts_of("3 May 2019 and 4 May", known) == ["3 May 2019", "and 4 May"]


def test_signs_between_two_moments_belong_to_neither() -> None:
    assert parts_of("3 May | 4 May", {"3 May": 0.9, "4 May": 0.9}) == ["3 May", "4 May"]


def test_what_follows_the_longest_moment_is_divided_again() -> None:
    known = {"3 May": 0.9, "4 May": 0.9, "5 May": 0.9}
    assert parts_of("3 May, 4 May, 5 May", known, ["4 May, 5 May"]) == ["3 May", "4 May", "5 May"]


def test_what_is_unsure_on_one_side_is_not_divided() -> None:
    assert parts_of("3 May, 4 May", {"3 May": 0.9, "4 May": 0.3}) == []
    assert parts_of("2019", {}) == []


def test_each_text_is_divided_by_itself() -> None:
    def read(texts: list[str], rows: Sequence[int]) -> list[Result]:
        return [Result(each, "2005", 0.9) if each.isdecimal() else Result(each, None) for each in texts]

    assert divided(["2004 2005", "no moment", "", "2006; 2007"], read) == [[(0, 4), (5, 9)], [], [], [(0, 4), (6, 10)]]


def test_a_text_that_states_one_moment_or_none_is_not_several() -> None:
    assert may_be_several(Result("3 May and 4 May", None, reason=Reason.SEVERAL))
    assert not may_be_several(Result("3 hours", None, reason=Reason.DURATION))
    assert not may_be_several(Result("3 May", "XXXX-05-03", 0.9))
