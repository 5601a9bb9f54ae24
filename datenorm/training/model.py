"""The network: ids in, machine characters and attention weights out."""

import dataclasses
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import keras
import numpy as np
from keras import ops

from datenorm.core.architectures import ATTENTIONS, ENCODERS
from datenorm.core.vocab import PAD, Vocab
from datenorm.training.embeddings import NgramEmbedding, WordEmbedding
from datenorm.training.encoders import BlockEncoder
from datenorm.training.layers import AttentionDecoder, Separators
from datenorm.training.pruning import prune
from datenorm.training.scores import AdditiveScore, DotScore, MultiHeadScore, Score

_HEADS = 4
_NGRAMS = (3, 5)  # a syllable, and most of a month's name


@dataclasses.dataclass(frozen=True)
class ModelConfig:
    """Everything that fixes the network's shape.

    Attributes:
        human_size: Symbols in the human vocabulary.
        machine_size: Symbols in the machine vocabulary.
        pad_id: Id of `<pad>` in the human vocabulary.
        Ty: Length of the machine strings.
        embedding_units: Size of the embedding through which a large vocabulary enters; 0 enters it one-hot, the same
            product with the zeros left in.
        encoder_units: LSTM units of the encoder in each direction; every encoder gives twice as many features.
        decoder_units: LSTM units of the attention decoder.
        attention_units: Size of the space in which the attention energies are calculated, by each head if there are
            heads; `dot` calculates them in that of the encoder's features.
        encoder: One of `architectures.ENCODERS`.
        attention: One of `architectures.ATTENTIONS`.
        ngram_rows: Rows of each table of an `NgramEmbedding` that is added to the embedding; 0 for none.
        word_rows: Rows of the table of a `WordEmbedding` that is added to the embedding; 0 for none.
        word_breaks: Ids of the characters that belong to no word.
        separators: (position, id) of the machine characters that the decoder spends no step on, because they stand in
            every machine string.

    Raises:
        ValueError: There is no such encoder or attention, or n-grams or words without an embedding to add them to.
    """

    human_size: int
    machine_size: int
    pad_id: int
    Ty: int
    embedding_units: int = 0
    encoder_units: int = 32
    decoder_units: int = 64
    attention_units: int = 10
    encoder: str = "bilstm"
    attention: str = "additive"
    ngram_rows: int = 0
    word_rows: int = 0
    word_breaks: Sequence[int] = ()
    separators: Sequence[Sequence[int]] = ()

    @classmethod
    def of(cls, human_vocab: Vocab, machine_vocab: Vocab, Ty: int, shape: Mapping[str, Any]) -> Self:
        """The config of a network for these vocabularies.

        Args:
            human_vocab: The human vocabulary.
            machine_vocab: The machine vocabulary.
            Ty: Length of the machine strings.
            shape: The other attributes that are not the defaults.
        """
        sizes = len(human_vocab), len(machine_vocab), human_vocab[PAD], Ty
        return cls(*sizes, word_breaks=human_vocab.word_breaks(), **shape)

    def __post_init__(self) -> None:
        for name in ("ngram_rows", "word_rows"):
            if getattr(self, name) and not self.embedding_units:
                raise ValueError(f"expected embedding_units for {name} to be added to. Received: 0")
        for name, kinds in (("encoder", ENCODERS), ("attention", ATTENTIONS)):
            received = getattr(self, name)
            if received not in kinds:
                raise ValueError(f"expected one of the {name}s {', '.join(kinds)}. Received: {received!r}")


_ENCODERS: Mapping[str, Callable[[int], keras.layers.Layer]] = {
    "bilstm": lambda units: keras.layers.Bidirectional(
        keras.layers.LSTM(units, return_sequences=True), merge_mode="concat", name="encoder"
    ),
    "cnn": lambda units: BlockEncoder(2 * units, convolutions=4, name="encoder"),
    "cnn_attention": lambda units: BlockEncoder(2 * units, convolutions=4, attentions=1, heads=_HEADS, name="encoder"),
    "self_attention": lambda units: BlockEncoder(2 * units, attentions=2, heads=_HEADS, name="encoder"),
}

_SCORES: Mapping[str, Callable[[int], Score]] = {
    "additive": lambda units: AdditiveScore(units, name="score"),
    "dot": lambda units: DotScore(name="score"),
    "multihead": lambda units: MultiHeadScore(_HEADS, units, name="score"),
}


