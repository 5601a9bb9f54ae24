"""Locale orders: the table that the runtime reads where the corpus asks Babel.

`python -m datenorm.corpus.locales.orders` writes it again.
"""

import json

from babel.core import get_cldr_version

from datenorm.core.locale_orders import LOCALE_ORDERS
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.locales.forms import forms


def locale_orders() -> dict[str, str | dict[str, str]]:
    """The version of CLDR that Babel brings, and order -> its locales, separated by spaces.

    A locale is left out where a shorter name, which its own begins with, has the same order.
    """
    orders = {identifier.lower(): forms(identifier).order for identifier in identifiers()}
    # zh_HK, where Babel has zh_Hans_HK and zh_Hant_HK, if all scripts agree.
    by_region: dict[str, set[str]] = {}
    for identifier, order in orders.items():
        language, script, region = [*identifier.split("_"), "", ""][:3]
        if len(script) == 4 and region:
            by_region.setdefault(f"{language}_{region}", set()).add(order)
    orders = {name: min(found) for name, found in by_region.items() if len(found) == 1} | orders
    own = {name: order for name, order in orders.items() if _inherited(name, orders) != order}
    locales = {order: " ".join(sorted(name for name in own if own[name] == order)) for order in sorted({*own.values()})}
    return {"cldr": get_cldr_version(), "orders": locales}


def _inherited(name: str, orders: dict[str, str]) -> str | None:
    shorter = name.rpartition("_")[0]
    return (orders.get(shorter) or _inherited(shorter, orders)) if shorter else None


if __name__ == "__main__":
    LOCALE_ORDERS.write_text(json.dumps(locale_orders(), indent=2) + "\n", encoding="utf-8")
