"""The command `datenorm normalize`."""

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.processes import ENVIRONMENT, Ran, assert_refused, call_datenorm, run_datenorm, run_datenorm_measured

from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import CONFIG, ONNX, VOCABS, load_preset

COMMAND = [sys.executable, "-m", "datenorm", "normalize"]
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@pytest.fixture
def copied_preset(tmp_path: Path) -> Path:
    folder = tmp_path / "copied preset"
    folder.mkdir()
    for name in (CONFIG, VOCABS, ONNX):
        shutil.copy(load_preset("time").folder / name, folder)
    return folder


def test_each_argument_gives_one_line() -> None:
    ran = call_datenorm("normalize", "--task", "time", "ten past nine", "", "９：３０", "x" * 99)
    assert ran == Ran(0, "09:10\n\n09:30\n\n", "")


def test_each_line_of_stdin_gives_one_line() -> None:
    ran = call_datenorm("normalize", "--task", "time", stdin="ten\r\n\nnine\n  \nlast without a newline")
    lines = ran.out.splitlines()
    assert [bool(TIME.fullmatch(line)) for line in lines] == [True, False, True, False, True]


def test_a_process_gives_what_a_call_gives() -> None:
    stdin = "3 May 1979\n03/04/2005\n\n"
    assert run_datenorm("normalize", "--json", stdin=stdin) == call_datenorm("normalize", "--json", stdin=stdin)


def test_empty_input_gives_empty_output() -> None:
    assert call_datenorm("normalize") == Ran(0, "", "")


def test_20000_lines_keep_their_order() -> None:
    texts = [f"{i // 60 % 24}:{i % 60:02d}" if i % 3 else "" for i in range(20_000)]
    ran = call_datenorm("normalize", "--task", "time", stdin="\n".join(texts) + "\n")
    expected = [result.value or "" for result in Normalizer("time").normalize_batch(texts)]
    assert ran.out.split("\n")[:-1] == expected


def test_a_line_of_one_separator_stays_one_line() -> None:
    ran = call_datenorm("normalize", "--task", "time", stdin="ten\x0bthirty\nten\u2028thirty\nten\x1cthirty\n")
    assert len(set(ran.out.splitlines())) == 1
    assert len(ran.out.splitlines()) == 3


def test_a_line_of_invalid_utf_8_is_named_and_loses_no_other() -> None:
    stdin = b"ten\n\xff\xfe nine\nnoon\nzw\xc3\xb6lf \x80\n"
    ran = call_datenorm("normalize", "--task", "time", "--json", stdin=stdin)
    assert ran.status == 0
    results = [json.loads(line) for line in ran.out.splitlines()]
    assert [result["value"] for result in results[::2]] == [
        result.value for result in Normalizer("time").normalize_batch(["ten", "noon"])
    ]
    assert [(result["text"], result["value"], result["reason"]) for result in results[1::2]] == [
        ("\\xff\\xfe nine", None, "not text"),
        ("zwölf \\x80", None, "not text"),
    ]
    assert ran.err.splitlines() == [
        "datenorm: line 2: byte 0xff, the 1. of it, is not UTF-8",
        "datenorm: line 4: byte 0x80, the 8. of it, is not UTF-8",
    ]


def test_json_lines_hold_the_whole_result() -> None:
    texts = ["ten past nine", "", '"３" \\', "x" * 99]
    ran = call_datenorm("normalize", "--task", "time", "--json", *texts)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    results = [result.to_dict() for result in Normalizer("time").normalize_batch(texts)]
    assert lines == json.loads(json.dumps(results))


# Orders and ambiguous dates.


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        (["--order", "DMY"], "2005-04-03"),
        (["--order", "mdy"], "2005-03-04"),
        (["--locale", "en_US"], "2005-03-04"),
        (["--locale", "de-AT"], "2005-04-03"),
    ],
)
def test_an_order_or_a_locale_decides(arguments: list[str], value: str) -> None:
    assert call_datenorm("normalize", "--strict", *arguments, "03/04/2005") == Ran(0, f"{value}\n", "")
    shades = call_datenorm("explain", *arguments, "03/04/2005").out.splitlines()[1:]
    assert "".join(row[0] for row in shades).startswith(value.replace("-", ""))


def test_ambiguous_dates_are_counted_on_stderr() -> None:
    lines = "03/04/2005\n3 May 1979\n" * 1500
    ran = call_datenorm("normalize", stdin=lines)
    assert (ran.status, ran.out.count("\n")) == (0, 3000)
    assert ran.err == (
        "datenorm: 1,500 of 3,000 texts read two ways, and got the more probable reading; "
        "--order or --locale decides between orders\n"
    )


