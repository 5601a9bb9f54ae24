import pytest

from datenorm.corpus.languages import spelled


@pytest.mark.parametrize(
    ("language", "day", "word"),
    [
        ("en", 21, "twenty-first"),
        ("de", 14, "vierzehnter"),
        ("es", 1, "primero"),
        ("pl", 22, "dwudziestego drugiego"),
        ("ru", 3, "третьего"),
        ("uk", 3, "третього"),
        ("hu", 6, "hatodika"),
        ("tr", 13, "on üç"),
        ("cs", 31, "třicátého prvního"),
        ("sl", 5, "petega"),
        ("he", 3, "השלישי"),
        ("he", 21, "העשרים ואחד"),
        ("hi", 1, "पहली"),
        ("ka", 17, "ჩვიდმეტი"),
    ],
)
def test_days_in_words(language: str, day: int, word: str) -> None:
    assert word in spelled.days(language)(day)


@pytest.mark.parametrize("language", sorted(spelled.PATTERNS))
def test_the_days_of_a_language_have_different_words(language: str) -> None:
    say = spelled.days(language)
    words = [word for day in range(1, 32) for word in set(say(day))]
    assert len(words) == len(set(words)) >= 31


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
    ],
)
def test_years_in_words(language: str, year: int, words: str) -> None:
    assert words in spelled.years(language)(year)
    assert spelled.years(language)(900) == ()
