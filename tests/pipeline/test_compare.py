import dataclasses
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from datenorm.cli.main import main
from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.spans import to_canonical
from datenorm.core.tasks import get_task
from datenorm.corpus.generate import SOURCES
from datenorm.evaluation.cases import Case, read_cases
from datenorm.evaluation.scores import Score, evaluate
from datenorm.pipeline import compare as comparison
from datenorm.pipeline.options import DEFAULTS
from datenorm.pipeline.run_config import RunConfig, generated
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import HELD_OUT

ARCHITECTURES = (("cnn", "additive"), ("bilstm", "multihead"))


@pytest.fixture(scope="module", autouse=True)
def smaller() -> Iterator[None]:
    """Compare two architectures, on few held-out cases."""
    source = SOURCES["time"]
    held_out = {name: (60, examples) for name, (_, examples) in source.held_out.items()}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(comparison, "ARCHITECTURES", ARCHITECTURES)
        patched.setitem(SOURCES, "time", dataclasses.replace(source, held_out=held_out))
        yield


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a small comparison of two architectures, and the table that it wrote into a file."""
    tmp_path = tmp_path_factory.mktemp("compared")
    card = tmp_path / "card.md"
    card.write_text("head\n<!-- time comparison -->\n<!-- /time comparison -->\ntail\n")
    arguments = ["--size", "400", "--epochs", "2", "--seed", "3", "--out", str(tmp_path / "runs"), "--into", str(card)]
    assert main(["compare", *arguments]) == 0
    text = card.read_text()
    assert text.startswith("head\n<!-- time comparison -->\n| encoder |")
    assert text.endswith("\n<!-- /time comparison -->\ntail\n")
    return tmp_path / "runs", text


@pytest.fixture(scope="module")
def rows(compared: tuple[Path, str]) -> list[comparison.Row]:
    """The rows of the finished comparison, measured once more."""
    return comparison.compare(compared[0])


def cases_of(folder: Path) -> list[Case]:
    with (folder / HELD_OUT).open(encoding="utf-8") as lines:
        return [case for case in read_cases(lines) if isinstance(case, Case)]


def test_runs_differ_in_their_architecture_alone(tmp_path: Path) -> None:
    comparison.prepare(tmp_path, dataclasses.replace(DEFAULTS["time"], size=400, epochs=2, seed=3))
    runs = [RunFolder(tmp_path / f"{encoder}-{attention}") for encoder, attention in ARCHITECTURES]
    first = runs[0].read_config()
    for run, (encoder, attention) in zip(runs, ARCHITECTURES, strict=True):
        config = run.read_config()
        assert config.model == dataclasses.replace(first.model, encoder=encoder, attention=attention)
        assert config.argv == (*comparison.arguments(config), "--encoder", encoder, "--attention", attention)
        assert dataclasses.replace(config, model=first.model, argv=first.argv) == first
        for name in ("dataset.json", HELD_OUT, "vocab.json"):
            assert (run.path / name).read_bytes() == (runs[0].path / name).read_bytes()


@pytest.mark.parametrize("task", DEFAULTS)
def test_arguments_say_what_was_prepared(task: str) -> None:
    options = dataclasses.replace(DEFAULTS[task], size=400, epochs=2, seed=3)
    config = RunConfig(
        task=get_task(task),
        model=NetworkShape(),
        training=options.training(400, streams=options.streams),
        data=generated(400, streams=options.streams),
    )
    assert comparison.arguments(config) == ["--task", task, "--size", "400", "--epochs", "2", "--seed", "3"]


def test_table_has_a_row_for_each_architecture() -> None:
    row = comparison.Row(
        encoder="cnn",
        attention="dot",
        folder=Path("run"),
        score=Score(n=4, exact_match=0.75, low=0.3, high=0.95, character_accuracy=0.9, marked=0.0),
        weights=12_345,
        seconds=61.4,
        rate=4_321.0,
        alignment={"hour": 0.981, "minute": 0.952},
        pointing={"hour": 0.5, "minute": 1.0},
        even={"hour": 0.25, "minute": 0.125},
    )
    heading, rule, *lines = comparison.table([row, dataclasses.replace(row, encoder="bilstm")]).splitlines()
    assert heading.endswith("| alignment (hour / minute) | pointing (hour / minute) |")
    assert rule.startswith("| --- | --- | --: |")
    cells = "dot | 75.00% | 30.00% - 95.00% | 12,345 | 1 min 01 s | 4,300 | 98.1% / 95.2% | 50.0% / 100.0% |"
    assert lines == [f"| cnn | {cells}", f"| bilstm | {cells}"]


@pytest.mark.slow
def test_every_run_is_whole(compared: tuple[Path, str]) -> None:
    for encoder, attention in ARCHITECTURES:
        folder = compared[0] / f"{encoder}-{attention}"
        assert f"--encoder {encoder} --attention {attention}" in (folder / "README.md").read_text()
        assert Normalizer(folder).normalize("10:30").value


@pytest.mark.slow
def test_table_says_what_was_measured(compared: tuple[Path, str], rows: list[comparison.Row]) -> None:
    _, text = compared
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    assert lines[0][-2:] == ["alignment (hour / minute)", "pointing (hour / minute)"]
    for cells, row, kind in zip(lines[2:], rows, ARCHITECTURES, strict=True):
        assert (row.encoder, row.attention) == tuple(cells[:2]) == kind
        assert cells[2] == f"{row.score.exact_match:.2%}"
        assert cells[4] == f"{row.weights:,}"
        assert cells[-2:] == [comparison.shares(row.alignment), comparison.shares(row.pointing)]
        assert row.seconds > 0
        assert row.rate > 0
    assert "`datenorm compare --task time --size 400 --epochs 2 --seed 3`, 120 held-out cases" in text
    assert f"an alignment of {comparison.shares(rows[0].even)}." in text


@pytest.mark.slow
def test_measures_are_those_of_the_runs(compared: tuple[Path, str], rows: list[comparison.Row]) -> None:
    cases = cases_of(rows[0].folder)
    for row in rows:
        outcomes = evaluate(Normalizer(row.folder), cases)
        assert row.score.exact_match == sum(outcome.is_exact for outcome in outcomes) / len(cases)
    normalizer = Normalizer(rows[0].folder)
    (hour, _) = normalizer.task.fields
    masses, points, even = [], [], []
    for case in cases:
        weights = normalizer.explain(case.text).weights[hour.start : hour.stop].mean(axis=0)
        stating = {i for start, stop in to_canonical(case.text, case.spans)["hour"] for i in range(start, stop)}
        masses.append(sum(float(weights[i]) for i in stating))
        points.append(int(weights.argmax()) in stating)
        even.append(len(stating) / len(weights))
    assert rows[0].alignment["hour"] == pytest.approx(statistics.fmean(masses), abs=1e-5)
    assert rows[0].pointing["hour"] == pytest.approx(statistics.fmean(points))
    assert rows[0].even["hour"] == pytest.approx(statistics.fmean(even))


@pytest.mark.slow
def test_finished_comparison_is_measured_and_not_trained_again(
    compared: tuple[Path, str], rows: list[comparison.Row]
) -> None:
    for row in rows:
        assert len((row.folder / "checkpoints" / "log.csv").read_text().splitlines()) == 1 + 2


def test_fewer_architectures_can_be_compared(tmp_path: Path) -> None:
    chosen = [("bilstm", "dot")]
    comparison.prepare(tmp_path, dataclasses.replace(DEFAULTS["time"], size=400), chosen)
    assert [path.name for path in tmp_path.iterdir()] == ["bilstm-dot"]
    with pytest.raises(FileNotFoundError, match="cnn-additive"):
        comparison.compare(tmp_path)
