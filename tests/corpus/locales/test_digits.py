"""A locale has the digits of its script."""

import pytest

from datenorm.corpus.locales.digits import digits_of


@pytest.mark.parametrize(
    ("identifier", "written"),
    [
        ("hi", "२०१३"),
        ("hi_IN", "२०१३"),
        ("hi_Latn", "2013"),
        ("fa", "۲۰۱۳"),
        ("ar_EG", "٢٠١٣"),
        ("mn", "2013"),
        ("mn_Mong", "᠒᠐᠑᠓"),
        ("pl", "2013"),
    ],
)
def test_digits(identifier: str, written: str) -> None:
    assert "2013".translate(digits_of(identifier)) == written
