"""data/ holds what the generator writes."""

import importlib.metadata
import json
from pathlib import Path

import pytest

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import TASKS
from datenorm.corpus.generate import counts, dataset_name, generate, held_out_name, vocabs_name, write

DATA = Path(__file__).parent.parent / "data"
CARD = (DATA / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TASKS)
def test_the_command_writes_the_data_again_byte_for_byte(name: str, tmp_path: Path) -> None:
    versions = [f"{package} {importlib.metadata.version(package)}" for package in ("Faker", "Babel", "num2words")]
    if not all(version in CARD for version in versions):
        pytest.skip(f"the data was written with other versions than {', '.join(versions)}")
    task = TASKS[name]
    corpus = generate(task, size=10_000, seed=0)
    write(corpus, tmp_path)
    for file in (dataset_name(task), vocabs_name(task), held_out_name(task)):
        assert (tmp_path / file).read_bytes() == (DATA / file).read_bytes(), file
    assert counts(corpus) in CARD


@pytest.mark.parametrize("name", TASKS)
def test_the_data_is_what_its_card_says(name: str) -> None:
    task = TASKS[name]
    pairs = json.loads((DATA / dataset_name(task)).read_text(encoding="utf-8"))
    human, machine = json.loads((DATA / vocabs_name(task)).read_text(encoding="utf-8"))
    texts = [canonicalize(pair[0]) for pair in pairs]
    assert f"- {len(pairs):,} pairs, {len(set(texts)):,} distinct human strings" in CARD
    assert f"- {len({pair[1] for pair in pairs}):,} distinct machine strings" in CARD
    assert f"- human strings of {min(map(len, texts))} to {max(map(len, texts))} characters" in CARD
    unknown = sum(not set(text) <= human.keys() for text in texts)
    assert f"- {unknown:,} of them hold a character outside the vocabulary of {len(human)}" in CARD
    assert all(task.is_valid(pair[1]) or task.is_impossible(pair[1]) for pair in pairs)
    assert all(set(pair[1]) <= machine.keys() for pair in pairs)
