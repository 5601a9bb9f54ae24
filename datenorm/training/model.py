"""The network: from ids to machine characters and attention weights."""

import dataclasses
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import keras
import numpy as np
from keras import ops

from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.vocab import PAD, Vocab
from datenorm.training.embeddings import NgramEmbedding, WordEmbedding
from datenorm.training.encoders import BlockEncoder
from datenorm.training.layers import AttentionDecoder, Separators
from datenorm.training.pruning import prune
from datenorm.training.scores import AdditiveScore, DotScore, MultiHeadScore, Score

_HEADS = 4
_NGRAMS = (3, 5)  # a syllable, and most of a month's name


@dataclasses.dataclass(frozen=True, kw_only=True)
class ModelConfig(NetworkShape):
    """Everything that fixes a network: the shape that is chosen, and the sizes that task and vocabularies bring.

    Attributes:
        human_size: Symbols in the human vocabulary.
        machine_size: Symbols in the machine vocabulary.
        pad_id: Id of `<pad>` in the human vocabulary.
        word_breaks: Ids of the human characters that belong to no word.
        Ty: Length of the machine strings.
        attention_units: Size of the space in which the attention energies are calculated, by each head if there are
            heads; `dot` calculates them in that of the encoder's features.
    """

    human_size: int
    machine_size: int
    pad_id: int
    word_breaks: Sequence[int] = ()
    Ty: int
    attention_units: int = 10

    @classmethod
    def of(cls, human_vocab: Vocab, machine_vocab: Vocab, Ty: int, shape: NetworkShape) -> Self:
        """The config of a network of this shape for these vocabularies, and machine strings of length Ty."""
        return cls(
            human_size=len(human_vocab),
            machine_size=len(machine_vocab),
            pad_id=human_vocab[PAD],
            word_breaks=human_vocab.word_breaks(),
            Ty=Ty,
            **dataclasses.asdict(shape),
        )


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
    """An encoder, an attention decoder, one shared dense layer. The defaults give the reference model.

    Args:
        config: All that fixes the network.

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
            units = config.embedding_units // 2  # more rows help more than longer ones
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
    """Give a model the weights of a saved one of the same kind, which can have fewer characters and more units.

    - Characters that the saved model does not have keep their weights, and so do words where it has no table of them.
    - A table of words with a multiple of the saved rows repeats them. This changes no answer, and lets words that
      shared a row become different in training.
    - Units that the model has no room for are pruned.

    Args:
        model: Built by `build_model`.
        path: A `.keras` file, whose vocabulary is the beginning of the model's.

    Raises:
        ValueError: Units have to be pruned, but the saved model is of a kind that cannot be.
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
    """Save a model as Keras does, and compress the file: `.keras` is a ZIP archive, which Keras leaves uncompressed.

    Rounded tables (`embeddings.round_tables`) then take little more than half the space.

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
    """Average the weights that a training started from with those that it ended with.

    Both lie in one valley of the loss, and weights between them often read better than either.

    Args:
        model: A trained model, which started with the weights that `transfer_weights` gave it.
        path: The `.keras` file that these weights came from.
        share: The share of the saved weights in the average, 0 to 1.

    Reference:
        Wortsman et al., Robust Fine-Tuning of Zero-Shot Models, CVPR 2022, section 3 (weight-space ensembling).
    """
    start = keras.models.clone_model(model)
    start.set_weights(model.get_weights())  # characters that the saved model lacks keep their weights
    transfer_weights(start, path)
    for weight, began in zip(model.weights, start.weights, strict=True):
        weight.assign((1 - share) * weight + share * began)


def _decoder_shape(model: keras.Model) -> tuple[int, int]:
    """Features of the context and gates of the state, which depend on the units of encoder and decoder."""
    shape: tuple[int, int] = model.get_layer("attention").cell.kernel.shape
    return shape
