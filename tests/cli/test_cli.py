import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import keras
import pytest
from support.processes import ENVIRONMENT, ROOT, Ran, run_datenorm, run_datenorm_measured

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names
from datenorm.core.tasks import TIME
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import load_preset

TRAIN = [str(ROOT / "train.py")]


def assert_refused(ran: Ran, *words: str) -> None:
    """Exit status 2 and one line that says what to do."""
    assert ran.status == 2
    (line,) = ran.err.splitlines()
    assert line.startswith("datenorm: ")
    assert all(word in line for word in words)


def test_no_arguments_show_the_usage() -> None:
    ran = run_datenorm()
    assert ran.status == 2
    assert ran.err.startswith("usage: datenorm")
    assert "Traceback" not in ran.err


COMMANDS = ["normalize", "table", "explain", "generate", "train", "evaluate", "compare", "benchmark"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    ran = run_datenorm(command, "--help")
    assert ran.status == 0
    assert f"datenorm {command}" in ran.out.partition("Example")[2]


def test_an_unknown_preset_is_refused(tmp_path: Path) -> None:
    assert_refused(run_datenorm("normalize", "--task", "tiem", "ten", cwd=tmp_path), "preset", "'tiem'")


def test_wrong_use_is_refused(tmp_path: Path) -> None:
    for arguments in (
        ["nonsense"],
        ["train", "--size", "0"],
        ["train", "--epochs", "x"],
        ["train", "--encoder", "moon"],
        ["train", "--attention", "bilstm"],
        ["compare", "--epochs", "0"],
        ["evaluate", "cases.jsonl", "--where", "lang"],
        ["explain"],
    ):
        ran = run_datenorm(*arguments, cwd=tmp_path)
        assert ran.status == 2, arguments
        assert "Traceback" not in ran.err
    assert list(tmp_path.iterdir()) == []


# Training.


def minutes_of_the_day() -> list[list[str]]:
    return [[f"{hour}:{minute:02d}", f"{hour:02d}:{minute:02d}"] for hour in range(24) for minute in range(60)]


def epochs_logged(folder: Path) -> list[int]:
    """The epochs of a run's log. One that Ctrl-C cut off just after it was logged is run, and logged, once more."""
    lines = (folder / "checkpoints" / "log.csv").read_text().splitlines()[1:]
    return sorted({int(line.partition(",")[0]) for line in lines})


def test_a_training_reports_and_leaves_a_whole_folder(trained: tuple[Path, Ran]) -> None:
    folder, ran = trained
    assert ran.status == 0, ran.err
    assert "Traceback" not in ran.err
    assert "val_machine_exact_match" in ran.out
    assert "exact match" in ran.out
    assert "Mistakes:" in ran.out
    assert str(folder) in ran.out.splitlines()[-1]
    assert load_preset(folder).task is TIME
    names = {path.name for path in folder.iterdir()}
    assert {"config.json", "vocab.json", "model.onnx", "model.keras", "README.md", "held-out.jsonl"} <= names
    assert (folder / "attention.html").read_text(encoding="utf-8").count("<figure>") > 5
    assert "--size" in json.loads((folder / "config.json").read_text())["argv"]


def test_the_keras_file_is_read_in_safe_mode_and_holds_no_optimizer(run_folder: Path) -> None:
    model = keras.saving.load_model(run_folder / "model.keras", safe_mode=True)
    assert not model.compiled
    assert (run_folder / "model.keras").stat().st_size < 2 * 4 * model.count_params()


def test_a_folder_that_holds_files_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert_refused(run_datenorm("train", "--out", tmp_path), str(tmp_path), "--resume")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_is_no_run_cannot_be_resumed(tmp_path: Path) -> None:
    assert_refused(run_datenorm("train", "--resume", tmp_path), str(tmp_path), "config.json")


def test_an_unknown_task_is_refused(tmp_path: Path) -> None:
    assert_refused(run_datenorm("train", "--task", "moon", "--out", tmp_path / "run"), "moon")
    assert not (tmp_path / "run").exists()


def test_a_missing_data_set_is_refused(tmp_path: Path) -> None:
    assert_refused(run_datenorm("train", "--dataset", tmp_path / "no.json", "--out", tmp_path / "run"), "no.json")
    assert not (tmp_path / "run").exists()


def test_an_own_data_set_trains_with_bad_rows_and_contradictions_reported(tmp_path: Path) -> None:
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
    assert LINE.fullmatch(ran.out.strip())


def test_a_training_goes_on_from_the_weights_of_another(tmp_path: Path) -> None:
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
    assert_refused(run_datenorm("train", "--start-share", 0.5, "--out", tmp_path / "other"), "--start-from")
    assert_refused(run_datenorm("train", *common, "--encoder-units", 33, "--out", tmp_path / "other"), "32", "33")
    assert_refused(run_datenorm("train", *common, "--attention", "dot", "--out", tmp_path / "other"), "--start-from")
    assert_refused(run_datenorm("train", *common, "--task", "date", "--out", tmp_path / "other"), "time", "date")
    other_words = ["--task", "date", "--start-from", "date", "--word-rows", 31, "--out", tmp_path / "other"]
    assert_refused(run_datenorm("train", *other_words), str(load_preset("date").config["model"]["word_rows"]), "31")
    assert not (tmp_path / "other").exists()


def test_another_encoder_and_attention_train_and_read(tmp_path: Path) -> None:
    (tmp_path / "times.json").write_text(json.dumps(minutes_of_the_day()))
    kind = ["--encoder", "cnn_attention", "--attention", "multihead"]
    # Four heads do not divide 2 * 7 features.
    sizes = ["--encoder-units", 7, "--decoder-units", 8]
    ran = run_datenorm("train", "--dataset", "times.json", "--epochs", 1, *kind, *sizes, "--out", "run", cwd=tmp_path)
    assert ran.status == 0, ran.err
    model = load_preset(tmp_path / "run").config["model"]
    assert (model["encoder"], model["attention"]) == ("cnn_attention", "multihead")
    assert LINE.fullmatch(run_datenorm("normalize", "--task", "run", "10:30", cwd=tmp_path).out.strip())


def test_a_comparison_that_cannot_be_is_refused(tmp_path: Path) -> None:
    assert_refused(run_datenorm("compare", "--task", "moon", "--out", tmp_path / "runs"), "moon")
    assert not (tmp_path / "runs").exists()
    assert_refused(run_datenorm("compare", "--resume", tmp_path / "runs"), "bilstm-additive", "config.json")
    (tmp_path / "mine.txt").write_text("mine")
    assert_refused(run_datenorm("compare", "--out", tmp_path), str(tmp_path), "--resume")


def test_too_few_pairs_are_refused(tmp_path: Path) -> None:
    (tmp_path / "few.json").write_text('[["ten", "10:00"], ["nine", "09:00"]]')
    assert_refused(run_datenorm("train", "--dataset", "few.json", "--out", "run", cwd=tmp_path), "pairs", "2")


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


# Reading.

LINE = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def test_arguments_in_lines_out(run_folder: Path) -> None:
    ran = run_datenorm("normalize", "--task", run_folder, "ten past nine", "", "９：３０", "x" * 99)
    assert (ran.status, ran.err) == (0, "")
    first, second, third, fourth = ran.out.split("\n")[:-1]
    assert LINE.fullmatch(first)
    assert LINE.fullmatch(third)
    assert second == fourth == ""


def test_lines_in_lines_out(run_folder: Path) -> None:
    ran = run_datenorm("normalize", "--task", run_folder, stdin="ten\r\n\nnine\n  \nlast without a newline")
    assert [bool(LINE.fullmatch(line)) for line in ran.out.splitlines()] == [True, False, True, False, True]


def test_empty_input_gives_empty_output(run_folder: Path) -> None:
    assert run_datenorm("normalize", "--task", run_folder) == Ran(0, "", "")


def test_20000_lines_keep_their_order(run_folder: Path) -> None:
    texts = [f"{i // 60 % 24}:{i % 60:02d}" if i % 3 else "" for i in range(20_000)]
    ran = run_datenorm("normalize", "--task", run_folder, stdin="\n".join(texts) + "\n")
    lines = ran.out.split("\n")[:-1]
    expected = [result.value or "" for result in Normalizer(run_folder).normalize_batch(texts)]
    assert lines == expected


def test_a_line_of_invalid_utf_8_is_named_and_loses_no_other(run_folder: Path) -> None:
    stdin = b"ten\n\xff\xfe nine\nnoon\nzw\xc3\xb6lf \x80\n"
    ran = run_datenorm("normalize", "--task", run_folder, "--json", stdin=stdin)
    assert ran.status == 0
    results = [json.loads(line) for line in ran.out.splitlines()]
    assert [result["value"] for result in results[::2]] == [
        result.value for result in Normalizer(run_folder).normalize_batch(["ten", "noon"])
    ]
    assert [(result["text"], result["value"], result["reason"]) for result in results[1::2]] == [
        ("\\xff\\xfe nine", None, "not text"),
        ("zwölf \\x80", None, "not text"),
    ]
    assert ran.err.splitlines() == [
        "datenorm: line 2: byte 0xff, the 1. of it, is not UTF-8",
        "datenorm: line 4: byte 0x80, the 8. of it, is not UTF-8",
    ]


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_streams_are_utf_8_in_any_locale(locale: str) -> None:
    environment = ENVIRONMENT | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "datenorm", "normalize", "--json"]
    ran = subprocess.run(command, input="2 มกราคม 2024\n".encode(), capture_output=True, env=environment, check=True)
    result = json.loads(ran.stdout.decode())
    assert (result["text"], result["value"], ran.stderr) == ("2 มกราคม 2024", "2024-01-02", b"")


