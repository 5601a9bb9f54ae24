import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import keras
import pytest
from support.processes import ENVIRONMENT, ROOT, Ran, assert_refused, call_datenorm, run_datenorm

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names
from datenorm.core.tasks import TIME
from datenorm.pipeline.options import DEFAULTS
from datenorm.reading import preset
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import KERAS, load_preset

TRAIN = [str(ROOT / "train.py")]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The folder of a small training with train.py, and what the command wrote."""
    folder = tmp_path_factory.mktemp("runs")
    # Given pairs: the held-out cases that come with generated ones take longer than the training.
    pairs = json.loads((ROOT / "data" / "Time Dataset.json").read_text(encoding="utf-8"))[:2000]
    (folder / "pairs.json").write_text(json.dumps(pairs))
    arguments = ("--dataset", folder / "pairs.json", "--epochs", 1, "--batch-size", 32, "--out", folder / "small run")
    return folder / "small run", run_datenorm(*arguments, entry=TRAIN)


@pytest.fixture(scope="module")
def run_folder(trained: tuple[Path, Ran]) -> Path:
    """The folder of a small training with train.py."""
    folder, ran = trained
    assert ran.status == 0, ran.err
    return folder


def minutes_of_the_day() -> list[list[str]]:
    return [[f"{hour}:{minute:02d}", f"{hour:02d}:{minute:02d}"] for hour in range(24) for minute in range(60)]


def epochs_logged(folder: Path) -> list[int]:
    """The epochs of a run's log. One that Ctrl-C cut off just after it was logged is run, and logged, once more."""
    lines = (folder / "checkpoints" / "log.csv").read_text().splitlines()[1:]
    return sorted({int(line.partition(",")[0]) for line in lines})


def test_training_reports_and_leaves_a_whole_folder(trained: tuple[Path, Ran]) -> None:
    folder, ran = trained
    assert ran.status == 0, ran.err
    assert "val_machine_exact_match" in ran.out
    assert "exact match" in ran.out
    assert "Mistakes:" in ran.out
    assert str(folder) in ran.out.splitlines()[-1]
    assert load_preset(folder).task is TIME
    names = {path.name for path in folder.iterdir()}
    assert {"config.json", "vocab.json", "model.onnx", "model.keras", "README.md", "held-out.jsonl"} <= names
    assert (folder / "attention.html").read_text(encoding="utf-8").count("<figure>") >= 5  # of the mistakes
    assert "--dataset" in json.loads((folder / "config.json").read_text())["argv"]


def test_training_prints_its_own_lines_alone(trained: tuple[Path, Ran]) -> None:
    _, ran = trained
    assert ran.err == ""
    given, training, *_ = ran.out.splitlines()
    assert "pairs.json: 2,000 pairs, 0 strings with contradictory answers." in given
    assert training.startswith("Training 53,983 weights; ")


def test_keras_file_is_read_in_safe_mode_and_holds_no_optimizer(run_folder: Path) -> None:
    model = keras.saving.load_model(run_folder / KERAS, safe_mode=True)
    assert not model.compiled
    assert (run_folder / KERAS).stat().st_size < 2 * 4 * model.count_params()


def test_help_gives_the_defaults_of_each_task() -> None:
    shown = " ".join(call_datenorm("train", "--help").out.split())
    time, date, moment = (DEFAULTS[name] for name in ("time", "date", "moment"))
    rates = f"{time.learning_rate}; date: {date.learning_rate}; moment: {moment.learning_rate}"
    assert f"at its peak (default: {rates})" in shown
    assert f"in each epoch (default: {time.size}; date: {date.size}; moment: {moment.size})" in shown
    batches = f"{time.largest_batch}; moment: {moment.largest_batch}"
    assert f"strings in a step (default: {batches}; of few strings fewer)" in shown
    assert "(default: no; date: yes)" in shown


# What is refused before anything is written or Keras is imported.


def test_folder_that_holds_files_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert_refused(call_datenorm("train", "--out", tmp_path), str(tmp_path), "--resume")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_folder_that_is_no_run_cannot_be_resumed(tmp_path: Path) -> None:
    assert_refused(call_datenorm("train", "--resume", tmp_path), str(tmp_path), "config.json")


REFUSED = [
    (["--task", "moon"], ["moon"]),
    (["--dataset", "no.json"], ["no.json"]),
    (["--dataset", "few.json"], ["pairs", "2"]),
    (["--start-share", "0.5"], ["--start-from"]),
    (["--start-from", "moon"], ["preset", "'moon'"]),
    (["--start-from", "time", "--encoder-units", "33"], ["32", "33"]),
    (["--start-from", "time", "--encoder", "cnn"], ["--start-from"]),
    (["--start-from", "time", "--vocabs", "mine.json"], ["--start-from"]),
    (["--start-from", "time", "--task", "date"], ["time", "date"]),
    (["--start-from", "date", "--task", "date"], ["date, which is a part of moment", "--start-from moment"]),
    (["--start-from", "moment", "--task", "moment", "--word-rows", "31"], ["40022", "31"]),
    (["--ngram-rows", "31"], ["embedding_units", "ngram_rows"]),
]


@pytest.mark.parametrize(("arguments", "words"), REFUSED, ids=lambda each: " ".join(each))
def test_what_cannot_be_trained_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "few.json").write_text('[["ten", "10:00"], ["nine", "09:00"]]')
    ran = call_datenorm("train", *arguments, "--out", "run")
    assert ran.status == 2
    assert ran.err.startswith("datenorm: ")
    assert all(word in ran.err for word in words)
    assert not (tmp_path / "run").exists()


