import dataclasses
from pathlib import Path

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datenorm.core.architectures import ARCHITECTURES
from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.tasks import MOMENT, TIME
from datenorm.core.vocab import Vocab
from datenorm.training.embeddings import round_tables
from datenorm.training.model import ModelConfig, average_weights, build_model, save_packed, transfer_weights

# A different size on every axis.
CONFIG = ModelConfig(
    human_size=13, machine_size=7, pad_id=11, Ty=3, encoder_units=4, decoder_units=6, attention_units=5
)
EMBEDDED = ModelConfig(
    human_size=13,
    machine_size=7,
    pad_id=11,
    Ty=3,
    embedding_units=9,
    encoder_units=4,
    decoder_units=6,
    attention_units=5,
)


GROUPS = (2, 3, 1)
IN_GROUPS = dataclasses.replace(EMBEDDED, Ty=6, groups=GROUPS, tags=4)

CONFIGS = {"one-hot": CONFIG} | {
    f"{encoder} {attention}": dataclasses.replace(EMBEDDED, encoder=encoder, attention=attention)
    for encoder, attention in ARCHITECTURES
}


def randomized(config: ModelConfig) -> keras.Model:
    keras.utils.set_random_seed(1)
    built = build_model(config)
    rng = np.random.default_rng(0)
    built.set_weights([0.7 * rng.standard_normal(weight.shape) for weight in built.get_weights()])
    return built


MODELS = {name: randomized(config) for name, config in CONFIGS.items()}


@pytest.fixture(params=CONFIGS)
def model(request: pytest.FixtureRequest) -> keras.Model:
    return MODELS[request.param]


def ids_of(lengths: list[int], Tx: int, seed: int = 0) -> np.ndarray:
    ids = np.random.default_rng(seed).integers(11, size=(len(lengths), Tx), dtype=np.int32)
    ids[np.arange(Tx) >= np.array(lengths)[:, None]] = CONFIG.pad_id
    return ids


def call(model: keras.Model, ids: np.ndarray) -> dict[str, np.ndarray]:
    return {name: keras.ops.convert_to_numpy(array) for name, array in model(ids).items()}


def assert_equal_outputs(outputs: dict[str, np.ndarray], others: dict[str, np.ndarray]) -> None:
    assert outputs.keys() == others.keys() == {"machine", "attention"}
    for name in outputs:
        np.testing.assert_allclose(outputs[name], others[name], atol=1e-6)


def test_output_shapes(model: keras.Model) -> None:
    outputs = call(model, ids_of([2, 8], 8))
    assert outputs["machine"].shape == (2, 3, 7)
    assert outputs["attention"].shape == (2, 3, 8)


def test_probabilities_and_attention_weights_sum_to_1(model: keras.Model) -> None:
    for array in call(model, ids_of([1, 2, 5, 8], 8)).values():
        assert (array >= 0).all()
        np.testing.assert_allclose(array.sum(axis=-1), 1, atol=1e-5)


def test_reference_model_has_its_number_of_weights() -> None:
    assert build_model(ModelConfig(human_size=41, machine_size=11, pad_id=40, Ty=5)).count_params() == 53_983


def test_padding_changes_no_answer(model: keras.Model) -> None:
    assert_padding_changes_nothing(model, 5, 7, 12)


@given(st.sampled_from(sorted(MODELS)), st.integers(1, 12), st.integers(0, 12), st.integers(0, 12))
@settings(max_examples=10)
def test_one_string_padded_to_two_lengths_has_one_answer(name: str, length: int, padding: int, more: int) -> None:
    assert_padding_changes_nothing(MODELS[name], length, length + padding, length + padding + more)


def assert_padding_changes_nothing(model: keras.Model, length: int, Tx: int, longer: int) -> None:
    long = ids_of([length, longer], longer, seed=length)
    outputs = call(model, long)
    short = call(model, long[:1, :Tx])
    np.testing.assert_allclose(outputs["machine"][:1], short["machine"], atol=1e-5)
    np.testing.assert_allclose(outputs["attention"][:1, :, :Tx], short["attention"], atol=1e-5)
    assert (outputs["attention"][:1, :, length:] == 0).all()


def test_batch_of_one_equals_a_batch_of_many(model: keras.Model) -> None:
    ids = ids_of([3, 8, 1], 8)
    outputs = call(model, ids)
    for i in range(len(ids)):
        assert_equal_outputs(call(model, ids[i : i + 1]), {name: array[i : i + 1] for name, array in outputs.items()})


def test_permuting_the_batch_permutes_the_answers(model: keras.Model) -> None:
    ids = ids_of([3, 8, 1, 6, 2], 8)
    order = [4, 2, 0, 1, 3]
    assert_equal_outputs(call(model, ids[order]), {name: array[order] for name, array in call(model, ids).items()})


