"""Names belong to the months that most readers take them for."""

from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.names import month_of, weight_as_month, words_of


def test_a_name_that_means_two_months_belongs_to_the_language_that_is_written_more():
    assert month_of("listopada") == 11
    assert "listopada" not in words_of("hr", "").months["MMMM"][9]
    assert "listopada" in words_of("hr", "day").months["MMMM"][9]


def test_what_larger_languages_put_before_a_year_is_no_months_name():
    months = words_of("mas", "").months
    assert all(name.strip(".").lower() != "rok" for slot in months.values() for name in slot[5])
    assert months["MMM"][5]


def test_other_names_are_those_of_the_locales_script():
    assert "јануара" in words_of("sr", "").months["MMMM"][0]
    assert "januara" in words_of("sr_Latn", "").months["MMMM"][0]
    assert "januara" not in words_of("sr_Cyrl", "").months["MMMM"][0]


def test_a_name_in_any_order_has_no_article():
    assert "de gener" in words_of("ca", "").months["MMMM"][0]
    assert "gener" in words_of("ca", "").months["month"][0]
    assert "de gener" not in words_of("ca", "").months["month"][0]


def test_a_mark_of_an_era_that_is_read_as_anothers_is_left_out():
    assert words_of("en", "").era == "AD"
    assert words_of("am", "").era == ""


def test_english_has_more_abbreviations_of_weekdays():
    assert "Tues" in words_of("en", "").weekdays["EEE"][1]


def test_a_name_weighs_what_the_largest_language_weighs_that_calls_a_month_so():
    assert weight_as_month("Mar.") == load("en").weight
    assert 0 < weight_as_month("sun") < load("sv").weight
    assert weight_as_month("Friday") == 0
