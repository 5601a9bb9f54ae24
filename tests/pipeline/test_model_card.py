import shutil
from pathlib import Path

import pytest

from datenorm.pipeline.model_card import write_report
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.preset import load_preset

CASES = [
    {"text": "ten past nine", "expected": "09:10", "family": "past", "held_out": "string"},
    {"text": "10:30", "expected": "10:30", "family": "clock", "held_out": "string"},
    {"text": "10:31", "expected": "10:31", "family": "clock", "held_out": "pattern"},
    {"text": "10:32", "expected": "11:32", "family": "clock", "held_out": "pattern"},
]


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> tuple[RunFolder, str]:
    folder = tmp_path_factory.mktemp("report") / "run"
    run = RunFolder(Path(shutil.copytree(load_preset("time").folder, folder)))
    run.write_cases(CASES, CASES)
    return run, write_report(run)


def test_report_scores_each_way_of_being_held_out(reported: tuple[RunFolder, str]) -> None:
    _, report = reported
    overall, string, pattern = report.partition("\n\nMistakes:")[0].split("\n\nHeld out by ")
    assert "| all | 4 | 75.00%" in overall
    assert string.startswith("string:")
    assert "| past | 1 | 100.00%" in string
    assert pattern.startswith("pattern:")
    assert "| clock | 2 | 50.00%" in pattern


def test_report_names_the_mistakes_and_where_the_maps_are(reported: tuple[RunFolder, str]) -> None:
    run, report = reported
    assert "Mistakes:\n- '10:32' was read as 10:32" in report
    assert report.endswith(f"What was looked at: {run.maps}")


def test_card_says_how_the_model_was_trained(reported: tuple[RunFolder, str]) -> None:
    run, report = reported
    card, config = run.card.read_text(encoding="utf-8"), run.read_config()
    assert f"`python train.py {' '.join(config.argv)}`, starting from {config.start_from}" in card
    assert f"{config.start_share:.0%} of the final weights" in card
    assert f"learning_rate {config.training.learning_rate}" in card
    assert f"encoder {config.model.encoder}" in card
    assert f"keras {config.versions['keras']}" in card
    assert load_preset(run.path).digest in card
    assert report.partition("\n\nMistakes:")[0] in card


def test_maps_show_right_readings_and_mistakes(reported: tuple[RunFolder, str]) -> None:
    run, _ = reported
    maps = run.maps.read_text(encoding="utf-8")
    assert maps.count("<figure>") == 3  # two families that were read right, and a mistake
    assert "Wrong: 10:32, read as 10:32, expected 11:32" in maps