@pytest.mark.parametrize("order", ["infer", "Infer"])
def test_the_lines_of_stdin_decide_together(order: str) -> None:
    lines = "03/04/2005\n13/07/2022\n2022-07-03\n"
    ran = call_datenorm("normalize", "--order", order, "--strict", stdin=lines)
    assert (ran.status, ran.out) == (0, "2005-04-03\n2022-07-13\n2022-07-03\n")
    assert ran.err.startswith("datenorm: order DMY: 1 rows are DMY only, 0 MDY only, 0 YMD only")


def test_lines_that_contradict_each_other_stay_ambiguous() -> None:
    lines = "03/04/2005\n13/07/2022\n2022-07-03\n07/13/2022\n"
    ran = call_datenorm("normalize", "--order", "infer", "--json", stdin=lines)
    contradiction, count = ran.err.splitlines()
    assert contradiction.startswith("datenorm: the column contradicts itself: 1 rows are DMY only, 1 MDY only")
    assert count.startswith("datenorm: 1 of 4 texts read two ways")
    assert [json.loads(line)["ambiguous"] for line in ran.out.splitlines()] == [True, False, False, False]


def test_strict_reports_texts_without_an_answer_and_ambiguous_dates() -> None:
    assert call_datenorm("normalize", "--strict", "3 May 1979", "13/04/2005").status == 0
    ran = call_datenorm("normalize", "--strict", stdin="3 May 1979\n\n4 May 1979\n")
    assert ran == Ran(1, "1979-05-03\n\n1979-05-04\n", "")
    assert call_datenorm("normalize", "--strict", stdin=b"\xff\n").status == 1
    assert call_datenorm("normalize", "--strict", "3 May 1979", "03/04/2005").status == 1


def test_min_confidence_drops_answers() -> None:
    ran = call_datenorm("normalize", "--json", "--min-confidence", 1, "3 May 1979")
    assert json.loads(ran.out)["reason"] == "low confidence"


# Wrong use, streams and signals.


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
        (["--task", "tiem"], "expected a preset (date, moment, time)"),
    ],
)
def test_wrong_use_is_refused_before_stdin_is_read(arguments: list[str], words: str) -> None:
    ran = call_datenorm("normalize", *arguments, stdin=None)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert "stdin" not in ran.err


def test_a_folder_is_read_unless_a_file_of_it_is_missing(copied_preset: Path) -> None:
    assert call_datenorm("normalize", "--task", copied_preset, "ten past nine").out == "09:10\n"
    (copied_preset / VOCABS).unlink()
    assert_refused(call_datenorm("normalize", "--task", copied_preset, "ten"), VOCABS)


def test_a_closed_stdin_is_refused() -> None:
    assert_refused(call_datenorm("normalize", stdin=None), "stdin is closed")


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_streams_are_utf_8_in_any_locale(locale: str) -> None:
    environment = ENVIRONMENT | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    stdin = "2 มกราคม 2024\n".encode()
    ran = subprocess.run([*COMMAND, "--json"], input=stdin, capture_output=True, env=environment, check=True)
    result = json.loads(ran.stdout.decode())
    assert (result["text"], result["value"], ran.stderr) == ("2 มกราคม 2024", "2024-01-02", b"")


def test_an_argument_of_odd_bytes_is_answered_as_json() -> None:
    ran = subprocess.run([*COMMAND, "--json", b"ten \xff"], capture_output=True, env=ENVIRONMENT, check=True)
    assert json.loads(ran.stdout)["text"] == "ten \udcff"


def test_lines_are_answered_when_the_input_pauses() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdin
        assert process.stdout
        for day in (3, 4):
            process.stdin.write(b"%d May 1979\n\nre" % day)
            process.stdin.flush()
            assert [process.stdout.readline() for _ in range(2)] == [b"1979-05-%02d\n" % day, b"\n"]
            process.stdin.write(b"ad me\n")
            process.stdin.flush()
            assert process.stdout.readline() == b"\n"
        process.stdin.close()
        assert process.stdout.read() == b""


def test_ctrl_c_ends_quietly() -> None:
    with subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, bufsize=0
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


def test_a_closed_pipe_ends_quietly() -> None:
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{' '.join(COMMAND)} | head -1"],
        input=b"3 May 1979\n" * 50_000,
        capture_output=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"1979-05-03\n", b"")


@pytest.mark.slow
def test_lines_stream_in_flat_memory(tmp_path: Path) -> None:
    peaks = []
    for count in (2_000, 400_000):
        lines = tmp_path / "lines.txt"
        lines.write_bytes(b"".join(b"%d May 1979\n" % (1 + i % 28) for i in range(count)))
        ran, used = run_datenorm_measured("normalize", stdin=lines, stdout=tmp_path / "out.txt")
        assert (ran.status, ran.err) == (0, "")
        assert (tmp_path / "out.txt").stat().st_size == count * len("1979-05-03\n")
        peaks.append(used.peak)
    assert peaks[1] < peaks[0] * 1.1
