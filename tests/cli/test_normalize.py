import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT, Ran, assert_refused, run_datenorm, run_datenorm_measured

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names
from datenorm.reading.normalizer import Normalizer


def test_an_unknown_preset_is_refused(tmp_path: Path) -> None:
    assert_refused(run_datenorm("normalize", "--task", "tiem", "ten", cwd=tmp_path), "preset", "'tiem'")


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
