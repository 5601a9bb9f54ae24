import json

from datenorm.core.locale_orders import LOCALE_ORDERS, order_of_locale
from datenorm.corpus.locales.chooser import identifiers
from datenorm.corpus.locales.forms import forms
from datenorm.corpus.locales.orders import locale_orders


def test_the_table_that_ships_is_what_the_corpus_says() -> None:
    assert json.loads(LOCALE_ORDERS.read_text(encoding="utf-8")) == locale_orders()


def test_every_locale_of_babel_has_the_order_that_the_corpus_writes() -> None:
    assert {name: order_of_locale(name) for name in identifiers()} == {
        name: forms(name).order for name in identifiers()
    }
