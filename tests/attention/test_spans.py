"""Spans from attention: whole words, single digits, and no character for two fields."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.attention.spans import from_attention

UNSTATED = dict.fromkeys(("year", "month", "day"), -1)
"""Values that are no number in the texts."""


def attended(text: str, **parts: str) -> dict[str, np.ndarray]:
    """The attention of each field: on the digits and the upper-case characters of its part."""
    found = {}
    for field, part in parts.items():
        weights = np.full(len(text), 0.001)
        start = text.index(part.lower())
        attended_to = [start + i for i, character in enumerate(part) if character.isupper() or character.isdigit()]
        weights[attended_to] = 1 / len(attended_to)
        found[field] = weights
    return found


@pytest.mark.parametrize(
    ("text", "parts", "stated"),
    [
        ("3 sept. 1979", {"day": "3", "month": "SepT", "year": "1979"}, {"day": "3", "month": "sept", "year": "1979"}),
        ("20130215", {"year": "2013", "month": "02", "day": "15"}, {"year": "2013", "month": "02", "day": "15"}),
        ("vinte e um de maio", {"day": "VInte E Um", "month": "MAio"}, {"day": "vinte e um", "month": "maio"}),
        ("3 a.m. may", {"day": "3", "month": "a.M"}, {"day": "3", "month": "a.m"}),
        ("in may '79", {"month": "MAY", "year": "79"}, {"month": "may", "year": "79"}),
        ("2013 and so on", {"year": "2013"}, {"year": "2013"}),
    ],
)
def test_a_field_gets_whole_words_and_single_digits(text: str, parts: dict[str, str], stated: dict[str, str]) -> None:
    spans = from_attention(text, attended(text, **parts), UNSTATED)
    assert {field: text[start:stop] for field, ((start, stop),) in spans.items()} == stated


@pytest.mark.parametrize("text", ["2013年2月15日", "二月十五日"])
def test_a_field_gets_single_characters_of_a_script_without_spaces(text: str) -> None:
    month = text.index("月") - 1
    weights = np.eye(len(text))[month]
    assert from_attention(text, {"month": weights}, UNSTATED) == {"month": ((month, month + 1),)}


@given(st.text(st.sampled_from("a1 .-'月é/"), min_size=1, max_size=12), st.integers(0, 2**32))
def test_no_character_states_two_fields(text: str, seed: int) -> None:
    weights = np.random.default_rng(seed).dirichlet(np.full(len(text), 0.3), size=2)
    spans = from_attention(text, {"day": weights[0], "month": weights[1]}, UNSTATED)
    owned = [i for ranges in spans.values() for start, stop in ranges for i in range(start, stop)]
    assert len(owned) == len(set(owned))
    assert all(0 <= i < len(text) for i in owned)


def test_a_number_that_is_the_value_of_one_field_goes_to_no_other() -> None:
    text = "9/11/06"
    weights = {"day": np.array([0.3, 0, 0.4, 0.3, 0, 0, 0]), "month": np.array([0.6, 0, 0.2, 0.2, 0, 0, 0])}
    assert from_attention(text, weights, {"day": 9, "month": 11}) == {"day": ((0, 1),), "month": ((2, 4),)}
    assert from_attention(text, weights, UNSTATED) == {"month": ((0, 1),), "day": ((2, 4),)}
    year = {"day": weights["day"], "year": np.array([0.5, 0, 0, 0, 0, 0.2, 0.3])}
    assert from_attention(text, year, {"day": 9, "year": 2006})["year"] == ((5, 7),)


def test_an_unread_field_has_no_span() -> None:
    assert from_attention("may", {}, {}) == {}
