import numpy as np
import pytest

from datenorm.frames.task import CHARACTERS
from datenorm.frames.transcript import Seen, transcripts


def columns(*seen: dict[str, float]) -> np.ndarray:
    """Distributions, one for each column; what is left is for nothing."""
    array = np.zeros((len(seen), 1 + len(CHARACTERS)), np.float32)
    for row, shares in zip(array, seen, strict=True):
        for character, share in shares.items():
            row[1 + CHARACTERS.index(character)] = share
        row[0] = 1 - sum(shares.values())
    return array


def transcribe(array: np.ndarray) -> list[Seen]:
    """The most probable characters."""
    (path, _), *_ = transcripts(array)
    return path


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
    close = [{character: 0.95} for character in "2021"]
    assert text(*close, {"1": 0.95}, {"1": 0.9}) == "202111"
    assert text(*close, {"1": 0.95}, {"2": 0.9}) == "202112"


def test_equal_characters_much_closer_than_others_are_one() -> None:
    apart = [each for character in "2021" for each in ({character: 0.95}, {}, {})]
    assert text(*apart, {"1": 0.8}, {"1": 0.7}) == "20211"
    assert text(*apart, {"1": 0.95}, {}, {}, {"1": 0.9}) == "202111"


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


def test_a_faint_character_costs_less_than_one_that_is_missed() -> None:
    assert text({"1": 0.9}, {}, {}, {"7": 0.35}, {"7": 0.15}, {}, {":": 0.9}) == "17:"
    assert text({"1": 0.9}, {}, {}, {"7": 0.15}, {"7": 0.05}, {}, {":": 0.9}) == "1:"


def test_every_way_to_place_characters_has_its_share() -> None:
    ways = {
        "".join(each.character for each in path): share
        for path, share in transcripts(columns({"1": 0.9}, {}, {}, {"7": 0.4}, {}, {}, {":": 0.9}))
    }
    assert list(ways)[:2] == ["17:", "1:"]
    assert ways["17:"] / ways["1:"] == pytest.approx(1.7 * 0.4 / 0.6, rel=1e-4)
    assert sum(ways.values()) == pytest.approx(1)


def test_ways_are_different_and_the_most_probable_comes_first() -> None:
    rng = np.random.default_rng(0)
    array = rng.dirichlet(np.full(1 + len(CHARACTERS), 0.05), 5)
    array[:, 0] += 0.5
    array /= array.sum(axis=1, keepdims=True)
    ways = [("".join(each.character for each in path), share) for path, share in transcripts(array)]
    assert len(dict(ways)) == len(ways) > 3
    assert [share for _, share in ways] == sorted((share for _, share in ways), reverse=True)


def test_a_line_without_columns_or_characters_says_nothing() -> None:
    assert transcripts(columns({}, {})) == [([], 1.0)]
