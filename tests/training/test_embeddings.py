import dataclasses
import itertools
from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.training.embeddings import BASE, WORD_LETTERS, NgramEmbedding, WordEmbedding, round_tables
from datenorm.training.model import ModelConfig, build_model

PAD_ID, ROWS, UNITS, LENGTHS = 4, 23, 3, (1, 3, 5)
SYMBOLS, BREAKS = 9, [0, 2, PAD_ID]


@pytest.fixture(scope="module")
def layer() -> NgramEmbedding:
    layer = NgramEmbedding(LENGTHS, ROWS, UNITS, PAD_ID)
    layer.build((None, None))
    rng = np.random.default_rng(0)
    layer.set_weights([rng.standard_normal(table.shape) for table in layer.get_weights()])
    return layer


def oracle(layer: NgramEmbedding, ids: list[int]) -> np.ndarray:
    """The sum of one row of each table, the n-gram taken as the digits of one number to the base."""
    vectors = np.zeros((len(ids), UNITS))
    for length, table in zip(LENGTHS, layer.get_weights(), strict=True):
        beyond = [PAD_ID] * (length // 2)
        padded = [*beyond, *ids, *beyond]
        for i in range(len(ids)):
            number = sum(c * BASE**place for place, c in enumerate(reversed(padded[i : i + length])))
            vectors[i] += table[number % ROWS]
    return vectors


@settings(max_examples=40)
@given(st.lists(st.integers(0, 2000), min_size=1, max_size=9))
def test_each_character_has_the_rows_of_its_ngrams(layer: NgramEmbedding, ids: list[int]) -> None:
    vectors = keras.ops.convert_to_numpy(layer(np.array([ids], np.int32)))[0]
    np.testing.assert_allclose(vectors, oracle(layer, ids), rtol=1e-5, atol=1e-5)


def test_padding_is_what_lies_beyond_the_text(layer: NgramEmbedding) -> None:
    ids = np.array([[7, 1, 9]], np.int32)
    padded = np.pad(ids, ((0, 0), (0, 4)), constant_values=PAD_ID)
    alone, in_company = (keras.ops.convert_to_numpy(layer(each))[:, :3] for each in (ids, padded))
    np.testing.assert_array_equal(alone, in_company)


def test_largest_tables_keep_to_32_bits() -> None:
    layer = NgramEmbedding((3,), rows=200_000, units=1, pad_id=0)
    layer.build((None, None))
    layer.set_weights([np.arange(200_000.0)[:, None]])
    expected = (((0 * BASE + 2000) % 200_000) * BASE + 2000) % 200_000
    assert keras.ops.convert_to_numpy(layer(np.array([[2000, 2000]], np.int32)))[0, 0, 0] == expected


@pytest.fixture(scope="module")
def words() -> WordEmbedding:
    layer = WordEmbedding(ROWS, UNITS, BREAKS, SYMBOLS, PAD_ID)
    layer.build((None, None))
    layer.set_weights([np.random.default_rng(0).standard_normal((ROWS, UNITS))])
    return layer


def first_letters(ids: list[int]) -> list[list[int]]:
    """For each character the letters that it is the first of, as far as they count; nothing inside a word."""
    found: list[list[int]] = []
    for i in range(len(ids)):
        word = list(itertools.takewhile(lambda c: c not in BREAKS, ids[i:]))
        found.append([] if i and ids[i - 1] not in BREAKS else word[:WORD_LETTERS])
    return found


@settings(max_examples=40)
@given(st.lists(st.sampled_from(range(SYMBOLS)), min_size=1, max_size=20))
def test_each_word_has_the_row_of_its_letters_where_it_begins(words: WordEmbedding, ids: list[int]) -> None:
    (table,) = words.get_weights()
    rows = [sum(c * BASE**place for place, c in enumerate(letters)) % ROWS for letters in first_letters(ids)]
    vectors = keras.ops.convert_to_numpy(words(np.array([ids], np.int32)))[0]
    np.testing.assert_allclose(vectors, table[rows], rtol=1e-6)


def test_largest_table_of_words_keeps_to_32_bits() -> None:
    layer = WordEmbedding(rows=200_000, units=1, breaks=[0], size=2001, pad_id=0)
    layer.build((None, None))
    layer.set_weights([np.arange(200_000.0)[:, None]])
    expected = sum(2000 * BASE**place for place in range(WORD_LETTERS)) % 200_000
    assert keras.ops.convert_to_numpy(layer(np.full((1, 9), 2000, np.int32)))[0, 0, 0] == expected


@pytest.mark.parametrize("rows", ["ngram_rows", "word_rows"])
def test_what_was_never_met_adds_nothing(rows: str) -> None:
    config = ModelConfig(
        human_size=13, machine_size=7, pad_id=0, Ty=3, embedding_units=9, encoder_units=5, decoder_units=6
    )
    plain, model = build_model(config), build_model(dataclasses.replace(config, **{rows: 31}))
    for layer in plain.layers:
        if layer.weights:
            model.get_layer(layer.name).set_weights(layer.get_weights())
    ids = np.array([[3, 1, 12, 5]], np.int32)
    for name, array in plain(ids).items():
        np.testing.assert_allclose(model(ids)[name], array, rtol=1e-6)


def test_rounded_tables_fit_half_precision_and_stay_close() -> None:
    model = build_model(
        ModelConfig(human_size=13, machine_size=7, pad_id=0, Ty=3, embedding_units=9, ngram_rows=31, word_rows=29)
    )
    rng = np.random.default_rng(0)
    model.set_weights([rng.standard_normal(weight.shape) for weight in model.get_weights()])
    before = {layer.name: layer.get_weights() for layer in model.layers}
    round_tables(model)
    for name, weights in before.items():
        is_table = name in ("ngram_embedding", "word_embedding")
        for weight, rounded in zip(weights, model.get_layer(name).get_weights(), strict=True):
            np.testing.assert_allclose(rounded, weight, rtol=2**-11 if is_table else 0)
            assert (rounded == rounded.astype(np.float16)).all() or not is_table


def test_saved_layers_are_loaded_as_they_were(tmp_path: Path) -> None:
    sizes = {"embedding_units": 9, "encoder_units": 5, "decoder_units": 6}
    model = build_model(
        ModelConfig(
            human_size=13, machine_size=7, pad_id=2, Ty=3, ngram_rows=31, word_rows=29, word_breaks=[2, 5], **sizes
        )
    )
    rng = np.random.default_rng(0)
    model.set_weights([rng.standard_normal(weight.shape) for weight in model.get_weights()])
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    ids = np.array([[3, 1, 12, 5]], np.int32)
    np.testing.assert_array_equal(loaded(ids)["machine"], model(ids)["machine"])
