import json
from pathlib import Path

import pytest
from support.few_cases import draw_few_cases
from support.processes import Ran, call_datenorm

from datenorm.core.tasks import TIME

FILES = ["Time Dataset.json", "Time Vocabs.json", "Time Held-out.jsonl"]


@pytest.fixture(autouse=True)
def _few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_few_cases(monkeypatch)


def generate(out: Path, *arguments: object) -> Ran:
    return call_datenorm("generate", "--task", "time", "--size", 300, "--out", out, *arguments)


def test_generate_writes_three_files_and_names_them(tmp_path: Path) -> None:
    ran = generate(tmp_path / "new" / "data")
    assert ran.status == 0, ran.err
    assert sorted(path.name for path in (tmp_path / "new" / "data").iterdir()) == sorted(FILES)
    pairs = json.loads((tmp_path / "new" / "data" / FILES[0]).read_text(encoding="utf-8"))
    assert len(pairs) == 300
    assert all(TIME.is_valid(machine) for _, machine in pairs)
    assert ran.out.splitlines() == [f"{tmp_path}/new/data now holds 300 pairs and 100 held-out cases:", *FILES]
    assert "generating 300 pairs and 100 held-out cases" in ran.err


def test_files_of_the_task_are_replaced_only_with_overwrite(tmp_path: Path) -> None:
    mine = tmp_path / FILES[1]
    mine.write_text("mine")
    ran = generate(tmp_path)
    assert ran.status == 2
    assert f"{mine} exists already: choose another folder with --out, or add --overwrite" in ran.err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]
    assert generate(tmp_path, "--overwrite").status == 0
    assert mine.read_text() != "mine"


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    notes = dict.fromkeys(("README.md", "Date Dataset.json"), "of something else")
    for name, text in notes.items():
        (tmp_path / name).write_text(text)
    assert generate(tmp_path).status == 0
    assert {name: (tmp_path / name).read_text() for name in notes} == notes


def test_the_counts_of_a_data_card_are_brought_up_to_date(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text("# Mine\n<!-- time counts -->\nprevious\n<!-- /time counts -->\n")
    assert generate(tmp_path).status == 0
    text = card.read_text(encoding="utf-8")
    assert text.startswith("# Mine\n<!-- time counts -->\nWritten with Faker ")
    assert "- 300 pairs" in text
    assert "previous" not in text


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--task", "dates"], "expected one of the tasks time, date, moment. Received: 'dates'"),
        (["--size", "0"], "argument --size: expected a whole number of at least 1. Received: 0"),
        (["--size", "-3"], "argument --size: expected a whole number of at least 1. Received: -3"),
        (["--size", "many"], "argument --size: expected a whole number of at least 1. Received: many"),
        (["--seed", "x"], "argument --seed: invalid int value: 'x'"),
        (["data"], "unrecognized arguments: data"),
    ],
)
def test_wrong_arguments_are_refused_before_anything_is_written(
    tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    ran = generate(tmp_path / "data", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err
    assert not (tmp_path / "data").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_text("mine")
    ran = generate(path, "--overwrite")
    assert ran.status == 2
    assert f"expected --out to be a folder, new or old. Received: {path}, which is a file" in ran.err
    assert path.read_text() == "mine"
