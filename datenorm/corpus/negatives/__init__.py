"""Negatives: texts that state no date, so that the network learns to refuse them."""

from datenorm.corpus.negatives.characters import human_characters
from datenorm.corpus.negatives.texts import MACHINE, examples

__all__ = ["MACHINE", "examples", "human_characters"]
