import shutil
from pathlib import Path

import pytest

from datenorm import Normalizer
from datenorm.pipeline.export import export_again
from datenorm.reading.preset import CONFIG, KERAS, ONNX, VOCABS, load_preset

TEXTS = ["half past four", "noon", "23:59", "nothing"]


def copy_preset(folder: Path, *names: str) -> Path:
    for name in names:
        shutil.copy(load_preset("time").folder / name, folder / name)
    return folder


def test_preset_reads_alike_after_its_export(tmp_path: Path) -> None:
    folder = copy_preset(tmp_path, CONFIG, VOCABS, KERAS)
    export_again(folder)
    expected, received = (Normalizer(each).normalize_batch(TEXTS) for each in ("time", folder))
    assert [result.value for result in received] == [result.value for result in expected]
    assert [result.confidence for result in received] == pytest.approx([result.confidence for result in expected])


def test_folder_without_keras_weights_is_refused(tmp_path: Path) -> None:
    folder = copy_preset(tmp_path, CONFIG, VOCABS, ONNX)
    with pytest.raises(FileNotFoundError, match=r"expected Keras weights\. Received: .*no model\.keras"):
        export_again(folder)