def test_installed_preset_without_keras_weights_says_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    presets = tmp_path / "presets"
    ignored = shutil.ignore_patterns(KERAS)  # as the wheel does
    shutil.copytree(ROOT / "datenorm" / "presets", presets, ignore=ignored)
    monkeypatch.setattr(preset, "_PRESETS", presets)
    ran = call_datenorm("train", "--task", "moment", "--start-from", "moment", "--out", tmp_path / "run")
    assert_refused(ran, "clone", "datenorm/presets/moment/model.keras")
    assert not (tmp_path / "run").exists()


# Whole trainings.


@pytest.mark.slow
def test_given_data_set_trains_with_bad_rows_and_contradictions_reported(tmp_path: Path) -> None:
    rows: list[object] = [*minutes_of_the_day()]
    rows += [["noon", "12:00"], ["Noon", "00:00"], ["noon ", "12:00"], ["odd", "01:00"], ["odd", "02:00"]]
    rows += [["ten", "25:00"], "ten", ["x" * 99, "10:00"], [None, "10:00"], ["", "10:00"], ["a", "b", "c"], [1, 2]]
    (tmp_path / "My Times.json").write_text(json.dumps(rows))
    ran = run_datenorm("train", "--dataset", "My Times.json", "--epochs", 1, "--out", "run", cwd=tmp_path)
    assert ran.status == 0, ran.err
    assert "1,445 pairs, 2 strings with contradictory answers" in ran.out
    assert "1,441 distinct" in ran.out
    for number in range(1446, 1451):
        assert f"My Times.json: row {number}: expected" in ran.err
    assert "2 more rows were refused" in ran.err
    assert load_preset(tmp_path / "run").config["data"]["refused"] == 7
    ran = run_datenorm("normalize", "--task", tmp_path / "run", "10:30")
    assert TIME.is_valid(ran.out.strip())


@pytest.mark.slow
def test_training_goes_on_from_the_weights_of_another(tmp_path: Path) -> None:
    (tmp_path / "times.json").write_text(json.dumps(minutes_of_the_day()))
    common = ["--start-from", "time", "--dataset", tmp_path / "times.json", "--epochs", 1, "--learning-rate", "1e-6"]
    ran = run_datenorm("train", *common, "--out", "run", cwd=tmp_path)
    assert ran.status == 0, ran.err
    assert load_preset(tmp_path / "run").config["start_from"] == f"time, weights {load_preset('time').digest}"
    texts = [human for human, _ in minutes_of_the_day()]
    # So small a rate changes nothing; a training from chance would read none of these.
    values = [result.value for result in Normalizer(tmp_path / "run").normalize_batch(texts)]
    assert values == [result.value for result in Normalizer("time").normalize_batch(texts)]
    ran = run_datenorm("train", *common, "--encoder-units", 20, "--skip-separators", "--out", "small", cwd=tmp_path)
    assert ran.status == 0, ran.err
    model = load_preset(tmp_path / "small").config["model"]
    assert (model["encoder_units"], model["decoder_units"], model["separators"]) == (20, 64, [[2, 10]])
    faster = [*common[:-1], "0.01", "--epochs", 1]
    ran = run_datenorm("train", *faster, "--start-share", 1, "--out", "mixed", cwd=tmp_path)
    assert ran.status == 0, ran.err
    assert values == [result.value for result in Normalizer(tmp_path / "mixed").normalize_batch(texts)]


@pytest.mark.slow
def test_another_encoder_and_attention_train_and_read(tmp_path: Path) -> None:
    (tmp_path / "times.json").write_text(json.dumps(minutes_of_the_day()))
    architecture = ["--encoder", "cnn_attention", "--attention", "multihead"]
    # Four heads do not divide 2 * 7 features.
    sizes = ["--encoder-units", 7, "--decoder-units", 8]
    ran = run_datenorm(
        "train", "--dataset", "times.json", "--epochs", 1, *architecture, *sizes, "--out", "run", cwd=tmp_path
    )
    assert ran.status == 0, ran.err
    model = load_preset(tmp_path / "run").config["model"]
    assert (model["encoder"], model["attention"]) == ("cnn_attention", "multihead")
    assert TIME.is_valid(run_datenorm("normalize", "--task", "run", "10:30", cwd=tmp_path).out.strip())


@pytest.mark.slow
def test_ctrl_c_keeps_the_run_and_resume_finishes_it(tmp_path: Path) -> None:
    (tmp_path / "times.json").write_text(json.dumps(minutes_of_the_day()))
    folder = tmp_path / "run"
    log = folder / "checkpoints" / "log.csv"
    arguments = ["--dataset", str(tmp_path / "times.json"), "--epochs", "40", "--batch-size", "64"]
    with subprocess.Popen(
        [sys.executable, *TRAIN, *arguments, "--out", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        start_new_session=True,
    ) as process:
        deadline = time.monotonic() + 200
        while time.monotonic() < deadline and process.poll() is None:
            if log.exists() and len(log.read_text().splitlines()) > 2:
                break
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert f"--resume {folder}" in out.decode()
    assert "Traceback" not in err.decode()
    epochs = epochs_logged(folder)
    assert epochs == list(range(len(epochs)))
    assert 2 <= len(epochs) < 40
    # As it was begun, but for the length, so that this test ends.
    config = json.loads((folder / "config.json").read_text())
    config["training"]["epochs"] = len(epochs) + 1
    (folder / "config.json").write_text(json.dumps(config))
    ran = run_datenorm("--resume", folder, entry=TRAIN)
    assert ran.status == 0, ran.err
    assert epochs_logged(folder) == list(range(config["training"]["epochs"]))
    assert Normalizer(folder).normalize("10:30").value
