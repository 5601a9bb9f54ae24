import csv
import dataclasses
from pathlib import Path

import numpy as np
import pytest
from support.few_cases import draw_few_cases

from datenorm.core.hints import END, HINTS
from datenorm.core.tasks import MOMENT
from datenorm.corpus import generate
from datenorm.corpus.moments import characters
from datenorm.pipeline.learn import learn
from datenorm.pipeline.options import DEFAULTS
from datenorm.pipeline.prepare import prepare
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.onnx_model import OnnxModel
from datenorm.reading.preset import load_preset
from datenorm.training.fit import LOG

pytestmark = pytest.mark.slow

SMALL = dataclasses.replace(
    DEFAULTS["moment"],
    size=600,
    epochs=2,
    batch_size=64,
    learning_rate=0.01,
    embedding_units=4,
    ngram_rows=0,
    word_rows=0,
    encoder_units=3,
    decoder_units=5,
)


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run of moments with a handful of units, learned from a stream."""
    run = RunFolder(tmp_path_factory.mktemp("learned") / "run")
    with pytest.MonkeyPatch.context() as patched:
        draw_few_cases(patched)
        patched.setattr(generate, "VALIDATION", 1200)
        patched.setattr(characters, "_SAMPLE", 200)
        prepare(run, SMALL)
    learn(run)
    return run


def test_machine_strings_and_tags_are_learned(learned: RunFolder) -> None:
    with (learned.checkpoints / LOG).open(newline="") as lines:
        first, last = csv.DictReader(lines)
    for name in ("machine_loss", "tags_loss", "val_machine_loss", "val_tags_loss"):
        assert 0 < float(last[name]) < float(first[name]), name


def test_every_group_has_a_file_that_the_runtime_reads(learned: RunFolder) -> None:
    preset = load_preset(learned.path)
    assert [path.name for path in learned.onnx(MOMENT)] == ["model.onnx", *map("model-{}.onnx".format, (2, 3, 4))]
    model = OnnxModel(preset)
    texts = ["3 may 1979 at 5 pm", HINTS[END] + "5-7 pm"]
    seen = model.predict(texts)
    assert seen.tags.shape[2] == len(MOMENT.tags)
    for group, form in enumerate(MOMENT.groups):
        machine, attention = model.predict_group(group, seen, np.arange(2)) if group else (seen.machine, seen.attention)
        assert machine.shape == (2, form.Ty, len(preset.machine_vocab))
        read = attention.any(axis=-1)
        assert read[:, :8].all()
        np.testing.assert_allclose(attention.sum(axis=-1)[read], 1, atol=1e-5)


def test_marks_are_decoded_where_a_text_has_some(learned: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    model = OnnxModel(load_preset(learned.path))
    texts = ["3 may 1979", "before 1900"]
    predictions = []
    for threshold in (-1.0, 2.0):  # all texts have marks; none has
        monkeypatch.setattr("datenorm.reading.onnx_model._MARKED", threshold)
        predictions.append(model.predict(texts))
    decoded, plain = predictions
    np.testing.assert_array_equal(decoded.machine[:, :8], plain.machine[:, :8])
    has_digits = (plain.machine[:, :8].argmax(axis=-1) != load_preset(learned.path).machine_vocab["X"]).any(axis=1)
    for row, is_plain in enumerate(has_digits.tolist()):
        assert (plain.machine[row, 8:].max(axis=-1) == 1).all() == is_plain
        assert plain.attention[row, 8:].any() != is_plain
        assert decoded.attention[row, 8:].any()


def test_validation_has_ranges_with_both_ends(learned: RunFolder) -> None:
    cases = learned.validation_cases()
    ranges = [case for case in cases if "end" in case.fields]
    assert ranges
    assert all(case.expected is None or "/" in case.expected for case in ranges)


def test_digest_names_the_weights_of_all_files(learned: RunFolder, tmp_path: Path) -> None:
    before = load_preset(learned.path).digest
    last = learned.onnx(MOMENT)[-1]
    content = last.read_bytes()
    try:
        last.write_bytes(content + b"0")
        assert load_preset(learned.path).digest != before
    finally:
        last.write_bytes(content)
