import dataclasses

import pytest

from datenorm.core.architectures import ATTENTIONS, ENCODERS
from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.tasks import DATE, TASKS, TIME
from datenorm.core.vocab import Vocab
from datenorm.pipeline.options import DEFAULTS


def test_every_task_has_defaults() -> None:
    assert DEFAULTS.keys() == TASKS.keys()
    assert all(options.task == name for name, options in DEFAULTS.items())


def test_defaults_of_times_are_the_reference_network() -> None:
    assert DEFAULTS["time"].shape(TIME, Vocab.of(TIME.alphabet, specials=())) == NetworkShape()


@pytest.mark.parametrize("skipped", [False, True])
def test_separators_are_skipped_where_the_task_has_them(skipped: bool) -> None:
    vocab = Vocab.of(DATE.alphabet, specials=())
    shape = dataclasses.replace(DEFAULTS["date"], skip_separators=skipped).shape(DATE, vocab)
    assert shape.separators == (((4, vocab["-"]), (7, vocab["-"])) if skipped else ())


def test_options_of_the_network_reach_its_shape() -> None:
    sizes = {"embedding_units": 3, "ngram_rows": 5, "word_rows": 7, "encoder_units": 11, "decoder_units": 13}
    kinds = {"encoder": list(ENCODERS)[-1], "attention": list(ATTENTIONS)[-1]}
    options = dataclasses.replace(DEFAULTS["time"], **sizes, **kinds)
    assert options.shape(TIME, Vocab.of(TIME.alphabet, specials=())) == NetworkShape(**sizes, **kinds)


@pytest.mark.parametrize(("per_epoch", "epochs"), [(1000, 25), (27_000, 20), (54_000, 10), (10_000_000, 1)])
def test_epochs_are_as_many_as_read_the_wanted_strings(per_epoch: int, epochs: int) -> None:
    assert DEFAULTS["time"].training(per_epoch, streams=False).epochs == epochs


@pytest.mark.parametrize(("strings", "batch_size"), [(100, 16), (9000, 64), (135_000, 256)])
def test_few_strings_are_read_in_small_batches(strings: int, batch_size: int) -> None:
    options = DEFAULTS["time"]
    assert options.training(strings, streams=False).batch_size == batch_size
    assert options.training(strings, streams=True).batch_size == 256
    assert dataclasses.replace(options, batch_size=7).training(strings, streams=False).batch_size == 7


@pytest.mark.parametrize("epochs", [0, 5, 1000])
def test_epochs_that_were_given_count(epochs: int) -> None:
    assert dataclasses.replace(DEFAULTS["time"], epochs=epochs).training(7, streams=False).epochs == epochs


def test_options_of_the_training_reach_its_config() -> None:
    given = {"batch_size": 3, "learning_rate": 0.5, "weight_decay": 0.25, "guidance": 2.0, "beta_2": 0.75, "seed": 11}
    config = dataclasses.replace(DEFAULTS["time"], **given).training(7, streams=False)
    assert {name: getattr(config, name) for name in given} == given


@pytest.mark.parametrize(("streams", "final_rate"), [(True, 1.0), (False, 0.0)])
def test_the_rate_falls_where_the_training_has_an_end(streams: bool, final_rate: float) -> None:
    assert DEFAULTS["date"].training(1000, streams=streams).final_rate == final_rate


def test_stream_is_not_stopped_early() -> None:
    options = dataclasses.replace(DEFAULTS["date"], epochs=150)
    assert options.training(7, streams=True).patience > 150 > options.training(7, streams=False).patience
