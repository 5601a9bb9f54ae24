"""A Persian keyboard types Arabic in its own letters, which look the same."""

from datenorm.corpus.noise.keyboards import with_persian_keys


def test_persian_letters_and_digits_take_the_place_of_arabic_ones() -> None:
    assert with_persian_keys([("٣", ("day",)), (" ", ()), ("يوليو", ("month",)), (" ٢٠١٤", ("year",))]) == [
        ("۳", ("day",)),
        (" ", ()),
        ("یولیو", ("month",)),
        (" ۲۰۱۴", ("year",)),
    ]


def test_other_scripts_stay_as_they_are() -> None:
    assert with_persian_keys([("3 July", ("day",)), ("7月", ())]) == [("3 July", ("day",)), ("7月", ())]