def test_every_architecture_has_its_own_number_of_weights() -> None:
    assert len({model.count_params() for model in MODELS.values()}) == len(MODELS)


def test_every_character_of_a_string_matters(model: keras.Model) -> None:
    ids = ids_of([8], 8)
    machine = call(model, ids)["machine"]
    changed = np.where(np.eye(8, dtype=bool), (ids + 1) % 11, ids)  # in each row another character
    assert (np.abs(call(model, changed)["machine"] - machine).max(axis=(1, 2)) > 1e-5).all()


def test_embedding_of_unit_vectors_is_the_one_hot_product() -> None:
    """An embedding whose rows are one-hot codes makes the embedded model the one-hot model."""
    one_hot = build_model(CONFIG)
    embedded = build_model(dataclasses.replace(CONFIG, embedding_units=13))
    embedded.set_weights([np.eye(13), *one_hot.get_weights()])
    ids = ids_of([3, 8], 8)
    assert_equal_outputs(call(embedded, ids), call(one_hot, ids))


def test_saved_model_loads_in_safe_mode_and_gives_the_same_answers(model: keras.Model, tmp_path: Path) -> None:
    model.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    ids = ids_of([3, 8], 8)
    assert_equal_outputs(call(loaded, ids), call(model, ids))


def test_weights_are_transferred_to_a_model_of_more_characters(tmp_path: Path) -> None:
    MODELS["bilstm additive"].save(tmp_path / "saved.keras")
    model = build_model(dataclasses.replace(CONFIGS["bilstm additive"], human_size=15))
    (own,) = model.get_layer("embedding").get_weights()
    transfer_weights(model, tmp_path / "saved.keras")
    ids = ids_of([3, 8], 8)
    assert_equal_outputs(call(model, ids), call(MODELS["bilstm additive"], ids))
    np.testing.assert_array_equal(model.get_layer("embedding").get_weights()[0][13:], own[13:])


def test_model_with_words_begins_as_one_without(tmp_path: Path) -> None:
    MODELS["bilstm additive"].save(tmp_path / "saved.keras")
    model = build_model(dataclasses.replace(CONFIGS["bilstm additive"], word_rows=31, word_breaks=[11]))
    transfer_weights(model, tmp_path / "saved.keras")
    ids = ids_of([3, 8], 8)
    assert_equal_outputs(call(model, ids), call(MODELS["bilstm additive"], ids))
    assert not model.get_layer("word_embedding").get_weights()[0].any()


def test_larger_table_of_words_reads_as_before_and_separates_words(tmp_path: Path) -> None:
    config = dataclasses.replace(CONFIGS["bilstm additive"], word_rows=5, word_breaks=[11])
    small, large = randomized(config), build_model(dataclasses.replace(config, word_rows=10))
    save_packed(small, tmp_path / "saved.keras")
    transfer_weights(large, tmp_path / "saved.keras")
    ids = ids_of([3, 8], 8)
    assert_equal_outputs(call(large, ids), call(small, ids))
    rows = [each.get_layer("word_embedding")._hashes(keras.ops.arange(11)[:, None]) for each in (small, large)]
    assert [len(np.unique(keras.ops.convert_to_numpy(each))) for each in rows] == [5, 10]


def test_packed_model_is_smaller_and_the_same(tmp_path: Path) -> None:
    model = randomized(dataclasses.replace(CONFIGS["bilstm additive"], word_rows=2003, word_breaks=[11]))
    round_tables(model)
    model.save(tmp_path / "stored.keras")
    save_packed(model, tmp_path / "packed.keras")
    assert (tmp_path / "packed.keras").stat().st_size < 0.8 * (tmp_path / "stored.keras").stat().st_size
    ids = ids_of([3, 8], 8)
    assert_equal_outputs(call(keras.saving.load_model(tmp_path / "packed.keras"), ids), call(model, ids))


def test_fewer_units_get_the_weights_of_the_strongest(tmp_path: Path) -> None:
    MODELS["bilstm additive"].save(tmp_path / "saved.keras")
    model = build_model(dataclasses.replace(CONFIGS["bilstm additive"], human_size=15, encoder_units=3))
    transfer_weights(model, tmp_path / "saved.keras")
    embeddings, known = (each.get_layer("embedding").get_weights()[0] for each in (model, MODELS["bilstm additive"]))
    np.testing.assert_array_equal(embeddings[:13], known)
    assert model.get_layer("encoder").forward_layer.units == 3


