"""The report of a training: scores on held-out cases, mistakes, attention maps, and the model card."""

import shlex
from collections.abc import Mapping, Sequence

from datenorm.attention.html import page
from datenorm.evaluation.cases import order_of
from datenorm.evaluation.scores import Outcome, evaluate, mistakes, score_table
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.normalizer import Normalizer

_MISTAKES = 5
_RIGHT_MAPS = 8  # of right readings; each mistake that is printed has its map too


def write_report(run: RunFolder) -> str:
    """Evaluate a trained run on its held-out cases, and write its model card and a page of attention maps.

    Returns:
        What to print: the scores and five mistakes.
    """
    normalizer = run.normalizer()
    outcomes = evaluate(normalizer, run.held_out_cases())
    scores = _scores(outcomes)
    wrong = "\n".join(f"- {mistake}" for mistake in mistakes(outcomes, _MISTAKES)) or "- none"
    run.card.write_text(_card(run, normalizer, scores, wrong), encoding="utf-8")
    run.maps.write_text(_maps(normalizer, outcomes), encoding="utf-8")
    return f"{scores}\n\nMistakes:\n{wrong}\n\nWhat was looked at: {run.maps}"


def _scores(outcomes: Sequence[Outcome]) -> str:
    """A table by family for each way of being held out, behind one by these ways."""
    if not any("held_out" in outcome.case.fields for outcome in outcomes):
        return score_table(outcomes)
    by_way: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_way.setdefault(outcome.case.fields["held_out"], []).append(outcome)
    families = (f"Held out by {way}:\n\n{score_table(group, 'family')}" for way, group in by_way.items())
    return "\n\n".join((score_table(outcomes, "held_out"), *families))


def _card(run: RunFolder, normalizer: Normalizer, scores: str, wrong: str) -> str:
    config = run.read_config()
    entries = config.to_json()
    started = f", starting from {config.start_from}" if config.start_from else ""
    if config.start_share:
        started += f"; {config.start_share:.0%} of the final weights are those that it started from"
    task = config.task
    return f"""# Model card: {task.name}

Reads at most {task.Tx} canonical characters and writes {task.Ty}: {", ".join(field.name for field in task.fields)}.
The other files here are all of it: `config.json`, `vocab.json`, `model.onnx` (what `datenorm.Normalizer` runs) and
`model.keras` (the same weights for Keras: `import datenorm.training`, then `keras.saving.load_model`).

- trained by: `{shlex.join(["python", "train.py", *config.argv])}`{started}
- data: {_listed(config.data)}
- sizes and training: {_listed(entries["model"] | entries["training"])}
- versions: {_listed(config.versions)}
- weights: {normalizer.preset.digest}

## Exact match on cases that the training did not hold

{scores}

Mistakes, the first of them:

{wrong}
"""


def _listed(facts: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {fact}" for name, fact in facts.items())


def _maps(normalizer: Normalizer, outcomes: Sequence[Outcome]) -> str:
    """A page of attention maps: of right readings, each of another family, and of the mistakes that were printed."""
    families: dict[str | None, Outcome] = {}
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
