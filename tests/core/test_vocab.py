"""Vocab: symbols to ids and back, and the refusal of damaged files."""

import concurrent.futures
import doctest
import json
import string
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import datenorm.core.vocab
from datenorm.core.vocab import PAD, UNKNOWN, Vocab, read_vocabs, write_vocabs

CHARACTERS = " .:0123456789abcdefü時😀"
VOCAB = Vocab.of(CHARACTERS)
MACHINE = Vocab.of("0123456789:", specials=())


def naive_ids(vocab: Vocab, text: str, length: int) -> list[int]:
    ids = [vocab[character] if character in vocab else vocab[UNKNOWN] for character in text]
    return ids + [vocab[PAD]] * (length - len(ids))


@given(st.lists(st.text(st.characters(), max_size=9)), st.integers(9, 12))
def test_encode_batch_agrees_with_a_loop_over_characters(texts: list[str], length: int) -> None:
    ids = VOCAB.encode_batch(texts, length)
    assert ids.dtype == np.int32
    assert ids.shape == (len(texts), length)
    assert ids.tolist() == [naive_ids(VOCAB, text, length) for text in texts]


@given(st.text(CHARACTERS, max_size=12))
def test_decode_undoes_encode(text: str) -> None:
    assert VOCAB.decode(VOCAB.encode_batch([text], 12)[0]) == text


@given(st.permutations(range(len(CHARACTERS) + 2)), st.text(CHARACTERS + "ЖÿZ\ud834", max_size=8))
def test_ids_may_be_in_any_order(ids: list[int], text: str) -> None:
    vocab = Vocab(dict(zip([UNKNOWN, *CHARACTERS, PAD], ids, strict=True)))
    assert vocab.encode_batch([text], 9).tolist() == [naive_ids(vocab, text, 9)]


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_extended_vocabulary_keeps_its_ids(characters: str, more: str) -> None:
    vocab = Vocab.of(characters)
    extended = vocab.extended(more)
    assert extended.keys() == vocab.keys() | set(more)
    assert list(extended)[: len(vocab)] == list(vocab)
    assert extended.extended(more) == extended


def test_each_unknown_character_is_one_unk() -> None:
    unknown, pad = VOCAB[UNKNOWN], VOCAB[PAD]
    assert VOCAB.encode_batch(["zaZ"], 5).tolist() == [[unknown, VOCAB["a"], unknown, pad, pad]]


def test_words_break_at_all_symbols_but_letters_marks_and_unk() -> None:
    vocab = Vocab.of("aé月ा7 .'", specials=("<DMY>", UNKNOWN, PAD))
    assert vocab.decode(set(vocab.values()) - set(vocab.word_breaks())) == f"aéा月{UNKNOWN}"


def test_specials_are_never_read_from_text() -> None:
    assert VOCAB[PAD] not in VOCAB.encode_batch([PAD], len(PAD))


def test_no_texts_and_empty_texts_are_encoded() -> None:
    assert VOCAB.encode_batch([], 4).shape == (0, 4)
    assert VOCAB.encode_batch(["", ""], 3).tolist() == [[VOCAB[PAD]] * 3] * 2


def test_a_text_that_is_too_long_is_refused_with_both_lengths() -> None:
    with pytest.raises(ValueError, match=r"at most 4 characters. Received: 6 in 'abcdef'"):
        VOCAB.encode_batch(["ab", "abcdef", "abcde"], 4)


@pytest.mark.parametrize("ids", [{}, {"a": 1}, {"a": 0, "b": 0}, {"a": 0, "b": 2}, {"a": -1, "b": 0}])
def test_ids_other_than_0_to_n_are_refused(ids: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="0 to n - 1"):
        Vocab(ids)


def test_symbols_come_in_the_order_of_their_ids() -> None:
    assert list(Vocab({"b": 1, "c": 2, "a": 0})) == ["a", "b", "c"]
    assert list(Vocab.of("cbabc")) == ["a", "b", "c", UNKNOWN, PAD]


def test_written_vocabs_read_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "Vocabs.json"
    human = Vocab({symbol: i for i, symbol in enumerate([PAD, "ü", "a", UNKNOWN, " ", "時"])})
    write_vocabs(path, human, MACHINE)
    read_human, read_machine = read_vocabs(path)
    assert list(read_human.items()) == list(human.items())
    assert list(read_machine.items()) == list(MACHINE.items())
    first = path.read_bytes()
    write_vocabs(path, read_human, read_machine)
    assert path.read_bytes() == first


def test_the_reference_file_keeps_its_ids(tmp_path: Path) -> None:
    symbols = [*" '.0123456789:", *string.ascii_lowercase.replace("j", ""), UNKNOWN, PAD]
    human = {symbol: i for i, symbol in enumerate(symbols)}
    machine = {symbol: i for i, symbol in enumerate("0123456789:")}
    path = tmp_path / "Time Vocabs.json"
    path.write_text(json.dumps([dict(reversed(human.items())), machine]))
    read_human, read_machine = read_vocabs(path)
    assert dict(read_human) == human
    assert dict(read_machine) == machine
    assert (len(read_human), len(read_machine)) == (41, 11)


def reference(**changes: object) -> dict[str, object]:
    return {"a": 0, UNKNOWN: 1, PAD: 2} | changes


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "3",
        "null",
        "[]",
        '"ab"',
        "[[], []]",
        "[3, 4]",
        json.dumps([reference()]),
        json.dumps([reference(), {"0": 0}, {"0": 0}]),
        json.dumps([reference(), ["0"]]),
        json.dumps([reference(a="0"), {"0": 0}]),
        json.dumps([reference(a=None), {"0": 0}]),
        json.dumps([reference(a=[0]), {"0": 0}]),
        json.dumps([reference(a=0.5), {"0": 0}]),
        json.dumps([reference(a=7), {"0": 0}]),
        json.dumps([reference(), {}]),
        json.dumps([{"a": 0, UNKNOWN: 1}, {"0": 0}]),
        json.dumps([{"a": 0, PAD: 1}, {"0": 0}]),
        json.dumps([{"A": 0, UNKNOWN: 1, PAD: 2}, {"0": 0}]),
        b"[{\xff: 0}]",
    ],
)
def test_a_damaged_file_is_refused_by_its_name(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "damaged Vocabs.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=r"damaged Vocabs.json: "):
        read_vocabs(path)


def test_ids_other_than_integers_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "damaged Vocabs.json"
    path.write_text(json.dumps([{"a": 0.0, UNKNOWN: 1, PAD: 2}, {"0": False}]))
    with pytest.raises(ValueError, match=r"damaged Vocabs.json: "):
        read_vocabs(path)


def test_docstring_examples() -> None:
    assert doctest.testmod(datenorm.core.vocab, raise_on_error=True).attempted


def test_threads_that_start_together_read_a_complete_table() -> None:
    characters = [chr(point) for point in range(0x4E00, 0x9E00)]  # enough to take a while
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(5):
            vocab = Vocab.of(characters)
            start = threading.Barrier(4)

            def encode(vocab: Vocab = vocab, start: threading.Barrier = start) -> list[list[int]]:
                start.wait()
                return vocab.encode_batch(characters[-9:], 1).tolist()

            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                found = [future.result() for future in [pool.submit(encode) for _ in range(4)]]
            assert found == [[[vocab[character]] for character in characters[-9:]]] * 4
    finally:
        sys.setswitchinterval(interval)
