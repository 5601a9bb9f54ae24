from pathlib import Path

import pytest
from support.processes import assert_refused, call_datenorm, run_datenorm

from datenorm.reading.preset import load_preset


@pytest.mark.slow
def test_the_tables_are_printed_and_written_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Speed\n\n<!-- benchmark -->\nof another day\n<!-- /benchmark -->\n\nAfter.\n", encoding="utf-8")
    brief = ("--repeats", 1, "--seconds", 0.05)
    ran = run_datenorm("benchmark", "--rows", 300, "--table-rows", 400, *brief, "--into", page)
    assert ran.status == 0, ran.err
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Speed\n\n<!-- benchmark -->\n| ")
    assert text.endswith("\n<!-- /benchmark -->\n\nAfter.\n")
    assert "of another day" not in text
    for wanted in (
        "| datenorm |",
        "| dateparser |",
        "| dateutil |",
        "300 lines",
        "400 distinct rows",
        load_preset("moment").digest,
    ):
        assert wanted in text
    assert text.partition("<!-- benchmark -->\n")[2].partition("\n<!-- /benchmark -->")[0] == ran.out.rstrip("\n")


def test_a_profile_is_printed_and_written_between_its_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- profile -->\n<!-- /profile -->\n", encoding="utf-8")
    ran = call_datenorm("benchmark", "--profile", "--rows", 50, "--repeats", 1, "--into", page)
    assert ran.status == 0, ran.err
    assert page.read_text(encoding="utf-8") == f"<!-- profile -->\n{ran.out}<!-- /profile -->\n"
    assert f"--profile --rows 50 --repeats 1`, weights {load_preset('moment').digest}" in ran.out


def test_a_profile_needs_a_preset_that_reads_moments() -> None:
    ran = call_datenorm("benchmark", "--profile", "--task", "time")
    assert_refused(ran, "expected a preset or run that reads moments. Received: one of the task time")


def test_a_preset_that_reads_no_dates_is_refused() -> None:
    ran = call_datenorm("benchmark", "--task", "time")
    assert_refused(ran, "expected a preset or run that reads dates. Received: one of the task time")


@pytest.mark.parametrize("option", ["--rows", "--table-rows", "--repeats"])
def test_a_measurement_of_nothing_is_refused(option: str) -> None:
    ran = call_datenorm("benchmark", option, 0)
    assert ran.status == 2
    assert f"argument {option}: expected a whole number of at least 1. Received: 0" in ran.err
