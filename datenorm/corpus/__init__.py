"""The corpus: writes human strings with their machine strings. Imports Faker and Babel, never TensorFlow."""
