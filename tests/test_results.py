"""The tables of results in the documents are of the weights that ship."""

import re

import pytest
from support.processes import ROOT

from datenorm.reading.preset import load_preset, preset_names

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BETWEEN_MARKERS = re.compile(r"<!-- (?P<name>[^/\n]+) -->\n(?P<body>.*?)<!-- /(?P=name) -->", re.DOTALL)
CAPTION = re.compile(
    r"^`datenorm (?:evaluate|benchmark)(?P<options>[^`]*)`(?:, weights (?P<digest>\w+))?", re.MULTILINE
)
"""Under a table that measures a preset. `datenorm compare` measures networks that it trains itself."""

NUMBERS = "--:"  # the alignment of a column of numbers

TABLES = {
    f"{path.relative_to(ROOT)}, {block['name']}": block["body"]
    for path in DOCUMENTS
    for block in BETWEEN_MARKERS.finditer(path.read_text(encoding="utf-8"))
    if NUMBERS in block["body"]
}


def stale(body: str) -> list[str]:
    """The captions whose digest is not the one of the preset that their command names."""
    captions = []
    for caption in CAPTION.finditer(body):
        task = re.search(r"--task (\w+)", caption["options"])
        if caption["digest"] != load_preset(task[1] if task else "moment").digest:
            captions.append(caption[0])
    return captions


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_results_names_the_command_that_wrote_it(table: str) -> None:
    body = TABLES[table]
    assert CAPTION.search(body) or "\n`datenorm compare " in body


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_results_is_of_the_weights_that_ship(table: str) -> None:
    assert stale(TABLES[table]) == [], "write it again: add --into and the file to the command of its caption"


@pytest.mark.parametrize("name", preset_names())
def test_the_documents_have_results_of_each_preset(name: str) -> None:
    assert any(f"weights {load_preset(name).digest}" in body for body in TABLES.values())


def test_a_stale_table_is_noticed() -> None:
    time, moment = (load_preset(name).digest for name in ("time", "moment"))
    fresh = f"`datenorm evaluate x.jsonl --task time`, weights {time}, ...\n`datenorm benchmark`, weights {moment}, ..."
    assert stale(fresh) == []
    assert len(stale(fresh.replace(time, moment))) == 1
    assert len(stale(fresh.replace(moment, "0123456789ab"))) == 1
    assert len(stale(fresh.replace(f", weights {time}", ""))) == 1
