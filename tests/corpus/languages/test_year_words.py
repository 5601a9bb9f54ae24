"""Years in words are said as their language says them."""

import pytest

from datenorm.corpus.languages.load import codes, load
from datenorm.corpus.languages.year_words import RULES, years


@pytest.mark.parametrize(
    ("language", "year", "words"),
    [
        ("en", 1987, "nineteen eighty-seven"),
        ("de", 2015, "zweitausendfünfzehn"),
        ("pt", 2013, "dois mil e treze"),
        ("ru", 2013, "две тысячи тринадцатого"),
        ("sv", 2013, "tjugohundratretton"),
        ("sv", 2022, "tjugotjugotvå"),
        ("de", 2003, "zwei tausend drei"),
        ("ar", 2010, "ألفين وعشرة"),
        ("cy", 2021, "dwy fil dau ddeg un"),
        ("cy", 1995, "mil naw naw pump"),
        ("hi", 1990, "उन्नीस सौ नब्बे"),
        ("mr", 1961, "एकोणीसशे एकसष्ट"),
        ("vi", 2009, "hai ngàn linh chín"),
        ("vi", 2023, "hai không hai ba"),
        ("tr", 1987, "bin dokuz yüz seksen yedi"),
        ("tr", 2003, "iki bin üç"),
    ],
)
def test_a_year_in_words(language: str, year: int, words: str) -> None:
    assert words in years(language)(year)


def test_nobody_spells_out_a_year_outside_1500_to_2100() -> None:
    assert years("en")(1499) == years("en")(2101) == ()
    assert years("en")(1500)
    assert years("en")(2100)


def test_a_language_without_a_rule_spells_out_no_year() -> None:
    assert years("ka")(1979) == ()


def test_every_rule_is_named_by_a_language() -> None:
    assert {load(code).year_words for code in codes()} == {*RULES, ""}


def test_an_unknown_rule_is_refused_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RULES, "Welsh")
    with pytest.raises(ValueError, match=r"cy\.toml: year_words: expected one of cardinal, .*Received: 'Welsh'"):
        years.__wrapped__("cy")
