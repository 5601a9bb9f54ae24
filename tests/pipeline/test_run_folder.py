import json
from pathlib import Path

import pytest

from datenorm.core.hyperparameters import NetworkShape, TrainingConfig
from datenorm.core.tasks import TIME
from datenorm.core.vocab import Vocab
from datenorm.corpus.dataset import case, pair_of
from datenorm.corpus.phrase import Example
from datenorm.pipeline.run_config import RunConfig, generated
from datenorm.pipeline.run_folder import RunFolder

CONFIG = RunConfig(
    task=TIME,
    model=NetworkShape(separators=((2, 10),)),
    training=TrainingConfig(epochs=1, batch_size=2, learning_rate=0.5, weight_decay=0.25),
    data=generated(3, streams=False),
    argv=("--out", "Zürich"),
)
EXAMPLES = [
    Example("half past 5", "05:30", {"hour": ((10, 11),), "minute": ((0, 9),)}, family="half", pattern="half past H"),
    Example("NOON", "12:00", {}, family="noon", pattern=""),
]


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return RunFolder(tmp_path)


def test_config_is_read_as_it_was_written(run: RunFolder) -> None:
    run.write_config(CONFIG)
    assert run.read_config() == CONFIG


def test_vocabularies_are_read_as_they_were_written(run: RunFolder) -> None:
    vocabs = Vocab.of("abc"), Vocab.of(TIME.alphabet, specials=())
    run.write_vocabs(*vocabs)
    assert [dict(vocab) for vocab in run.read_vocabs()] == [dict(vocab) for vocab in vocabs]


def test_strings_keep_their_spans(run: RunFolder) -> None:
    run.write_strings(EXAMPLES)
    assert run.read_strings(TIME) == list(map(pair_of, EXAMPLES))


def test_both_kinds_of_cases_are_kept_apart(run: RunFolder) -> None:
    run.write_cases([case(EXAMPLES[0], task=TIME)], [case(EXAMPLES[1], task=TIME)])
    (validation,), (held_out,) = run.validation_cases(), run.held_out_cases()
    assert (validation.text, validation.expected, dict(validation.spans)) == ("half past 5", "05:30", EXAMPLES[0].spans)
    assert (held_out.text, held_out.expected, held_out.fields["family"]) == ("NOON", "12:00", "noon")


def test_folder_without_a_config_is_no_run(run: RunFolder) -> None:
    with pytest.raises(FileNotFoundError, match=r"config\.json"):
        run.read_config()


@pytest.mark.parametrize(
    "odd", [{"model": []}, {"training": {}}, {"model": {"separators": [1]}}, {"argv": 3}, {"task": "moon"}]
)
def test_odd_config_is_refused_by_its_path(run: RunFolder, odd: dict[str, object]) -> None:
    run.write_config(CONFIG)
    path = run.path / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | odd))
    with pytest.raises(ValueError, match=str(path)):
        run.read_config()


def test_run_that_is_called_like_a_preset_reads_with_its_own_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "time").mkdir()
    with pytest.raises(FileNotFoundError, match=str(tmp_path / "time")):
        RunFolder(Path("time")).normalizer()
