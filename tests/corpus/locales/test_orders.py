import json

import pytest
from babel.core import get_cldr_version

from datenorm.core.locale_orders import LOCALE_ORDERS, order_of_locale
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.locales.orders import locale_orders

SHIPPED = json.loads(LOCALE_ORDERS.read_text(encoding="utf-8"))


def require_cldr_of_the_table() -> None:
    if get_cldr_version() != SHIPPED["cldr"]:
        pytest.fail(
            f"expected a Babel with CLDR {SHIPPED['cldr']}, which wrote {LOCALE_ORDERS.name}. Received: CLDR "
            f"{get_cldr_version()}. Install the Babel that setup.cfg asks for: pip install -e '.[test]'. To move to "
            "another CLDR, write the table again: python -m datenorm.corpus.locales.orders",
            pytrace=False,
        )


def test_the_table_that_ships_is_what_its_version_of_cldr_says() -> None:
    require_cldr_of_the_table()
    assert locale_orders() == SHIPPED


def test_every_locale_of_babel_has_the_order_that_the_corpus_writes() -> None:
    require_cldr_of_the_table()
    assert {name: order_of_locale(name) for name in identifiers()} == {
        name: forms(name).order for name in identifiers()
    }


def test_another_version_of_cldr_fails_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHIPPED, "cldr", "12")
    with pytest.raises(pytest.fail.Exception, match=r"expected a Babel with CLDR 12.*Received: CLDR.*pip install"):
        require_cldr_of_the_table()
