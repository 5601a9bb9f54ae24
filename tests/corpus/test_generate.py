import dataclasses
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from faker import Faker

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import TIME
from datenorm.core.vocab import read_vocabs
from datenorm.corpus import generate
from datenorm.corpus.dataset import part_of, read_pairs, split
from datenorm.corpus.dates import AMBIGUOUS
from datenorm.corpus.generate import Corpus, counts, dataset_name, held_out_name, vocabs, vocabs_name, write
from datenorm.evaluation.cases import Case, read_cases


def few_cases() -> generate.Source:
    """The source of clock times, with 50 cases for each way of being held out."""
    source = generate.SOURCES["time"]
    held_out = {name: (50, examples) for name, (_, examples) in source.held_out.items()}
    return dataclasses.replace(source, held_out=held_out)


@pytest.fixture(autouse=True)
def _few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(generate.SOURCES, "time", few_cases())


def written(corpus: Corpus, folder: Path) -> dict[str, bytes]:
    write(corpus, folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first = written(generate.generate(TIME, 500, 3), tmp_path / "first")
    assert written(generate.generate(TIME, 500, 3), tmp_path / "second") == first
    other = written(generate.generate(TIME, 500, 4), tmp_path / "other")
    assert other[dataset_name(TIME)] != first[dataset_name(TIME)]
    assert other[held_out_name(TIME)] != first[held_out_name(TIME)]
    assert other[vocabs_name(TIME)] == first[vocabs_name(TIME)]


def test_neither_the_hash_seed_nor_the_day_changes_the_bytes(tmp_path: Path) -> None:
    first = written(generate.generate(TIME, 300, 3), tmp_path / "first")
    code = f"""
import dataclasses, pathlib
from datenorm.corpus import generate
from datenorm.core.tasks import TIME
source = generate.SOURCES["time"]
held_out = {{name: (50, examples) for name, (_, examples) in source.held_out.items()}}
generate.SOURCES["time"] = dataclasses.replace(source, held_out=held_out)
generate.write(generate.generate(TIME, 300, 3), pathlib.Path({str(tmp_path / "second")!r}))
"""
    environment = os.environ | {"PYTHONHASHSEED": "99", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert {path.name: path.read_bytes() for path in (tmp_path / "second").iterdir()} == first


def test_the_files_hold_the_corpus(tmp_path: Path) -> None:
    corpus = generate.generate(TIME, 400, 0)
    write(corpus, tmp_path / "a" / "folder")
    assert {path.name for path in (tmp_path / "a" / "folder").iterdir()} == {
        "Time Dataset.json",
        "Time Vocabs.json",
        "Time Held-out.jsonl",
    }
    examples, refused = read_pairs(tmp_path / "a" / "folder" / dataset_name(TIME), TIME)
    assert refused == []
    assert [(example.human, example.machine) for example in examples] == [
        (example.human, example.machine) for example in corpus.examples
    ]
    assert read_vocabs(tmp_path / "a" / "folder" / vocabs_name(TIME)) == (corpus.human_vocab, corpus.machine_vocab)
    with (tmp_path / "a" / "folder" / held_out_name(TIME)).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
    assert [case.fields | {"spans": case.spans} for case in cases] == list(corpus.held_out)


def test_examples_are_as_many_as_asked_for_and_distinct() -> None:
    corpus = generate.generate(TIME, 1234, 0)
    strings = {canonicalize(example.human) for example in corpus.examples}
    assert len(corpus.examples) == len(strings) == 1234
    assert all(1 <= len(string) <= TIME.Tx for string in strings)


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one() -> None:
    small, large = generate.generate(TIME, 50, 0), generate.generate(TIME, 300, 0)
    assert small.examples == large.examples[:50]
    assert small.held_out == large.held_out


def test_held_out_cases_are_in_no_training_part_of_any_seed() -> None:
    held_out = {canonicalize(case["text"]) for case in generate.generate(TIME, 10, 0).held_out}
    assert {part_of(text) for text in held_out} == {"test"}
    for seed in range(3):
        train = split(generate.generate(TIME, 3000, seed).examples, TIME)["train"]
        assert not held_out & {canonicalize(example.human) for example in train}


def test_dates_that_read_two_ways_are_apart() -> None:
    for name, (_, examples) in generate.SOURCES["date"].held_out.items():
        faker = Faker("en")
        faker.seed_instance(name)
        cases = itertools.islice(examples(faker), 2_000)
        two_ways = [not case.order and case.family == AMBIGUOUS for case in cases]
        assert all(two_ways) if name == "ambiguous date" else not any(two_ways), name


def test_the_time_vocabularies_are_the_references() -> None:
    human, machine = vocabs(TIME)
    assert "".join(human) == " '.0123456789:abcdefghiklmnopqrstuvwxyz<unk><pad>"
    assert "".join(machine) == "0123456789:"
    assert (len(human), len(machine)) == (41, 11)
    assert list(human.values()) == list(range(41))


def test_counts_are_those_of_the_corpus() -> None:
    corpus = generate.generate(TIME, 700, 0)
    card = counts(corpus)
    assert "- 700 pairs" in card
    assert "- 100 held-out cases" in card
    rows = dict(re.findall(r"^\| ([^|]+) \| ([\d,]+) \|$", card, re.MULTILINE))
    assert sum(map(int, rows.values())) == 700
    assert int(rows["clock"]) == sum(example.family == "clock" for example in corpus.examples)