def test_separator_is_certain_and_costs_no_step() -> None:
    model = randomized(dataclasses.replace(CONFIG, separators=((1, 5),)))
    outputs = call(model, ids_of([3, 8], 8))
    assert model.get_layer("attention").steps == CONFIG.Ty - 1
    np.testing.assert_array_equal(outputs["machine"][:, 1], np.eye(CONFIG.machine_size)[[5, 5]])
    assert outputs["machine"].shape == (2, CONFIG.Ty, CONFIG.machine_size)
    np.testing.assert_allclose(outputs["attention"].sum(axis=-1), [[1, 0, 1]] * 2, atol=1e-6)


@pytest.mark.parametrize("share", [0, 0.25, 1])
def test_average_lies_between_first_and_last_weights(tmp_path: Path, share: float) -> None:
    began, model = MODELS["bilstm additive"], build_model(CONFIGS["bilstm additive"])
    began.save(tmp_path / "began.keras")
    ended = model.get_weights()
    average_weights(model, tmp_path / "began.keras", share)
    for mixed, first, last in zip(model.get_weights(), began.get_weights(), ended, strict=True):
        np.testing.assert_allclose(mixed, share * first + (1 - share) * last, atol=1e-6)


def test_average_keeps_the_characters_that_the_first_weights_lack(tmp_path: Path) -> None:
    MODELS["bilstm additive"].save(tmp_path / "began.keras")
    model = build_model(dataclasses.replace(CONFIGS["bilstm additive"], human_size=15))
    (own,) = model.get_layer("embedding").get_weights()
    average_weights(model, tmp_path / "began.keras", 1)
    (mixed,) = model.get_layer("embedding").get_weights()
    np.testing.assert_array_equal(mixed[13:], own[13:])
    assert (mixed[:13] != own[:13]).any()


@pytest.fixture(scope="module")
def in_groups() -> keras.Model:
    return randomized(IN_GROUPS)


def test_groups_are_joined_and_every_character_has_tags(in_groups: keras.Model) -> None:
    outputs = call(in_groups, ids_of([1, 2, 5, 8], 8))
    assert {name: array.shape for name, array in outputs.items()} == {
        "machine": (4, 6, 7),
        "attention": (4, 6, 8),
        "tags": (4, 8, 4),
    }
    for name in ("machine", "attention"):
        np.testing.assert_allclose(outputs[name].sum(axis=-1), 1, atol=1e-5)
    assert ((outputs["tags"] > 0).all(axis=-1) == (ids_of([1, 2, 5, 8], 8) != CONFIG.pad_id)).all()
    assert (outputs["tags"] < 1).all()
    assert (outputs["tags"].sum(axis=-1) > 1).any()  # a character can have several


def test_each_group_is_written_by_layers_of_its_own(in_groups: keras.Model) -> None:
    ids = ids_of([5, 8], 8)
    before = call(in_groups, ids)
    changed = keras.models.clone_model(in_groups)
    edges = np.cumsum([0, *GROUPS])
    for group, names in enumerate(
        (("attention", "decoder"), ("attention_2", "decoder_2"), ("attention_3", "decoder_3"))
    ):
        for name in names:
            changed.set_weights(in_groups.get_weights())
            changed.get_layer(name).set_weights([0.5 * array for array in in_groups.get_layer(name).get_weights()])
            differs = np.abs(call(changed, ids)["machine"] - before["machine"]).max(axis=(0, 2)) > 1e-4
            assert differs.tolist() == [edges[group] <= position < edges[group + 1] for position in range(6)]


def test_one_group_is_named_and_shaped_as_ever() -> None:
    ever, same = build_model(EMBEDDED), build_model(dataclasses.replace(EMBEDDED, groups=(3,)))
    assert [layer.name for layer in ever.layers] == [layer.name for layer in same.layers]
    assert [weight.shape for weight in ever.weights] == [weight.shape for weight in same.weights]
    assert set(ever.output) == {"machine", "attention"}


def test_model_in_groups_is_saved_and_loaded(in_groups: keras.Model, tmp_path: Path) -> None:
    in_groups.save(tmp_path / "model.keras")
    loaded = keras.saving.load_model(tmp_path / "model.keras", safe_mode=True)
    ids = ids_of([3, 8], 8)
    for name, array in call(in_groups, ids).items():
        np.testing.assert_allclose(call(loaded, ids)[name], array, atol=1e-6)


def test_padding_changes_nothing_in_any_group(in_groups: keras.Model) -> None:
    assert_padding_changes_nothing(in_groups, 5, 7, 12)
    long = ids_of([5, 12], 12, seed=5)
    tags, short = (call(in_groups, ids)["tags"] for ids in (long, long[:1, :5]))
    np.testing.assert_allclose(tags[:1, :5], short, atol=1e-5)


