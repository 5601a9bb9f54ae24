"""Learning: trains the network of a prepared run, and writes the model into its folder."""

import contextlib
import dataclasses
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from datenorm.core.encoding import EncodedPairs
from datenorm.core.hints import END
from datenorm.core.spans import Pair, read_spans
from datenorm.core.tasks import Task
from datenorm.core.vocab import Vocab
from datenorm.evaluation.cases import Case
from datenorm.pipeline.run_config import RunConfig
from datenorm.pipeline.run_folder import RunFolder
from datenorm.pipeline.start_keras import start_keras
from datenorm.pipeline.stream import Stream


def learn(run: RunFolder, log_dir: Path | None = None) -> None:
    """Train from the run's files, or go on where a training was interrupted, and write the model into the run.

    Args:
        run: What `prepare` wrote.
        log_dir: Where TensorBoard logs go, if wanted.

    Raises:
        FileNotFoundError: The folder is none that `prepare` wrote.
        ValueError: Its config is damaged.
        KeyboardInterrupt: From Ctrl-C; the folder then holds the best weights so far.
    """
    config = run.read_config()  # a wrong folder is refused before Keras takes its time to start
    start_keras()
    import keras

    from datenorm.training.batches import ASKED_IN_VAIN
    from datenorm.training.embeddings import round_tables
    from datenorm.training.export import export_onnx
    from datenorm.training.fit import cuts_batches, fit
    from datenorm.training.model import ModelConfig, average_weights, build_model, save_packed, transfer_weights
    from datenorm.training.progress import GroupProgress

    task, training = config.task, config.training
    human_vocab, machine_vocab = run.read_vocabs()
    cases = run.validation_cases()
    by_case = [_pairs(case, task) for case in cases]
    pairs = list(itertools.chain.from_iterable(by_case))
    validation = EncodedPairs.encode(pairs, human_vocab, machine_vocab, task)

    keras.utils.set_random_seed(training.seed)
    model_config = ModelConfig.of(human_vocab, machine_vocab, task, config.model)
    model = build_model(model_config)
    if run.start.exists():
        transfer_weights(model, run.start)

    callbacks = []
    if any("lang" in case.fields for case in cases):
        languages = [
            str(case.fields.get("language", "numbers"))
            for case, of_case in zip(cases, by_case, strict=True)
            for _ in of_case
        ]
        callbacks.append(GroupProgress(validation, languages, training.batch_size, task.decoders))
    with _strings_of_epochs(run, config, human_vocab, machine_vocab) as strings_of:
        print(f"Training {model.count_params():,} weights; the run lies in {run.path}.")
        fit(
            model,
            strings_of,
            validation,
            training,
            task,
            run.checkpoints,
            log_dir=log_dir,
            callbacks=callbacks,
        )

    if config.start_share:
        average_weights(model, run.start, config.start_share)
    round_tables(model)
    run.write_config(dataclasses.replace(config, asked_in_vain=ASKED_IN_VAIN if cuts_batches() else 1.0))
    save_packed(model, run.keras)
    export_onnx(model, model_config, run.onnx(task), Tx=task.Tx)


def _pairs(case: Case, task: Task) -> list[Pair]:
    """What the network is to read in a case, and to write; of a range for its end, too."""
    order = case.fields.get("order", "")
    if len(task.groups) == 1:
        return [Pair.of(case.text, task.to_machine(case.expected), case.spans, order)]
    pairs = [Pair.of(case.text, case.fields["machine"], case.spans, order)]
    if "end" in case.fields:
        pairs.append(Pair.of(case.text, case.fields["end"], read_spans(case.fields.get("end_spans", {})), order + END))
    return pairs


@contextlib.contextmanager
def _strings_of_epochs(
    run: RunFolder, config: RunConfig, human_vocab: Vocab, machine_vocab: Vocab
) -> Iterator[Callable[[int], EncodedPairs]]:
    """Epoch -> its strings: those of a stream, or always those of the run's folder."""
    if config.streamed:
        with Stream(config.task.name, config.streamed, config.training.seed, human_vocab, machine_vocab) as stream:
            yield stream
    else:
        strings = EncodedPairs.encode(run.read_strings(config.task), human_vocab, machine_vocab, config.task)
        yield lambda epoch: strings
