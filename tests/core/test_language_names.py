import doctest

import datenorm.core.language_names
from datenorm.core.language_names import LANGUAGE_NAMES, MONTH, WEEKDAY, Meaning, is_shared, meanings_of, names_in


def test_a_name_means_what_its_languages_say() -> None:
    assert meanings_of("mar")["es"] == {Meaning(MONTH, 3), Meaning(WEEKDAY, 2)}
    assert meanings_of("listopadu") == {"cs": {Meaning(MONTH, 11)}, "hr": {Meaning(MONTH, 10)}}
    assert meanings_of("x") == {}
    assert is_shared("so")
    assert not is_shared("miércoles")
    assert not is_shared("x")


def test_names_are_whole_words() -> None:
    assert names_in("mar, 3/listopada-x marching 4mar") == ["mar", "listopada", "mar"]


def test_the_table_is_small() -> None:
    assert LANGUAGE_NAMES.stat().st_size < 30_000


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.language_names, raise_on_error=True).attempted
