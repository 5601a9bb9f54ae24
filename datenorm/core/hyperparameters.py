"""Hyperparameters: the shape of a network, and how it is trained."""

import dataclasses

from datenorm.core.architectures import ATTENTIONS, ENCODERS


@dataclasses.dataclass(frozen=True, kw_only=True)
class NetworkShape:
    """The sizes and kinds that a training chooses for its network. The defaults are the reference model's.

    Attributes:
        encoder: One of `architectures.ENCODERS`.
        attention: One of `architectures.ATTENTIONS`.
        embedding_units: Size of the embedding through which the characters enter. 0 enters them one-hot: the same
            product, with the zeros left in.
        ngram_rows: Rows of each table of a `NgramEmbedding` that is added to the embedding; 0 for none.
        word_rows: Rows of the table of a `WordEmbedding` that is added to the embedding; 0 for none.
        encoder_units: LSTM units of the encoder in each direction. Every encoder gives twice as many features.
        decoder_units: LSTM units of each attention decoder.
        separators: (position, id) of the machine characters that the decoder spends no step on, because every machine
            string has them there.

    Raises:
        ValueError: There is no such encoder or attention, or no embedding to add n-grams or words to.
    """

    encoder: str = "bilstm"
    attention: str = "additive"
    embedding_units: int = 0
    ngram_rows: int = 0
    word_rows: int = 0
    encoder_units: int = 32
    decoder_units: int = 64
    separators: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        if self.encoder not in ENCODERS:
            raise ValueError(f"expected one of the encoders {', '.join(ENCODERS)}. Received: {self.encoder!r}")
        if self.attention not in ATTENTIONS:
            raise ValueError(f"expected one of the attentions {', '.join(ATTENTIONS)}. Received: {self.attention!r}")
        if not self.embedding_units:
            for name, rows in (("ngram_rows", self.ngram_rows), ("word_rows", self.word_rows)):
                if rows:
                    raise ValueError(f"expected embedding_units for {name} to be added to. Received: 0")


@dataclasses.dataclass(frozen=True, kw_only=True)
class TrainingConfig:
    """How a network is trained.

    Attributes:
        epochs: Passes over the training strings; 0 leaves the model as it is.
        batch_size: Strings in a step.
        learning_rate: The peak of AdamW's learning rate.
        final_rate: The rate of the last step as a share of the peak, from which it falls along a cosine; 1 for no fall.
        weight_decay: AdamW's. Besides generalising a little better, smaller weights keep the network's answers to
            nonsense independent of a float's last bits, so that the ONNX export agrees with it.
        guidance: Weight of `AttentionGuidance` beside the cross entropy of the machine characters.
        beta_2: AdamW's memory of squared gradients. A row of a table that a single string reads moves by
            (1 - b1) / sqrt(1 - b2) / (1 - b1 / sqrt(b2)) learning rates: by 32 with the usual 0.999, which memorises
            strings, by 8 with the 0.98 of Vaswani et al., Attention Is All You Need (2017), section 5.3.
        seed: Fixes the initial weights and the order of the strings.
        patience: Epochs without a better validation loss after which training stops.
    """

    epochs: int
    batch_size: int
    learning_rate: float
    final_rate: float = 1.0
    weight_decay: float
    guidance: float = 0.0
    beta_2: float = 0.999
    seed: int = 0
    patience: int = 10
