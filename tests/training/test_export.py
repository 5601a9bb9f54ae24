import dataclasses
from pathlib import Path

import keras
import numpy as np
import onnx
import onnxruntime
import pytest

from datenorm.core.architectures import ARCHITECTURES
from datenorm.training.embeddings import round_tables
from datenorm.training.export import export_onnx
from datenorm.training.model import ModelConfig, build_model

TX = 13
# A different size on every axis.
ONE_HOT = ModelConfig(
    human_size=13, machine_size=7, pad_id=11, Ty=3, encoder_units=4, decoder_units=6, attention_units=5
)
EMBEDDED = ModelConfig(
    human_size=13, machine_size=7, pad_id=0, Ty=3, embedding_units=9, encoder_units=5, decoder_units=6
)
WITH_NGRAMS = dataclasses.replace(EMBEDDED, ngram_rows=31)
WITH_WORDS = dataclasses.replace(WITH_NGRAMS, word_rows=29, word_breaks=[0, 3, 5])
WITH_SEPARATORS = dataclasses.replace(EMBEDDED, separators=((1, 4),))
SIZES = {"one-hot": ONE_HOT, "n-grams": WITH_NGRAMS, "words": WITH_WORDS, "separators": WITH_SEPARATORS} | {
    f"{encoder} {attention}": dataclasses.replace(EMBEDDED, encoder=encoder, attention=attention)
    for encoder, attention in ARCHITECTURES
}


