"""The comparison: one training for each kind of encoder and attention, on the same data, and the table of them."""

import dataclasses
import shutil
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from datenorm.core.architectures import KINDS
from datenorm.evaluation import alignment
from datenorm.evaluation.cases import Case, read_cases
from datenorm.evaluation.markdown import markdown_table
from datenorm.evaluation.scores import Score, evaluate
from datenorm.pipeline import trainer
from datenorm.pipeline.model_card import write_report
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import HELD_OUT, KERAS, read_config, write_config

_REPEATS = 5  # of the reading whose speed is measured


@dataclasses.dataclass(frozen=True)
class Row:
    """What was measured of one kind.

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


def prepare(folder: Path, options: trainer.Options) -> None:
    """Prepare a run for each of `architectures.KINDS`, as folders of `folder`, alike in everything else.

    Raises:
        ValueError: As `trainer.prepare`.
    """
    first, *others = (_run(folder, *kind) for kind in KINDS)
    trainer.prepare(first, options)
    for other in others:
        shutil.copytree(first, other)
    config = read_config(first)
    for encoder, attention in KINDS:
        model = config["model"] | {"encoder": encoder, "attention": attention}
        argv = [*options.argv, "--encoder", encoder, "--attention", attention]
        write_config(_run(folder, encoder, attention), config | {"model": model, "argv": argv})


def compare(folder: Path) -> list[Row]:
    """Train what `prepare` prepared, or go on where that was interrupted, and measure it.

    Returns:
        A row for each of `architectures.KINDS`, in order.

    Raises:
        FileNotFoundError: The folder is none that `prepare` wrote.
        KeyboardInterrupt: From Ctrl-C.
    """
    runs = [_run(folder, encoder, attention) for encoder, attention in KINDS]
    for run in runs:
        read_config(run)  # a wrong folder is refused before Keras takes its time to start
    import keras

    from datenorm.training.fit import seconds

    for run in runs:
        trainer.learn(run)
        write_report(run)
        keras.utils.clear_session()
    normalizers = [Normalizer(run.absolute()) for run in runs]
    with (runs[0] / HELD_OUT).open(encoding="utf-8") as lines:
        cases = [case for case in read_cases(lines) if isinstance(case, Case)]
    rows = []
    for (encoder, attention), normalizer, rate in zip(KINDS, normalizers, _rates(normalizers, cases), strict=True):
        run = normalizer.preset.folder
        measured = alignment.measure_attention(normalizer, cases)
        names = [field.name for field in normalizer.task.fields]
        aligned, pointing, even = (
            {name: alignment.mean([each for each in measured if each.field == name], measure) for name in names}
            for measure in ("alignment", "pointing", "even_attention")
        )
        rows.append(
            Row(
                encoder,
                attention,
                run,
                Score.of(evaluate(normalizer, cases)),
                keras.saving.load_model(run / KERAS).count_params(),
                seconds(run / trainer.CHECKPOINTS),
                rate,
                aligned,
                pointing,
                even,
            )
        )
    return rows


def table(rows: Sequence[Row]) -> str:
    """A Markdown table of the kinds."""
    fields = " / ".join(rows[0].alignment)
    columns = ["encoder", "attention", "exact match", "95 % interval", "weights", "training", "strings a second"]
    columns += [f"alignment ({fields})", f"pointing ({fields})"]
    lines = []
    for row in rows:
        score = row.score
        minutes, seconds = divmod(round(row.seconds), 60)
        lines.append(
            [
                *(row.encoder, row.attention, f"{score.exact_match:.2%}", f"{score.low:.2%} - {score.high:.2%}"),
                *(f"{row.weights:,}", f"{minutes} min {seconds:02d} s", f"{round(row.rate, -2):,.0f}"),
                *(shares(row.alignment), shares(row.pointing)),
            ]
        )
    return markdown_table(columns, lines, text_columns=2)


def shares(by_field: dict[str, float]) -> str:
    """The share of each field, such as `98.1% / 95.2%`."""
    return " / ".join(f"{share:.1%}" for share in by_field.values())


def _run(folder: Path, encoder: str, attention: str) -> Path:
    return folder / f"{encoder}-{attention}"


def _rates(normalizers: Sequence[Normalizer], cases: Sequence[Case]) -> list[float]:
    """Strings a second of each, in turns, so that what else the machine does slows all of them alike."""
    texts = [case.text for case in cases]
    taken: list[list[float]] = [[] for _ in normalizers]
    for _ in range(_REPEATS):
        for normalizer, seconds in zip(normalizers, taken, strict=True):
            start = time.perf_counter()
            normalizer.normalize_batch(texts)
            seconds.append(time.perf_counter() - start)
    return [len(texts) / statistics.median(seconds) for seconds in taken]
