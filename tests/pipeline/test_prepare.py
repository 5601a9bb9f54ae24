import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.processes import ROOT

from datenorm.core.canonical import canonicalize
from datenorm.core.tasks import DATE, TIME
from datenorm.corpus import generate
from datenorm.corpus.data_folder import vocabs_name
from datenorm.corpus.dataset import part_of
from datenorm.pipeline.options import DEFAULTS, Options
from datenorm.pipeline.prepare import prepare
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.preset import KERAS, load_preset

OPTIONS = dataclasses.replace(DEFAULTS["time"], size=400, argv=("--size", "400"))


@pytest.fixture(autouse=True)
def few_held_out_cases() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        for task, source in generate.SOURCES.items():
            few = {name: (9, examples) for name, (_, examples) in source.held_out.items()}
            patched.setitem(generate.SOURCES, task, dataclasses.replace(source, held_out=few))
        patched.setattr(generate, "VALIDATION", 300)
        yield


def prepared(folder: Path, options: Options) -> RunFolder:
    run = RunFolder(folder)
    prepare(run, options)
    return run


def files(run: RunFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in run.path.iterdir()}


def test_same_seed_prepares_the_same_bytes(tmp_path: Path) -> None:
    first, same, other = (
        files(prepared(tmp_path / name, dataclasses.replace(OPTIONS, seed=seed)))
        for name, seed in (("first", 1), ("same", 1), ("other", 2))
    )
    assert first == same
    assert first["dataset.json"] != other["dataset.json"]


def test_training_validation_and_held_out_strings_are_apart(tmp_path: Path) -> None:
    run = prepared(tmp_path, OPTIONS)
    strings = [pair.text for pair in run.read_strings(TIME)]
    validation, held_out = ([canonicalize(case.text) for case in cases] for cases in _cases(run))
    assert len(strings) > 300
    assert {part_of(text) for text in strings} == {"train"}
    assert {part_of(text) for text in validation} == {"validation"}
    assert {part_of(text) for text in held_out} == {"test"}


def _cases(run: RunFolder) -> tuple[list, list]:
    return run.validation_cases(), run.held_out_cases()


def test_config_says_what_was_asked_for(tmp_path: Path) -> None:
    config = prepared(tmp_path, dataclasses.replace(OPTIONS, epochs=3, encoder_units=5)).read_config()
    assert (config.task, config.size, config.streamed) == (TIME, 400, None)
    assert (config.training.epochs, config.model.encoder_units) == (3, 5)
    assert config.argv == ("--size", "400")
    assert {"datenorm", "keras", "Faker"} <= config.versions.keys()
    assert config.start_from is None


def test_stream_prepares_no_strings(tmp_path: Path) -> None:
    run = prepared(tmp_path, dataclasses.replace(OPTIONS, streams=True, size=1000, strings_read=3000))
    config = run.read_config()
    assert (config.streamed, config.training.epochs) == (1000, 3)
    assert not (tmp_path / "dataset.json").exists()
    assert run.validation_cases()


def test_impossible_dates_are_learned_and_measured_and_not_validated(tmp_path: Path) -> None:
    days = [(day, month) for day in (30, 31) for month in (4, 6)]
    rows = [[f"{d}.{m}.{year}", f"{year}-{m:02d}-{d:02d}"] for d, m in days for year in range(1900, 2000)]
    path = tmp_path / "dates.json"
    path.write_text(json.dumps(rows))
    vocabs = ROOT / "data" / vocabs_name(DATE)
    run = prepared(tmp_path / "run", dataclasses.replace(DEFAULTS["date"], dataset=path, vocabs=vocabs))
    assert any(DATE.is_impossible(pair.machine) for pair in run.read_strings(DATE))
    assert any(case.expected is None for case in run.held_out_cases())
    assert all(case.expected is not None for case in run.validation_cases())


def test_start_brings_its_weights_and_vocabularies(tmp_path: Path) -> None:
    start = load_preset("time")
    run = prepared(tmp_path, dataclasses.replace(OPTIONS, start_from=Path("time"), start_share=0.25))
    config = run.read_config()
    assert config.start_from == f"time, weights {start.digest}"
    assert config.start_share == 0.25
    assert run.start.read_bytes() == (start.folder / KERAS).read_bytes()
    human, machine = run.read_vocabs()
    assert list(human)[: len(start.human_vocab)] == list(start.human_vocab)
    assert list(machine) == list(start.machine_vocab)


def given_rows() -> list[object]:
    rows: list[object] = [[f"{i // 60}:{i % 60:02d}", f"{i // 60:02d}:{i % 60:02d}"] for i in range(24 * 60)]
    rows += [["noon", "12:00"], ["Noon", "00:00"], ["noon ", "12:00"], ["odd", "01:00"], ["odd", "02:00"]]
    return [*rows, ["ten", "25:00"], "ten", ["x" * 99, "10:00"], [None, "10:00"], ["", "10:00"], ["a", "b", "c"], [1]]


def test_given_data_set_is_used_with_bad_rows_and_contradictions_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "My Times.json"
    path.write_text(json.dumps(given_rows()))
    run = prepared(tmp_path / "run", dataclasses.replace(OPTIONS, dataset=path))
    printed = capsys.readouterr()
    assert "1,445 pairs, 2 strings with contradictory answers" in printed.out
    assert "1,441 distinct" in printed.out
    assert [line.split(": ")[1] for line in printed.err.splitlines()[:-1]] == [f"row {n}" for n in range(1446, 1451)]
    assert printed.err.endswith("2 more rows were refused\n")
    assert run.read_config().data == {
        "dataset": "My Times.json",
        "pairs": 1445,
        "refused": 7,
        "contradictions": 2,
        "distinct": 1441,
    }
    pairs = [(pair.text, pair.machine) for pair in run.read_strings(TIME)]
    pairs += [(canonicalize(case.text), case.expected) for cases in _cases(run) for case in cases]
    assert len(pairs) == 1441
    assert ("noon", "12:00") in pairs
    assert "odd" not in dict(pairs)


def test_too_few_pairs_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "few.json"
    path.write_text('[["ten", "10:00"], ["nine", "09:00"]]')
    with pytest.raises(ValueError, match=r"expected pairs enough .* Received: 2$"):
        prepared(tmp_path / "run", dataclasses.replace(OPTIONS, dataset=path))
    assert not (tmp_path / "run").exists()
