"""Names belong to the months that most readers take them for."""

from datenorm.corpus.locales.forms import forms
from datenorm.corpus.locales.names import month_of, words_of


def test_a_name_that_means_two_months_belongs_to_the_language_that_is_written_more():
    assert month_of("listopada") == 11
    assert "listopada" not in words_of("hr", "").months["MMMM"][9]
    assert "listopada" in words_of("hr", "day").months["MMMM"][9]


def test_what_larger_languages_put_before_a_year_is_no_months_name():
    months = words_of("mas", "").months
    assert all(name.strip(".").lower() != "rok" for slot in months.values() for name in slot[5])
    assert months["MMM"][5]


def test_a_quarter_that_is_a_number_alone_is_none_to_readers():
    slots = {pattern.text for pattern in forms("trv").partial}
    assert "{y} {Q}" not in slots
    assert any("{QQQ" in text for text in slots)
