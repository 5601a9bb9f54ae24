"""The training: learns the model. Imports Keras, never Faker.

Importing it registers the layers, so that `keras.saving.load_model` reads a `.keras` file without custom_objects.
"""

from datenorm.training.layers import AdditiveScore, AttentionDecoder

__all__ = ["AdditiveScore", "AttentionDecoder"]
