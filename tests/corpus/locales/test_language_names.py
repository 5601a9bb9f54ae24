import json

import pytest
from babel.core import get_cldr_version

from datenorm.core.language_names import LANGUAGE_NAMES, MONTH, Meaning, is_shared, meanings_of
from datenorm.corpus.locales.language_names import language_names

SHIPPED = json.loads(LANGUAGE_NAMES.read_text(encoding="utf-8"))


def test_the_table_that_ships_is_what_its_version_of_cldr_and_the_languages_say() -> None:
    if get_cldr_version() != SHIPPED["cldr"]:
        pytest.fail(f"expected CLDR {SHIPPED['cldr']}. Received: {get_cldr_version()}. pip install -e '.[test]'")
    assert language_names() == SHIPPED, "write it again: python -m datenorm.corpus.locales.language_names"


def test_each_language_has_a_shared_name() -> None:
    for language, names in SHIPPED["names"].items():
        assert any(is_shared(name) for name in names.replace(",", " ").split()), language


def test_inflected_names_are_in_it() -> None:
    for name in ("listopad", "listopada", "listopadu"):
        assert meanings_of(name)["hr"] == {Meaning(MONTH, 10)}
    for name in ("listopad", "listopada", "listopadzie"):
        assert meanings_of(name)["pl"] == {Meaning(MONTH, 11)}
