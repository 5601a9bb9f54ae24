import datetime as dt
import doctest

import pytest
from babel import Locale
from babel.dates import format_date

import datenorm.benchmark.samples
from datenorm.benchmark.samples import LANGUAGES, column, write
from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_written_as_cldr_writes_them(language: str) -> None:
    months = Locale.parse(language).months["format"]
    for month in range(1, 13):
        date = dt.date(1979, month, 3)
        long = format_date(date, "long", locale=language)
        assert canonicalize(write(date, language, LANGUAGES[language].patterns[0])) == canonicalize(long)
        assert write(date, language, "{MMM}") == months["abbreviated"][month]


def test_a_column_is_distinct_and_of_its_seed() -> None:
    pairs = column(5000)
    assert len(pairs) == len({text for text, _ in pairs}) == 5000
    assert column(5000) == pairs != column(5000, seed=1)
    assert all(DATE.is_valid(value) and len(canonicalize(text)) <= DATE.Tx for text, value in pairs)


def test_a_column_has_all_its_languages_and_no_other() -> None:
    texts = [text for text, _ in column(60_000)]
    for language, names in LANGUAGES.items():
        written = {write(dt.date(year, 5, 3), language, names.patterns[0]) for year in range(1900, 2100)}
        assert written & set(texts), language
    assert all(text.isascii() for text, _ in column(2000, ["en"]))


def test_each_string_means_its_date() -> None:
    for text, value in column(300, ["ko"]):
        numbers = [int(number) for number in "".join(c if c.isdigit() else " " for c in text).split()]
        assert dt.date(*numbers).isoformat() == value


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.benchmark.samples, raise_on_error=True).attempted
