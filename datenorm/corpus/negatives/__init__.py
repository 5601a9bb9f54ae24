"""Negatives: texts that state no date."""

from datenorm.corpus.negatives.characters import human_characters
from datenorm.corpus.negatives.texts import MACHINE, examples

__all__ = ["MACHINE", "examples", "human_characters"]
