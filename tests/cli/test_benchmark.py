from pathlib import Path

import pytest
from support.processes import assert_refused, call_datenorm, run_datenorm

from datenorm.reading.preset import load_preset


@pytest.mark.slow
def test_the_tables_are_printed_and_written_between_the_markers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Speed\n\n<!-- benchmark -->\nof another day\n<!-- /benchmark -->\n\nAfter.\n", encoding="utf-8")
    ran = run_datenorm("benchmark", "--rows", 300, "--repeats", 1, "--seconds", 0.05, "--into", page)
    assert ran.status == 0, ran.err
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Speed\n\n<!-- benchmark -->\n| ")
    assert text.endswith("\n<!-- /benchmark -->\n\nAfter.\n")
    assert "of another day" not in text
    for wanted in ("| datenorm |", "| dateparser |", "| dateutil |", "300 lines", load_preset("date").digest):
        assert wanted in text
    assert text.partition("<!-- benchmark -->\n")[2].partition("\n<!-- /benchmark -->")[0] == ran.out.rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--task", "time"], "expected a preset or run that reads dates. Received: one of the task time"),
        (["--rows", 0], "expected at least one row and one repeat. Received: 0 and 5"),
        (["--repeats", 0], "expected at least one row and one repeat. Received: 100000 and 0"),
    ],
)
def test_what_cannot_be_measured_is_refused(arguments: list[object], words: str) -> None:
    assert_refused(call_datenorm("benchmark", *arguments), words)
