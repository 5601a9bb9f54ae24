from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.training.embeddings import BASE, NgramEmbedding
from datenorm.training.model import ModelConfig, build_model

PAD_ID, ROWS, UNITS, LENGTHS = 4, 23, 3, (1, 3, 5)


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


@settings(deadline=None)
@given(st.lists(st.integers(0, 2000), min_size=1, max_size=9))
def test_each_character_has_the_rows_of_its_ngrams(layer: NgramEmbedding, ids: list[int]) -> None:
    vectors = keras.ops.convert_to_numpy(layer(np.array([ids], np.int32)))[0]
    np.testing.assert_allclose(vectors, oracle(layer, ids), rtol=1e-5, atol=1e-5)


def test_padding_is_what_lies_beyond_the_text(layer: NgramEmbedding) -> None:
    ids = np.array([[7, 1, 9]], np.int32)
    padded = np.pad(ids, ((0, 0), (0, 4)), constant_values=PAD_ID)
    alone, in_company = (keras.ops.convert_to_numpy(layer(each))[:, :3] for each in (ids, padded))
    np.testing.assert_array_equal(alone, in_company)


def test_the_largest_tables_keep_to_32_bits() -> None:
    layer = NgramEmbedding((3,), rows=200_000, units=1, pad_id=0)
    layer.build((None, None))
    layer.set_weights([np.arange(200_000.0)[:, None]])
    expected = (((0 * BASE + 2000) % 200_000) * BASE + 2000) % 200_000
    assert keras.ops.convert_to_numpy(layer(np.array([[2000, 2000]], np.int32)))[0, 0, 0] == expected


def test_what_was_never_met_adds_nothing() -> None:
    config = ModelConfig(13, 7, pad_id=0, Ty=3, embedding_units=9, encoder_units=5, decoder_units=6)
    plain, with_ngrams = build_model(config), build_model(ModelConfig(**{**vars(config), "ngram_rows": 31}))
    tables = len(with_ngrams.get_layer("ngram_embedding").get_weights())
    weights = plain.get_weights()
    with_ngrams.set_weights([*weights[:1], *with_ngrams.get_weights()[1 : 1 + tables], *weights[1:]])
    ids = np.array([[3, 1, 12, 5]], np.int32)
    for name, array in plain(ids).items():
        np.testing.assert_allclose(with_ngrams(ids)[name], array, rtol=1e-6)


def test_ngrams_need_an_embedding() -> None:
    with pytest.raises(ValueError, match="expected embedding_units for ngram_rows"):
        ModelConfig(13, 7, pad_id=0, Ty=3, ngram_rows=31)


def test_a_saved_layer_is_loaded_as_it_was(tmp_path: Path) -> None:
    config = ModelConfig(13, 7, pad_id=2, Ty=3, embedding_units=9, ngram_rows=31, encoder_units=5, decoder_units=6)
    model = build_model(config)
    rng = np.random.default_rng(0)
    model.set_weights([rng.standard_normal(weight.shape) for weight in model.get_weights()])
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    ids = np.array([[3, 1, 12, 5]], np.int32)
    np.testing.assert_array_equal(loaded(ids)["machine"], model(ids)["machine"])