def test_strict_tells_that_some_have_no_answer() -> None:
    assert run_datenorm("normalize", "--strict", "3 May 1979", "03/04/2005").status == 0
    ran = run_datenorm("normalize", "--strict", stdin="3 May 1979\n\n4 May 1979\n")
    assert ran == Ran(1, "1979-05-03\n\n1979-05-04\n", "")
    assert run_datenorm("normalize", "--strict", stdin=b"\xff\n").status == 1


def test_min_confidence_drops_guesses() -> None:
    ran = run_datenorm("normalize", "--json", "--min-confidence", 1, "3 May 1979")
    assert json.loads(ran.out)["reason"] == "low confidence"


@pytest.mark.parametrize(
    ("told", "value"),
    [(["--order", "DMY"], "2005-04-03"), (["--locale", "en_US"], "2005-03-04"), (["--locale", "de-AT"], "2005-04-03")],
)
def test_an_order_or_a_locale_decides(told: list[str], value: str) -> None:
    assert run_datenorm("normalize", *told, "03/04/2005").out == f"{value}\n"
    shades = run_datenorm("explain", *told, "03/04/2005").out.splitlines()[1:]
    assert "".join(row[0] for row in shades) == value


def test_the_lines_of_stdin_decide_together() -> None:
    lines = "03/04/2005\n13/07/2022\n2022-07-03\n"
    ran = run_datenorm("normalize", "--order", "infer", stdin=lines)
    assert (ran.status, ran.out) == (0, "2005-04-03\n2022-07-13\n2022-07-03\n")
    assert ran.err.startswith("datenorm: order DMY: 1 rows are DMY only, 0 MDY only, 1 YMD only")
    ran = run_datenorm("normalize", "--order", "infer", "--json", stdin=f"{lines}07/13/2022\n")
    assert ran.err.startswith("datenorm: the column contradicts itself: 1 rows are DMY only, 1 MDY only")
    assert [json.loads(line)["ambiguous"] for line in ran.out.splitlines()] == [True, False, False, False]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--locale", "xx"], "such as en_US"),
        (["--locale", ""], "such as en_US"),
        (["--order", "YDM"], "invalid choice"),
        (["--order", "DMY", "--locale", "en_US"], "not allowed with"),
        (["--min-confidence", "2"], "from 0 to 1"),
        (["--min-confidence", "high"], "invalid float"),
        (["--task", "time", "--order", "infer"], "the task has no orders"),
    ],
)
def test_wrong_orders_are_refused_before_stdin_is_read(arguments: list[str], words: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "datenorm", "normalize", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.wait(60) == 2
        assert process.stdout
        assert process.stderr
        assert process.stdout.read() == b""
        assert words in process.stderr.read().decode()


def test_a_closed_stdin_is_refused() -> None:
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m datenorm normalize <&-"], capture_output=True, env=ENVIRONMENT, check=False
    )
    assert_refused(Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode()), "stdin")


