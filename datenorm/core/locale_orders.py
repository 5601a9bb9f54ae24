"""Locale orders: whether a locale writes day, month or year first in its all-number dates."""

import functools
import json
import re

from datenorm.core.package import PACKAGE

LOCALE_ORDERS = PACKAGE / "core" / "locale_orders.json"
"""The version of CLDR, and order -> its locales, separated by spaces; `datenorm.corpus.locales.orders` writes it."""


def order_of_locale(locale: str) -> str:
    """The order of a locale's all-number dates: `DMY`, `MDY` or `YMD`.

    >>> order_of_locale("en_US"), order_of_locale("en-gb"), order_of_locale("sv_SE.UTF-8")
    ('MDY', 'DMY', 'YMD')

    Args:
        locale: A language, and optionally a script and a region, joined by `_` or `-`, in any case. An unknown region
            is ignored: `de_JP` has the order of `de`.

    Raises:
        ValueError: The language is unknown.
    """
    subtags = re.split("[_-]", re.split("[.@]", locale.lower())[0])
    known = _locale_orders()
    for length in range(len(subtags), 0, -1):
        order = known.get("_".join(subtags[:length]))
        if order:
            return order
    raise ValueError(
        f"expected a locale whose language CLDR knows, such as en_US, en-GB, de or zh_Hant_TW. Received: {locale!r}"
    )


@functools.cache
def _locale_orders() -> dict[str, str]:
    orders = json.loads(LOCALE_ORDERS.read_text(encoding="utf-8"))["orders"]
    return {locale: order for order, locales in orders.items() for locale in locales.split()}
