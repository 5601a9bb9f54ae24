import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from datenorm.core.encoding import (
    IGNORED,
    EncodedPairs,
    encode_machines,
    encode_spans,
    length_buckets,
    one_hot,
    preprocess_data,
)
from datenorm.core.forms import Field
from datenorm.core.moments import RANGE, Moment
from datenorm.core.spans import Pair
from datenorm.core.tags import UNKNOWN as UNKNOWN_TAGS
from datenorm.core.tasks import MOMENT, TIME
from datenorm.core.vocab import PAD, UNKNOWN, Vocab

# A different size on every axis: 2 pairs, Tx 11, 13 human symbols, Ty 3, 5 machine symbols.
HUMAN = Vocab.of("0123456789 ")
MACHINE = Vocab.of("1234:", specials=())
PAIRS = [("３１\u202f x ", "3:1"), ("1 2 3 4 5 6", "444")]
TX, TY = 11, 3


def test_arrays_have_the_documented_shapes_and_types() -> None:
    X, Y, Xoh, Yoh = preprocess_data(PAIRS, HUMAN, MACHINE, TX, TY)
    assert [array.shape for array in (X, Y, Xoh, Yoh)] == [(2, 11), (2, 3), (2, 11, 13), (2, 3, 5)]
    assert [array.dtype for array in (X, Y, Xoh, Yoh)] == [np.int32, np.int32, np.float32, np.float32]


def test_ids_spell_the_canonical_pairs() -> None:
    X, Y, _, _ = preprocess_data(PAIRS, HUMAN, MACHINE, TX, TY)
    assert [[list(HUMAN)[i] for i in row] for row in X] == [["3", "1", " ", UNKNOWN, *[PAD] * 7], list("1 2 3 4 5 6")]
    assert [[list(MACHINE)[i] for i in row] for row in Y] == [list("3:1"), list("444")]


def test_one_hot_rows_hold_one_one_at_the_id() -> None:
    X, Y, Xoh, Yoh = preprocess_data(PAIRS, HUMAN, MACHINE, TX, TY)
    for ids, codes in ((X, Xoh), (Y, Yoh)):
        assert set(np.unique(codes)) == {0.0, 1.0}
        assert (codes.sum(axis=-1) == 1).all()
        assert (codes.argmax(axis=-1) == ids).all()


def test_no_pairs_give_empty_arrays() -> None:
    shapes = [array.shape for array in preprocess_data([], HUMAN, MACHINE, TX, TY)]
    assert shapes == [(0, 11), (0, 3), (0, 11, 13), (0, 3, 5)]


@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), max_size=5))
def test_one_hot_of_any_shape(rows: list[list[int]]) -> None:
    ids = np.array(rows, np.int32).reshape(-1, 2)
    codes = one_hot(ids, 7)
    assert codes.shape == (*ids.shape, 7)
    assert (codes @ np.arange(7) == ids).all()


def test_text_of_more_than_tx_characters_is_refused() -> None:
    with pytest.raises(ValueError, match=r"at most 11 characters. Received: 12"):
        preprocess_data([("1" * 12, "111")], HUMAN, MACHINE, TX, TY)
    preprocess_data([("  " + "1" * 11 + "\n", "111")], HUMAN, MACHINE, TX, TY)


@pytest.mark.parametrize("machine", ["", "11", "1111", "115", "1 1", "11\n"])
def test_odd_machine_strings_are_refused(machine: str) -> None:
    with pytest.raises(ValueError, match="3 known characters") as caught:
        encode_machines(["111", machine], MACHINE, TY)
    assert repr(machine) in str(caught.value)


@given(st.integers(1, 60).flatmap(lambda Tx: st.tuples(st.just(Tx), st.lists(st.integers(0, Tx)))))
def test_each_string_goes_once_into_the_smallest_bucket_that_holds_it(drawn: tuple[int, list[int]]) -> None:
    Tx, lengths = drawn
    buckets = list(length_buckets(np.array(lengths, np.int64), Tx))
    edges = [edge for edge, _ in length_buckets(np.arange(Tx + 1), Tx)]  # every bucket there is
    assert edges[-1] == Tx
    assert sorted(i for _, indices in buckets for i in indices) == list(range(len(lengths)))
    assert [edge for edge, _ in buckets] == sorted({edge for edge, _ in buckets})
    for edge, indices in buckets:
        assert indices.size
        for i in indices:
            assert edge == min(other for other in edges if other >= lengths[i])


def test_stated_characters_are_packed_bits() -> None:
    fields = (Field("hour", 0, 2), Field("minute", 3, 5))
    spans = [{"minute": ((0, 2), (9, 11))}, {}, {"hour": ((3, 4),), "other": ((0, 9),)}]
    packed = encode_spans(spans, fields, 11)
    assert (packed.shape, packed.dtype) == ((3, 2, 2), np.uint8)
    stated = np.unpackbits(packed, axis=-1, count=11)
    expected = np.zeros((3, 2, 11))
    expected[0, 1, [0, 1, 9, 10]] = expected[2, 0, 3] = 1
    np.testing.assert_array_equal(stated, expected)


def test_rows_know_the_range_before_them_and_what_has_no_machine_string() -> None:
    start, end = Moment(form=RANGE, hour="05").to_machine(), Moment(hour="07").to_machine()
    pairs = [
        Pair("5-7", start, {}),
        Pair("\x045-7", end, {}),
        Pair("\x045-7", end, {}),
        Pair("on", "", {"hour": ((0, 1),)}),
        Pair("\x01\x045-7", end, {}),
    ]
    machine_vocab = Vocab.of(MOMENT.alphabet, specials=())
    encoded = EncodedPairs.encode(pairs, HUMAN, machine_vocab, MOMENT)
    assert encoded.follows.tolist() == [False, True, False, False, False]
    assert (encoded.machine_ids[3] == IGNORED).all()
    assert not encoded.states[3].any()
    assert (np.delete(encoded.machine_ids, 3, axis=0) >= 0).all()
    assert not encoded.stated[3].any()
    assert encoded.tags.shape == (5, MOMENT.Tx)
    assert (encoded.tags[3] == UNKNOWN_TAGS).all()


def test_times_have_neither_tags_nor_ranges() -> None:
    encoded = EncodedPairs.encode([Pair("ten", "10:00", {})] * 2, HUMAN, Vocab.of(TIME.alphabet, specials=()), TIME)
    assert encoded.tags.shape == (2, 0)
    assert not encoded.follows.any()