def test_ctrl_c_ends_quietly() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "datenorm", "normalize"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        bufsize=0,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"3 May 1979\n" * 5000)
        process.stdin.flush()
        assert process.stdout.readline() == b"1979-05-03\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    assert set(out.splitlines()[:-1]) <= {b"1979-05-03"}


@pytest.mark.parametrize(("cause", "status"), [("KeyboardInterrupt", 130), ("OSError", 1)])
def test_ctrl_c_while_onnx_runtime_is_imported_ends_quietly(tmp_path: Path, cause: str, status: int) -> None:
    # What ONNX Runtime makes of an exception in the middle of its import.
    (tmp_path / "onnxruntime.py").write_text(f"raise ImportError('initialization failed') from {cause}()")
    ran = subprocess.run(
        [sys.executable, "-m", "datenorm", "normalize", "3 May 1979"],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ENVIRONMENT.get('PYTHONPATH', '')}"},
    )
    assert ran.returncode == status
    assert (ran.stderr == "") == (status == 130)


def test_lines_stream_in_flat_memory(tmp_path: Path) -> None:
    peaks = []
    for count in (2_000, 400_000):
        lines = tmp_path / "lines.txt"
        lines.write_bytes(b"".join(b"%d May 1979\n" % (1 + i % 28) for i in range(count)))
        ran, peak = run_datenorm_measured("normalize", stdin=lines, stdout=tmp_path / "out.txt")
        assert (ran.status, ran.err) == (0, "")
        assert (tmp_path / "out.txt").stat().st_size == count * len("1979-05-03\n")
        peaks.append(peak)
    assert peaks[1] < peaks[0] * 1.1


