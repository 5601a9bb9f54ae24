import itertools
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from datenorm.corpus.phrase import Choice, Piece, compose

PIECES = st.lists(
    st.tuples(
        st.text("ab3 \t\u202f.", max_size=5),
        st.sampled_from([(), ("hour",), ("minute",), ("hour", "minute")]),
    ),
    max_size=7,
)


# A piece of two fields, the first of which joins the piece before it.
JOINED: list[Piece] = [("3", ("hour", "minute")), ("3", ("hour", "minute"))]


def stated_characters(pieces: list[Piece], field: str) -> set[int]:
    """Which characters of the text state `field`, found character by character."""
    text = "".join(piece for piece, _ in pieces)
    dropped = len(text) - len(text.lstrip())
    stated, position = set(), -dropped
    for piece, fields in pieces:
        inner = [i for i, character in enumerate(piece) if not character.isspace() and character != "."]
        if field in fields and inner:
            stated |= {position + i for i in range(inner[0], inner[-1] + 1)}
        position += len(piece)
    return stated


@given(PIECES)
def test_the_text_is_the_stripped_join(pieces: list[Piece]) -> None:
    assert compose(pieces)[0] == "".join(piece for piece, _ in pieces).strip()


@example(JOINED)
@given(PIECES)
def test_spans_cover_just_the_pieces_without_their_rims(pieces: list[Piece]) -> None:
    _, spans = compose(pieces)
    for field in ("hour", "minute"):
        covered = [i for start, stop in spans.get(field, ()) for i in range(start, stop)]
        assert len(covered) == len(set(covered))
        assert set(covered) == stated_characters(pieces, field)


@given(PIECES)
def test_spans_lie_inside_and_start_and_end_in_neither_white_space_nor_a_full_stop(pieces: list[Piece]) -> None:
    text, spans = compose(pieces)
    for ranges in spans.values():
        assert ranges
        for start, stop in ranges:
            assert 0 <= start < stop <= len(text)
            assert not text[start].isspace()
            assert not text[stop - 1].isspace()
            assert "." not in (text[start], text[stop - 1])


@example(JOINED)
@given(PIECES)
def test_spans_of_a_field_come_in_order_and_never_touch(pieces: list[Piece]) -> None:
    _, spans = compose(pieces)
    for ranges in spans.values():
        for (_, stop), (start, _) in itertools.pairwise(ranges):
            assert stop < start


@pytest.mark.parametrize(
    ("pieces", "text", "spans"),
    [
        ([], "", {}),
        ([(" ", ("hour",))], "", {}),
        ([("8", ("hour",)), ("pm", ("hour",))], "8pm", {"hour": ((0, 3),)}),
        ([("8", ("hour",)), (" pm", ("hour",))], "8 pm", {"hour": ((0, 1), (2, 4))}),
        ([("  at ", ()), (" 8 ", ("hour",)), (" ", ())], "at  8", {"hour": ((4, 5),)}),
        (
            [("ten", ("minute",)), (" to", ("hour", "minute"))],
            "ten to",
            {"minute": ((0, 3), (4, 6)), "hour": ((4, 6),)},
        ),
        ([("8", ("hour",)), ("", ("hour",)), ("h", ("hour",))], "8h", {"hour": ((0, 2),)}),
    ],
)
def test_compose_joins_pieces_and_their_spans(
    pieces: list[Piece], text: str, spans: dict[str, tuple[tuple[int, int], ...]]
) -> None:
    assert compose(pieces) == (text, spans)


def test_pieces_may_come_from_an_iterator() -> None:
    assert compose(iter([("8", ("hour",))])) == ("8", {"hour": ((0, 1),)})


def test_choice_follows_its_weights() -> None:
    weights = {"a": 6, "b": 3.0, "c": 1, "never": 0}
    rng = random.Random(0)
    choose = Choice(weights)
    drawn = [choose(rng) for _ in range(20_000)]
    for item, weight in weights.items():
        assert drawn.count(item) / len(drawn) == pytest.approx(weight / 10, abs=0.015)  # over four deviations
    assert "never" not in drawn


@given(st.integers())
def test_choice_follows_its_seed_and_nothing_else(seed: int) -> None:
    choose = Choice(dict.fromkeys("abcdefgh", 1))
    rng = random.Random(seed)
    drawn = [choose(rng) for _ in range(20)]
    random.seed(7)
    rng = random.Random(seed)
    assert [choose(rng) for _ in range(20)] == drawn
