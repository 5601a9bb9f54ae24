"""Locale orders: the order of each locale, however it is spelled."""

import doctest

import pytest

import datenorm.core.locale_orders
from datenorm.core.locale_orders import order_of_locale


@pytest.mark.parametrize(
    ("locale", "order"),
    [
        *[("en_US", "MDY"), ("en-us", "MDY"), ("EN_us", "MDY"), ("en_US.UTF-8", "MDY"), ("en", "MDY")],
        *[("en_GB", "DMY"), ("en-AU", "DMY"), ("de", "DMY"), ("de_DE@euro", "DMY"), ("fr_FR", "DMY")],
        *[("sv_SE", "YMD"), ("ja", "YMD"), ("zh-Hant-TW", "YMD"), ("hu", "YMD")],
        # A region without its script, a region that CLDR lacks, subtags without a meaning for dates.
        *[("zh_HK", "DMY"), ("zh_TW", "YMD"), ("de_JP", "DMY"), ("en_XX", "MDY"), ("en-US-x-private", "MDY")],
    ],
)
def test_a_locale_has_its_order(locale: str, order: str) -> None:
    assert order_of_locale(locale) == order


@pytest.mark.parametrize("locale", ["", "xx", "xx_US", "english", "C", "POSIX", "_US", "deutsch", "ＥＮ"])
def test_an_unknown_locale_is_refused_with_what_would_be_right(locale: str) -> None:
    with pytest.raises(ValueError, match=r"such as en_US, .*Received: ") as caught:
        order_of_locale(locale)
    assert repr(locale) in str(caught.value)


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.locale_orders, raise_on_error=True).attempted
