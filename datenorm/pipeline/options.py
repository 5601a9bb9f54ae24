"""The options of a training, and the defaults of each task."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from datenorm.core.hyperparameters import NetworkShape, TrainingConfig
from datenorm.core.tasks import Task

_MOST_EPOCHS = 25  # what has been read so often is known by heart
_ENDLESS = 1000  # more epochs than a training has
_STEPS = 140  # of an epoch: in 25 of them the network has time to find out where to look, and then how to read
_SMALLEST_BATCH = 16


@dataclasses.dataclass(frozen=True, kw_only=True)
class Options:
    """What a training can be asked for. `DEFAULTS` has those of each task.

    Attributes:
        task: What to translate into.
        size: Pairs to generate; of a stream, in each epoch.
        streams: Whether every epoch reads fresh strings.
        strings_read: Strings to read over all epochs, where `epochs` is None.
        epochs: Passes over the data.
        batch_size: Strings in a step. If None, `largest_batch`, or for a small data set so few that an epoch has 140.
        largest_batch: Strings in a step where there are enough.
        learning_rate: AdamW's, at its peak.
        weight_decay: AdamW's. More of it trades a little exact match for smaller weights.
        guidance: Weight of the attention loss, `training.losses.AttentionGuidance`; 0 leaves the attention free.
        beta_2: AdamW's memory of squared gradients: shorter where tables have rows that few strings read.
        seed: Fixes data, weights and order.
        encoder: One of `architectures.ENCODERS`.
        attention: One of `architectures.ATTENTIONS`.
        embedding_units: Size of the characters' embedding; 0 enters them one-hot.
        ngram_rows: Rows of each table of n-grams that is added to the embedding; 0 for none.
        word_rows: Rows of the table of words that is added to the embedding; 0 for none. A training can add the table
            to what it starts from, or multiply its rows.
        encoder_units: LSTM units of the encoder in each direction. Every encoder gives twice as many features.
        decoder_units: LSTM units of the attention decoder.
        skip_separators: Whether the decoder spends no step on what every machine string has in one place, as "-" in
            dates.
        dataset: A file of pairs to train on, instead of generated ones.
        vocabs: A file of vocabularies, instead of the task's own.
        start_from: A preset or run whose weights, shape and vocabularies the training starts from.
        start_share: The share of the weights that it started from in the final ones, 0 to 1.
        argv: The arguments that asked for all this, for the record.
    """

    task: str
    size: int
    streams: bool = False
    strings_read: int
    epochs: int | None = None
    batch_size: int | None = None
    largest_batch: int = 256
    learning_rate: float
    weight_decay: float = 0.1
    guidance: float = 0.0
    beta_2: float = 0.999
    seed: int = 0
    encoder: str = "bilstm"
    attention: str = "additive"
    embedding_units: int
    ngram_rows: int = 0
    word_rows: int = 0
    encoder_units: int
    decoder_units: int
    skip_separators: bool = False
    dataset: Path | None = None
    vocabs: Path | None = None
    start_from: Path | None = None
    start_share: float = 0.0
    argv: tuple[str, ...] = ()

    def shape(self, task: Task, machine_vocab: Mapping[str, int]) -> NetworkShape:
        """The network's shape.

        Raises:
            ValueError: There are rows of n-grams or words, but no embedding to add them to.
        """
        separators = [(place, machine_vocab[separator]) for place, separator in task.separators]
        return NetworkShape(
            encoder=self.encoder,
            attention=self.attention,
            embedding_units=self.embedding_units,
            ngram_rows=self.ngram_rows,
            word_rows=self.word_rows,
            encoder_units=self.encoder_units,
            decoder_units=self.decoder_units,
            separators=tuple(separators) if self.skip_separators else (),
        )

    def training(self, strings_per_epoch: int, *, streams: bool) -> TrainingConfig:
        """How the network is trained on epochs of so many strings, which a stream has fresh each time."""
        epochs, batch_size = max(1, round(self.strings_read / strings_per_epoch)), self.largest_batch
        if not streams:
            epochs = min(_MOST_EPOCHS, epochs)
            batch_size = min(batch_size, max(_SMALLEST_BATCH, strings_per_epoch // _STEPS))
        batch_size = self.batch_size or batch_size
        config = TrainingConfig(
            epochs=epochs if self.epochs is None else self.epochs,
            batch_size=batch_size,
            learning_rate=self.learning_rate,
            weight_decay=self.weight_decay,
            guidance=self.guidance,
            beta_2=self.beta_2,
            seed=self.seed,
        )
        if streams:
            # Fresh strings cannot be memorised, so there is nothing to stop early for. More of them help at any time,
            # so the rate stays: the training can be ended, or gone on with, after each epoch.
            return dataclasses.replace(config, patience=_ENDLESS)
        return dataclasses.replace(config, final_rate=0.0)


_DATES = Options(
    task="date",
    size=200_000,
    streams=True,
    strings_read=10_800_000,
    learning_rate=0.004,
    guidance=0.2,
    beta_2=0.98,
    embedding_units=32,
    ngram_rows=10_007,
    word_rows=40_022,
    encoder_units=48,
    decoder_units=48,
    skip_separators=True,
)

DEFAULTS: Mapping[str, Options] = {
    # The reference model, in a minute on two cores. Guided, it reads fewer of the patterns that it never met.
    "time": Options(
        task="time",
        size=150_000,
        strings_read=540_000,
        learning_rate=0.015,
        embedding_units=0,
        encoder_units=32,
        decoder_units=64,
    ),
    "date": _DATES,
    # Starts best from the preset moment, or from a run of dates, whose shape it has, and whose words it knows then.
    "moment": dataclasses.replace(
        _DATES,
        task="moment",
        strings_read=20_000_000,
        largest_batch=512,
        learning_rate=0.0015,
        weight_decay=0.05,
        skip_separators=False,
    ),
}
"""Name of each task -> the options of its training."""