def test_a_line_of_one_separator_stays_one_line(run_folder: Path) -> None:
    ran = run_datenorm("normalize", "--task", run_folder, stdin="ten\x0bthirty\nten\u2028thirty\nten\x1cthirty\n")
    assert len(set(ran.out.splitlines())) == 1
    assert len(ran.out.splitlines()) == 3


def test_json_lines_hold_the_whole_result(run_folder: Path) -> None:
    texts = ["ten past nine", "", '"３" \\', "x" * 99]
    ran = run_datenorm("normalize", "--task", run_folder, "--json", *texts)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    results = Normalizer(run_folder).normalize_batch(texts)
    assert [line["text"] for line in lines] == texts
    assert [(line["value"], line["reason"]) for line in lines] == [(result.value, result.reason) for result in results]
    assert [line["confidence"] for line in lines] == pytest.approx([result.confidence for result in results])


def test_an_argument_of_odd_bytes_is_answered_as_json(run_folder: Path) -> None:
    command = [sys.executable, "-m", "datenorm", "normalize", "--task", str(run_folder), "--json", b"ten \xff"]
    ran = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=True)
    assert json.loads(ran.stdout)["text"] == "ten \udcff"


def test_a_closed_pipe_ends_quietly(run_folder: Path) -> None:
    command = f"{sys.executable} -m datenorm normalize --task '{run_folder}' | head -1"
    lines = "ten past nine\n" * 50_000
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        input=lines.encode(),
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert LINE.fullmatch(ran.stdout.decode().strip())
    assert ran.stderr == b""
    assert ran.returncode == 0


