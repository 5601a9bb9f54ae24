"""The vocabulary holds what dates are written with."""

from datenorm.core.canonical import canonicalize
from datenorm.corpus.dates.characters import human_characters
from datenorm.corpus.phrase import Example


def test_the_vocabulary_holds_every_character(written: list[Example]) -> None:
    characters = human_characters()
    assert list(characters) == sorted(set(characters))
    assert len(characters) < 2_500
    seen = {character for example in written[:40_000] for character in canonicalize(example.human)}
    assert seen <= set(characters)