def build_model(config: ModelConfig) -> keras.Model:
    """An encoder, an attention decoder, one shared dense layer; of the default kinds it is the reference model.

    Args:
        config: The sizes and kinds.

    Returns:
        A model from ids, shape (B, Tx), int32, for any Tx, to a dict of
        machine: probabilities, shape (B, Ty, machine_size), and
        attention: weights, shape (B, Ty, Tx), 0 at the separators.
    """
    ids = keras.Input((None,), dtype="int32", name="ids")  # (B, Tx)
    padding_mask = ops.not_equal(ids, config.pad_id)  # (B, Tx)
    if config.embedding_units:
        characters = keras.layers.Embedding(config.human_size, config.embedding_units, name="embedding")(ids)
        if config.ngram_rows:
            ngrams = NgramEmbedding(
                _NGRAMS, config.ngram_rows, config.embedding_units, config.pad_id, name="ngram_embedding"
            )
            characters = characters + ngrams(ids)
        if config.word_rows:
            units = config.embedding_units // 2  # more rows say more than longer ones
            words = WordEmbedding(
                *(config.word_rows, units, config.word_breaks, config.human_size, config.pad_id), name="word_embedding"
            )
            characters = characters + ops.pad(words(ids), ((0, 0), (0, 0), (0, config.embedding_units - units)))
    else:
        characters = ops.one_hot(ids, config.human_size)  # (B, Tx, human_size)
    encoder = _ENCODERS[config.encoder](config.encoder_units)
    encoder_outputs = encoder(characters, mask=padding_mask)  # (B, Tx, 2 * encoder_units)
    score = _SCORES[config.attention](config.attention_units)
    steps = config.Ty - len(config.separators)
    attention_decoder = AttentionDecoder(steps, config.decoder_units, score, name="attention")
    decoder_states, attention_weights = attention_decoder(encoder_outputs, padding_mask)
    decoder = keras.layers.Dense(config.machine_size, activation="softmax", name="decoder")
    machine = decoder(decoder_states)  # (B, steps, machine_size)
    if config.separators:
        separators = Separators(config.separators, config.Ty, config.machine_size, name="separators")
        machine, attention_weights = separators(machine, attention_weights)
    return keras.Model(ids, {"machine": machine, "attention": attention_weights}, name="datenorm")


def transfer_weights(model: keras.Model, path: Path) -> None:
    """Give a model the weights of a saved one of the same kind, which may know fewer characters and have more units.

    The characters that the saved one does not know keep the weights that they have, and so do the words where it has no
    table of them; a table of words with a multiple of the saved one's rows repeats them, which changes no answer, and
    words that shared a row part in training; units that there is no room for are pruned.

    Args:
        model: Built by `build_model`.
        path: A `.keras` file, whose vocabulary is the beginning of the model's.

    Raises:
        ValueError: The saved one is of a kind that cannot be pruned.
    """
    saved = keras.saving.load_model(path, compile=False)
    same_units = _decoder_shape(saved) == _decoder_shape(model)
    arrays = iter(map(ops.convert_to_numpy, saved.weights) if same_units else prune(saved, model))
    for layer in saved.layers:
        own = model.get_layer(layer.name)
        for weight in own.weights if layer.weights else ():
            known = next(arrays)
            if isinstance(own, WordEmbedding):
                known = np.tile(known, (own.rows // layer.rows, 1))
            values = np.array(ops.convert_to_numpy(weight))
            values[: known.shape[0]] = known
            weight.assign(values)


def save_packed(model: keras.Model, path: Path) -> None:
    """Save a model as Keras does, packed: `.keras` is a ZIP archive, into which Keras puts the weights as they are.

    Rounded tables (`embeddings.round_tables`) then take little more than half the room.

    Args:
        model: Any model.
        path: The `.keras` file to write, which `keras.saving.load_model` reads.
    """
    model.save(path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def average_weights(model: keras.Model, path: Path, share: float) -> None:
    """Mix the weights that a training started from into those that it ended with.

    Both lie in one valley of the loss, and what lies between them often reads better than either.

    Args:
        model: Trained on from a saved one of the same shape, with which it was made by `transfer_weights`.
        path: The `.keras` file of that.
        share: Of the saved weights in the mixture, 0 to 1.

    Reference:
        Wortsman et al., Robust Fine-Tuning of Zero-Shot Models, CVPR 2022, section 3 (weight-space ensembling).
    """
    start = keras.models.clone_model(model)
    start.set_weights(model.get_weights())  # the characters that the saved one does not know stay as they are
    transfer_weights(start, path)
    for weight, began in zip(model.weights, start.weights, strict=True):
        weight.assign((1 - share) * weight + share * began)


def _decoder_shape(model: keras.Model) -> tuple[int, int]:
    """Features of the context and gates of the state: they tell the encoder's units and the decoder's."""
    shape: tuple[int, int] = model.get_layer("attention").cell.kernel.shape
    return shape
