"""The report of a training: scores on held-out cases, mistakes, attention maps, and the model card."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datenorm.attention.html import page
from datenorm.evaluation.cases import Case, order_of, read_cases
from datenorm.evaluation.scores import Outcome, evaluate, mistakes, score_table
from datenorm.reading.normalizer import Normalizer
from datenorm.reading.preset import CARD, HELD_OUT

_MISTAKES = 5
MAPS = "attention.html"
_RIGHT_MAPS = 8  # of right readings; each mistake that is printed has its map too


def write_report(folder: Path) -> str:
    """Evaluate a trained run folder on its held-out cases, and write its model card and a page of attention maps.

    Args:
        folder: Holds the exported model and `held-out.jsonl`.

    Returns:
        What to print: the scores and five mistakes.
    """
    normalizer = Normalizer(folder.absolute())  # which may be called like a preset
    with (folder / HELD_OUT).open(encoding="utf-8") as lines:
        outcomes = evaluate(normalizer, [case for case in read_cases(lines) if isinstance(case, Case)])
    scores = _scores(outcomes)
    wrong = "\n".join(f"- {mistake}" for mistake in mistakes(outcomes, _MISTAKES)) or "- none"
    (folder / CARD).write_text(_card(normalizer, scores, wrong), encoding="utf-8")
    (folder / MAPS).write_text(_maps(normalizer, outcomes), encoding="utf-8")
    return f"{scores}\n\nMistakes:\n{wrong}\n\nWhat was looked at: {folder / MAPS}"


def _scores(outcomes: Sequence[Outcome]) -> str:
    """The table by family, apart for each way of being held out."""
    if not any("held_out" in outcome.case.fields for outcome in outcomes):
        return score_table(outcomes)
    by_kind: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_kind.setdefault(outcome.case.fields["held_out"], []).append(outcome)
    families = (f"Held out by {kind}:\n\n{score_table(group, 'family')}" for kind, group in by_kind.items())
    return "\n\n".join((score_table(outcomes, "held_out"), *families))


def _card(normalizer: Normalizer, scores: str, wrong: str) -> str:
    config: Any = normalizer.preset.config
    data = ", ".join(f"{name} {value}" for name, value in config["data"].items())
    sizes = ", ".join(f"{name} {value}" for name, value in (config["model"] | config["training"]).items())
    versions = ", ".join(f"{name} {version}" for name, version in config["versions"].items())
    started = f", starting from {config['start_from']}" if "start_from" in config else ""
    if "start_share" in config:
        started += f"; {config['start_share']:.0%} of those weights are in the mean that these are"
    task = normalizer.task
    return f"""# Model card: {task.name}

Reads at most {task.Tx} canonical characters and writes {task.Ty}: {", ".join(field.name for field in task.fields)}.
The other files here are all of it: `config.json`, `vocab.json`, `model.onnx` (what `datenorm.Normalizer` runs) and
`model.keras` (the same weights for Keras: `import datenorm.training`, then `keras.saving.load_model`).

- trained by: `{shlex.join(["python", "train.py", *config["argv"]])}`{started}
- data: {data}
- sizes and training: {sizes}
- versions: {versions}
- weights: {normalizer.preset.digest}

## Exact match on cases that the training did not hold

{scores}

Mistakes, the first of them:

{wrong}
"""


def _maps(normalizer: Normalizer, outcomes: Sequence[Outcome]) -> str:
    """A page of attention maps: of right readings, each of another family, and of the mistakes that were printed."""
    families: dict[Any, Outcome] = {}
    for outcome in outcomes:
        if outcome.is_exact:
            families.setdefault(outcome.case.fields.get("family"), outcome)
    right = list(families.values())[:_RIGHT_MAPS]
    wrong = [outcome for outcome in outcomes if not outcome.is_exact and outcome.result.value][:_MISTAKES]
    shown = [
        (
            f"{'Right' if outcome.is_exact else 'Wrong'}: {outcome.case.text}, read as {outcome.result.value}, "
            f"expected {outcome.case.expected}, confidence {outcome.result.confidence:.2f}",
            normalizer.explain(outcome.case.text, order_of(outcome.case, normalizer.task)),
        )
        for outcome in [*right, *wrong]
    ]
    return page(shown, f"Attention of {normalizer.preset.folder.name}")
