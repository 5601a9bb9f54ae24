"""Names of months and weekdays are known in all languages, and what is said beside them."""

import pytest

from datenorm.corpus.negatives.date_words import fillers, months_by_word, weekday_words, words_in


@pytest.mark.parametrize(
    ("word", "month"), [("may", 5), ("março", 3), ("октября", 10), ("brumaire", None), ("październik", 10)]
)
def test_a_months_name_means_its_month(word: str, month: int | None) -> None:
    assert (month in months_by_word()[word]) if month else (word not in months_by_word())


def test_a_name_can_mean_months_of_several_languages() -> None:
    assert {10, 11} <= months_by_word()["listopad"]  # Croatian and Polish


def test_an_english_weekday_is_no_months_name() -> None:
    assert months_by_word().keys().isdisjoint({"monday", "mon", "sun", "sat"})


def test_weekdays_of_all_scripts_are_known() -> None:
    assert {"monday", "dienstag", "среда", "木曜日"} <= weekday_words()


def test_single_latin_letters_are_no_names() -> None:
    assert not any(len(word) == 1 and word.isascii() for word in weekday_words() | months_by_word().keys())


def test_fillers_are_spelled_days_and_what_joins_them() -> None:
    assert {"second", "twentieth", "twelve", "the", "del"} <= fillers()
    assert "page" not in fillers()


def test_words_are_what_spaces_digits_and_punctuation_leave() -> None:
    assert words_in("3rd of may, 2013-x") == ["rd", "of", "may", "x"]
