import numpy as np

from datenorm.frames.task import CHARACTERS
from datenorm.frames.transcript import transcribe


def columns(*seen: dict[str, float]) -> np.ndarray:
    """Distributions, one for each column; what is left is for nothing."""
    array = np.zeros((len(seen), 1 + len(CHARACTERS)), np.float32)
    for row, shares in zip(array, seen, strict=True):
        for character, share in shares.items():
            row[1 + CHARACTERS.index(character)] = share
        row[0] = 1 - sum(shares.values())
    return array


def text(*seen: dict[str, float]) -> str:
    return "".join(each.character for each in transcribe(columns(*seen)))


def test_a_column_without_a_character_says_nothing() -> None:
    assert transcribe(columns({}, {"1": 0.3}, {})) == []
    assert text({}, {"1": 0.9}, {}, {":": 0.8}) == "1:"


def test_a_character_between_two_columns_is_one() -> None:
    (seen,) = transcribe(columns({}, {"8": 0.4}, {"8": 0.45}, {}))
    assert seen.character == "8"
    assert 1.4 < seen.column < 1.6
    np.testing.assert_allclose(seen.probabilities[CHARACTERS.index("8")], 0.85, atol=1e-6)


def test_a_strong_column_and_the_weak_edge_of_the_same_character_are_one() -> None:
    assert text({"8": 0.85}, {"8": 0.12}) == "8"


def test_equal_characters_in_adjacent_columns_are_two() -> None:
    assert text({"1": 0.95}, {"1": 0.9}) == "11"
    assert text({"1": 0.95}, {"2": 0.9}) == "12"


def test_a_wide_sign_is_one() -> None:
    assert text({"1": 0.9}, {}, {"-": 0.9}, {"-": 0.9}, {}, {"2": 0.9}) == "1-2"
    assert text({":": 0.9}, {}, {":": 0.9}, {"2": 0.9}) == ":2"
    assert text({"-": 0.9}, {}, {}, {"-": 0.9}) == "--"


def test_the_last_column_can_hold_a_character() -> None:
    assert text({}, {"7": 0.9}) == "7"
    assert text({"7": 0.9}) == "7"


def test_the_distributions_are_kept() -> None:
    (seen,) = transcribe(columns({"8": 0.6, "B": 0.3}))
    assert seen.probabilities[CHARACTERS.index("B")] == np.float32(0.3)
    assert seen.probabilities.sum() <= 1