@pytest.mark.parametrize(
    ("odd", "complaint"),
    [({"groups": (2, 3)}, r"6 characters together. Received: \[2, 3\]"), ({"separators": ((1, 5),)}, "in one group")],
)
def test_odd_groups_are_refused(odd: dict, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        dataclasses.replace(IN_GROUPS, **odd)


def test_task_gives_groups_and_tags() -> None:
    human, machine = Vocab.of("ab"), Vocab.of(MOMENT.alphabet, specials=())
    config = ModelConfig.of(human, machine, MOMENT, NetworkShape())
    assert (config.Ty, tuple(config.lengths), config.tags) == (34, (8, 3, 12, 11), 6)
    assert ModelConfig.of(human, machine, TIME, NetworkShape()).lengths == (5,)


def test_dates_of_a_model_with_separators_begin_the_first_group(tmp_path: Path) -> None:
    """The saved model writes three characters and a separator, as 12-3; the larger one 123 and more."""
    dates = dataclasses.replace(EMBEDDED, Ty=4, separators=((2, 5),))
    saved = randomized(dates)
    saved.save(tmp_path / "saved.keras")
    model = build_model(dataclasses.replace(IN_GROUPS, human_size=15, machine_size=9, groups=(4, 2), tags=3))
    own = model.get_layer("decoder").get_weights()[0]
    transfer_weights(model, tmp_path / "saved.keras")
    ids = ids_of([3, 8], 8)
    known, received = call(saved, ids)["machine"][:, [0, 1, 3]], call(model, ids)["machine"][:, :3]
    shares = received[..., :7] / received[..., :7].sum(axis=-1, keepdims=True)
    np.testing.assert_allclose(shares, known, atol=1e-5)
    kernel, bias = model.get_layer("decoder").get_weights()
    np.testing.assert_array_equal(kernel[:, 7:], own[:, 7:])
    assert (bias[7:] == bias[7:].min()).all()
    for array, same in zip(*(model.get_layer(n).get_weights() for n in ("attention", "attention_2")), strict=True):
        np.testing.assert_array_equal(array, same)


def test_weights_of_all_groups_are_transferred(in_groups: keras.Model, tmp_path: Path) -> None:
    in_groups.save(tmp_path / "saved.keras")
    model = build_model(dataclasses.replace(IN_GROUPS, human_size=15))
    transfer_weights(model, tmp_path / "saved.keras")
    ids = ids_of([3, 8], 8)
    for name, array in call(in_groups, ids).items():
        np.testing.assert_allclose(call(model, ids)[name], array, atol=1e-6)


def test_decoder_that_attends_in_another_way_keeps_its_lstm(in_groups: keras.Model, tmp_path: Path) -> None:
    in_groups.save(tmp_path / "saved.keras")
    model = randomized(dataclasses.replace(IN_GROUPS, attention="queries"))
    own = model.get_layer("attention_2").queries.get_weights()
    transfer_weights(model, tmp_path / "saved.keras")
    for name in ("attention", "attention_2", "attention_3"):
        known, received = (each.get_layer(name).cell.get_weights() for each in (in_groups, model))
        for array, same in zip(received, known, strict=True):
            np.testing.assert_array_equal(array, same)
    np.testing.assert_array_equal(model.get_layer("attention_2").queries.get_weights(), own)
    tags = (call(each, ids_of([3, 8], 8))["tags"] for each in (in_groups, model))
    np.testing.assert_allclose(*tags, atol=1e-6)


def test_new_groups_have_queries_of_their_own_and_the_first_ones_keys(tmp_path: Path) -> None:
    saved = randomized(dataclasses.replace(EMBEDDED, attention="queries", Ty=2))
    saved.save(tmp_path / "saved.keras")
    model = build_model(dataclasses.replace(IN_GROUPS, attention="queries"))
    transfer_weights(model, tmp_path / "saved.keras")
    first, second = (model.get_layer(name) for name in ("attention", "attention_2"))
    for ours, known in ((second.keys, first.keys), (first.keys, saved.get_layer("attention").keys)):
        for array, same in zip(ours.get_weights(), known.get_weights(), strict=True):
            np.testing.assert_array_equal(array, same)
    assert [each.queries.kernel.shape[1] for each in (first, second)] == [2, 3]


def test_model_in_groups_is_not_pruned(in_groups: keras.Model, tmp_path: Path) -> None:
    in_groups.save(tmp_path / "saved.keras")
    with pytest.raises(ValueError, match=r"one decoder to prune\. Received: one with 3"):
        transfer_weights(build_model(dataclasses.replace(IN_GROUPS, encoder_units=3)), tmp_path / "saved.keras")
