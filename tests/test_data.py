"""data/ holds what the generator writes."""

import configparser
import importlib.metadata
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import TASKS
from datenorm.core.vocab import write_vocabs
from datenorm.corpus import generate as generator
from datenorm.corpus.data_folder import WRITERS, counts, dataset_name, held_out_name, vocabs_name, write
from datenorm.corpus.dataset import write_cases, write_pairs
from datenorm.corpus.generate import generate, vocabs

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
CARD = (DATA / "README.md").read_text(encoding="utf-8")
PAIRS, CASES = 300, 3
"""How many pairs of each task, and cases of each way of being held out, the fast tests write."""

NAMES = ("time", "date", "moment")
"""The tasks that have files in `data/`."""

WAYS = [(task, way) for task in NAMES for way in generator.SOURCES[task].held_out]


def bounds() -> dict[str, Requirement]:
    """Package, in lower case -> the versions of it that setup.cfg asks for."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = setup["options.extras_require"]["train"].split("\n")
    found = (Requirement(line) for line in lines if line and not line.startswith("#"))
    return {requirement.name.lower(): requirement for requirement in found}


def wrong_versions(card: str = CARD) -> list[str]:
    """A sentence about each package of other versions than those that wrote the data."""
    complaints = []
    for package in WRITERS:
        asked = bounds()[package.lower()].specifier
        written = set(re.findall(rf"\b{package} (\d[\d.]*\d)", card))
        if not written or not all(map(asked.contains, written)):
            complaints.append(f"setup.cfg asks for {package}{asked}, but data/README.md names {sorted(written)}")
        installed = importlib.metadata.version(package)
        if installed not in asked:
            complaints.append(f"expected {package}{asked}, which wrote data/. Received: {package} {installed}")
    return complaints


@pytest.fixture
def _versions_that_wrote_the_data() -> None:
    complaints = wrong_versions()
    if complaints:
        advice = "Install what setup.cfg asks for: pip install -e '.[test]'"
        pytest.fail("\n".join([*complaints, advice]), pytrace=False)


def lines_of(name: str) -> Iterator[str]:
    return iter((DATA / name).read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("_versions_that_wrote_the_data")
def test_the_generator_writes_the_first_pairs_byte_for_byte(name: str, tmp_path: Path) -> None:
    task = TASKS[name]
    write_pairs(tmp_path / "pairs", generator.examples(task, PAIRS, seed=0))
    expected = "\n".join(itertools.islice(lines_of(dataset_name(task)), PAIRS)).removesuffix(",") + "]\n"
    assert (tmp_path / "pairs").read_bytes() == expected.encode()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("_versions_that_wrote_the_data")
def test_the_generator_writes_the_vocabularies_byte_for_byte(name: str, tmp_path: Path) -> None:
    task = TASKS[name]
    write_vocabs(tmp_path / "vocabs", *vocabs(task))
    assert (tmp_path / "vocabs").read_bytes() == (DATA / vocabs_name(task)).read_bytes()


@pytest.mark.parametrize(("name", "way"), WAYS)
@pytest.mark.usefixtures("_versions_that_wrote_the_data")
def test_the_generator_writes_the_first_cases_of_each_way_byte_for_byte(name: str, way: str, tmp_path: Path) -> None:
    task = TASKS[name]
    write_cases(tmp_path / "cases", itertools.islice(generator.held_out_cases(task, way, seed=0), CASES))
    of_way = (line for line in lines_of(held_out_name(task)) if json.loads(line)["held_out"] == way)
    expected = "".join(f"{line}\n" for line in itertools.islice(of_way, CASES))
    assert expected
    assert (tmp_path / "cases").read_bytes() == expected.encode()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("_versions_that_wrote_the_data")
def test_the_command_of_the_card_writes_the_data_byte_for_byte(name: str, tmp_path: Path) -> None:
    task = TASKS[name]
    corpus = generate(task, size=10_000, seed=0)
    write(corpus, tmp_path)
    for file in (dataset_name(task), vocabs_name(task), held_out_name(task)):
        assert (tmp_path / file).read_bytes() == (DATA / file).read_bytes(), file
    assert counts(corpus) in CARD


def test_other_versions_fail_with_what_was_expected_and_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda package: "99.1")
    complaints = wrong_versions()
    assert len(complaints) == len(WRITERS)
    for package, complaint in zip(WRITERS, complaints, strict=True):
        assert re.fullmatch(rf"expected {package}[~=]=[\d.]+, .*\. Received: {package} 99\.1", complaint)


def test_a_card_of_other_versions_than_setup_asks_for_is_noticed() -> None:
    card = re.sub(r"Babel [\d.]+,", "Babel 2.19.0,", CARD, count=1)
    (complaint,) = wrong_versions(card)
    assert complaint.startswith(f"setup.cfg asks for Babel{bounds()['babel'].specifier}, but data/README.md names ")
    assert "2.19.0" in complaint


@pytest.mark.parametrize("name", NAMES)
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
