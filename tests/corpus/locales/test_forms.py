"""A locale writes CLDR's patterns and the phrases of its language, where they suit its script and its readers."""

import pytest

from datenorm.corpus.languages.load import load
from datenorm.corpus.locales.forms import forms, phrases_in_words
from datenorm.corpus.patterns.shared import IN_WORDS


@pytest.mark.parametrize(
    ("identifier", "suit"),
    [
        ("sr_Latn", True),
        ("sr", False),
        ("sr_Cyrl_RS", False),
        ("pl", True),
        ("zh_Hant", True),
        ("yue_Hans", True),
        ("uz_Arab", False),
    ],
)
def test_phrases_are_written_in_their_own_script(identifier: str, suit: bool) -> None:
    assert bool(forms(identifier).phrases) is suit


def test_whole_dates_and_parts_are_apart() -> None:
    german = forms("de")
    assert all(pattern.full for pattern in german.full + german.phrases)
    assert not any(pattern.full for pattern in german.partial + german.partial_phrases)
    assert "{d}. {MMMM} {y}" in {pattern.text for pattern in german.phrases}


def test_months_are_words_or_numbers() -> None:
    assert {name: forms(name).spelled for name in ("en", "ar_SY", "zh", "vi", "ko")} == {
        "en": True,
        "ar_SY": True,
        "zh": False,
        "vi": False,
        "ko": False,
    }


def test_a_short_year_beside_a_name_is_of_no_other_calendar() -> None:
    assert not any("yy" in pattern.slots for pattern in forms("th").full if "MMM" in pattern.slots)


def test_a_number_alone_is_no_quarter() -> None:
    slots = {pattern.text for pattern in forms("trv").partial}
    assert "{y} {Q}" not in slots
    assert any("{QQQ" in text for text in slots)


def test_days_in_words_are_put_into_any_order_where_months_are_words() -> None:
    assert phrases_in_words(load("pl"))[-len(IN_WORDS) :] == IN_WORDS
    assert phrases_in_words(load("ko")) == load("ko").phrases_in_words
    assert phrases_in_words(load("zh")) == ()


def test_the_order_of_numbers_is_that_of_the_region() -> None:
    assert [forms(name).order for name in ("en", "en_GB", "de", "hu")] == ["MDY", "DMY", "DMY", "YMD"]
