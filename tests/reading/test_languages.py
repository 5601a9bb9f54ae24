import doctest
import itertools
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import datenorm.reading.languages
from datenorm.core.language_names import LANGUAGE_NAMES, MEANINGS, MONTH, WEEKDAY, Meaning
from datenorm.reading.convention import Convention, infer
from datenorm.reading.normalizer import Normalizer

MARCH, TUESDAY, OCTOBER, NOVEMBER = Meaning(MONTH, 3), Meaning(WEEKDAY, 2), Meaning(MONTH, 10), Meaning(MONTH, 11)


@pytest.mark.parametrize(
    ("others", "text", "meanings"),
    [
        (["lun 2", "mié 4"], "mar 3", {TUESDAY}),
        (["ene 5", "feb 7"], "mar 3", {MARCH}),
        (["ene 5", "mié 4"], "mar 3", {MARCH, TUESDAY}),
        (["lundi 2", "jeudi 5"], "mar. 3", {TUESDAY}),
        (["mån 2", "ons 4"], "mar 3", set()),
        (["sun 2", "mon 3"], "mar 4", set()),
        # Rows of several names say which language it is, and not of which kind a name alone is.
        (["lun 2 enero 2023", "mié 4 enero 2023"], "mar 3", {MARCH, TUESDAY}),
        (["studeni 2013", "rujan 2013"], "listopad 2013", {OCTOBER}),
        (["5. studenoga 2013.", "7. rujna 2013."], "9. listopada 2013", {OCTOBER}),
        (["u studenom 2013."], "u listopadu 2013.", {OCTOBER}),
        (["wrzesień 2013", "grudzień 2013"], "listopad 2013", {NOVEMBER}),
        (["5 września 2013"], "9 listopada 2013", {NOVEMBER}),
        (["září 2013", "5. prosince 2013"], "listopad 2013", {NOVEMBER}),
        (["září 2013"], "v listopadu 2013", {NOVEMBER}),
        (["lipca 2013"], "lip 2013", {Meaning(MONTH, 7)}),
        (["srpnja 2013"], "lip 2013", {Meaning(MONTH, 6)}),
        (["mi 4", "do 5"], "so 8", {Meaning(WEEKDAY, 7)}),
        (["srp 2013"], "lip 2013", {Meaning(MONTH, 6)}),
        (["pá 3", "út 7"], "so 8", {Meaning(WEEKDAY, 6)}),
        # Nothing tells, the other names are of no language that has this one, or the text has several names.
        ([], "mar 3", set()),
        (["13/07/2022", "x", "3rd of the month"], "listopad 2013", set()),
        (["listopad 2012", "listopad 2011"], "listopad 2013", set()),
        (["listopada 2012"], "listopad 2013", set()),
        (["january 5", "february 7"], "listopad 2013", set()),
        (["lun 2", "mié 4"], "mar 3 ene", set()),
        (["lun 2", "mié 4"], "jue 5", set()),
        (["lun 2", "mié 4"], "x", set()),
    ],
)
def test_the_other_rows_say_what_a_name_means(others: list[str], text: str, meanings: set[Meaning]) -> None:
    for rows in itertools.permutations([*others, text]):
        assert infer(rows).meanings_of(text) == meanings


def test_the_languages_of_a_column_have_nearly_all_of_its_names() -> None:
    assert infer(["studeni 2013", "rujan 2013"]).languages == ("hr",)
    assert "es" in infer(["ene 5", "mar 3"]).languages
    assert infer(["13/07/2022", "x"]).languages == ()
    assert infer(["studeni 2013", "grudzień 2013"]).languages == ()


def test_one_row_among_many_says_nothing() -> None:
    assert infer([*["listopad 2013"] * 10, "rujan 2013"]).meanings_of("listopad 2013") == {OCTOBER}
    assert infer([*["listopad 2013"] * 30, "rujan 2013"]).meanings_of("listopad 2013") == set()


