from pathlib import Path

import pytest
from support.processes import run_datenorm

import datenorm.training  # noqa: F401 - registers the layers that the .keras file names
from datenorm.reading.preset import load_preset


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
