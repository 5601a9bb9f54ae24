"""Training: builds the network and learns its weights. Imports Keras, never the corpus.

Importing this package registers the layers, so that `keras.saving.load_model` reads `.keras` files without
custom_objects.
"""

from datenorm.training.embeddings import NgramEmbedding, WordEmbedding
from datenorm.training.encoders import AttentionBlock, BlockEncoder, ConvolutionBlock, TemporalAttention
from datenorm.training.layers import AttentionDecoder
from datenorm.training.scores import AdditiveScore, DotScore, MultiHeadScore

__all__ = [
    "AdditiveScore",
    "AttentionBlock",
    "AttentionDecoder",
    "BlockEncoder",
    "ConvolutionBlock",
    "DotScore",
    "MultiHeadScore",
    "NgramEmbedding",
    "TemporalAttention",
    "WordEmbedding",
]