def test_a_few_names_of_other_languages_change_nothing() -> None:
    column = [*["rujan 2013", "studeni 2013"] * 20, "grudzień 2013"]
    assert infer(column).meanings_of("listopad 2013") == {OCTOBER}
    assert infer([*column, *["grudzień 2013"] * 5]).meanings_of("listopad 2013") == set()


ROWS = st.lists(
    st.sampled_from(
        ["mar 3", "lun 2", "ene 5", "lun 2 enero", "listopad 2013", "rujan 2013", "grudzień 2013", "so 9", "x", "2013"]
    ),
    max_size=10,
)


@given(ROWS, ROWS, ROWS, st.sampled_from(["mar 3", "listopad 2013", "so 9"]))
def test_parts_say_together_what_the_whole_column_says(a: list[str], b: list[str], c: list[str], text: str) -> None:
    whole, parts = infer([*a, *b, *c]), [infer(part) for part in (a, b, c)]
    assert sum(parts) == parts[0] + (parts[1] + parts[2]) == whole == Convention.from_json(sum(parts).to_json())
    assert sum(parts).meanings_of(text) == whole.meanings_of(text)
    assert sum(parts).languages == whole.languages


@given(st.lists(st.sampled_from(["mar 3", "mar 17", "x", "13", "2013-03-04", "3rd", "", "page 4"]), max_size=10))
def test_rows_without_other_names_say_nothing(column: list[str]) -> None:
    assert infer(column).meanings_of("mar 3") == set()


SPOKEN = {
    language: [names.split() for names in of_language.split(",")]
    for language, of_language in json.loads(LANGUAGE_NAMES.read_text(encoding="utf-8"))["names"].items()
}


@given(st.data(), st.sampled_from(sorted(SPOKEN)), st.sampled_from([MONTH, WEEKDAY]))
def test_no_column_of_one_language_loses_what_its_names_mean(data: st.DataObject, language: str, kind: str) -> None:
    names = [
        (name, meaning)
        for meaning, of_meaning in zip(MEANINGS, SPOKEN[language], strict=True)
        for name in of_meaning
        if meaning.kind == kind
    ]
    assume(names)
    drawn = data.draw(st.lists(st.tuples(st.sampled_from(names), st.integers(1, 28)), max_size=12))
    convention = infer([f"{name} {number}" for (name, _), number in drawn])
    for (name, meaning), number in drawn:
        left = convention.meanings_of(f"{name} {number}")
        assert not left or meaning in left


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (["jueves 5", "mar 3", "miércoles 4"], [None, None, None]),
        (["jan 2", "feb 17", "mar 3"], ["XXXX-01-02", "XXXX-02-17", "XXXX-03-03"]),
        (["rujan 2013", "listopad 2013", "Listopada 2013"], ["2013-09", "2013-10", "2013-10"]),
        (["5. rujna 2013.", "9 listopada 2013"], ["2013-09-05", "2013-10-09"]),
        (["grudzień 2013", "listopad 2013", "15. listopada"], ["2013-12", "2013-11", "XXXX-11-15"]),
        (["srpnja 2013", "lip 2013"], ["2013-07", "2013-06"]),
        (["listopad 2013", "Listopada 2013", "15. listopada"], ["2013-11", "2013-11", "XXXX-10-15"]),
        (["mar 3", "mar 2013", "page 3"], ["XXXX-03-03", "2013-03", None]),
    ],
)
def test_dates_are_read_in_the_language_of_their_column(
    column: list[str], values: list[str | None], dates: Normalizer
) -> None:
    results = dates.normalize_batch(column, "infer")
    assert [result.value for result in results] == values
    assert results == dates.normalize_batch(column, infer(column))
    assert not any(result.ambiguous for result in results)


def test_a_convention_shows_what_a_shared_name_means() -> None:
    assert "'mar' is weekday 2" in str(infer(["lun 2", "mar 3"]))
    assert "'listopad' is month 10" in str(infer(["rujan 2013", "listopad 2013"]))
    assert "'mar' may be month 3 or weekday 2" in str(infer(["lun 2", "ene 5", "mar 3"]))
    assert "mar" not in str(infer(["mar 3"]))


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.reading.languages, raise_on_error=True).attempted
