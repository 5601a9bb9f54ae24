"""Forms hold exactly the strings of their products."""

import doctest
import itertools

import datenorm.core.forms
from datenorm.core.forms import Field, Form, fields, numbers

TOY = Form(fields(("a", 1), ("b", 2)), ((("a", "b"), ("cc",)), (("dd",), ("a",))), impossible=((("aa", "ac"), ("c",)),))


def strings_up_to(length: int) -> list[str]:
    return ["".join(text) for n in range(length + 1) for text in itertools.product("abcd", repeat=n)]


def test_a_union_of_products_has_no_mixtures_of_them() -> None:
    assert {text for text in strings_up_to(4) if TOY.is_valid(text)} == {"acc", "bcc", "dda"}


def test_a_valid_string_is_not_impossible() -> None:
    assert [text for text in strings_up_to(4) if TOY.is_impossible(text)] == ["aac"]


def test_strings_that_are_not_valid_are_found_among_many() -> None:
    texts = ["".join(text) for text in itertools.product("abcd", repeat=TOY.Ty)]
    assert TOY.where_invalid(texts) == [i for i, text in enumerate(texts) if not TOY.is_valid(text)]


def test_the_alphabet_has_each_character_of_the_valid_strings_once() -> None:
    assert (TOY.alphabet, TOY.Ty) == ("abcd", 3)


def test_fields_follow_one_another() -> None:
    assert TOY.fields == (Field("a", 0, 1), Field("b", 1, 3))


def test_numbers_have_leading_zeros() -> None:
    assert numbers(9, 11, width=3) == ("009", "010")


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.forms, raise_on_error=True).attempted
