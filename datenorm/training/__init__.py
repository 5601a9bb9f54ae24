"""The training: learns the model. Imports Keras, never Faker.

Importing it registers the layers, so that `keras.saving.load_model` reads a `.keras` file without custom_objects.
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
