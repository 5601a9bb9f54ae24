import re
from pathlib import Path

import pytest
from support.processes import ROOT, Ran, assert_refused, call_datenorm

from datenorm.reading.preset import load_preset

SPANS = '"spans": {"hour": [[0, 2]], "minute": [[3, 5]]}'
LINES = (
    f'{{"text": "10:30", "expected": "10:30", "lang": "en_GB", {SPANS}}}',
    "no JSON",
    '{"text": "half past five", "expected": "99:99", "lang": "en_US"}',
    '{"text": "ten"}',
    '{"text": "noon", "expected": "12:00", "lang": "de"}',
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_bytes("\n".join(LINES).encode() + b'\n{"text": "\xff", "expected": null}\n')
    return path


def evaluate(*arguments: object) -> Ran:
    return call_datenorm("evaluate", *arguments, "--task", "time")


def rows_of(out: str) -> dict[str, list[str]]:
    """The first cell of each row -> the others."""
    rows = [re.split(r" ?\| ?", line.strip("| ")) for line in out.splitlines() if line.startswith("|")]
    return {first: others for first, *others in rows}


def test_bad_lines_are_named_and_the_others_are_scored(cases: Path) -> None:
    ran = evaluate(cases, "--by", "lang", "--mistakes", 1)
    assert ran.status == 0
    assert [line.partition("line ")[2][:1] for line in ran.err.splitlines()] == ["2", "4"]
    rows = rows_of(ran.out)
    assert {name: rows[name][0] for name in ("None", "de", "en_GB", "en_US", "all")} == {
        "None": "1",
        "de": "1",
        "en_GB": "1",
        "en_US": "1",
        "all": "4",
    }
    assert rows["de"][1] == rows["en_GB"][1] == "100.00%"
    assert ran.out.count("was read as") == 1


def test_where_keeps_the_cases_that_meet_all_conditions(cases: Path) -> None:
    ran = evaluate(cases, "--where", "lang=en*", "--where", "text=1*")
    assert rows_of(ran.out)["all"][:2] == ["1", "100.00%"]


def test_attention_is_measured_in_the_cases_with_spans(cases: Path) -> None:
    out = evaluate(cases, "--attention", "--by", "lang").out
    assert out.splitlines()[2].startswith("| en_GB | hour | 1 | ")
    assert "all spans exact, of the cases read right: 100.00%" in out


@pytest.mark.parametrize(
    ("lines", "arguments", "words"),
    [
        (
            [*LINES, '{"text": "at ten", "moments": [[3, 6]]}'],
            [],
            "of running text with moments, or of pictures with file",
        ),
        ([], [], "cases.jsonl: expected at least one case"),
        (["no JSON"], [], "cases.jsonl: expected at least one case"),
        (LINES, ["--where", "lang=fr"], "at least one case with lang=fr. Received: none of 3"),
        (LINES, ["--where", "lang"], "expected FIELD=PATTERN or FIELD!=PATTERN"),
        (LINES, ["--by", "language_"], "a field of the cases: language, text, expected, lang. Received: 'language_'"),
        (LINES, ["--attention", "--where", "lang=de"], "cases with spans for --attention"),
    ],
    ids=["some of both", "no line", "no case", "no case that fits", "no condition", "no such field", "no spans"],
)
def test_cases_that_cannot_be_measured_are_refused(
    cases: Path, lines: list[str], arguments: list[str], words: str
) -> None:
    cases.write_text("\n".join(lines), encoding="utf-8")
    ran = evaluate(cases, *arguments)
    *_, last = ran.err.splitlines()  # after those on bad lines
    assert_refused(Ran(ran.status, ran.out, last), words)
    assert ran.out == ""


def test_a_missing_file_of_cases_is_named(tmp_path: Path) -> None:
    assert_refused(evaluate(tmp_path / "none.jsonl"), f"{tmp_path / 'none.jsonl'}: No such file or directory")


@pytest.mark.parametrize(("arguments", "name"), [([], "time results"), (["--attention"], "time attention")])
def test_into_writes_the_table_and_its_weights_between_the_markers(
    cases: Path, arguments: list[str], name: str
) -> None:
    page = cases.with_name("page.md")
    page.write_text(f"# Head\n<!-- {name} -->\nold\n<!-- /{name} -->\ntail\n")
    table = evaluate(cases, *arguments, "--into", page).out.partition("\n\n")[0]
    text = page.read_text()
    assert text.startswith(f"# Head\n<!-- {name} -->\n{table}\n\n`datenorm evaluate {cases} --task time")
    assert text.endswith(f"\n<!-- /{name} -->\ntail\n")
    assert f"weights {load_preset('time').digest}, onnxruntime " in text


def test_a_page_without_markers_is_refused(cases: Path) -> None:
    page = cases.with_name("page.md")
    page.write_text("# Head\n")
    ran = evaluate(cases, "--into", page)
    assert ran.status == 2
    assert "expected the markers <!-- time results -->" in ran.err


def test_the_held_out_times_have_spans() -> None:
    path = ROOT / "data" / "Time Held-out.jsonl"
    ran = evaluate(path, "--attention", "--where", "text=quarter*")
    assert int(rows_of(ran.out)["hour"][0]) > 50