@pytest.fixture(scope="module", params=SIZES.values(), ids=SIZES)
def exported(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[ModelConfig, keras.Model, Path]:
    model = build_model(request.param)
    rng = np.random.default_rng(0)
    model.set_weights([0.7 * rng.standard_normal(weight.shape) for weight in model.get_weights()])
    round_tables(model)
    path = tmp_path_factory.mktemp("export") / "model.onnx"
    export_onnx(model, request.param, [path], Tx=TX)
    return request.param, model, path


def ids_of(config: ModelConfig, lengths: list[int], Tx: int) -> np.ndarray:
    characters = [i for i in range(config.human_size) if i != config.pad_id]
    ids = np.random.default_rng(sum(lengths)).choice(characters, size=(len(lengths), Tx)).astype(np.int32)
    ids[np.arange(Tx) >= np.array(lengths)[:, None]] = config.pad_id
    return ids


def run(path: Path, ids: np.ndarray) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(path)
    (ids_input,) = session.get_inputs()
    names = ["machine", "attention"]
    return dict(zip(names, session.run(names, {ids_input.name: ids}), strict=True))


def assert_agrees(exported: tuple[ModelConfig, keras.Model, Path], ids: np.ndarray) -> None:
    _, model, path = exported
    received = run(path, ids)
    for name, array in model(ids).items():
        assert received[name].dtype == np.float32
        np.testing.assert_allclose(received[name], keras.ops.convert_to_numpy(array), atol=1e-5)


def test_every_length_agrees_with_keras(exported: tuple[ModelConfig, keras.Model, Path]) -> None:
    assert_agrees(exported, ids_of(exported[0], list(range(1, TX + 1)), TX))


@pytest.mark.parametrize(("lengths", "Tx"), [([1], 1), ([1], 9), ([3, 8], 8), ([2] * 17, 5), ([16], 20)])
def test_any_width_and_batch_agrees_with_keras(
    exported: tuple[ModelConfig, keras.Model, Path], lengths: list[int], Tx: int
) -> None:
    assert_agrees(exported, ids_of(exported[0], lengths, Tx))


def test_padding_changes_no_answer(exported: tuple[ModelConfig, keras.Model, Path]) -> None:
    config, _, path = exported
    ids = ids_of(config, [9, 16, 3], 17)
    together = run(path, ids)
    alone = run(path, ids[:1, :9])
    np.testing.assert_allclose(together["machine"][:1], alone["machine"], atol=1e-6)
    np.testing.assert_allclose(together["attention"][:1, :, :9], alone["attention"], atol=1e-6)
    assert (together["attention"][0, :, 9:] == 0).all()


def test_no_encoder_is_a_loop_and_an_lstm_is_one_node_with_lengths(
    exported: tuple[ModelConfig, keras.Model, Path],
) -> None:
    graph = onnx.load(exported[2]).graph
    operators = [node.op_type for node in graph.node]
    assert not {"Loop", "Scan", "If"} & set(operators)
    if exported[0].encoder != "bilstm":
        assert "LSTM" not in operators
        return
    lstm, *of_decoder = (node for node in graph.node if node.op_type == "LSTM")
    assert len(of_decoder) == (exported[0].attention == "queries")
    assert lstm.input[4] in {name for node in graph.node for name in node.output}


def test_weights_are_inside_the_file(exported: tuple[ModelConfig, keras.Model, Path], tmp_path: Path) -> None:
    config, _, path = exported
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    copy = tmp_path / "moved.onnx"
    copy.write_bytes(path.read_bytes())
    ids = ids_of(config, [3, 8], 8)
    np.testing.assert_array_equal(run(copy, ids)["machine"], run(path, ids)["machine"])


def test_export_that_differs_from_the_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.training.nodes._gates", lambda weights, order: keras.ops.convert_to_numpy(weights))
    config = SIZES["one-hot"]
    model = build_model(config)
    model.set_weights([np.random.default_rng(1).standard_normal(weight.shape) for weight in model.get_weights()])
    with pytest.raises(RuntimeError, match=r"agree with the model.*at length [1-5]$"):
        export_onnx(model, config, [tmp_path / "model.onnx"], Tx=5)


IN_GROUPS = dataclasses.replace(WITH_WORDS, Ty=6, groups=(2, 3, 1), tags=4)


@pytest.fixture(scope="module")
def in_groups(tmp_path_factory: pytest.TempPathFactory) -> tuple[keras.Model, list[Path]]:
    model = build_model(IN_GROUPS)
    rng = np.random.default_rng(0)
    model.set_weights([0.7 * rng.standard_normal(weight.shape) for weight in model.get_weights()])
    round_tables(model)
    paths = [tmp_path_factory.mktemp("export") / f"{number}.onnx" for number in range(3)]
    export_onnx(model, IN_GROUPS, paths, Tx=TX)
    return model, paths


def test_files_of_the_groups_agree_with_keras(in_groups: tuple[keras.Model, list[Path]]) -> None:
    model, (first, *others) = in_groups
    ids = ids_of(IN_GROUPS, [9, 16, 3], 17)
    expected = {name: keras.ops.convert_to_numpy(array) for name, array in model(ids).items()}
    machine, attention, tags, encoded = onnxruntime.InferenceSession(first).run(
        ["machine", "attention", "tags", "encoded"], {"ids": ids}
    )
    assert (machine.shape, attention.shape, tags.shape, encoded.shape) == (
        (3, 2, 7),
        (3, 2, 17),
        (3, 17, 4),
        (3, 17, 10),
    )
    np.testing.assert_allclose(tags, expected["tags"], atol=1e-5)
    assert (tags[ids == IN_GROUPS.pad_id] == 0).all()
    start = 0
    for path, length in zip([None, *others], IN_GROUPS.groups, strict=True):
        if path:
            session = onnxruntime.InferenceSession(path)
            machine, attention = session.run(["machine", "attention"], {"ids": ids, "encoded": encoded})
        np.testing.assert_allclose(machine, expected["machine"][:, start : start + length], atol=1e-5)
        np.testing.assert_allclose(attention, expected["attention"][:, start : start + length], atol=1e-5)
        start += length


def test_group_reads_some_of_the_texts_and_cut_padding_alike(in_groups: tuple[keras.Model, list[Path]]) -> None:
    _, (first, second, _) = in_groups
    ids = ids_of(IN_GROUPS, [9, 16, 3], 17)
    (encoded,) = onnxruntime.InferenceSession(first).run(["encoded"], {"ids": ids})
    session = onnxruntime.InferenceSession(second)
    (machine,) = session.run(["machine"], {"ids": ids, "encoded": encoded})
    (alone,) = session.run(["machine"], {"ids": ids[::2, :9], "encoded": encoded[::2, :9]})
    np.testing.assert_allclose(alone, machine[::2], atol=1e-6)


def test_one_group_has_no_other_outputs(exported: tuple[ModelConfig, keras.Model, Path]) -> None:
    assert [output.name for output in onnxruntime.InferenceSession(exported[2]).get_outputs()] == [
        "machine",
        "attention",
    ]


def test_wrong_group_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("datenorm.training.export.names_of", lambda group: ("attention", "decoder"))
    config = dataclasses.replace(ONE_HOT, Ty=4, groups=(2, 2), tags=2)
    model = build_model(config)
    rng = np.random.default_rng(1)
    model.set_weights([rng.standard_normal(weight.shape) for weight in model.get_weights()])
    with pytest.raises(RuntimeError, match=r"agree with the model.* in machine at length"):
        export_onnx(model, config, [tmp_path / "1.onnx", tmp_path / "2.onnx"], Tx=3)


def test_number_of_paths_must_be_that_of_the_groups(in_groups: tuple[keras.Model, list[Path]], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a path for each of 3 groups\. Received: 1"):
        export_onnx(in_groups[0], IN_GROUPS, [tmp_path / "model.onnx"], Tx=TX)
