"""The training: learns the model. Imports Keras, never Faker."""
