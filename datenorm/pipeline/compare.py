"""The comparison: one training for each architecture, on the same data, and the table of them."""

import dataclasses
import shutil
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from datenorm.core.architectures import ARCHITECTURES
from datenorm.evaluation import alignment
from datenorm.evaluation.cases import Case
from datenorm.evaluation.markdown import markdown_table
from datenorm.evaluation.scores import Score, evaluate
from datenorm.pipeline.calibrate import calibrate
from datenorm.pipeline.learn import learn
from datenorm.pipeline.model_card import write_report
from datenorm.pipeline.options import Options
from datenorm.pipeline.prepare import prepare as prepare_run
from datenorm.pipeline.run_config import RunConfig
from datenorm.pipeline.run_folder import RunFolder
from datenorm.pipeline.start_keras import start_keras
from datenorm.reading.normalizer import Normalizer

_REPEATS = 5  # of the reading whose speed is measured


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """What was measured of one architecture.

    Attributes:
        encoder: One of `architectures.ENCODERS`.
        attention: One of `architectures.ATTENTIONS`.
        folder: The run.
        score: On the run's held-out cases.
        weights: How many.
        seconds: Of the training's epochs.
        rate: Strings a second, read by the Normalizer.
        alignment: Field -> the share of its attention that falls on the characters that state it.
        pointing: Field -> the share of the cases whose strongest character is one of them.
        even: Field -> the alignment that even attention would have.
    """

    encoder: str
    attention: str
    folder: Path
    score: Score
    weights: int
    seconds: float
    rate: float
    alignment: dict[str, float]
    pointing: dict[str, float]
    even: dict[str, float]


Architecture = tuple[str, str]
"""(encoder, attention)."""


def prepare(folder: Path, options: Options, architectures: Sequence[Architecture] | None = None) -> None:
    """Prepare a run for each architecture, as folders of `folder`, alike in everything else.

    Args:
        folder: Where the runs go.
        options: What they have in common.
        architectures: Those to compare; `architectures.ARCHITECTURES` if None.

    Raises:
        ValueError: As `pipeline.prepare.prepare`.
    """
    architectures = architectures or ARCHITECTURES
    runs = _runs(folder, architectures)
    first, *others = runs
    prepare_run(first, options)
    config = first.read_config()
    for other in others:
        shutil.copytree(first.path, other.path)
    for run, (encoder, attention) in zip(runs, architectures, strict=True):
        model = dataclasses.replace(config.model, encoder=encoder, attention=attention)
        argv = (*arguments(config), "--encoder", encoder, "--attention", attention)
        run.write_config(dataclasses.replace(config, model=model, argv=argv))


def compare(folder: Path, architectures: Sequence[Architecture] | None = None) -> list[Row]:
    """Train what `prepare` prepared, or go on where that was interrupted, and measure it.

    Args:
        folder: Where the runs lie.
        architectures: Those that were prepared; `architectures.ARCHITECTURES` if None.

    Returns:
        A row for each architecture, in order.

    Raises:
        FileNotFoundError: The folder is none that `prepare` wrote.
        KeyboardInterrupt: From Ctrl-C.
    """
    runs = _runs(folder, architectures or ARCHITECTURES)
    for run in runs:
        run.read_config()  # a wrong folder is refused before Keras takes its time to start
    start_keras()
    import keras

    for run in runs:
        learn(run)
        calibrate(run)
        write_report(run)
        keras.utils.clear_session()
    normalizers = [run.normalizer() for run in runs]
    cases = runs[0].held_out_cases()
    rates = _rates(normalizers, [case.text for case in cases])
    return [_row(run, normalizer, cases, rate) for run, normalizer, rate in zip(runs, normalizers, rates, strict=True)]


def _row(run: RunFolder, normalizer: Normalizer, cases: Sequence[Case], rate: float) -> Row:
    """What a trained run reaches on the cases, with the rate that was measured."""
    import keras

    from datenorm.training.fit import seconds

    shape = run.read_config().model
    measured: dict[str, list[alignment.FieldAttention]] = {field.name: [] for field in normalizer.task.fields}
    for each in alignment.measure_attention(normalizer, cases):
        measured[each.field].append(each)
    return Row(
        encoder=shape.encoder,
        attention=shape.attention,
        folder=run.path,
        score=Score.of(evaluate(normalizer, cases)),
        weights=keras.saving.load_model(run.keras).count_params(),
        seconds=seconds(run.checkpoints),
        rate=rate,
        alignment={name: statistics.fmean(each.alignment for each in of_field) for name, of_field in measured.items()},
        pointing={name: statistics.fmean(each.pointing for each in of_field) for name, of_field in measured.items()},
        even={name: statistics.fmean(each.even_attention for each in of_field) for name, of_field in measured.items()},
    )


def arguments(config: RunConfig) -> list[str]:
    """The arguments of `datenorm compare` that prepare such a run."""
    return [
        *("--task", config.task.name),
        *("--size", str(config.size)),
        *("--epochs", str(config.training.epochs)),
        *("--seed", str(config.training.seed)),
    ]


def table(rows: Sequence[Row]) -> str:
    """A Markdown table of the architectures."""
    fields = " / ".join(rows[0].alignment)
    columns = ["encoder", "attention", "exact match", "95 % interval", "weights", "training", "strings a second"]
    columns += [f"alignment ({fields})", f"pointing ({fields})"]
    return markdown_table(columns, map(_cells, rows), text_columns=2)


def _cells(row: Row) -> list[str]:
    minutes, seconds = divmod(round(row.seconds), 60)
    return [
        row.encoder,
        row.attention,
        f"{row.score.exact_match:.2%}",
        f"{row.score.low:.2%} - {row.score.high:.2%}",
        f"{row.weights:,}",
        f"{minutes} min {seconds:02d} s",
        f"{round(row.rate, -2):,.0f}",
        shares(row.alignment),
        shares(row.pointing),
    ]


def shares(by_field: dict[str, float]) -> str:
    """The share of each field, such as `98.1% / 95.2%`."""
    return " / ".join(f"{share:.1%}" for share in by_field.values())


def _runs(folder: Path, architectures: Sequence[Architecture]) -> list[RunFolder]:
    """The run of each architecture, in order."""
    return [RunFolder(folder / f"{encoder}-{attention}") for encoder, attention in architectures]


def _rates(normalizers: Sequence[Normalizer], texts: Sequence[str]) -> list[float]:
    """Strings a second of each, measured in turns, so that other work of the machine slows all of them alike."""
    taken: list[list[float]] = [[] for _ in normalizers]
    for _ in range(_REPEATS):
        for normalizer, seconds in zip(normalizers, taken, strict=True):
            start = time.perf_counter()
            normalizer.normalize_batch(texts)
            seconds.append(time.perf_counter() - start)
    return [len(texts) / statistics.median(seconds) for seconds in taken]
