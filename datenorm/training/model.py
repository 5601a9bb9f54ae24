"""The network: from ids to machine characters and attention weights."""

import dataclasses
import itertools
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import keras
import numpy as np
from keras import ops

from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.tasks import Task
from datenorm.core.vocab import PAD, Vocab
from datenorm.training.batches import numbered
from datenorm.training.embeddings import NgramEmbedding, WordEmbedding
from datenorm.training.encoders import BlockEncoder
from datenorm.training.layers import AttentionDecoder, Decoder, Separators
from datenorm.training.parallel_decoder import ParallelDecoder
from datenorm.training.pruning import prune
from datenorm.training.scores import AdditiveScore, DotScore, MultiHeadScore, Score

_HEADS = 4
_KEY_UNITS = 32
_NGRAMS = (3, 5)  # a syllable, and most of a month's name
_IMPROBABLE = -2.0  # the logit of a machine character that a saved model does not have


@dataclasses.dataclass(frozen=True, kw_only=True)
class ModelConfig(NetworkShape):
    """Everything that fixes a network: the shape that is chosen, and the sizes that task and vocabularies bring.

    Attributes:
        human_size: Symbols in the human vocabulary.
        machine_size: Symbols in the machine vocabulary.
        pad_id: Id of `<pad>` in the human vocabulary.
        word_breaks: Ids of the human characters that belong to no word.
        Ty: Length of the machine strings.
        groups: Lengths of the parts of the machine strings that have a decoder each; () for one part.
        tags: How many tags each character can have; 0 for a network that tags none.
        attention_units: Size of the space in which the attention energies are calculated, by each head if there are
            heads; `dot` calculates them in that of the encoder's features, and `queries` in one of its own.

    Raises:
        ValueError: The groups are not as long as the machine strings, or there are separators in one of several groups.
    """

    human_size: int
    machine_size: int
    pad_id: int
    word_breaks: Sequence[int] = ()
    Ty: int
    groups: Sequence[int] = ()
    tags: int = 0
    attention_units: int = 10

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.groups and sum(self.groups) != self.Ty:
            raise ValueError(f"expected groups of {self.Ty} characters together. Received: {list(self.groups)}")
        if len(self.groups) > 1 and self.separators:
            raise ValueError(f"expected separators in one group alone. Received: {len(self.groups)} groups")

    @property
    def lengths(self) -> Sequence[int]:
        """The length of the machine strings of each decoder."""
        return self.groups or (self.Ty,)

    @classmethod
    def of(cls, human_vocab: Vocab, machine_vocab: Vocab, task: Task, shape: NetworkShape) -> Self:
        """The config of a network of this shape for this task, and these vocabularies."""
        return cls(
            human_size=len(human_vocab),
            machine_size=len(machine_vocab),
            pad_id=human_vocab[PAD],
            word_breaks=human_vocab.word_breaks(),
            Ty=task.Ty,
            groups=task.decoders,
            tags=len(task.tags),
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


def _attention_decoder(config: ModelConfig, steps: int, name: str) -> Decoder:
    """The layer that attends, and turns what it sees into a state for each of its steps."""
    if config.attention == "queries":
        return ParallelDecoder(steps, config.decoder_units, _KEY_UNITS, name=name)
    score = _SCORES[config.attention](config.attention_units)
    return AttentionDecoder(steps, config.decoder_units, score, name=name)


def build_model(config: ModelConfig) -> keras.Model:
    """An encoder; an attention decoder and a dense layer for each group. The defaults give the reference model.

    Args:
        config: All that fixes the network.

    Returns:
        A model from ids, shape (B, Tx), int32, for any Tx, to a dict of
        machine: probabilities, shape (B, Ty, machine_size),
        attention: weights, shape (B, Ty, Tx), 0 at the separators, and
        tags: the probability of each tag at each character, shape (B, Tx, tags), 0 on padding; only in a network
            that tags.
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
    groups = []
    for number, length in enumerate(config.lengths, start=1):
        attention_name, decoder_name = names_of(number)
        attention_decoder = _attention_decoder(config, length - len(config.separators), attention_name)
        decoder_states, attention_weights = attention_decoder(encoder_outputs, padding_mask)
        decoder = keras.layers.Dense(config.machine_size, activation="softmax", name=decoder_name)
        groups.append((decoder(decoder_states), attention_weights))  # (B, steps, machine_size), (B, steps, Tx)
    machine, attention_weights = (
        ops.concatenate(of_groups, axis=1) if len(groups) > 1 else of_groups[0]
        for of_groups in zip(*groups, strict=True)
    )
    if config.separators:
        separators = Separators(config.separators, config.Ty, config.machine_size, name="separators")
        machine, attention_weights = separators(machine, attention_weights)
    outputs = {"machine": machine, "attention": attention_weights}
    if config.tags:
        tags = keras.layers.Dense(config.tags, activation="sigmoid", name="tags")(encoder_outputs)
        outputs["tags"] = tags * ops.cast(ops.expand_dims(padding_mask, axis=-1), tags.dtype)
    return keras.Model(ids, outputs, name="datenorm")


def names_of(group: int) -> tuple[str, str]:
    """The names of the layers of a group, from 1: of its attention decoder, and of its dense layer."""
    return numbered("attention", group), numbered("decoder", group)


def transfer_weights(model: keras.Model, path: Path) -> None:
    """Give a model the weights of a saved one of the same kind, which can have less of what follows.

    - Characters of texts and of machine strings that the saved model does not have keep their weights, and so do words
      where it has no table of them. Characters of machine strings begin improbable.
    - A table of words with a multiple of the saved rows repeats them. This changes no answer, and lets words that
      shared a row become different in training.
    - Units that the model has no room for are pruned.
    - A decoder that attends in another way keeps its LSTM alone.
    - Groups that the saved model does not have begin with the attention of its first one.

    Args:
        model: Built by `build_model`.
        path: A `.keras` file, whose vocabularies are the beginnings of the model's.

    Raises:
        ValueError: Units have to be pruned, but the saved model is of a kind that cannot be.
    """
    saved = keras.saving.load_model(path, compile=False)
    same_units = _decoder_shape(saved) == _decoder_shape(model)
    arrays = iter(map(ops.convert_to_numpy, saved.weights) if same_units else prune(saved, model))
    for layer in saved.layers:
        if not layer.weights:
            continue
        own = model.get_layer(layer.name)
        known_arrays = list(itertools.islice(arrays, len(layer.weights)))
        weights = own.weights
        if _way_of_attending(own) != _way_of_attending(layer):
            weights = own.cell.weights
            known_arrays = known_arrays[-len(weights) :]
        for weight, known in zip(weights, known_arrays, strict=True):
            if isinstance(own, WordEmbedding):
                known = np.tile(known, (own.rows // layer.rows, 1))
            values = np.array(ops.convert_to_numpy(weight))
            if layer.name == "decoder" and values.ndim == 1:
                values[:] = _IMPROBABLE
            values[tuple(map(slice, known.shape))] = known
            weight.assign(values)
    known_layers = {layer.name for layer in saved.layers}
    first = model.get_layer("attention")
    for layer in model.layers:
        if isinstance(layer, Decoder) and layer.name not in known_layers:
            for weight, of_first in zip(layer.weights, first.weights, strict=True):
                if weight.shape == of_first.shape:  # each has the queries of its own steps
                    weight.assign(of_first)


def _way_of_attending(layer: keras.layers.Layer) -> tuple[type, type] | None:
    """What two decoders that attend alike have in common; None for another layer."""
    return (type(layer), type(getattr(layer, "score", None))) if isinstance(layer, Decoder) else None


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