def test_a_folder_with_a_missing_file_is_refused(run_folder: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(run_folder, tmp_path / "copy")
    (copy / "vocab.json").unlink()
    assert_refused(run_datenorm("normalize", "--task", copy, "ten"), "vocab.json")


# Explaining, evaluating, generating.


def test_explain_shades_a_row_for_each_character(run_folder: Path, tmp_path: Path) -> None:
    paths = ["--png", tmp_path / "map.png", "--json", tmp_path / "map.json", "--html", tmp_path / "map.html"]
    ran = run_datenorm("explain", "--task", run_folder, "Ten past NINE", *paths)
    assert (ran.status, ran.err) == (0, "")
    head, *rows = ran.out.splitlines()
    assert head == "   ten past nine"
    fields = json.loads((tmp_path / "map.json").read_text())
    assert "".join(row[0] for row in rows) == fields["machine"]
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert "<table" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_explain_refuses_what_it_cannot_read(run_folder: Path) -> None:
    assert_refused(run_datenorm("explain", "--task", run_folder, "x" * 99), "41")
    assert_refused(run_datenorm("explain", "--task", run_folder, "ten", "--png", "map.jpg"), ".png")


def test_explain_shades_in_any_locale(run_folder: Path) -> None:
    command = [sys.executable, "-m", "datenorm", "explain", "--task", str(run_folder), "ten"]
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert ran.returncode == 0


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    lines = [
        *('{"text": "10:30", "expected": "10:30", "lang": "en_GB"}', "no JSON"),
        *('{"text": "half five", "expected": "99:99", "lang": "en_US"}', '{"text": "ten"}'),
        '{"text": "zehn", "expected": "10:00", "lang": "de"}',
    ]
    path.write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff", "expected": null}\n')
    return path


def test_evaluate_reports_bad_lines_and_scores_the_others(run_folder: Path, cases: Path) -> None:
    ran = run_datenorm("evaluate", cases, "--task", run_folder, "--by", "lang", "--mistakes", 1)
    assert ran.status == 0
    assert [line.partition("line ")[2][:1] for line in ran.err.splitlines()] == ["2", "4"]
    rows = {
        line.split("|")[1].strip(): line.split("|")[2].strip() for line in ran.out.splitlines() if line.startswith("|")
    }
    assert {name: rows[name] for name in ("None", "de", "en_GB", "en_US", "all")} == {
        "None": "1",
        "de": "1",
        "en_GB": "1",
        "en_US": "1",
        "all": "4",
    }
    assert ran.out.count("was read as") == 1


def test_evaluate_where(run_folder: Path, cases: Path) -> None:
    ran = run_datenorm("evaluate", cases, "--task", run_folder, "--where", "lang=en*", "--where", "text=1*")
    assert "| all | 1 |" in ran.out


def test_evaluate_without_cases_is_refused(run_folder: Path, cases: Path) -> None:
    ran = run_datenorm("evaluate", cases, "--task", run_folder, "--where", "lang=fr")
    assert ran.status == 2
    assert ran.err.splitlines()[-1].startswith("datenorm: expected at least one case")


def test_evaluate_into_a_file_writes_between_its_markers(run_folder: Path, cases: Path) -> None:
    card = cases.with_name("README.md")
    card.write_text("# Head\n<!-- time results -->\n<!-- /time results -->\ntail\n")
    assert run_datenorm("evaluate", cases, "--task", run_folder, "--into", card).status == 0
    text = card.read_text()
    assert text.startswith("# Head\n<!-- time results -->\n| cases |")
    assert text.endswith("\n<!-- /time results -->\ntail\n")
    assert load_preset(run_folder).digest in text


def test_generate_writes_three_files(tmp_path: Path) -> None:
    ran = run_datenorm("generate", "--task", "time", "--size", 300, "--seed", 1, "--out", tmp_path / "data")
    assert ran.status == 0, ran.err
    assert {path.name for path in (tmp_path / "data").iterdir()} == {
        "Time Dataset.json",
        "Time Vocabs.json",
        "Time Held-out.jsonl",
    }
    pairs = json.loads((tmp_path / "data" / "Time Dataset.json").read_text())
    assert len(pairs) == 300
    assert all(TIME.is_valid(machine) for _, machine in pairs)
    assert "300" in ran.out
