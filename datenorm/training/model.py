"""The network: ids in, machine characters and attention weights out."""

import dataclasses

import keras
from keras import ops

from datenorm.training.layers import AttentionDecoder


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
        encoder_units: LSTM units of the encoder in each direction.
        decoder_units: LSTM units of the attention decoder.
        attention_units: Size of the space in which the attention energies are calculated.
    """

    human_size: int
    machine_size: int
    pad_id: int
    Ty: int
    embedding_units: int = 0
    encoder_units: int = 32
    decoder_units: int = 64
    attention_units: int = 10


def build_model(config: ModelConfig) -> keras.Model:
    """The reference model: bidirectional LSTM encoder, attention, one shared dense decoder.

    Args:
        config: The sizes.

    Returns:
        A model from ids, shape (B, Tx), int32, for any Tx, to a dict of
        machine: probabilities, shape (B, Ty, machine_size), and
        attention: weights, shape (B, Ty, Tx).
    """
    ids = keras.Input((None,), dtype="int32", name="ids")  # (B, Tx)
    padding_mask = ops.not_equal(ids, config.pad_id)  # (B, Tx)
    if config.embedding_units:
        characters = keras.layers.Embedding(config.human_size, config.embedding_units, name="embedding")(ids)
    else:
        characters = ops.one_hot(ids, config.human_size)  # (B, Tx, human_size)
    encoder = keras.layers.Bidirectional(
        keras.layers.LSTM(config.encoder_units, return_sequences=True), merge_mode="concat", name="encoder"
    )
    encoder_outputs = encoder(characters, mask=padding_mask)  # (B, Tx, 2 * encoder_units)
    attention_decoder = AttentionDecoder(config.Ty, config.decoder_units, config.attention_units, name="attention")
    decoder_states, attention_weights = attention_decoder(encoder_outputs, padding_mask)
    decoder = keras.layers.Dense(config.machine_size, activation="softmax", name="decoder")
    machine = decoder(decoder_states)  # (B, Ty, machine_size)
    return keras.Model(ids, {"machine": machine, "attention": attention_weights}, name="datenorm")
