import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.few_cases import CASES, draw_few_cases

from datenorm.core.tasks import MOMENT, TIME
from datenorm.core.vocab import read_vocabs
from datenorm.corpus.data_folder import counts, dataset_name, held_out_name, paths_of, vocabs_name, write
from datenorm.corpus.dataset import read_pairs
from datenorm.corpus.generate import Corpus, generate
from datenorm.evaluation.cases import Case, read_cases


@pytest.fixture(autouse=True)
def _few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_few_cases(monkeypatch)


def written(corpus: Corpus, folder: Path) -> dict[str, bytes]:
    write(corpus, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first = written(generate(TIME, 500, 3), tmp_path / "first")
    assert written(generate(TIME, 500, 3), tmp_path / "second") == first
    other = written(generate(TIME, 500, 4), tmp_path / "other")
    assert other[dataset_name(TIME)] != first[dataset_name(TIME)]
    assert other[held_out_name(TIME)] != first[held_out_name(TIME)]
    assert other[vocabs_name(TIME)] == first[vocabs_name(TIME)]


WRITE = """
import pathlib, sys
import pytest
from support.few_cases import draw_few_cases
from datenorm.core.tasks import TIME
from datenorm.corpus.data_folder import write
from datenorm.corpus.generate import generate
with pytest.MonkeyPatch.context() as monkeypatch:
    draw_few_cases(monkeypatch)
    write(generate(TIME, 300, 3), pathlib.Path(sys.argv[1]))
"""


def test_neither_the_hash_seed_nor_the_time_zone_changes_the_bytes(tmp_path: Path) -> None:
    first = written(generate(TIME, 300, 3), tmp_path / "first")
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    environment = os.environ | {"PYTHONHASHSEED": "99", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONPATH": path}
    subprocess.run([sys.executable, "-c", WRITE, str(tmp_path / "second")], env=environment, check=True)
    assert {path.name: path.read_bytes() for path in (tmp_path / "second").iterdir()} == first


def test_the_files_hold_the_corpus(tmp_path: Path) -> None:
    corpus = generate(TIME, 400, 0)
    folder = tmp_path / "new" / "folder"
    pairs, vocabs, cases = write(corpus, folder)
    assert (pairs, vocabs, cases) == paths_of(TIME, folder)
    assert [path.name for path in (pairs, vocabs, cases)] == [
        "Time Dataset.json",
        "Time Vocabs.json",
        "Time Held-out.jsonl",
    ]
    assert set(folder.iterdir()) == {pairs, vocabs, cases}
    assert paths_of(MOMENT, folder)[-1].name == "Moment Passages.jsonl"
    examples, refused = read_pairs(pairs, TIME)
    assert refused == []
    assert [(example.human, example.machine) for example in examples] == [
        (example.human, example.machine) for example in corpus.examples
    ]
    assert read_vocabs(vocabs) == (corpus.human_vocab, corpus.machine_vocab)
    with cases.open(encoding="utf-8") as lines:
        found = [case for case in read_cases(lines) if isinstance(case, Case)]
    assert [case.fields | {"spans": case.spans} for case in found] == list(corpus.held_out)


def test_counts_are_those_of_the_corpus() -> None:
    corpus = generate(TIME, 700, 0)
    card = counts(corpus)
    assert "- 700 pairs" in card
    assert f"- {2 * CASES} held-out cases" in card
    rows = dict(re.findall(r"^\| ([^|]+) \| ([\d,]+) \|$", card, re.MULTILINE))
    assert sum(map(int, rows.values())) == 700
    assert int(rows["clock"]) == sum(example.family == "clock" for example in corpus.examples)
